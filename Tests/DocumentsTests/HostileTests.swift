import Documents
import Testing

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
}
