// Annotations: which types take them, what they say where one cannot, and that they never lie over other texts.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

@Suite struct AnnotationTests {
    /// Lines, bands and arrows at random on every golden source that takes them.
    @Test(arguments: goldenCases.filter { !$0.yaml.contains("annotations:") }) func liesOverNothing(
        _ example: ChartCase
    ) throws {
        var findings = Findings()
        let plain = try #require(example.spec(&findings))
        guard plain.kind.annotations.contains("line") else { return }
        let data = ChartData(plain, example.table, language: .nl, findings: &findings)
        let values = data.values.isEmpty ? [0] : data.values
        for seed in 0..<6 {
            var random = SeededRandom(seed: UInt64(seed))
            var example = example
            example.yaml += "\nannotations:\n"
            for number in 0..<Int.random(in: 1...4, using: &random) {
                let value = (values.randomElement(using: &random) ?? 0) * [0.4, 1, 1.3][number % 3]
                let name = data.categoryCodes.randomElement(using: &random) ?? ""
                let series = data.seriesCodes.randomElement(using: &random) ?? ""
                let isArrow = plain.kind.annotations.contains("arrow") && Bool.random(using: &random)
                let target =
                    isArrow
                    ? "arrow: \"\(name)\", series: \"\(series)\""
                    : number % 2 == 0 ? "line: \(value)" : "band: [\(value), \(value + abs(value) + 1)]"
                example.yaml +=
                    "  - {\(target), text: \"\(label(&random, most: 4).filter { $0 != "\"" && !$0.isNewline })\"}\n"
            }
            let read = example.spec(&findings)
            // Odd names of series are not what is looked at here.
            guard let spec = read else { continue }
            for width in drawnWidths(spec) {
                let drawing = drawing(ChartContext(spec: spec, data: data, language: .nl, width: width))
                #expect(problems(in: drawing).prefix(3) == [], "\(example.yaml)")
            }
        }
    }

    @Test(arguments: everyAnnotationCase) func saysEachOfThem(_ example: ChartCase) throws {
        var findings = Findings()
        let spec = try #require(example.spec(&findings))
        let drawn = draw(spec, table: example.table, language: .nl)
        #expect(drawn.findings.all.isEmpty)
        let svg = String(decoding: drawn.wide, as: UTF8.self)
        for annotation in spec.annotations {
            #expect(drawn.description.contains(annotation.text.text))
            // Broken over lines the last word still stands there.
            #expect(svg.contains(annotation.text.text.split(separator: " ").last ?? ""))
        }
    }

    @Test(arguments: [
        (
            "type: tally\nfrom: d\nx: a\nsessions: b\nannotations: [{text: t, line: 3}]",
            "tally heeft geen as met waarden"
        ),
        (
            "type: slope\nfrom: d\nx: a\nbefore: b\nafter: c\nannotations: [{text: t, arrow: b}]",
            "slope kan geen arrow tonen"
        ),
        ("type: bars\nfrom: d\nx: a\ny: b\nannotations: [{text: t, moment: 2018}]", "bars kan geen moment tonen"),
    ])
    func saysWhichTypesCan(yaml: String, message: String) {
        var findings = Findings()
        #expect(read("id: fig-a\ntitle: t\n" + yaml, &findings) == nil)
        let finding = findings.all.first { $0.id == "chart.annotation" }
        #expect(finding?.message.nl.hasPrefix(message) == true, "\(findings.all.map(\.message.nl))")
        #expect(finding?.hint?.nl.contains("lines") == true)
        #expect(finding?.hint?.nl.contains("waffle") == false)
    }

    @Test func sharesAreSaidInPercent() throws {
        let example = try #require(everyAnnotationCase.first { $0.name == "annotations-stacked" })
        var findings = Findings()
        let spec = try #require(example.spec(&findings))
        #expect(draw(spec, table: example.table, language: .nl).description.contains("Lijn bij 50%: de helft."))
    }
}
