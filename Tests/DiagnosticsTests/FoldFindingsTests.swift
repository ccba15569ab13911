// Many findings become few, and none is lost: the counts add up, and errors stay errors.
import Testing

@testable import Diagnostics

@Suite struct FoldFindingsTests {
    private func findings(_ count: Int, file: String = "a.md", message: (Int) -> String) -> Findings {
        var findings = Findings()
        for number in 0..<count {
            findings.error(
                "x.y",
                at: Place(file: file, line: 1 + number / 10, column: 1 + number % 10),
                en: message(number),
                nl: message(number)
            )
        }
        return findings
    }

    private func sum(_ findings: [Diagnostic]) -> Int { findings.reduce(0) { $0 + $1.count } }

    @Test func fewStayAsTheyAre() {
        let five = findings(5) { _ in "same" }.sorted
        #expect(five.map(\.count) == [1, 1, 1, 1, 1])
        let differing = findings(21) { "number \($0)" }.sorted
        #expect(differing.count == 21)
    }

    @Test(arguments: [6, 40, 100_000]) func oneMessageIsOneFinding(count: Int) {
        let shown = findings(count) { _ in "same" }.sorted
        #expect(shown.count == 1)
        #expect(shown[0].count == count)
        #expect(shown[0].message.en == "same (\(count) times: also column 2, column 3, …)")
        #expect(shown[0].message.nl == "same (\(count) keer: ook kolom 2, kolom 3, …)")
    }

    @Test func otherLinesAreNamed() {
        var findings = Findings()
        for line in 1...9 { findings.warning("x.y", at: Place(file: "a.md", line: line), en: "m", nl: "m") }
        #expect(findings.sorted.map(\.message.en) == ["m (9 times: also line 2, line 3, …)"])
    }

    @Test(arguments: [22, 40, 100_000]) func twentyOfAKindAreShownAndTheRestCounted(count: Int) {
        let shown = findings(count) { "number \($0)" }.sorted
        #expect(shown.count == 21)
        #expect(sum(shown) == count)
        #expect(shown[20].message.en == "and \(count - 20) more findings of this kind in this file, from here on")
        #expect(shown[20].place == Place(file: "a.md", line: 3, column: 1))
    }

    @Test func eachFileHasTwenty() {
        var both = findings(30, file: "a.md") { "number \($0)" }
        both.add(contentsOf: findings(30, file: "b.md") { "number \($0)" })
        #expect(both.sorted.count == 42)
    }

    @Test func oneMessageInManyFilesIsOneFinding() {
        var findings = Findings()
        for number in 0..<500 {
            findings.error("x.y", at: Place(file: "a\(1000 + number).md", line: 1), en: "m", nl: "m")
        }
        #expect(findings.sorted.map(\.count) == [500])
        #expect(findings.sorted[0].message.en == "m (500 times: also a1001.md:1, a1002.md:1, …)")
    }

    @Test func severitiesAndHintsAreCausesOfTheirOwn() {
        var findings = Findings()
        for line in 1...8 {
            findings.error("x.y", at: Place(file: "a", line: line), en: "m", nl: "m", hint: Wording(en: "a", nl: "a"))
            findings.error("x.y", at: Place(file: "a", line: line), en: "m", nl: "m", hint: Wording(en: "b", nl: "b"))
            findings.hint("x.y", at: Place(file: "a", line: line), en: "m", nl: "m")
        }
        #expect(findings.sorted.map(\.count) == [8, 8, 8])
        #expect(findings.hasErrors)
    }

    /// The hundredth hint is not worked out, and its finding is folded with those that have one.
    @Test func hintsAreWorkedOutForTheFirstHundredOnly() {
        var findings = Findings()
        var asked = 0
        func hint() -> Wording {
            asked += 1
            return Wording(en: "h", nl: "h")
        }
        for line in 1...5_000 {
            findings.error("x.y", at: Place(file: "a", line: line), en: "m", nl: "m", hint: hint())
        }
        #expect(asked == 100)
        #expect(findings.sorted.map(\.count) == [5_000])
        #expect(findings.sorted[0].hint?.en == "h")
    }

    @Test func everyFormatSaysHowMany() {
        let shown = findings(30) { _ in "same" }.sorted
        for format in [DiagnosticFormat.text, .github, .json, .sarif] {
            let text = render(shown, as: format, language: .en) { _ in nil }
            #expect(text.contains("30 times"), "\(format)")
        }
        #expect(render(shown, as: .json, language: .en) { _ in nil }.contains("\"count\" : 30"))
        #expect(render(shown, as: .sarif, language: .en) { _ in nil }.contains("\"occurrenceCount\" : 30"))
    }

    /// Findings on one line ask for it once, and show a window of it.
    @Test func aLongLineIsFetchedOnce() {
        let line = String(repeating: "é", count: 500_000)
        var fetched = 0
        let shown = (0..<20).map {
            Diagnostic(
                .error,
                "x.y",
                at: Place(file: "a.md", line: 1, column: 1 + $0 * 4_000, length: 3_000),
                message: Wording(en: "m\($0)", nl: "")
            )
        }
        let text = DiagnosticText(language: .en) { _ in
            fetched += 1
            return line
        }.render(shown)
        #expect(fetched == 1)
        #expect(text.count < 20 * 400)
    }
}
