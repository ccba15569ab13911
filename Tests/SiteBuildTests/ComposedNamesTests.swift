// A programme that was made on a Mac and is built on Linux: names of files write their accents otherwise than the texts that name them.
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct ComposedNamesTests {
    /// - Parameters:
    ///   - onDisk: how files write an é.
    ///   - inText: how texts write it.
    private func programme(onDisk: String, inText: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("content/programme.yaml", "title: Proef\n")
        try folder.write(
            "content/index.md",
            page(
                "Start",
                text: """
                    [bijlage](caf\(inText).pdf), [ook](caf%C3%A9.pdf), [pagina](priv\(inText)/index.md#kop), ![beeld](caf\(inText).svg)

                    ```include
                    file: _deel-\(inText).md
                    ```

                    ```table
                    id: tab-a
                    from: d
                    columns: [groep]
                    ```
                    """
            )
        )
        try folder.write("content/priv\(onDisk)/index.md", page("Privé", text: "## Kop"))
        try folder.write("content/_deel-\(onDisk).md", "Ingevoegd.\n")
        try folder.write("content/caf\(onDisk).pdf", "%PDF-1.7")
        try folder.write("content/caf\(onDisk).svg", "<svg/>")
        try folder.write("data/tabel-\(onDisk).csv", "groep\nA\n")
        try folder.write(
            "data/datapackage.yaml",
            """
            name: d
            title: D
            resources:
              - name: d
                title: Groepen
                path: tabel-\(inText).csv
                schema: {fields: [{name: groep, title: Groep, type: string}]}
                sources: [{title: Proef}]
                verslag: {period: "2020", unit: groepen, privacy: {counts: none, reason: Proef}}
            """
        )
        return folder
    }

    @Test(arguments: [("e\u{301}", "\u{E9}"), ("\u{E9}", "e\u{301}"), ("e\u{301}", "e\u{301}")])
    func areFoundAndPublishedAsOneSign(onDisk: String, inText: String) async throws {
        let folder = try programme(onDisk: onDisk, inText: inText)
        let output = try TemporaryFolder()
        let result = try await build(BuildOptions(root: folder.path, output: output.path, jobs: 1))
        #expect(result.isClean, "\(result.findings)")
        let files = tree(output.path + "/concept")
        for path in ["caf\u{E9}.pdf", "caf\u{E9}.svg", "priv\u{E9}/index.html"] {
            #expect(files.keys.contains { $0.utf8.elementsEqual(path.utf8) }, "\(path)")
        }
        let html = String(decoding: files["index.html"] ?? Data(), as: UTF8.self)
        #expect(html.contains("href=\"caf%C3%A9.pdf\"") && html.contains("href=\"priv%C3%A9/index.html#kop\""))
        #expect(html.contains("src=\"caf%C3%A9.svg\"") && html.contains("Ingevoegd."))
    }

    /// What cannot be read is told where an author names it.
    @Test func aFileThatCannotBeReadIsToldAtItsLink() {
        let link = Place(file: "content/index.md", line: 7, column: 3)
        let finding = unusable("content/a.pdf", .failed("Permission denied"), linkedAt: link)
        #expect(finding.place == link && finding.message.en == "content/a.pdf: cannot be read: Permission denied")
    }
}
