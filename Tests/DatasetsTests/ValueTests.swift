import Diagnostics
import Testing

@testable import Datasets

/// What stands in the files that offices give, and what must never become another number.
@Suite("Values as offices write them")
struct ValueTests {
    private func read(_ values: [String], _ field: String, own: String = "privacy: {counts: none, reason: x}")
        -> Reading
    {
        Reading(
            csv: "k;v\n" + values.enumerated().map { "r\($0);\($1)\n" }.joined(),
            fields: ["{name: k}", "{name: v, \(field)}"],
            more: "dialect: {delimiter: \";\"}",
            own: own
        )
    }

    @Test(
        arguments: [
            ("€ 1.234,50", "1234.5"), ("1.234,50 €", "1234.5"), ("EUR 12", "12.0"), ("-€ 5", "-5.0"), ("€ -5", "-5.0"),
            ("€-5", "-5.0"),
            ("€\u{A0}5", "5.0"), ("-5", "-5.0"), ("+5", "5.0"), (" 5 ", "5.0"), ("$ 5", "5.0"), ("40 %", "40.0"),
            ("-12,5%", "-12.5"),
        ]
    )
    func takesCurrencyAndPercentSignsOff(text: String, value: String) {
        let reading = read([text], "type: number, decimalChar: \",\", groupChar: \".\", bareNumber: false")
        #expect(reading.summary == [])
        #expect(reading.values("v") == [value])
    }

    /// Each is an error, whether signs are allowed or not, and its hint never says how to make another number of it.
    @Test(
        arguments: [
            ("−5", "the - of the keyboard"), ("–5", "the - of the keyboard"), ("—5%", "the - of the keyboard"),
            ("‑5", "keyboard"), ("－5", ""),
            ("(5)", "keyboard"), ("(€ 5)", "keyboard"), ("5-", "keyboard"), ("1.234,50-", "keyboard"),
            ("- 5", "keyboard"), ("€ 5-", "keyboard"),
            ("12,-", ""), ("€ 12,-", ""), ("<5", "how large"), (">5", "how large"), ("≤ 5", "how large"),
            ("±5", "how large"), ("~5", "how large"),
            ("ca. 40", "alone"), ("5 à 10", "alone"), ("5-10", ""), ("5–10", ""), ("2,5 mln", "alone and in full"),
            ("3k", "alone"), ("A-12", "type: string"),
            ("12/15", "alone"), ("5*", "alone"), ("5‰", "alone"), ("5%%", ""), ("€ 5%", ""), ("€€5", ""), ("--5", ""),
            ("-€-5", ""), ("1.23.456", ""),
            ("1,2,3", ""), ("12.34", ""), (",5", "the 0 before"), ("5,", ""), ("５", "digits 0 to 9"),
            ("٥", "digits 0 to 9"), ("½", ""), ("5²", "digits"),
            ("NaN", ""), ("Infinity", ""), ("0x1F", ""), ("1e", ""), ("1e1.000", ""), ("1e999", ""), ("1e-999", ""),
            ("-", "missingValues"),
            ("n.b.", "missingValues"), ("€ -", ""), ("%", ""), ("€", ""), ("1’234", ""), ("1\u{202F}234", ""),
            ("12345678901234567", "type: string"),
        ]
    )
    func refusesWhatIsNoNumber(text: String, hint: String) {
        for bare in ["", ", bareNumber: false"] {
            let reading = read([text], "type: number, decimalChar: \",\", groupChar: \".\"\(bare)")
            #expect(reading.findings.hasErrors, "\(text)\(bare)")
            #expect(reading.values("v") == ["·"])
            #expect(hint.isEmpty || reading.hints.contains { $0.contains(hint) }, "\(text)\(bare): \(reading.hints)")
            let integer = read([text], "type: integer\(bare)")
            #expect(integer.findings.hasErrors, "\(text)\(bare) as integer")
            #expect(!integer.hints.contains { $0.contains("bareNumber") }, "\(text): \(integer.hints)")
        }
    }

