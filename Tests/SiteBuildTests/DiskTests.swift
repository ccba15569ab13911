// The folder on this machine as the pipeline sees it: what is listed, which links are followed, what cannot be used.
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct DiskTests {
    private func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target)
    }

    private func unusable(_ listing: Disk.Listing) -> [String: Disk.Unusable] {
        Dictionary(uniqueKeysWithValues: listing.unusable.map { ($0.path, $0.reason) })
    }

    @Test func listsInTheOrderOfBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["b.md", "a/z.md", "a.md", "a-b.md", "é.md", "B.md", ".verborgen.md", ".git/x.md", "a/.DS_Store"] {
            try folder.write("content/" + name, "")
        }
        let listing = Disk.folder(folder.path + "/").list("content")
        #expect(listing.files == ["B.md", "a-b.md", "a.md", "a/z.md", "b.md", "é.md"].map { "content/" + $0 })
        #expect(listing.unusable.isEmpty)
    }

    /// A Mac may write é as e and a mark; links and addresses write it as one sign, and so does what the pipeline sees.
    @Test func namesHaveTheirAccentsAsOneSign() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/cafe\u{301}/een\u{308}.pdf", "los")
        let disk = Disk.folder(folder.path)
        #expect(
            disk.list("content").files.map { Array($0.utf8) } == [Array("content/caf\u{E9}/ee\u{6E}\u{308}.pdf".utf8)]
        )
        for path in ["content/caf\u{E9}/een\u{308}.pdf", "content/cafe\u{301}/een\u{308}.pdf"] {
            #expect(try disk.read(path).get() == Array("los".utf8))
        }
        #expect(disk.read("content/caf\u{E9}/weg.pdf") == .failure(.missing))
    }

    @Test func twoNamesThatLookTheSameAreTold() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/\u{E9}.md", "een")
        try folder.write("content/e\u{301}.md", "twee")
        let listing = Disk.folder(folder.path).list("content")
        #expect(listing.files == ["content/\u{E9}.md"])
        #expect(listing.unusable.map(\.reason) == [.twice])
        let finding = SiteBuild.unusable(listing.unusable[0].path, listing.unusable[0].reason)
        #expect(finding.id == "files.same-name" && finding.place.file == "content/\u{E9}.md")
    }

    @Test func aFolderThatIsNotThereIsEmpty() throws {
        let folder = try TemporaryFolder()
        let listing = Disk.folder(folder.path).list("content")
        #expect(listing.files.isEmpty && listing.unusable.isEmpty)
    }

    @Test func followsLinksWithinTheProgramme() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/a/b.md", "tekst")
        try link(folder, "content/c.md", to: "a/b.md")
        try link(folder, "content/d", to: "a")
        let disk = Disk.folder(folder.path)
        #expect(disk.list("content").files == ["content/a/b.md", "content/c.md", "content/d/b.md"])
        #expect(disk.list("content").unusable.isEmpty)
        #expect(try disk.read("content/d/b.md").get() == Array("tekst".utf8))
    }

    @Test func doesNotFollowLinksOutOfIt() throws {
        let folder = try TemporaryFolder()
        try folder.write("p/content/a.md", "")
        try folder.write("buiten/geheim.md", "")
        for (name, target) in [
            ("uit.md", "../../buiten/geheim.md"), ("map", "../../buiten"), ("weg.md", "nergens.md"),
            ("wortel.md", "/etc/hostname"),
        ] {
            try link(folder, "p/content/" + name, to: target)
        }
        // A folder whose name only begins like the programme's is outside too.
        try folder.write("p-ander/x.md", "")
        try link(folder, "p/content/ander.md", to: "../../p-ander/x.md")
        try link(folder, "p/data", to: "../buiten")
        let disk = Disk.folder(folder.path + "/p")
        #expect(disk.list("content").files == ["content/a.md"])
        #expect(
            unusable(disk.list("content")) == [
                "content/uit.md": .outside, "content/map": .outside, "content/weg.md": .outside,
                "content/wortel.md": .outside, "content/ander.md": .outside,
            ]
        )
        #expect(unusable(disk.list("data")) == ["data": .outside])
        #expect(disk.list("data").files.isEmpty)
    }

    @Test func doesNotGoInCircles() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/a/x.md", "")
        try folder.write("content/b/y.md", "")
        for (name, target) in [
            ("een", "."), ("twee", ".."), ("a/naar-b", "../b"), ("b/naar-a", "../a"), ("a/zelf", "."),
        ] {
            try link(folder, "content/" + name, to: target)
        }
        let listing = Disk.folder(folder.path).list("content")
        #expect(listing.files == ["a/naar-b/y.md", "a/x.md", "b/naar-a/x.md", "b/y.md"].map { "content/" + $0 })
        #expect(unusable(listing)["content/een"] == .loop)
        #expect(unusable(listing)["content/a/naar-b/naar-a"] == .loop)
        #expect(unusable(listing)["content/b/naar-a/zelf"] == .loop)
        #expect(unusable(listing)["content/twee"] == .loop)
    }

    @Test func readsFilesOnly() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/map/x.md", "")
        try folder.write("content/leeg.md", "")
        try #require(mkfifo(folder.path + "/content/pijp.md", 0o644) == 0)
        try link(folder, "content/naar-pijp.md", to: "pijp.md")
        let disk = Disk.folder(folder.path)
        #expect(disk.read("content/map") == .failure(.notAFile))
        #expect(disk.read("content/weg.md") == .failure(.missing))
        #expect(disk.read("content/leeg.md") == .success([]))
        #expect(unusable(disk.list("content")) == ["content/pijp.md": .notAFile, "content/naar-pijp.md": .notAFile])
    }

    /// A build tells of one moment: what it has read once may not be different when it is read again.
    @Test func readsAFileOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("data/a.csv", "a\n1\n")
        try folder.write("data/b.csv", "a\n1\n")
        let disk = Disk.folder(folder.path)
        #expect(disk.bytes("data/a.csv") == disk.bytes("data/a.csv"))
        try folder.write("data/a.csv", "a\n22\n")
        try folder.write("data/b.csv", "a\n2\n")
        #expect(disk.read("data/a.csv") == .failure(.changed))
        #expect(disk.read("data/b.csv") == .success(Array("a\n2\n".utf8)))
        #expect(Disk.folder(folder.path).bytes("data/a.csv") == Array("a\n22\n".utf8))
    }

    /// A file with a hole takes no room on the disk, but would in memory.
    @Test func readsNoGiants() throws {
        let folder = try TemporaryFolder()
        try folder.write("data/a.csv", "a\n")
        try #require(truncate(folder.path + "/data/a.csv", 1 << 40) == 0)
        #expect(Disk.folder(folder.path).read("data/a.csv") == .failure(.tooLarge))
    }

    @Test(arguments: ["content/programme.yaml", "data/datapackage.yaml", "templates/page.mustache", "content/f.pdf"])
    func aPipeIsNotWaitedFor(path: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(path + ".md", "")
        try #require(mkfifo(folder.path + "/" + path, 0o644) == 0)
        let disk = Disk.folder(folder.path)
        #expect(disk.read(path) == .failure(.notAFile))
        #expect(unusable(disk.list(String(path.prefix { $0 != "/" }))) == [path: .notAFile])
        #expect(disk.read("../../../../../../../dev/zero") == .failure(.outside))
    }
}
