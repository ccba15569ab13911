// libFuzzer calls a parser again and again, with bytes of its own making: `Tests/Fuzz/run` starts this program once for each parser.
// A crash, a hang or a flood of memory is a fault; whatever a parser says in findings is its right.
import Diagnostics
import Foundation

@main struct Fuzz {
    static func main() {
        guard FuzzTarget.chosen != nil else {
            print("FUZZ_TARGET names one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
            exit(2)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, fuzzOneInput))
    }
}

extension FuzzTarget {
    /// The parser that this process feeds, named by `FUZZ_TARGET`.
    static let chosen = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")
}

/// libFuzzer as a library: it takes its own options from the arguments.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let findings = FuzzTarget.chosen?.run(bytes) ?? Findings()
    // Whoever reads the findings must survive them as well.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for format in DiagnosticFormat.allCases {
        _ = render(Array(findings.sorted.prefix(20)), as: format, language: .nl) { place in
            lines.indices.contains(place.line - 1) ? String(decoding: lines[place.line - 1], as: UTF8.self) : nil
        }
    }
    return 0
}
