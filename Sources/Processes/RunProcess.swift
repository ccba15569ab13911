// Other people's programs (git, Typst): one function that starts one, waits for it and brings back what it said.
// The only file that knows swift-subprocess.
import Foundation
internal import Subprocess
internal import SystemPackage

/// How a program ended and what it wrote.
public struct ProcessOutcome: Sendable {
    /// 0 when all went well; 128 and its number where a signal ended it, as a shell counts.
    public var status: Int
    public var standardOutput: [UInt8]
    public var standardError: [UInt8]

    public init(status: Int, standardOutput: [UInt8] = [], standardError: [UInt8] = []) {
        self.status = status
        self.standardOutput = standardOutput
        self.standardError = standardError
    }

    /// Standard output as text, without the line end that most programs close with.
    public var text: String { Self.text(standardOutput) }
    /// Standard error as text, without line ends around it.
    public var complaint: String { Self.text(standardError) }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}

/// A program that could not be started at all. A program that ran and failed is a `ProcessOutcome`.
public enum ProcessError: Error, CustomStringConvertible {
    case missing(executable: String)
    case failed(executable: String, reason: String)

    public var description: String {
        switch self {
        case .missing(let executable): "\(executable): this program is not installed, or not on PATH"
        case .failed(let executable, let reason): "\(executable): \(reason)"
        }
    }
}

/// Runs a program to its end. Standard output and standard error are read whole, at the same time.
///
/// - Parameters:
///   - executable: a path when it has a slash, otherwise a name that is looked up on `PATH`.
///   - folder: where it runs; nil for the folder of this process.
///   - input: its standard input; nil for none. A program may leave it unread.
///   - environment: variables besides those of this process; nil takes one away.
/// - Throws: `ProcessError` where there is no such program or the system refuses to start it; `CancellationError` where the task was
///   cancelled, and the program with it.
public func run(
    _ executable: String,
    _ arguments: [String],
    in folder: String? = nil,
    input: [UInt8]? = nil,
    environment: [String: String?] = [:]
) async throws -> ProcessOutcome {
    if let folder, !isFolder(folder) {
        throw ProcessError.failed(executable: executable, reason: "\(folder) is not a folder")
    }
    // A path is meant from where we are, not from where the program will run.
    // The library would start a process for every folder of `PATH` to find out where a program stands.
    guard
        let path = executable.contains("/")
            ? URL(fileURLWithPath: executable).path : executables(named: executable).first
    else {
        throw ProcessError.missing(executable: executable)
    }
    var variables: [Environment.Key: String?] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    let configuration = Configuration(
        executable: .path(FilePath(path)),
        arguments: Arguments(arguments),
        environment: .inherit.updating(variables),
        workingDirectory: folder.map { FilePath($0) }
    )
    do {
        let input = try standardInput(input)
        defer { try? input.close() }
        let result = try await Subprocess.run(
            configuration,
            input: .fileDescriptor(input, closeAfterSpawningProcess: false),
            output: .bytes(limit: .max),
            error: .bytes(limit: .max)
        )
        // A program that was ended with the work that it was started for has no answer.
        try Task.checkCancellation()
        return ProcessOutcome(
            status: status(result.terminationStatus),
            standardOutput: result.standardOutput,
            standardError: result.standardError
        )
    } catch let error as Errno {
        throw ProcessError.failed(executable: executable, reason: "\(error)")
    } catch let error as SubprocessError {
        if error.code == .executableNotFound { throw ProcessError.missing(executable: executable) }
        try Task.checkCancellation()
        throw ProcessError.failed(executable: executable, reason: "\(error)")
    }
}

/// An open file without a name that holds the input: a pipe would end this process (SIGPIPE) when the program leaves it unread.
private func standardInput(_ bytes: [UInt8]?) throws -> FileDescriptor {
    guard let bytes else { return try FileDescriptor.open("/dev/null", .readOnly, options: .closeOnExec) }
    let path = FilePath(NSTemporaryDirectory() + "/verslag-input-" + UUID().uuidString)
    let file = try FileDescriptor.open(
        path,
        .readWrite,
        options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite]
    )
    unlink(path.string)
    do {
        try file.writeAll(bytes)
        try file.seek(offset: 0, from: .start)
    } catch {
        try? file.close()
        throw error
    }
    return file
}

private func status(_ termination: TerminationStatus) -> Int {
    switch termination {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
}

/// Where a program may stand on `PATH`, in its order. Folders that depend on where the command runs (`.`, an empty entry) are left
/// out: what somebody put into the folder that is built is not a program of the user.
public func executables(
    named name: String,
    on path: String? = ProcessInfo.processInfo.environment["PATH"]
) -> [String] {
    (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.filter(isExecutable)
}

/// Whether a file stands here that this user may run.
public func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return access(path, X_OK) == 0 && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

private func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
}
