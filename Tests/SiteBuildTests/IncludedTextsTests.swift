// What an included text and a programme's own words must not disturb on a page.
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

private func home(_ files: Files) async throws -> String {
    let output = try TemporaryFolder()
    let result = try await build(BuildOptions(root: "memory", output: output.path), disk: files.disk())
    #expect(result.findings.isEmpty)
    return try output.text("concept/index.html")
}

@Suite struct IncludedTextsTests {
    /// Every text numbers its footnotes from 1; on one page their ids must still differ.
    @Test func footnotesKeepIdsOfTheirOwn() async throws {
        let part = "```include\nfile: _deel.md\n```\n"
        let html = try await home([
            "content/programme.yaml": "title: Proef\n",
            "content/index.md": page(
                "Start",
                text: "Noot.[^a] Nog eens.[^a]\n\n[^a]: Van de pagina.\n\n\(part)\n\(part)"
            ),
            "content/_deel.md": "Deel.[^b] En.[^c]\n\n[^b]: Van het deel.\n\n[^c]: Ook.\n",
        ])
        let ids = html.matches(of: /id="(fn[^"]*)"/).map { String($0.output.1) }
        let targets = html.matches(of: /href="#(fn[^"]*)"/).map { String($0.output.1) }
        #expect(ids.count == 11)
        #expect(Set(ids).count == ids.count, "\(ids)")
        #expect(Set(targets) == Set(ids))
    }

    @Test func aProgrammesWordsStandOverTheThemes() async throws {
        let html = try await home([
            "content/programme.yaml": "title: Proef\n",
            "content/index.md": page("Start"),
            "templates/strings/nl.yaml": "concept_note: Alleen voor ons.\n",
        ])
        #expect(html.contains("Alleen voor ons."))
        #expect(html.contains("Naar de inhoud"))
    }
}
