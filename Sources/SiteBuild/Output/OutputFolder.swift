// Where rendered files go: beside the published edition first, in its place with one swap when the build is clean.
// A folder is replaced only where the command made it: it bears a mark. Nothing else is ever removed.
internal import CLinux
import Foundation
import Processes
import Synchronization

/// Reasons for which nothing could be written; none of them is the author's mistake in content.
public enum OutputError: Error, CustomStringConvertible {
    case failed(path: String, reason: String)
    /// The edition would take the place of somebody's sources.
    case sources(String)
    /// A link in place of the folder of all editions, or of one of them.
    case link(String)
    /// A folder that this command did not make.
    case foreign(String)
    /// A path was written twice and stage check did not see it: a mistake of this program.
    case twice(String)
    /// A pipe or a device lies in the edition: no build made that.
    case notAFile(String)

    public var description: String {
        switch self {
        case .failed(let path, let reason): "\(path): \(reason)"
        case .sources(let path):
            "\(path): sources stand here, and a site would take their place; choose another --output"
        case .link(let path):
            "\(path): this is a link, and a site is written only where its folder itself is; name that folder with --output"
        case .foreign(let path):
            "\(path): verslag did not make this folder (it has no \(OutputFolder.mark)) and does not replace it; "
                + "move it away, or choose another --output or edition.id"
        case .twice(let path): "\(path): this file was made twice, which is a mistake of verslag; please report it"
        case .notAFile(let path): "\(path): this is not a file, and no build made it; remove it"
        }
    }
}

/// A folder being filled. `commit` puts it in the place of `target`; without it nothing changes there.
///
/// A file that is the same as the published one becomes a second name (hard link) of it, so that only changed files are written.
final class OutputFolder: Sendable {
    let target: String
    private let staging: String
    private let parent: String
    private let madeParent: Bool
    private let lock: FolderLock
    private let hadTarget: Bool
    /// Paths that were there already when they were to be written.
    private let twice = Mutex<[String]>([])

    /// The file by which a draft is known as one that the next build may replace.
    static let mark = ".verslag"
    private static let markText = """
        This folder was made by verslag build, and the next build replaces it with all that is in it.

        """

    /// - Parameters:
    ///   - parent: the folder of all editions, such as `site`; made where it is missing.
    ///   - edition: the name of the folder within it.
    ///   - root: the programme's folder, whose sources are never written over.
    ///   - isSealed: whether no later build may replace what is written here; then it bears no mark.
    init(parent: String, edition: String, root: String? = nil, isSealed: Bool = false) throws {
        if let root, touchesSources(parent + "/" + edition, of: root) {
            throw OutputError.sources(parent + "/" + edition)
        }
        self.parent = parent
        target = parent + "/" + edition
        staging = parent + "/." + edition + ".new"
        madeParent = mkdir(parent, 0o755) == 0
        if !madeParent && errno != EEXIST { throw OutputFolder.failure(parent) }
        if isLink(parent) { throw OutputError.link(parent) }
        lock = try FolderLock(parent)
        OutputFolder.removeLeftovers(in: parent)
        Workplace.removeLeftovers()
        var status = stat()
        hadTarget = lstat(target, &status) == 0
        // From here on every property is set: leaving with an error runs deinit, which tidies up.
        if hadTarget && status.st_mode & S_IFMT == S_IFLNK { throw OutputError.link(target) }
        if hadTarget && status.st_mode & S_IFMT != S_IFDIR {
            throw OutputError.failed(path: target, reason: String(cString: strerror(ENOTDIR)))
        }
        if hadTarget && !OutputFolder.isOwn(target, edition: edition) { throw OutputError.foreign(target) }
        guard mkdir(staging, 0o755) == 0 else {
            throw errno == EEXIST ? OutputError.foreign(staging) : OutputFolder.failure(staging)
        }
        if !isSealed { try write(OutputFolder.mark, Array(OutputFolder.markText.utf8)) }
    }

    deinit {
        OutputFolder.removeTree(staging)
        if madeParent { rmdir(parent) }  // fails, as it should, where an edition was written
    }

    /// The bytes that stand at a path of the edition that will be replaced; nil where there are none.
    func published(_ path: String) -> [UInt8]? { hadTarget ? try? Disk.readFile(target + "/" + path).get() : nil }

