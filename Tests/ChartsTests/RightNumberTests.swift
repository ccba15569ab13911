// What drawings and their descriptions say of numbers is what the data say: no two that read alike and differ, nothing that is rounded away.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

/// A chart of the usual head with these keys, drawn.
private func drawn(
    _ keys: String,
    _ table: ReleasedTable,
    _ language: SiteLanguage = .nl
) throws -> (chart: DrawnChart, texts: [String]) {
    var findings = Findings()
    let read = read("id: fig-a\nfrom: d\nx: a\ntitle: t\n" + keys, &findings)
    let spec = try #require(read, "\(findings.all)")
    var own = Findings()
    let data = ChartData(spec, table, language: language, findings: &own)
    let context = ChartContext(spec: spec, data: data, language: language, width: 680)
    let texts = drawing(context).marks.compactMap { if case .text(let text) = $0 { text.text } else { nil } }
    return (draw(spec, table: table, language: language), texts.filter { !$0.isEmpty })
}

/// Columns that differ in their decimals.
private func measured(_ columns: [(name: String, title: String, decimals: Int)], unit: String? = nil, _ rows: [[Cell]])
    -> ReleasedTable
{
    let plain = table(["Naam"], columns.map(\.title), rows: rows, unit: unit, names: columns.map(\.name))
    let category = plain.columns[0]
    return ReleasedTable(
        columns: [category]
            + columns.map {
                ReleasedTable.Column(
                    name: $0.name,
                    title: $0.title,
                    role: .measure,
                    unit: unit,
                    decimals: $0.decimals
                )
            },
        rows: rows,
        origin: plain.origin
    )
}

@Suite struct RightNumberTests {
    // MARK: Names

    /// A chart calls its measures `y`, `low`, `result` …, and the dataset may have columns of those names.
    @Test(arguments: ["y", "n", "low", "high"])
    func aCategoryOfAMeasuresNameIsNoMeasure(_ name: String) throws {
        let plain = table(
            ["Naam"],
            ["Cijfer", "Onder", "Boven", "Aantal"],
            rows: [cells(2017, 30, 20, 40, 50)],
            names: ["y", "low", "high", "n"]
        )
        let named = ReleasedTable(
            columns: [ReleasedTable.Column(name: name, title: "Naam", role: .category)] + plain.columns.dropFirst(),
            rows: plain.rows,
            origin: plain.origin
        )
        let drawing = try drawn("type: interval\ny: b\nlow: c\nhigh: d\nn: e", named)
        #expect(drawing.chart.description.contains("30 (20 tot 40)"), "\(drawing.chart.description)")
        #expect(drawing.texts.contains { $0.contains("50") }, "\(drawing.texts)")
        #expect(!drawing.chart.description.contains("2.017"))
    }

    /// What is hidden is neither unknown nor as large as what is shown.
    @Test func barsWithoutSharesHaveAnotherCount() throws {
        let rows = [
            cells("A", "Nee", 20), cells("A", "Ja", hidden), cells("B", "Nee", 24), cells("B", "Ja", 40),
        ]
        let answers = table(["Vraag", "Antwoord"], ["Aantal"], rows: rows)
        let keys = "type: diverging\ny: b\nseries: c"
        #expect(try drawn(keys, answers).texts.contains("n = 64 per staaf met aandelen."))
        #expect(try drawn(keys, answers, .en).texts.contains("n = 64 for each bar with shares."))
    }

    @Test func aHiddenMomentIsNotUnknown() throws {
        let rows = [cells("A", hidden, 14), cells("B", nil, 12), cells("C", 10, 11)]
        let pairs = table(["Naam"], ["Voor", "Na"], rows: rows, names: ["before", "after"])
        let keys = "type: dumbbell\nbefore: b\nafter: c"
        let dutch = try drawn(keys, pairs).chart.description
        #expect(dutch.contains("Van A is alleen na te tonen (14). Van B is alleen na bekend (12)."), "\(dutch)")
        let english = try drawn(keys, pairs, .en).chart.description
        #expect(english.contains("Of A only na can be shown (14). Of B only na is known (12)."), "\(english)")
    }

