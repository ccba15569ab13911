import Diagnostics
import Documents
import Markup
import Testing

@Suite("HTML of a site") struct HTMLTests {
    private func html(_ markdown: String, _ change: (inout HTMLContext) -> Void = { _ in }) -> String {
        var context = HTMLContext()
        context.strings.alerts = ["Let op", "Tip", "Belangrijk", "Waarschuwing", "Gevaar"]
        change(&context)
        var writer = HTMLWriter(context)
        var output = ByteWriter()
        writer.write(parse(markdown).document, into: &output)
        return output.string
    }

    @Test(
        "has the classes of the theme",
        arguments: [
            ("## Één {#x}", "<h2 id=\"x\">Één</h2>\n"),
            ("```x\na\n```", "<pre tabindex=\"0\"><code class=\"language-x\">a\n</code></pre>\n"),
            (
                "> [!WARNING]\n> a",
                "<aside class=\"alert alert-warning\" role=\"note\" aria-label=\"Waarschuwing\"><p class=\"alert-title\">Waarschuwing</p>\n<p>a</p>\n</aside>\n"
            ),
            (
                "> a\n> — B",
                "<figure class=\"quotation\"><blockquote>\n<p>a</p>\n</blockquote><figcaption>B</figcaption></figure>\n"
            ),
            (
                "| a |  |\n|:-|--|\n| b | € 1.200,5 |",
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table: a\"><table>\n<thead>\n<tr>\n<th scope=\"col\" class=\"left\">a</th>\n<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"left\">b</td>\n<td class=\"number\">€ 1.200,5</td>\n</tr>\n</tbody>\n</table></div>\n"
            ),
            ("- a\n\n  <div>\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
            ("![a *b*\nc](d \"e\")", "<p><img src=\"d\" alt=\"a b c\" title=\"e\"></p>\n"),
        ]
    )
    func classes(markdown: String, expected: String) { #expect(html(markdown) == expected) }

    @Test("asks the site for what it does not know") func context() {
        let result = html("[a](b.md) [](#f) {{ n as euro }} ![{{ n }}](i.png)\n\n```chart\nid: f\n```\n") { context in
            context.destination = { document, node in document.kind(node) == .image ? nil : "../\(document.text(node))/"
            }
            context.crossReference = { document, node, _, output in
                output.element("a", ("href", document.text(node)), text: "Figuur 3")
            }
            context.boundNumber = { document, node, _, output in
                output.raw("<data>\(document.text(node)) \(document.secondText(node))</data>")
            }
            context.boundNumberText = { _, _ in "340" }
            context.imageAttributes = { _, _, _, output in output.raw(" width=\"8\"") }
            context.block = { document, node, writer, output in
                output.raw("<figure>")
                var findings = Findings()
                writer.write(
                    Markdown.parseInline(
                        "*\(document.secondText(node))*",
                        at: document.place(node),
                        findings: &findings
                    ),
                    into: &output
                )
                output.raw("</figure>\n")
            }
        }
        #expect(
            result == """
                <p><a href="../b.md/">a</a> <a href="#f">Figuur 3</a> <data>n euro</data> <img src="i.png" alt="340" width="8"></p>
                <figure><em>chart</em></figure>

                """
        )
    }

    @Test("gives tables of one page different names") func tableLabels() {
        let result = html("| a |\n|-|\n\n| a |\n|-|")
        #expect(result.contains("aria-label=\"Table: a\"") && result.contains("aria-label=\"Table: a (2)\""))
    }

    @Test(
        "explains abbreviations once, in running text",
        arguments: [
            ("De Wmo en de Wmo.", "De Wmo (Wet x) en de <abbr title=\"Wet x\">Wmo</abbr>."),
            ("Wmo-loket, Wmoloket, deWmo, Wmo’s", "Wmo-loket, Wmoloket, deWmo, Wmo’s"),
            ("Wet x (Wmo) of Wmo", "Wet x (Wmo) of <abbr title=\"Wet x\">Wmo</abbr>"),
            ("Wmo (wet x) of “Wmo”", "Wmo (wet x) of “<abbr title=\"Wet x\">Wmo</abbr>”"),
            ("`Wmo` [Wmo](a) Wmo", "<code>Wmo</code> <a href=\"a\">Wmo</a> Wmo (Wet x)"),
            ("POH-GGZ of GGZ", "POH-GGZ (praktijk & zorg) of GGZ (zorg)"),
        ]
    )
    func abbreviations(markdown: String, expected: String) {
        let result = html(markdown) { context in
            context.abbreviations = Abbreviations([("Wmo", "Wet x"), ("GGZ", "zorg"), ("POH-GGZ", "praktijk & zorg")])
        }
        #expect(result == "<p>\(expected.replacing("& zorg", with: "&amp; zorg"))</p>\n")
    }

    @Test("leaves headings alone") func quietHeadings() {
        let result = html("## Wmo\n\nWmo") { $0.abbreviations = Abbreviations([("Wmo", "Wet x")]) }
        #expect(result == "<h2 id=\"wmo\">Wmo</h2>\n<p>Wmo (Wet x)</p>\n")
    }
}

@Suite("Inline Markdown in YAML") struct InlineTests {
    @Test(
        "has places in the file",
        arguments: [
            ("a {{ b }}", "text 4:10 «a »\nboundNumber 4:12 «b»"),
            ("# [x](y)\nz", "text 4:10 «# »\nlink 4:12 «y»\n  text 4:13 «x»\ntext 4:18 « z»"), ("", ""),
            ("- `c`", "text 4:10 «- »\ncodeSpan 4:12 «c»"), ("| a |", "text 4:10 «| a |»"),
        ]
    )
    func inline(text: String, expected: String) {
        var findings = Findings()
        let document = Markdown.parseInline(text, at: Place(file: "a.md", line: 4, column: 10), findings: &findings)
        #expect(outline(document) == expected)
        #expect(findings.isEmpty)
    }
}
