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

    /// The findings for the signs that Typst names, where `files` has them.
    private func unprintable(_ text: String, _ signs: [String], _ files: [String: String] = [:], drawing: String = "")
        -> [String]
    {
        var source = source
        source.text = Array(text.utf8)
        source.marks = [
            (0, Place(file: "content/a.md", line: 5, column: 1)), (10, Place(file: "content/b.md", line: 9, column: 3)),
        ]
        let place = Place(file: "content/f.md", line: 3)
        source.files = [.init(path: "drawings/f.svg", bytes: Array(drawing.utf8), place: place)]
        let printed = signs.map {
            "error: PDF/UA-1 error: the text `\"\($0)\"` could not be displayed with font `\"Inter\"`"
        }
        return TypstMessage.findings(TypstMessage.read(printed.joined(separator: "\n")), for: source) { sign, file in
            files.keys.sorted().filter { $0 == file ?? $0 }.compactMap { name in
                files[name].flatMap { $0.contains(sign) ? [Place(file: name, line: 7, column: 2)] : nil }
            }.first ?? []
        }
        .map { "\($0.place.file):\($0.place.line) \($0.message.en.split(separator: "character ").last ?? "")" }
    }

    @Test func looksForASignThatTypstDoesNotPlace() {
        #expect(unprintable("par(\"a\")\npar(\"😀\")", ["😀"]) == ["content/b.md:9 \"😀\" (U+1F600)"])
        #expect(unprintable("par(\"😀\")", ["\\u{1f600}"]) == ["content/a.md:5 \"😀\" (U+1F600)"])
        #expect(unprintable("a", ["日"], drawing: "<text>日</text>") == ["content/f.md:3 \"日\" (U+65E5)"])
        // The author's line where the sign itself stands, also where it came from data.
        #expect(unprintable("😀", ["😀"], ["content/a.md": "x 😀"]) == ["content/a.md:7 \"😀\" (U+1F600)"])
        #expect(unprintable("😀", ["😀"], ["data/d.csv": "😀"]) == ["data/d.csv:7 \"😀\" (U+1F600)"])
        // The template's own.
        #expect(unprintable("", ["😀"]) == ["content/programme.yaml:1 \"😀\" (U+1F600)"])
    }

    /// Typst names each code point of a digit in a square, and a digit can be printed.
    @Test func aSignThatIsPutTogetherIsOne() {
        let found = unprintable("1 en 1️⃣ en 1", ["1", "\\u{fe0f}", "\\u{20e3}"])
        #expect(found == ["content/a.md:5 \"1️⃣\" (U+0031 U+FE0F U+20E3)"])
        #expect(unprintable("1️⃣ 😀 ", ["1", "\\u{fe0f}", "\\u{20e3}", "😀"]).count == 2)
    }

    @Test(arguments: [
        ("\u{F0B7} een", 1), ("\u{E000}", 1), ("\u{F0000}", 1), ("\u{100000}", 1), ("é ﷽ \u{FEFF} ０ 🙂 ﹏", 0),
    ])
    func signsOfPrivateUseAreKnownWithoutTypst(_ text: String, _ count: Int) {
        var source = source
        source.text = Array(text.utf8)
        #expect(source.privateUse.count == count)
        #expect(
            source.unprintable(source.privateUse, places: { _, _ in [] }).map(\.id)
                == Array(repeating: "report.no-glyph", count: count)
        )
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
