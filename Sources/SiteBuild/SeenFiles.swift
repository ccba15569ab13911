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

    /// By the bytes of their paths: two names that only look the same are two files.
    private let stamps = Mutex<[[UInt8]: Stamp]>([:])

    /// Whether a file is as it was when it was read first.
    func isSame(_ path: String, _ stamp: Stamp) -> Bool {
        let key = Array(path.utf8)
        return stamps.withLock { stamps in
            if let first = stamps[key] { return first == stamp }
            stamps[key] = stamp
            return true
        }
    }
}
