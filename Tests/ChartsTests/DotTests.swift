// What is said about blocks and data of `index-dots`, `slope`, `dumbbell` and `interval`, in findings and in descriptions.
import Diagnostics
import Testing

@testable import Charts
@testable import Disclosure

private func spec(_ type: String, _ more: String) throws -> ChartSpec {
    var findings = Findings()
    let read = read("id: fig-a\ntype: \(type)\nfrom: d\nx: a\ntitle: t\n\(more)\n", &findings)
    return try #require(read, "\(findings.all)")
}

@Suite struct DotTests {
    @Test(arguments: [
        ("index-dots", "y: v\nlow: l", "chart.half-interval"), ("index-dots", "y: v\nhigh: h", "chart.half-interval"),
        ("dumbbell", "y: v", "chart.no-moments"), ("dumbbell", "before: v", "fields.missing"),
        ("interval", "y: v\nlow: l", "fields.missing"), ("slope", "x: a\ny: v\nseries: a", "chart.same-column"),
    ]) func blocksAreChecked(_ type: String, _ more: String, _ finding: String) {
        var findings = Findings()
        let x = more.hasPrefix("x:") ? "" : "x: a\n"
        #expect(read("id: fig-a\ntype: \(type)\nfrom: d\n\(x)title: t\n\(more)\n", &findings) == nil)
        #expect(!findings.all.isEmpty)
        if finding != "fields.missing" { #expect(findings.all.map(\.id) == [finding]) }
    }

    @Test func aValueOutsideItsIntervalIsAnError() throws {
        let rows = table(
            ["A"],
            ["V", "L", "H"],
            rows: [cells("a", 5, 4, 6), cells("b", 7, 8, 9)],
            names: ["y", "low", "high"]
        )
        let drawn = draw(try spec("interval", "y: v\nlow: l\nhigh: h"), table: rows, language: .nl)
        #expect(drawn.findings.all.map(\.id) == ["chart.interval-order"])
    }

    @Test(arguments: [(1, ["chart.one-moment"]), (2, []), (3, ["chart.many-moments"])])
    func twoMomentsAreAsked(_ count: Int, _ expected: [String]) throws {
        let years = 2016..<(2016 + count)
        let slope = table(["Jaar", "Wijk"], ["V"], rows: years.map { cells($0, "Limmel", $0 - 2000) })
        let dumbbell = table(["Wijk", "Jaar"], ["V"], rows: years.map { cells("Limmel", $0, $0 - 2000) })
        let blocks = [
            (try spec("slope", "y: v\nseries: b"), slope), (try spec("dumbbell", "y: v\nseries: b"), dumbbell),
        ]
        for (spec, rows) in blocks {
            #expect(draw(spec, table: rows, language: .nl).findings.all.map(\.id) == expected)
        }
    }

    @Test func anIndexMustBeDeclared() throws {
        for type in ["index-dots", "index-table"] {
            let drawn = draw(try spec(type, "y: v"), table: table(["A"], ["V"], rows: [cells("a", 120)]), language: .nl)
            #expect(drawn.findings.all.map(\.id) == ["chart.no-index"])
        }
    }

    @Test func changesAreSaid() throws {
        let rows = table(
            ["Wijk"],
            ["Cijfer in 2017", "Cijfer in 2019"],
            rows: [
                cells("Limmel", 5.8, 6.6), cells("Nazareth", 6.9, nil), cells("Wyckerpoort", 6.3, 6.3),
                cells("Malberg", nil, hidden),
            ],
            names: ["before", "after"]
        )
        let drawn = draw(try spec("dumbbell", "before: v\nafter: w"), table: rows, language: .nl)
        #expect(
            drawn.description
                == "Halterdiagram: Cijfer in 2017 en Cijfer in 2019. Eén stijgt en één blijft gelijk. Limmel van 5,8 naar 6,6; Wyckerpoort blijft 6,3. Van Nazareth is alleen cijfer in 2017 bekend (6,9). Niet getoond om herkenning te voorkomen: Malberg."
        )
    }
}
