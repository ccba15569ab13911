import Testing

@Suite("The tree and its places") struct TreeTests {
    @Test(
        "is what the Markdown says",
        arguments: [
            (
                "# A {#x}\nb *c*  \nd",
                "heading 1:1 «x»\n  text 1:1 «A»\nparagraph 2:1\n  text 2:1 «b »\n  emphasis 2:1\n    text 2:1 «c»\n  lineBreak 2:1\n  text 2:1 «d»"
            ),
            (
                "a\nb `c` [d](e \"f\")",
                "paragraph 1:1\n  text 1:1 «a⏎b »\n  codeSpan 2:3 «c»\n  text 2:6 « »\n  link 2:7 «e» «f»\n    text 2:8 «d»"
            ),
            (
                "> a\n> [](#x)\n> ![é](y.png)",
                "quote 1:1\n  paragraph 1:3\n    text 1:3 «a⏎»\n    crossReference 2:3 «#x»\n    text 2:9 «⏎»\n    image 3:3 «y.png»\n      text 3:5 «é»"
            ),
            (
                "é {{ a }}, {{b as euro}}",
                "paragraph 1:1\n  text 1:1 «é »\n  boundNumber 1:4 «a»\n  text 1:11 «, »\n  boundNumber 1:13 «b» «euro»"
            ),
            (
                "- a\n\n  ```chart\n  id: x\n  ```",
                "list 1:1\n  item 1:1\n    paragraph 1:3\n      text 1:3 «a»\n    block 4:3 «id: x⏎» «chart»"
            ),
            ("```swift x\n{{ a }}\n```", "code 1:1 «{{ a }}⏎» «swift x»"),
            ("> [!TIP]\n> a {{ b }}", "alert 1:1\n  paragraph 1:3\n    text 2:3 «a »\n    boundNumber 2:5 «b»"),
            (
                "> a\n> — B, *c*",
                "quotation 1:1\n  paragraph 1:3\n    text 1:3 «a»\n  attribution 2:3\n    text 2:7 «B, »\n    emphasis 2:10\n      text 2:10 «c»"
            ),
            (
                "> a\n>\n> — B [x](y)",
                "quotation 1:1\n  paragraph 1:3\n    text 1:3 «a»\n  attribution 3:3\n    text 3:7 «B »\n    link 3:9 «y»\n      text 3:10 «x»"
            ),
            ("> — B", "quote 1:1\n  paragraph 1:3\n    text 1:3 «— B»"),
            ("<!-- c -->\na <!-- d --> b", "paragraph 2:1\n  text 2:1 «a  b»"),
        ]
    )
    func outlines(markdown: String, expected: String) {
        #expect(outline(parse(markdown).document) == expected)
    }

    @Test("counts lines from the file's first") func lineOffset() {
        #expect(outline(parse("[](a.md)", lineOffset: 7).document) == "paragraph 8:1\n  crossReference 8:1 «a.md»")
    }

    @Test(
        "knows where a link stands",
        arguments: [
            ("**a** [x](y)", 1, 7), ("\\*\\[ &amp; &eacute; &ngE; [x](y)", 1, 27), ("`[x](y)` [x](y)", 1, 10),
            ("[r]: /u\n\n[r] [r][] [q][r] [x](y)", 3, 18), ("[r]: /u\n  \"t\"\ntext [x](y)", 3, 6),
            ("a <b c=\"[\">\n[x](y)", 2, 1),
            ("![a\n](b\n'c') [x](y)", 3, 6), ("***a* b** [x](y)", 1, 11), ("> 1. a\n>    b [x](y)", 2, 8),
            ("-\ta\n\tb [x](y)", 2, 4),
            ("> a\nlazy [x](y)", 2, 6), ("### [x](y) ###", 1, 5), ("a\n[x](y)\n===", 2, 1),
            ("<http://a.b/[> [x](y)", 1, 16),
            ("| a | `b|\n|-|-|\n| \\| | [x](y) |", 3, 8), ("[^1]\n\n[^1]: a\n    b [x](y)", 4, 7),
        ]
    )
    func places(markdown: String, line: Int, column: Int) {
        let document = parse(markdown).document
        let links = document.nodes(of: .link).filter { document.text($0) == "y" }
        #expect(links.count == 1)
        for link in links {
            #expect(document.place(link).line == line)
            #expect(document.place(link).column == column)
        }
    }

    @Test("gives headings, words and references") func queries() {
        let document = parse("## A `b` {{ c }}\n\nd [](x) [e](y) ![f](z)\n\n### Één").document
        #expect(document.headings.map(\.text) == ["A b ", "Één"])
        #expect(document.headings.map(\.id) == ["a-b", "een"])
        #expect(document.headings.map(\.level) == [2, 3])
        #expect(document.references.map { document.text($0) } == ["x", "y", "z"])
        #expect(document.plainText(document.root, number: { "<\(document.text($0))>" }) == "A b <c> d  e f Één")
        #expect(document.wordCount == 5)
        #expect(document.contains(.image) && !document.contains(.table))
    }
}
