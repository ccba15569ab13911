// HTML and PDF know no link inside a link: what would be one stands there as text.
import Documents
import Markup
import Testing

private func html(_ markdown: String) -> String {
    var context = HTMLContext()
    context.boundNumber = { _, _, writer, output in output.raw(writer.isInLink ? "4" : "<a href=\"r\">4</a>") }
    var output = ByteWriter()
    var writer = HTMLWriter(context)
    writer.write(parse(markdown).document, into: &output)
    return output.string
}

private func typst(_ markdown: String) -> String {
    var context = TypstContext()
    context.destination = { document, node in .web(document.text(node)) }
    context.boundNumber = { _, _ in .init(text: "4", label: "n", isHidden: false) }
    var output = ByteWriter()
    var writer = TypstWriter(context)
    writer.write(parse(markdown).document, into: &output)
    return output.string
}

@Suite("Links inside links") struct NestedLinkTests {
    @Test("numbers lead nowhere there, and do behind it") func numbers() {
        #expect(html("[de {{ n }}](p) {{ n }}") == "<p><a href=\"p\">de 4</a> <a href=\"r\">4</a></p>\n")
        #expect(html("[**{{ n }}**](p)") == "<p><a href=\"p\"><strong>4</strong></a></p>\n")
        #expect(
            typst("[de {{ n }}](p) {{ n }}")
                == "par({link(\"p\", {\"de \"; \"4\"}, address: \"p\"); \" \"; number(\"n\", \"4\")});\n"
        )
    }

    @Test("notes stand there without a link, and lead back to it") func notes() {
        let written = html("[a[^1] b](p)\n\n[^1]: noot")
        #expect(written.contains("<a href=\"p\">a<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup> b</a>"))
        #expect(written.contains("href=\"#fnref-1\""))
        #expect(
            typst("[a[^1] b](p)\n\n[^1]: noot").contains(
                "{\"a\"; []; \" b\"}, address: \"p\"); apart-from-address(); [#footnote("
            )
        )
    }

    @Test("an address in a link is text, and told") func addresses() {
        let (_, findings) = parse("[a <https://b.example> c](p)")
        #expect(findings == ["markdown.link-in-link 1:4"])
        #expect(html("[a <https://b.example> c](p) d") == "<p><a href=\"p\">a https://b.example c</a> d</p>\n")
    }

    @Test("images stand in links") func images() {
        #expect(parse("[![plaat {{ n }}](a.png)](p)").findings == [])
        #expect(html("[![plaat](a.png)](p)") == "<p><a href=\"p\"><img src=\"a.png\" alt=\"plaat\"></a></p>\n")
    }

    @Test("a link needs words, and its title holds no number") func words() {
        #expect(
            parse("[<!-- x -->](p) [ ](q) [a](p)").findings == ["markdown.link-text 1:1", "markdown.link-text 1:17"]
        )
        #expect(parse("[a](p \"nu {{ n }}\")").findings == ["markdown.number-in-title 1:1"])
    }
}
