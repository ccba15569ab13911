// Two editions held against each other: every way in which a number, a page or a text differs.
import Testing

@testable import SiteBuild

private func number(_ id: String = "a", _ value: Double? = 1, change: (inout NumberRecord) -> Void = { _ in }) -> NumberRecord {
    var number = NumberRecord(
        id: id, label: id, value: value, text: value.map { "\($0)" } ?? "onbekend", unit: "personen", period: "2020", source: "Telling", definition: "som",
        dataset: "d", sha256: "1", uses: [])
    change(&number)
    return number
}

private func facts(_ numbers: [NumberRecord] = [], pages: [PageRecord] = [], texts: [String: [String]]? = nil) -> EditionFacts {
    var facts = EditionFacts()
    facts.numbers = numbers
    facts.pages = pages
    facts.texts = texts?.mapValues { $0.map { ParagraphRecord(text: $0, digest: $0) } }
    return facts
}

private func page(_ id: String, at address: String? = nil, aliases: [String] = []) -> PageRecord {
    PageRecord(id: id, address: address ?? id + "/", title: id, aliases: aliases)
}

@Suite struct CompareTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var causes: [ChangeCause]?
        var difference: Double?
        var isCorrected = false
        var new: NumberRecord
    }

    static let cases = [
        Case(testDescription: "the same", causes: nil, new: number()),
        Case(testDescription: "the same, corrected elsewhere", causes: nil, isCorrected: true, new: number()),
        Case(testDescription: "another label only", causes: nil, new: number { $0.label = "Anders" }),
        Case(testDescription: "other data, the same value", causes: nil, new: number { $0.sha256 = "2" }),
        Case(testDescription: "other data", causes: [.data], difference: 2, new: number("a", 3) { $0.sha256 = "2" }),
        Case(testDescription: "another source", causes: [.data], difference: 2, new: number("a", 3) { $0.source = "Enquête" }),
        Case(testDescription: "another value only", causes: [.text], difference: -1, new: number("a", 0)),
        Case(testDescription: "corrected", causes: [.correction], difference: 2, isCorrected: true, new: number("a", 3)),
        Case(testDescription: "another period", causes: [.period, .data], difference: 2, new: number("a", 3) { ($0.period, $0.sha256) = ("2021", "2") }),
        Case(testDescription: "another period, the same value", causes: [.period], difference: 0, new: number { $0.period = "2021" }),
        Case(testDescription: "another definition", causes: [.definition, .data], difference: nil, new: number("a", 3) { ($0.definition, $0.sha256) = ("gemiddelde", "2") }),
        Case(testDescription: "another unit", causes: [.definition], difference: nil, new: number("a", 3) { $0.unit = "gezinnen" }),
        Case(testDescription: "another dataset", causes: [.definition, .data], difference: nil, new: number("a", 3) { ($0.dataset, $0.sha256) = ("e", "2") }),
        Case(testDescription: "bridged", causes: [.definition], difference: 2, new: number("a", 3) { ($0.definition, $0.bridge) = ("gemiddelde", "reden") }),
        Case(testDescription: "no bridge over units", causes: [.definition], difference: nil, new: number("a", 3) { ($0.unit, $0.bridge) = ("%", "reden") }),
        Case(testDescription: "hidden now", causes: [.data], difference: nil, new: number("a", nil) { $0.sha256 = "2" }),
        Case(testDescription: "about", causes: [.text], difference: 0, new: number { $0.qualifier = "ongeveer" }),
    ]

    @Test(arguments: cases) func aNumber(_ example: Case) {
        let changes = compare(facts([number()]), facts([example.new]), corrected: example.isCorrected ? ["a"] : [])
        #expect(changes.numbers.first?.causes == example.causes)
        #expect(changes.numbers.first?.difference == example.difference)
        #expect(changes.numbers.count == (example.causes == nil ? 0 : 1))
    }

    @Test func numbersComeAndGo() {
        let changes = compare(facts([number("a"), number("b")]), facts([number("b"), number("c")])).numbers
        #expect(changes.map(\.id) == ["c", "a"])
        #expect(changes[0].old == nil && changes[1].new == nil)
    }

    @Test func pagesAreKnownByIdOrFormerName() {
        let old = [page("blijft"), page("oud"), page("weg"), page("heette", aliases: ["nog-ouder"])]
        let new = [page("blijft"), page("nieuw", aliases: ["oud"]), page("erbij"), page("nu-zo", aliases: ["nog-ouder"])]
        let changes = compare(facts(pages: old), facts(pages: new)).pages
        #expect(changes.map { "\($0.kind.rawValue) \($0.old?.id ?? "-") \($0.new?.id ?? "-")" } == [
            "added - erbij", "renamed oud nieuw", "renamed heette nu-zo", "removed weg -",
        ])
    }

    /// A page that kept its name is not given to one that claims it as a former name.
    @Test func anIdCountsBeforeAFormerName() {
        let changes = compare(facts(pages: [page("a")]), facts(pages: [page("b", aliases: ["a"]), page("a")])).pages
        #expect(changes.map { "\($0.kind.rawValue) \($0.new?.id ?? "-")" } == ["added b"])
    }

    @Test func paragraphs() {
        let changes = compare(
            facts(pages: [page("a"), page("b")], texts: ["a": ["een", "twee", "drie", "vier"], "b": ["x"]]),
            facts(pages: [page("a"), page("b")], texts: ["a": ["nul", "een", "2", "drie"], "b": ["x"]]))
        #expect(changes.texts.map(\.page.id) == ["a"])
        #expect(changes.texts.first?.paragraphs == [.init(old: nil, new: "nul"), .init(old: "twee", new: "2"), .init(old: "vier", new: nil)])
    }

    @Test func anEditionWithoutTextsIsComparedAsFarAsItGoes() {
        let changes = compare(facts([number()], pages: [page("a")]), facts([number("a", 2)], pages: [page("a")], texts: ["a": ["een"]]))
        #expect(changes.numbers.count == 1)
        #expect(changes.texts == [])
    }
}
