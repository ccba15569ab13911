// Numbers are shown as they were written, with their unit once; what contradicts them is a finding.
import Datasets
import Diagnostics
import Markup
import Testing

@testable import Indicators

@Suite("Numbers as they were written")
struct ShownNumberTests {
    @Test(
        arguments: [
            ("value: 127000000000, unit: euro", nil, "127.000.000.000"),
            ("value: 127000000000, unit: euro", .unit, "€\u{A0}127.000.000.000"),
            ("value: 1234567890123456", .integer, "1.234.567.890.123.456"),
            ("value: 9007199254740993", nil, "9.007.199.254.740.993"),
            ("value: 0.004", nil, "0,004"), ("value: 0.004, unit: \"%\"", .unit, "0,004%"),
            ("value: 0.125", nil, "0,125"),
            ("value: 0.004, unit: euro", .unit, "€\u{A0}0,004"), ("value: 8.40", nil, "8,40"),
            ("value: 12.5, unit: euro", .unit, "€\u{A0}12,50"),
            ("value: -1234.5, unit: euro", .unit, "−€\u{A0}1.234,50"),
            ("value: -0", nil, "0"), ("value: -0.4", .decimal1, "−0,4"),
            // The unit once, whoever wrote it.
            ("value: 40%, unit: \"%\"", .unit, "40%"), ("value: \"40 procent\", unit: \"%\"", .unit, "40 procent"),
            ("value: € 1000, unit: euro", .unit, "€ 1000"), ("value: 1000 euro, unit: euro", .unit, "1000 euro"),
            ("value: € 1000, unit: euro per jaar", .unit, "€ 1000 per jaar"),
            ("value: 11–18 personen, unit: personen", .unit, "11–18 personen"),
            ("value: 11–18, unit: \"%\"", .unit, "11–18%"), ("value: 11–18, unit: euro", .unit, "€\u{A0}11–18"),
            ("value: ruim 980.000, number: 980000, unit: euro per jaar", .unit, "ruim €\u{A0}980.000 per jaar"),
            ("value: sterk gestegen, unit: \"%\"", .unit, "sterk gestegen"),
            ("value: vier weekenden, unit: week", .unit, "vier weekenden\u{A0}week"),
            // A year is a name, whatever the format.
            ("value: 2019, unit: jaar", .integer, "2019"), ("value: 3.5, unit: jaar", .integer, "4"),
            // One of a kind.
            ("value: 1, unit: personen", .unit, "1\u{A0}persoon"), ("value: -1, unit: punten", .unit, "−1\u{A0}punt"),
            ("value: 1.0, unit: personen", .unit, "1,0\u{A0}persoon"),
            ("value: 0.5, unit: personen", .unit, "0,5\u{A0}personen"),
            ("value: 1000, unit: personen", .unit, "1.000\u{A0}personen"),
            ("value: 11, unit: personen", .unit, "11\u{A0}personen"),
            ("value: 1, unit: wijkteams, unitOne: wijkteam", .unit, "1\u{A0}wijkteam"),
            // Units that begin like another.
            ("value: 40, unit: \"% van de deelnemers\"", .unit, "40% van de deelnemers"),
            ("value: 4, unit: \"% punt\"", .unit, "4\u{A0}% punt"),
            ("value: 4, unit: procentpunt", .unit, "4\u{A0}procentpunt"),
            ("value: 12, unit: promille", .unit, "12‰"), ("value: 2.5, unit: mln euro", .unit, "2,5\u{A0}mln euro"),
            ("value: 361, unit: euro × 1.000", .unit, "361\u{A0}euro × 1.000"),
        ] as [(String, NumberFormat?, String)]
    )
    func areShown(value: String, format: NumberFormat?, text: String) throws {
        let register = try Register("- {id: x, label: X, source: S, \(value)}")
        #expect(register.summary == [])
        #expect(register.indicators["x"]?.written(as: format, in: .nl).text == text)
    }

    /// What is computed is shortened, but never to all of it, nor to nothing.
    @Test(
        arguments: [
            (99.96, nil, "99,96"), (99.96, .unit, "99,96%"), (99.96, .percent, "99,96%"), (99.94, .unit, "99,9%"),
            (100, .unit, "100%"), (0.04, .unit, "0,04%"), (99.96, .integer, "100"),
        ] as [(Double, NumberFormat?, String)]
    )
    func sharesAreNotAllBeforeTheyAre(share: Double, format: NumberFormat?, text: String) throws {
        var number = try #require(Register("- {id: x, label: X, source: S, value: 1, unit: \"%\"}").indicators["x"])
        number.value = .number(share)
        number.exact = nil
        number.decimals = 1
        #expect(number.written(as: format, in: .nl).text == text)
    }

