// An exported edition is whole, opens in other programs, and is the same every time.
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
        let program = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])"
        let outcome = try await run("python3", ["-c", program, repository.root + "/een.zip", repository.root + "/uit"])
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(tree(repository.root + "/uit/2021") == tree(repository.site + "/2021"))
        // On its own it is a site that verifies.
        #expect(try await Site(repository.root + "/uit", jobs: 1).findings.all.map { "\($0.severity) \($0.id)" } == ["warning edition.order"])
        try exportFolder(edition, of: site, to: repository.root + "/map")
        #expect(tree(repository.root + "/map") == tree(repository.root + "/uit"))
        #expect(throws: OutputError.self) { try exportFolder(edition, of: site, to: repository.root + "/map") }
    }
}
