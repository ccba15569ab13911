// In which order names stand, and what they are called where a number says too little.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

@Suite struct OrderTests {
    private func data(_ yaml: String, _ table: ReleasedTable) throws -> (ChartSpec, ChartData) {
        var findings = Findings()
        let read = read("id: fig-a\nfrom: d\ntitle: t\n" + yaml, &findings)
        let spec = try #require(read, "\(findings.all)")
        return (spec, ChartData(spec, table, language: .nl, findings: &findings))
    }

    private static let wide = table(
        ["Wijk"],
        ["Voor", "Na"],
        rows: [cells("Limmel", 5, 9), cells("Nazareth", 7, 6), cells("Malberg", nil, 8), cells("Heer", 6, 7)],
        names: ["before", "after"]
    )
    private static let long = table(
        ["Jaar", "Wijk"],
        ["Cijfer"],
        rows: [
            cells(2016, "Limmel", 5), cells(2020, "Limmel", 9), cells(2016, "Nazareth", 7), cells(2020, "Nazareth", 6),
            cells(2020, "Malberg", 8), cells(2016, "Heer", 6), cells(2020, "Heer", 7),
        ]
    )

    @Test(arguments: [
        ("", ["Limmel", "Nazareth", "Malberg", "Heer"]),
        ("sort: descending", ["Nazareth", "Heer", "Limmel", "Malberg"]),
        ("sort: descending\nby: after", ["Limmel", "Malberg", "Heer", "Nazareth"]),
        ("sort: ascending\nby: change", ["Nazareth", "Heer", "Limmel", "Malberg"]),
    ])
    func pairsAreSorted(keys: String, names: [String]) throws {
        for (head, table) in [
            ("type: dumbbell\nx: a\nbefore: b\nafter: c\n", Self.wide),
            ("type: slope\nx: a\nbefore: b\nafter: c\n", Self.wide),
            ("type: slope\nx: a\ny: b\nseries: c\n", Self.long),
        ] {
            let (spec, data) = try data(head + keys, table)
            let pairs = Pairs(spec, data)
            #expect(pairs.pairs.map(\.name) == names, "\(head)")
            #expect(pairs.pairs.first { $0.name == "Limmel" }?.change == 4)
        }
    }

    @Test(arguments: [
        ("bars\nx: a\ny: b\nby: change", "yaml.unknown-key"), ("slope\nx: a\ny: b\nby: name", "yaml.unknown-word"),
    ])
    func onlyPairsHaveAnOrderOfTheirOwn(yaml: String, id: String) {
        var findings = Findings()
        #expect(read("id: fig-a\nfrom: d\ntitle: t\ntype: " + yaml, &findings) == nil)
        #expect(findings.all.map(\.id) == [id])
    }

    @Test func classesAreCalledByTheirColumn() throws {
        let rows = (1...6).map { cells($0, [3, 8, 2, 6, 1, 4][$0 - 1]) }
        let (spec, data) = try data(
            "type: bars\nx: a\ny: b",
            table(["Leeftijdsklasse"], ["Aantal"], rows: rows, decimals: 0)
        )
        let description = describe(spec, data, language: .nl)
        #expect(description.contains("Hoogst: leeftijdsklasse 2 (8). Laagst: leeftijdsklasse 5 (1)."))
        let years = (2015...2020).map { cells($0, $0 % 7) }
        let (yearly, yearData) = try self.data(
            "type: bars\nx: a\ny: b",
            table(["Jaar"], ["Aantal"], rows: years, decimals: 0)
        )
        #expect(describe(yearly, yearData, language: .nl).contains("Hoogst: 2015 (6)."))
    }

    @Test(arguments: [("", "gezinnen"), ("mark: gezin\n", "= 1 gezin"), ("mark: gezin\nper: 5\n", "= 5 gezinnen")])
    func figuresHaveTheAuthorsName(keys: String, text: String) throws {
        let rows = [cells("Eén plan", 12), cells("Minder hulp", 7)]
        let (spec, data) = try data(
            "type: pictogram\nx: a\ny: b\n" + keys,
            table(["Uitkomst"], ["Gezinnen"], rows: rows, decimals: 0)
        )
        let drawing = drawing(ChartContext(spec: spec, data: data, language: .nl, width: 680))
        let texts = drawing.marks.compactMap { if case .text(let text) = $0 { text.text } else { nil } }
        #expect(texts.contains(text))
    }

    /// On a phone a flow of four stages is a list: no name is broken.
    @Test func longFlowsAreListsOnAPhone() throws {
        let example = try #require(flowCases.first { $0.name == "flow-long" })
        var findings = Findings()
        let spec = try #require(example.spec(&findings))
        let data = ChartData(spec, example.table, language: .nl, findings: &findings)
        let drawing = drawing(ChartContext(spec: spec, data: data, language: .nl, width: ChartContext.narrowWidth))
        let texts = drawing.marks.compactMap { if case .text(let text) = $0 { text.text } else { nil } }
        #expect(texts.contains("Sociaal-maatschappelijke ondersteuning"))
        #expect(texts.contains("naar Plan (60) en Geen hulp nodig (40)"))
    }
}
