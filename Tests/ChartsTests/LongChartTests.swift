// Charts that get more than they are made for: many columns, many lines, one far value, a few days.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private func chart(_ yaml: String, _ table: ReleasedTable?, width: Double? = nil) throws -> (
    drawing: Drawing, findings: Findings
) {
    var findings = Findings()
    let read = read(yaml, &findings)
    let spec = try #require(read, "\(findings.all)")
    let data = ChartData(spec, table, language: .nl, findings: &findings)
    check(spec, data, findings: &findings)
    let drawing = drawing(
        ChartContext(spec: spec, data: data, language: .nl, width: width ?? spec.size.width)
    )
    #expect(problems(in: drawing) == [])
    return (drawing, findings)
}

extension Drawing {
    fileprivate var texts: [String] { marks.compactMap { if case .text(let text) = $0 { text.text } else { nil } } }
    fileprivate var shades: [Int] {
        marks.compactMap { if case .bar(let bar) = $0, bar.box.height > 15 { bar.shade } else { nil } }
    }
}

@Suite struct LongChartTests {
    private func matrix(_ columns: Int, _ rows: Int, note: String? = nil) -> (String, ReleasedTable) {
        let levels = ["sterk", "enig", "geen"]
        let cells = (0..<rows).flatMap { line in
            (0..<columns).map { column in
                row(
                    "Doel \(column)",
                    "Aanpak \(line)",
                    column == line ? nil : levels[(line + column) % 3],
                    note
                )
            }
        }
        let categories = ["Doel", "Aanpak", "Bewijs"] + (note == nil ? [] : ["Uitleg"])
        let yaml =
            "id: fig-x\ntype: matrix\nfrom: d\nx: doel\ny: aanpak\nvalue: bewijs\nlevels: [sterk, enig, geen]\nsize: wide\ntitle: t\n"
            + (note == nil ? "" : "text: uitleg\n")
        return (yaml, table(categories, [], rows: cells))
    }

    private func row(_ column: String, _ row: String, _ word: String?, _ note: String?) -> [Cell] {
        cells(column, row, word) + (note.map { [Cell.text($0)] } ?? [])
    }

    @Test func aMatrixOfManyColumnsIsAGridOfSymbols() throws {
        let (yaml, rows) = matrix(12, 15)
        for (width, most) in [(1040.0, 600.0), (680, 900), (340, 1700)] {
            let (drawing, findings) = try chart(yaml, rows, width: width)
            #expect(drawing.height < most && findings.all.isEmpty)
            // Every cell that has a word, and the three of the key.
            #expect(drawing.marks.count { if case .symbol = $0 { true } else { false } } == 12 * 15 - 12 + 3)
            #expect(drawing.texts.contains("– geen gegevens") && drawing.texts.contains("sterk"))
        }
        // A small one keeps its words.
        let (small, few) = matrix(3, 4)
        #expect(try chart(small, few).drawing.texts.count { $0 == "sterk" } > 1)
        let (noted, notes) = matrix(12, 15, note: "uit interviews")
        #expect(try chart(noted, notes).drawing.texts.contains { $0.contains("staat in de tabel") })
        let (broad, columns) = matrix(30, 3)
        #expect(try chart(broad, columns).findings.all.map(\.id) == ["chart.too-many-categories"])
    }

    @Test(arguments: [(12, true), (13, false), (30, false)]) func manySlopesAreSaid(_ count: Int, _ isFine: Bool) throws
    {
        let rows = (0..<count).map { cells("Buurt \($0)", 50 + $0, 80 - $0) }
        let (_, findings) = try chart(
            "id: fig-x\ntype: slope\nfrom: d\nx: a\nbefore: before\nafter: after\ntitle: t\n",
            table(["A"], ["Voor", "Na"], rows: rows, names: ["before", "after"])
        )
        #expect(findings.all.map(\.id) == (isFine ? [] : ["chart.too-many-series"]))
        #expect(findings.all.allSatisfy { $0.hint?.nl.contains("type: dumbbell") ?? false })
        // The same from a column of moments.
        let moments = (0..<count).flatMap { index in [2018, 2020].map { cells($0, "Buurt \(index)", index + $0 % 100) }
        }
        let series = try chart(
            "id: fig-x\ntype: slope\nfrom: d\nx: a\nseries: s\ny: y\ntitle: t\n",
            table(["A", "S"], ["Y"], rows: moments)
        )
        #expect(series.findings.all.map(\.id) == (isFine ? [] : ["chart.too-many-series"]))
    }

