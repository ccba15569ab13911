// Lines in time: each series joins its own moments, distances are those of time, and only a value that is missing breaks a line.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private let block = "id: fig-x\ntype: lines\nfrom: d\nx: a\ny: y\nseries: s\ntitle: t\n"

private func drawn(_ rows: [[Cell]], type: String = "lines") throws -> Drawing {
    var findings = Findings()
    let read = read(block.replacing("lines", with: type), &findings)
    let spec = try #require(read)
    let rows = table(["A", "S"], ["Y"], rows: rows)
    let data = ChartData(spec, rows, language: .nl, findings: &findings)
    let drawing = drawing(ChartContext(spec: spec, data: data, language: .nl, width: 680))
    #expect(problems(in: drawing) == [])
    return drawing
}

private func series(_ drawing: Drawing) -> [[Point]] {
    drawing.marks.compactMap { if case .line(let line) = $0, case .series = line.kind { line.points } else { nil } }
}

private func hasNote(_ drawing: Drawing) -> Bool {
    drawing.marks.contains { if case .text(let text) = $0 { text.text.contains("lijn ontbreekt") } else { false } }
}

@Suite struct MomentTests {
    @Test(arguments: ["lines", "spark"]) func seriesJoinTheirOwnMoments(_ type: String) throws {
        let drawing = try drawn(
            [
                cells("2019-02-01", "Meetpunt 1", 20), cells("2019-02-11", "Meetpunt 1", 30),
                cells("2019-02-21", "Meetpunt 1", 10), cells("2019-02-04", "Meetpunt 2", 5),
                cells("2019-02-17", "Meetpunt 2", 25),
            ],
            type: type
        )
        #expect(Set(series(drawing).map(\.count)) == [3, 2])
        #expect(!hasNote(drawing))
        let longest = try #require(series(drawing).max { $0.count < $1.count })
        // Ten days and ten days.
        #expect(abs((longest[1].x - longest[0].x) - (longest[2].x - longest[1].x)) < 0.001)
    }

    @Test func onlyAMissingValueBreaksALine() throws {
        let years = ["2016", "2017", "2018", "2019", "2020"]
        for gap in [nil, hidden] as [Cell?] {
            let drawing = try drawn(years.map { cells($0, "A", $0 == "2018" ? gap : 4 as Any?) })
            #expect(series(drawing).map(\.count) == [2, 2])
            #expect(hasNote(drawing) == (gap == nil))
        }
        let joined = try drawn(
            years.filter { $0 != "2018" }.map { cells($0, "A", 4) } + years.map { cells($0, "B", 7) }
        )
        #expect(series(joined).map(\.count).sorted() == [4, 5])
        #expect(!hasNote(joined))
    }

    @Test(arguments: [
        ("2018", "2018-01-01", 365), ("2018-02", "2018-02-01", 28), ("2018-02-28", "2018-02-28", 1),
        ("2018-Q2", "2018-04-01", 91), ("2018Q4", "2018-10-01", 92), ("2018KW01", "2018-01-01", 90),
        ("Q2 2018", "2018-04-01", 91), ("2e kwartaal 2018", "2018-04-01", 91), ("2018MM12", "2018-12-01", 31),
        ("2018JJ00", "2018-01-01", 365), ("2018-H2", "2018-07-01", 184), ("2018-W01", "2018-01-01", 7),
        ("2020-W53", "2020-12-28", 7), ("2021-W01", "2021-01-04", 7),
    ])
    func momentsAreRead(_ text: String, _ first: String, _ count: Int) throws {
        let range = try #require(days(of: text))
        #expect(range.lowerBound == TimelineDate(first)?.first && range.count == count)
    }

    @Test(arguments: [
        "", "Q5 2018", "2018-13", "2018-W54", "2018-02-30", "voor", "2018MM13", "18-19", "nulmeting 2018",
    ])
    func othersAreNone(_ text: String) { #expect(days(of: text) == nil) }

    @Test func distancesAreThoseOfTime() throws {
        let positions = try #require(
            MomentPositions([.text("2020-02-28"), .text("2020-03-01"), .text("2019-Q1"), .text("2020")])
        )
        #expect(positions.areDays && positions.values[1] - positions.values[0] == 2)
        #expect(positions.start(of: "2020-03") == Double(TimelineDate.day(2020, 3, 1)))
        #expect(MomentPositions([.text("2018"), .number(2020)])?.values == [2018, 2020])
        #expect(MomentPositions([.text("2018"), .text("voor")]) == nil)
    }

    @Test func aBreakInTheMiddleOfAYearIsFound() throws {
        var findings = Findings()
        let read = read("id: fig-x\ntype: lines\nfrom: d\nx: a\ny: y\ntitle: t\n", &findings)
        let spec = try #require(read)
        let months = table(["A"], ["Y"], rows: ["2018-01", "2018-04", "2018-07"].map { cells($0, 3) })
        let broken = ReleasedTable(
            columns: months.columns,
            rows: months.rows,
            origin: ReleasedTable.Origin(
                dataset: "d",
                title: "D",
                source: nil,
                period: nil,
                unit: nil,
                isIllustrative: false,
                file: "d.csv",
                sha256: "",
                rowsUsed: 3,
                rowsInFile: 3,
                index: nil,
                breaks: [ReleasedTable.Break(column: "a", from: "2018-03-15", reason: "andere vraag")]
            )
        )
        let data = ChartData(spec, broken, language: .nl, findings: &findings)
        #expect(data.breaks(in: [0, 1, 2]).map(\.position) == [1])
    }
}
