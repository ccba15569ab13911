// The built command as a process: what it is given, what it prints, how it ends.
import Foundation
import TestSupport

/// How a run of the command ended.
struct Outcome: Sendable {
    var status: Int32
    /// Whether a signal ended it; `status` is the signal's number then.
    var wasKilled: Bool
    var output: String
    var errors: String
}

/// A run of the command that has begun.
final class Run: Sendable {
    private let process: Process
    private let ended: AsyncStream<Never>
    private let folder: TemporaryFolder

    /// The executable that was built with these tests: it lies beside the test bundle.
    private static let executable: URL = {
        let bundle =
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
            ?? URL(filePath: CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appending(path: "verslag")
    }()

    /// - Parameters:
    ///   - limit: the largest file that the command may write, in blocks of 512 bytes; beyond it writing fails as on a full disk.
    ///   - output: where its standard output goes, in place of the outcome.
    init(
        _ arguments: [String],
        in directory: String? = nil,
        environment: [String: String] = [:],
        limit: Int? = nil,
        output: String? = nil
    ) throws {
        process = Process()
        folder = try TemporaryFolder()
        if let limit {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments =
                ["-c", "trap '' XFSZ; ulimit -f \(limit); exec \"$0\" \"$@\"", Run.executable.path] + arguments
        } else {
            process.executableURL = Run.executable
            process.arguments = arguments
        }
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        // Files instead of pipes: a pipe that nobody empties would stop a command that prints much.
        for name in ["output", "errors"] { try folder.write(name, "") }
        process.standardInput = FileHandle.nullDevice
        let streams = try [output ?? folder.path + "/output", folder.path + "/errors"].map {
            try FileHandle(forWritingTo: URL(filePath: $0))
        }
        process.standardOutput = streams[0]
        process.standardError = streams[1]
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        ended = stream
        process.terminationHandler = { _ in continuation.finish() }
        try process.run()
        // The command has them; a test run that kept them all would run out of what select() can wait for.
        for stream in streams { try stream.close() }
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func outcome() async throws -> Outcome {
        for await _ in ended {}
        return Outcome(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            output: try folder.text("output"),
            errors: try folder.text("errors")
        )
    }
}

/// Runs the command to its end.
func verslag(
    _ arguments: String...,
    in directory: String? = nil,
    environment: [String: String] = [:],
    limit: Int? = nil
) async throws -> Outcome {
    try await Run(arguments, in: directory, environment: environment, limit: limit).outcome()
}

/// Waits until `condition` holds; false where it did not within half a minute.
func waits(until condition: () -> Bool) async throws -> Bool {
    for _ in 0..<30_000 {
        if condition() { return true }
        try await Task.sleep(for: .milliseconds(1))
    }
    return false
}
