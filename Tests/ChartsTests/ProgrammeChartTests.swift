// Timelines, matrices, spider webs, key figures and annotations: at random, at the edges, and in words.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private let texts = [
    "zorg", "de wijk", "Gezondheidsambassadeur", "POH/GGZ", "arbeidsongeschiktheidsverzekering", "بيت الشفاء", "初診",
    "een lange naam van een interventie die niemand kent", "",
]

private func text(_ random: inout SeededRandom, _ most: Int = 3) -> String {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in texts.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
}

private func date(_ random: inout SeededRandom) -> String? {
    let year = Int.random(in: ([1, 2016, 2019].randomElement(using: &random) ?? 1)...2020, using: &random)
    let padded = String(repeating: "0", count: 4 - String(year).count) + String(year)
    return [nil, padded, padded, padded + "-02", padded + "-02-28"].randomElement(using: &random) ?? nil
}

private func randomProgrammeCase(_ random: inout SeededRandom) -> ChartCase {
    let size = ["small", "text", "wide"].randomElement(using: &random) ?? "text"
    let count = [0, 1, 2, 6, 30].randomElement(using: &random) ?? 6
    let head = "id: fig-x\nfrom: d\nx: a\ntitle: t\nsize: \(size)\n"
    func number(_ high: Int) -> Cell {
        [.missing, hidden, .number(Double.random(in: 0...Double(high), using: &random)), .number(Double(high))]
            .randomElement(using: &random) ?? .missing
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
        let hasGroups = Bool.random(using: &random)
        let rows = (0..<count).map { index in
            [
                text(&random) + " \(index)", date(&random), date(&random), date(&random),
                hasGroups ? "groep \(text(&random, 1)) \(index % 3)" : nil,
                Bool.random(using: &random) ? text(&random) : nil,
            ] as [Any?]
        }
        return ChartCase(
            name: "timeline",
            yaml: head + "type: timeline\ndate: b\nstart: c\nend: d\ngroup: e\ntext: f\n",
            table: words(
                ["Naam", "Groep", "Datum", "Begin", "Einde", "Noot"],
                rows.map { [$0[0], $0[4], $0[1], $0[2], $0[3], $0[5]] }
            )
        )
    case 1:
        let levels = Int.random(in: 1...7, using: &random)
        let columns = Int.random(in: 1...8, using: &random)
        let rows = (0..<count).flatMap { row in
            (0..<columns).map { column in
                [
                    "kolom \(column)", "rij \(row)",
                    [nil, "woord \(row * column % levels)"].randomElement(using: &random) ?? nil, text(&random),
                ] as [Any?]
            }
        }
        return ChartCase(
            name: "matrix",
            yaml: head + "type: matrix\ny: b\nvalue: c\ntext: e\n",
            table: words(["Kolom", "Rij", "Woord", "Noot"], rows)
        )
    case 2:
        let series = Int.random(in: 1...4, using: &random)
        let names = (0..<series).map { "\(text(&random)) \($0)" }
        let rows = Dimensions.dutch.flatMap { dimension in names.map { cells(dimension, $0, number(10)) } }
        return ChartCase(
            name: "spider",
            yaml: head + "type: spider\ny: b\nseries: c\n",
            table: table(["Dimensie", "Moment"], ["Cijfer"], rows: rows)
        )
    case 3, 4:
        let isTile = Bool.random(using: &random)
        let series = (0..<Int.random(in: 1...5, using: &random)).map {
            isTile ? "\(2015 + $0)" : "\(text(&random)) \($0)"
        }
        let names = (0..<count).map { isTile ? "\(text(&random)) \($0)" : "\(1990 + $0)" }
        let high = [10, 100_000, 1_000_000_000_000].randomElement(using: &random) ?? 10
        return ChartCase(
            name: isTile ? "tile" : "spark",
            yaml: head + "type: \(isTile ? "tile\nover" : "spark\nseries"): c\ny: b\nn: e\n",
            table: table(
                ["A", "B"],
                ["Aantal", "n"],
                rows: names.flatMap { name in series.map { cells(name, $0, number(high), number(500)) } },
                unit: ["%", "€", "deelnemers aan een gesprek", nil].randomElement(using: &random) ?? nil,
                names: ["y", "n"]
            )
        )
    default:
        let isLines = Bool.random(using: &random)
        let names = (0..<max(1, count)).map { isLines ? "\(1990 + $0)" : "naam \($0)" }
        var yaml = head + "type: \(isLines ? "lines" : "bars")\ny: b\n"
        let hasSeries = Bool.random(using: &random)
        if hasSeries { yaml += "series: c\n" }
        if !isLines, Bool.random(using: &random) { yaml += "layout: stacked\n" }
        yaml += "annotations:\n"
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let name = names.randomElement(using: &random) ?? ""
            let target =
                [
                    "line: \(Int.random(in: -20...120, using: &random))", "band: [10, 40.5]",
                    "arrow: \(name)" + (hasSeries ? ", series: s1" : ""), isLines ? "moment: \(name)" : "line: 50",
                ].randomElement(using: &random) ?? ""
            yaml += "  - {\(target), text: \"x\(text(&random))\"}\n"
        }
        return ChartCase(
            name: "annotations",
            yaml: yaml,
            table: table(
                hasSeries ? ["A", "B"] : ["A"],
                ["Aantal"],
                rows: names.flatMap { name in
                    hasSeries ? ["s1", "s2"].map { cells(name, $0, number(100)) } : [cells(name, number(100))]
                }
            )
        )
    }
}

