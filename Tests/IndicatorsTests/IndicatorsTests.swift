import Datasets
import Diagnostics
import Digests
import Markup
import Testing

@testable import Indicators

/// Indicators over one small dataset, with their findings.
struct Register {
    var indicators = Indicators.none
    var findings = Findings()

    init(_ yaml: String) throws {
        let package = """
            resources:
            - name: training
              title: Scholing
              path: training.csv
              sources: [Eindrapport]
              schema:
                fields:
                - {name: activity}
                - {name: audience}
                - {name: participants, type: integer, unit: personen}
                - {name: score, type: number}
              verslag: {period: 2018–2020, status: illustrative, privacy: {counts: people, column: participants}}
            """
        let csv =
            "activity,audience,participants,score\ntraining,professionals,300,7.25\ntraining,professionals,40,\nworkshop,bewoners,4,8\ncoaching,bewoners,12,\n"
        let descriptor = try #require(
            SourceText(file: "data/datapackage.yaml", bytes: Array(package.utf8), findings: &findings)
        )
        let data = readDataPackage(descriptor, file: { _ in .bytes(Array(csv.utf8)) }, findings: &findings)
        let source = try #require(
            SourceText(file: "data/indicators.yaml", bytes: Array(yaml.utf8), findings: &findings)
        )
        indicators = readIndicators(source, in: data, findings: &findings)
    }

    var summary: [String] { findings.sorted.map { "\($0.place.line):\($0.place.column) \($0.id)" } }
}

@Suite("Indicators")
struct IndicatorsTests {
    @Test func computes() throws {
        let register = try Register(
            """
            - id: trained
              label: Getrainde professionals
              from: training
              where: {activity: training, audience: professionals}
              sum: participants
              target: 300
              n: 340
            """
        )
        #expect(register.summary == [])
        let number = try #require(register.indicators["trained"])
        #expect(number.value == .number(340))
        #expect(number.unit == "personen")
        #expect(number.period == "2018–2020")
        #expect(number.source == "Eindrapport")
        #expect(number.isIllustrative)
        #expect(number.place.line == 1)
        let provenance = try #require(number.provenance)
        #expect(provenance.file == "data/training.csv")
        #expect(provenance.rowsUsed == 2)
        #expect(provenance.rowsInFile == 4)
        #expect(provenance.definition.nl == "som van participants waar activity = training en audience = professionals")
        #expect(
            provenance.definition.en == "sum of participants where activity = training and audience = professionals"
        )
        #expect(number.written(try #require(number.target), in: .nl) == "300\u{A0}personen")
        #expect(number.writtenN(in: .nl) == "340")
    }

    @Test(arguments: [
        ("count: rows", "4"), ("sum: participants", "356"), ("mean: participants", "89"),
        // The smallest number of people is that of one row, and 4 is below the minimum.
        ("min: participants", "minder dan 10"),
        ("max: participants", "300"),
        ("mean: score, weight: participants", "7,26"), ("median: participants", "26"),
        ("share: {audience: bewoners}, of: participants", "4,5"),
    ])
    func computesEveryMeasure(measure: String, text: String) throws {
        let register = try Register("- {id: x, label: X, from: training, \(measure)}")
        #expect(register.summary == [])
        #expect(register.indicators["x"]?.written(in: .nl).text == text)
    }

    @Test func hidesSmallCounts() throws {
        let register = try Register(
            "- {id: x, label: X, from: training, where: {activity: workshop}, sum: participants}"
        )
        #expect(register.indicators["x"]?.value == .suppressed(below: 10))
        #expect(register.indicators["x"]?.written(in: .nl) == WrittenNumber(text: "minder dan 10", machine: nil))
        #expect(register.indicators["x"]?.machineNumber == nil)
    }

    @Test(arguments: [
        ("- {id: x, label: X, value: 3}", "1:8 indicator.no-source"),
        ("- {id: x, label: X, value: 3, source: S, from: training, sum: participants}", "1:28 indicator.both"),
        ("- {id: x, label: X, source: S}", "1:8 indicator.empty"),
        ("- {id: x, value: 3, source: S}", "1:3 yaml.missing-key"),
        ("- {label: X, value: 3, source: S}", "1:3 yaml.missing-key"),
        ("- {id: X y, label: X, value: 3, source: S}", "1:8 indicator.id"),
        (
            "- {id: x, label: X, value: 3, source: S}\n- {id: x, label: Y, value: 4, source: S}",
            "2:8 indicator.duplicate"
        ),
        ("- {id: x, label: X, value: 2.513, source: S}", "1:28 indicator.ambiguous-number"),
        ("- {id: x, label: X, value: \"8,4\", source: S, number: acht}", "1:54 yaml.wrong-type"),
        ("- {id: x, label: X, value: 3, number: 3, source: S}", "1:39 indicator.number"),
        ("- {id: x, label: X, value: 3, source: S, untit: personen}", "1:42 yaml.unknown-key"),
        ("- {id: x, label: X, from: trainning, count: rows}", "1:27 data.unknown-dataset"),
        ("- {id: x, label: X, from: training, som: participants}", "1:37 yaml.unknown-key"),
        ("- {id: x, label: X, from: training, sum: participant}", "1:42 data.unknown-column"),
        (
            "- {id: x, label: X, from: training, where: {activity: training, audience: bewoners}, count: rows}",
            "1:44 indicator.no-rows"
        ),
        ("- {id: x, label: X, from: training, where: {activity: coaching}, sum: score}", "1:27 indicator.no-value"),
        ("- {id: x, label: X, from: training, column: participants}", "1:3 data.more-than-one-row"),
        ("id: x", "1:1 indicator.not-a-list"), ("- x", "1:3 indicator.not-a-list"), ("- {id: x", "2:1 yaml.syntax"),
    ])
    func namesMistakes(yaml: String, finding: String) throws {
        let register = try Register(yaml)
        #expect(register.summary.contains(finding), "\(register.summary)")
    }

    /// A definition with a mistake keeps its id, so that every use of it is not a mistake as well.
    @Test func mistakesDoNotMultiply() throws {
        var register = try Register("- {id: x, label: X, value: 3}")
        var findings = Findings()
        #expect(
            register.indicators.bind("x", as: nil, at: Place(file: "a.md"), language: .nl, findings: &findings) != nil
        )
        #expect(findings.isEmpty)
        register = try Register("[]")
        #expect(register.indicators.all.isEmpty)
        #expect(register.summary == [])
    }
}

