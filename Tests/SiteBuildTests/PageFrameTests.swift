// The contents of a page and the frame around a figure: well-formed in every shape that an author can give them.
import Diagnostics
import Markup
import Testing

@testable import SiteBuild

/// Words of the interface that show their own key.
private let strings: Strings = {
    var findings = Findings()
    return Strings(Array("data_for: Gegevens bij {title}\n".utf8), file: "strings.yaml", findings: &findings)
}()

/// The elements that are open at the end or closed out of order; empty for well-formed HTML.
private func misplaced(_ html: String) -> [String] {
    var open: [String] = []
    for tag in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/).map({
        (isEnd: !$0.output.1.isEmpty, name: String($0.output.2))
    }) {
        if !tag.isEnd {
            open.append(tag.name)
        } else if open.last == tag.name {
            open.removeLast()
        } else {
            return open + ["/" + tag.name]
        }
    }
    return open
}

@Suite struct ContentsTests {
    /// Levels of headings, and how they must nest: every letter is a heading, brackets are lists within it.
    @Test(arguments: [
        ([2, 2, 2], "abc"), ([2, 3, 3], "a(bc)"), ([2, 3, 2], "a(b)c"), ([2, 3, 3, 2, 3], "a(bc)d(e)"),
        ([3, 3, 2], "a(b)c"), ([3, 2, 3], "ab(c)"),
        ([2, 4, 2, 5, 2], "ace"), ([1, 2, 2, 2], "bcd"), ([2, 2, 3], "ab(c)"),
    ])
    func nests(levels: [Int], outline: String) {
        let names = "abcdefgh".map { String($0) }
        let html = contentsHTML(zip(levels, names).map { ContentsEntry(level: $0, id: $1, text: $1) }, strings: strings)
        #expect(misplaced(html) == [])
        var found = html.replacing(/<a href="#(.)">.<\/a>/) { $0.output.1 }.replacing(
            /<nav.*<\/summary><ol>|<\/ol><\/details><\/nav>/,
            with: ""
        )
        found = found.replacing("<ol>", with: "(").replacing("</ol>", with: ")").replacing(/<\/?li>/, with: "")
        #expect(found == outline)
    }

    @Test(arguments: [[], [2], [2, 2], [2, 4, 4], [1, 1, 2]])
    func isLeftOutOfShortPages(levels: [Int]) {
        #expect(contentsHTML(levels.map { ContentsEntry(level: $0, id: "x", text: "x") }, strings: strings) == "")
    }

    @Test func escapesHeadings() {
        let html = contentsHTML(
            Array(repeating: ContentsEntry(level: 2, id: "a", text: "A < B & \"C\""), count: 3),
            strings: strings
        )
        #expect(html.contains("A &lt; B &amp; "))
    }
}

@Suite struct FloatFrameTests {
    private func html(_ frame: FloatFrame, data: String? = nil) -> String {
        var writer = ByteWriter()
        frame.write(
            into: &writer,
            strings: strings,
            content: { $0.raw("CONTENT") },
            data: data.map { text in { $0.escaped(text) } }
        )
        return writer.string
    }

    @Test func isNamedByItsTitleOrItsNumber() {
        var frame = FloatFrame(id: "fig-x", style: "chart", size: "text", number: "Figuur 3")
        #expect(
            html(frame).hasPrefix(
                "<figure class=\"float chart size-text\" id=\"fig-x\" aria-label=\"Figuur 3\">CONTENT<figcaption><p class=\"float-caption\">"
            )
        )
        #expect(!html(frame).contains("float-head"))
        frame.titleHTML = "Wat u ziet"
        #expect(html(frame).contains("aria-labelledby=\"fig-x-title\""))
        #expect(html(frame).contains("<p class=\"float-title\" id=\"fig-x-title\">Wat u ziet</p>"))
    }

    @Test func saysWhatIsInvented() {
        var frame = FloatFrame(id: "fig-x", style: "chart", size: "text", number: "Figuur 3")
        #expect(!html(frame).contains("illustrative"))
        frame.isIllustrative = true
        #expect(html(frame).contains("<p class=\"label-illustrative\">illustrative</p>"))
    }

    @Test func captionHoldsEverythingInOrder() {
        let frame = FloatFrame(
            id: "tab-x",
            style: "table",
            size: "wide",
            number: "Tabel 1",
            captionHTML: "<em>Bij</em>schrift.",
            noteHTML: "Let op.",
            source: "A & B"
        )
        #expect(
            html(frame).contains(
                "<figcaption><p class=\"float-caption\"><span class=\"float-number\">Tabel 1</span> <em>Bij</em>schrift. <span class=\"float-note\">Let op.</span> "
                    + "<span class=\"float-source\">source: A &amp; B</span></p>"
            )
        )
    }

    @Test func dataStandsBelowWithItsDownloads() {
        let frame = FloatFrame(
            id: "fig-x",
            style: "chart",
            size: "text",
            number: "Figuur 3",
            titleHTML: "T",
            download: "fig-x.csv",
            drawing: "fig-x.svg"
        )
        let text = html(frame, data: "DATA")
        #expect(misplaced(text) == [])
        #expect(
            text.contains(
                "<details class=\"float-data\"><summary>Gegevens bij figuur 3</summary>DATA<p class=\"download\">"
            )
        )
        #expect(
            text.contains("<a href=\"fig-x.csv\" download=\"\" aria-label=\"download_csv: Figuur 3\">download_csv</a>")
        )
        #expect(text.contains("<a href=\"fig-x.svg\" download=\"\""))
        #expect(!html(FloatFrame(id: "x", style: "table", size: "text", number: "Tabel 1")).contains("download"))
    }
}
