import Diagnostics
import Documents
import Testing

@Suite("Findings in Markdown") struct FindingsTests {
    @Test(
        "have a name and a place",
        arguments: [
            ("a <b>c</b>", ["markdown.html 1:3"]),
            ("<div>\n\nx", ["markdown.html 1:1"]),
            ("<!-- a\nb -->\n\nx <!-- c -->", []),
            ("<!-- a --> <b>", ["markdown.html 1:1"]),
            ("[a](javascript:x)", ["markdown.unsafe-link 1:1"]),
            ("x <vbscript:x>", ["markdown.unsafe-link 1:3"]),
            ("[a](java&#10;script&colon;x)", ["markdown.unsafe-link 1:1"]),
            ("[a][b]\n\n[b]: file:///etc", ["markdown.unsafe-link 1:1"]),
            ("![](a.png)", ["markdown.image-text 1:1"]),
            ("é ![ ](a.png) ![b](c.png)", ["markdown.image-text 1:4"]),
            (
                "a {{ }} {{ b c }} {{ d as }} {{ e",
                [
                    "markdown.bound-number 1:3", "markdown.bound-number 1:9", "markdown.bound-number 1:19",
                    "markdown.bound-number 1:30",
                ]
            ),
            ("\\{{ a `{{ b` {{ c }}", []),
            ("| a |\n|-|\n| {{ x |", ["markdown.bound-number 3:3"]),
            ("a[^x]", ["markdown.footnote-unknown 1:2"]),
            ("\\[^x] `[^y]` [^z](a)", []),
            ("a[^x]\n\n[^x]: b\n[^y]: c", ["markdown.footnote-unused 4:1"]),
            ("a[^x]\n\n[^X]: b\n\n[^x]: c", ["markdown.footnote-twice 5:1"]),
            ("## a {#1}\n\n## b {#c d}", ["markdown.heading-id 1:1", "markdown.heading-id 3:1"]),
            ("## a {#x}\n\n## b {#x}", ["markdown.heading-id-twice 3:1"]),
            ("# a", ["markdown.heading-level 1:1"]),
            ("## a\n\n#### b", ["markdown.heading-level 3:1"]),
            ("```chrat\n```\n\n```swift\n```", ["markdown.block-kind 1:1"]),
            ("> [!NOOT]\n> a", ["markdown.alert 1:1"]),
            ("> [!NOTE] a", ["markdown.alert 1:1"]),
            ("[]()", ["markdown.empty-link 1:1"]),
            ("| a |\n|-|\n| b | c |", ["markdown.table-row 3:7"]),
            ("Kosten: € 5, 10% {niet} [^ leeg ] [x]", []),
        ]
    )
    func names(markdown: String, expected: [String]) { #expect(parse(markdown).findings == expected) }

    @Test("say both languages and point at the bytes") func wording() {
        var findings = Findings()
        _ = Markdown.parse(Array("é [^foo]\n\n[^fo]: x".utf8), file: "b.md", lineOffset: 3, findings: &findings)
        let unknown = findings.sorted.first
        #expect(unknown?.place == Place(file: "b.md", line: 4, column: 4, length: 6))
        #expect(unknown?.message.nl == "voetnoot [^foo] bestaat niet")
        #expect(unknown?.message.en == "footnote [^foo] is not defined")
        #expect(unknown?.hint?.nl == "bedoelde u \"fo\"?")
    }

    @Test("leave decorative images alone") func decorative() {
        #expect(parse("![](a.png)", options: MarkdownOptions(decorativeImages: ["a.png"])).findings == [])
    }
}

@Suite("Unsafe destinations") struct LinkSafetyTests {
    @Test(
        "never reach the page",
        arguments: [
            "javascript:a", "JaVaScRiPt:a", " javascript:a", "java\tscript:a", "&#106;avascript:a",
            "javascript&colon;a", "vbscript:a",
            "file:///a", "data:text/html,a", "data:image/svg+xml,a", "data:image/pngx,a", "data:,a",
        ]
    )
    func unsafe(destination: String) {
        let html = renderPlain("[x](<\(destination)>) ![y](<\(destination)>)")
        #expect(html == "<p><a href=\"\">x</a> <img src=\"\" alt=\"y\" /></p>\n")
    }

    @Test(
        "are told from safe ones",
        arguments: [
            "https://a.nl/javascript:", "a.md#data:", "mailto:a@b.nl", "data:image/png;base64,AA", "data:image/webp,AA",
            "tel:043", "./file:x",
        ]
    )
    func safe(destination: String) {
        #expect(renderPlain("[x](\(destination))") == "<p><a href=\"\(destination)\">x</a></p>\n")
    }
}
