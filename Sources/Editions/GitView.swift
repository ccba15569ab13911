// A view of a Git repository: its objects and its branches, and nothing else of it. Git runs in this view only.
// A repository's own configuration names programs that Git starts (hooks, filters, monitors, transports of a remote that objects are
// fetched from late, those of submodules and included files), so whoever verifies another town's edition would run them.
// The view has no configuration but ours, so there is nothing to turn off one by one.
import Diagnostics
import Foundation
import Processes
import SiteBuild

/// Why there is no view of a repository.
enum GitViewProblem: Error, CustomStringConvertible {
    /// No `.git` here or above.
    case none
    case refused(Wording)

    var description: String {
        switch self {
        case .none: "there is no Git repository here"
        case .refused(let why): why.en
        }
    }
}

/// A folder of our own that stands for the repository's `.git`; removed with this value.
final class GitView: Sendable {
    /// The folder in which `.git` stands, links resolved.
    let top: String
    /// The way from `top` to the programme: empty or with a stroke at its end.
    let prefix: String
    /// The same without the stroke, or a dot.
    var place: String { prefix.isEmpty ? Repository.top : String(prefix.dropLast()) }
    private let workplace: Workplace

    /// - Parameter root: the programme's folder: the top of the repository or below it.
    /// - Throws: `GitViewProblem`, or what the disk refuses.
    init(_ root: String) throws {
        let root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        guard let place = try GitPlace(above: root) else { throw GitViewProblem.none }
        top = place.top
        prefix = root == top ? "" : String(root.dropFirst(top == "/" ? 1 : top.count + 1)) + "/"
        workplace = try Workplace()
        let view = workplace.path
        guard case .success(let head) = Disk.readFile(place.folder + "/HEAD") else {
            throw GitViewProblem.refused(
                Wording(en: "\(place.folder)/HEAD cannot be read", nl: "\(place.folder)/HEAD is niet te lezen")
            )
        }
        try Data(head).write(to: URL(fileURLWithPath: view + "/HEAD"))
        for name in ["objects", "refs", "packed-refs", "reftable", "shallow"]
        where kind(of: place.common + "/" + name) != .missing {
            try checkPlain(place.common + "/" + name)
            try FileManager.default.createSymbolicLink(
                atPath: view + "/" + name,
                withDestinationPath: place.common + "/" + name
            )
        }
        try Data(configuration(place).utf8).write(to: URL(fileURLWithPath: view + "/config"))
    }

    /// Runs Git at the top of the repository.
    ///
    /// - Parameters:
    ///   - input: its standard input.
    ///   - isAsCommitted: whether bytes are those of the commit; otherwise files that were checked out with other line ends are no
    ///     other texts for that.
    func git(_ arguments: [String], input: [UInt8]? = nil, isAsCommitted: Bool = true) async throws -> ProcessOutcome {
        var variables: [String: String?] = GitView.environment
        variables["GIT_DIR"] = workplace.path
        variables["GIT_WORK_TREE"] = top
        let lineEnds = ["-c", "core.autocrlf=\(isAsCommitted ? "false" : "input")"]
        return try await run(
            "git",
            GitView.settings + lineEnds + arguments,
            in: top,
            input: input,
            environment: variables
        )
    }

    /// A commit has the same bytes whatever its user and this machine prefer.
    private static let settings = [
        "core.quotePath=false", "core.eol=lf", "core.symlinks=true", "core.fileMode=false",
        "core.attributesFile=/dev/null", "core.excludesFile=/dev/null", "core.fsmonitor=false",
        "core.hooksPath=/dev/null", "submodule.recurse=false", "protocol.allow=never",
    ].flatMap { ["-c", $0] }

    /// Neither another repository, of whose hook this may be a child, nor the settings of user and machine have a say.
    private static let environment: [String: String?] = {
        var variables: [String: String?] = [
            "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_ATTR_NOSYSTEM": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_TERMINAL_PROMPT": "0",
        ]
        for name in ProcessInfo.processInfo.environment.keys
        where name.hasPrefix("GIT_") && !["GIT_EXEC_PATH"].contains(name) && variables[name] == nil {
            variables[name] = .some(nil)
        }
        return variables
    }()
}

/// How objects and branches are kept is all that is taken from the repository's own configuration.
private func configuration(_ place: GitPlace) -> String {
    let own = (try? Disk.readFile(place.common + "/config").get()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let isLong = own.firstMatch(of: /(?i)objectformat\s*=\s*"?sha256/) != nil
    let isTable = own.firstMatch(of: /(?i)refstorage\s*=\s*"?reftable/) != nil
    return """
        [core]
        repositoryformatversion = 1
        bare = false
        [extensions]
        objectformat = \(isLong ? "sha256" : "sha1")
        \(isTable ? "refstorage = reftable" : "")

        """
}

/// A pipe or a device among the objects would make Git wait for ever; a link would show it another repository.
private func checkPlain(_ path: String) throws {
    let contents = kind(of: path) == .folder ? FolderContents(path).others : isLink(path) ? [""] : []
    if let first = contents.first {
        let shown = first.isEmpty ? path : path + "/" + first
        throw GitViewProblem.refused(
            Wording(
                en: "\(shown) is a link or a special file, and Git keeps none there",
                nl: "\(shown) is een koppeling of bijzonder bestand, en Git bewaart die daar niet"
            )
        )
    }
}

/// Where a repository keeps what it keeps.
private struct GitPlace {
    let top: String
    /// Of this checkout: `HEAD`.
    let folder: String
    /// Of all checkouts of the repository: objects and branches.
    let common: String

    /// The repository in which a folder stands; nil where there is none.
    init?(above folder: String) throws {
        var top = folder
        while kind(of: top + "/.git") == .missing {
            if top == "/" || top.isEmpty { return nil }
            top = URL(fileURLWithPath: top).deletingLastPathComponent().path
        }
        let git = top + "/.git"
        self.top = top
        if kind(of: git) == .folder {
            (self.folder, common) = (git, git)
            return
        }
        guard !isLink(git), let target = pathIn(git, after: "gitdir:", from: top) else { throw leadsAway(git) }
        // A further checkout and a submodule are known to the repository that they belong to: it names this folder.
        if let back = pathIn(target + "/gitdir", after: "", from: target), back == git {
            self.folder = target
            common = pathIn(target + "/commondir", after: "", from: target) ?? target
        } else if let worktree = pathIn(target + "/config", after: "worktree =", from: target), worktree == top {
            (self.folder, common) = (target, target)
        } else {
            throw leadsAway(git)
        }
    }
}

private func leadsAway(_ git: String) -> GitViewProblem {
    .refused(
        Wording(
            en: "\(git) leads to another repository, which does not know this folder",
            nl: "\(git) leidt naar een andere repository, en die kent deze map niet"
        )
    )
}

/// The path on the first line of a file that begins with `word`, links resolved.
private func pathIn(_ file: String, after word: String, from folder: String) -> String? {
    guard case .success(let bytes) = Disk.readFile(file) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let line = line.trimmingCharacters(in: .whitespaces)
        guard line.hasPrefix(word) else { continue }
        let path = line.dropFirst(word.count).trimmingCharacters(in: .whitespaces)
        let url = path.hasPrefix("/") ? URL(fileURLWithPath: path) : URL(fileURLWithPath: folder + "/" + path)
        return url.standardizedFileURL.resolvingSymlinksInPath().path
    }
    return nil
}
