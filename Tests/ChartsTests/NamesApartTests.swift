// Names that are cut stay different: on their own, and in every chart at every width.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private let questions = [
    "Aandeel inwoners van 65 jaar en ouder dat in het afgelopen jaar hulp kreeg van de wijkverpleging in Oost",
    "Aandeel inwoners van 65 jaar en ouder dat in het afgelopen jaar hulp kreeg van de wijkverpleging in West",
    "Aandeel inwoners van 65 jaar en ouder dat in het afgelopen jaar hulp kreeg van de huisarts in Oost",
]

@Suite struct NamesApartTests {
    @Test(arguments: [
        (["Westerkwartier", "Westerwolde"], 60.0, 1), (["Haren-West", "Haren-Oost", "Haren-Zuid"], 58, 1),
        (questions, 240, 3), (questions, 110, 3), (questions, 60, 1),
        (["Nieuw-Vennep", "Nieuw-Lekkerland", "Nieuwegein"], 64, 1),
    ])
    func theyReadDifferently(_ names: [String], _ width: Double, _ lines: Int) {
        let shown = wrappedApart(names, to: width, in: .label, lines: lines).map { $0.joined(separator: "|") }
        #expect(Set(shown).count == names.count, "\(shown)")
        for text in shown.flatMap({ $0.split(separator: "|") }) {
            #expect(TextStyle.label.width(of: String(text)) <= width + 0.01)
        }
    }

    @Test func theWordInWhichTheyPartIsWhole() {
        let shown = wrappedApart(questions, to: 170, in: .label, lines: 3).map { $0.joined(separator: " ") }
        #expect(
            shown[0].hasSuffix("Oost") && shown[1].hasSuffix("West") && shown[2].contains("… huisarts in Oost"),
            "\(shown)"
        )
    }

    @Test func whatFitsStaysAsItIs() {
        let names = ["Limmel", "Nazareth", "Limmel"]
        #expect(namesApart(names, to: 100, in: .label, lines: 1) == names)
        // Different by themselves: each is cut at its end.
        #expect(cutApart(["Wyckerpoort-Noord", "Malberg-Noord"], to: 60, in: .label).allSatisfy { $0.hasSuffix("…") })
    }

    /// Every chart that names rows or series, with names that differ only at their ends.
    @Test(arguments: [
        "bars", "bars series", "index-bars series", "index-dots", "index-table series", "dumbbell", "slope", "interval",
        "spark series", "lines series", "waffle", "pictogram", "stacked series", "target", "tile", "map",
    ])
    func everyChartKeepsThemApart(_ kind: String) throws {
        let parts = kind.split(separator: " ")
        let type = String(parts[0])
        let isSplit = parts.count > 1
        let channels: [String] =
            switch type {
            case "dumbbell", "slope": ["before", "after"]
            case "interval": ["y", "low", "high"]
            case "target": ["result", "target"]
            default: ["y"]
            }
        var yaml = "id: fig-x\ntype: \(type)\nfrom: d\ntitle: t\nx: a\n"
        for channel in channels { yaml += "\(channel): \(channel)\n" }
        if isSplit { yaml += type.hasPrefix("index-b") ? "panels: s\n" : "series: s\n" }
        if type == "map" { yaml += "shapes: tiles\ntiles: [[\"\(questions.joined(separator: "\", \""))\"]]\n" }
        let numbers = [12.0, 30, 20]
        func row(_ name: Cell, _ index: Int) -> [Cell] {
            let value = numbers[index % 3]
            let values: [Double] = type == "interval" ? [value, value - 2, value + 2] : channels.map { _ in value }
            return [name] + (isSplit ? [Cell.text(questions[index % 3])] : []) + values.map { Cell.number($0) }
        }
        let isOverTime = ["lines", "spark"].contains(type)
        let rows =
            isSplit
            ? (0..<6).map { row(.text(isOverTime ? ["2019", "2020"][$0 / 3] : ["Ja", "Nee"][$0 / 3]), $0) }
            : (0..<3).map { row(.text(questions[$0]), $0) }
        let example = ChartCase(
            name: kind,
            yaml: yaml,
            table: table(
                ["A"] + (isSplit ? ["S"] : []),
                channels.map { "M \($0)" },
                rows: rows,
                unit: "%",
                index: type.hasPrefix("index") ? maastricht : nil,
                names: channels
            )
        )
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read, "\(findings.all)")
        let data = ChartData(spec, example.table, language: .nl, findings: &findings)
        for width in drawnWidths(spec) + [300] {
            let drawing = drawing(ChartContext(spec: spec, data: data, language: .nl, width: width))
            #expect(problems(in: drawing) == [])
            let names = blocks(drawing).filter { $0.contains("Aandeel") || $0.contains("…") }
            #expect(Set(names.map { $0.filter(\.isLetter) }).count == 3, "\(width): \(names)")
        }
    }

    /// Lines of text that stand under each other, together.
    private func blocks(_ drawing: Drawing) -> [String] {
        var blocks: [(last: TextMark, text: String)] = []
        for case .text(let mark) in drawing.marks {
            if let index = blocks.lastIndex(where: { $0.last.x == mark.x && $0.last.style == mark.style }),
                abs(mark.baseline - blocks[index].last.baseline - mark.style.lineHeight) < 0.01
            {
                blocks[index] = (mark, blocks[index].text + " " + mark.text)
            } else {
                blocks.append((mark, mark.text))
            }
        }
        return blocks.map(\.text)
    }
}
