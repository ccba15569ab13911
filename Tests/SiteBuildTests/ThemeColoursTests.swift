// One set of colours for pages, drawings and print.
import Charts
import Diagnostics
import Testing

@testable import SiteBuild

private let standard =
    ":root {"
    + ColourToken.allCases.map { "--\($0.rawValue): #123456;" }.joined() + "}"

/// What print gets of a sheet that is the standard one and then `more`.
private func typst(_ more: String) -> (text: String, findings: [Diagnostic]) {
    var findings = Findings()
    let bytes = Array((standard + "\n" + more).utf8)
    let colours = ThemeColours(bytes, over: Array(standard.utf8), findings: &findings)
    return (String(decoding: colours.typst, as: UTF8.self), findings.sorted)
}

@Suite struct ThemeColoursTests {
    @Test(arguments: [
        ("#ABC", "#abc"), ("#a1b2c3", "#a1b2c3"), ("#FFFFFF", "#fff"), ("#aabbccff", "#abc"), ("red", "#f00"),
        ("RebeccaPurple", "#639"), ("rgb(31, 78, 140)", "#1f4e8c"), ("rgb(100% 0% 50% / 1)", "#ff0080"),
        ("rgba(0,0,0,1)", "#000"), ("hsl(120deg 100% 25%)", "#008000"), ("hsl(-120, 100%, 50%)", "#00f"),
        ("#ab", nil), ("#abcdex", nil), ("#0008", nil), ("rgb(0,0,0,.5)", nil), ("transparent", nil),
        ("currentColor", nil),
        ("oklch(60% 0.1 20)", nil), ("1px", nil), ("", nil), ("rgb(a,b,c)", nil), ("#１２３", nil),
    ]) func coloursAreRead(_ written: String, _ hex: String?) { #expect(CSSColour(written)?.hex == hex) }

    @Test(arguments: [
        (":root { --brand: red }", "#f00"), ("html, body { --brand: red; }", "#f00"),
        (".x { --brand: red }", "#123456"),
        (":root { --brand: /* ; } */ red; --x: 1px }", "#f00"),
        (":root { --brand: var(--a); --a: var(--b, #000); --b: #00f }", "#00f"),
        (":root { --brand: var(--none, blue) }", "#00f"), (":root { --brand: red !important; }", "#f00"),
        ("@media screen and (prefers-color-scheme: dark) { :root { --brand: red } }", "#123456"),
        ("@media (min-width: 700px) { :root { --brand: red } }", "#123456"),
        ("@media print { :root { --brand: red } } :root { --brand: blue }", "#f00"),
        ("@font-face { src: url(\"a;}b\") } :root { --brand: red }", "#f00"),
        ("@import url(x); :root{--brand:red", "#f00"),
    ]) func theLastRuleForPaperDecides(_ sheet: String, _ hex: String) {
        let (text, findings) = typst(sheet)
        #expect(text.contains("#let brand = rgb(\"\(hex)\")"), "\(text)")
        #expect(findings.isEmpty)
    }

    @Test func whatIsNoColourIsNamedAtItsLine() {
        let (text, findings) = typst("/* een\n*/ :root {\n  --brand: oklch(60% 0.1 20);\n  --grid: var(--grid);\n}\n")
        #expect(findings.map(\.id) == ["theme.colour", "theme.colour"])
        #expect(
            findings.map(\.place) == [
                Place(file: "templates/assets/css/tokens.css", line: 4, column: 3, length: 26),
                Place(file: "templates/assets/css/tokens.css", line: 5, column: 3, length: 19),
            ]
        )
        #expect(text.contains("#let brand = rgb(\"#123456\")"))
    }

    @Test func missingColoursAreOneFinding() {
        var findings = Findings()
        let sheet = Array("body { margin: 0 }\n:root { --ink: #000; }\n".utf8)
        let colours = ThemeColours(sheet, over: Array(standard.utf8), findings: &findings)
        #expect(findings.sorted.map(\.id) == ["theme.colour-missing"] && findings.sorted[0].place.line == 2)
        #expect(findings.sorted[0].message.en == "colours are missing: --ground, --raised, --raised-strong and 18 more")
        #expect(
            String(decoding: colours.typst, as: UTF8.self).contains(
                "#let ink = rgb(\"#000\")\n#let muted = rgb(\"#123456\")"
            )
        )
    }

    /// The colour of a series in the programme's own tokens.css reaches the page's style sheet, the downloaded drawing and the report.
    @Test func anOwnColourReachesEveryDrawing() async throws {
        var files = Files(pages: ["index"])
        files.bytes["content/een.md"] = Array(
            page(
                "Een",
                "kind: chapter",
                text: "```chart\nid: fig-a\ntype: bars\nfrom: d\nx: naam\ny: aantal\ntitle: Figuur\n```"
            ).utf8
        )
        files.bytes["data/datapackage.yaml"] = Array(
            """
            name: d
            resources:
              - name: d
                path: d.csv
                title: Data
                sources: [{title: Bron}]
                schema: {fields: [{name: naam, type: string}, {name: aantal, type: integer}]}
                verslag: {privacy: {counts: none, reason: proef}}
            """.utf8
        )
        files.bytes["data/d.csv"] = Array("naam,aantal\na,3\nb,5\n".utf8)
        var standard = Findings()
        let theme = Theme(disk: files.disk(), language: .nl, findings: &standard)
        let tokens = try #require(theme.assets.first { $0.path == "css/tokens.css" }).bytes
        let own = String(decoding: tokens, as: UTF8.self).replacing(
            "--series-1: #1f5fa8;",
            with: "--series-1: #c0ffee;"
        )
        files.bytes["templates/assets/css/tokens.css"] = Array(own.utf8)
        let (programme, findings) = await files.resolved()
        #expect(findings.all.isEmpty && standard.all.isEmpty, "\(findings.all)")
        let plan = try #require(ReportPlan.all(of: programme).first)
        let source = compose(plan, programme, files.disk()).source
        let drawing = try #require(source.files.first { $0.path == "drawings/fig-a.svg" }).bytes
        #expect(String(decoding: drawing, as: UTF8.self).contains(".m-s1{fill:#c0ffee}"))
        #expect(source.files.contains { $0.path == "report/colours.typ" })
    }
}
