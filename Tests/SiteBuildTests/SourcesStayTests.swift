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

    @Test(arguments: ["programme.yaml", "lees.md", "page.mustache", ".git/config"])
    func sourcesOfAnotherProgrammeAreNotWrittenOver(name: String) throws {
        let place = try TemporaryFolder()
        try place.write("site/concept/index.html", "van iemand")
        try place.write("site/concept/" + name, "van iemand")
        let before = tree(place.path)
        #expect(throws: OutputError.self) { try OutputFolder(parent: place.path + "/site", edition: "concept") }
        #expect(tree(place.path) == before)
    }

    @Test func theSiteBesideThemIs() throws {
        let place = try TemporaryFolder()
        try place.write("content/programme.yaml", "title: Proef")
        let folder = try OutputFolder(parent: place.path + "/site", edition: "content", root: place.path)
        try folder.write("index.html", [])
        try folder.commit()
        #expect(try place.entries("site/content") == ["index.html"])
    }
}