@Suite("Numbers in texts")
struct NumberFormatTests {
    @Test(
        arguments: [
            ("value: 1234, unit: personen", nil, "1.234", "1234"),
            ("value: 1234, unit: personen", .unit, "1.234\u{A0}personen", "1234"),
            ("value: 2018, unit: jaar", nil, "2018", "2018"), ("value: 5, unit: jaar", nil, "5", "5"),
            ("value: 5, unit: jaar", .words, "vijf", "5"),
            ("value: 359000", .euro, "€\u{A0}359.000", "359000"), ("value: 12.5", .euro, "€\u{A0}12,50", "12.5"),
            ("value: 72", .percent, "72%", "72"),
            ("value: 8.4", nil, "8,4", "8.4"), ("value: 8.46", .percent, "8,5%", "8.46"),
            ("value: 8.46", .integer, "8", "8.46"), ("value: 8", .decimal1, "8,0", "8"),
            ("value: 8", .decimal2, "8,00", "8"), ("value: 0", .words, "nul", "0"), ("value: 1", .words, "één", "1"),
            ("value: 12", .words, "twaalf", "12"),
            ("value: 13", .words, "13", "13"), ("value: 1.5", .words, "1,5", "1.5"), ("value: -3", nil, "−3", "-3"),
            ("value: 50, unit: \"%\"", .unit, "50%", "50"),
            ("value: 900, unit: euro", .unit, "€\u{A0}900", "900"),
            ("value: 900, unit: procent", .unit, "900%", "900"),
            ("value: 900, unit: euro per jaar", .unit, "€\u{A0}900 per jaar", "900"),
            ("value: 8, unit: cijfer", .unit, "8", "8"),
            ("value: 1, unit: lessen, unitOne: les", .unit, "1\u{A0}les", "1"),
            ("value: 2, unit: lessen, unitOne: les", .unit, "2\u{A0}lessen", "2"),
            ("value: 3, unit: jaar", .unit, "3\u{A0}jaar", "3"),
            ("value: 2016, unit: jaar", .unit, "2016", "2016"),
            ("value: 11–18", nil, "11–18", nil),
            ("value: 11–18, unit: hulpverleners", .unit, "11–18\u{A0}hulpverleners", nil),
            ("value: 11–18", .euro, "11–18", nil),
            ("value: \"2018\"", nil, "2018", nil),
            ("value: \"ruim 980.000\", number: 980000", nil, "ruim 980.000", "980000"),
            ("value: \"ruim 980.000\", number: 980000", .euro, "€\u{A0}980.000", "980000"),
        ] as [(String, NumberFormat?, String, String?)]
    )
    func writes(value: String, format: NumberFormat?, text: String, machine: String?) throws {
        let register = try Register("- {id: x, label: X, source: S, \(value)}")
        #expect(register.summary == [])
        let number = try #require(register.indicators["x"])
        #expect(number.written(as: format, in: .nl) == WrittenNumber(text: text, machine: machine))
    }

