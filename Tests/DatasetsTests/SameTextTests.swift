import Declarations
import Diagnostics
import Testing

@testable import Datasets

/// The same letters in two compositions are one text; texts that differ in blanks only are a finding.
@Suite("Texts that look the same")
struct SameTextTests {
    private let composed = "Café Oost"
    private let decomposed = "Cafe\u{301} Oost"

    @Test(arguments: [false, true]) func areOneGroupAndOneFilter(startsDecomposed: Bool) throws {
        let (first, second) = startsDecomposed ? (decomposed, composed) : (composed, decomposed)
        var reading = Reading(
            csv: "wijk,n\n\(first),100\n\(second),20\nNoord,5\n",
            fields: ["{name: wijk}", "{name: n, type: integer}"]
        )
        #expect(reading.summary == [])
        for name in [composed, decomposed] {
            let one = try reading.aggregated("from: t\nwhere: {wijk: \(name)}\nmeasures: {sum: n}")
            #expect(one.groups[0].cells[0].value == 120)
        }
        let all = try reading.aggregated("from: t\ngroup: wijk\nmeasures: {sum: n}")
        #expect(all.groups.map { $0.cells[0].value } == [120, 5])
    }

    @Test func areOneKeyAndOneCategory() {
        let reading = Reading(
            csv: "wijk,n\n\(composed),100\n\(decomposed),20\n",
            fields: ["{name: wijk, constraints: {enum: [\(decomposed)]}}", "{name: n, type: integer}"],
            schema: "primaryKey: [wijk]"
        )
        #expect(reading.summary == ["3:1 data.primary-key"])
    }

    @Test func areOneColumnAndOneWordForMissingAndTrue() {
        let reading = Reading(
            csv: "\(decomposed),ok,n\na,\(decomposed),1\n\(composed),\(composed),\n",
            fields: [
                "{name: \(composed)}", "{name: ok, type: boolean, trueValues: [\(composed)]}",
                "{name: n, type: integer}",
            ],
            schema: "missingValues: [\"\", \(decomposed)]\nprimaryKey: n"
        )
        #expect(reading.summary == ["3:23 data.required"])
        #expect(reading.values(composed) == ["a", "·"])
    }

    @Test func areOneReferenceAndOneArea() throws {
        let yaml = """
            resources:
            - {name: areas, path: areas.csv, schema: {fields: [{name: code}]}, verslag: {privacy: {counts: none}}}
            - name: t
              path: t.csv
              schema:
                fields: [{name: area}, {name: w, type: integer}, {name: wn, type: integer}, {name: g, type: integer}, {name: gn, type: integer}]
                primaryKey: area
                foreignKeys: [{fields: area, reference: {resource: areas, fields: code}}]
              verslag:
                privacy: {counts: none}
                index: {direction: higher-is-worse, method: ratio, value: w, denominator: wn, reference: g, referenceDenominator: gn, area: area, combine: {Samen: [\(composed), B]}}
            """
        let reading = Reading(
            yaml,
            files: [
                "data/areas.csv": .bytes(Array("code\n\(composed)\nB\n".utf8)),
                "data/t.csv": .bytes(Array("area,w,wn,g,gn\n\(decomposed),3,10,1,10\nB,1,10,1,10\n".utf8)),
            ]
        )
        #expect(reading.summary == [])
        #expect(reading.values("w") == ["3", "1", "4"])
    }

    @Test(arguments: [
        ("Noord", "Noord ", "padded: true"), ("Noord", "\u{A0}Noord", "padded: true"),
        ("Oud Zuid", "Oud\u{A0}Zuid", "no-break"),
        ("Oud Zuid", "Oud  Zuid", "two in a row"), ("Noord", "No\u{200B}ord", "alike"),
        ("Café", "Cafe\u{301} ", "padded"),
    ])
    func thatDifferInBlanksAreAFinding(one: String, other: String, hint: String) {
        let reading = Reading(
            csv: "n,a\n1,\(one)\n2,\(other)\n3,Zuid\n",
            fields: ["{name: n, type: integer}", "{name: a}"]
        )
        #expect(reading.summary == ["3:3 data.blanks"])
        #expect(reading.findings.hasErrors)
        #expect(reading.hints.contains { $0.contains(hint) }, "\(reading.hints)")
    }

    @Test func thatArePaddedAreOne() {
        let reading = Reading(
            csv: "a,n\nNoord,1\nNoord  ,2\n\u{A0}Noord,3\n",
            fields: ["{name: a}", "{name: n, type: integer}"],
            own: "padded: true\nprivacy: {counts: none, reason: x}"
        )
        #expect(reading.summary == [])
        #expect(reading.values("a") == ["Noord", "Noord", "Noord"])
    }

    @Test func thatDifferInMoreAreTwo() {
        let reading = Reading(
            csv: "a,n\nNoord,1\nNoord-Oost,2\nNoord Oost,3\nnoord,4\nNoo rd,5\n",
            fields: ["{name: a}", "{name: n, type: integer}"]
        )
        #expect(reading.summary == [])
    }

    @Test func aFilterSaysWhatBlankIsMeant() {
        var reading = Reading(csv: "a,n\nOud\u{A0}Zuid,1\n", fields: ["{name: a}", "{name: n, type: integer}"])
        _ = reading.block("from: t\nwhere: {a: Oud Zuid}\nmeasures: {sum: n}") {
            Query.read(&$0, in: $1, findings: &$2)
        }
        #expect(reading.findings.all.map(\.id) == ["data.unknown-value"])
        #expect(reading.hints.contains { $0.contains("in its blanks only") }, "\(reading.hints)")
    }
}
