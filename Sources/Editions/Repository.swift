// What sealing asks of Git: which commit this is, whether the sources are committed, and the sources as a commit has them.
import Foundation
import Processes
import SiteBuild

/// The Git repository in which a programme's folder stands.
struct Repository: Sendable {
    /// The programme's folder: the top of the repository or below it.
    let root: String

    /// The folders that an edition is built from.
    static let sources = ["content", "data", "templates"]

    private func git(_ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:]) async throws -> ProcessOutcome {
        // Reading must neither wait for another Git nor leave a lock behind.
        let environment = environment.merging(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]) { own, _ in own }
        return try await run("git", ["-c", "core.quotePath=false"] + arguments, in: root, input: input, environment: environment)
    }

    /// What is checked out.
    struct State: Sendable {
        /// nil where there is no repository or no commit yet.
        var commit: String?
        /// Files of the sources that the commit does not have as they are, hidden ones left out because no build reads them.
        /// Ignored files count: they are built, and would be missing when the edition is built again.
        var uncommitted: [String] = []
    }

    /// One call of Git: starting a program takes longer than many a page.
    func state() async throws -> State {
        let outcome = try await git(
            ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--ignored=matching", "--no-renames", "--"] + Repository.sources)
        guard outcome.status == 0 else { return State() }
        var state = State()
        for line in outcome.standardOutput.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
            // "1" and "u" have eight and ten words before the path, "?" and "!" one.
            let words = line.first == "1" ? 8 : line.first == "u" ? 10 : 1
            if line.hasPrefix("# branch.oid ") { state.commit = String(line.dropFirst("# branch.oid ".count)) }
            guard let path = line.split(separator: " ", maxSplits: words).last, line.first != "#" else { continue }
            state.uncommitted.append(String(path))
        }
        if state.commit == "(initial)" { state.commit = nil }
        guard !state.uncommitted.isEmpty else { return state }
        let prefix = try await prefix()
        state.uncommitted = state.uncommitted.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
            .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
        return state
    }

    /// Whether the repository still has a commit.
    func has(_ commit: String) async throws -> Bool {
        guard commit.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return false }
        return try await git(["cat-file", "-e", commit + "^{commit}"]).status == 0
    }

    /// Whether a branch, tag or commit that a person named is there.
    func resolves(_ name: String) async throws -> Bool {
        try await git(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]).status == 0
    }

    /// A file as a commit has it; nil where the commit has none.
    ///
    /// - Parameter folder: the file's folder, which need not be there any more.
    func file(_ name: String, below folder: String, at commit: String) async throws -> [UInt8]? {
        let (from, to) = (URL(fileURLWithPath: root).standardizedFileURL.path, URL(fileURLWithPath: folder).standardizedFileURL.path)
        let outcome = try await git(["show", "\(commit):./\(relativePath(to: to + "/" + name, from: from))"])
        return outcome.status == 0 ? outcome.standardOutput : nil
    }

    /// Puts the sources of a commit into an empty folder, without touching the repository or its index.
    ///
    /// - Returns: the programme's folder in it.
    func checkOut(_ commit: String, into folder: String) async throws -> String {
        let environment = ["GIT_INDEX_FILE": folder + ".index"]
        defer { try? FileManager.default.removeItem(atPath: folder + ".index") }
        let listed = try await git(["ls-tree", "-r", "--name-only", "-z", commit, "--"] + Repository.sources)
        let steps: [([String], [UInt8]?)] = [
            (["read-tree", commit], nil), (["checkout-index", "--quiet", "-z", "--stdin", "--prefix=\(folder)/"], listed.standardOutput),
        ]
        for (arguments, input) in steps {
            let outcome = try await git(arguments, input: input, environment: environment)
            guard outcome.status == 0 else { throw ProcessError.failed(executable: "git", reason: outcome.complaint) }
        }
        let prefix = try await prefix()
        return prefix.isEmpty ? folder : folder + "/" + prefix.dropLast()
    }

    /// The way from the top of the repository to the programme: empty or with a stroke at its end.
    private func prefix() async throws -> String { try await git(["rev-parse", "--show-prefix"]).text }
}
