// What other tools read and CommonMark leaves as text: told, but never where the signs are meant.
import Diagnostics
import Documents
import Markup
import Testing

@Suite("Signs left in the text") struct LeftSignsTests {
    @Test(
        "are told",
        arguments: [
            ("oud ~~plan~~ nieuw", ["markdown.strikethrough 1:5"]),
            ("é ~~een *twee* `drie`~~.", ["markdown.strikethrough 1:4"]),
            ("## ~~kop~~", ["markdown.strikethrough 1:4"]),
            ("| a |\n|---|\n| ~~b~~ |", ["markdown.strikethrough 3:3"]),
            ("- [ ] a\n- [X] b\n\n  c", ["markdown.task 1:3", "markdown.task 2:3"]),
            ("1. [x] a", ["markdown.task 1:4"]),
            ("dus $k$, en $a_1 = 2$", ["markdown.formula 1:5", "markdown.formula 1:13"]),
            ("$$\nx^2\n$$", ["markdown.formula 1:1"]),
            ("van $3$ naar $\\beta$", ["markdown.formula 1:5", "markdown.formula 1:14"]),
            ("::: tip\nLet op\n:::", ["markdown.colon-fence 1:1"]),
            (":::tip\n\nLet op\n\n:::", ["markdown.colon-fence 1:1"]),
            (":::", ["markdown.colon-fence 1:1"]),
            ("zie https://a.example/b_c.", ["markdown.bare-address 1:5"]),
            ("(http://a.example) en WWW.A.example/x?", ["markdown.bare-address 1:2", "markdown.bare-address 1:23"]),
            ("mail jan.de-boer@a.example.", ["markdown.bare-address 1:6"]),
            ("**https://a.example**", ["markdown.bare-address 1:3"]),
            ("[x](b) https://a.example", ["markdown.bare-address 1:8"]),
            ("> - ook www.a.example", ["markdown.bare-address 1:9"]),
        ]
    )
    func told(_ markdown: String, _ expected: [String]) { #expect(parse(markdown).findings == expected) }

    @Test(
        "are left alone where they mean what they are",
        arguments: [
            "`~~a~~` \\~~a~~ ~~ a ~~ ~a~ ~~~~", "$ 5 en $ 10", "$5 tot $10", "van $5-$10, US$ 3 of 5$", "A$AP en $HOME",
            "tussen $5 en 10$ per uur", "\\$x\\$ `$x$`", "- [a] b\n- \\[ ] c\n- [x](y)\n- `[ ]`", "a :: b ::: c",
            "\\:::",
            "<https://a.example> [https://a.example](https://a.example) `https://a.example`",
            "[a](https://a.example) ![www.a.example](a.png)", "https\\://a.example www\\.a.example a\\@b.example",
            "https:// www. @naam 3@5 a@b http://", "~~~\n~~a~~ $x$ www.a.example\n~~~", "    $x$ ~~b~~",
            "20 ~ 30, ca. ~40~", "<!-- https://a.example ~~b~~ -->", "€ 5 / $ 6",
        ]
    )
    func silent(_ markdown: String) { #expect(parse(markdown).findings == []) }

    @Test("say how it is written instead") func wording() {
        var findings = Findings()
        _ = Markdown.parse(Array("Vraag het a@b.example of www.b.example".utf8), file: "a.md", findings: &findings)
        #expect(
            findings.sorted.map { $0.hint?.en } == [
                "write <a@b.example>", "write [www.b.example](https://www.b.example)",
            ]
        )
        #expect(findings.sorted.map(\.place.length) == [11, 13])
        #expect(findings.sorted.map(\.severity) == [.hint, .hint])
    }
}

@Suite("Lines that look like a table") struct TableLikeTests {
    @Test(
        "are told where they are none",
        arguments: [
            ("| wijk | n | m |\n|---|---|\n| A | 1 | 2 |", ["1:1"]),
            ("| wijk | n |\n|–|–|\n| A | 1 |", ["1:1"]),
            ("| wijk | n |\n| A | 1 |", ["1:1"]),
            ("|wijk|n|\n|A|1|", ["1:1"]),
            ("| wijk | n |\n\n|---|---|\n\n| A | 1 |", ["1:1", "3:1", "5:1"]),
            ("Het overzicht:\n| wijk | n |\n| A | 1 |", ["2:1"]),
            ("- punt\n\n  | wijk | n |\n  | A | 1 |", ["3:3"]),
            ("> | wijk | n |\n> |:-:|\n> | A | 1 |", ["1:3"]),
            ("  wijk | n | m\n  A | 1 | 2", ["1:3"]),
            ("wijk | n | m\n--- | ---\nA | 1 | 2", ["1:1"]),
            ("+------+---+\n| wijk | n |\n+------+---+", ["1:1"]),
            ("| wijk | n |\n---", ["1:1"]),
            ("| a |\n|---|\n| b |\n\n| c | d |", ["5:1"]),
            ("    | a | b |\n    |---|---|\n    | 1 | 2 |", ["1:5"]),
        ]
    )
    func told(_ markdown: String, _ places: [String]) {
        #expect(parse(markdown).findings == places.map { "markdown.no-table \($0)" })
    }

