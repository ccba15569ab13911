// Folders of one's own in the temporary folder: gone with their value, removed by the next command where their owner was killed.
import Foundation
import Testing

@testable import Processes

@Suite struct WorkplaceTests {
    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test func isGoneWithItsValue() throws {
        var place: Workplace? = try Workplace()
        let path = try #require(place?.path)
        #expect(FileManager.default.createFile(atPath: path + "/a", contents: Data("b".utf8)))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        place = nil
        #expect(!exists(path))
    }

    @Test func whatAKilledCommandLeftIsRemovedAndWhatIsInUseStays() throws {
        let used = try Workplace()
        let name = try #require(used.path.split(separator: "/").last)
        let left = used.path.dropLast(name.count) + "verslag-work-\(UUID().uuidString)"
        let other = used.path.dropLast(name.count) + "verslag-work-van-iemand-\(UUID().uuidString)"
        for path in [left, other] {
            try FileManager.default.createDirectory(atPath: String(path), withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(atPath: String(other)) }
        Workplace.removeLeftovers()
        #expect(exists(used.path))
        #expect(!exists(String(left)))
        #expect(exists(String(other)))
    }

    /// A lock that is refused closes what it opened, once: a second time would close somebody else's file.
    @Test func aRefusedLockClosesOnlyItsOwn() throws {
        let place = try Workplace()
        for _ in 0..<200 {
            #expect(throws: LockError.self) { try FolderLock(place.path) }
            let file = open(place.path, O_RDONLY | O_DIRECTORY)
            #expect(throws: LockError.self) { try FolderLock(place.path) }
            #expect(fcntl(file, F_GETFD) >= 0)
            close(file)
        }
    }
}
