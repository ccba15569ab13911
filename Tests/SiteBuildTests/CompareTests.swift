// Two editions held against each other: every way in which a number, a page or a text differs.
import Testing

@testable import SiteBuild

private func number(_ id: String = "a", _ value: Double? = 1, change: (inout NumberRecord) -> Void = { _ in })
    -> NumberRecord
{
    var number = NumberRecord(
        id: id,
        label: id,
        value: value,
        text: value.map { "\($0)" } ?? "onbekend",
        written: value.map { "\($0)" } ?? "onbekend",
        unit: "personen",
        period: "2020",
        source: "Telling",
        definition: "som",
        dataset: "d",
        sha256: "1",
        uses: []
    )
    change(&number)
    return number
}

private func facts(_ numbers: [NumberRecord] = [], pages: [PageRecord] = [], texts: [String: [String]]? = nil)
    -> EditionFacts
{
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
        Case(
            testDescription: "another source",
            causes: [.source],
            difference: 2,
            new: number("a", 3) { $0.source = "Enquête" }
        ),
        Case(testDescription: "another value only", causes: [.text], difference: -1, new: number("a", 0)),
        Case(
            testDescription: "other digits behind the last one shown",
            causes: nil,
            new: number("a", 1.04) { $0.text = "1.0" }
        ),
        Case(testDescription: "no noise of binary fractions", causes: [.text], difference: 0.2, new: number("a", 1.2)),
        Case(
            testDescription: "corrected to something else than the erratum says",
            causes: [.text],
            difference: 3,
            isCorrected: true,
            new: number("a", 4)
        ),
        Case(
            testDescription: "corrected",
            causes: [.correction],
            difference: nil,
            isCorrected: true,
            new: number("a", 3)
        ),
        Case(
            testDescription: "corrected, with other data",
            causes: [.correction],
            difference: nil,
            isCorrected: true,
            new: number("a", 3) { $0.sha256 = "2" }
        ),
        Case(
            testDescription: "corrected, another period",
            causes: [.correction, .period],
            difference: nil,
            isCorrected: true,
            new: number("a", 3) { $0.period = "2021" }
        ),
        Case(
            testDescription: "another period",
            causes: [.period, .data],
            difference: 2,
            new: number("a", 3) { ($0.period, $0.sha256) = ("2021", "2") }
        ),
        Case(
            testDescription: "another period, the same value",
            causes: [.period],
            difference: 0,
            new: number { $0.period = "2021" }
        ),
        Case(
            testDescription: "another definition",
            causes: [.definition, .data],
            difference: nil,
            new: number("a", 3) { ($0.definition, $0.sha256) = ("gemiddelde", "2") }
        ),
        Case(
            testDescription: "another unit",
            causes: [.definition],
            difference: nil,
            new: number("a", 3) { $0.unit = "gezinnen" }
        ),
        Case(
            testDescription: "another dataset",
            causes: [.definition, .data],
            difference: nil,
            new: number("a", 3) { ($0.dataset, $0.sha256) = ("e", "2") }
        ),
        Case(
            testDescription: "bridged",
            causes: [.definition],
            difference: 2,
            new: number("a", 3) { ($0.definition, $0.bridge) = ("gemiddelde", "reden") }
        ),
        Case(
            testDescription: "no bridge over units",
            causes: [.definition],
            difference: nil,
            new: number("a", 3) { ($0.unit, $0.bridge) = ("%", "reden") }
        ),
        Case(
            testDescription: "hidden now",
            causes: [.data],
            difference: nil,
            new: number("a", nil) { ($0.sha256, $0.isSuppressed) = ("2", true) }
        ),
        Case(
            testDescription: "invented no longer",
            causes: [.definition, .data],
            difference: nil,
            new: number("a", 3) { ($0.isIllustrative, $0.sha256) = (true, "2") }
        ),
        Case(
            testDescription: "another target",
            causes: [.target],
            difference: 0,
            new: number { $0.target = .text("5") }
        ),
        Case(
            testDescription: "another target and value",
            causes: [.target, .text],
            difference: 2,
            new: number("a", 3) { $0.target = .number(5) }
        ),
        Case(
            testDescription: "about",
            causes: [.qualifier],
            difference: nil,
            new: number { $0.qualifier = "ongeveer" }
        ),
        Case(testDescription: "more cases", causes: [.n], difference: 0, new: number { $0.n = .number(240) }),
        Case(
            testDescription: "the same, from elsewhere",
            causes: [.source],
            difference: 0,
            new: number { $0.source = "B" }
        ),
        Case(testDescription: "explained", causes: [.note], difference: 0, new: number { $0.note = "Zonder huur." }),
        Case(
            testDescription: "with a decimal more",
            causes: [.format],
            difference: 0,
            new: number { $0.text = "1.00" }
        ),
        Case(
            testDescription: "in words",
            causes: [.data],
            difference: nil,
            new: number("a", 10) { ($0.text, $0.sha256) = ("9–12", "2") }
        ),
    ]

    @Test(arguments: cases) func aNumber(_ example: Case) {
        let changes = compare(
            facts([number()]),
            facts([example.new]),
            corrections: example.isCorrected ? ["a": Correction(new: "3.0", reason: "Verwisseld.")] : [:]
        )
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
        let new = [
            page("blijft"), page("nieuw", aliases: ["oud"]), page("erbij"), page("nu-zo", aliases: ["nog-ouder"]),
        ]
        let changes = compare(facts(pages: old), facts(pages: new)).pages
        #expect(
            changes.map { "\($0.kind.rawValue) \($0.old?.id ?? "-") \($0.new?.id ?? "-")" } == [
                "added - erbij", "renamed oud nieuw", "renamed heette nu-zo", "removed weg -",
            ]
        )
    }

    /// A page that kept its name is not given to one that claims it as a former name.
    @Test func anIdCountsBeforeAFormerName() {
        let changes = compare(facts(pages: [page("a")]), facts(pages: [page("b", aliases: ["a"]), page("a")])).pages
        #expect(changes.map { "\($0.kind.rawValue) \($0.new?.id ?? "-")" } == ["added b"])
    }

    @Test func paragraphs() {
        let changes = compare(
            facts(pages: [page("a"), page("b")], texts: ["a": ["een", "twee", "drie", "vier"], "b": ["x"]]),
            facts(pages: [page("a"), page("b")], texts: ["a": ["nul", "een", "2", "drie"], "b": ["x"]])
        )
        #expect(changes.texts.map(\.page.id) == ["a"])
        #expect(
            changes.texts.first?.paragraphs == [
                .init(old: nil, new: "nul"), .init(old: "twee"), .init(new: "2"), .init(old: "vier", new: nil),
            ]
        )
    }

    @Test func aParagraphThatSharesHalfOfItsWordsWasRewritten() {
        func changed(_ old: [String], _ new: [String]) -> [TextChange.Paragraph] {
            compare(facts(pages: [page("a")], texts: ["a": old]), facts(pages: [page("a")], texts: ["a": new])).texts
                .first?.paragraphs ?? []
        }
        #expect(
            changed(["De ploeg werkt hier"], ["De ploeg werkte hier"]) == [
                .init(old: "De ploeg werkt hier", new: "De ploeg werkte hier")
            ]
        )
        #expect(
            changed(["De ploeg werkt hier"], ["Het geld is op"]) == [
                .init(old: "De ploeg werkt hier"), .init(new: "Het geld is op"),
            ]
        )
        // The partner need not stand in the same place.
        #expect(
            changed(["Een twee drie vier"], ["Iets anders hier", "Een twee drie vijf"]) == [
                .init(new: "Iets anders hier"), .init(old: "Een twee drie vier", new: "Een twee drie vijf"),
            ]
        )
        // Other blanks read the same.
        #expect(changed(["Een twee\u{A0}drie"], ["Een twee drie"]) == [])
    }

    /// What a change comes down to decides under which heading it stands.
    @Test func whatAChangeComesDownTo() {
        func kind(_ change: (inout NumberRecord) -> Void) -> NumberChange.Kind? {
            compare(facts([number()]), facts([number(change: change)])).numbers.first?.kind
        }
        #expect(kind { ($0.text, $0.value) = ("2.0", 2) } == .other)
        #expect(kind { ($0.text, $0.isSuppressed, $0.value) = ("minder dan 10", true, nil) } == .hidden)
        #expect(kind { ($0.definition, $0.period) = ("gemiddelde", "2021") } == .redefined)
        #expect(kind { ($0.target, $0.period) = (.number(5), "2021") } == .target)
        #expect(kind { $0.period = "2021" } == .period)
        #expect(kind { $0.qualifier = "ruim" } == .restated)
        #expect(kind { $0.text = "1.00" } == .restated)
    }

    /// Nothing of a number that is hidden now: neither how many people it was about, nor in the words of a page.
    @Test func whatIsHiddenNowStandsInNoTextEither() {
        var (before, after) = (
            facts([number("a", 17) { ($0.text, $0.n) = ("17", .number(17)) }], pages: [page("p")], texts: ["p": []]),
            facts(
                [number("a", nil) { ($0.text, $0.isSuppressed) = ("minder dan 20", true) }],
                pages: [page("p")],
                texts: ["p": []]
            )
        )
        before.numbers[0].uses = [.init(address: "p/", title: "p")]
        before.texts?["p"] = [ParagraphRecord(text: "17 van de 170 mensen, dus 17.", digest: "1")]
        after.texts?["p"] = [ParagraphRecord(text: "minder dan 20 van de 170 mensen, dus weinig.", digest: "2")]
        let changes = compare(before, after)
        #expect(changes.texts.first?.paragraphs.compactMap(\.old) == ["[…] van de 170 mensen, dus […]."])
        #expect(changes.numbers.first?.causes.contains(.n) == false)
        #expect(changes.numbers.first?.old?.n == nil)
    }

    /// A threshold that moved: it was hidden and stays hidden.
    @Test func whatStaysHiddenIsNoOtherNumber() {
        func hidden(_ text: String) -> NumberRecord {
            number("a", nil) { ($0.text, $0.isSuppressed, $0.sha256) = (text, true, nil) }
        }
        let changes = compare(facts([hidden("minder dan 10")]), facts([hidden("minder dan 5")])).numbers
        #expect(changes.map(\.causes) == [[.format]] && changes.first?.kind == .restated)
    }

    @Test func projectsComeAndGoWithTheirInterventions() {
        func project(_ id: String, _ status: String?, _ names: [String: String?] = [:]) -> PageRecord {
            let interventions = names.sorted { $0.key < $1.key }.map {
                PageRecord.Intervention(name: $0.key, status: $0.value)
            }
            return PageRecord(
                id: id,
                address: id + "/",
                title: id,
                aliases: [],
                kind: "project",
                status: status,
                interventions: interventions
            )
        }
        let changes = compare(
            facts(pages: [project("a", "loopt", ["x": "loopt", "weg": nil]), project("oud", "loopt", ["y": "loopt"])]),
            facts(pages: [
                project("a", "loopt", ["x": "klaar", "erbij": nil]), project("nieuw", nil, ["z": nil]), page("p"),
            ])
        ).statuses
        #expect(
            changes.map { "\($0.kind) \($0.page.id) \($0.intervention ?? "-") \($0.interventions.map(\.name))" } == [
                "added a erbij []", "changed a x []", "removed a weg []", "added nieuw - [\"z\"]",
                "removed oud - [\"y\"]",
            ]
        )
    }

    // MARK: Datasets

    /// Where the author says from when on something else is measured, what came before is still one series.
    @Test(
        arguments: [
            ("som waar jaar = 2018", "2018–2021", true), ("som waar jaar = 2018 of 2019 en wijk = A", nil, true),
            ("som waar jaar = 2019, 2020 of 2021", nil, false), ("som van x", "2017–2019", true),
            ("som van x", "2019–2020", false), ("som van x", nil, false),
        ] as [(String, String?, Bool)]
    )
    func whatLiesBeforeABreak(definition: String, period: String?, isBefore: Bool) {
        let record = number { ($0.definition, $0.period) = (definition, period) }
        var (before, after) = (facts([record]), facts([record]))
        (before.datasets, after.datasets) = ([dataset("d", index: "ratio")], [dataset("d", index: "inverse")])
        #expect(compare(before, after).numbers.map(\.causes) == [[.definition]])
        after.datasets[0].breaks = [.init(column: "jaar", from: "2020", reason: "anders geteld")]
        #expect(compare(before, after).numbers.isEmpty == isBefore)
    }

    @Test func aFigureBeforeABreakIsTheSame() {
        func figure(_ years: [String]) -> FigureRecord {
            var record = self.figure(years.map { [.text($0), .number(1)] })
            record.columns[0].name = "jaar"
            return record
        }
        for (years, isRedefined) in [(["2018", "2019"], false), (["2019", "2020"], true)] {
            var (before, after) = (EditionFacts(), EditionFacts())
            (before.figures, after.figures) = ([figure(years)], [figure(years)])
            (before.datasets, after.datasets) = ([dataset("d", index: "ratio")], [dataset("d", index: "inverse")])
            after.datasets[0].breaks = [.init(column: "jaar", from: "2020", reason: "anders geteld")]
            #expect(compare(before, after).figures.contains(where: \.isRedefined) == isRedefined)
        }
    }

    /// No reason makes kilos of pounds.
    @Test func aDatasetIsNotBridgedOverUnits() {
        var (before, after) = (facts([number()]), facts([number("a", 3) { $0.sha256 = "2" }]))
        (before.datasets, after.datasets) = ([dataset("d")], [dataset("d", bridge: "net zo")])
        (before.datasets[0].unit, after.datasets[0].unit) = ("personen", "gezinnen")
        let changes = compare(before, after)
        #expect(changes.datasets.map(\.bridge) == [nil])
        #expect(changes.numbers.map(\.difference) == [nil])
    }

    /// A draft that had nothing before it did not gather its figures: they did not vanish.
    @Test func figuresThatAreNotKnownAreNotGone() {
        var before = facts(texts: [:])
        before.figures = [figure([[.text("A"), .number(1)]])]
        #expect(compare(before, facts()).figures.isEmpty)
        #expect(compare(before, facts(texts: [:])).figures.count == 1)
    }

    private func dataset(
        _ name: String,
        aliases: [String] = [],
        index: String? = nil,
        areas: [String: [String]] = [:],
        bridge: String? = nil
    ) -> DatasetRecord {
        DatasetRecord(
            name: name,
            title: name,
            aliases: aliases,
            index: index,
            indexWords: index,
            areas: areas.sorted { $0.key < $1.key }.map { .init(name: $0.key, members: $0.value) },
            bridge: bridge
        )
    }

    private func redefined(_ old: DatasetRecord, _ new: DatasetRecord) -> [String] {
        var (before, after) = (EditionFacts(), EditionFacts())
        (before.datasets, after.datasets) = ([old], [new])
        return compare(before, after).datasets.map { "\($0.oldWords) → \($0.newWords)" }
    }

    @Test func whatADatasetMeasures() {
        #expect(redefined(dataset("a", index: "ratio"), dataset("a", index: "complement")) == ["ratio → complement"])
        #expect(
            redefined(dataset("a", areas: ["Samen": ["A", "B"]]), dataset("a", areas: ["Samen": ["A", "C"]])) == [
                "Samen = A + B → Samen = A + C"
            ]
        )
        // One area more says nothing about the others; nor do other words for the same.
        #expect(
            redefined(
                dataset("a", areas: ["Samen": ["A", "B"]]),
                dataset("a", areas: ["Samen": ["A", "B"], "Alles": ["A", "B", "C"]])
            ) == []
        )
        var reworded = dataset("a", index: "ratio")
        reworded.indexWords = "gedeeld door"
        #expect(redefined(dataset("a", index: "ratio"), reworded) == [])
        #expect(
            redefined(dataset("a", index: "ratio"), dataset("b", aliases: ["a"], index: "complement")) == [
                "ratio → complement"
            ]
        )
        #expect(redefined(dataset("a", index: "ratio"), dataset("b", index: "complement")) == [])
    }

    @Test func anAreaMadeOtherwiseBreaksOnlyWhatIsAboutIt() {
        func about(_ area: String) -> NumberRecord { number(area) { $0.definition = "index waar wijk = \(area)" } }
        var (before, after) = (facts([about("Samen"), about("Noord")]), facts([about("Samen"), about("Noord")]))
        (before.datasets, after.datasets) = (
            [dataset("d", areas: ["Samen": ["A", "B"]])], [dataset("d", areas: ["Samen": ["A", "C"]])]
        )
        #expect(compare(before, after).numbers.map { "\($0.id) \($0.causes)" } == ["Samen \([ChangeCause.definition])"])
    }

    @Test func aRenamedDatasetIsTheSame() {
        var (before, after) = (facts([number()]), facts([number("a", 3) { ($0.dataset, $0.sha256) = ("e", "2") }]))
        (before.datasets, after.datasets) = ([dataset("d")], [dataset("e", aliases: ["d"])])
        #expect(compare(before, after).numbers.map(\.causes) == [[.data]])
        #expect(compare(before, after).numbers.first?.difference == 2)
        after.datasets = [dataset("e", aliases: ["d"], index: "ratio")]
        #expect(compare(before, after).numbers.map(\.causes) == [[.definition, .data]])
        after.datasets[0].bridge = "dezelfde methode"
        #expect(compare(before, after).numbers.map(\.causes) == [[.data]])
    }

    /// What was shown once and is hidden now must not come out as "first 12, now hidden".
    @Test func whatIsHiddenNowIsNotShownInPassing() throws {
        let changes = compare(
            facts([number("a", 12)]),
            facts([number("a", nil) { ($0.isSuppressed, $0.text) = (true, "minder dan 15") }])
        )
        let old = try #require(changes.numbers.first?.old)
        #expect(old.value == nil && old.text == "–" && old.written == "–")
        let cell = try #require(
            change(figure([[.text("A"), .number(12)]]), figure([[.text("A"), .hidden]]))?.cells.first
        )
        #expect(cell.old == .hidden && cell.new == .hidden)
    }

    @Test(
        arguments: [("procent", "%", true), ("procent", "euro", false), (nil, "%", false)] as [(String?, String, Bool)]
    )
    func unitsThatAreTheSame(old: String?, new: String, isSame: Bool) {
        let changes = compare(facts([number { $0.unit = old }]), facts([number { $0.unit = new }]))
        #expect(changes.numbers.isEmpty == isSame)
    }

    // MARK: Figures

    private func figure(_ rows: [[FigureRecord.Cell]], measures: [String] = ["n"], decimals: Int = 0) -> FigureRecord {
        let columns =
            [FigureRecord.Column(name: "wijk", title: "Wijk", isCategory: true, decimals: 0)]
            + measures.map {
                FigureRecord.Column(name: $0, title: $0.uppercased(), isCategory: false, decimals: decimals)
            }
        return FigureRecord(
            id: "fig",
            title: "Figuur",
            page: "p",
            dataset: "d",
            isIllustrative: false,
            columns: columns,
            rows: rows
        )
    }

    private func change(_ old: FigureRecord, _ new: FigureRecord) -> FigureChange? {
        var (before, after) = (EditionFacts(), EditionFacts())
        (before.figures, after.figures) = ([old], [new])
        return compare(before, after).figures.first
    }

    /// A chart's measure is called `y`, and so may the column be that names its rows.
    @Test func aMeasureAndACategoryOfOneName() throws {
        func named(_ value: Double) -> FigureRecord {
            var record = figure([[.text("A"), .number(value)]], measures: ["wijk"])
            record.columns[1].unit = "personen"
            return record
        }
        #expect(change(named(1), named(1)) == nil)
        let found = try #require(change(named(1), named(4)))
        #expect(!found.isRedefined)
        #expect(found.cells.map { "\($0.row) \($0.old) \($0.new)" } == ["A number(1.0) number(4.0)"])
    }

    @Test func cellsOfAFigure() throws {
        let old = figure([[.text("A"), .number(1)], [.text("B"), .missing], [.text("C"), .hidden]])
        #expect(change(old, old) == nil)
        let found = try #require(
            change(old, figure([[.text("C"), .hidden], [.text("B"), .number(4)], [.text("D"), .number(9)]]))
        )
        #expect(found.cells.map { "\($0.row) \($0.old) \($0.new)" } == ["B missing number(4.0)"])
        #expect(found.addedRows == ["D"] && found.removedRows == ["A"])
        let wider = try #require(
            change(
                old,
                figure(
                    [
                        [.text("A"), .number(1), .number(2)], [.text("B"), .missing, .missing],
                        [.text("C"), .hidden, .missing],
                    ],
                    measures: ["n", "m"]
                )
            )
        )
        #expect(wider.addedColumns == ["M"] && wider.cells.isEmpty)
    }

    @Test func whatReadersDoNotSeeIsNoChange() {
        #expect(
            change(
                figure([[.text("A"), .number(1.04)]], decimals: 1),
                figure([[.text("A"), .number(1.0)]], decimals: 1)
            ) == nil
        )
        #expect(
            change(
                figure([[.text("A"), .number(1.06)]], decimals: 1),
                figure([[.text("A"), .number(1.0)]], decimals: 1)
            ) != nil
        )
    }

    @Test func rowsWithOneNameAreToldApartByTheirOrder() throws {
        let old = figure([[.text("A"), .number(1)], [.text("A"), .number(2)]])
        let found = try #require(change(old, figure([[.text("A"), .number(1)], [.text("A"), .number(3)]])))
        #expect(found.cells.map { "\($0.old) \($0.new)" } == ["number(2.0) number(3.0)"])
    }

    /// A table of texts: one cell that changed is one cell, not a row that came and a row that went.
    @Test func rowsAreNamedByAsFewColumnsAsNeeded() throws {
        func table(_ rows: [[String]]) -> FigureRecord {
            let columns = ["app", "einde", "reden"].map {
                FigureRecord.Column(name: $0, title: $0, isCategory: true, decimals: 0)
            }
            return FigureRecord(
                id: "fig",
                title: "Figuur",
                page: "p",
                dataset: "d",
                isIllustrative: false,
                columns: columns,
                rows: rows.map { $0.map { $0.isEmpty ? .missing : .text($0) } }
            )
        }
        let found = try #require(
            change(
                table([["eGPO", "2019", "x"], ["Helder", "", ""]]),
                table([["eGPO", "2019", "x"], ["Helder", "2020", ""]])
            )
        )
        #expect(
            found.cells.map { "\($0.row): \($0.column.name) \($0.old) \($0.new)" } == [
                "Helder: einde missing text(\"2020\")"
            ]
        )
        #expect(found.addedRows.isEmpty && found.removedRows.isEmpty && found.rowTitle == "app")
        // Two rows of one app: the second column is needed as well.
        let twice = try #require(
            change(table([["A", "1", "x"], ["A", "2", "y"]]), table([["A", "1", "x"], ["A", "2", "z"]]))
        )
        #expect(twice.cells.map(\.row) == ["A, 2"])
    }

    @Test func anotherTitleIsAChangeOfTheFigure() throws {
        var new = figure([[.text("A"), .number(1)]])
        new.title = "Anders"
        #expect(try #require(change(figure([[.text("A"), .number(1)]]), new)).old?.title == "Figuur")
    }

    @Test func otherCategoriesHaveNoCounterparts() throws {
        var new = figure([[.text("A"), .number(1)]])
        new.columns[0].name = "thema"
        #expect(try #require(change(figure([[.text("A"), .number(1)]]), new)).isRebuilt)
    }

    @Test func aFigureOfADatasetThatMeasuresSomethingElse() throws {
        var (before, after) = (EditionFacts(), EditionFacts())
        (before.figures, after.figures) = ([figure([[.text("A"), .number(1)]])], [figure([[.text("A"), .number(1)]])])
        (before.datasets, after.datasets) = ([dataset("d", index: "ratio")], [dataset("d", index: "complement")])
        #expect(try #require(compare(before, after).figures.first).isRedefined)
    }

    // MARK: Projects

    @Test func howProjectsStand() {
        func project(_ status: String?, _ interventions: [String: String?]) -> PageRecord {
            var record = page("p", at: "p/")
            record.status = status
            record.interventions = interventions.sorted { $0.key < $1.key }.map {
                PageRecord.Intervention(name: $0.key, status: $0.value)
            }
            return record
        }
        let changes = compare(
            facts(pages: [project("running", ["a": "running", "b": "running", "c": "completed"])]),
            facts(pages: [project("stopped", ["a": "running", "b": "stopped", "d": "running"])])
        )
        #expect(
            changes.statuses.map { "\($0.intervention ?? "project"): \($0.old ?? "-") \($0.new ?? "-")" } == [
                "project: running stopped", "b: running stopped", "d: - running", "c: completed -",
            ]
        )
    }

    @Test func pagesThatTheBuildMakesAreNoNews() {
        var changesPage = page(":changes", at: "wijzigingen/")
        changesPage.isGenerated = true
        #expect(compare(facts(pages: []), facts(pages: [changesPage])).pages == [])
        #expect(compare(facts(pages: [changesPage]), facts(pages: [])).pages == [])
    }

    @Test func anEditionWithoutTextsIsComparedAsFarAsItGoes() {
        let changes = compare(
            facts([number()], pages: [page("a")]),
            facts([number("a", 2)], pages: [page("a")], texts: ["a": ["een"]])
        )
        #expect(changes.numbers.count == 1)
        #expect(changes.texts == [])
    }

    /// Pages too long for the longest common sequence are compared by what comes next: what was put in and taken out is still found.
    @Test(arguments: [40, 6_000]) func longPagesAreCompared(count: Int) {
        let old = (0..<count).map { "alinea \($0)" }
        var new = old
        new.remove(at: count / 4)
        new.insert("iets nieuws staat hier", at: count / 2)
        func records(_ texts: [String]) -> [ParagraphRecord] { texts.map { ParagraphRecord(text: $0, digest: $0) } }
        let found = compareParagraphs(records(old), records(new))
        #expect(found.map(\.old) == ["alinea \(count / 4)", nil])
        #expect(found.map(\.new) == [nil, "iets nieuws staat hier"])
    }
}
