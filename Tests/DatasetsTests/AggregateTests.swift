import Diagnostics
import Testing

@testable import Datasets

@Suite("Aggregation")
struct AggregateTests {
    /// Two audiences, a missing number, years out of order, an enumeration that is not in the order of the file.
    private func reading() -> Reading {
        Reading(
            csv: """
                kind,audience,year,n,w
                workshop,bewoners,2019,10,1
                training,bewoners,2018,20,3
                training,professionals,2018,30,1
                training,professionals,2019,,5
                workshop,bewoners,2018,40,0

                """,
            fields: [
                "{name: kind, constraints: {enum: [training, workshop, coaching]}}", "{name: audience}",
                "{name: year, type: year}",
                "{name: n, type: integer, unit: personen}", "{name: w, type: number}",
            ],
            own: "unit: bijeenkomsten\nprivacy: {counts: people, column: n}"
        )
    }

    @Test(
        arguments: [
            ("{sum: n}", [50.0, 50]), ("{count: rows}", [3, 2]), ("{mean: n}", [25, 25]), ("{min: n}", [20, 10]),
            ("{max: n}", [30, 40]), ("{median: n}", [25, 25]),
            ("{mean: n, weight: w}", [22.5, 10]), ("{share: {audience: bewoners}}", [100.0 / 3, 100]),
            ("{share: {audience: bewoners}, of: n}", [40, 100]),
            ("{share: {year: [2018]}}", [200.0 / 3, 50]),
        ] as [(String, [Double])]
    )
    func measures(measure: String, values: [Double]) throws {
        var reading = reading()
        let result = try reading.aggregated("from: t\ngroup: kind\nmeasures: [\(measure)]")
        #expect(reading.summary == [])
        let found = result.groups.map { $0.cells[0].value ?? -1 }
        #expect(found.count == values.count)
        for (a, b) in zip(found, values) { #expect(abs(a - b) < 1e-12) }
        // The contract's order, not the file's; what does not occur is no group.
        #expect(result.groups.map(\.keys) == [[.text("training")], [.text("workshop")]])
    }

    @Test func cellsKnowWhatIsBehindThem() throws {
        var reading = reading()
        let result = try reading.aggregated(
            "from: t\nwhere: {kind: workshop}\nmeasures: [{sum: n}, {count: rows}, {sum: w}]"
        )
        let cell = result.groups[0].cells[0]
        #expect(cell.rows == 2)
        #expect(cell.units == 50)
        #expect(cell.largest == [40, 10])
        #expect(result.rowsUsed == 2)
        var all = self.reading()
        let unknown = try all.aggregated("from: t\nmeasures: [{count: rows}, {sum: n}, {share: {audience: bewoners}}]")
        // One row does not say how many people it is about: that is not the same as none.
        #expect(unknown.groups[0].cells[0].units == nil)
        #expect(unknown.groups[0].cells[1].units == 100)
        #expect(unknown.total.map(\.value) == [5, 100, 60])
    }

    @Test func groupsKeepTheirOrder() throws {
        var reading = reading()
        let result = try reading.aggregated("from: t\ngroup: [audience, year]\nmeasures: {count: rows}")
        #expect(
            result.groups.map(\.keys) == [
                [.text("bewoners"), .number(2019)], [.text("bewoners"), .number(2018)],
                [.text("professionals"), .number(2019)],
                [.text("professionals"), .number(2018)],
            ]
        )
        #expect(result.groups.map { $0.cells[0].value } == [1, 2, 1, 1])
    }

    @Test func aMissingCategoryComesLast() throws {
        var reading = Reading(csv: "a,n\n,1\nx,2\n", fields: ["{name: a}", "{name: n, type: integer}"])
        let result = try reading.aggregated("from: t\ngroup: a\nmeasures: {sum: n}")
        #expect(result.groups.map(\.keys) == [[.text("x")], [nil]])
    }