    /// What a hint advises is no error itself.
    @Test(arguments: [("359000", "write 359000 without quotes"), ("1.250", "then write 1250 without quotes")])
    func quotesAreTakenOffToANumber(text: String, hint: String) throws {
        let found = try Register("- {id: x, label: X, source: S, unit: euro, value: \"\(text)\"}").findings.all
        #expect(found.map(\.id) == ["indicator.quoted-number"])
        #expect(found.first?.hint?.en.hasSuffix(hint) ?? false)
        let plain = hint.split(separator: " ").first { $0.allSatisfy(\.isNumber) } ?? ""
        #expect(try Register("- {id: x, label: X, source: S, unit: euro, value: \(plain)}").summary == [])
    }

    @Test(arguments: [
        ("target: 7.4", "7,4\u{A0}personen"), ("target: 1", "1\u{A0}persoon"), ("target: \"80 of meer\"", "80 of meer"),
        ("target: 0.125", "0,125\u{A0}personen"),
    ])
    func targetsKeepTheirDigits(target: String, text: String) throws {
        let register = try Register("- {id: x, label: X, source: S, value: 7, unit: personen, \(target)}")
        #expect(register.summary == [])
        let number = try #require(register.indicators["x"])
        #expect(number.written(try #require(number.target), in: .nl) == text)
    }

    @Test(arguments: [
        ("unit: euro, value: \"359000\"", "indicator.quoted-number"),
        ("value: +5", "indicator.ambiguous-number"), ("value: 0x10", "indicator.ambiguous-number"),
        ("value: .5", "indicator.ambiguous-number"), ("value: 8, n: 1.250", "indicator.ambiguous-number"),
        ("value: ruim 2.500, number: 2.500", "indicator.ambiguous-number"),
    ])
    func slipsAreFound(value: String, finding: String) throws {
        let found = try Register("- {id: x, label: X, source: S, \(value)}").findings.all
        #expect(found.map(\.id) == [finding])
        // The slip is the last thing that is written.
        let last = value.split(separator: ": ").last?.utf8.count ?? 0
        #expect(found.first?.place.column == 32 + value.utf8.count - last)
    }

    @Test func aCommaIsFoundInTargetsToo() throws {
        let register = try Register("- id: x\n  label: X\n  source: S\n  value: 8.4\n  target: 8,5\n")
        #expect(register.summary == ["5:11 indicator.ambiguous-number"])
    }

    @Test(arguments: ["value: \"2030\"", "value: \"2030\", unit: jaar", "value: \"11–18\", unit: personen"])
    func textsAreNoSlips(value: String) throws {
        #expect(try Register("- {id: x, label: X, source: S, \(value)}").summary == [])
    }

    @Test(arguments: [
        ("value: 400, unit: personen", "percent", "indicator.format-unit"),
        ("value: 400, unit: personen", "euro", "indicator.format-unit"),
        ("value: 361000, unit: euro", "percent", "indicator.format-unit"),
        ("value: 4, unit: procentpunt", "percent", "indicator.format-unit"),
        ("value: 2.5, unit: mln euro", "euro", "indicator.format-unit"),
        ("value: ruim honderd", "euro", "indicator.format-text"),
        ("value: \"359000\"", "integer", "indicator.format-text"),
        ("value: 0.4", "integer", "indicator.format-zero"), ("value: 0.004", "decimal2", "indicator.format-zero"),
        ("value: 72", "percent", nil), ("value: 72, unit: procent", "percent", nil),
        ("value: 7, unit: euro per uur", "euro", nil),
        ("value: ruim 980.000, number: 980000, unit: euro", "euro", nil), ("value: 11–18, unit: personen", "unit", nil),
        ("value: 0", "integer", nil), ("value: 0.6", "integer", nil),
    ])
    func formatsThatContradict(value: String, format: String, finding: String?) throws {
        let register = try Register("- {id: x, label: X, source: S, \(value)}")
        var findings = Findings()
        let place = Place(file: "content/a.md", line: 3, column: 5, length: 7)
        _ = register.indicators.bind("x", as: format, at: place, language: .nl, findings: &findings)
        #expect(findings.all.map(\.id) == [finding].compactMap { $0 })
        #expect(findings.all.allSatisfy { $0.severity == .warning && $0.place == place })
    }

    /// What follows from a mistake in the file is no mistake of the text.
    @Test(arguments: ["- {id: x\n  y: [", "id: x", "- x", "- {label: X, value: 3, source: S}"])
    func namesAreNotUnknownWhereTheFileIsBroken(yaml: String) throws {
        let register = try Register(yaml)
        #expect(register.findings.hasErrors)
        var findings = Findings()
        #expect(
            register.indicators.bind("x", as: nil, at: Place(file: "a.md"), language: .nl, findings: &findings) == nil
        )
        #expect(findings.isEmpty)
    }
}

@Suite("Few people behind a number")
struct FewPeopleTests {
    @Test func rowsAreThoseWithAValue() throws {
        let register = try Register(
            "- {id: x, label: X, from: training, max: participants}\n- {id: y, label: Y, from: training, where: {activity: training}, mean: score, weight: participants}"
        )
        #expect(register.indicators["x"]?.provenance?.rowsUsed == 4)
        #expect(register.indicators["y"]?.provenance?.rowsUsed == 1)
    }

