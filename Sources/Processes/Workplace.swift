// Folders in which other people's programs work, in the system's temporary folder. Each is gone with the value that stands for it;
// what a command left that was killed is removed by the next one.
import Foundation

/// An empty folder of one's own, readable by nobody else.
public final class Workplace: Sendable {
    public let path: String
    private let lock: FolderLock

    private static let prefix = "verslag-work-"

    /// - Throws: `LockError` where the system's temporary folder takes nothing.
    public init() throws {
        // Who tidies up may take the lock of a folder that was made a moment ago; then another one is made.
        for _ in 0..<5 {
            let path = Workplace.parent + "/" + Workplace.prefix + UUID().uuidString
            guard mkdir(path, 0o700) == 0 else {
                throw LockError.failed(path: path, reason: String(cString: strerror(errno)))
            }
            guard let lock = try? FolderLock(path) else { continue }
            (self.path, self.lock) = (path, lock)
            return
        }
        throw LockError.busy(Workplace.parent)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Removes the folders of commands that were killed: their locks are free.
    public static func removeLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        where name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil {
            let path = parent + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
                let lock = try? FolderLock(path)
            else { continue }
            withExtendedLifetime(lock) { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    private static var parent: String {
        let path = FileManager.default.temporaryDirectory.path
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
