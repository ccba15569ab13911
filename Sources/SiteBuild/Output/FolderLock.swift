// One writer at a time in the folder of all editions: builds and sealing take this lock before they touch anything.
import Foundation

/// The right to write in a folder; given back when the last reference goes, also when the process is killed.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `OutputError.busy` where another process writes here.
    public init(_ folder: String) throws {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError.failed(path: folder, reason: String(cString: strerror(errno))) }
        // Another process may have removed the folder between the two steps, and a third made it anew.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(descriptor, at: folder) else {
            close(descriptor)
            throw OutputError.busy(folder)
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