    @Test(arguments: [(99.9, "99,9%"), (99.96, "99,96%"), (99.8, "99,8%"), (100, "100%"), (99.4, "99%")])
    func whatIsLeftSaysHowManyDecimals(share: Double, text: String) {
        #expect(NumberText(percentIn: .nl)(share) == text)
    }

    // MARK: Units that begin with a sign

    /// *% van de gezinnen* is a percentage: 66.6 of 100 and not all there is, and its parts stay as they are given.
    @Test(arguments: ["%", "% van de gezinnen"])
    func aPercentageOfSomethingIsOne(unit: String) throws {
        let part = try drawn("type: waffle\ny: b", table(["Naam"], ["Deel"], rows: [cells("Ja", 66.6)], unit: unit))
        #expect(part.chart.description.contains("Ja: 67 van de 100 (66,6%). De andere 33 zijn overig."))
        let rows = [cells("A", "p", 50), cells("A", "q", 40), cells("A", "r", 9)]
        let parts = try drawn(
            "type: stacked\ny: b\nseries: c",
            table(["Naam", "Deel"], ["Deel"], rows: rows, unit: unit)
        )
        #expect(parts.chart.description.contains("A – p: 50%; q: 40%; r: 9%."), "\(parts.chart.description)")
        let moments = table(["Jaar"], ["Deel"], rows: [cells("2018", 40), cells("2019", 45.5)], unit: unit)
        let lines = try drawn("type: lines\ny: b", moments)
        #expect(lines.chart.description.contains("een stijging van 5,5 procentpunt"), "\(lines.chart.description)")
    }

    @Test(
        arguments: [
            ("% van de gezinnen", "45,5%", "van de gezinnen"), ("euro per gezin", "€ 45,50", "per gezin"),
            ("‰", "45,5‰", nil), ("cijfer", "45,5", nil), ("gezinnen", "45,5", "gezinnen"),
        ] as [(String, String, String?)]
    )
    func aTileHasTheSignAtItsNumberAndTheRestBehindIt(unit: String, number: String, rest: String?) throws {
        let tile = try drawn("type: tile\ny: b", table(["Naam"], ["Deel"], rows: [cells("A", 45.5)], unit: unit))
        let texts = tile.texts.map { $0.replacing("\u{A0}", with: " ") }
        #expect(texts.starts(with: [number] + (rest.map { [$0] } ?? [])), "\(texts)")
        let said = "A: " + number + (rest.map { " " + $0 } ?? "") + "."
        #expect(tile.chart.description.replacing("\u{A0}", with: " ").contains(said), "\(tile.chart.description)")
    }

    /// One axis has one unit: 40% is no € 40.
    @Test(
        arguments: [
            ("euro", "%", true), ("personen", "euro per gezin", true), ("%", "gezinnen", true), ("%", "‰", true),
            ("%", "% van de gezinnen", false), ("gezinnen", "personen", false), ("%", nil, false),
            (nil, "euro", false),
        ] as [(String?, String?, Bool)]
    )
    func comparedMeasuresHaveOneUnit(before: String?, after: String?, isFound: Bool) throws {
        let plain = table(["Naam"], ["Voor", "Na"], rows: [cells("A", 100, 40)], names: ["before", "after"])
        let pairs = ReleasedTable(
            columns: [plain.columns[0]]
                + [("before", "Voor", before), ("after", "Na", after)].map {
                    ReleasedTable.Column(name: $0.0, title: $0.1, role: .measure, unit: $0.2)
                },
            rows: plain.rows,
            origin: plain.origin
        )
        let found = try drawn("type: dumbbell\nbefore: b\nafter: c", pairs).chart.findings
        #expect(found.all.map(\.id) == (isFound ? ["chart.units-differ"] : []))
        #expect(found.all.allSatisfy { $0.place.line == 7 && $0.place.column == 8 })
    }

