// The folder beside the site: what is left when it is not committed, who may write, what is written again.
import Foundation
import Processes
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct OutputFolderTests {
    /// The files of a site, without the marks by which drafts are known.
    private func published(_ site: String) -> [String: Data] { tree(site).filter { !$0.key.hasSuffix("/.verslag") } }

    @Test func leavesNothingWithoutACommit() throws {
        let place = try TemporaryFolder()
        try place.write("site/concept/.verslag", "")
        try place.write("site/concept/index.html", "oud")
        do {
            let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
            try folder.write("index.html", Array("nieuw".utf8))
            try folder.write("a/b/c.html", [])
            #expect(try place.entries("site") == [".concept.new", "concept"])
        }
        #expect(try place.entries("site") == ["concept"])
        #expect(published(place.path) == ["site/concept/index.html": Data("oud".utf8)])
    }

    /// A stroke at the end, which a shell adds, makes a link no folder.
    @Test(arguments: ["", "/", "//", "/."]) func aLinkIsOneHoweverItIsNamed(end: String) throws {
        let place = try TemporaryFolder()
        try place.write("elders/foto.jpg", "")
        try FileManager.default.createSymbolicLink(
            atPath: place.path + "/site",
            withDestinationPath: place.path + "/elders"
        )
        #expect(throws: OutputError.self) { try OutputFolder(parent: place.path + "/site" + end, edition: "concept") }
        #expect(try place.entries("elders") == ["foto.jpg"])
        #expect(!isLink(place.path + "/elders" + end))
    }

    @Test func removesTheFolderThatItMade() throws {
        let place = try TemporaryFolder()
        do { try OutputFolder(parent: place.path + "/site", edition: "concept").write("index.html", []) }
        #expect(try place.entries() == [])
    }

    @Test func commitPutsTheNewInPlaceOfTheOld() throws {
        let place = try TemporaryFolder()
        try place.write("site/concept/.verslag", "")
        try place.write("site/concept/weg/index.html", "oud")
        do {
            let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
            try folder.write("index.html", Array("nieuw".utf8))
            try folder.commit()
        }
        #expect(published(place.path + "/site") == ["concept/index.html": Data("nieuw".utf8)])
    }

    @Test func writesOnlyWhatChanged() throws {
        let place = try TemporaryFolder()
        try place.write("site/concept/.verslag", "")
        try place.write("site/concept/zelfde/a.txt", "a")
        try place.write("site/concept/anders/a.txt", "a")
        let before = inodes(place.path + "/site/concept")
        do {
            let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
            try folder.write("zelfde/a.txt", Array("a".utf8))
            try folder.write("anders/a.txt", Array("b".utf8))
            try folder.commit()
        }
        let after = inodes(place.path + "/site/concept")
        #expect(after["zelfde/a.txt"] == before["zelfde/a.txt"])
        #expect(after["anders/a.txt"] != before["anders/a.txt"])
        #expect(published(place.path + "/site")["concept/anders/a.txt"] == Data("b".utf8))
    }

    /// Two pages in one place are a finding; whatever gets here without one would hide one of two files.
    @Test func aPathThatIsWrittenTwiceStopsTheCommit() throws {
        for second in ["a.json", "a.json/index.html"] {
            let place = try TemporaryFolder()
            let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
            try folder.write("a.json", Array("een".utf8))
            try folder.write(second, Array("twee".utf8))
            #expect { try folder.commit() } throws: {
                if case OutputError.twice(second) = $0 { true } else { false }
            }
            #expect(try place.entries("site") == [".concept.new"])
        }
    }

    @Test func onlyOneBuildWrites() throws {
        let place = try TemporaryFolder()
        let first = try OutputFolder(parent: place.path + "/site", edition: "concept")
        try first.write("index.html", Array("eerste".utf8))
        #expect(throws: LockError.self) { try OutputFolder(parent: place.path + "/site", edition: "concept") }
        #expect(throws: LockError.self) { try OutputFolder(parent: place.path + "/site", edition: "2020") }
        try first.commit()
        #expect(published(place.path + "/site") == ["concept/index.html": Data("eerste".utf8)])
    }

    @Test func editionsStandSideBySide() throws {
        let place = try TemporaryFolder()
        for edition in ["2020", "concept"] {
            let folder = try OutputFolder(parent: place.path + "/site", edition: edition)
            try folder.write("index.html", Array(edition.utf8))
            try folder.commit()
        }
        #expect(
            published(place.path + "/site") == [
                "2020/index.html": Data("2020".utf8), "concept/index.html": Data("concept".utf8),
            ]
        )
    }

    @Test func cleansUpAfterABuildThatWasKilled() throws {
        let place = try TemporaryFolder()
        try place.write("site/concept/.verslag", "")
        try place.write("site/concept/index.html", "oud")
        for name in [".concept.new", ".2030.new", ".2030.new.old"] {
            try place.write("site/\(name)/.verslag", "")
            try place.write("site/\(name)/half.html", "half")
        }
        do {
            let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
            try folder.write("index.html", Array("nieuw".utf8))
            try folder.commit()
        }
        #expect(published(place.path + "/site") == ["concept/index.html": Data("nieuw".utf8)])
        #expect(try place.entries("site") == ["concept"])
    }

    /// A file in the place of a folder is somebody's file: it is neither replaced nor removed.
    @Test(arguments: ["site", "site/concept"]) func neverReplacesAFile(name: String) throws {
        let place = try TemporaryFolder()
        try place.write(name, "van iemand")
        #expect(throws: (any Error).self) {
            let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
            try folder.write("index.html", [])
            try folder.commit()
        }
        #expect(tree(place.path) == [name: Data("van iemand".utf8)])
    }
}
