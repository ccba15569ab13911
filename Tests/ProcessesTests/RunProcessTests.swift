// Runs small programs that every system has.
import Testing

@testable import Processes

@Suite struct RunProcessTests {
    @Test func outputErrorAndStatusComeBack() async throws {
        let outcome = try await run("sh", ["-c", "echo out; echo err >&2; exit 3"])
        #expect(outcome.status == 3)
        #expect(outcome.text == "out")
        #expect(outcome.complaint == "err")
    }

    @Test func inputGoesInWholeAndComesBackWhole() async throws {
        // More than a pipe holds, in both directions at once.
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let outcome = try await run("cat", [], input: bytes)
        #expect(outcome.status == 0)
        #expect(outcome.standardOutput == bytes)
    }

    @Test func inputMayStayUnread() async throws {
        let outcome = try await run("sh", ["-c", "exit 4"], input: [UInt8](repeating: 0x61, count: 2_000_000))
        #expect(outcome.status == 4)
    }

    @Test func noInputIsAnEmptyOne() async throws {
        #expect(try await run("cat", []).standardOutput == [])
    }

    @Test func folderAndEnvironmentAreItsOwn() async throws {
        let outcome = try await run(
            "sh",
            ["-c", "pwd; echo $VERSLAG_WORD; test -n \"$PATH\""],
            in: "/usr",
            environment: ["VERSLAG_WORD": "woord"]
        )
        #expect(outcome.status == 0)
        #expect(outcome.text == "/usr\nwoord")
    }

    @Test func aSignalCountsAsInAShell() async throws {
        #expect(try await run("sh", ["-c", "kill -9 $$"]).status == 137)
    }

    @Test(arguments: ["verslag-no-such-program", "/usr/bin/verslag-no-such-program"])
    func aMissingProgramIsNamed(name: String) async throws {
        let error = try await #require(throws: ProcessError.self) { try await run(name, []) }
        #expect("\(error)" == "\(name): this program is not installed, or not on PATH")
    }

    @Test func aMissingFolderIsNamed() async throws {
        let error = try await #require(throws: ProcessError.self) { try await run("true", [], in: "/no/such/folder") }
        #expect("\(error)" == "true: /no/such/folder is not a folder")
    }
}
