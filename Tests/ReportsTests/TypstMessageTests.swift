// What Typst prints, read back, and led to the author's line.
import Diagnostics
import Testing

@testable import Reports

private let source = ReportSource(
    name: "eindrapport",
    text: Array("#import\n#{\npar(\"a\");\npar(\"b\");\n}\n".utf8),
    files: [],
    marks: [
        (11, Place(file: "content/a.md", line: 5, column: 1)), (21, Place(file: "content/a.md", line: 9, column: 3)),
    ]
)

@Suite struct TypstMessageTests {
    @Test func readsErrorsWarningsPlacesAndHints() {
        let printed = """
            error: failed to decode image (unexpected end)
              ┌─ ../tmp/x/eindrapport/report/blocks.typ:8:50
              │
            8 │ #image("a")
              │  ^^^^^
              = hint: is it whole?
            help: error occurred in this call of function `picture`
              ┌─ ../tmp/x/eindrapport/main.typ:5:2
            warning: layout did not converge
            """
        let messages = TypstMessage.read(printed)
        #expect(messages.count == 2)
        #expect(
            messages[0].isError && messages[0].text == "failed to decode image (unexpected end)"
                && messages[0].hints == ["is it whole?"]
        )
        #expect(messages[0].locations.map(\.line) == [8, 5])
        #expect(!messages[1].isError && messages[1].locations.isEmpty)
    }

    /// The first line of `main.typ` is the digest's, so its line 4 is the third of the text.
    @Test(arguments: [(4, 5), (5, 9), (6, 9)]) func leadsALineToItsBlock(_ line: Int, _ place: Int) {
        #expect(source.place(ofLine: line)?.line == place)
    }

    @Test func namesTheAuthorsPlaceBeforeTheTemplates() {
        let messages = TypstMessage.read(
            "error: no\n  ┌─ /w/eindrapport/report.typ:3:4\n  ┌─ /w/eindrapport/main.typ:5:1\nerror: own\n  ┌─ /w/eindrapport/report.typ:3:4"
        )
        #expect(messages[0].diagnostic(for: source).place == Place(file: "content/a.md", line: 9, column: 3))
        #expect(messages[1].diagnostic(for: source).place == Place(file: "templates/report.typ", line: 3, column: 4))
    }

    @Test func saysWhichCharacterNoFontHas() {
        let message = TypstMessage.read(
            "error: PDF/UA-1 error: the text `\"😀\"` could not be displayed with font `\"Inter\"`\n  ┌─ eindrapport/main.typ:4:1"
        )
        let finding = message[0].diagnostic(for: source)
        #expect(finding.id == "report.no-glyph" && finding.message.nl.contains("\"😀\"") && finding.place.line == 5)
    }

    @Test func looksForACharacterThatTypstDoesNotPlace() {
        var source = source
        source.files = [
            .init(
                path: "drawings/f.svg",
                bytes: Array("<text>日</text>".utf8),
                place: Place(file: "content/f.md", line: 3)
            )
        ]
        source.text = Array("#import\n#{\npar(\"a\");\npar(\"😀\");\n}\n".utf8)
        func place(_ character: String) -> Place {
            TypstMessage.read("error: the text `\"\(character)\"` could not be displayed with font `\"Inter\"`")[0]
                .diagnostic(for: source).place
        }
        #expect(place("😀") == Place(file: "content/a.md", line: 9, column: 3))
        #expect(place("日") == Place(file: "content/f.md", line: 3))
    }

    @Test func aDrawingThatIsBrokenIsNamedWhereTheAuthorHasIt() {
        var source = source
        source.files = [
            .init(path: "images/1.svg", bytes: [], place: Place(file: "content/r/a.md", line: 7, column: 2))
        ]
        let message = TypstMessage.read("error: failed to parse SVG\n  ┌─ ../tmp/w/eindrapport/images/1.svg:1:158")[0]
        #expect(message.diagnostic(for: source).place == Place(file: "content/r/a.md", line: 7, column: 2))
    }

    /// A template of the programme's own may fail where nobody foresaw it.
    @Test func keepsWhatItCannotPlace() {
        let finding = TypstMessage.read("error: out of ideas")[0].diagnostic(for: source)
        #expect(
            finding.id == "report.typst" && finding.severity == .error && finding.place.file == "content/programme.yaml"
        )
    }
}
