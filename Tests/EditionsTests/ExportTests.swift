// An exported edition is whole, opens in other programs, and is the same every time.
import Diagnostics
import Foundation
import Processes
import SiteBuild
import TestSupport
import Testing

@testable import Editions

@Suite struct ExportTests {
    @Test func crc() {
        #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)  // the check value of its definition
        #expect(crc32([]) == 0)
    }

    @Test func otherProgramsOpenTheArchive() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        let edition = try #require(try await repository.seal("2021").edition)
        let site = try await Site(repository.site, jobs: 1)
        try exportZip(edition, of: site, to: repository.root + "/een.zip")
        try exportZip(edition, of: site, to: repository.root + "/twee.zip")
        #expect(tree(repository.root)["een.zip"] == tree(repository.root)["twee.zip"])
        let program =
            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])"
        let outcome = try await run("python3", ["-c", program, repository.root + "/een.zip", repository.root + "/uit"])
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(tree(repository.root + "/uit/2021") == tree(repository.site + "/2021"))
        // On its own it is a site that verifies.
        #expect(
            try await Site(repository.root + "/uit", jobs: 1).findings.all.map { "\($0.severity) \($0.id)" } == [
                "warning edition.excerpt"
            ]
        )
        try exportFolder(edition, of: site, to: repository.root + "/map")
        #expect(tree(repository.root + "/map") == tree(repository.root + "/uit"))
        #expect(throws: OutputError.self) { try exportFolder(edition, of: site, to: repository.root + "/map") }
        #expect(throws: OutputError.self) {
            try exportZip(edition, of: site, to: repository.root + "/content/index.md")
        }
        // An edition of an older version may have names that mean another place on Windows.
        for name in ["a\\..\\..\\b.txt", "c:b.txt", "nul.txt"] {
            var other = edition
            other.files[0].path = name
            let error = #expect(throws: OutputError.self) {
                try exportZip(other, of: site, to: repository.root + "/drie.zip")
            }
            #expect(error?.description.contains("not every system could unpack") == true)
        }
        // The same archive once more is no loss; another file of that name would be.
        try exportZip(edition, of: site, to: repository.root + "/een.zip")
        try repository.folder.write("een.zip", "van iemand")
        #expect(throws: OutputError.self) { try exportZip(edition, of: site, to: repository.root + "/een.zip") }
        #expect(try repository.folder.text("een.zip") == "van iemand")
    }

    /// What was said of it later goes with it, and what it said of others does not.
    @Test func anEditionWithErrataVerifies() async throws {
        let repository = try await SmallRepository()
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
        let site = try await Site(repository.site, jobs: 1)
        for edition in site.list.editions {
            let folder = repository.root + "/uit-" + edition.id
            try exportFolder(edition, of: site, to: folder)
            let excerpt = try await Site(folder, jobs: 1)
            #expect(excerpt.findings.all.map { "\($0.severity) \($0.id)" } == ["warning edition.excerpt"])
            #expect(excerpt.list[edition.id]?.errata == edition.errata)
            let options = SealOptions(
                root: repository.root,
                site: folder,
                edition: EditionName(id: "2022", date: "2022"),
                printing: .off,
                jobs: 1
            )
            #expect(try await seal(options).ids.contains("edition.excerpt"))
        }
        // A site with several editions that calls itself an excerpt is none.
        var findings = Findings()
        _ = EditionList.read(EditionList(site.list.editions, isExcerpt: true).bytes, file: "", findings: &findings)
        #expect(findings.hasErrors)
    }
}
