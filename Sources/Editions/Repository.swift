// What sealing asks of Git: which commit this is, whether the sources are committed, and the sources as a commit has them.
import Diagnostics
import Foundation
import Processes

/// The Git repository in which a programme's folder stands.
struct Repository: Sendable {
    /// The programme's folder: the top of the repository or below it.
    let root: String

    /// The folders that an edition is built from.
    static let sources = ["content", "data", "templates"]

    /// What is checked out.
    struct State: Sendable {
        /// nil where there is no repository or no commit yet.
        var commit: String?
        /// Files of the sources that the commit does not have as they are, hidden ones left out because no build reads them.
        /// Ignored files count: they are built, and would be missing when the edition is built again.
        var uncommitted: [String] = []
        /// Files among them to which Git gives other bytes than it stores (`filter=lfs`), as far as its attributes say.
        var filtered: Set<String> = []
        /// What is wrong where there is a repository that cannot be read.
        var complaint: Wording?
    }

    /// The disk against the commit, whatever was added to the repository's own index meanwhile.
    func state() async throws -> State {
        let view: GitView
        do {
            view = try GitView(root)
            try view.checkReadable(root, sources: Repository.sources)
        } catch GitViewProblem.none { return State() } catch GitViewProblem.refused(let why) {
            return State(complaint: why)
        }
        var state = State()
        let head = try await view.git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
        guard head.status == 0 else { return state }
        state.commit = head.text
        let read = try await view.git(["read-tree", head.text])
        let outcome = try await view.git(
            [
                "status", "--porcelain=v2", "-z", "--untracked-files=all", "--ignored=matching", "--no-renames",
                "--ignore-submodules=all", "--",
            ] + Repository.sources.map { view.prefix + $0 },
            isAsCommitted: false
        )
        for failed in [read, outcome] where failed.status != 0 {
            // Without a word from Git it is the disk: the view could not be written.
            guard !failed.complaint.isEmpty else {
                throw ProcessError.failed(executable: "git", reason: "status \(failed.status)")
            }
            return State(complaint: Wording(en: failed.complaint, nl: failed.complaint))
        }
        for line in outcome.standardOutput.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
            // "1" and "u" have eight and ten words before the path, "?" and "!" one.
            let words = line.first == "1" ? 8 : line.first == "u" ? 10 : 1
            guard let path = line.split(separator: " ", maxSplits: words).last, line.first != "#" else { continue }
            state.uncommitted.append(String(path))
        }
        state.filtered = try await filtered(state.uncommitted, view)
        func inProgramme(_ path: String) -> String {
            path.hasPrefix(view.prefix) ? String(path.dropFirst(view.prefix.count)) : path
        }
        state.filtered = Set(state.filtered.map(inProgramme))
        state.uncommitted = state.uncommitted.map(inProgramme)
            .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
        return state
    }

    private func filtered(_ paths: [String], _ view: GitView) async throws -> Set<String> {
        guard !paths.isEmpty else { return [] }
        let input = paths.reduce(into: [UInt8]()) { $0 += Array($1.utf8) + [0] }
        let outcome = try await view.git(["check-attr", "-z", "--stdin", "filter"], input: input)
        // Path, attribute and value, one after the other.
        let words = outcome.standardOutput.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return Set(
            stride(from: 0, to: words.count - 2, by: 3)
                .filter { !["unspecified", "unset"].contains(words[$0 + 2]) }.map { words[$0] }
        )
    }

    /// Whether the repository still has a commit.
    func has(_ commit: String) async throws -> Bool {
        try await view()?.has(commit) ?? false
    }

    /// Whether a branch, tag or commit that a person named is there.
    func resolves(_ name: String) async throws -> Bool {
        try await view()?.git(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]).status == 0
    }

    /// - Returns: nil where there is no repository.
    func view() throws -> GitView? {
        do { return try GitView(root) } catch GitViewProblem.none { return nil }
    }

    /// A file of this repository as a commit has it; nil where the commit has none.
    ///
    /// - Parameter folder: the file's folder, which need not be there any more.
    /// - Throws: `ProcessError` where the folder is in no place of this repository, or where Git fails: that nothing was found is no answer then.
    func file(_ name: String, below folder: String, at commit: String) async throws -> [UInt8]? {
        let view = try GitView(root)
        let top = view.top
        let path = realPath(ofMissing: folder) + "/" + name
        guard path.hasPrefix(top + "/") else {
            throw ProcessError.failed(
                executable: "git",
                reason: "\(folder) is not in the repository \(top); name that one with --root"
            )
        }
        let inside = String(path.dropFirst(top.utf8.count + 1))
        let listed = try await view.git(["ls-tree", "-z", "--name-only", commit, "--", inside])
        guard listed.status == 0 else { throw ProcessError.failed(executable: "git", reason: listed.complaint) }
        if listed.standardOutput.isEmpty { return nil }
        let outcome = try await view.git(["cat-file", "blob", commit + ":" + inside])
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
        let view = try GitView(root)
        let place = inside ?? view.place
        let prefix = place == Repository.top ? "" : place + "/"
        let listed = try await view.git(
            ["--literal-pathspecs", "ls-tree", "-r", "-z", commit, "--"] + Repository.sources.map { prefix + $0 }
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
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let steps: [([String], [UInt8]?)] = [
            (["read-tree", commit], nil),
            (["checkout-index", "--quiet", "-z", "--stdin", "--prefix=\(folder)/"], paths),
        ]
        for (arguments, input) in steps {
            // The files' own attributes count as the commit has them, not as they are here now.
            let outcome = try await view.git(arguments, input: input, files: folder)
            guard outcome.status == 0 else { throw ProcessError.failed(executable: "git", reason: outcome.complaint) }
        }
        return (place == Repository.top ? folder : folder + "/" + place, foreign)
    }

    /// What `place` says of a programme at the top of its repository.
    static let top = "."

    /// Where the programme stands in the repository: a path without a stroke at its end, or a dot.
    func place() throws -> String { try GitView(root).place }

    /// Where programmes stand in a commit, as `place` says it.
    ///
    /// - Throws: `ProcessError` where the repository does not have all of the commit.
    func programmes(in commit: String) async throws -> [String] {
        let listed = try await GitView(root).git(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit])
        guard listed.status == 0 else { throw ProcessError.failed(executable: "git", reason: listed.complaint) }
        let file = "content/programme.yaml"
        return listed.standardOutput.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.compactMap {
            path in
            path == file ? Repository.top : path.hasSuffix("/" + file) ? String(path.dropLast(file.count + 1)) : nil
        }
    }
}
