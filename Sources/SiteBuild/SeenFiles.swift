// Which files a build has read: one that is read again must still be the same, so that a build tells of one moment.
import Foundation
import Synchronization

/// The files that one build has read, shared by its workers.
final class SeenFiles: Sendable {
    /// What changes with a file's bytes.
    struct Stamp: Equatable, Sendable {
        private let device: UInt
        private let inode: UInt
        private let size: Int
        private let seconds: Int
        private let nanoseconds: Int

        init(_ status: stat) {
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    private let stamps = Mutex<[String: Stamp]>([:])

    /// Whether a file is as it was when it was read first.
    func isSame(_ path: String, _ stamp: Stamp) -> Bool {
        stamps.withLock { stamps in
            if let first = stamps[path] { return first == stamp }
            stamps[path] = stamp
            return true
        }
    }
}
