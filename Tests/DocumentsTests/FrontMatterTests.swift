import Diagnostics
import Documents
import Testing

@Suite("Front matter") struct FrontMatterTests {
    @Test(
        "is split off",
        arguments: [
            ("---\ntitle: A\n---\nbody", "title: A\n", "body", 3),
            ("---\r\na: b\r\n---\r\nbody", "a: b\r\n", "body", 3), ("---\n---\n", "", "", 2),
            ("---  \na: b\n...\n\nbody", "a: b\n", "\nbody", 3), ("body\n---\n", "", "body\n---\n", 0),
            ("----\n", "", "----\n", 0), ("", "", "", 0),
            ("---\na: b\n---", "a: b\n", "", 3),
        ]
    )
    func splits(text: String, yaml: String, body: String, offset: Int) throws {
        var findings = Findings()
        let source = try #require(SourceText(file: "a.md", bytes: Array(text.utf8), findings: &findings))
        let split = FrontMatter.split(source, findings: &findings)
        #expect(split.yaml == yaml)
        #expect(String(decoding: source.bytes[split.body], as: UTF8.self) == body)
        #expect(split.lineOffset == offset)
        #expect(split.isPresent == (offset > 0))
        #expect(findings.isEmpty)
    }

    @Test("must be closed") func unclosed() throws {
        var findings = Findings()
        let source = try #require(SourceText(file: "a.md", bytes: Array("---\na: b\n".utf8), findings: &findings))
        #expect(FrontMatter.split(source, findings: &findings).isPresent == false)
        #expect(findings.all.map(\.id) == ["markdown.front-matter"])
    }
}