    /// A hint names the keys that make the number what it says; where there are two readings it asks.
    @Test(
        arguments: [
            ("type: number", "12,5", "say so: decimalChar: \",\""),
            (
                "type: number", "1,234",
                "between thousands? then groupChar: \",\"; does it mark decimals? then decimalChar: \",\""
            ),
            ("type: number", "1.234.567", "say so: decimalChar: \",\", groupChar: \".\""),
            ("type: number", "1,234.5", "say so: groupChar: \",\""),
            (
                "type: number, decimalChar: \",\"", "1.234",
                "then groupChar: \".\"; does it mark decimals? then decimalChar: \".\""
            ),
            ("type: number, decimalChar: \",\"", "1.5", "say so: decimalChar: \".\""),
            ("type: number", "€ 12.5", "say so: bareNumber: false"),
            ("type: number", "1 850", "say so: groupChar: \" \""),
            ("type: number", "1'234", "say so: groupChar: \"'\""),
            ("type: integer", "1.234", "then groupChar: \".\"; does it mark decimals? then type: number"),
            ("type: integer", "1.5", "say so: type: number"), ("type: integer", "12%", "say so: bareNumber: false"),
            ("type: number", " 12", "padded: true"), ("type: number", "12\u{A0}", "padded: true"),
        ]
    )
    func asksWhatAMarkMeans(field: String, text: String, hint: String) {
        let reading = read([text], field)
        #expect(reading.findings.all.map(\.id) == ["data.invalid-value"])
        #expect(reading.hints.contains { $0.contains(hint) }, "\(reading.hints)")
    }

    @Test func aWholeNumberHasNoDecimalMark() {
        let reading = read(["1.234", "56", "1.234.567"], "type: integer, groupChar: \".\"")
        #expect(reading.summary == [])
        #expect(reading.values("v") == ["1234", "56", "1234567"])
        #expect(read(["1.234"], "type: number, groupChar: \".\"").summary == ["9:44 data.mark"])
        #expect(read(["1"], "type: integer, groupChar: \"1\"").findings.all.map(\.id) == ["data.mark"])
    }

    @Test func signsOfOneColumnAreAlike() {
        let reading = read(["€ 5", "6", "EUR 7", "8%"], "type: number, bareNumber: false")
        #expect(reading.summary == ["5:4 data.invalid-value"])
        #expect(reading.messages == ["v \"8%\" has another sign than the € of the values before it"])
    }

    /// On the page the unit would say what the file does not.
    @Test(
        arguments: [
            ("$ 5", "euro", false), ("£ 5", "€ per gezin", false), ("€ 5", "dollar", false), ("5%", "euro", false),
            ("€ 5", "%", false), ("5%", "personen", false), ("5%", "‰", false), ("5%", "promille", false),
            ("€ 5", "gezinnen", false),
            ("€ 5", "euro per jaar", true), ("EUR 5", "EUR", true), ("5%", "% van de deelnemers", true),
            ("5%", "procentpunt", true), ("$ 5", "US dollar", true), ("5%", "groei per jaar", true),
            ("5", "euro", true), ("€ 5", "mln euro", true),
        ] as [(String, String, Bool)]
    )
    func aSignFitsTheUnit(text: String, unit: String, fits: Bool) {
        let reading = read([text], "type: number, bareNumber: false, unit: \"\(unit)\"")
        #expect(reading.summary == (fits ? [] : ["2:4 data.invalid-value"]))
        #expect(fits || reading.messages == ["v \"\(text)\" has a sign that its unit, \(unit), contradicts"])
        #expect(reading.values("v") == [fits ? "5.0" : "·"])
    }

    /// What is advised is what the contract reads.
    @Test(arguments: [("\",\"", ",5", "0,5"), ("\".\"", ".5", "0.5"), ("\",\"", ".5", "0,5")])
    func theMissingZeroIsWrittenWithTheMarkOfTheColumn(mark: String, text: String, advised: String) {
        let reading = read([text], "type: number, decimalChar: \(mark)")
        #expect(reading.hints == ["write the 0 before the mark: \(advised)"])
        #expect(read([advised], "type: number, decimalChar: \(mark)").summary == [])
    }

    @Test func aGroupOfThousandsIsNoZero() {
        let reading = read(["0.123", "1.234"], "type: integer, groupChar: \".\"")
        #expect(reading.summary == ["2:4 data.invalid-value"])
        #expect(reading.values("v") == ["·", "1234"])
    }