    @Test(
        arguments: [
            ("trained", nil, "indicator.unknown", "did you mean \"trainer\"?"),
            ("trainer", "euros", "indicator.unknown-format", "did you mean \"euro\"?"),
            ("zz", nil, "indicator.unknown", nil),
        ] as [(String, String?, String, String?)]
    )
    func namesMistakes(id: String, format: String?, finding: String, hint: String?) throws {
        let register = try Register("- {id: trainer, label: X, source: S, value: 1}")
        var findings = Findings()
        let place = Place(file: "content/a.md", line: 3, column: 5, length: 7)
        #expect(register.indicators.bind(id, as: format, at: place, language: .nl, findings: &findings) == nil)
        #expect(findings.all.map(\.id) == [finding])
        #expect(findings.all.first?.place == place)
        #expect(findings.all.first?.hint?.en == hint)
    }
}

@Suite("Uses of numbers")
struct UsageRegisterTests {
    @Test func mergesInAnyOrder() {
        var a = UsageRegister()
        var b = UsageRegister()
        a.note("x", on: UsageRegister.Use(address: "b/", title: "B"))
        a.note("x", on: UsageRegister.Use(address: "b/", title: "B"))
        b.note("x", on: UsageRegister.Use(address: "a/", title: "A"))
        var ab = a
        ab.merge(b)
        var ba = b
        ba.merge(a)
        #expect(ab.uses(of: "x").map(\.address) == ["a/", "b/"])
        #expect(ab.uses(of: "x") == ba.uses(of: "x"))
        #expect(!ab.isUsed("y"))
    }

    @Test func writesJSON() throws {
        let register = try Register(
            "- {id: x, label: \"Een \\\"getal\\\"\", source: S, value: 8.4, unit: cijfer, n: ongeveer 20, target: 9}\n- {id: y, label: Y, from: training, where: {activity: workshop}, sum: participants}"
        )
        var uses = UsageRegister()
        uses.note("x", on: UsageRegister.Use(address: "a/", title: "Bladzijde\tA"))
        let sha = sha256(
            Array(
                "activity,audience,participants,score\ntraining,professionals,300,7.25\ntraining,professionals,40,\nworkshop,bewoners,4,8\ncoaching,bewoners,12,\n"
                    .utf8
            )
        )
        #expect(
            String(decoding: indicatorsJSON(register.indicators, usedOn: uses, language: .nl), as: UTF8.self) == """
                {
                  "indicators": [
                    {
                      "id": "x",
                      "label": "Een \\"getal\\"",
                      "value": 8.4,
                      "text": "8,4",
                      "written": "8,4",
                      "suppressed": false,
                      "qualifier": null,
                      "unit": "cijfer",
                      "unitOne": null,
                      "period": null,
                      "n": "ongeveer 20",
                      "baseline": null,
                      "target": 9,
                      "illustrative": false,
                      "source": "S",
                      "note": null,
                      "bridge": null,
                      "changed": null,
                      "definition": null,
                      "dataset": null,
                      "file": null,
                      "sha256": null,
                      "rowsUsed": null,
                      "rowsInFile": null,
                      "usedOn": [
                        {
                          "address": "a/",
                          "title": "Bladzijde\\tA"
                        }
                      ]
                    },
                    {
                      "id": "y",
                      "label": "Y",
                      "value": null,
                      "text": "minder dan 10",
                      "written": "minder dan 10",
                      "suppressed": true,
                      "qualifier": null,
                      "unit": "personen",
                      "unitOne": null,
                      "period": "2018–2020",
                      "n": null,
                      "baseline": null,
                      "target": null,
                      "illustrative": true,
                      "source": "Eindrapport",
                      "note": null,
                      "bridge": null,
                      "changed": null,
                      "definition": "som van participants waar activity = workshop",
                      "dataset": "training",
                      "file": "data/training.csv",
                      "sha256": "\(sha)",
                      "rowsUsed": null,
                      "rowsInFile": 4,
                      "usedOn": []
                    }
                  ]
                }

                """
        )
    }
}