    @Test(
        "are left alone where they are prose, code or a table",
        arguments: [
            "a | b", "a | b\nc d", "De keuze is ja | nee | misschien.", "|x| + |y| is groot", "`| a | b |`",
            "\\| a \\| b \\|",
            "```\n| a | b |\n|---|\n```", "    a | b\n    c | d", "| a | b |\n|---|---|\n| 1 | 2 |",
            "Kop:\n\na | b\n--|--\n1 | 2",
            "tekst\n| a |\n|---|\n| b |", "een -- twee --- drie", "a | b\n-----", "[a](b) | [c](d) | [e](f)",
            "- a | b\n- c | d",
        ]
    )
    func silent(_ markdown: String) { #expect(parse(markdown).findings == []) }

    @Test("say what to change") func wording() {
        func hint(_ markdown: String) -> String? {
            var findings = Findings()
            _ = Markdown.parse(Array(markdown.utf8), file: "a.md", findings: &findings)
            return findings.sorted.first?.hint?.nl
        }
        #expect(
            hint("| a | b | c |\n|---|---|")
                == "de rij met koppen heeft 3 cellen en de regel met streepjes 2: maak ze even lang"
        )
        #expect(hint("| a | b |\n|—|—|")?.hasPrefix("de regel onder de koppen bestaat uit koppeltekens") == true)
        #expect(hint("| a | b |\n| c | d |")?.hasPrefix("een tabel begint met een rij koppen") == true)
    }
}

@Suite("Headings without words") struct EmptyHeadingTests {
    @Test(
        "are told and left out",
        arguments: [
            "##", "## <!-- x -->", "##  ##", "## &nbsp;", "## **<!-- x -->**", "## {#leeg}", "## <sup></sup>",
            "## &#8203;",
        ]
    )
    func told(_ markdown: String) {
        let (document, findings) = parse("## a\n\n\(markdown)\n\n## b")
        #expect(findings == ["markdown.empty-heading 3:1"])
        #expect(document.headings.map(\.id) == ["a", "b"])
    }

    /// PDF/UA refuses a heading without words, such as one of a picture.
    @Test(
        "have words in print, or are none",
        arguments: [
            ("## ![plaat](a.png)", "section(2, \"#plaat\", \"plaat\");\n"),
            ("## ![plaat](a.png) x", "section(2, \"#plaat-x\", {\"plaat\"; \" x\"});\n"),
            ("## {{ n }}", "section(2, \"#h\", {\"{{ n }}\"});\n"), ("## <!-- x -->", ""),
        ]
    )
    func print(_ markdown: String, _ expected: String) {
        var output = ByteWriter()
        var writer = TypstWriter()
        writer.write(parse(markdown).document, into: &output)
        #expect(output.string == expected)
    }

    @Test(
        "are none where something shows",
        arguments: ["## ![plaat](a.png)", "## {{ n }}", "## [](a.md)", "## `x`", "## !", "kop\n---"]
    )
    func silent(_ markdown: String) {
        #expect(parse(markdown).findings == [])
        #expect(parse(markdown).document.headings.count == 1)
    }
}
