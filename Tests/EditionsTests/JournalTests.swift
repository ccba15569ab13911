// What a killed command leaves behind, at every point between the two folders: the next command makes it nothing or all.
import Diagnostics
import Foundation
import SiteBuild
import TestSupport
import Testing

@testable import Editions

@Suite struct JournalTests {
    /// A site with one edition, as it stands after `moved` steps of publishing a second one.
    private func cutOff(after moved: Int) async throws -> (SmallRepository, whole: [String: Data]) {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        let before = tree(repository.site)
        _ = try await repository.seal("2021")
        let whole = tree(repository.site)
        // Back to the moment at which it was decided, and then the first steps again.
        let folder = repository.folder
        let journal = repository.site + "/.sealing"
        try FileManager.default.createDirectory(atPath: journal + "/landing/latest", withIntermediateDirectories: true)
        let steps = [("2021", "2021"), ("landing/_redirects", "_redirects"), ("landing/index.html", "index.html"), ("landing/latest/index.html", "latest/index.html")]
        for (from, to) in steps.dropFirst(moved) {
            try FileManager.default.moveItem(atPath: "\(repository.site)/\(to)", toPath: "\(journal)/\(from)")
            if let old = before[to] { try folder.write("site/" + to, old) }
        }
        try FileManager.default.moveItem(atPath: repository.site + "/editions.json", toPath: journal + "/editions.json")
        try folder.write("site/editions.json", try #require(before["editions.json"]))
        return (repository, whole)
    }

    @Test(arguments: 0...4) func whatWasDecidedIsFinished(moved: Int) async throws {
        let (repository, whole) = try await cutOff(after: moved)
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.finished == ["2021"])
        #expect(site.findings.isEmpty)
        #expect(tree(repository.site) == whole)
        #expect(try repository.folder.entries("site").contains(".sealing") == false)
    }

    @Test func whatWasNotDecidedIsThrownAway() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        let before = tree(repository.site)
        try repository.folder.write("site/.sealing/2021/index.html", "half")
        try repository.folder.write("site/.sealing/.2021.new/index.html", "half")
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.finished == [])
        #expect(tree(repository.site) == before)
    }

    @Test func whatIsDamagedIsNotPublished() async throws {
        let (repository, _) = try await cutOff(after: 0)
        try repository.folder.write("site/.sealing/2021/index.html", "half")
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.findings.all.map(\.id) == ["edition.half"])
        #expect(site.list.editions.map(\.id) == ["2020"])
        #expect(try !repository.folder.entries("site").contains("2021"))
    }

    @Test func oneAtATime() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        let before = tree(repository.site)
        let lock = try FolderLock(repository.site)
        await #expect(throws: OutputError.self) { try await repository.seal("2021") }
        #expect(tree(repository.site) == before)
        withExtendedLifetime(lock) {}
    }
}
