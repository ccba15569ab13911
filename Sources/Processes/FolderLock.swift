// One writer at a time in a folder: builds and sealing take this lock on the folder of all editions before they touch anything,
// and a `Workplace` is known by it to be in use.
import Foundation

/// Why a folder could not be locked.
public enum LockError: Error, CustomStringConvertible {
    /// Another process writes here.
    case busy(String)
    /// In the system's words.
    case failed(path: String, reason: String)

    public var description: String {
        switch self {
        case .busy(let path): "\(path): another build is writing here"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }
}

/// The right to write in a folder; given back when the last reference goes, also when the process is killed.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `LockError`.
    public init(_ folder: String) throws {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LockError.failed(path: folder, reason: String(cString: strerror(errno))) }
        // Another process may have removed the folder between the two steps, and a third made it anew.
        // The descriptor is closed by deinit, which runs when an initialiser that has set every property throws.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(descriptor, at: folder) else {
            throw LockError.busy(folder)
        }
    }

    deinit {
        // Said aloud: a program that is being started at this moment still holds the descriptor too.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

/// Whether the folder that was opened is the one that stands there now.
private func isStill(_ descriptor: Int32, at folder: String) -> Bool {
    var (opened, found) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(folder, &found) == 0 && opened.st_ino == found.st_ino
        && opened.st_dev == found.st_dev
}
