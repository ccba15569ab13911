// What the command writes to its two streams; a stream that takes nothing ends the command, never with a crash.
import ArgumentParser
import Diagnostics
import Foundation

/// Writes an answer to standard output.
///
/// - Throws: exit status 2 where it cannot be written, on a full disk for instance: half an answer must not look like a whole one.
func answer(_ bytes: [UInt8]) throws {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
        complain("verslag: standard output: \(error.localizedDescription)\n")
        throw ExitCode(2)
    }
}

/// Writes to standard error, with what a terminal would obey made visible; what cannot be said there can be said nowhere.
func complain(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(visible(text, keepsLines: true).utf8))
}
