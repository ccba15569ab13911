// No choice of --output and edition lets a site take the place of what an author wrote.
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct SourcesStayTests {
    /// The edition's folder would be, hold or lie in a folder of the programme.
    @Test(arguments: [
        ("", "content"), ("", "data"), ("content", "concept"), ("content/a", "concept"), ("..", "programma"),
    ])
    func ownSourcesAreNotWrittenOver(output: String, edition: String) throws {
        let place = try TemporaryFolder()
        try place.write("programma/content/programme.yaml", "title: Proef")
        try place.write("programma/data/d.csv", "a\n")
        let before = tree(place.path)
        let root = place.path + "/programma"
        #expect(throws: OutputError.self) {
            try OutputFolder(parent: root + "/" + output, edition: edition, root: root)
        }
        #expect(tree(place.path) == before)
    }

    /// Only the mark makes a folder one that may be replaced, not what else is in it or missing from it.
    @Test(arguments: [
        "programme.yaml", "lees.md", ".git/config", "foto.jpg", "index.html", "data/pages.json", ".hidden",
    ])
    func whatNoBuildMadeStays(name: String) throws {
        let place = try TemporaryFolder()
        try place.write("site/fotos/" + name, "van iemand")
        let before = tree(place.path)
        #expect(throws: OutputError.self) { try OutputFolder(parent: place.path + "/site", edition: "fotos") }
        #expect(tree(place.path) == before)
    }

    /// The mark itself is no link, and no folder.
    @Test func aLinkIsNoMark() throws {
        let place = try TemporaryFolder()
        try place.write("site/concept/a.txt", "van iemand")
        try place.write("elders/.verslag", "")
        try FileManager.default.createSymbolicLink(
            atPath: place.path + "/site/concept/.verslag",
            withDestinationPath: "../../elders/.verslag"
        )
        #expect(throws: OutputError.self) { try OutputFolder(parent: place.path + "/site", edition: "concept") }
        #expect(try place.text("site/concept/a.txt") == "van iemand")
    }

    /// A draft of version 0.1.0 bears no mark; it is known by its own files, taken over, and marked from then on.
    @Test func aDraftFromBeforeTheMarkIsTakenOver() throws {
        let place = try TemporaryFolder()
        for name in ["index.html", "data/pages.json", "assets/css/site.css"] {
            try place.write("site/concept/" + name, "oud")
        }
        let folder = try OutputFolder(parent: place.path + "/site", edition: "concept")
        try folder.write("index.html", [])
        try folder.commit()
        #expect(try place.entries("site/concept") == [".verslag", "index.html"])
    }

    @Test func anEmptyFolderIsFilled() throws {
        let place = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: place.path + "/site/2030",
            withIntermediateDirectories: true
        )
        try OutputFolder(parent: place.path + "/site", edition: "2030").commit()
        #expect(try place.entries("site/2030") == [".verslag"])
    }

    /// A programme's folder may hold a link that leads to somebody's files, in place of its site or of an edition.
    @Test(arguments: [("site", "fotos"), ("site/concept", "concept")])
    func nothingIsWrittenThroughALink(link: String, edition: String) throws {
        let place = try TemporaryFolder()
        try place.write("elders/fotos/.verslag", "")
        try place.write("elders/fotos/kind.jpg", "van iemand")
        if link.contains("/") { try place.write("site/leeg.txt", "") }
        try FileManager.default.createSymbolicLink(
            atPath: place.path + "/" + link,
            withDestinationPath: link.contains("/") ? "../elders/fotos" : "elders"
        )
        #expect(throws: OutputError.self) { try OutputFolder(parent: place.path + "/site", edition: edition) }
        #expect(try place.entries("elders/fotos") == [".verslag", "kind.jpg"])
    }

    @Test func theSiteBesideThemIs() throws {
        let place = try TemporaryFolder()
        try place.write("content/programme.yaml", "title: Proef")
        let folder = try OutputFolder(parent: place.path + "/site", edition: "content", root: place.path)
        try folder.write("index.html", [])
        try folder.commit()
        #expect(try place.entries("site/content") == [".verslag", "index.html"])
    }
}
