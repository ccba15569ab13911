// What a killed command leaves behind, at every point between the two folders: the next command makes it nothing or all.
import Diagnostics
import Digests
import Foundation
import Processes
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
        try FileManager.default.createDirectory(atPath: journal + "/.landing/latest", withIntermediateDirectories: true)
        let steps = [
            ("2021", "2021"), (".landing/_redirects", "_redirects"), (".landing/index.html", "index.html"),
            (".landing/latest/index.html", "latest/index.html"),
        ]
        for (from, to) in steps.dropFirst(moved) {
            try FileManager.default.moveItem(atPath: "\(repository.site)/\(to)", toPath: "\(journal)/\(from)")
            if let old = before[to] { try folder.write("site/" + to, old) }
        }
        try FileManager.default.moveItem(atPath: repository.site + "/editions.json", toPath: journal + "/editions.json")
        try folder.write("site/editions.json", try #require(before["editions.json"]))
        try folder.write("site/.sealing/.made-here", Journal(site: repository.site).identity)
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

    /// Of a first sealing the file for Git is still to be moved; only what sealing itself writes is.
    @Test(arguments: ["* -text\n", "* text eol=crlf\n"]) func theFileForGitIsFinishedToo(text: String) async throws {
        let (repository, whole) = try await cutOff(after: 0)
        try FileManager.default.removeItem(atPath: repository.site + "/.gitattributes")
        try repository.folder.write("site/.sealing/.landing/.gitattributes", text)
        let site = try await Site(repository.site, jobs: 1)
        let isOwn = text == "* -text\n"
        #expect(site.findings.all.map(\.id) == (isOwn ? [] : ["edition.half"]))
        #expect((tree(repository.site) == whole) == isOwn)
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

    @Test func aDamagedLandingPageIsNotPublished() async throws {
        let (repository, _) = try await cutOff(after: 0)
        try repository.folder.write("site/.sealing/.landing/_redirects", "/* https://elders.example 302\n")
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.findings.all.map(\.id) == ["edition.half"])
        #expect(site.list.editions.map(\.id) == ["2020"])
    }

    /// Who repeats a sealing that was cut off after its decision gets what he asked for.
    @Test func theSameSealingAgainIsDone() async throws {
        let (repository, whole) = try await cutOff(after: 1)
        let result = try await repository.seal("2021")
        #expect(result.findings == [] && result.edition?.id == "2021")
        #expect(tree(repository.site) == whole)
    }

    /// A folder from elsewhere must not take the place of the list: an edition that was sealed since would be lost.
    @Test func aSealingOnAnotherListIsNotFinished() async throws {
        let (repository, _) = try await cutOff(after: 0)
        let folder = repository.folder
        try FileManager.default.moveItem(atPath: repository.site + "/.sealing", toPath: repository.root + "/elders")
        _ = try await repository.seal("2020.1")
        try FileManager.default.moveItem(atPath: repository.root + "/elders", toPath: repository.site + "/.sealing")
        let before = tree(repository.site)
        #expect(try await repository.check() == ["edition.journal .sealing"])
        #expect(try await repository.seal("2022").ids == ["edition.journal"])
        #expect(tree(repository.site) == before)
        #expect(try folder.entries("site").contains("2020.1"))
    }

    @Test(arguments: [
        ".landing/2020/index.html", ".landing/anders.html", "landing/index.html", "2020/index.html", "los.txt",
    ])
    func onlyWhatASealingMakesIsPublished(stranger: String) async throws {
        let (repository, _) = try await cutOff(after: 0)
        try repository.folder.write("site/.sealing/" + stranger, "vreemd")
        let before = tree(repository.site)
        #expect(try await repository.check() == ["edition.journal .sealing"])
        #expect(tree(repository.site) == before)
    }

    /// A journal that fits in every way and was not made here: it came in an archive, or Git brought it.
    @Test(arguments: ["copied", "tracked"]) func aJournalOfSomebodyElseIsRefused(how: String) async throws {
        let (repository, _) = try await cutOff(after: 0)
        let journal = repository.site + "/.sealing"
        if how == "copied" {
            try FileManager.default.copyItem(atPath: journal, toPath: repository.site + "/.copy")
            try FileManager.default.removeItem(atPath: journal)
            try FileManager.default.moveItem(atPath: repository.site + "/.copy", toPath: journal)
        } else {
            try await repository.git("add", "--force", "site/.sealing")
            try await repository.commit()
        }
        let before = tree(repository.site)
        #expect(try await repository.check() == ["edition.journal .sealing"])
        #expect(tree(repository.site) == before)
    }

    /// What lands beside the editions is listed in one place: a page of the list, however well its digest fits, is no way to a hook.
    @Test(arguments: ["x/hooks/pre-commit", "concept/index.html", "2020/index.html", ".git/config", "index.html.x"])
    func onlyKnownNamesLand(path: String) async throws {
        let (repository, _) = try await cutOff(after: 0)
        let folder = repository.folder
        try folder.write("elders/leeg", "")
        try FileManager.default.createSymbolicLink(
            atPath: repository.site + "/x",
            withDestinationPath: "../elders"
        )
        let list = repository.site + "/.sealing/editions.json"
        var findings = Findings()
        var sealed = EditionList.read(
            [UInt8](try Data(contentsOf: URL(filePath: list))),
            file: "",
            findings: &findings
        )
        let bytes = Array("#!/bin/sh\n".utf8)
        sealed.editions[1].landing.append(SealedEdition.File(path: path, sha256: sha256(bytes)))
        sealed.editions[1].entryDigest = sealed.editions[1].properDigest
        try folder.write("site/.sealing/.landing/" + path, Data(bytes))
        try Data(sealed.bytes).write(to: URL(filePath: list))
        #expect(try await repository.check() == ["edition.journal .sealing"])
        #expect(try folder.entries("elders") == ["leeg"])
    }

    /// Nothing that sealing makes is a program.
    @Test(arguments: ["2021/index.html", ".landing/index.html"]) func aRunBitIsRefused(path: String) async throws {
        let (repository, _) = try await cutOff(after: 0)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: repository.site + "/.sealing/" + path
        )
        #expect(try await repository.check() == ["edition.journal .sealing"])
    }

    @Test func anEntryThatWasChangedIsNotPublished() async throws {
        let (repository, _) = try await cutOff(after: 0)
        let path = repository.site + "/.sealing/editions.json"
        var findings = Findings()
        var list = EditionList.read([UInt8](try Data(contentsOf: URL(filePath: path))), file: "", findings: &findings)
        list.editions[0].signature = .init(publicKey: "AAAA", value: "AAAA")
        try Data(list.bytes).write(to: URL(filePath: path))
        #expect(try await repository.check() == ["edition.journal .sealing"])
    }

    /// Something else stands where a page is to go: what was decided waits until it is gone.
    @Test(arguments: ["latest"]) func aRefusalAfterTheDecisionIsMadeUpFor(taken: String) async throws {
        let repository = try await SmallRepository()
        try repository.folder.write("site/" + taken, "van iemand")
        await #expect(throws: (any Error).self) { try await repository.seal("2021") }
        await #expect(throws: (any Error).self) { try await repository.check() }
        try FileManager.default.removeItem(
            atPath: repository.site + "/" + (taken.split(separator: "/").first.map(String.init) ?? "")
        )
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.finished == ["2021"])
        #expect(site.findings.isEmpty)
        #expect(
            try repository.folder.entries("site") == [
                ".gitattributes", "2021", "_redirects", "editions.json", "index.html", "latest",
            ]
        )
    }

    /// Writing through a link would change what it leads to.
    @Test func aLinkInPlaceOfLatestIsReplaced() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        let sealed = tree(repository.site + "/2020")
        try FileManager.default.removeItem(atPath: repository.site + "/latest")
        try FileManager.default.createSymbolicLink(atPath: repository.site + "/latest", withDestinationPath: "2020")
        #expect(try await repository.seal("2021").findings == [])
        #expect(tree(repository.site + "/2020") == sealed)
        #expect(try repository.folder.text("site/latest/index.html").contains("url=../2021/index.html"))
        #expect(try await repository.check() == [])
    }

    @Test func oneAtATime() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        let before = tree(repository.site)
        let lock = try FolderLock(repository.site)
        await #expect(throws: LockError.self) { try await repository.seal("2021") }
        #expect(tree(repository.site) == before)
        withExtendedLifetime(lock) {}
    }
}