    @Test(
        arguments: [
            ("from: tt\nmeasures: n", "10:7 data.unknown-dataset", "did you mean \"t\"?"),
            ("from: t\ngroup: knid\nmeasures: n", "11:8 data.unknown-column", "did you mean \"kind\"?"),
            (
                "from: t\nwhere: {kind: trainign}\nmeasures: {count: rows}", "11:15 data.unknown-value",
                "did you mean \"training\"?"
            ),
            ("from: t\nwhere: {year: 2031}\nmeasures: {count: rows}", "11:15 data.unknown-value", "2019"),
            ("from: t\nwhere: {knd: x}\nmeasures: {count: rows}", "11:9 data.unknown-column", "kind"),
            ("from: t\nmeasures: [{sum: audience}]", "11:18 data.not-numeric", "n, w"),
            ("from: t\nmeasures: [{sum: n, mean: n}]", "11:12 data.measure", "sum, mean"),
            ("from: t\nmeasures: [{label: x}]", "11:12 data.measure", "count"),
            ("from: t\nmeasures: [{count: n}]", "11:20 data.measure", "sum: n"),
            ("from: t\nmeasures: [{sum: n, weight: w}]", "11:29 data.measure", ""),
            ("from: t\nmeasures: [{som: n}]", "11:13 yaml.unknown-key", "sum"),
            ("from: t\ngroup: kind\nmeasures: [n]", "12:12 data.more-than-one-row", "{sum: n}"),
            ("from: t", "10:1 yaml.missing-key", ""),
        ] as [(String, String, String)]
    )
    func namesMistakes(yaml: String, finding: String, hint: String) {
        var reading = reading()
        _ = try? reading.aggregated(yaml)
        #expect(reading.summary.contains(finding), "\(reading.summary) \(reading.messages)")
        #expect(hint.isEmpty || reading.hints.contains { $0.contains(hint) }, "\(reading.hints)")
    }

    /// The wording that the design shows.
    @Test func namesAnUnknownColumnWithItsFile() {
        var reading = reading()
        _ = try? reading.aggregated("from: t\ngroup: wjik\nmeasures: {count: rows}")
        #expect(reading.messages == ["no column \"wjik\" in dataset t (data/t.csv)"])
        #expect(reading.findings.all.first?.message.nl == "geen kolom \"wjik\" in dataset t (data/t.csv)")
    }

    @Test func aPlainColumnIsTheValueOfItsRow() throws {
        var reading = reading()
        let result = try reading.aggregated("from: t\nwhere: {year: 2019, kind: workshop}\nmeasures: n")
        #expect(reading.summary == [])
        #expect(result.groups[0].cells[0].value == 10)
        #expect(result.query.measures[0].name == "n")
        #expect(result.query.measures[0].unit == "personen")
    }

    @Test func namesOfMeasuresAreUnique() throws {
        var reading = reading()
        let result = try reading.aggregated("from: t\nmeasures: [{sum: n}, {label: Ook, sum: n}, {count: rows}]")
        #expect(result.query.measures.map(\.name) == ["sum-n", "sum-n-2", "count-rows"])
        #expect(result.query.measures.map(\.title) == ["n", "Ook", "Aantal"])
    }

    @Test(arguments: [
        ("measures: {sum: n}", "som van n"),
        (
            "where: {kind: training, audience: [bewoners, professionals]}\nmeasures: {count: rows}",
            "aantal rijen waar kind = training en audience = bewoners of professionals"
        ),
        ("measures: {mean: n, weight: w}", "gemiddelde van n, gewogen met w"),
        ("measures: {share: {audience: bewoners}, of: n}", "percentage van n met audience = bewoners"),
        ("group: kind\nmeasures: {max: n}", "grootste n, naar kind"),
    ])
    func definesInWords(yaml: String, words: String) throws {
        var reading = reading()
        let result = try reading.aggregated("from: t\n" + yaml)
        #expect(result.query.definition(of: result.query.measures[0]).nl == words)
    }

    @Test func manyGroupsInManyColumns() throws {
        let rows = (0..<3000).map { "a\($0),b\($0 % 7),c\($0 % 11),\($0 % 13)\n" }.joined()
        var reading = Reading(
            csv: "a,b,c,n\n" + rows,
            fields: ["{name: a}", "{name: b}", "{name: c}", "{name: n, type: integer}"]
        )
        let result = try reading.aggregated("from: t\ngroup: [a, b, c, n]\nmeasures: {count: rows}")
        #expect(result.groups.count == 3000)
        #expect(result.groups.map { $0.cells[0].value ?? 0 }.reduce(0, +) == 3000)
        #expect(result.groups[2999].keys == [.text("a2999"), .text("b3"), .text("c7"), .number(9)])
    }
}
