import Documents
import Testing

@Suite("Footnotes") struct FootnoteTests {
    /// Number, label and text of each footnote.
    private func notes(_ markdown: String) -> [String] {
        let document = parse(markdown).document
        return document.nodes(of: .footnote).map {
            "\(document.footnoteNumber($0)) \(document.text($0)) \(document.plainText($0))"
        }
    }

    @Test(
        "are numbered in the order of their references",
        arguments: [
            ("a[^x] b[^y]\n\n[^y]: Y\n[^x]: X", ["1 x X", "2 y Y"]),
            ("a[^x]\n\n[^x]: X\nmeer\n\nniet", ["1 x X meer"]),
            ("a[^x]\n\n[^x]: X\n\n    meer\n\n    - lijst", ["1 x X meer lijst"]),
            ("a[^x]\n\n[^x]: see[^y]\n[^y]: Y", ["1 x see", "2 y Y"]),
            ("a[^x]\n\n[^x]: X\n## Kop", ["1 x X"]),
            ("a[^x]\n\n```\n[^x]: code\n```\n\n[^x]: X", ["1 x X"]),
            ("a[^x]\n\n[^x]: word", ["1 x word"]),
            ("a[^x]\n\n[^x]: | a |\n    |-|\n    | b |", ["1 x a b"]),
            ("a[^x]\n\n[^x]:", ["1 x "]),
            ("[^x]: X\n\nno reference", []),
            ("a[^x]\n\n[^x]: X\n\n```\nopen", ["1 x X"]),
        ]
    )
    func numbers(markdown: String, expected: [String]) { #expect(notes(markdown) == expected) }

    @Test("count their references") func occurrences() {
        let document = parse("a[^x] b[^x]\n\n[^x]: X").document
        #expect(document.nodes(of: .footnoteReference).map { document.footnoteOccurrence($0) } == [1, 2])
        #expect(document.nodes(of: .footnote).map { document.footnoteOccurrence($0) } == [2])
    }

    @Test("leave the text around them where it is") func around() {
        #expect(
            outline(parse("a\n\n[^x]: X\n\nb [c](d)[^x]").document) == """
                paragraph 1:1
                  text 1:1 «a»
                paragraph 5:1
                  text 5:1 «b »
                  link 5:3 «d»
                    text 5:4 «c»
                  footnoteReference 5:9 «x»
                footnotes 1:1
                  footnote 3:1 «x»
                    paragraph 3:7
                      text 3:7 «X»
                """
        )
    }

    @Test("are written with ways there and back") func html() {
        #expect(
            renderPlain("a[^x] b[^x]\n\n[^x]: X") == """
                <p>a<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup> \
                b<sup class="footnote-ref"><a id="fnref-1-2" href="#fn-1" role="doc-noteref">1</a></sup></p>
                <section class="footnotes" role="doc-endnotes" aria-label="Notes">
                <ol>
                <li id="fn-1">
                <p>X <a class="footnote-back" href="#fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a> \
                <a class="footnote-back" href="#fnref-1-2" role="doc-backlink" aria-label="Back to the text (2)">↩</a></p>
                </li>
                </ol>
                </section>

                """
        )
    }
}
