// What a chart block must look like, and what its author is told otherwise.
import Declarations
import Diagnostics
import Testing

@testable import Charts

private let bars = "id: fig-a\ntype: bars\nfrom: training\nx: offer\ny: {sum: participants}\ntitle: Een titel\n"

@Suite struct SpecTests {
    @Test func readsWhatTheAuthorWrote() throws {
        var findings = Findings()
        let read = read(
            bars + "series: year\nwhere: {area: Limmel}\nlayout: stacked\nsize: wide\ncaption: Bij de tekst\n",
            &findings
        )
        let spec = try #require(read)
        #expect(findings.isEmpty)
        #expect(spec.kind == .bars)
        #expect(spec.size == .wide)
        #expect(spec.from?.text == "training")
        #expect(spec.groupColumns.map(\.text) == ["offer", "year"])
        #expect(spec.measures.map(\.name) == ["y"])
        #expect(spec.whereMapping?.entries.map(\.key.text) == ["area"])
        #expect(spec.caption?.text == "Bij de tekst")
        #expect(spec.groupColumns[0].place.line == 4)
    }

    @Test func fillsInTexts() throws {
        var findings = Findings()
        let read = read(
            "id: fig-o\ntype: organisation\ntitle: a\nbodies: [{id: x, name: b, note: c}, {id: y, name: d}]\nrelations: [{from: x, to: y, label: e}]\n",
            &findings
        )
        let spec = try #require(read).mappingTexts { $0.text.uppercased() }
        #expect(spec.title.text == "A")
        #expect(spec.bodies.map(\.name.text) == ["B", "D"])
        #expect(spec.bodies[0].note?.text == "C")
        #expect(spec.relations[0].label?.text == "E")
        #expect(spec.bodies.map(\.id.text) == ["x", "y"])
    }

    /// The block, the finding it must give and the line on which.
    @Test(arguments: [
        ("type: bar\nid: fig-a\ntitle: t", "chart.unknown-type", 1),
        ("id: fig-a\ntitle: t", "yaml.missing-key", 1),
        ("id: grafiek\ntype: bars\nfrom: d\nx: a\ny: b\ntitle: t", "chart.id", 1),
        ("id: fig-A b\ntype: bars\nfrom: d\nx: a\ny: b\ntitle: t", "chart.id", 1),
        (bars + "colour: red", "yaml.unknown-key", 7),
        (bars + "panels: area", "yaml.unknown-key", 7),
        (bars + "size: huge", "yaml.unknown-word", 7),
        (bars + "sort: up", "yaml.unknown-word", 7),
        (bars + "layout: side", "yaml.unknown-word", 7),
        (bars + "series: offer", "chart.same-column", 7),
        ("id: fig-a\ntype: bars\nfrom: d\nx: a\ntitle: t", "yaml.missing-key", 1),
        ("id: fig-a\ntype: tally\nfrom: d\nx: a\ntitle: t", "chart.no-measure", 1),
        ("id: fig-a\ntype: tally\nfrom: d\nx: a\nsessions: s\nper: 0\ntitle: t", "chart.per", 6),
        ("id: fig-a\ntype: tally\nfrom: d\nx: a\nsessions: s\nper: tien\ntitle: t", "yaml.wrong-type", 6),
        ("id: fig-a\ntype: organisation\ntitle: t\nbodies: []", "chart.no-bodies", 4),
        (
            "id: fig-a\ntype: organisation\ntitle: t\nbodies:\n- {id: a, name: A}\n- {id: a, name: B}",
            "chart.duplicate-body", 6
        ),
        (
            "id: fig-a\ntype: organisation\ntitle: t\nbodies:\n- {id: raad, name: A}\nrelations:\n- {from: raad, to: raat}",
            "chart.unknown-body", 7
        ),
        (
            "id: fig-a\ntype: organisation\ntitle: t\nbodies:\n- {id: a, name: A}\nrelations:\n- {from: a, to: a}",
            "chart.relation-to-itself", 7
        ),
        ("id: fig-a\ntype: organisation\ntitle: t\nbodies:\n- {id: a, name: A, level: 0}", "chart.level", 5),
    ])
    func saysWhatIsWrong(yaml: String, id: String, line: Int) {
        var findings = Findings()
        let spec = read(yaml, &findings)
        #expect(spec == nil)
        #expect(
            findings.all.contains { $0.id == id && $0.place.line == line },
            "\(findings.all.map { ($0.id, $0.place.line) })"
        )
    }

    @Test func suggestsTheTypeThatWasMeant() {
        var findings = Findings()
        _ = read("type: index-bar\nid: fig-a\ntitle: t", &findings)
        #expect(findings.all.first?.hint?.nl == "bedoelde u \"index-bars\"?")
    }

    @Test func reportsAllMistakesAtOnce() {
        var findings = Findings()
        _ = read("id: x\ntype: bars\nfrom: d\nx: a\ny: b\nsize: huge\nkleur: rood", &findings)
        #expect(
            Set(findings.all.map(\.id)) == ["chart.id", "yaml.missing-key", "yaml.unknown-word", "yaml.unknown-key"]
        )
    }
}
