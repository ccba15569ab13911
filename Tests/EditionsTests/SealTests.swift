// Sealing: what it writes, what it refuses, and that a commit gives the same edition again.
import Diagnostics
import Digests
import Foundation
import Markup
import SiteBuild
import TestSupport
import Testing

@testable import Editions

@Suite struct SealTests {
    @Test func writesAnEditionAndItsEntry() async throws {
        let repository = try await SmallRepository()
        let result = try await repository.seal("2021")
        #expect(result.findings == [])
        let edition = try #require(result.edition)
        #expect(
            try repository.folder.entries("site") == [
                ".gitattributes", "2021", "_redirects", "editions.json", "index.html", "latest",
            ]
        )
        #expect(edition.title == "Editie 2021")
        #expect(edition.date == "2021-03-15")
        #expect(edition.toolVersion == toolVersion)
        #expect(edition.commit.count == 40)
        #expect(edition.files.map(\.path) == tree(repository.site + "/2021").keys.sorted())
        #expect(try await repository.check() == [])
        let page = try repository.folder.text("site/2021/index.html")
        #expect(page.contains("Editie 2021") && page.contains("href=\"./../index.html#edities\""))
        #expect(try repository.folder.text("site/index.html").contains("id=\"edities\""))
        #expect(try repository.folder.text("site/latest/index.html").contains("url=../2021/index.html"))
    }

    /// Any program can check the list: its bytes are JSON with sorted keys, its tree digest what `sha256sum` prints.
    @Test func theListIsCanonical() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nAndere \"tekst\".\n")
        try await repository.commit()
        let second = try #require(try await repository.seal("2021").edition)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: repository.site + "/editions.json")))
        var findings = Findings()
        let list = EditionList.read(bytes, file: "editions.json", findings: &findings)
        #expect(findings.isEmpty)
        #expect(list.editions.map(\.id) == ["2020", "2021"])
        #expect(list.bytes == bytes)
        #expect(second.previous == "2020" && second.previousDigest == list.editions[0].entryDigest)
        let keys = String(decoding: bytes, as: UTF8.self).matches(of: #/(?m)^ {6}"([a-zA-Z]+)": /#).map {
            String($0.output.1)
        }
        #expect(keys == Array(keys.prefix(keys.count / 2)).sorted() + Array(keys.suffix(keys.count / 2)).sorted())
        let lines = second.files.map { "\($0.sha256)  \($0.path)\n" }.joined()
        #expect(second.treeDigest == sha256(Array(lines.utf8)))
        #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func refusesWhatGitDoesNotHave() async throws {
        let repository = try await SmallRepository()
        try repository.folder.write("content/ander.md", "---\ntitle: Anders\n---\n")
        try repository.folder.write("content/nieuw.md", "---\ntitle: Nieuw\n---\n")
        try repository.folder.write("content/genegeerd.tmp", "wordt wel gebouwd als een pagina ernaar verwijst")
        try repository.folder.write("data/.verborgen", "leest geen bouw")
        try FileManager.default.removeItem(atPath: repository.root + "/data/indicators.yaml")
        let result = try await repository.seal("2021")
        #expect(result.edition == nil)
        #expect(
            result.findings.map { "\($0.id) \($0.place.file)" } == [
                "edition.uncommitted content/ander.md", "edition.uncommitted content/genegeerd.tmp",
                "edition.uncommitted content/nieuw.md",
                "edition.uncommitted data/indicators.yaml",
            ]
        )
        #expect(try repository.folder.entries() == [".git", ".gitignore", "content", "data"])
    }

    /// What stands on the disk is held against the commit itself, whatever Git was told to look away from.
    @Test(arguments: ["--assume-unchanged", "--skip-worktree"])
    func whatGitWasToldToOverlookIsSeen(option: String) async throws {
        let repository = try await SmallRepository()
        try await repository.git("update-index", option, "content/ander.md")
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nIn geen commit.\n")
        let result = try await repository.seal("2021")
        #expect(result.ids == ["edition.uncommitted"])
        #expect(result.findings.map(\.place.file) == ["content/ander.md"])
    }

    @Test func leavesNothingBesideTheEdition() async throws {
        let repository = try await SmallRepository()
        let edition = try #require(try await repository.seal("2021").edition)
        let site = try await Site(repository.site, jobs: 1)
        #expect(try await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 2) == [])
        #expect(
            try repository.folder.entries("site") == [
                ".gitattributes", "2021", "_redirects", "editions.json", "index.html", "latest",
            ]
        )
    }

    /// The commit has the link, and not what it leads to.
    @Test func aLinkOutOfTheSourcesIsNoSource() async throws {
        let repository = try await SmallRepository()
        try repository.folder.write("elders.tmp/los.md", "---\ntitle: Los\n---\n\nIn geen commit.\n")
        try FileManager.default.createSymbolicLink(
            atPath: repository.root + "/content/map",
            withDestinationPath: "../elders.tmp"
        )
        try await repository.commit()
        let result = try await repository.seal("2021")
        #expect(result.edition == nil)
        #expect(result.findings.contains { $0.place.file == "content/map" })
        #expect(try repository.folder.entries().contains("site") == false)
    }

    @Test(arguments: ["", "  ", "Eind\u{7}rapport", "Eind\nrapport", "Eind\u{2028}rapport"]) func refusesTitles(
        title: String
    ) async throws {
        let repository = try await SmallRepository()
        let name = EditionName(id: "2021", title: title, date: "2021")
        let result = try await Editions.seal(
            SealOptions(root: repository.root, site: repository.site, edition: name, printing: .off, jobs: 1)
        )
        #expect(result.ids == ["edition.title"])
        #expect(result.edition == nil)
    }

    /// What was wrong is quoted as it was, whatever it looks like.
    @Test func errataAreQuotedAsTheyAre() async throws {
        let repository = try await SmallRepository()
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nHet zijn er `{new}`.\n")
        try await repository.commit()
        _ = try await repository.seal("2021")
        try repository.folder.write(
            "content/errata.yaml",
            "- {edition: \"2021\", page: content/ander.md, old: \"{new}\", new: \"57\", reason: Verwisseld., date: 2021-04-01}\n"
        )
        try await repository.commit()
        #expect(try await repository.seal("2021.1").findings == [])
        #expect(
            try repository.folder.text("site/2021.1/wijzigingen/index.html").contains(
                "staat: {new}. Lees in plaats daarvan: 57."
            )
        )
    }

    @Test func refusesWithoutGit() async throws {
        let repository = try await SmallRepository()
        try FileManager.default.removeItem(atPath: repository.root + "/.git")
        #expect(try await repository.seal("2021").ids == ["edition.no-commit"])
    }

    @Test(arguments: [
        "concept", "latest", "", "Hoofdletter", "a/b", "..", ".verborgen", "é", "index.html", "editions.json",
    ])
    func refusesIds(id: String) async throws {
        let result = try await SmallRepository().seal(id)
        #expect(result.ids == ["edition.id"])
    }

    /// Names that sealing uses for itself while it works.
    @Test(arguments: ["landing", "list", "sources"]) func takesIdsThatLookLikeItsOwnFiles(id: String) async throws {
        let repository = try await SmallRepository()
        #expect(try await repository.seal(id).findings == [])
        #expect(try await repository.check() == [])
        #expect(try repository.folder.entries("site").contains(id))
    }

    @Test(arguments: ["index.html", "_redirects", "latest/index.html"]) func whatAPublisherPutThereIsNotOverwritten(
        path: String
    ) async throws {
        let repository = try await SmallRepository()
        try repository.folder.write("site/" + path, "van iemand")
        #expect(try await repository.seal("2021").ids == ["edition.in-the-way"])
        #expect(try repository.folder.text("site/" + path) == "van iemand")
        #expect(try repository.folder.entries("site") == [String(path.split(separator: "/")[0])])
    }

    /// The draft would have what they lead to, and the commit has not.
    @Test(arguments: ["templates", "data"]) func aLinkInPlaceOfAFolderIsRefused(folder: String) async throws {
        let repository = try await SmallRepository()
        if folder == "data" {
            try FileManager.default.moveItem(atPath: repository.root + "/data", toPath: repository.root + "/elders")
        } else {
            try repository.folder.write("elders/assets/extra.css", "x")
        }
        try FileManager.default.createSymbolicLink(
            atPath: repository.root + "/" + folder,
            withDestinationPath: "elders"
        )
        try await repository.commit()
        let result = try await repository.seal("2021")
        #expect(result.findings.map { "\($0.id) \($0.place.file)" } == ["edition.foreign \(folder)"])
        #expect(try !repository.folder.entries().contains("site"))
    }

    /// Line ends are what the commit has, whatever the user's Git makes of them.
    @Test func isTheSameWhateverGitIsSetTo() async throws {
        let repository = try await SmallRepository()
        let edition = try #require(try await repository.seal("2021").edition)
        try await repository.git("config", "core.autocrlf", "true")
        try await repository.git("config", "core.eol", "crlf")
        let site = try await Site(repository.site, jobs: 1)
        #expect(try await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 1) == [])
    }

    @Test func refusesAnIdThatIsTaken() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        let before = tree(repository.site)
        #expect(try await repository.seal("2021").ids == ["edition.exists"])
        try repository.folder.write("site/van-iemand/brief.txt", "van iemand")
        #expect(try await repository.seal("van-iemand").ids == ["edition.exists"])
        #expect(tree(repository.site) == before.merging(["van-iemand/brief.txt": Data("van iemand".utf8)]) { $1 })
    }

    @Test func refusesWarningsAndAnEditionWithoutDate() async throws {
        let repository = try await SmallRepository()
        #expect(try await repository.seal("2021", date: nil).ids == ["edition.no-date"])
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nEen <b>vet</b> woord.\n")
        try await repository.commit()
        #expect(try await repository.seal("2021").ids.sorted() == ["edition.warnings", "markdown.html"])
        #expect(try repository.folder.entries() == [".git", ".gitignore", "content", "data"])
    }

    @Test func refusesWhenAnotherEditionWasChanged() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        try repository.folder.write("site/2020/index.html", "anders")
        #expect(try await repository.seal("2021").ids == ["edition.changed"])
        #expect(try !repository.folder.entries("site").contains("2021"))
    }

    @Test func isBuiltAgainFromItsCommit() async throws {
        let repository = try await SmallRepository()
        let first = try #require(try await repository.seal("2020").edition)
        try repository.folder.write(
            "data/indicators.yaml",
            "- {id: mensen, label: Mensen, value: 90, unit: personen, source: Telling}\n"
        )
        try await repository.commit()
        let second = try #require(try await repository.seal("2021").edition)
        try repository.folder.write("content/ander.md", "---\ntitle: Nog niet in een commit\n---\n")
        let site = try await Site(repository.site, jobs: 2)
        func rebuilt(_ edition: SealedEdition) async throws -> [Diagnostic] {
            try await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 2)
        }
        #expect(try await rebuilt(first) == [])
        #expect(try await rebuilt(second) == [])
        // Other sources give other bytes, and every file that differs is named.
        var other = second
        other.commit = first.commit
        let findings = try await rebuilt(other)
        #expect(findings.map(\.id).contains("edition.sources"))
        #expect(
            findings.contains { $0.id == "edition.rebuild" && $0.place.file.hasSuffix("2021/data/indicators.json") }
        )
        #expect(!findings.contains { $0.place.file.hasSuffix("ander/index.html") })
        other.commit = String(repeating: "0", count: 40)
        #expect(try await rebuilt(other).map(\.id) == ["edition.no-commit"])
    }

    @Test func aProgrammeBelowTheTopOfTheRepository() async throws {
        let repository = try await SmallRepository()
        try FileManager.default.createDirectory(atPath: repository.root + "/onder", withIntermediateDirectories: true)
        for name in ["content", "data"] {
            try FileManager.default.moveItem(
                atPath: "\(repository.root)/\(name)",
                toPath: "\(repository.root)/onder/\(name)"
            )
        }
        let (root, name) = (repository.root + "/onder", EditionName(id: "2021", date: "2021"))
        func seal() async throws -> SealResult {
            try await Editions.seal(
                SealOptions(root: root, site: root + "/site", edition: name, printing: .off, jobs: 1)
            )
        }
        #expect(try await seal().findings.first?.place.file == "content/ander.md")
        try await repository.commit()
        let edition = try #require(try await seal().edition)
        let site = try await Site(root + "/site", jobs: 1)
        #expect(try await rebuild(edition, of: site, root: root, printing: .off, jobs: 1) == [])
    }

    @Test func errataAreEnteredOnceAndAtTheRightPages() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        let sealed = tree(repository.site + "/2021")
        try repository.folder.write(
            "content/errata.yaml",
            "- {edition: \"2021\", indicator: mensen, pages: [content/ander.md], old: \"75\", new: \"57\", reason: Verwisseld., date: 2021-04-01}\n"
        )
        try repository.folder.write(
            "data/indicators.yaml",
            "- {id: mensen, label: Mensen, value: 57, unit: personen, source: Telling}\n"
        )
        try await repository.commit()
        #expect(try await repository.seal("2021.1").findings == [])
        #expect(try await repository.seal("2021.2").findings == [])
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.findings.isEmpty)
        let errata = try #require(site.list["2021"]).errata
        #expect(errata.map(\.mendedIn) == ["2021.1"])
        #expect(errata.map(\.label) == ["Mensen"])
        #expect(errata.map(\.addresses) == [["", "ander/", "herkomst/"]])
        #expect(tree(repository.site + "/2021") == sealed)
        #expect(
            try repository.folder.text("site/2021.1/wijzigingen/index.html").contains("Lees in plaats daarvan: 57.")
        )
        // Each is built again with what was known then: for the first, the erratum was new.
        for edition in site.list.editions {
            #expect(try await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 1) == [])
        }
        // Settled: that the number is gone now is no mistake in the list of errata.
        try repository.folder.write("content/index.md", "---\ntitle: Start\n---\n\nEr deden mensen mee.\n")
        try await repository.commit()
        #expect(try await repository.seal("2022").findings == [])
    }

    /// A draft elsewhere has no editions beside it, and a first edition has none to correct.
    @Test func errataNeedTheEditionOnlyWhereItIsSealed() async throws {
        let repository = try await SmallRepository()
        try repository.folder.write(
            "content/errata.yaml",
            "- {edition: \"2020\", indicator: mensen, old: \"57\", new: \"75\", reason: Verwisseld., date: 2021-04-01}\n"
        )
        try await repository.commit()
        #expect(
            try await build(BuildOptions(root: repository.root, output: repository.root + "/elders")).findings == []
        )
        let result = try await repository.seal("2021")
        #expect(result.ids == ["errata.unknown-edition"] && result.edition == nil)
    }

    /// An erratum quotes what the sealed edition says, and mends it.
    @Test(arguments: [
        ("75", "80", []), ("75 personen", "80", []), ("57", "80", ["errata.old"]), ("75", "75", ["errata.not-mended"]),
        ("75", "90", ["errata.new"]),
    ]) func errataFitTheSealedEdition(old: String, now: String, expected: [String]) async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        try repository.folder.write(
            "content/errata.yaml",
            "- {edition: \"2020\", indicator: mensen, old: \"\(old)\", new: \"80\", reason: Verwisseld., date: 2021-04-01}\n"
        )
        try repository.folder.write(
            "data/indicators.yaml",
            "- {id: mensen, label: Mensen, value: \(now), unit: personen, source: Telling}\n"
        )
        try await repository.commit()
        #expect(try await repository.seal("2021").ids == expected)
    }
}
