// Whatever an author writes in a text field is text: it never becomes an element or an attribute of a page.
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct EscapingTests {
    private static let text = #"<script>alert("x")</script> & 'y' {{> page}} {{{body}}}"#

    /// The text as a YAML string in single quotes.
    private static let yaml = "'" + text.replacingOccurrences(of: "'", with: "''") + "'"

    private static var programme: Files {
        let (t, y) = (
            text.replacingOccurrences(of: "{{", with: "\\{{"), yaml.replacingOccurrences(of: "{{", with: "\\{{")
        )
        return [
            "content/programme.yaml": """
            title: \(yaml)
            subtitle: \(yaml)
            publisher: \(yaml)
            contact: {name: \(yaml), email: 'a"b<c@example.org'}
            website: 'https://example.org/"><script>'
            edition: {id: "2020", title: \(yaml), date: "2020"}
            navigation: [{page: a/index.md, title: \(yaml)}, {page: 'https://example.org/"><script>'}]
            """,
            "content/index.md": """
            ---
            title: \(yaml)
            description: \(y)
            ---

            ## \(t.replacingOccurrences(of: "<", with: "\\<"))

            [tekst](a/index.md "\(t.replacingOccurrences(of: "\"", with: "\\\""))") ![\(t)](a.gif) [](a/index.md) `\(text)`

            ```pages
            kind: project
            ```

            ```interventions
            projects: all
            ```

            ```tiles
            tiles: [{indicator: n, label: \(y), text: \(y)}]
            ```

            ```targets
            id: tab-a
            title: \(y)
            caption: \(y)
            indicators: [n]
            ```

            ```chart
            id: fig-a
            type: bars
            from: d
            x: groep
            y: {sum: aantal}
            title: \(y)
            subtitle: \(y)
            caption: \(y)
            note: \(y)
            ```

            ```table
            id: tab-b
            from: d
            columns: [groep, aantal]
            title: \(y)
            ```

            ```chart
            id: fig-b
            type: organisation
            title: \(y)
            bodies: [{id: a, name: \(y), note: \(y)}, {id: b, name: B}]
            relations: [{from: a, to: b, label: \(y)}]
            ```

            """,
            "content/a.gif": "GIF89a",
            "content/a/index.md": page(
                yaml,
                """
                short: \(yaml)
                kind: project
                period: \(yaml)
                goal: \(y)
                method: \(y)
                partners: [\(yaml)]
                tags: [\(yaml)]
                interventions: [{name: \(yaml), status: running, period: \(yaml), result: \(y), detail: \(y)}]
                """
            ),
            "content/begrippen.md": page(yaml, "kind: glossary"),
            "content/begrippen.yaml":
                "- {term: \(yaml), meaning: \(yaml), explanation: \(yaml)}\n- {term: script, meaning: \(yaml), abbreviation: true}",
            "content/herkomst.md": page(yaml, "kind: provenance"),
            "data/indicators.yaml": """
            - {id: n, label: \(yaml), value: \(yaml), unit: \(yaml), source: \(yaml), period: \(yaml), n: \(yaml), target: \(yaml), qualifier: \(yaml), note: \(yaml)}
            - {id: m, label: M, from: d, sum: aantal, where: {groep: \(yaml)}}
            """,
            "data/datapackage.yaml": """
            name: d
            title: D
            resources:
              - name: d
                title: \(yaml)
                path: d.csv
                schema: {fields: [{name: groep, title: \(yaml), type: string}, {name: aantal, title: \(yaml), type: integer, unit: \(yaml)}]}
                sources: [{title: \(yaml)}]
                verslag: {period: \(yaml), unit: \(yaml), status: illustrative, privacy: {counts: none, reason: Proef}}
            """,
            "data/d.csv": "groep,aantal\n\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\",12\nB,3\n",
        ]
    }

    @Test func textStaysText() async throws {
        let folder = try TemporaryFolder()
        let result = try await build(BuildOptions(root: "", output: folder.path, jobs: 1), disk: Self.programme.disk())
        #expect(result.isClean, "\(result.findings)")
        let files = tree(folder.path)
        // A text field is shown as it is; in a line of Markdown, HTML is left out.
        for (path, data) in files where path.hasSuffix(".html") || path.hasSuffix(".svg") {
            // The theme's own script is no author's.
            let html = String(decoding: data, as: UTF8.self).replacing(
                #/<script src="[./]*/assets/js/editions\.js" defer></script>/#,
                with: ""
            )
            #expect(!html.lowercased().contains("<script"), "\(path)")
            #expect(html.contains("&lt;script&gt;") || path.hasSuffix(".svg"), "\(path)")
            #expect(!html.contains("\"><script"), "\(path)")
        }
        #expect(files.keys.count { $0.hasSuffix(".html") } == 4)
        let json = try #require(files["2020/data/indicators.json"])
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json) }
    }
}
