import Diagnostics
import Testing

@testable import Datasets

@Suite("CSV files against their contract")
struct ReadTableTests {
    @Test func readsTypedColumns() {
        let reading = Reading(
            csv: "name,n,share,day,year,ok\nZoë,12,0.5,2018-05-02,2018,true\n\"a, b\",,,,,\n",
            fields: [
                "{name: name}", "{name: n, type: integer}", "{name: share, type: number}", "{name: day, type: date}",
                "{name: year, type: year}",
                "{name: ok, type: boolean}",
            ]
        )
        #expect(reading.summary == [])
        #expect(reading.values("name") == ["Zoë", "a, b"])
        #expect(reading.values("n") == ["12", "·"])
        #expect(reading.values("share") == ["0.5", "·"])
        #expect(reading.values("day") == ["2018-05-02", "·"])
        #expect(reading.values("year") == ["2018", "·"])
        #expect(reading.values("ok") == ["true", "·"])
        #expect(reading.table?.lines == [2, 3])
        #expect(reading.dataset?.rowsInFile == 2)
    }

    /// Byte order mark, semicolons, everything quoted and padded, decimal comma, a dot for missing: as StatLine exports it.
    @Test func readsStatLine() {
        let reading = Reading(
            csv:
                "\u{FEFF}\"ID\";\"Wijk      \";\"Index\"\r\n\"0\";\"WK093504  \";\"   137,0\"\r\n\"1\";\"WK093505  \";\"       .\"\r\n",
            fields: ["{name: ID, type: integer}", "{name: Wijk}", "{name: Index, type: number, decimalChar: \",\"}"],
            more: "dialect: {delimiter: \";\"}",
            schema: "missingValues: [\"\", \".\"]",
            own: "padded: true\nprivacy: {counts: none, reason: test}"
        )
        #expect(reading.summary == [])
        #expect(reading.values("Wijk") == ["WK093504", "WK093505"])
        #expect(reading.values("Index") == ["137.0", "·"])
        #expect(reading.table?.columns[2].decimals == 1)
    }

    @Test(
        arguments: [
            // (CSV, finding with its place, part of the message, part of the hint)
            ("a,n\nx,1\ny\n", "3:1 data.ragged-row", "this row has 1 value, the header has 2", ""),
            ("a,n\nx,1,2\n", "2:1 data.ragged-row", "has 3 values", "quotes around it"),
            ("a,n\nx,1.5\n", "2:3 data.invalid-value", "n must be a whole number, not \"1.5\"", "type: number"),
            ("a,n\nx, 1\n", "2:3 data.invalid-value", "not \" 1\"", "padded: true"),
            ("a,n\nx,.\n", "2:3 data.invalid-value", "not \".\"", "missingValues"),
            ("a,n\n,1\n", "2:1 data.required", "a has no value here", ""),
            ("a,n\nwijk,1\n", "2:1 data.not-allowed", "a cannot be \"wijk\"", "known here: x, y"),
            ("a,n\nx,-1\n", "2:3 data.out-of-range", "n must be at least 0, not -1", ""),
            ("a,n\nx,101\n", "2:3 data.out-of-range", "n must be less than 101, not 101", ""),
            ("a,m\nx,1\n", "1:3 data.undeclared-column", "has no field \"m\"", ""),
            ("a\nx\n", "1:1 data.missing-column", "column \"n\" of the contract is missing", ""),
            ("a,n,a\nx,1,x\n", "1:5 data.duplicate-column", "column \"a\" is there twice", ""),
            ("a;n\nx;1\n", "1:1 data.delimiter", "single column", "delimiter: \";\""),
            ("", "0:1 data.no-header", "empty", ""),
            ("a,n\n\"x,1\n", "2:1 data.quote", "never closed", ""),
            ("a,n\nx \"y\",1\n", "2:3 data.quote", "inside a value", "double"),
        ] as [(String, String, String, String)]
    )
    func names(csv: String, finding: String, message: String, hint: String) {
        let reading = Reading(
            csv: csv,
            fields: [
                "{name: a, constraints: {required: true, enum: [x, y]}}",
                "{name: n, type: integer, constraints: {minimum: 0, exclusiveMaximum: 101}}",
            ]
        )
        #expect(reading.summary.contains(finding), "\(reading.summary)")
        #expect(reading.messages.contains { $0.contains(message) }, "\(reading.messages)")
        #expect(hint.isEmpty || reading.hints.contains { $0.contains(hint) }, "\(reading.hints)")
    }

