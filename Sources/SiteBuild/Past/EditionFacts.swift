// What one edition says, as far as another can be held against it: its numbers, its pages and their texts.
// An edition publishes these below data/; nothing is ever read from its HTML.
import Diagnostics
import Indicators
import Markup

/// A number as an edition published it.
public struct NumberRecord: Sendable, Equatable {
    public struct Use: Sendable, Equatable {
        public var address: String
        public var title: String
    }

    public var id: String
    public var label: String
    /// Digits for machines, nil for a text.
    public var value: Double?
    /// As readers saw it.
    public var text: String
    /// The same with qualifier and unit, as it stands in lists.
    public var written: String
    /// Whether it was hidden by disclosure control.
    public var isSuppressed = false
    public var qualifier: String?
    public var unit: String?
    /// The unit of one.
    public var unitOne: String?
    /// The number of people or cases behind it.
    public var n: PublishedNumber.Stated?
    public var target: PublishedNumber.Stated?
    public var baseline: PublishedNumber.Stated?
    public var period: String?
    public var source: String?
    public var note: String?
    /// How it was computed; nil for a declared number.
    public var definition: String?
    public var dataset: String?
    public var sha256: String?
    /// Why this number may be compared with its past although its definition changed.
    public var bridge: String?
    /// What the author says about a change of it.
    public var changed: ExplainedChange?
    /// Invented data: whatever shows it must say *Voorbeeldgegevens*.
    public var isIllustrative = false
    public var uses: [Use]
}

/// A page of an edition.
public struct PageRecord: Sendable, Equatable {
    /// The id in its front matter, otherwise its source file; a word for a page that the build makes by itself.
    public var id: String
    public var address: String
    public var title: String
    /// Former ids and source files.
    public var aliases: [String]
    /// What kind of page it is, as front matter writes it.
    public var kind: String?
    /// How the project stands, in the word that readers see.
    public var status: String?
    public var interventions: [Intervention] = []
    /// Whether the build makes the page by itself: the register of numbers, *Wijzigingen*.
    public var isGenerated = false

    /// The ids of pages that the build makes by itself; no author's id has a colon before it.
    public static let changesID = ":changes"
    static let provenanceID = ":provenance"

    /// Whether it tells how a project stands.
    var isProject: Bool {
        !isGenerated && (kind == PageKind.project.rawValue || status != nil || !interventions.isEmpty)
    }

    /// Whether an author means this page by a name.
    public func isCalled(_ name: String?) -> Bool { name.map { $0 == id || aliases.contains($0) } ?? false }

    public struct Intervention: Sendable, Equatable {
        public var name: String
        public var status: String?
    }
}

/// What a dataset measures, as far as its contract says it.
public struct DatasetRecord: Sendable, Equatable {
    /// An area that is made of others.
    public struct Area: Sendable, Equatable {
        public var name: String
        public var members: [String]
    }

    /// Where its values stop being one series.
    public struct Break: Sendable, Equatable {
        public var column: String
        /// The first value of the new series, as the file writes it.
        public var from: String
        public var reason: String
    }

    public var name: String
    public var title: String
    /// Former names.
    public var aliases: [String] = []
    public var definition: String?
    /// What its rows count.
    public var unit: String?
    /// How its index scores are made and read: keys and values of the contract, the same in every language.
    public var index: String?
    /// The same for readers.
    public var indexWords: String?
    public var areas: [Area] = []
    public var breaks: [Break] = []
    /// Why it may be compared with its past although it measures something else.
    public var bridge: String?
    /// Invented data: whatever shows it must say *Voorbeeldgegevens*.
    public var isIllustrative = false

    /// Whether all that comes from it is another series than what came from `other`.
    func isRedefined(since other: DatasetRecord) -> Bool {
        (definition, unit, index) != (other.definition, other.unit, other.index)
            || isIllustrative != other.isIllustrative
    }

    /// Areas that both pool, from other members.
    func areasMadeOtherwise(than other: DatasetRecord) -> [Area] {
        areas.filter { area in other.areas.contains { $0.name == area.name && $0.members != area.members } }
    }

    /// What of its meaning another does not say, in one line.
    public func words(against other: DatasetRecord) -> String {
        let (own, others) = (meaning, Set(other.meaning))
        let areas = areasMadeOtherwise(than: other).map { "\($0.name) = \($0.members.joined(separator: " + "))" }
        return (own.filter { !others.contains($0) } + areas).joined(separator: "; ")
    }

    private var meaning: [String] {
        [definition, unit].compactMap { $0 } + (indexWords ?? "").split(separator: "; ").map(String.init)
    }
}

/// A paragraph, heading, caption or row of a table.
public struct ParagraphRecord: Sendable, Equatable {
    /// As readers saw it.
    public var text: String
    /// Of the text with the names of numbers in their place: a number that changed is not a text that changed.
    public var digest: String
    /// Whether it stands at a figure or table of invented data.
    public var isIllustrative = false
}

public struct EditionFacts: Sendable, Equatable {
    public var numbers: [NumberRecord] = []
    /// The datasets behind published numbers, figures and tables.
    public var datasets: [DatasetRecord] = []
    /// What figures and tables show.
    public var figures: [FigureRecord] = []
    public var pages: [PageRecord] = []
    /// By the id of the page; nil for an edition that did not publish its texts.
    public var texts: [String: [ParagraphRecord]]?

    /// Whether its figures are known. They are gathered together with the texts; a draft that had nothing before it has neither.
    var hasFigures: Bool { texts != nil || !figures.isEmpty }

    public init() {}