    @Test func rowsOfAHiddenNumberAreHidden() throws {
        let register = try Register(
            "- {id: x, label: X, from: training, where: {activity: workshop}, sum: participants, qualifier: ongeveer}"
        )
        let number = try #require(register.indicators["x"])
        #expect(number.provenance?.rowsUsed == nil)
        #expect(number.provenance?.rowsInFile == 4)
        #expect(number.qualifier == nil)
        let json = String(
            decoding: indicatorsJSON(register.indicators, usedOn: UsageRegister(), language: .nl),
            as: UTF8.self
        )
        #expect(json.contains("\"rowsUsed\": null"))
    }

    @Test(arguments: [
        ("where: {activity: workshop}, sum: participants, n: 4", "error n"),
        ("where: {activity: workshop}, sum: participants, n: 4 personen", "error n"),
        ("where: {activity: workshop}, sum: participants, baseline: 3", "error baseline"),
        ("where: {activity: workshop}, sum: participants, target: 9", "warning target"),
        ("where: {activity: workshop}, mean: score, baseline: 7.5", "warning baseline"),
        ("sum: participants, n: 4", "warning n"), ("sum: participants, baseline: 9", "error baseline"),
        ("where: {activity: workshop}, sum: participants, target: 300, n: 40", ""),
        ("where: {activity: workshop}, sum: participants, baseline: 0", ""),
        ("sum: participants, baseline: 10, target: 300, n: 340", ""),
        ("mean: score, baseline: 7.5, target: 8", ""),
    ])
    func typedNumbersAreHeldAgainstTheMinimum(measure: String, expected: String) throws {
        let yaml = "- {id: x, label: X, from: training, \(measure)}"
        let found = try Register(yaml).findings.all.filter { $0.id == "privacy.typed-number" }.map { finding in
            let start = yaml.utf8.index(yaml.startIndex, offsetBy: finding.place.column - 1)
            let key = yaml[..<start].split(separator: ",").last.flatMap { $0.split(separator: ":").first }
            return "\(finding.severity == .error ? "error" : "warning") \((key ?? "").drop { $0 == " " })"
        }
        #expect(found.joined(separator: "; ") == expected)
    }

    private func numbers(_ yaml: String, fields: String, privacy: String, csv: String) throws -> (Indicators, [String])
    {
        var findings = Findings()
        let package = """
            resources:
            - name: t
              path: t.csv
              schema: {fields: [\(fields)]}
              verslag: {privacy: {\(privacy)}}
            """
        let descriptor = try #require(
            SourceText(file: "data/datapackage.yaml", bytes: Array(package.utf8), findings: &findings)
        )
        let data = readDataPackage(descriptor, file: { _ in .bytes(Array(csv.utf8)) }, findings: &findings)
        let source = try #require(
            SourceText(file: "data/indicators.yaml", bytes: Array(yaml.utf8), findings: &findings)
        )
        let indicators = readIndicators(source, in: data, findings: &findings)
        return (indicators, findings.sorted.map { "\($0.place.line):\($0.place.column) \($0.id)" })
    }

    /// The unit of people at the indicator does not protect a column to which the contract gives none.
    @Test func aUnitOfPeopleIsSaidInTheContract() throws {
        let fields = "{name: groep}, {name: mensen, type: integer}, {name: ziek, type: integer}"
        let (_, found) = try numbers(
            "- {id: x, label: X, from: t, sum: ziek, unit: personen}\n- {id: y, label: Y, from: t, mean: ziek, unit: personen}\n"
                + "- {id: z, label: Z, from: t, sum: ziek, unit: meldingen}",
            fields: fields,
            privacy: "counts: people, column: mensen",
            csv: "groep,mensen,ziek\nA,40,4\n"
        )
        #expect(found == ["1:47 privacy.unit"])
    }

    /// Where every row is one person, rows used and rows of the file tell how many were left out.
    @Test func rowsThatArePeopleAreWithheld() throws {
        let rows = [String](repeating: "ja\n", count: 20).joined() + "nee\nnee\n"
        let (many, found) = try numbers(
            "- {id: ja, label: J, from: t, where: {antwoord: ja}, count: rows}\n- {id: alle, label: A, from: t, count: rows}\n"
                + "- {id: nee, label: N, from: t, where: {antwoord: nee}, count: rows}",
            fields: "{name: antwoord}",
            privacy: "counts: people",
            csv: "antwoord\n" + rows
        )
        #expect(found == [])
        // 20 of 22 tells of the two.
        #expect(many["ja"]?.provenance?.rowsUsed == nil)
        #expect(many["ja"]?.provenance?.rowsInFile == nil)
        #expect(many["alle"]?.provenance?.rowsUsed == 22)
        #expect(many["nee"]?.provenance?.rowsInFile == nil)
        // Readers do not see every cell of the dataset: none of its rows are told.
        let withheld = many.withholding(of: ["t"])
        #expect(withheld["alle"]?.provenance?.rowsUsed == nil)
        #expect(withheld["alle"]?.provenance?.sha256 == nil)
        #expect(withheld["alle"]?.value == .number(22))
    }
}