    @Test(
        arguments: [
            ("type: date", "2018-02-30", "data.invalid-value"), ("type: date", "2-5-2018", "data.invalid-value"),
            ("type: yearmonth", "2018-13", "data.invalid-value"),
            ("type: year", "18", "data.invalid-value"), ("type: boolean", "ja", "data.invalid-value"),
            ("type: number", "12,5", "data.invalid-value"),
            ("constraints: {pattern: \"BU[0-9]{8}\"}", "xBU09350400", "data.pattern"),
            ("constraints: {minLength: 3}", "ab", "data.length"),
            ("constraints: {maxLength: 3}", "éééé", "data.length"),
            ("type: date, constraints: {maximum: 2020-12-31}", "2021-01-01", "data.out-of-range"),
            ("type: integer, constraints: {enum: [1, 2]}", "3", "data.not-allowed"),
            ("type: number, decimalChar: \",\"", "1.5", "data.invalid-value"),
        ] as [(String, String, String)]
    )
    func refuses(field: String, value: String, finding: String) {
        let reading = Reading(
            csv: "a;b\n\(value);x\n",
            fields: ["{name: a, \(field)}", "{name: b}"],
            more: "dialect: {delimiter: \";\"}"
        )
        #expect(reading.findings.all.map(\.id) == [finding])
        #expect(
            reading.findings.all.first?.place == Place(file: "data/t.csv", line: 2, column: 1, length: value.utf8.count)
        )
    }

    @Test(arguments: [
        ("type: date", "2020-02-29"), ("type: number, bareNumber: false", "€ 12.5"),
        ("type: number, bareNumber: false", "72%"),
        ("type: boolean, trueValues: [ja], falseValues: [nee]", "ja"), ("constraints: {maxLength: 3}", "ééé"),
        ("type: number, decimalChar: \",\", groupChar: \".\"", "1.000,5"),
    ])
    func accepts(field: String, value: String) {
        let reading = Reading(
            csv: "a;b\n\(value);x\n",
            fields: ["{name: a, \(field)}", "{name: b}"],
            more: "dialect: {delimiter: \";\"}"
        )
        #expect(reading.summary == [])
        #expect(reading.values("a") != ["·"])
    }

    @Test func showsTwentyOfAKindAndCountsTheRest() {
        let rows = (1...25).map { "x\($0),y\n" }.joined()
        let reading = Reading(
            csv: "n,m\n" + rows + "1,z\n",
            fields: ["{name: n, type: integer}", "{name: m, type: integer}"]
        )
        // As they were gathered: what is shown of both columns together is `folded`.
        let inN = reading.findings.all.filter { $0.message.en.contains("n must be") }
        let inM = reading.findings.all.filter { $0.message.en.contains("m must be") }
        #expect(inN.count == 20)
        #expect(inM.count == 20)
        #expect(
            Set(reading.findings.all.map(\.message.en).filter { $0.contains("more") }) == [
                "and 5 more of these in column n", "and 6 more of these in column m",
            ]
        )
        #expect(reading.findings.sorted.count == 21)
        #expect(reading.findings.sorted.reduce(0) { $0 + $1.count } == 51)
        #expect(reading.dataset?.rowsInFile == 26)
    }

    @Test func keysAreUnique() {
        let reading = Reading(
            csv: "a,b,c\n1,x,p\n1,y,q\n1,x,p\n2,,r\n",
            fields: ["{name: a, type: integer}", "{name: b}", "{name: c, constraints: {unique: true}}"],
            schema: "primaryKey: [a, b]"
        )
        #expect(reading.summary == ["4:1 data.primary-key", "4:5 data.duplicate", "5:3 data.required"])
        #expect(reading.messages[0] == "a, b \"1, x\" must be unique and is on line 2 already")
    }

    @Test func uniqueKeysAreUnique() {
        let reading = Reading(
            csv: "a,b\n1,x\n1,y\n1,x\n,x\n,x\n",
            fields: ["{name: a, type: integer}", "{name: b}"],
            schema: "uniqueKeys: [[a, b]]"
        )
        #expect(reading.summary == ["4:1 data.duplicate"])
    }

    @Test func foreignKeysLeadSomewhere() {
        let yaml = """
            resources:
            - {name: areas, path: areas.csv, schema: {fields: [{name: code}]}, verslag: {privacy: {counts: none}}}
            - name: t
              path: t.csv
              schema:
                fields: [{name: area}, {name: n, type: integer}]
                foreignKeys: [{fields: area, reference: {resource: areas, fields: code}}]
              verslag: {privacy: {counts: none}}
            """
        let areas = DataFile.bytes(Array("code\nLimmel\nNazareth\n".utf8))
        let reading = Reading(
            yaml,
            files: ["data/areas.csv": areas, "data/t.csv": .bytes(Array("area,n\nLimmel,1\nLimel,2\n,3\n".utf8))]
        )
        #expect(reading.summary == ["3:1 data.foreign-key"])
        #expect(reading.hints == ["did you mean \"Limmel\"?"])
    }

    @Test func truthValuesKeepTheContractsWords() throws {
        var reading = Reading(
            csv: "a\nja\nJ\nnee\n",
            fields: ["{name: a, type: boolean, trueValues: [ja, J], falseValues: [nee]}"]
        )
        #expect(reading.values("a") == ["ja", "ja", "nee"])
        #expect(try reading.aggregated("from: t\nwhere: {a: ja}\nmeasures: {count: rows}").rowsUsed == 2)
    }

    @Test func placesValuesBehindQuotesAndLines() {
        let reading = Reading(csv: "a,n\n\"x, y\",p\n\"u\nv\",q\n", fields: ["{name: a}", "{name: n, type: integer}"])
        #expect(reading.summary == ["2:8 data.invalid-value", "4:4 data.invalid-value"])
    }

    @Test func columnsMayStandInAnotherOrder() {
        let reading = Reading(csv: "n,a\n1,x\n", fields: ["{name: a}", "{name: n, type: integer}"])
        #expect(reading.summary == [])
        #expect(reading.values("a") == ["x"])
    }

    @Test func readsWithoutAHeader() {
        let reading = Reading(
            csv: "x,1\n",
            fields: ["{name: a}", "{name: n, type: integer}"],
            more: "dialect: {header: false}"
        )
        #expect(reading.summary == [])
        #expect(reading.values("n") == ["1"])
    }

    @Test func refusesBytesThatAreNoText() {
        let yaml =
            "resources:\n- {name: t, path: t.csv, schema: {fields: [{name: a}]}, verslag: {privacy: {counts: none}}}\n"
        let reading = Reading(yaml, files: ["data/t.csv": .bytes([0x61, 0x0A, 0xFF, 0x0A])])
        #expect(reading.summary == ["2:1 text.invalid-utf8"])
        #expect(reading.table == nil)
    }
}
