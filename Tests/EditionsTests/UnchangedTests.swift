// What continuous integration asks: an edition that an earlier commit had sealed is still there, with nothing but errata added.
import Diagnostics
import Foundation
import Processes
import SiteBuild
import TestSupport
import Testing

@testable import Editions

@Suite struct UnchangedTests {
    private func since(_ commit: String, _ repository: SmallRepository) async throws -> [String] {
        try await changedSince(commit, try await Site(repository.site, jobs: 1), root: repository.root).map(\.id)
    }

    @Test func newEditionsAndErrataAreAllowed() async throws {
        let repository = try await SmallRepository()
        #expect(try await since("HEAD", repository) == [])  // nothing was sealed then
        _ = try await repository.seal("2020")
        try repository.folder.write(
            "content/errata.yaml",
            "- {edition: \"2020\", indicator: mensen, old: \"75\", new: \"57\", reason: Verwisseld., date: 2021-04-01}\n"
        )
        try repository.folder.write(
            "data/indicators.yaml",
            "- {id: mensen, label: Mensen, value: 57, unit: personen, source: Telling}\n"
        )
        try await repository.commit()
        #expect(try await repository.seal("2021").findings == [])
        #expect(try await since("HEAD", repository) == [])
        #expect(try await since("geen-commit", repository) == ["edition.no-commit"])
    }

    /// The folder of editions may have another name, and be gone altogether.
    @Test func theFolderMayBeElsewhere() async throws {
        let repository = try await SmallRepository()
        let folder = repository.root + "/openbaar/uitgaven"
        try FileManager.default.createDirectory(
            atPath: repository.root + "/openbaar",
            withIntermediateDirectories: true
        )
        let name = EditionName(id: "2020", date: "2020")
        #expect(
            try await seal(SealOptions(root: repository.root, site: folder, edition: name, printing: .off, jobs: 1))
                .findings == []
        )
        try await repository.commit()
        func changed() async throws -> [String] {
            try await changedSince("HEAD", try await Site(folder, jobs: 1), root: repository.root).map(\.id)
        }
        #expect(try await changed() == [])
        try FileManager.default.removeItem(atPath: repository.root + "/openbaar")
        #expect(try await changed() == ["edition.gone"])
        // Elsewhere on the disk no commit can tell.
        let other = try TemporaryFolder()
        await #expect(throws: ProcessError.self) {
            _ = try await changedSince("HEAD", try await Site(other.path, jobs: 1), root: repository.root)
        }
    }

    /// Sealed anew under the same id: every digest fits, and it is another edition all the same.
    @Test func aNewEditionUnderAnOldNameIsFound() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        try await repository.commit()
        try FileManager.default.removeItem(atPath: repository.site)
        #expect(try await since("HEAD", repository) == ["edition.gone"])
        try repository.folder.write("content/ander.md", "---\ntitle: Herschreven\n---\n")
        try await repository.git("add", "content")
        try await repository.git("commit", "--quiet", "-m", "herschreven")
        #expect(try await repository.seal("2020").findings == [])
        #expect(try await repository.check() == [])
        #expect(try await since("HEAD", repository) == ["edition.touched"])
    }
}
