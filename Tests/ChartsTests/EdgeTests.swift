// Data at the edges: each gives a sensible drawing, and where something should change, a finding that says what.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private struct Edge: Sendable, CustomStringConvertible {
    var description: String
    var type: String
    var rows: [[Cell]]
    var finding: String?
    var more = ""
    var series = false
}

private let long = String(repeating: "Zeer lange benaming van een thema in de wijk ", count: 5)

/// What every type must bear.
private func common(_ type: String) -> [Edge] {
    func edge(_ what: String, _ rows: [[Cell]], finding: String? = nil) -> Edge {
        Edge(description: type + ": " + what, type: type, rows: rows, finding: finding)
    }
    return [
        edge("no rows", [], finding: "chart.no-rows"),
        edge("one row", [cells("Limmel", 12)]),
        edge("all missing", [cells("a", nil), cells("b", nil)], finding: "chart.no-values"),
        edge("all hidden", [cells("a", hidden), cells("b", hidden)], finding: "chart.no-values"),
        edge("all equal", [cells("a", 100), cells("b", 100), cells("c", 100)]),
        edge("all zero", [cells("a", 0), cells("b", 0)]),
        edge("tiny", [cells("a", 1e-9), cells("b", 3e-9)]),
        edge("huge", [cells("a", 1e12), cells("b", 2.5e12)]),
        edge("tiny and huge", [cells("a", 1e-9), cells("b", 1e12)]),
        edge("beyond all measure", [cells("a", 1e300), cells("b", 1e-300)]),
        edge("not a number", [cells("a", Double.nan), cells("b", 4)]),
        edge("long label", [cells(long, 4), cells("kort", 5)]),
        edge("right to left", [cells("بيت الشفاء في الحي", 4), cells("בריאות", 5)]),
        edge(
            "sixty categories",
            (1...60).map { cells("Categorie \($0)", $0) },
            finding: ["lines", "spark"].contains(type) ? nil : "chart.too-many-categories"
        ),
        edge("the same category twice", [cells("a", 1), cells("a", 2)], finding: "chart.duplicate-category"),
    ]
}

private let particular: [Edge] = [
    Edge(
        description: "negative in a stack",
        type: "bars",
        rows: [cells("a", "x", 4), cells("a", "y", -3)],
        finding: "chart.negative-in-stack",
        more: "layout: stacked\n",
        series: true
    ),
    Edge(
        description: "negative in a group",
        type: "bars",
        rows: [cells("a", "x", 4), cells("a", "y", -3)],
        series: true
    ),
    Edge(
        description: "negative in a tally",
        type: "tally",
        rows: [cells("a", 4), cells("b", -3)],
        finding: "chart.negative-count"
    ),
    Edge(
        description: "many series",
        type: "bars",
        rows: (1...7).map { cells("a", "reeks \($0)", $0) },
        finding: "chart.too-many-series",
        series: true
    ),
]

private let edges: [Edge] =
    [
        "bars", "index-bars", "lines", "tally", "spark", "tile", "target", "waterfall", "waffle", "pictogram",
        "index-dots", "index-table", "interval",
    ].flatMap(common)
    + particular
    + ["stacked", "diverging", "flow"].flatMap { type in
        common(type).map { edge in
            var edge = edge
            // The same rows with a second category: all of them parts of one series, streams to one place.
            edge.series = true
            edge.rows = edge.rows.map { [$0[0], .text("Ergens")] + $0.dropFirst() }
            return edge
        }
    }

@Suite struct EdgeTests {
    @Test(arguments: edges) private func drawsSensibly(_ edge: Edge) throws {
        let measure = ["tally": "participants", "target": "result"][edge.type] ?? "y"
        var yaml = "id: fig-a\ntype: \(edge.type)\nfrom: d\nx: a\n\(measure): v\ntitle: t\n\(edge.more)"
        if edge.type == "interval" { yaml += "low: l\nhigh: h\n" }
        if edge.series { yaml += edge.type == "flow" ? "to: b\n" : "series: b\n" }
        var findings = Findings()
        let read = read(yaml, &findings)
        let spec = try #require(read)
        let table = table(
            edge.series ? ["A", "B"] : ["A"],
            ["Waarde"],
            rows: edge.rows,
            index: edge.type.hasPrefix("index-") ? maastricht : nil,
            names: [measure]
        )
        for language in SiteLanguage.allCases {
            let drawn = draw(spec, table: table, language: language)
            #expect(drawn.findings.all.map(\.id) == (edge.finding.map { [$0] } ?? []))
            #expect(!drawn.description.isEmpty && !drawn.description.contains("nan"))
            for width in drawnWidths(spec) {
                var none = Findings()
                let data = ChartData(spec, table, language: language, findings: &none)
                let drawing = drawing(ChartContext(spec: spec, data: data, language: language, width: width))
                #expect(problems(in: drawing) == [])
            }
        }
    }

    @Test func longLabelsAreCutInTheDrawingAndWholeInTheTable() throws {
        var findings = Findings()
        let read = read("id: fig-a\ntype: bars\nfrom: d\nx: a\ny: v\ntitle: t\n", &findings)
        let drawn = draw(try #require(read), table: table(["A"], ["Waarde"], rows: [cells(long, 4)]), language: .nl)
        #expect(String(decoding: drawn.narrow, as: UTF8.self).contains("…</text>"))
        #expect(drawn.table.rows[0][0].text == readable(long))
    }

    @Test func anIndexNeedsItsDeclaration() throws {
        var findings = Findings()
        let read = read("id: fig-a\ntype: index-bars\nfrom: d\nx: a\ny: v\ntitle: t\n", &findings)
        let drawn = draw(try #require(read), table: table(["A"], ["Index"], rows: [cells("a", 120)]), language: .nl)
        #expect(drawn.findings.all.map(\.id) == ["chart.no-index"])
    }
}
