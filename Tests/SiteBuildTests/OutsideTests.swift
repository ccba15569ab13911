// What lies outside the programme's folder is not opened by anybody, so no finding quotes it.
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct OutsideTests {
    private static let secret = "wachtwoord: zeer-geheim,een"

    private func programme() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("geheim.txt", Self.secret + "\u{1}\n")
        try folder.write("p/content/programme.yaml", "title: Proef\n")
        try folder.write("p/content/index.md", page("Proef"))
        try folder.write("p/data/datapackage.yaml", "name: p\nresources: [{name: p, path: p.csv}]\n")
        return folder
    }

    @Test(arguments: [
        "content/programme.yaml", "content/index.md", "content/begrippen.yaml", "content/errata.yaml",
        "content/_deel.md",
        "data/p.csv", "data/datapackage.yaml", "data/indicators.yaml", "templates/page.mustache",
        "templates/report.typ",
        "templates/strings/nl.yaml", "content/a.svg",
    ])
    func isNotQuoted(file: String) async throws {
        let folder = try programme()
        let path = folder.path + "/p/" + file
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(
            atPath: URL(filePath: path).deletingLastPathComponent().path,
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path + "/geheim.txt")
        let result = try await build(BuildOptions(root: folder.path + "/p", output: nil))
        #expect(result.findings.contains { $0.id == "files.unreadable" && $0.place.file == file })
        for format in DiagnosticFormat.allCases {
            let text = render(result.findings, as: format, language: .nl, sourceLine: result.sourceLine)
            #expect(!text.contains("geheim,"))
        }
    }

    @Test func isNotReadByAnyPath() throws {
        let folder = try programme()
        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/p/" + name,
                withDestinationPath: target
            )
        }
        try link("content/uit.md", to: "../../geheim.txt")
        try link("content/map", to: "../..")
        try link("content/weg.md", to: "nergens.md")
        try link("content/lus.md", to: "lus.md")
        try link("content/thuis.md", to: folder.path + "/p/content/index.md")
        let disk = Disk.folder(folder.path + "/p")
        for path in [
            "content/uit.md", "content/map/geheim.txt", "../geheim.txt", "content/../../geheim.txt", "content/weg.md",
        ] {
            #expect(throws: Disk.Unusable.outside) { try disk.read(path).get() }
            #expect(sourceLine(of: Place(file: path, line: 1), disk) == nil)
        }
        #expect(throws: Disk.Unusable.missing) { try disk.read("content/nee.md").get() }
        #expect(throws: Disk.Unusable.loop) { try disk.read("content/lus.md").get() }
        // Links within the folder lead on, written in whatever way.
        #expect(try disk.read("content/thuis.md").get() == Array(page("Proef").utf8))
        #expect(sourceLine(of: Place(file: "content/thuis.md", line: 2), disk) == "title: Proef")
    }
}
