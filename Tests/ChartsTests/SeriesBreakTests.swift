// A dataset says from where on it measures something else: lines end there, descriptions stop comparing, comparing charts are warned about.
import Diagnostics
import Testing

@testable import Charts
@testable import Disclosure

private let reason = "de vraag was anders"

private func table(_ breaks: [(String, String)], groups: Int = 1) -> ReleasedTable {
    var rows: [[ReleasedTable.Cell]] = []
    for year in 2017...2021 {
        for group in 0..<groups {
            rows.append([.number(Double(year)), .text("groep \(group)"), .number(Double(year % 100 * 10 + group))])
        }
    }
    return ReleasedTable(
        columns: [
            ReleasedTable.Column(name: "jaar", title: "Jaar", role: .category),
            ReleasedTable.Column(name: "groep", title: "Groep", role: .category),
            ReleasedTable.Column(name: "y", title: "Aantal", role: .measure),
        ],
        rows: rows,
        origin: ReleasedTable.Origin(
            dataset: "d",
            title: "D",
            source: nil,
            period: nil,
            unit: nil,
            isIllustrative: false,
            file: "d.csv",
            sha256: "",
            rowsUsed: 0,
            rowsInFile: 0,
            index: nil,
            breaks: breaks.map { ReleasedTable.Break(column: $0.0, from: $0.1, reason: reason) }
        )
    )
}

@Suite struct SeriesBreakTests {
    private func drawn(_ yaml: String, _ table: ReleasedTable) throws -> DrawnChart {
        var findings = Findings()
        let spec = try #require(read(yaml, &findings), "\(findings.all.map(\.message.en))")
        return draw(spec, table: table, language: .nl, shapes: nil)
    }

    private let lines = "id: fig-a\ntype: lines\nfrom: d\nx: jaar\nseries: groep\ny: {sum: y}\ntitle: T\n"

    /// How many lines of a series the drawing has.
    private func lineCount(_ chart: DrawnChart) -> Int {
        String(decoding: chart.wide, as: UTF8.self).matches(of: /<path class="s-/).count
    }

    @Test func aLineEndsAtTheBreak() throws {
        let (whole, broken) = (try drawn(lines, table([])), try drawn(lines, table([("jaar", "2020")])))
        #expect(lineCount(broken) == lineCount(whole) + 1)
        let text = broken.description
        #expect(text.contains("Vanaf 2020 is dit een andere reeks: \(reason)"))
        #expect(text.contains("van 200 (2020) naar 210 (2021)"))
        #expect(!text.contains("van 170 (2017)"))
        #expect(whole.description.contains("van 170 (2017) naar 210 (2021)"))
    }

    /// Before all values, after all values, or along another column there is nothing to break.
    @Test(arguments: [("jaar", "2010"), ("jaar", "2017"), ("jaar", "2030"), ("groep", "2020")])
    func elsewhereNothingBreaks(column: String, from: String) throws {
        #expect(lineCount(try drawn(lines, table([(column, from)]))) == lineCount(try drawn(lines, table([]))))
    }

    /// A year that has no value: the break lies before the next one that has.
    @Test func aYearBetweenTwoValues() throws {
        let data = table([("jaar", "2019.5")])
        #expect(try drawn(lines, data).description.contains("Vanaf 2020 is dit een andere reeks"))
    }

    @Test(arguments: ["id: fig-a\ntype: slope\nfrom: d\nx: jaar\nseries: groep\ny: {sum: y}\ntitle: T\n"])
    func comparingAcrossIsAWarning(yaml: String) throws {
        #expect(
            try drawn(yaml, table([("jaar", "2020")], groups: 2)).findings.sorted.map(\.id).contains(
                "chart.series-break"
            )
        )
        #expect(try !drawn(yaml, table([], groups: 2)).findings.sorted.map(\.id).contains("chart.series-break"))
    }
}