    @Test func aDistanceHasTheDecimalsOfItsScores() throws {
        let scores = table(["Thema"], ["Index"], rows: [cells("A", 250 / 3.0), cells("B", 200)], index: maastricht)
        let text = try drawn("type: index-bars\ny: index", scores).chart.description
        #expect(text.contains("B, 200,0 (100,0 boven") && text.contains("A, 83,3 (16,7 onder"), "\(text)")
    }

    @Test(arguments: [("euro", "€ 40"), ("euro per gezin", "€ 40"), ("gezinnen", "n = 40"), (nil, "n = 40")])
    func anAmountIsNoNumberOfAnswers(unit: String?, end: String) throws {
        let rows = [cells("A", "p", 10), cells("A", "q", 30)]
        let parts = table(["Naam", "Deel"], ["Bedrag"], rows: rows, unit: unit)
        let texts = try drawn("type: stacked\ny: b\nseries: c", parts).texts.map { $0.replacing("\u{A0}", with: " ") }
        #expect(texts.contains(end), "\(texts)")
    }

    // MARK: Ticks

    @Test(
        arguments: [
            (1_430_000...1_442_000, nil, ["1,430 mln", "1,435 mln", "1,440 mln"]),
            (
                1_000_000...1_000_002, "euro",
                ["€ 1.000.000,00", "€ 1.000.000,50", "€ 1.000.001,00", "€ 1.000.001,50", "€ 1.000.002,00"]
            ),
            (0...1.5, "euro", ["€ 0,00", "€ 0,50", "€ 1,00", "€ 1,50"]),
            (0...8_000_000, nil, ["0", "2 mln", "4 mln", "6 mln", "8 mln"]),
            (0...0.0003, "%", ["0,0000%", "0,0001%", "0,0002%", "0,0003%"]),
            (-3e6...3e6, "€", ["−€ 2 mln", "€ 0", "€ 2 mln"]),
        ] as [(ClosedRange<Double>, String?, [String])]
    )
    func ticksHaveTheDecimalsOfTheirStep(domain: ClosedRange<Double>, unit: String?, expected: [String]) {
        let column = ReleasedTable.Column(name: "y", title: "Y", role: .measure, unit: unit)
        let format = NumberText(column, values: [], language: .nl)
        let ticks = Ticks(domain, count: 4)
        #expect(ticks.values.map { format.tick($0, on: ticks).replacing("\u{A0}", with: " ") } == expected)
    }

    @Test(arguments: 0..<400) func ticksNeverReadTheSame(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let size = scaled(Double.random(in: 1..<10, using: &random), by: Int.random(in: -15...18, using: &random))
        let span = size * scaled(Double.random(in: 1..<10, using: &random), by: -Int.random(in: 0...9, using: &random))
        let lows: [Double] = [0, size, -size, -span / 3]
        let low: Double = lows.randomElement(using: &random) ?? 0
        let ticks = Ticks(low...(low + span), count: Int.random(in: 3...6, using: &random), covering: true)
        for language in SiteLanguage.allCases {
            for unit in [nil, "%", "euro"] {
                let column = ReleasedTable.Column(name: "y", title: "Y", role: .measure, unit: unit)
                let format = NumberText(column, values: [low], language: language)
                let labels = ticks.values.map { format.tick($0, on: ticks) }
                #expect(Set(labels).count == labels.count, "\(low) \(span): \(labels)")
            }
        }
    }

    // MARK: Decimals

