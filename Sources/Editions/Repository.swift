// What sealing asks of Git: which commit this is, whether the sources are committed, and the sources as a commit has them.
import Foundation
import Processes

/// The Git repository in which a programme's folder stands.
struct Repository: Sendable {
    /// The programme's folder: the top of the repository or below it.
    let root: String

    /// The folders that an edition is built from.
    static let sources = ["content", "data", "templates"]

    func git(
        _ arguments: [String],
        in folder: String? = nil,
        input: [UInt8]? = nil,
        environment: [String: String] = [:],
        isAsCommitted: Bool = true
    ) async throws -> ProcessOutcome {
        // Reading must neither wait for another Git nor leave a lock behind. Which repository it is, is for the folder to say, not for the
        // variables that a hook of another one sets; and a commit has the same bytes whatever its user prefers.
        var variables: [String: String?] = ["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"] {
            variables[name] = .some(nil)
        }
        for (name, value) in environment { variables[name] = value }
        // What is checked out has the line ends that its user prefers, and is no other text for that.
        let own = isAsCommitted ? ["core.autocrlf=false", "core.eol=lf", "core.symlinks=true"] : []
        let settings = (["core.quotePath=false"] + own).flatMap { ["-c", $0] }
        return try await run("git", settings + arguments, in: folder ?? root, input: input, environment: variables)
    }

    /// What is checked out.
    struct State: Sendable {
        /// nil where there is no repository or no commit yet.
        var commit: String?
        /// Files of the sources that the commit does not have as they are, hidden ones left out because no build reads them.
        /// Ignored files count: they are built, and would be missing when the edition is built again.
        var uncommitted: [String] = []
        /// What Git says where there is a repository that it will not read.
        var complaint: String?
    }

    /// One call of Git: starting a program takes longer than many a page.
    func state() async throws -> State {
        let outcome = try await git(
            [
                "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--ignored=matching",
                "--no-renames", "--",
            ] + Repository.sources,
            isAsCommitted: false
        )
        guard outcome.status == 0 else {
            let isNone = outcome.complaint.contains("not a git repository") || outcome.complaint.isEmpty
            return State(complaint: isNone ? nil : outcome.complaint)
        }
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

    /// A file of this repository as a commit has it; nil where the commit has none.
    ///
    /// - Parameter folder: the file's folder, which need not be there any more.
    /// - Throws: `ProcessError` where the folder is in no place of this repository, or where Git fails: that nothing was found is no answer then.
    func file(_ name: String, below folder: String, at commit: String) async throws -> [UInt8]? {
        let top = try await git(["rev-parse", "--show-toplevel"]).text
        let path = realPath(ofMissing: folder) + "/" + name
        guard !top.isEmpty, path.hasPrefix(top + "/") else {
            throw ProcessError.failed(
                executable: "git",
                reason: "\(folder) is not in the repository \(top); name that one with --root"
            )
        }
        let inside = String(path.dropFirst(top.utf8.count + 1))
        let listed = try await git(["ls-tree", "-z", "--name-only", commit, "--", inside], in: top)
        guard listed.status == 0 else { throw ProcessError.failed(executable: "git", reason: listed.complaint) }
        if listed.standardOutput.isEmpty { return nil }
        let outcome = try await git(["cat-file", "blob", commit + ":" + inside], in: top)
        guard outcome.status == 0, !outcome.standardOutput.isEmpty else {
            throw ProcessError.failed(executable: "git", reason: outcome.complaint)
        }
        return outcome.standardOutput
    }

    /// A path with its links resolved, as far down as it is there.
    private func realPath(ofMissing path: String) -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        if let found = realpath(url.path, nil) {
            defer { free(found) }
            return String(cString: found)
        }
        let parent = url.deletingLastPathComponent()
        return parent.path == url.path ? url.path : realPath(ofMissing: parent.path) + "/" + url.lastPathComponent
    }

    /// Puts the sources of a commit into an empty folder, without touching the repository or its index.
    ///
    /// - Parameter inside: where the programme stood in the repository then, as an edition records it; nil for where it stands now.
    /// - Returns: the programme's folder in it, and what stands in the sources that a commit does not have: other repositories, and a link in
    ///   place of a whole folder. Links below one are for the build to judge.
    func checkOut(_ commit: String, into folder: String, inside: String? = nil) async throws
        -> (root: String, foreign: [String])
    {
        let environment = ["GIT_INDEX_FILE": folder + ".index"]
        defer { try? FileManager.default.removeItem(atPath: folder + ".index") }
        let top = try await git(["rev-parse", "--show-toplevel"]).text
        let here = try await place()
        let place = inside ?? here
        let prefix = place == Repository.top ? "" : place + "/"
        let listed = try await git(
            ["--literal-pathspecs", "ls-tree", "-r", "-z", commit, "--"] + Repository.sources.map { prefix + $0 },
            in: top
        )
        var paths: [UInt8] = []
        var foreign: [String] = []
        // "100644 blob 9f7a… TAB path": another repository has the mode 160000, a link 120000.
        for line in listed.standardOutput.split(separator: 0) {
            guard let tab = line.firstIndex(of: 0x09) else { continue }
            let path = line[line.index(after: tab)...]
            let name = String(decoding: path.dropFirst(prefix.utf8.count), as: UTF8.self)
            if line.starts(with: Array("160000".utf8))
                || line.starts(with: Array("120000".utf8)) && Repository.sources.contains(name)
            {
                foreign.append(name)
            }
            paths += path + [0]
        }
        let steps: [([String], [UInt8]?)] = [
            (["read-tree", commit], nil),
            (["checkout-index", "--quiet", "-z", "--stdin", "--prefix=\(folder)/"], paths),
        ]
        for (arguments, input) in steps {
            let outcome = try await git(arguments, in: top, input: input, environment: environment)
            guard outcome.status == 0 else { throw ProcessError.failed(executable: "git", reason: outcome.complaint) }
        }
        return (place == Repository.top ? folder : folder + "/" + place, foreign)
    }

    /// What `place` says of a programme at the top of its repository.
    static let top = "."

    /// Where the programme stands in the repository: a path without a stroke at its end, or a dot.
    func place() async throws -> String {
        let prefix = try await prefix()
        return prefix.isEmpty ? Repository.top : String(prefix.dropLast())
    }

    /// Where programmes stand in a commit, as `place` says it.
    func programmes(in commit: String) async throws -> [String] {
        let listed = try await git(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit])
        let file = "content/programme.yaml"
        return listed.standardOutput.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.compactMap {
            path in
            path == file ? Repository.top : path.hasSuffix("/" + file) ? String(path.dropLast(file.count + 1)) : nil
        }
    }

    /// The way from the top of the repository to the programme: empty or with a stroke at its end.
    private func prefix() async throws -> String { try await git(["rev-parse", "--show-prefix"]).text }
}