    @Test func oneFarScoreDoesNotPaleTheOthers() throws {
        let scores = [62.0, 138, 88, 104, 120, 96, 510, 100]
        let rows = scores.enumerated().map { cells("Thema \($0 / 2)", "Wijk \($0 % 2)", $1) }
        let (drawing, _) = try chart(
            "id: fig-x\ntype: index-table\nfrom: d\nx: a\nseries: s\ny: y\ntitle: t\n",
            table(["A", "S"], ["Index"], rows: rows, index: maastricht)
        )
        // The base has none.
        #expect(drawing.shades == [4, 4, 2, 1, 2, 1, 5])
        #expect(drawing.texts.contains("Tint, van licht naar sterk: tot 10, 20, 30, 40 en meer dan 40 van 100 af."))
    }

    @Test(
        arguments: [
            ([38, 2, 21], 38.0, false), ([5, 5, 5], 5, false), ([], 0, false), ([0, 0], 0, false),
            ([1, 2, 400], 2, true),
            ([3, 4, 5, 6, 7, 8, 9, 9, 380, 390], 9, true), ([0.2, 0.4, 1.7], 0.4, true), ([2, 4, 11], 11, false),
            ([1e9, 3e9], 3e9, false),
        ] as [([Double], Double, Bool)]
    )
    func tintsFitNearlyAll(_ distances: [Double], _ usual: Double, _ isOpen: Bool) {
        let tints = DistanceTints(distances)
        #expect(tints.isOpen == isOpen)
        guard usual > 0 else { return #expect(tints.step == nil) }
        let step = tints.step ?? 0
        #expect(step * 5 >= usual * 0.999 && step * 5 <= usual * 4)
        #expect(tints.shade(usual) >= 2 && tints.shade(usual * 0.01) == 1)
    }

    // MARK: Timelines

    private func timeline(_ items: String) -> String { "id: fig-x\ntype: timeline\ntitle: t\nitems:\n\(items)" }

    @Test func aTimelineOfDaysHasDays() throws {
        let yaml = timeline(
            "  - {name: Werving, start: 2021-03-04, end: 2021-03-09}\n  - {name: Les, start: 2021-03-11, end: 2021-03-12}\n"
        )
        for width in [680.0, 340] {
            let (drawing, _) = try chart(yaml, nil, width: width)
            #expect(drawing.texts.contains("4–9 maart 2021") && drawing.texts.contains("11–12 maart 2021"))
            #expect(drawing.texts.contains { $0 == "8" } && drawing.texts.contains { $0.hasPrefix("4 mrt") })
            // No wider than from the first day to the last.
            let bars = drawing.marks.compactMap { if case .bar(let bar) = $0 { bar.box } else { nil } }
            #expect(abs((bars.map(\.maxX).max() ?? 0) - width) < 2)
        }
    }

    @Test(arguments: [
        ("2019-05-06", "2019-05-08", 4, 1), ("2019-05-06", "2019-06-14", 7, 7), ("2019-05-06", "2019-09-14", 6, 31),
        ("2019-12-28", "2020-01-05", 10, 1), ("2016", "2020", 6, 366), ("2003-05", "2019-02", 10, 731),
    ])
    func stepsFitTheSpan(_ first: String, _ last: String, _ count: Int, _ longest: Int) throws {
        let (start, end) = (try #require(TimelineDate(first)), try #require(TimelineDate(last)))
        let axis = TimelineAxis(covering: start.first...end.end, most: 9, language: .nl)
        #expect(axis.steps.count == count)
        let days = zip(axis.steps, axis.steps.dropFirst()).map { $1.day - $0.day }
        #expect(days.allSatisfy { (1...longest).contains($0) })
        #expect(axis.domain.contains(start.first) && axis.domain.contains(end.end))
        #expect(axis.steps.first?.day == axis.domain.lowerBound && axis.steps.last?.day == axis.domain.upperBound)
    }

    @Test func shortNamesAreNotBroken() throws {
        let yaml = timeline(
            "  - {name: Start, start: 2018, end: 2020}\n  - {name: Toezicht, start: 2020, end: 2021}\n  - {name: Nazorg, start: 2019, end: 2021}\n"
        )
        for width in [1040.0, 680, 624, 472, 340, 300] {
            let (drawing, _) = try chart(yaml, nil, width: width)
            #expect(["Start", "Toezicht", "Nazorg"].allSatisfy(drawing.texts.contains))
        }
        #expect(wrapped("Nazorg", to: 32, in: .label, lines: 2) == ["Na-", "zorg"])
    }
}