    @Test func comparedMeasuresShareTheirDecimals() throws {
        let moments: [(name: String, title: String, decimals: Int)] = [("before", "Voor", 0), ("after", "Na", 2)]
        let rows = [cells("Ja", 4, 4.25), cells("Nee", 9, 8.98)]
        for type in ["slope", "dumbbell"] {
            let (chart, texts) = try drawn("type: \(type)\nbefore: v\nafter: n", measured(moments, rows))
            #expect(chart.description.contains("Ja van 4,00 naar 4,25; Nee van 9,00 naar 8,98."))
            #expect(texts.contains { $0.hasPrefix("8,98") })
            #expect(chart.table.rows[0].map(\.text) == ["Ja", "4,00", "4,25"])
        }
        let (target, _) = try drawn(
            "type: target\nresult: r\ntarget: t",
            measured([("result", "Resultaat", 0), ("target", "Doel", 1)], [cells("Cijfer", 6, 6.3)])
        )
        #expect(target.description.hasSuffix("Cijfer: 6,0; 95% van het doel (6,3)."))
        let (interval, _) = try drawn(
            "type: interval\ny: v\nlow: l\nhigh: h",
            measured([("y", "Cijfer", 0), ("low", "Laag", 1), ("high", "Hoog", 1)], [cells("Groep", 5, 4.6, 5.4)])
        )
        #expect(interval.description.contains("Groep: 5,0 (4,6 tot 5,4)."))
        let (figures, _) = try drawn(
            "type: pictogram\ny: v\nwhole: w",
            measured([("y", "Uren", 0), ("whole", "Alle uren", 1)], [cells("Inzet", 2, 3.6)])
        )
        #expect(figures.description.hasSuffix("Inzet: 2,0 van 3,6."))
    }

    /// A mean of 6,04 and one of 6,0 with one decimal are no rise that anybody can see, and not the same either.
    @Test func nothingRisesBetweenNumbersThatReadTheSame() throws {
        let (chart, _) = try drawn(
            "type: slope\nbefore: v\nafter: n",
            measured([("before", "Voor", 1), ("after", "Na", 1)], [cells("A", 6, 6.04), cells("B", 5, 5)])
        )
        #expect(chart.description.hasSuffix("Twee blijven gelijk. A blijft afgerond 6; B blijft 5."))
        let (lines, _) = try drawn(
            "type: lines\ny: v",
            table(["Jaar"], ["Cijfer"], rows: [cells(2018, 6.52), cells(2020, 6.54)])
        )
        #expect(lines.description.contains("6,5 in 2018 en in 2020."))
    }

    @Test(
        arguments: [
            ([1_250_000_000, 1_254_000_001], nil, ["1.250.000.000", "1.254.000.001"]),
            ([1_250_000_000, 2_000_000_000], nil, ["1,25 mld", "2 mld"]),
            ([99.97], "%", ["99,97%"]), ([45.5, 3], "euro", ["€ 45,50", "€ 3,00"]),
        ] as [([Double], String?, [String])]
    )
    func wordsLoseNothing(values: [Double], unit: String?, expected: [String]) {
        let column = ReleasedTable.Column(name: "y", title: "Y", role: .measure, unit: unit, decimals: 1)
        let format = NumberText(column, values: values, language: .nl)
        #expect(values.map { format($0).replacing("\u{A0}", with: " ") } == expected)
    }

    @Test func everyTileHasItsOwnDecimals() throws {
        let rows = [cells("Mensen", 1), cells("Uren", 3.375), cells("Niemand", 0)]
        let (chart, texts) = try drawn(
            "type: tile\ny: v",
            table(["Wat"], ["Aantal"], rows: rows, unit: "personen", decimals: 3)
        )
        #expect(texts == ["1", "persoon", "Mensen", "3,375", "personen", "Uren", "0", "personen", "Niemand"])
        #expect(chart.table.rows.map { $0[1].text } == ["1", "3,375", "0"])
    }

    // MARK: Shares

    private func answers(_ rows: [(String, [Double])], _ names: [String], unit: String?) -> ReleasedTable {
        table(
            ["Rij", "Antwoord"],
            ["Aandeel"],
            rows: rows.flatMap { row, values in zip(names, values).map { cells(row, $0, $1) } },
            unit: unit,
            decimals: 0
        )
    }