@Suite struct ProgrammeChartTests {
    @Test(arguments: 0..<160) func randomDrawingsAreSound(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed + 5000))
        let example = randomProgrammeCase(&random)
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read, "\(findings.all)\n\(example.yaml)")
        let language: SiteLanguage = seed.isMultiple(of: 2) ? .nl : .en
        let data = ChartData(spec, example.table, language: language, findings: &findings)
        for width in drawnWidths(spec) {
            let drawing = drawing(ChartContext(spec: spec, data: data, language: language, width: width))
            #expect(problems(in: drawing).prefix(3) == [], "\(example.yaml)")
        }
        let drawn = draw(spec, table: example.table, language: language)
        let again = draw(spec, table: example.table, language: language)
        #expect(drawn.standalone == again.standalone)
        for bytes in [drawn.wide, drawn.narrow, drawn.standalone] {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("nan") && !text.contains("inf\""))
        }
        #expect(drawn.table.rows.allSatisfy { $0.count == drawn.table.header.count })
    }

    /// The block, the rows and the findings that must come of them.
    @Test(
        arguments: [
            ("type: timeline\nstart: b\nend: c", [["n", "najaar 2018", nil]], ["chart.no-values", "chart.date"]),
            (
                "type: timeline\nstart: b\nend: c", [["n", "2019", "2018"]],
                ["chart.no-values", "chart.end-before-start"]
            ),
            ("type: timeline\nstart: b\nend: c", [], ["chart.no-rows"]),
            ("type: timeline\ndate: b", [["n", "2018-02-30", nil]], ["chart.no-values", "chart.date"]),
            ("type: matrix\ny: b\nvalue: c", [], ["chart.no-rows"]),
            ("type: matrix\ny: b\nvalue: c\nlevels: [goed, slecht]", [["k", "r", "goet"]], ["chart.unknown-level"]),
            ("type: matrix\ny: b\nvalue: c", [["k", "r", "a"], ["k", "r", "b"]], ["chart.duplicate-category"]),
        ] as [(String, [[String?]], [String])]
    )
    func saysWhatToChange(yaml: String, rows: [[String?]], ids: [String]) throws {
        var findings = Findings()
        let read = read("id: fig-a\nfrom: d\nx: a\ntitle: t\n" + yaml, &findings)
        let spec = try #require(read, "\(findings.all)")
        let count = spec.groupColumns.count
        let table = words(Array(["A", "B", "C"].prefix(count)), rows.map { Array($0.prefix(count)) })
        #expect(draw(spec, table: table, language: .nl).findings.all.map(\.id) == ids)
    }

    /// Blocks that cannot be read.
    @Test(arguments: [
        ("type: timeline\nx: a\nfrom: d", "chart.no-dates"),
        ("type: timeline\nitems: [{name: a}]", "chart.no-dates"),
        ("type: timeline\nitems: [{name: a, date: 2018, start: 2017}]", "chart.no-dates"),
        ("type: timeline\nitems: [{name: a, date: voorjaar}]", "chart.date"),
        ("type: timeline\nitems: [{name: a, start: 2019, end: 2018}]", "chart.end-before-start"),
        ("type: timeline\nspan: [2020, 2016]\nitems: [{name: a, date: 2018}]", "chart.span"),
        ("type: matrix\nfrom: d\nx: a\ny: a\nvalue: b", "chart.same-column"),
        ("type: matrix\nfrom: d\nx: a\ny: b", "yaml.missing-key"),
        ("type: bars\nfrom: d\nx: a\ny: b\nannotations: [{text: t}]", "chart.annotation"),
        ("type: bars\nfrom: d\nx: a\ny: b\nannotations: [{text: t, line: 3, band: [1, 2]}]", "chart.annotation"),
        ("type: bars\nfrom: d\nx: a\ny: b\nannotations: [{text: t, band: [2, 1]}]", "chart.annotation"),
        ("type: tally\nfrom: d\nx: a\nsessions: b\nannotations: [{text: t, line: 3}]", "chart.annotation"),
    ])
    func refusesWhatItCannotRead(yaml: String, id: String) {
        var findings = Findings()
        #expect(read("id: fig-a\ntitle: t\n" + yaml, &findings) == nil)
        #expect(findings.all.contains { $0.id == id }, "\(findings.all.map(\.id))")
    }

    @Test(arguments: [
        ("lichaamsfunctie", 5.0, ["chart.unknown-dimension"]), ("Zingeving", 11, ["chart.outside-scale"]),
        ("Zingeving", 10, []),
    ])
    func spidersKnowTheirDimensions(name: String, value: Double, ids: [String]) throws {
        var findings = Findings()
        let read = read("id: fig-a\ntype: spider\nfrom: d\nx: a\ny: b\ntitle: t\n", &findings)
        let drawn = draw(try #require(read), table: table(["A"], ["Cijfer"], rows: [cells(name, value)]), language: .nl)
        #expect(drawn.findings.all.map(\.id) == ids)
        #expect(String(decoding: drawn.wide, as: UTF8.self).contains("bedoeld voor een gesprek"))
    }

    @Test(arguments: [
        (
            "timeline-rows", SiteLanguage.nl,
            "Tijdlijn van 2017 tot en met 2019 met vijf onderdelen. Netwerk, vanaf november 2017 (loopt door); Gesprekstafels, van 2018 tot en met 2019 (afgerond); Scholing, vanaf 1 maart 2018 (loopt door); Een dag, op 1 juni 2018 (afgerond); Zonder datum, zonder datum (loopt door)."
        ),
        (
            "matrix", .nl,
            "Matrix: oordeel per project en doel. Ervaren kwaliteit: aangetoond: Gezinsregie; aanwijzing: Positieve Gezondheid en Blauwe GGZ. Gezondheid: aanwijzing: Gezinsregie; geen verschil: Blauwe GGZ; niet onderzocht: Positieve Gezondheid. Kosten: aangetoond: Gezinsregie; niet onderzocht: Positieve Gezondheid en Blauwe GGZ. Werkplezier: aangetoond: Positieve Gezondheid; aanwijzing: Blauwe GGZ; niet onderzocht: Gezinsregie."
        ),
        (
            "spider-gaps", .en,
            "Spider web of Positive Health, marks from 0 to 10. Lichaamsfuncties: 6.2; zingeving: 10.0; kwaliteit van leven: 7.0; meedoen: 0.0. No marks for daily functioning. Positive Health is meant for a conversation, not for measuring. A difference between two moments is therefore no proof that something works. Not shown to prevent recognition: Mentaal welbevinden."
        ),
        (
            "tile", .nl,
            "Gesprekken met inwoners: 720 per jaar (2020), n = 90, 140 meer dan in 2019. Doorverwezen naar een specialist: 117 per jaar (2020), n = 120, 31 minder dan in 2019. Huisartsen die meedoen: 11 per jaar (2019), n = 14, gelijk aan 2018."
        ),
    ])
    func descriptionsSayWhatAPersonWould(name: String, language: SiteLanguage, expected: String) throws {
        let example = try #require(goldenCases.first { $0.name == name })
        var findings = Findings()
        let read = example.spec(&findings)
        let description = draw(try #require(read), table: example.table, language: language).description
        #expect(description.hasPrefix(expected))
    }

    @Test func annotationsNameWhatIsThere() throws {
        var findings = Findings()
        let yaml = "id: fig-a\ntype: bars\nfrom: d\nx: a\ny: b\ntitle: t\nannotations: [{arrow: Limel, text: t}]\n"
        let read = read(yaml, &findings)
        let drawn = draw(try #require(read), table: table(["A"], ["B"], rows: [cells("Limmel", 4)]), language: .nl)
        #expect(drawn.findings.all.map(\.id) == ["chart.unknown-category"])
        #expect(drawn.findings.all.first?.hint?.nl == "bedoelde u \"Limmel\"?")
    }

    @Test(
        arguments: [
            ("2018", 365), ("2018-2", nil), ("2018-02", 28), ("2018-02-29", nil), ("2020-02-29", 1),
            ("1900-02-29", nil),
            ("18", nil), ("2018-13", nil), ("2018-01-01-01", nil), ("", nil), ("zomer", nil),
        ] as [(String, Int?)]
    )
    func datesAreWholePeriods(text: String, days: Int?) {
        #expect(TimelineDate(text).map { $0.end - $0.first } == days)
    }

    @Test func daysComeBackAsMonths() {
        for day in stride(from: -700_000, to: 700_000, by: 997) {
            let (year, month) = TimelineDate.civil(day)
            let next = month == 12 ? TimelineDate.day(year + 1, 1, 1) : TimelineDate.day(year, month + 1, 1)
            #expect((TimelineDate.day(year, month, 1)..<next).contains(day))
        }
        #expect(TimelineDate.day(1970, 1, 1) == 0 && TimelineDate.day(2000, 3, 1) == 11_017)
    }
}
