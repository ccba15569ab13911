import Diagnostics
import Testing

@testable import Documents

@Suite("Hostile input") struct HostileTests {
    @Test(
        "does no harm",
        arguments: [
            String(repeating: ">", count: 10_000) + " a", String(repeating: "[", count: 10_000),
            String(repeating: "- ", count: 2_000) + "a",
            String(repeating: "*a **b ", count: 2_000),
            String(repeating: "![", count: 3_000) + String(repeating: "](b)", count: 3_000),
            "[a]: b\n\n" + String(repeating: "[a](<", count: 3_000), String(repeating: "{{ a ", count: 5_000),
            String(repeating: "[^x] ", count: 5_000),
            "a\0b", "|a\0|\n|-|\n|\0|", "\u{1}\u{2}", "[^1]:", "[^1]: ```\n\n    a", "> [!NOTE]", "> — x", "|\n|-|",
            "\r\r\n\n\r", "\u{FEFF}a",
            "|" + String(repeating: "a|", count: 70_000) + "\n|" + String(repeating: "-|", count: 70_000),
            String(repeating: "| a |\n|---|\n1) x\n", count: 300), String(repeating: "| b |\n|-|\n===\n", count: 300),
            String(repeating: "x", count: 1 << 20),
        ]
    )
    func survives(markdown: String) { #expect(renderPlain(markdown).utf8.count < 8 * markdown.utf8.count + 1_000_000) }

    @Test(
        "is told to be too deep",
        arguments: [
            String(repeating: ">", count: 200) + " a",
            String(repeating: "*a **b ", count: 200) + String(repeating: "**c*", count: 200),
        ]
    )
    func depth(markdown: String) { #expect(parse(markdown).findings.contains { $0.hasPrefix("markdown.too-deep") }) }

    @Test(
        "turns no direction and holds no control character",
        arguments: [
            "a&#8238;b", "&#x202E;&#27;&#x2069;", "[a](b \"c&#8238;d\")", "[a](b&#8238;c)", "![a&#27;](b.png)",
            "|a&#8238;|\n|-|", "é&#1;b", "&#1;", "|é&#1;|\n|-|",
        ]
    )
    func references(markdown: String) {
        let html = renderPlain(markdown)
        #expect(html.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(!html.contains("\u{202E}") && !html.contains("\u{2069}") && !html.contains("%E2%80%AE"))
    }

    @Test("may have many footnotes") func footnotes() {
        let text = (0..<5_000).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined()
        let document = parse(text).document
        #expect(document.nodes(of: .footnote).count == 5_000)
    }

    @Test("may have wide tables, filled up within limits") func wideTable() {
        let text =
            "|" + String(repeating: "a|", count: 5_000) + "\n|" + String(repeating: "-|", count: 5_000) + "\n"
            + String(repeating: "|b\n", count: 200)
        let (document, findings) = parse(text)
        #expect(document.nodeCount < 1_200_000)
        #expect(findings == ["markdown.table-too-large 103:1"])
    }

    /// A line of thousands of mistakes: each is found, and few are shown.
    @Test(
        "shows few of many mistakes on a line",
        arguments: [
            (String(repeating: "[^a]", count: 20_000), 20_000), (String(repeating: "{{ ", count: 20_000), 20_000),
            (String(repeating: "<b>", count: 20_000), 20_000), (String(repeating: "![](b) ", count: 5_000), 5_000),
        ]
    )
    func manyMistakes(markdown: String, count: Int) {
        var findings = Findings()
        _ = Markdown.parse(Array(markdown.utf8), file: "a.md", findings: &findings)
        #expect(findings.all.count == count)
        #expect(findings.sorted.map(\.count) == [count])
    }

    /// Beyond a hundred levels the containers of a line are not followed, so that a line of markers is walked once.
    @Test("follows a hundred containers", arguments: ["- ", "> ", "1. "]) func containers(mark: String) {
        let bytes = Array((String(repeating: mark, count: 5_000) + "a").utf8)
        let source = MarkdownSource(bytes: bytes, file: "", origin: .whole(SourcePosition()))
        var walk = BlockWalk(source: source)
        for (index, node) in readCommonMark(bytes).nodes.enumerated() where !node.kind.isInline {
            walk.enter(index, node)
        }
        let positions = walk.containers.open.filter { if case .item = $0 { true } else { false } }
        #expect(walk.containers.open.count == 5_000)
        #expect(positions.count <= 100)
    }

    /// A word is looked at once, however many abbreviations begin like it.
    @Test("knows thousands of abbreviations") func abbreviations() {
        let terms = (0..<20_000).map { (term: "A\($0)", meaning: "m") }
        let abbreviations = Abbreviations(terms + [(term: "A1-loket", meaning: "n")])
        let text = Array("A1 A19999 A1-loket A20000 A1".utf8)[...]
        var found: [String] = []
        var start = 0
        while let (term, range) = abbreviations.next(in: text, from: start) {
            found.append(String(decoding: abbreviations.terms[term].bytes, as: UTF8.self))
            start = range.upperBound
        }
        #expect(found == ["A1", "A19999", "A1-loket", "A1"])
    }
}
