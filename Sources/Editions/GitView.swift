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
        try checkBorrowed(place.common + "/objects")
        try Data(configuration(place).utf8).write(to: URL(fileURLWithPath: view + "/config"))
    }

    /// The folder in which the `.git` of a folder stands; nil where there is none.
    static func top(of folder: String) throws -> String? {
        try GitPlace(above: URL(fileURLWithPath: folder).resolvingSymlinksInPath().path)?.top
    }

    /// Whether the repository still has a commit.
    func has(_ commit: String) async throws -> Bool {
        guard commit.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return false }
        return try await git(["cat-file", "-e", commit + "^{commit}"]).status == 0
    }

    /// Runs Git at the top of the repository.
    ///
    /// - Parameters:
    ///   - input: its standard input.
    ///   - files: the folder with the files, in which Git looks for attributes too; nil for the repository's own.
    ///   - isAsCommitted: whether bytes are those of the commit; otherwise files that were checked out with other line ends are no
    ///     other texts for that.
    func git(
        _ arguments: [String],
        input: [UInt8]? = nil,
        files: String? = nil,
        isAsCommitted: Bool = true
    ) async throws -> ProcessOutcome {
        var variables: [String: String?] = GitView.environment
        variables["GIT_DIR"] = workplace.path
        variables["GIT_WORK_TREE"] = files ?? top
        let lineEnds = ["-c", "core.autocrlf=\(isAsCommitted ? "false" : "input")"]
        return try await run(
            "git",
            GitView.settings + lineEnds + arguments,
            in: files ?? top,
            input: input,
            environment: variables
        )
    }

    /// A commit has the same bytes whatever its user and this machine prefer.
    private static let settings = [
        "core.quotePath=false", "core.eol=lf", "core.symlinks=true", "core.fileMode=false",
        "core.attributesFile=/dev/null", "core.excludesFile=/dev/null", "core.fsmonitor=false",
        "core.hooksPath=/dev/null", "submodule.recurse=false", "protocol.allow=never",
        // What a commit consists of is told by its objects, not by a list that somebody made of them.
        "core.commitGraph=false",
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
    if kind(of: path) == .folder {
        if let first = FolderContents(path).others.first { throw notPlain(first.isEmpty ? path : path + "/" + first) }
    } else if !isRegular(path, throughLinks: false) {
        throw notPlain(path)
    }
}

private func notPlain(_ path: String) -> GitViewProblem {
    .refused(
        Wording(
            en: "\(path) is a link or a special file, and Git keeps none there",
            nl: "\(path) is een koppeling of bijzonder bestand, en Git bewaart die daar niet"
        )
    )
}

func isRegular(_ path: String, throughLinks: Bool) -> Bool {
    var status = stat()
    return (throughLinks ? stat(path, &status) : lstat(path, &status)) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// A clone may borrow the objects of other repositories, and those of others again; Git follows at most five steps.
private func checkBorrowed(_ objects: String, steps: Int = 5) throws {
    guard steps > 0, case .success(let bytes) = Disk.readFile(objects + "/info/alternates") else { return }
    for line in bytes.split(separator: 0x0A).map({ String(decoding: $0, as: UTF8.self) })
    where !line.hasPrefix("#") {
        let folder = line.hasPrefix("/") ? line : objects + "/" + line
        // No more than what Git reads there: the line may name any folder.
        for name in ["info", "pack"] + (0...0xFF).map(hexadecimal) where kind(of: folder + "/" + name) != .missing {
            try checkPlain(folder + "/" + name)
        }
        try checkBorrowed(folder, steps: steps - 1)
    }
}

private func hexadecimal(_ byte: Int) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

extension GitView {
    /// What Git reads in the folders themselves, whatever we ask: attributes, what is ignored, and the sources.
    ///
    /// - Parameter folder: the programme's or the site's; the settings above it count too.
    /// - Throws: `GitViewProblem` where one of these is a pipe or a device, for which Git would wait for ever.
    func checkReadable(_ folder: String, sources: [String] = []) throws {
        let names = [".gitattributes", ".gitignore"]
        var place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        var paths = names.map { place + "/" + $0 }
        while place != top, place.utf8.count > top.utf8.count {
            place = URL(fileURLWithPath: place).deletingLastPathComponent().path
            paths += names.map { place + "/" + $0 }
        }
        for source in sources {
            let found = folder + "/" + source
            if kind(of: found) == .folder { paths += FolderContents(found).others.map { found + "/" + $0 } }
        }
        for path in paths where exists(path) && !isFolder(path) && !isRegular(path, throughLinks: true) {
            throw notPlain(path)
        }
    }

    /// A link that leads nowhere is not there.
    private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
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