    /// Writes a file. Where one was written before nothing happens yet: two files in one place are a finding of stage check, and stop `commit`.
    ///
    /// - Parameter path: relative, with `/`; folders are made as needed.
    func write(_ path: String, _ bytes: [UInt8]) throws {
        let destination = staging + "/" + path
        let published = hadTarget ? Disk.readFile(target + "/" + path) : .failure(.missing)
        if case .failure(.notAFile) = published, !OutputFolder.isFolder(target + "/" + path) {
            throw OutputError.notAFile(target + "/" + path)
        }
        if case .success(let old) = published, old == bytes {
            if link(target + "/" + path, destination) == 0 { return }
            if errno == ENOENT {
                try makeFolders(for: destination)
                if link(target + "/" + path, destination) == 0 { return }
            }
        }
        var descriptor = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if descriptor < 0 && errno == ENOENT {
            try makeFolders(for: destination)
            descriptor = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        }
        if descriptor < 0 && [EEXIST, ENOTDIR, EISDIR].contains(errno) {
            return twice.withLock { $0.append(path) }
        }
        guard descriptor >= 0 else { throw OutputFolder.failure(path) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            var done = 0
            while done < buffer.count {
                let count = Foundation.write(descriptor, start + done, buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw OutputFolder.failure(path) }
                done += count
            }
        }
    }

    /// Swaps the new folder in. The old one is gone afterwards; a reader never sees half of either.
    ///
    /// - Throws: `OutputError.twice` where two files wanted one place: what stands there is not what one of them says.
    func commit() throws {
        if let path = twice.withLock({ $0.min() }) { throw OutputError.twice(path) }
        if hadTarget {
            if renameat2(AT_FDCWD, staging, AT_FDCWD, target, rename_exchange) == 0 {
                OutputFolder.removeTree(staging)
                return
            }
            // A file system without exchange: two steps, the old folder is kept until the new one stands.
            let old = staging + ".old"
            OutputFolder.removeTree(old)
            guard rename(target, old) == 0 else { throw OutputFolder.failure(target) }
            guard rename(staging, target) == 0 else {
                let error = OutputFolder.failure(target)
                rename(old, target)
                throw error
            }
            OutputFolder.removeTree(old)
            return
        }
        guard rename(staging, target) == 0 else { throw OutputFolder.failure(target) }
    }

    /// Whether a build may replace a folder: one with the mark, an empty one, and a draft of version 0.1.0, which made no mark
    /// and is known by its own files.
    private static func isOwn(_ path: String, edition: String) -> Bool {
        func holds(_ names: [String]) -> Bool { names.allSatisfy { isFile(path + "/" + $0) } }
        let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
        return isEmpty || holds([mark])
            || edition == EditionName.draftID && holds([EditionFacts.pagesFile, "assets/css/site.css", "index.html"])
    }

    /// Folders of builds that were killed. The lock on the parent is held: nobody else fills one now.
    private static func removeLeftovers(in parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        where name.hasPrefix(".") && (name.hasSuffix(".new") || name.hasSuffix(".new.old")) {
            let path = parent + "/" + name
            // A build is killed before its mark stands, too; then there is nothing in the folder yet.
            if isFile(path + "/" + mark) || rmdir(path) == 0 { removeTree(path) }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func makeFolders(for path: String) throws {
        var index = path.utf8.index(path.startIndex, offsetBy: staging.utf8.count + 1)
        while let slash = path.utf8[index...].firstIndex(of: 0x2F) {
            let folder = String(path[..<slash])
            if mkdir(folder, 0o755) != 0 && ![EEXIST, ENOTDIR].contains(errno) { throw OutputFolder.failure(folder) }
            index = path.utf8.index(after: slash)
        }
    }

    private static func failure(_ path: String) -> OutputError {
        .failed(path: path, reason: String(cString: strerror(errno)))
    }

    private static func removeTree(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)  // nothing there is the usual case
    }
}

/// Whether a link stands at a path, whatever it leads to; `site/` and `site/.` name the link `site` as well.
public func isLink(_ path: String) -> Bool {
    var path = path[...]
    while path.hasSuffix("/.") || path.hasSuffix("/") && path.count > 1 { path = path.dropLast() }
    return isLinkItself(String(path))
}

private func isLinkItself(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func isFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// Whether one of the programme's own folders is, holds or lies in the folder to be written: `--output .` with an edition
/// named `content` must not cost an author the programme.
public func touchesSources(_ target: String, of root: String) -> Bool {
    func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path + "/"
    }
    let target = resolved(target)
    return ["content", "data", "templates"].map { resolved(root + "/" + $0) }.contains {
        $0.hasPrefix(target) || target.hasPrefix($0)
    }
}