    @Test(arguments: ["stacked", "diverging"])
    func givenPercentagesStayAsTheyAre(type: String) throws {
        let given = answers([("2017", [53, 38, 8]), ("2018", [34, 33, 34])], ["Nee", "Soms", "Ja"], unit: "%")
        let (chart, texts) = try drawn("type: \(type)\ny: v\nseries: b", given)
        #expect(chart.findings.isEmpty)
        for text in ["53%", "38%", "8%"] { #expect(texts.contains(text)) }
        #expect(chart.description.contains("door afronding zijn ze samen niet overal precies 100%."))
    }

    @Test func partsThatAreNoWholeAreFound() throws {
        let part = answers([("2017", [40, 21]), ("2018", [60, 40])], ["Nee", "Ja"], unit: "%")
        let (chart, texts) = try drawn("type: stacked\ny: v\nseries: b", part)
        #expect(chart.findings.all.map(\.id) == ["chart.parts-not-100"])
        #expect(texts.contains("De delen zijn samen geen 100%: 2017 (61%)."))
    }

    @Test func nothingIsRoundedToAllOrNothing() throws {
        let counts = answers([("Alle", [3988, 8, 4])], ["Thuis", "Elders", "Weg"], unit: "personen")
        #expect(
            try drawn("type: stacked\ny: v\nseries: b", counts).chart.description.contains(
                "Thuis: 99,7%; Elders: 0,2%; Weg: 0,1%."
            )
        )
        let waffle = table(["Uitkomst"], ["Aandeel"], rows: [cells("Goed", 99.7)], unit: "%")
        let (chart, texts) = try drawn("type: waffle\ny: v", waffle)
        #expect(texts.prefix(3) == ["meer dan 99 van de 100", "Goed (99,7%)", "minder dan 1 van de 100: overig"])
        #expect(chart.description.hasSuffix("Minder dan 1 van de 100 is overig."))
        var findings = Findings()
        let read = read("id: fig-a\ntype: waffle\nfrom: d\nx: a\ny: v\ntitle: t", &findings)
        let spec = try #require(read)
        let data = ChartData(spec, waffle, language: .nl, findings: &findings)
        #expect(WaffleParts(spec, data).cells == [99, 1])
        let (target, _) = try drawn(
            "type: target\nresult: r\ntarget: t",
            measured([("result", "R", 0), ("target", "T", 0)], [cells("A", 2004, 2000), cells("B", 3, 2000)])
        )
        #expect(target.description.contains("ruim 100% van het doel"))
        #expect(target.description.contains("minder dan 1% van het doel"))
    }

    @Test func roundedPartsMayComeToALittleMoreThanTheWhole() throws {
        func waffle(_ values: [Double], unit: String?, _ keys: String = "") throws -> DrawnChart {
            let rows = values.enumerated().map { cells("Deel \($0)", $1) }
            return try drawn("type: waffle\ny: v\n" + keys, table(["A"], ["V"], rows: rows, unit: unit)).chart
        }
        let rounded = try waffle([16.7, 16.7, 66.7], unit: "%")
        #expect(rounded.findings.isEmpty)
        #expect(rounded.description.hasSuffix("Door afronding in de bron zijn de delen samen 100,1%."))
        #expect(try waffle([50, 60], unit: "%").findings.all.map(\.id) == ["chart.more-than-whole"])
        // Counts are not rounded.
        #expect(try waffle([3, 3], unit: nil, "whole: 5").findings.all.map(\.id) == ["chart.more-than-whole"])
    }

    @Test func thePartsOfAWaffleDiffer() {
        let looks = (0..<8).map { Waffle.look($0) }
        #expect(Set(looks.map { "\($0.paint) \($0.isHatched)" }).count == 8)
    }

    // MARK: Zero, nobody and what is not known

    @Test func nobodyIsNotNoData() throws {
        let counts = answers([("Noord", [0, 0]), ("Zuid", [3, 1])], ["Ja", "Nee"], unit: "personen")
        for type in ["stacked", "diverging"] {
            let (chart, texts) = try drawn("type: \(type)\ny: v\nseries: b", counts)
            #expect(texts.contains("n = 0"))
            #expect(!texts.contains { $0.contains("–: geen gegevens") })
            #expect(chart.description.contains("Noord: niemand (n = 0)."))
        }
    }

