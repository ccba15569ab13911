import Documents
import Testing

@Suite("Pipe tables") struct TableTests {
    /// Rows of cells as plain text, `/` between cells; paragraphs and headings around them as they are.
    private func shape(_ markdown: String) -> [String] {
        let document = parse(markdown).document
        return (1..<max(1, document.nodeCount)).compactMap { node in
            switch document.kind(node) {
            case .row: document.children(node).map { document.plainText($0) }.joined(separator: "/")
            case .table, .list, .quote, .rule, .code: "\(document.kind(node))"
            case .paragraph: "p " + document.plainText(node)
            case .heading: "h " + document.plainText(node)
            default: nil
            }
        }
    }

    @Test(
        "are read as cmark-gfm reads them",
        arguments: [
            ("| a | b |\n| - | - |\n| c | d |", ["table", "a/b", "c/d"]),
            ("a | b\n-|-\nc", ["table", "a/b", "c/"]),
            ("abc\n:-:", ["table", "abc"]),
            ("| a |\n|-|-|", ["p | a | |-|-|"]),
            ("| a |\n|-|-|\n| b | c |\n|-|-|", ["p | a | |-|-| | b | c | |-|-|"]),
            ("| f\\|oo |\n|-|\n| b `\\|` az |\n| b **\\|** im |", ["table", "f|oo", "b | az", "b | im"]),
            ("| a |\n|-|\n| b |\n> c", ["table", "a", "b", "quote", "p c"]),
            ("| a |\n|-|\n| b |\nc\n\nd", ["table", "a", "b", "c", "p d"]),
            ("text\n| a |\n|-|\n| b |", ["p text", "table", "a", "b"]),
            ("| a |\n|-|\n| b |\n---\nc", ["table", "a", "b", "rule", "p c"]),
            ("| a |\n|-|\n| b |\n===\nc", ["table", "a", "b", "===", "c"]),
            ("| a |\n|-|\n| b |\n    c", ["table", "a", "b", "code"]),
            ("| a |\n|-|\n| b |\n2. c", ["table", "a", "b", "list", "p c"]),
            ("| a |\n|-|\n|\n| b |", ["table", "a", "p | | b |"]),
            ("- x\n\n  | a |\n  |-|\n  | b |\n- y", ["list", "p x", "table", "a", "b", "p y"]),
            ("- | a |\n  |-|\n  | b |", ["list", "table", "a", "b"]),
            ("> | a |\n> |-|\n> | b |\n| c |", ["quote", "table", "a", "b", "p | c |"]),
            ("> | a |\n|-|", ["quote", "p | a | |-|"]),
            ("| [a][r] |\n|-|\n| [b] |\n\n[r]: /x\n[b]: /y", ["table", "a", "b"]),
            ("| a |\r\n|-|\r\n| b |\r\n", ["table", "a", "b"]),
            ("[r]: /x\n| [r] |\n|-|", ["p [r]: /x", "table", "[r]"]),
            ("[r]: /x\n===\n| [r] |\n|-|", ["p ===", "table", "r"]),
            ("`a\\|b`\n| c |\n|-|", ["p a|b", "table", "c"]),
            ("> a\n| b |\n> |-|\n> | c |", ["quote", "p a", "table", "b", "c"]),
            ("    a\n\n\t| b |\n|-|", ["code", "p |-|"]),
            ("a\n\t| b |\n|-|", ["p a", "table", "b"]),
            ("- a\n  | b |\n  |-|\n  > c", ["list", "p a", "table", "b", "quote", "p c"]),
            ("| a |\n|-|\n| <b> |\n| c |", ["table", "a", "", "c"]),
        ]
    )
    func shapes(markdown: String, expected: [String]) { #expect(shape(markdown) == expected) }

    @Test("know their columns") func alignment() {
        let document = parse("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|").document
        let cells = document.nodes(of: .cell)
        #expect(
            cells.map { document.alignment(cell: $0) } == [
                .none, .left, .center, .right, .none, .left, .center, .right,
            ]
        )
        #expect(cells.map { document.isHeader(cell: $0) } == [true, true, true, true, false, false, false, false])
        #expect(document.nodes(of: .table).map { document.columnCount(table: $0) } == [4])
        #expect(document.nodes(of: .row).map { document.isFirst(row: $0) } == [false, true])
    }

    @Test("keep links in cells that are defined elsewhere") func definitions() {
        let document = parse("| [a][r] | **b** |\n|-|-|\n\n[r]: /x").document
        #expect(document.nodes(of: .link).map { document.text($0) } == ["/x"])
        #expect(document.nodes(of: .strong).count == 1)
    }
}
