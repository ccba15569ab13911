import Testing

@testable import Diagnostics

@Suite struct DiagnosticTextTests {
    let finding = Diagnostic(
        .error,
        "data.unknown-column",
        at: Place(file: "content/rapport/06-resultaten.md", line: 14, column: 6, length: 4),
        message: Wording(
            en: "no column \"wjik\" in dataset wijkprofiel (data/wijkprofiel.csv)",
            nl: "geen kolom \"wjik\" in dataset wijkprofiel"
        ),
        hint: Wording(en: "did you mean \"wijk\"?", nl: "bedoelde u \"wijk\"?")
    )

    @Test func textShowsPlaceLineCaretAndHint() {
        let text = render([finding], as: .text, language: .en) { _ in "  x: wjik" }
        #expect(
            text == """
                content/rapport/06-resultaten.md:14:6: error: no column "wjik" in dataset wijkprofiel (data/wijkprofiel.csv) [data.unknown-column]
                14 |   x: wjik
                   |      ^^^^
                hint: did you mean "wijk"?

                """
        )
    }

    @Test func dutchWords() {
        let text = render([finding], as: .text, language: .nl) { _ in nil }
        #expect(
            text
                == "content/rapport/06-resultaten.md:14:6: fout: geen kolom \"wjik\" in dataset wijkprofiel [data.unknown-column]\ntip: bedoelde u \"wijk\"?\n"
        )
    }

    @Test func columnsCountCharacters() {
        // "één" takes five bytes: byte column 7 is character column 5.
        let place = Place(file: "a.md", line: 1, column: 7, length: 1)
        let text = render(
            [Diagnostic(.warning, "x.y", at: place, message: Wording(en: "m", nl: "m"))],
            as: .text,
            language: .en
        ) { _ in "één x" }
        #expect(text == "a.md:1:5: warning: m [x.y]\n1 | één x\n  |     ^\n")
    }

    @Test func longLinesAreCutAroundThePlace() {
        let line = String(repeating: "a", count: 5_000) + "X" + String(repeating: "b", count: 5_000)
        let place = Place(file: "a.md", line: 1, column: 5_001, length: 1)
        let text = render(
            [Diagnostic(.error, "x.y", at: place, message: Wording(en: "m", nl: "m"))],
            as: .text,
            language: .en
        ) { _ in line }
        let lines = text.split(separator: "\n")
        #expect(lines[1].count < 200)
        #expect(Array(lines[1])[lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)] == "X")
    }

    @Test func placesBeyondTheLineDoNotCrash() {
        let place = Place(file: "a.md", line: 3, column: 900, length: 40)
        let text = render(
            [Diagnostic(.error, "x.y", at: place, message: Wording(en: "m", nl: "m"))],
            as: .text,
            language: .en
        ) { _ in "kort" }
        #expect(text.hasPrefix("a.md:3:"))
    }

    @Test func githubAnnotationsAreEscaped() {
        let odd = Diagnostic(
            .warning,
            "a.b",
            at: Place(file: "a,b.md", line: 2, column: 3),
            message: Wording(en: "100%\nno", nl: "")
        )
        #expect(
            render([odd], as: .github, language: .en) { _ in nil }
                == "::warning file=a%2Cb.md,line=2,col=3,title=a.b::100%25%0Ano\n"
        )
    }

    @Test func jsonAndSarifHoldTheSameFinding() {
        let json = render([finding], as: .json, language: .en) { _ in nil }
        #expect(
            json.contains("\"id\" : \"data.unknown-column\"") && json.contains("\"line\" : 14")
                && json.contains("\"severity\" : \"error\"")
        )
        let sarif = render([finding], as: .sarif, language: .en) { _ in nil }
        #expect(sarif.contains("\"ruleId\" : \"data.unknown-column\"") && sarif.contains("\"startLine\" : 14"))
    }

    /// SARIF knows columns in code points and not in bytes, and addresses that RFC 3986 allows.
    @Test func machinesCountCodePoints() {
        func place(_ file: String) -> Diagnostic {
            Diagnostic(.error, "x.y", at: Place(file: file, line: 1, column: 10), message: Wording(en: "m", nl: "m"))
        }
        // Before the x: two letters of two bytes, a face of four, and a blank.
        let line = "éé😀 x"
        let sarif = render([place("a/ü b%c:d.md")], as: .sarif, language: .en) { _ in line }
        #expect(sarif.contains("\"startColumn\" : 5"))
        #expect(sarif.contains("\"columnKind\" : \"unicodeCodePoints\""))
        #expect(sarif.contains("\"uri\" : \"a/%C3%BC%20b%25c%3Ad.md\""))
        #expect(render([place("a.md")], as: .github, language: .en) { _ in line }.contains("line=1,col=5,"))
        // A line that is not to be had has no column that anybody could tell.
        #expect(!render([place("a.md")], as: .sarif, language: .en) { _ in nil }.contains("startColumn"))
    }

    @Test func findingsAreSortedAndKeptOnce() {
        var findings = Findings()
        findings.error("b", at: Place(file: "b.md", line: 1), en: "", nl: "")
        findings.warning("a", at: Place(file: "a.md", line: 9), en: "", nl: "")
        findings.error("a", at: Place(file: "a.md", line: 2), en: "", nl: "")
        findings.error("a", at: Place(file: "a.md", line: 2), en: "", nl: "")
        #expect(findings.sorted.map { "\($0.place.file):\($0.place.line)" } == ["a.md:2", "a.md:9", "b.md:1"])
        #expect(findings.hasErrors)
    }

    @Test(arguments: DiagnosticFormat.allCases)
    func charactersThatNobodySeesAreShown(format: DiagnosticFormat) {
        let trick = "a\u{1B}[31m\u{202E}b\u{200B}c\nd\u{9B}e\u{2028}f"
        let finding = Diagnostic(
            .error,
            "x.y",
            at: Place(file: trick, line: 1, column: 5, length: 3),
            message: Wording(en: trick, nl: trick),
            hint: Wording(en: trick, nl: trick)
        )
        let text = render([finding], as: format, language: .en) { _ in "12\u{1B}4\u{202E}67" }
        #expect(text.unicodeScalars.allSatisfy { !$0.isUnseen || $0 == "\n" })
        var plain = finding
        (plain.place.file, plain.message, plain.hint) = ("a", self.finding.message, self.finding.message)
        let other = render([plain], as: format, language: .en) { _ in "12\u{1B}4\u{202E}67" }
        #expect(text.split(separator: "\n").count == other.split(separator: "\n").count)
        let backslash = [.json, .sarif].contains(format) ? "\\\\" : "\\"
        #expect(text.contains("a\(backslash)u{1B}[31m\(backslash)u{202E}b\(backslash)u{200B}c"))
    }

    @Test func caretsStandUnderWhatIsShown() {
        let place = Place(file: "a.md", line: 1, column: 4, length: 5)
        let text = render(
            [Diagnostic(.error, "x.y", at: place, message: Wording(en: "m", nl: "m"))],
            as: .text,
            language: .en
        ) { _ in "é\u{1B}\u{202E}12 3" }
        #expect(text == "a.md:1:3: error: m [x.y]\n1 | é\\u{1B}\\u{202E}12 3\n  |        ^^^^^^^^^^\n")
    }

    @Test func ordinaryTextStaysAsItIs() {
        for text in ["café — €5 “ja”", "سلام", "שלום", "a\u{AD}b", "\u{2764}\u{FE0F}", "日本"] {
            #expect(visible(text) == text)
        }
        #expect(visible("a\n\tb\u{7}", keepsLines: true) == "a\n\tb\\u{7}")
    }
}
