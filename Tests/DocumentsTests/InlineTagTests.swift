// <br>, <sup> and <sub>: kept, because without them words run together and numbers become other ones.
import Diagnostics
import Documents
import Markup
import Testing

private func html(_ markdown: String) -> String {
    var output = ByteWriter()
    var writer = HTMLWriter()
    writer.write(parse(markdown).document, into: &output)
    return output.string
}

private func plain(_ markdown: String) -> String {
    let document = parse(markdown).document
    return document.plainText(document.root)
}

private func typst(_ markdown: String) -> String {
    var output = ByteWriter()
    var writer = TypstWriter()
    writer.write(parse(markdown).document, into: &output)
    return output.string
}

@Suite("Tags for which Markdown has no sign") struct InlineTagTests {
    @Test(
        "keep numbers what they are",
        arguments: [
            ("4<sup>2</sup>", "<p>4<sup>2</sup></p>\n", "4²", "par({\"4\"; \"²\"});\n"),
            ("H<SUB>2</SUB>O", "<p>H<sub>2</sub>O</p>\n", "H₂O", "par({\"H\"; \"₂\"; \"O\"});\n"),
            ("10<sup class=\"x\">-6</sup>", "<p>10<sup>-6</sup></p>\n", "10⁻⁶", "par({\"10\"; \"⁻⁶\"});\n"),
            ("2<sup>3,5</sup>", "<p>2<sup>3,5</sup></p>\n", "2^(3,5)", "par({\"2\"; super({\"3,5\"})});\n"),
            ("1<sup>e</sup>", "<p>1<sup>e</sup></p>\n", "1ᵉ", "par({\"1\"; \"ᵉ\"});\n"),
            ("y<sub>k</sub>", "<p>y<sub>k</sub></p>\n", "y_k", "par({\"y\"; sub({\"k\"})});\n"),
            (
                "2<sup>3<sup>4</sup></sup>", "<p>2<sup>3<sup>4</sup></sup></p>\n", "2^(3⁴)",
                "par({\"2\"; super({\"3\"; \"⁴\"})});\n"
            ),
            ("**5<sup>7</sup>**", "<p><strong>5<sup>7</sup></strong></p>\n", "5⁷", "par({strong({\"5\"; \"⁷\"})});\n"),
            (
                "5<sup>**7**</sup>", "<p>5<sup><strong>7</strong></sup></p>\n", "5⁷",
                "par({\"5\"; super({strong({\"7\"})})});\n"
            ),
            ("a<br>b", "<p>a<br>\nb</p>\n", "a b", "par({\"a\"; linebreak(); \"b\"});\n"),
            (
                "a<BR/>b<br >c", "<p>a<br>\nb<br>\nc</p>\n", "a b c",
                "par({\"a\"; linebreak(); \"b\"; linebreak(); \"c\"});\n"
            ),
            ("a <br>\nb", "<p>a <br>\nb</p>\n", "a b", "par({\"a \"; linebreak(); \"b\"});\n"),
            ("[m<sup>3</sup>](a)", "<p><a href=\"a\">m<sup>3</sup></a></p>\n", "m³", "par({{\"m\"; \"³\"}});\n"),
            (
                "![m<sup>3</sup><br>hoog](a)", "<p><img src=\"a\" alt=\"m³ hoog\"></p>\n", "m³ hoog",
                "par({\"m³ hoog\"});\n"
            ),
        ]
    )
    func everywhere(_ markdown: String, _ expected: String, _ text: String, _ print: String) {
        #expect(parse(markdown).findings == [])
        #expect(html(markdown) == expected)
        #expect(plain(markdown) == text)
        #expect(typst(markdown) == print)
    }

    @Test("break the lines of cells") func cells() {
        let table = "| a |\n|---|\n| zang<br>dans 10<sup>4</sup> |"
        #expect(html(table).contains("<td>zang<br>\ndans 10<sup>4</sup></td>"))
        #expect(plain(table) == "a zang dans 10⁴")
        #expect(typst(table).contains("{\"zang\"; linebreak(); \"dans 10\"; \"⁴\"}"))
    }

    @Test("keep words and numbers apart in ids, and in outlines") func headings() {
        let document = parse("## Groei 10<sup>3</sup><br>per jaar").document
        #expect(document.headings.map(\.id) == ["groei-10-3-per-jaar"])
        #expect(document.headings.map(\.text) == ["Groei 10³ per jaar"])
        // The PDF's outline is made of the words alone: superscripts would be glued to what stands before them.
        #expect(typst("## x<sup>a, b</sup>").contains("{\"x\"; \"^(a, b)\"}"))
    }

    @Test("work in lines of YAML") func inline() {
        var findings = Findings()
        let place = Place(file: "a.yaml", line: 3, column: 10)
        let text = Markdown.parseInline("CO<sub>2</sub><br>7<sup>2", at: place, findings: &findings)
        #expect(text.plainText(text.root) == "CO₂ 72")
        #expect(findings.sorted.map(\.place) == [Place(file: "a.yaml", line: 3, column: 29, length: 5)])
    }

    @Test(
        "are errors where they would change a number",
        arguments: [
            ("8<sup>2", ["markdown.unpaired-tag 1:2"]),
            ("8</sup> 2", ["markdown.unpaired-tag 1:2"]),
            ("8<sup/>2", ["markdown.unpaired-tag 1:2"]),
            ("**8<sup>2**</sup>", ["markdown.unpaired-tag 1:4", "markdown.unpaired-tag 1:12"]),
            ("8<sup>2</sub>", ["markdown.unpaired-tag 1:2", "markdown.unpaired-tag 1:8"]),
            ("8<sup>2\n\n</sup>", ["markdown.unpaired-tag 1:2"]),
            ("<br>\nnog 5 mensen", ["markdown.tag-on-its-own 1:1"]),
            ("<sup>\n3</sup> mensen", ["markdown.tag-on-its-own 1:1"]),
            ("a\n\n<br>\n\nb", ["markdown.html 3:1"]),
            ("a <sup>3</sup> <u>b</u>", ["markdown.html 1:16"]),
            ("`<sup>` \\<sup>", []),
        ]
    )
    func unpaired(_ markdown: String, _ expected: [String]) { #expect(parse(markdown).findings == expected) }

    @Test("are fast where nothing closes") func hostile() {
        let document = parse(String(repeating: "<sup>", count: 20_000) + String(repeating: "</sup>", count: 20_000))
            .document
        #expect(document.nodeCount < 2_000)
    }
}
