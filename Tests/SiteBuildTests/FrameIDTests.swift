// Ids that a page has from its template: all of them are known, and nothing that an author writes gets one.
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct FrameIDTests {
    private func theme(_ files: Files) -> (theme: Theme, findings: [String]) {
        var findings = Findings()
        let theme = Theme(disk: files.disk(), language: .nl, findings: &findings)
        return (theme, findings.sorted.map { "\($0.id) \($0.place.line):\($0.place.column) \($0.hint?.en ?? "")" })
    }

    @Test func areReadFromTheTemplates() {
        #expect(theme([:]).theme.frameIDs == ["edition-news", "page-main"])
        let own: Files = [
            "templates/eigen.mustache": "<p id='voet'></p><p id=\"{{page_id}}\"></p><p data-id=\"geen\"></p>"
        ]
        #expect(theme(own).theme.frameIDs == ["edition-news", "page-main", "voet"])
    }

    /// Headings, figures, terms and numbers with such names: each gets another id, or a finding.
    @Test func areNobodyElses() async throws {
        var files = Files(pages: ["index"])
        files.bytes["content/begrippen.md"] = Array(
            page("Begrippen", "kind: glossary", text: "## Page main\n\n## Edition news").utf8
        )
        files.bytes["content/begrippen.yaml"] = Array(
            "- {term: Page main, meaning: x}\n- {term: fn 1, meaning: y}\n".utf8
        )
        let output = try TemporaryFolder()
        let result = try await build(BuildOptions(root: "", output: output.path, jobs: 1), disk: files.disk())
        #expect(result.findings.isEmpty)
        let html = String(decoding: tree(output.path)["concept/begrippen/index.html"] ?? Data(), as: UTF8.self)
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        #expect(ids == ["page-main", "page-main-2", "edition-news-2", "page-main-3", "h-fn-1"])
    }

    /// A figure keeps the id that its author gave; the heading of the same name makes room, and so do those that its drawing would hide.
    @Test func aHeadingMakesRoomForAFigure() async throws {
        var files = Files(pages: ["index"])
        let text = """
            ## Tab een

            ## Tab een title

            ```targets
            id: tab-een
            title: Een
            indicators: [n]
            ```
            """
        files.bytes["content/index.md"] = Array(page("Start", text: text).utf8)
        files.bytes["data/indicators.yaml"] = Array("- {id: n, label: N, value: 1, source: Proef}\n".utf8)
        let output = try TemporaryFolder()
        let result = try await build(BuildOptions(root: "", output: output.path, jobs: 1), disk: files.disk())
        #expect(result.isClean, "\(result.findings)")
        let html = String(decoding: tree(output.path)["concept/index.html"] ?? Data(), as: UTF8.self)
        #expect(html.contains("<h2 id=\"tab-een-2\">") && html.contains("<h2 id=\"tab-een-title-2\">"))
        #expect(html.contains("<figure class=\"float table size-text\" id=\"tab-een\""))
    }

    @Test func wordsThatNobodyUsesAreTold() {
        #expect(
            theme(["templates/strings/nl.yaml": "skpi: Door\n"]).findings == [
                "yaml.unknown-key 1:1 did you mean \"skip\"?"
            ]
        )
        #expect(theme(["templates/strings/nl.yaml": "skip: Door\n"]).findings == [])
        let own: Files = [
            "templates/strings/nl.yaml": "leus: Samen\n", "templates/x.mustache": "{{#t_leus}}{{t_leus}}{{/t_leus}}",
        ]
        #expect(theme(own).findings == [])
        #expect(theme(own).theme.strings["leus"] == "Samen")
    }
}
