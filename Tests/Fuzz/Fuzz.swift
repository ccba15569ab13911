// What libFuzzer calls, again and again, with bytes of its own making: `Tests/Fuzz/run` starts it once for each parser.
// A crash, a hang or a flood of memory is a fault; whatever a parser says in findings is its right.
import Diagnostics
import Foundation

/// The parser that this process feeds, named by `FUZZ_TARGET`.
private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else {
        print("FUZZ_TARGET names one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
        exit(2)
    }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let findings = target.run(bytes)
    // Whoever reads the findings must survive them as well.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for format in DiagnosticFormat.allCases {
        _ = render(Array(findings.sorted.prefix(50)), as: format, language: .nl) { place in
            lines.indices.contains(place.line - 1) ? String(decoding: lines[place.line - 1], as: UTF8.self) : nil
        }
    }
    return 0
}