    @Test func streamsOfNothingAreNamed() throws {
        let rows = [cells("Huisarts", "Team", 8), cells("School", "Team", 0), cells("Team", "Zvw of Wmo", 8)]
        let (chart, texts) = try drawn(
            "type: flow\ny: v\nto: b\nstages: [Wie, Team, Wmo]",
            table(["Van", "Naar"], ["Aantal"], rows: rows, decimals: 0)
        )
        #expect(chart.findings.isEmpty)
        #expect(texts.contains("School: 0."))
        #expect(chart.description.contains("in de stappen Wie, Team en Wmo."))
        #expect(chart.description.contains("Van School: 0 naar Team."))
        // A stream of nothing leads back nowhere, and a stage that nobody reached is a stage.
        for rows in [[cells("A", "B", 5), cells("B", "A", 0)], [cells("A", "B", 0)]] {
            let (chart, _) = try drawn(
                "type: flow\ny: v\nto: b\nstages: [Een, Twee]",
                table(["Van", "Naar"], ["Aantal"], rows: rows)
            )
            #expect(!chart.findings.hasErrors, "\(chart.findings.all)")
        }
    }

    @Test func aMissingBoundIsNoMissingValue() throws {
        let rows = [
            cells("Een", 7.1, 6.8, nil), cells("Twee", 6.9, nil, nil), cells("Drie", 7, 6, 8),
            cells("Vier", nil, nil, nil),
        ]
        let (chart, texts) = try drawn(
            "type: interval\ny: v\nlow: l\nhigh: h",
            table(["Groep"], ["Cijfer", "Laag", "Hoog"], rows: rows, names: ["y", "low", "high"])
        )
        #expect(chart.description.contains("Een: 7,1 (vanaf 6,8)"))
        #expect(
            chart.description.contains("Van Een en Twee is de marge niet (geheel) bekend. Geen gegevens voor Vier.")
        )
        #expect(texts.contains("Van Een en Twee is de marge niet (geheel) bekend."))
    }

    @Test func aSingleValueStandsUnderItsOwnMoment() throws {
        let rows = [
            cells(2015, "Oud", 31), cells(2019, "Oud", nil), cells(2015, "Nieuw", nil), cells(2019, "Nieuw", 8),
            cells(2017, "Half", 5), cells(2015, "Beide", 1), cells(2019, "Beide", 2),
        ]
        let (chart, texts) = try drawn(
            "type: spark\ny: v\nseries: b",
            table(["Jaar", "Wijk"], ["Aantal"], rows: rows, decimals: 0)
        )
        #expect(texts.filter { $0.hasPrefix("31") } == ["31"])
        #expect(texts.filter { $0.hasPrefix("8") } == ["8"])
        #expect(texts.filter { $0.hasPrefix("5") } == ["5 (2017)"])
        #expect(chart.description.contains("Oud: alleen 2015 bekend (31)."))
    }

    @Test func stepsWithoutAStartBeginAtNought() throws {
        let rows = [cells("Winst", "change", 90), cells("Verlies", "change", -25), cells("Saldo", "total", nil)]
        let (chart, texts) = try drawn(
            "type: waterfall\ny: v\nstep: b",
            table(["Stap", "Soort"], ["Bedrag"], rows: rows, unit: "euro", decimals: 0)
        )
        #expect(chart.findings.isEmpty)
        #expect(texts.contains("€\u{A0}65"))
        #expect(texts.contains("De stappen beginnen bij €\u{A0}0."))
        // A total that nothing comes before is what it says.
        let first = [cells("Stand", "subtotal", 50), cells("Niets", "change", 0), cells("Eind", "total", 50)]
        let (second, _) = try drawn(
            "type: waterfall\ny: v\nstep: b",
            table(["Stap", "Soort"], ["Bedrag"], rows: first, decimals: 0)
        )
        #expect(second.findings.isEmpty)
        #expect(second.description.contains("Stand: 50; Niets: blijft gelijk; Eind: 50."))
    }

    /// 0.3 − 0.1 − 0.2 is not nought in binary fractions.
    @Test func whatFractionsLeaveOverIsNothing() throws {
        let rows = [
            cells("Begin", "start", 0.3), cells("Een", "change", -0.1), cells("Twee", "change", -0.2),
            cells("Eind", "total", nil),
        ]
        let (chart, texts) = try drawn(
            "type: waterfall\ny: v\nstep: b",
            table(["Stap", "Soort"], ["Saldo"], rows: rows)
        )
        #expect(texts.contains("0,0"))
        #expect(chart.description.contains("Eind: 0,0."))
        let moments: [(name: String, title: String, decimals: Int)] = [("before", "Voor", 1), ("after", "Na", 1)]
        let (slope, _) = try drawn("type: slope\nbefore: v\nafter: n", measured(moments, [cells("A", 0.3, 0.1 + 0.2)]))
        #expect(slope.description.contains("A blijft 0,3."))
    }

    @Test(arguments: ["bars", "lines", "stacked"]) func seriesWithoutAValueAreNamed(type: String) throws {
        let rows = [cells(2018, "A", 4), cells(2019, "A", 6), cells(2018, "Leeg", nil), cells(2019, "Leeg", hidden)]
        let keys = type == "stacked" ? "layout: absolute\n" : ""
        let (chart, texts) = try drawn(
            "type: \(type)\ny: v\nseries: b\n" + keys,
            table(["Jaar", "Wijk"], ["Aantal"], rows: rows, decimals: 0)
        )
        #expect(texts.contains("Zonder waarde die getoond kan worden: Leeg."))
        #expect(chart.description.hasSuffix("Niet getoond om herkenning te voorkomen: Leeg."))
    }

    // MARK: Answers around a line

    private static let scale = ["Nooit", "Zelden", "Soms", "Vaak", "Heel vaak", "Altijd"]

    @Test func everyAnswerLooksDifferentAndTheOutermostStrongest() throws {
        for count in 2...9 {
            let names = (1...count).map { "antwoord \($0)" }
            var findings = Findings()
            let read = read("id: fig-a\ntype: diverging\nfrom: d\nx: a\ny: v\nseries: b\ntitle: t", &findings)
            let spec = try #require(read)
            let data = ChartData(
                spec,
                answers([("A", names.indices.map { Double($0 + 1) })], names, unit: nil),
                language: .nl,
                findings: &findings
            )
            let centre = Centre(spec, data)
            let looks = names.indices.map { centre.look($0) }
            #expect(Set(looks.map { "\($0.paint) \($0.shade ?? 6)" }).count == count)
            let right = names.indices.filter { $0 != centre.neutral && !centre.isLeft($0) }.map { looks[$0].shade ?? 6 }
            #expect(right == right.sorted())
        }
    }

    @Test(
        arguments: [
            ("", ["Weet niet"], ["chart.answer-outside-scale"]), ("outside: Weet niet", ["Weet niet"], []),
            ("outside: []", [], []), ("outside: [Weet iet]", [], ["chart.unknown-answer"]),
        ] as [(String, [String], [String])]
    )
    func answersOutsideTheScaleStandApart(keys: String, apart: [String], findings ids: [String]) throws {
        let names = ["Oneens", "Neutraal", "Eens", "Helemaal eens", "Weet niet"]
        let counts = answers([("Stelling", [30, 20, 30, 20, 25])], names, unit: "personen")
        let (chart, texts) = try drawn("type: diverging\ny: v\nseries: b\nneutral: Neutraal\n" + keys, counts)
        #expect(chart.findings.all.map(\.id) == ids)
        #expect(texts.contains("‘Weet niet’ staat apart en telt niet mee in de percentages.") == !apart.isEmpty)
        // Of the hundred on the scale, or of all.
        let said =
            apart.isEmpty
            ? "links 24%, Neutraal 16%, rechts 60%." : "links 30%, Neutraal 20%, rechts 50%; Weet niet: 25."
        #expect(chart.description.contains("Stelling: " + said))
    }

    @Test func givenPercentagesKeepTheirWholeBesideAnswersApart() throws {
        let given = answers([("Stelling", [30, 20, 41, 9])], ["Oneens", "Neutraal", "Eens", "N.v.t."], unit: "%")
        let (chart, texts) = try drawn("type: diverging\ny: v\nseries: b\noutside: N.v.t.", given)
        #expect(chart.findings.isEmpty)
        #expect(chart.description.hasSuffix("Stelling: links 30%, Neutraal 20%, rechts 41%; N.v.t.: 9%."))
        #expect(texts.contains("9%"))
    }

    // MARK: Words

    @Test(arguments: [
        (SiteLanguage.nl, "2016: A 1", "2016 – A: 1; B: 2."), (.en, "2016: A 1", "2016 – A: 1; B: 2."),
    ])
    func theSentenceNamesAllSeries(language: SiteLanguage, not: String, expected: String) throws {
        func bars(_ count: Int) throws -> String {
            let rows = (0..<count).flatMap { [cells("A", "\(2016 + $0)", $0 + 1), cells("B", "\(2016 + $0)", $0 + 2)] }
            let keys = "type: bars\ny: v\nseries: b"
            return try drawn(keys, table(["Wijk", "Jaar"], ["Aantal"], rows: rows, decimals: 0), language).chart
                .description
        }
        let six = try bars(6)
        #expect(six.contains(expected) && !six.contains(not) && six.contains("2021 – A: 6; B: 7."))
        #expect(
            try bars(9).hasSuffix(language == .nl ? "De andere staan in de tabel." : "The others are in the table.")
        )
    }

    @Test(arguments: [
        (SiteLanguage.nl, ["1 bijeenkomst", "1 deelnemer"]), (.en, ["1 bijeenkomst", "1 deelnemer"]),
    ])
    func oneIsSingular(language: SiteLanguage, expected: [String]) throws {
        let (_, texts) = try drawn(
            "type: tally\nsessions: s\nparticipants: p\nper: 1",
            table(
                ["Aanbod"],
                ["Bijeenkomsten", "Deelnemers"],
                rows: [cells("Les", 1, 1)],
                names: ["sessions", "participants"]
            ),
            language
        )
        for text in expected { #expect(texts.contains(text)) }
        let waffle = table(
            ["Uitkomst"],
            ["Aandeel"],
            rows: [cells("Ja", 60), cells("Nee", 39)],
            unit: "%",
            decimals: 0
        )
        #expect(
            try drawn("type: waffle\ny: v", waffle, language).chart.description.contains(
                language == .nl ? "De andere is overig" : "The remaining one is other"
            )
        )
        let index = table(["Thema"], ["Index"], rows: [cells("A", 112), cells("B", 103)], index: maastricht)
        #expect(
            try drawn("type: index-bars\ny: v", index, language).chart.description.contains(
                language == .nl ? "Beide boven 100." : "Both above 100."
            )
        )
    }

    @Test func figuresStandForTheUnit() throws {
        let large = table(
            ["A"],
            ["Aantal", "Alle gezinnen"],
            rows: [cells("Klaar", 640, 5200)],
            unit: "gezinnen",
            decimals: 0,
            names: ["y", "whole"]
        )
        let (_, texts) = try drawn("type: pictogram\ny: v\nwhole: w", large)
        #expect(texts.prefix(2) == ["= 50 gezinnen", "overige gezinnen"])
        let huge = table(["A"], ["n"], rows: [cells("x", 4e15)], names: ["participants"])
        #expect(try drawn("type: tally\nparticipants: n", huge).texts.first == "= 50\u{A0}bln n")
    }
}
