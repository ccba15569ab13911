// Notes, addresses and what stays together in print.
import Diagnostics
import Markup
import Testing

@testable import Documents

private func typst(_ markdown: String) -> String {
    var findings = Findings()
    let document = Markdown.parse(
        Array(markdown.utf8),
        file: "a.md",
        options: MarkdownOptions(blockKinds: ["chart", "tiles"]),
        findings: &findings
    )
    var context = TypstContext()
    context.destination = { document, node in .web(document.text(node)) }
    context.isFloat = { document, node in document.secondText(node) == "chart" }
    context.block = { document, node, _, output in
        output.raw("float(")
        output.typst(document.text(node))
        output.raw(");\n")
    }
    var output = ByteWriter()
    var writer = TypstWriter(context)
    writer.write(document, into: &output)
    return output.string
}

/// The signs of a line in their order: `1` a note, `,` what keeps two apart, `a` the note of an address, `;` what keeps it apart.
private func signs(_ markdown: String) -> String {
    let notes = "\n\n[^1]: een\n[^2]: twee\n[^3]: drie\n"
    return typst(markdown + notes).matches(
        of: #/apart\(\)|apart-from-address\(\)|\[#footnote\(|footnote\(label|address: /#
    ).map {
        switch $0.output {
        case "apart()": ","
        case "apart-from-address()": ";"
        case "address: ": "a"
        default: "1"
        }
    }
    .joined()
}

@Suite struct TypstNoteTests {
    @Test(arguments: [
        ("Waar.[^1]", "1"), ("Waar.[^1][^2]", "1,1"), ("Waar.[^1][^2][^3]", "1,1,1"), ("Waar[^1][^1]", "1,1"),
        ("Waar[^1] [^2]", "1,1"), ("Waar[^1]\n[^2]", "1,1"), ("Waar[^1], [^2]", "11"), ("Waar[^1] en[^2]", "11"),
        ("Waar[^1]**[^2]**", "1,1"), ("*Waar[^1]*[^2]", "1,1"), ("Waar[^1]`x`[^2]", "11"), ("# Kop[^1][^2]", "1,1"),
        ("| a[^1][^2] | b[^3] |\n|---|---|\n| c[^1] | [^2] |", "1,1111"), ("Een[^1]\n\n[^2]", "11"),
        ("- a[^1]\n- [^2]", "11"),
        ("[CBS](https://cbs.nl)[^1]", "a;1"), ("**[CBS](https://cbs.nl)**[^1][^2]", "a;1,1"),
        ("[CBS](https://cbs.nl) [^1]", "a1"), ("<https://cbs.nl>[^1]", "1"), ("Waar[^1][CBS](https://cbs.nl)", "1a"),
        ("Waar[^1]\\\n[^2]", "11"),
    ]) func notesStandApart(_ markdown: String, _ expected: String) { #expect(signs(markdown) == expected) }

    /// A note ends within itself.
    @Test func aNoteInANoteBeginsAnew() {
        #expect(signs("Waar[^4][^1]\n\n[^4]: vier[^2][^3]") == "11,1,1")
    }

    @Test(arguments: [
        ("https://www.cbs.nl/nl-nl/x", "CBS", "www.cbs.nl/nl-nl/x"), ("https://cbs.nl/a/", "cbs.nl/a", nil),
        ("https://www.cbs.nl", "www.cbs.nl", nil), ("http://www.cbs.nl/", "zie cbs.nl voor meer", nil),
        ("https://a.nl/x%20y?b=(1)#c", "https://a.nl/x%20y?b=(1)#c", nil), ("https://a.nl/x", "a.nl", "a.nl/x"),
        ("HTTPS://A.nl/X", "a.nl/x", nil), ("mailto:info@a.nl", "info@a.nl", nil),
        ("mailto:info@a.nl?subject=Vraag%20over", "schrijf ons", "info@a.nl"),
        ("mailto:info@a.nl?subject=Vraag", "info@a.nl", nil),
    ]) func anAddressIsPrintedOnce(_ target: String, _ text: String, _ expected: String?) {
        #expect(printedAddress(of: target, besides: text) == expected)
    }

    @Test func aLongAddressIsPrintedOnceAndAsItIs() {
        let address =
            "https://www.gemeente.example/onderzoeken/" + String(repeating: "wijkonderzoek-", count: 9) + "2021.pdf"
        #expect(typst("Zie <\(address)>.") == "par({\"Zie \"; link(\"\(address)\", {\"\(address)\"}); \".\"});\n")
    }

    private let chart = "```chart\nx\n```\n"

    @Test func headingsAndTextStayWithAFigure() {
        #expect(
            typst("# A\n\n## B\n\n\(chart)\nTekst.\n\n- punt\n\n## C\n")
                == "around(before: {section(1, \"#a\", {\"A\"});\nsection(2, \"#b\", {\"B\"});\n}, {float(\"x \");\n}, "
                + "after: {par({\"Tekst.\"});\nlist(tight: true, {\n{\"punt\"};\n});\n});\nsection(2, \"#c\", {\"C\"});\n"
        )
    }

    /// What follows may not pass a heading, another figure, or what takes room for itself; notes would come a page late.
    @Test(arguments: [
        "", "## Kop", "```chart\ny\n```", "Met noot.[^1]\n\n[^1]: n", "[CBS](https://cbs.nl)", "| a |\n|---|\n| b |",
        "```tiles\nx\n```",
    ]) func textGoesOnOnlyWhereItMay(_ next: String) {
        #expect(!typst(chart + "\n" + next + "\n").contains("around"))
        #expect(typst(chart + "\nTekst.\n\n" + next + "\n").contains("after: {par({\"Tekst.\"});\n});"))
    }

    @Test func aHeadingStaysWithATable() {
        let written = typst("## Kop\n\n| a |\n|---|\n| b |\n\nTekst.\n")
        #expect(
            written.hasPrefix("around(before: {section(") && written.hasSuffix("}, after: {});\npar({\"Tekst.\"});\n")
        )
        #expect(!typst("## Kop\n\nTekst.\n\n| a |\n|---|\n| b |\n").contains("around"))
        #expect(!typst("## Kop\n\n```tiles\nx\n```\n").contains("around"))
    }

    /// Where the note needs the next page, its lines go there, and the heading would stay behind.
    @Test func aHeadingStaysWithANote() {
        #expect(typst("## Kop\n\n### Sub\n\nWaar.[^1]\n\nVerder.\n\n[^1]: n").hasPrefix("together({section("))
        #expect(typst("## Kop\n\n[CBS](https://cbs.nl)\n").hasPrefix("together({"))
        for text in [
            "Waar.", "<https://cbs.nl>", "- Waar[^1]\n\n[^1]: n",
            String(repeating: "woord ", count: 50) + "[^1]\n\n[^1]: n",
        ] {
            #expect(!typst("## Kop\n\n\(text)\n").contains("together"), "\(text)")
        }
        #expect(!typst("Waar.[^1]\n\n[^1]: n").contains("together"))
    }
}
