import Diagnostics
import Testing

@testable import Declarations

private enum Colour: String, CaseIterable { case red, green }

@Suite struct FieldsTests {
    private func mapping(_ yaml: String, line: Int = 1) throws -> Mapping {
        var findings = Findings()
        let value = parseYAML(yaml, at: Place(file: "a.yaml", line: line), findings: &findings)
        #expect(findings.isEmpty)
        guard case .mapping(let mapping)? = value else { throw Findings.NotAMapping() }
        return mapping
    }

    private func read(_ yaml: String, _ body: (inout Fields) -> Void) throws -> [Diagnostic] {
        var fields = Fields(try mapping(yaml), of: Wording(en: "a thing", nl: "een ding"))
        var findings = Findings()
        body(&fields)
        fields.finish(&findings)
        return findings.sorted
    }

    @Test func valuesOfEveryType() throws {
        let findings = try read("a: tekst\nb: 12\nc: 2.5\nd: ja\ne: [x, y]\nf: los\ng: red\nh: ~\n") { fields in
            #expect(fields.text("a") == "tekst")
            #expect(fields.integer("b") == 12)
            #expect(fields.number("c") == 2.5)
            #expect(fields.boolean("d") == true)
            #expect(fields.texts("e") == ["x", "y"])
            #expect(fields.texts("f") == ["los"])
            #expect(fields.choice("g", Colour.self) == .red)
            #expect(fields.text("h") == nil)
        }
        #expect(findings.isEmpty)
    }

    @Test(
        arguments: [
            ("titel: x", "yaml.unknown-key", 1, 1, "did you mean \"title\"?"),
            ("title: x\nnumber: twee", "yaml.wrong-type", 2, 9, nil),
            ("title: x\ncolour: reed", "yaml.unknown-word", 2, 9, "did you mean \"red\"?"),
            ("number: 1", "yaml.missing-key", 1, 1, nil),
            ("title: [a]", "yaml.wrong-type", 1, 8, nil),
        ] as [(String, String, Int, Int, String?)]
    )
    func mistakes(yaml: String, id: String, line: Int, column: Int, hint: String?) throws {
        let findings = try read(yaml) { fields in
            _ = fields.requiredText("title")
            _ = fields.integer("number")
            _ = fields.choice("colour", Colour.self)
        }
        let finding = try #require(findings.first { $0.id == id })
        #expect(finding.place.line == line && finding.place.column == column)
        #expect(finding.hint?.en == hint)
    }

    @Test(arguments: [
        ("a: [1, 2", "yaml.syntax"), ("a: 1\na: 2", "yaml.duplicate-key"), ("\tx: 1", "yaml.syntax"),
        ("a: b: c", "yaml.syntax"), ("? [x]\n: y", "yaml.key"), ("a: \"\\u0001\"", "yaml.control-character"),
        ("a: \"\\u202Eb\"", "yaml.direction"), ("\"a\\u2066\": b", "yaml.direction"),
    ])
    func brokenYAML(yaml: String, id: String) {
        var findings = Findings()
        #expect(parseYAML(yaml, at: Place(file: "a.yaml", line: 5), findings: &findings) == nil)
        #expect(findings.all.map(\.id) == [id])
        #expect((findings.all.first?.place.line ?? 0) >= 5)
    }

    @Test func placesAreShiftedAndCountBytes() throws {
        let title = try mapping("x: é\nkéy: waarde", line: 10).entries[1]
        #expect(title.key.place.line == 11 && title.value.place.column == 7)
    }

    @Test func aBombOfAliasesIsRefused() {
        var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, last) in zip("bcdefghij", "abcdefghi") {
            yaml += "\(name): &\(name) [*\(last), *\(last), *\(last), *\(last), *\(last), *\(last), *\(last)]\n"
        }
        var findings = Findings()
        #expect(parseYAML(yaml, at: Place(file: "a.yaml", line: 1), findings: &findings) == nil)
        #expect(findings.all.map(\.id) == ["yaml.too-large"])
    }
}

extension Findings {
    fileprivate struct NotAMapping: Error {}
}
