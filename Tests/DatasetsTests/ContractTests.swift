import Diagnostics
import Digests
import Testing

@testable import Datasets

@Suite("Contracts")
struct ContractTests {
    @Test func readsEveryKey() throws {
        let reading = Reading(
            csv: "area;w;g\nA;1,5;2\n",
            fields: [
                "{name: area, title: Gebied, type: string, description: d, constraints: {required: true, enum: [B, A]}}",
                "{name: w, title: Waarde, type: number, decimalChar: \",\", unit: procent, example: \"1,5\"}",
                "{name: g, type: number}",
            ],
            more: """
                title: Titel
                description: Tekst
                format: csv
                encoding: utf-8
                profile: tabular-data-resource
                licenses: [{name: CC0-1.0}]
                sources: [{title: Bron A}, Bron B]
                dialect: {delimiter: ";", quoteChar: "'", header: true}
                """,
            schema: "missingValues: [\"\", x]\nprimaryKey: area",
            own: """
                period: 2016–2020
                unit: index
                status: illustrative
                privacy: {counts: people, column: g, minimum: 5, zero: hidden, exempt: [w], reason: openbaar}
                index: {base: 100, baseYear: 2020, direction: higher-is-better, method: inverse, value: w, reference: g, referenceTitle: de stad}
                """
        )
        #expect(reading.summary == [])
        let contract = try #require(reading.dataset?.contract)
        #expect(contract.title == "Titel")
        #expect(contract.sourceText == "Bron A; Bron B")
        #expect(contract.file == "data/t.csv")
        #expect(contract.dialect.delimiter == UInt8(ascii: ";"))
        #expect(contract.dialect.quote == UInt8(ascii: "'"))
        #expect(contract.primaryKey == [0])
        #expect(contract.status == .illustrative)
        #expect(contract.privacy.minimum == 5)
        #expect(contract.privacy.column == 2)
        #expect(contract.privacy.exempt == [1])
        #expect(!contract.privacy.showsZero)
        #expect(contract.index?.direction == .higherIsBetter)
        #expect(contract.index?.method == .inverse)
        #expect(contract.index?.referenceTitle == "de stad")
        #expect(contract.fields.map(\.title) == ["Gebied", "Waarde", "g"])
    }

    @Test func readsJSON() {
        let json = """
            {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "string"}]},
              "verslag": {"privacy": {"counts": "none"}}}]}
            """
        let reading = Reading(json, files: ["data/t.csv": .bytes(Array("a\nx\n".utf8))])
        #expect(reading.summary == [])
        #expect(reading.values("a") == ["x"])
    }

    @Test(arguments: [
        ("titel: x", "yaml.unknown-key", "did you mean \"title\"?"), ("format: xlsx", "data.format", ""),
        ("encoding: latin1", "data.encoding", "UTF-8"),
        ("dialect: {delimiter: \";;\"}", "data.mark", ""),
        ("dialect: {delimeter: \";\"}", "yaml.unknown-key", "did you mean \"delimiter\"?"),
        ("hash: sha256:00", "data.hash", "sha256:…"),
    ])
    func namesMistakesInAResource(line: String, finding: String, hint: String) {
        let reading = Reading(csv: "a\nx\n", fields: ["{name: a}"], more: line)
        #expect(reading.findings.all.map(\.id) == [finding])
        #expect(hint.isEmpty || reading.hints.first?.contains(hint) == true, "\(reading.hints)")
    }

    @Test(arguments: [
        ("{name: a, typ: string}", "yaml.unknown-key"), ("{name: a, type: text}", "yaml.unknown-word"),
        ("{title: a}", "yaml.missing-key"),
        ("{name: a, constraints: {pattern: \"[\"}}", "data.bad-pattern"),
        ("{name: a, type: integer, constraints: {minimum: nul}}", "yaml.wrong-type"),
        ("{name: a, type: number, groupChar: \".\"}", "data.mark"),
        ("{name: a, type: date, format: \"%d-%m-%Y\"}", "data.unsupported"),
        ("{name: a, type: boolean, trueValues: []}", "data.truth-values"),
    ])
    func namesMistakesInAField(field: String, finding: String) {
        let reading = Reading(csv: "a\n", fields: [field])
        #expect(reading.findings.all.contains { $0.id == finding }, "\(reading.summary)")
    }

    @Test(arguments: ["../t.csv", "/etc/passwd", "a/../../t.csv", "C:\\t.csv", "https://example.org/t.csv", "a//t.csv"])
    func pathsStayInTheDataFolder(path: String) {
        let yaml =
            "resources:\n- {name: t, path: '\(path)', schema: {fields: [{name: a}]}, verslag: {privacy: {counts: none}}}\n"
        #expect(Reading(yaml).findings.all.map(\.id) == ["data.path-outside"])
    }

    @Test func namesFilesThatCannotBeRead() {
        func ids(_ file: DataFile?) -> [String] {
            let yaml =
                "resources:\n- {name: t, path: t.csv, schema: {fields: [{name: a}]}, verslag: {privacy: {counts: none}}}\n"
            var files: [String: DataFile] = ["data/tt.csv": .bytes([])]
            files["data/t.csv"] = file
            return Reading(yaml, files: files).findings.all.map { $0.id + ($0.hint.map { " " + $0.en } ?? "") }
        }
        #expect(ids(nil) == ["data.missing-file did you mean data/tt.csv?"])
        #expect(ids(.outside) == ["data.path-outside"])
        #expect(ids(.unreadable("permission denied")) == ["data.unreadable-file"])
    }

    @Test(arguments: [
        ("privacy: {counts: people, minimum: 3}", "privacy.reason"), ("privacy: {counts: none}", "privacy.reason"),
        ("privacy: {counts: people, minimum: 0, reason: x}", "privacy.minimum"),
        ("privacy: {counts: people, column: nn}", "data.unknown-field"),
        ("privacy: {counts: people, column: a}", "privacy.column"), ("status: measured", "privacy.undeclared"),
        ("privacy: {count: people}", "yaml.unknown-key"),
        (
            "privacy: {counts: people}\nindex: {direction: higher-is-worse, method: ratio, value: n}",
            "data.index-reference"
        ),
        ("privacy: {counts: people}\nindex: {method: given, value: n}", "yaml.missing-key"),
        ("privacy: {counts: people}\nindex: {direction: higher-is-worse, value: a}", "data.index-column"),
        (
            "privacy: {counts: people}\nindex: {direction: higher-is-worse, value: n, combine: {X: [x]}}",
            "data.index-combine"
        ),
    ])
    func namesMistakesInOwnKeys(own: String, finding: String) {
        let reading = Reading(
            csv: "a,n\nx,1\n",
            fields: ["{name: a}", "{name: n, type: integer, unit: personen}"],
            own: own
        )
        #expect(reading.findings.all.map(\.id) == [finding], "\(reading.messages)")
    }

    @Test func twoDatasetsNeedTwoNames() {
        let one = "{name: t, path: t.csv, schema: {fields: [{name: a}]}, verslag: {privacy: {counts: none}}}"
        let reading = Reading("resources:\n- \(one)\n- \(one)\n", files: ["data/t.csv": .bytes(Array("a\n".utf8))])
        #expect(reading.summary == ["3:10 data.duplicate-dataset"])
    }

    @Test func knowsTheDigest() {
        // FIPS 180-4, the example "abc".
        #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