    static let numbersFile = "data/indicators.json"
    static let datasetsFile = "data/datasets.json"
    static let figuresFile = "data/figures.json"
    static let pagesFile = "data/pages.json"
    static let textsFile = "data/texts.json"

    /// All of them, with what makes each.
    static let files = [
        Outputs.File(path: numbersFile, maker: Maker(en: "the list of numbers", nl: "de lijst met cijfers")),
        Outputs.File(path: pagesFile, maker: Maker(en: "the list of pages", nl: "de lijst met pagina's")),
        Outputs.File(path: datasetsFile, maker: Maker(en: "the list of datasets", nl: "de lijst met datasets")),
        Outputs.File(path: figuresFile, maker: Maker(en: "the list of figures", nl: "de lijst met figuren")),
        Outputs.File(path: textsFile, maker: Maker(en: "the list of texts", nl: "de lijst met teksten")),
    ]

    /// Reads what an edition published.
    ///
    /// - Parameter withTexts: whether figures and paragraphs are wanted too; they are most of what there is.
    /// - Returns: nil where `folder` has no list of pages: it is no edition, or one of an older version of this program.
    public static func read(_ folder: String, withTexts: Bool = true) -> EditionFacts? {
        if isLink(folder) { return nil }
        let disk = Disk.folder(folder)
        func json(_ file: String) -> JSONValue? {
            guard let bytes = disk.bytes(file) else { return nil }
            return try? JSONText.read(bytes)
        }
        guard let pages = json(pagesFile)?["pages"]?.list else { return nil }
        var facts = EditionFacts()
        facts.pages = pages.compactMap(PageRecord.init)
        // An edition without a single number has no list of them.
        facts.numbers = json(numbersFile).map(numbers) ?? []
        facts.datasets = (json(datasetsFile)?["datasets"]?.list ?? []).compactMap(DatasetRecord.init)
        guard withTexts else { return facts }
        facts.figures = (json(figuresFile)?["figures"]?.list ?? []).compactMap(FigureRecord.init)
        if let texts = json(textsFile)?["pages"]?.list {
            facts.texts = Dictionary(
                texts.compactMap { page in
                    page["id"]?.text.map { ($0, (page["paragraphs"]?.list ?? []).compactMap(ParagraphRecord.init)) }
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
        return facts
    }

    /// The numbers in data/indicators.json.
    static func numbers(_ json: JSONValue) -> [NumberRecord] {
        (json["indicators"]?.list ?? []).compactMap(NumberRecord.init)
    }
}

extension NumberRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let label = json["label"]?.text, let text = json["text"]?.text else {
            return nil
        }
        self.init(
            id: id,
            label: label,
            value: json["value"]?.number,
            text: text,
            written: json["written"]?.text ?? text,
            isSuppressed: json["suppressed"]?.flag ?? false,
            qualifier: json["qualifier"]?.text,
            unit: json["unit"]?.text,
            unitOne: json["unitOne"]?.text,
            n: stated(json["n"]),
            target: stated(json["target"]),
            baseline: stated(json["baseline"]),
            period: json["period"]?.text,
            source: json["source"]?.text,
            note: json["note"]?.text,
            definition: json["definition"]?.text,
            dataset: json["dataset"]?.text,
            sha256: json["sha256"]?.text,
            bridge: json["bridge"]?.text,
            changed: json["changed"]?["since"]?.text.flatMap { since in
                json["changed"]?["reason"]?.text.map { ExplainedChange(since: since, reason: $0) }
            },
            isIllustrative: json["illustrative"]?.flag ?? false,
            uses: (json["usedOn"]?.list ?? []).compactMap { use in
                use["address"]?.text.map { Use(address: $0, title: use["title"]?.text ?? $0) }
            }
        )
    }
}

/// A target or baseline: a number or a text.
private func stated(_ json: JSONValue?) -> PublishedNumber.Stated? {
    json?.text.map { .text($0) } ?? json?.number.map { .number($0) }
}

extension DatasetRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let name = json["name"]?.text, let title = json["title"]?.text else { return nil }
        self.init(
            name: name,
            title: title,
            aliases: (json["aliases"]?.list ?? []).compactMap(\.text),
            definition: json["definition"]?.text,
            unit: json["unit"]?.text,
            index: json["index"]?.text,
            indexWords: json["indexWords"]?.text,
            areas: (json["areas"]?.list ?? []).compactMap { area in
                area["name"]?.text.map { Area(name: $0, members: (area["members"]?.list ?? []).compactMap(\.text)) }
            },
            breaks: (json["breaks"]?.list ?? []).compactMap { place in
                guard let column = place["column"]?.text, let from = place["from"]?.text,
                    let reason = place["reason"]?.text
                else { return nil }
                return Break(column: column, from: from, reason: reason)
            },
            bridge: json["bridge"]?.text,
            isIllustrative: json["illustrative"]?.flag ?? false
        )
    }
}

extension PageRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let address = json["address"]?.text, let title = json["title"]?.text else {
            return nil
        }
        self.init(
            id: id,
            address: address,
            title: title,
            aliases: (json["aliases"]?.list ?? []).compactMap(\.text),
            kind: json["kind"]?.text,
            status: json["status"]?.text,
            interventions: (json["interventions"]?.list ?? []).compactMap { intervention in
                intervention["name"]?.text.map { Intervention(name: $0, status: intervention["status"]?.text) }
            },
            isGenerated: json["generated"]?.flag ?? false
        )
    }
}

extension ParagraphRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let text = json["text"]?.text, let digest = json["digest"]?.text else { return nil }
        self.init(text: text, digest: digest, isIllustrative: json["illustrative"]?.flag ?? false)
    }
}
