// What Git does to editions between their sealing and the next command: line ends, merges, squashes, folders that move.
import Diagnostics
import Digests
import Foundation
import Processes
import SiteBuild
import TestSupport
import Testing

@testable import Editions

@Suite struct GitTests {
    // MARK: Line ends

    /// As Git for Windows makes it.
    private func clone(_ repository: SmallRepository) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let outcome = try await run(
            "git",
            ["clone", "--quiet", "-c", "core.autocrlf=true", repository.root, folder.path + "/kloon"]
        )
        try #require(outcome.status == 0, "\(outcome.complaint)")
        return folder
    }

    @Test func aCloneWithOtherLineEndsVerifies() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        #expect(try repository.folder.text("site/.gitattributes") == "* -text\n")
        try await repository.commit()
        let folder = try await clone(repository)
        #expect(try folder.text("kloon/content/index.md").contains("\r\n"))
        #expect(try await Site(folder.path + "/kloon/site", jobs: 1).findings.all == [])
        // What is checked out with other line ends is what the commit has.
        try folder.write("kloon/content/index.md", try folder.text("kloon/content/index.md"))
        #expect(try await Repository(root: folder.path + "/kloon").state().uncommitted == [])
    }

    @Test func otherLineEndsAreToldAsSuch() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        try FileManager.default.removeItem(atPath: repository.site + "/.gitattributes")
        try await repository.commit()
        let folder = try await clone(repository)
        let site = try await Site(folder.path + "/kloon/site", jobs: 2)
        #expect(site.findings.all.map(\.id) == ["edition.line-ends"])
        // A change besides is a change.
        try folder.write("kloon/site/2021/index.html", try folder.text("kloon/site/2021/index.html") + "x")
        let changed = try await Site(folder.path + "/kloon/site", jobs: 2)
        #expect(changed.findings.all.map(\.id).sorted() == ["edition.changed", "edition.line-ends"])
    }

    /// The other way round: a file that was sealed with CR LF lost it.
    @Test func lostCarriageReturnsAreLineEndsToo() {
        let digest = sha256(Array("a\r\nb\r\n".utf8))
        #expect(differsInLineEndsOnly(Array("a\nb\n".utf8), from: digest))
        #expect(!differsInLineEndsOnly(Array("a\nb".utf8), from: digest))
        #expect(withLineFeeds(Array("a\rb\r\n\r".utf8)) == Array("a\rb\n\r".utf8))
    }

    @Test(arguments: [("*.pdf -diff\n", ["edition.attributes"]), ("*.pdf -diff\n* -text\n", []), ("* binary\n", [])])
    func aPublishersOwnAttributesStay(text: String, expected: [String]) async throws {
        let repository = try await SmallRepository()
        try repository.folder.write("site/.gitattributes", text)
        #expect(try await repository.seal("2021").ids == expected)
        #expect(try repository.folder.text("site/.gitattributes") == text)
        // What is added later is the publisher's business.
        if expected.isEmpty {
            try repository.folder.write("site/.gitattributes", text + "*.zip -diff\n")
            #expect(try await repository.check() == [])
            #expect(try await repository.seal("2022").findings == [])
        }
    }

    /// What a commit holds does not depend on the attributes of a later one.
    @Test func laterAttributesDoNotChangeWhatWasSealed() async throws {
        let repository = try await SmallRepository()
        let edition = try #require(try await repository.seal("2021").edition)
        try repository.folder.write(".gitattributes", "* text eol=crlf\n*.yaml working-tree-encoding=UTF-16\n")
        let site = try await Site(repository.site, jobs: 1)
        #expect(
            try await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 1).map(\.id) == []
        )
    }

    /// Without the files of a commit, or without its folders: nobody fetches them here.
    @Test(arguments: ["blob:none", "tree:0"]) func aPartialCloneIsToldAsSuch(filter: String) async throws {
        let (repository, folder) = (try await SmallRepository(), try TemporaryFolder())
        let edition = try #require(try await repository.seal("2021").edition)
        try await repository.commit()
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nAndere tekst.\n")
        try await repository.commit()
        try await repository.git("config", "uploadpack.allowFilter", "true")
        try await repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
        let root = folder.path + "/deel"
        let cloned = try await run(
            "git",
            ["clone", "--quiet", "--filter=" + filter, "file://" + repository.root, root]
        )
        try #require(cloned.status == 0, "\(cloned.complaint)")
        let site = try await Site(root + "/site", jobs: 1)
        #expect(
            try await rebuild(edition, of: site, root: root, printing: .off, jobs: 1).map(\.id) == ["edition.no-commit"]
        )
    }

    // MARK: Merges

    /// Two branches that both sealed, in the middle of a merge.
    private func merging() async throws -> SmallRepository {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        try await repository.commit()
        try await repository.git("branch", "hier")
        try await repository.git("checkout", "--quiet", "-b", "ander")
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nAndere tekst.\n")
        try await repository.commit()
        _ = try await repository.seal("2021-ander")
        try await repository.commit()
        try await repository.git("checkout", "--quiet", "hier")
        try repository.folder.write("content/derde.md", "---\ntitle: Derde\n---\n\nMeer tekst.\n")
        try await repository.commit()
        _ = try await repository.seal("2021-hier")
        try await repository.commit()
        let merged = try await run(
            "git",
            ["-c", "user.name=P", "-c", "user.email=p@example.org", "merge", "--quiet", "ander"],
            in: repository.root
        )
        try #require(merged.status == 1, "\(merged.complaint)")
        return repository
    }

    @Test func aConflictIsOneFindingThatSaysWhatToDo() async throws {
        let repository = try await merging()
        let site = try await Site(repository.site, jobs: 1)
        let finding = try #require(site.findings.all.first)
        #expect(site.findings.all.map(\.id) == ["edition.conflict"] && site.moreFindings(trusted: nil).isEmpty)
        #expect(
            try #require(finding.hint).en.contains(
                "git rm -r -f -- \(repository.site)/2021-ander; commit; then seal 2021-ander"
            )
        )
        #expect(try await repository.seal("2022").ids == ["edition.conflict"])
        // And that is enough.
        try await repository.git("checkout", "--ours", "--", "site")
        try await repository.git("add", "site")
        try await repository.git("rm", "-r", "-f", "--quiet", "--", "site/2021-ander")
        try await repository.commit()
        #expect(try await repository.check() == [])
        #expect(try await repository.seal("2021-ander").findings == [])
        #expect(try await repository.check() == [])
    }

    /// Both sides took the same id: the folder has files of both.
    @Test func aConflictUnderOneIdIsMendedByItsHint() async throws {
        let repository = try await SmallRepository()
        try await repository.git("branch", "hier")
        try await repository.git("checkout", "--quiet", "-b", "ander")
        try repository.folder.write("content/extra.md", "---\ntitle: Extra\n---\n\nTekst.\n")
        try await repository.commit()
        _ = try await repository.seal("2021")
        try await repository.commit()
        try await repository.git("checkout", "--quiet", "hier")
        _ = try await repository.seal("2021")
        try await repository.commit()
        let who = ["-c", "user.name=P", "-c", "user.email=p@example.org"]
        _ = try await run("git", who + ["merge", "--quiet", "ander"], in: repository.root)
        let finding = try #require(try await Site(repository.site, jobs: 1).findings.all.first)
        #expect(finding.id == "edition.conflict")
        let commands = "git rm -r -q -f -- SITE && git checkout HEAD -- SITE"
        #expect(
            try #require(finding.hint).en.contains(commands.replacingOccurrences(of: "SITE", with: repository.site))
        )
        try await repository.git("rm", "-r", "-q", "-f", "--", "site")
        try await repository.git("checkout", "HEAD", "--", "site")
        try await repository.commit()
        #expect(try await repository.check() == [])
        #expect(try await repository.seal("2021.1").findings == [])
    }

    /// Somebody kept both entries.
    @Test func twoEntriesAfterOneAreTold() async throws {
        let repository = try await merging()
        func list(_ side: String) async throws -> EditionList {
            let shown = try await run("git", ["show", "\(side):site/editions.json"], in: repository.root)
            var findings = Findings()
            return EditionList.read(shown.standardOutput, file: "", findings: &findings)
        }
        let (ours, theirs) = (try await list("hier"), try await list("ander"))
        var findings = Findings()
        _ = EditionList.read(
            EditionList(ours.editions + theirs.editions.suffix(1)).bytes,
            file: "",
            findings: &findings
        )
        #expect(
            findings.all.map(\.message.en) == [
                "editions 2021-hier and 2021-ander were both sealed after 2020, on two branches"
            ]
        )
    }

    // MARK: Lost commits

    @Test func aSquashLosesACommit() async throws {
        let repository = try await SmallRepository()
        func lost(_ root: String? = nil) async throws -> [String] {
            let root = root ?? repository.root
            return try await lostCommits(Site(root + "/site", jobs: 1), root: root).map { "\($0.severity) \($0.id)" }
        }
        _ = try await repository.seal("2020")
        try await repository.commit()
        #expect(try await lost() == [])
        try await repository.git("branch", "hoofd")
        try await repository.git("checkout", "--quiet", "-b", "tak")
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nAndere tekst.\n")
        try await repository.commit()
        _ = try await repository.seal("2021")
        try await repository.commit()
        try await repository.git("checkout", "--quiet", "hoofd")
        try await repository.git("merge", "--quiet", "--squash", "tak")
        try await repository.commit()
        #expect(try await lost() == [])
        try await repository.git("branch", "--quiet", "--delete", "--force", "tak")
        #expect(try await lost() == ["warning edition.lost-commit"])
        let folder = try TemporaryFolder()
        for (name, options) in [("heel", ["--no-local"]), ("kort", ["--depth", "1"])] {
            let path = folder.path + "/" + name
            let outcome = try await run("git", ["clone", "--quiet"] + options + ["file://" + repository.root, path])
            try #require(outcome.status == 0, "\(outcome.complaint)")
        }
        #expect(try await lost(folder.path + "/heel") == ["warning edition.lost-commit"])
        // A clone without its history cannot tell.
        #expect(try await lost(folder.path + "/kort") == [])
    }

    /// The sources of a site elsewhere may stand in no repository, or in another.
    @Test func ofASiteElsewhereNothingIsSaid() async throws {
        let (repository, other) = (try await SmallRepository(), try await SmallRepository())
        let folder = try TemporaryFolder()
        _ = try await repository.seal("2020")
        let site = try await Site(repository.site, jobs: 1)
        #expect(try await lostCommits(site, root: other.root) == [])
        #expect(try await lostCommits(site, root: folder.path) == [])
        #expect(try await lostCommits(site, root: folder.path + "/nergens") == [])
    }

    // MARK: Folders

    @Test func aFolderThatMovedIsBuiltFromWhereItWas() async throws {
        let repository = try await SmallRepository()
        try FileManager.default.createDirectory(atPath: repository.root + "/a/b", withIntermediateDirectories: true)
        for name in ["content", "data"] { try await repository.git("mv", name, "a/b/" + name) }
        try await repository.commit()
        let result = try await seal(
            SealOptions(
                root: repository.root + "/a/b",
                site: repository.site,
                edition: EditionName(id: "2021", date: "2021"),
                printing: .off,
                jobs: 1
            )
        )
        let edition = try #require(result.edition)
        #expect(edition.folder == "a/b")
        try await repository.git("mv", "a/b", "elders")
        try await repository.commit()
        let site = try await Site(repository.site, jobs: 1)
        func rebuilt(_ edition: SealedEdition) async throws -> [String] {
            try await rebuild(edition, of: site, root: repository.root + "/elders", printing: .off, jobs: 1).map(\.id)
        }
        #expect(try await rebuilt(edition) == [])
        // Older entries do not say where it was.
        var old = edition
        old.folder = nil
        #expect(try await rebuilt(old) == ["edition.moved"])
    }

    /// Entries of the first version have no folder, and digest as they did.
    @Test func anEntryWithoutFolderIsReadAndWrittenAsItWas() async throws {
        let repository = try await SmallRepository()
        var edition = try #require(try await repository.seal("2021").edition)
        #expect(edition.folder == ".")
        edition.folder = nil
        edition.entryDigest = edition.properDigest
        let bytes = EditionList([edition]).bytes
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\"folder\""))
        var findings = Findings()
        #expect(EditionList.read(bytes, file: "", findings: &findings).editions == [edition])
        #expect(findings.isEmpty)
    }

    // MARK: Names that are taken

    @Test func aDraftUnderTheSameIdIsToldFromAnEdition() async throws {
        let repository = try await SmallRepository()
        var options = BuildOptions(root: repository.root, output: repository.site)
        options.edition = EditionName(id: "2030", date: "2030")
        #expect(try await build(options).isClean)
        let finding = try #require(try await repository.seal("2030").findings.first)
        #expect(finding.id == "edition.exists" && finding.message.en.contains("never sealed"))
        try FileManager.default.removeItem(atPath: repository.site + "/2030")
        #expect(try await repository.seal("2030").findings == [])
        let sealed = try #require(try await repository.seal("2030").findings.first)
        #expect(sealed.id == "edition.exists" && sealed.message.en.contains("never change"))
        #expect(sealed.hint?.en.contains("git checkout -- ") == true)
    }
}