    @Test(arguments: [("1.5e-3", 4, "0.0015"), ("1.2345e2", 2, "123.45"), ("1e3", 0, "1000.0"), ("25e-1", 1, "2.5")])
    func anExponentMovesTheDecimals(text: String, decimals: Int, value: String) {
        let reading = read([text], "type: number")
        #expect(reading.table?.columns[1].decimals == decimals)
        #expect(reading.values("v") == [value])
    }

    @Test(arguments: ["-200", "+201", "0018", "18", "2.018"])
    func aYearHasFourDigits(text: String) {
        #expect(read([text], "type: year, groupChar: \".\"").findings.all.map(\.id) == ["data.invalid-value"])
    }

    // MARK: People

    private let people = "privacy: {counts: people, column: v}"

    @Test(arguments: [
        ("-9", "integer", "missingValues: [\"\", \"-9\"]"), ("-6666", "integer", "\"-6666\""),
        ("-1", "number", "\"-1\""),
        ("2.5", "number", "whole numbers"), ("-0.5", "number", "missingValues"),
    ])
    func aNumberOfPeopleIsWholeAndNotBelowZero(text: String, kind: String, hint: String) {
        let reading = read(["12", text, "0", "40"], "type: \(kind), unit: personen", own: people)
        #expect(reading.summary == ["3:4 data.people"])
        #expect(reading.hints.contains { $0.contains(hint) }, "\(reading.hints)")
    }

    @Test func wholePeopleMayBeWrittenWithDecimals() {
        #expect(read(["12", "0", "40.0", ""], "type: number, unit: personen", own: people).summary == [])
        #expect(read(["12", "-9"], "type: integer, unit: personen").summary == [])
    }

    @Test(arguments: [
        (["12", "9999", "35", "9999"], true), (["12", "99999", "35", "8"], true),
        (["9998", "9999", "9997", "9990"], false),
        (["9999"], false),
    ])
    func asksWhetherNinesAreMissing(values: [String], asks: Bool) {
        let reading = read(values, "type: integer, unit: personen", own: people)
        #expect(reading.findings.all.map(\.id) == (asks ? ["data.missing-code"] : []))
        let stated = read(values, "type: integer, unit: personen, constraints: {maximum: 99999}", own: people)
        #expect(stated.summary == [])
    }

    @Test(arguments: [
        (["12.5", "-99997", "30"], true), (["12", "-999", "-999"], true), (["12", "-9", "3"], false),
        (["-4", "-999", "3"], false),
        (["-999"], false), (["5", "-1250"], false),
    ])
    func asksWhetherANegativeCodeIsMissing(values: [String], asks: Bool) {
        #expect(read(values, "type: number").findings.all.map(\.id) == (asks ? ["data.missing-code"] : []))
    }

