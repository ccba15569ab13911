import Documents
import Testing

@Suite("Ids of headings") struct HeadingTests {
    @Test(
        "are made from the text",
        arguments: [
            ("Kosten en baten", "kosten-en-baten"), ("Eén café, drie reünies!", "een-cafe-drie-reunies"),
            ("  1.  Inleiding ", "1-inleiding"),
            ("Wmo’s en POH's", "wmos-en-pohs"), ("Fryslân – ĳs, Œuvre, Straße", "fryslan-ijs-oeuvre-strasse"),
            ("e\u{301}e\u{301}n", "een"),
            ("日本", ""), ("a--b__c", "a-b-c"), ("Ÿ × ÷ ø ł ž", "y-o-l-z"),
        ]
    )
    func slugs(text: String, expected: String) { #expect(slug(text) == expected) }

    @Test(
        "are unique on a page",
        arguments: [
            ("## a\n## a\n## a", ["a", "a-2", "a-3"]), ("## a\n## a {#a}", ["a-2", "a"]),
            ("## a-2\n## a\n## a", ["a-2", "a", "a-3"]),
            ("## !\n## ?", ["h", "h-2"]), ("## *a* {#x}\n## `b` [c](d)", ["x", "b-c"]), ("a {#x}\n---", ["x"]),
            ("## a {#x", ["a-x"]),
            ("## a `{#x}`", ["a-x"]), ("## {#x}", []),
        ]
    )
    func ids(markdown: String, expected: [String]) { #expect(parse(markdown).document.headings.map(\.id) == expected) }

    @Test("make room for what the page has already") func reserved() {
        #expect(parse("## a", options: MarkdownOptions(reservedIDs: ["a"])).document.headings.map(\.id) == ["a-2"])
    }

    @Test(
        "are never those of the page itself",
        arguments: [
            ("## Page main", ["page-main-2"], []), ("## Fn 1\n## Fn\n## Fn", ["h-fn-1", "fn", "h-fn"], []),
            ("## Fnref 2\n## Fnref 2", ["h-fnref-2", "h-fnref-2-2"], []),
            ("## a {#page-main}", ["a"], ["markdown.reserved-id 1:1"]),
            ("## a {#fn-p1-3}", ["a"], ["markdown.reserved-id 1:1"]),
        ]
    )
    func frame(markdown: String, ids: [String], findings: [String]) {
        let parsed = parse(markdown, options: MarkdownOptions(reservedIDs: ["page-main"]))
        #expect(parsed.document.headings.map(\.id) == ids && parsed.findings == findings)
    }

    @Test("are left out of the text") func text() {
        #expect(parse("## Kosten {#k}").document.headings.map(\.text) == ["Kosten"])
    }
}