    @Test(
        arguments: [
            (["4", "-9,0", "-9"], "3:4"), (["4", "-9", "5,5"], nil), (["4", "-09"], "3:4"), (["4", "-9,5"], nil),
        ] as [([String], String?)]
    )
    func aCodeThatIsSpelledOtherwiseIsAsked(values: [String], place: String?) {
        let reading = read(values, "type: number, decimalChar: \",\", missingValues: [\"\", \"-9\"]")
        #expect(reading.summary == (place.map { ["\($0) data.missing-code"] } ?? []))
        #expect(
            place == nil || reading.messages.contains { $0.hasSuffix("though \"-9\" is a code for a missing value") }
        )
    }

    // MARK: Thousands

    @Test(arguments: [
        ([("68.599"), "980", "12.196"], true), (["1.250", "980", "12.500"], true), (["108.179"], true),
        (["0.125", "1.500", "2.250"], false), (["1.500", "2.25"], false), (["1234.567"], false), (["12.1234"], false),
        (["12", "1500"], false), (["1.5", "2.5"], false),
    ])
    func asksWhetherAPointStandsBetweenThousands(values: [String], asks: Bool) {
        let reading = read(values, "type: number")
        #expect(reading.findings.all.map(\.id) == (asks ? ["data.thousands"] : []))
        #expect(reading.findings.all.allSatisfy { $0.severity == .warning })
        for answer in ["decimalChar: \".\"", "unit: \"%\"", "constraints: {maximum: 200}"] {
            #expect(read(values, "type: number, \(answer)").findings.all.filter { $0.id == "data.thousands" }.isEmpty)
        }
    }

    /// In a file with commas between its values a point mostly marks decimals.
    @Test(arguments: [("unit: kg", Diagnostic.Severity.hint), ("unit: euro", .warning), ("unit: inwoners", .warning)])
    func asksMoreSoftlyAmongCommas(unit: String, severity: Diagnostic.Severity) {
        let reading = Reading(
            csv: "k,v\na,1.250\nb,68.599\n",
            fields: ["{name: k}", "{name: v, type: number, \(unit)}"]
        )
        #expect(reading.findings.all.map(\.severity) == [severity])
    }

    @Test func codesLoseTheirZeros() {
        #expect(read(["0935", "12"], "type: integer").findings.all.map(\.id) == ["data.leading-zero"])
        #expect(read(["0", "0.5", "-0.5", "100"], "type: number").summary == [])
    }

    @Test func tellsWhatIsTooSmallToShow() {
        #expect(read(["0.00000012", "3"], "type: number").findings.all.map(\.id) == ["data.tiny-number"])
        #expect(read(["0.30000000000000004"], "type: number").summary == [])
    }

    // MARK: Rows

    @Test(arguments: [",,", "  ,,\t", "\"\",\"\",", ",\u{A0},", ",", ",,,,", "   "])
    func rowsWithoutAValueAreNoRows(row: String) {
        let reading = Reading(
            csv: "a,b,c\n1,x,\n\(row)\n2,y,z\n\(row)\n",
            fields: ["{name: a, type: integer}", "{name: b}", "{name: c}"],
            schema: "primaryKey: a",
            own: "privacy: {counts: people}"
        )
        #expect(reading.summary == ["3:1 data.empty-rows"])
        #expect(reading.messages == ["2 rows from here on have no value and are left out"])
        #expect(reading.dataset?.rowsInFile == 2)
        #expect(reading.table?.lines == [2, 4])
    }

    /// Somebody typed that there is no value: that is a row.
    @Test func aRowOfCodesForMissingIsARow() {
        let reading = Reading(
            csv: "a,b\nNA,NA\nx,y\n",
            fields: ["{name: a}", "{name: b}"],
            schema: "missingValues: [\"\", NA]"
        )
        #expect(reading.summary == [])
        #expect(reading.dataset?.rowsInFile == 2)
    }

    @Test(arguments: ["sep=;\na;b\nx;1\n", "\"sep=;\"\na;b\nx;1\n", "SEP=;\r\na;b\r\n"])
    func aLineForExcelIsNoHeader(csv: String) {
        let reading = Reading(
            csv: csv,
            fields: ["{name: a}", "{name: b, type: integer}"],
            more: "dialect: {delimiter: \";\"}"
        )
        #expect(reading.summary == ["1:1 data.sep-line"])
        #expect(reading.hints == ["remove this line"])
    }

    @Test func aLineForExcelIsNoRowEither() {
        let reading = Reading(
            csv: "sep=;\nx;1\n",
            fields: ["{name: a}", "{name: b, type: integer}"],
            more: "dialect: {delimiter: \";\", header: false}"
        )
        #expect(reading.summary == ["1:1 data.sep-line"])
    }

    @Test func wholeLinesInQuotes() {
        let reading = Reading(csv: "\"a,b\"\n\"x,1\"\n", fields: ["{name: a}", "{name: b}"])
        #expect(reading.summary == ["1:1 data.delimiter"])
        #expect(reading.hints == ["quotes belong around single values, not around the whole line"])
    }

    @Test func paddedNamesAreOneFinding() {
        let reading = Reading(csv: "\"a  \",\"b \",c\n", fields: ["{name: a}", "{name: b}", "{name: c}"])
        #expect(reading.summary == ["1:1 data.undeclared-column"])
        #expect(reading.hints == ["if values are padded with blanks, say so: verslag: {padded: true}"])
    }
}
