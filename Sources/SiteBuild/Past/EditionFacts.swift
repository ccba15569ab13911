// What one edition says, as far as another can be held against it: its numbers, its pages and their texts.
// An edition publishes these below data/; nothing is ever read from its HTML.
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
    public var qualifier: String?
    public var unit: String?
    public var period: String?
    public var source: String?
    /// How it was computed; nil for a declared number.
    public var definition: String?
    public var dataset: String?
    public var sha256: String?
    /// Why this number may be compared with its past although its definition changed.
    public var bridge: String?
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
    /// How the project stands, as its front matter says it.
    public var status: String?
    public var interventions: [Intervention] = []
    /// Whether the build makes the page by itself: the register of numbers, *Wijzigingen*.
    public var isGenerated = false

    /// The ids of pages that the build makes by itself; no author's id has a colon before it.
    public static let changesID = ":changes"
    static let provenanceID = ":provenance"

    public struct Intervention: Sendable, Equatable {
        public var name: String
        public var status: String?
    }
}

/// What a dataset measures, as far as its contract says it.
public struct DatasetRecord: Sendable, Equatable {
    /// One of the things that a dataset measures: a column with its unit, a pooled area with those that it is made of.
    public struct Part: Sendable, Equatable {
        public var name: String
        public var meaning: String
    }

    public var name: String
    public var title: String
    /// Former names.
    public var aliases: [String] = []
    public var definition: String?
    /// What its rows count.
    public var unit: String?
    /// How its index scores are made and read.
    public var index: String?
    public var parts: [Part] = []
    /// Why it may be compared with its past although it measures something else.
    public var bridge: String?

    /// Whether it measures the same as another: a part that only one of them has changes nothing for the rest.
    func measuresTheSame(as other: DatasetRecord) -> Bool {
        (definition, unit, index) == (other.definition, other.unit, other.index) && parts(unlike: other).isEmpty
    }

    /// What it measures, in one line, with those parts that mean something else in another.
    public func words(against other: DatasetRecord) -> String {
        ([definition, unit, index].compactMap { $0 } + parts(unlike: other).map { "\($0.name) = \($0.meaning)" }).joined(separator: "; ")
    }

    private func parts(unlike other: DatasetRecord) -> [Part] {
        parts.filter { part in other.parts.contains { $0.name == part.name && $0.meaning != part.meaning } }
    }
}

/// A paragraph, heading, caption or row of a table.
public struct ParagraphRecord: Sendable, Equatable {
    /// As readers saw it.
    public var text: String
    /// Of the text with the names of numbers in their place: a number that changed is not a text that changed.
    public var digest: String
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

    public init() {}

    static let numbersFile = "data/indicators.json"
    static let datasetsFile = "data/datasets.json"
    static let figuresFile = "data/figures.json"
    static let pagesFile = "data/pages.json"
    static let textsFile = "data/texts.json"

    /// Reads what an edition published.
    ///
    /// - Parameter withTexts: whether paragraphs are wanted too; they are most of what there is.
    /// - Returns: nil where `folder` has no list of pages: it is no edition, or one of an older version of this program.
    public static func read(_ folder: String, withTexts: Bool = true) -> EditionFacts? {
        func json(_ file: String) -> JSONValue? {
            guard let bytes = try? Disk.readFile(folder + "/" + file).get() else { return nil }
            return try? JSONText.read(bytes)
        }
        guard let pages = json(pagesFile)?["pages"]?.list else { return nil }
        var facts = EditionFacts()
        facts.pages = pages.compactMap(PageRecord.init)
        // An edition without a single number has no list of them.
        facts.numbers = json(numbersFile).map(numbers) ?? []
        facts.datasets = (json(datasetsFile)?["datasets"]?.list ?? []).compactMap(DatasetRecord.init)
        facts.figures = (json(figuresFile)?["figures"]?.list ?? []).compactMap(FigureRecord.init)
        if withTexts, let texts = json(textsFile)?["pages"]?.list {
            facts.texts = Dictionary(
                texts.compactMap { page in page["id"]?.text.map { ($0, (page["paragraphs"]?.list ?? []).compactMap(ParagraphRecord.init)) } },
                uniquingKeysWith: { first, _ in first })
        }
        return facts
    }

    /// The numbers in data/indicators.json.
    static func numbers(_ json: JSONValue) -> [NumberRecord] { (json["indicators"]?.list ?? []).compactMap(NumberRecord.init) }
}

extension NumberRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let label = json["label"]?.text, let text = json["text"]?.text else { return nil }
        self.init(
            id: id, label: label, value: json["value"]?.number, text: text, qualifier: json["qualifier"]?.text, unit: json["unit"]?.text,
            period: json["period"]?.text, source: json["source"]?.text, definition: json["definition"]?.text, dataset: json["dataset"]?.text,
            sha256: json["sha256"]?.text, bridge: json["bridge"]?.text,
            isIllustrative: json["illustrative"]?.flag ?? false,
            uses: (json["usedOn"]?.list ?? []).compactMap { use in
                use["address"]?.text.map { Use(address: $0, title: use["title"]?.text ?? $0) }
            })
    }
}

extension DatasetRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let name = json["name"]?.text, let title = json["title"]?.text else { return nil }
        self.init(
            name: name, title: title, aliases: (json["aliases"]?.list ?? []).compactMap(\.text), definition: json["definition"]?.text,
            unit: json["unit"]?.text, index: json["index"]?.text,
            parts: (json["parts"]?.list ?? []).compactMap { part in
                part["name"]?.text.flatMap { name in part["meaning"]?.text.map { Part(name: name, meaning: $0) } }
            }, bridge: json["bridge"]?.text)
    }
}

extension PageRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let address = json["address"]?.text, let title = json["title"]?.text else { return nil }
        self.init(
            id: id, address: address, title: title, aliases: (json["aliases"]?.list ?? []).compactMap(\.text), status: json["status"]?.text,
            interventions: (json["interventions"]?.list ?? []).compactMap { intervention in
                intervention["name"]?.text.map { Intervention(name: $0, status: intervention["status"]?.text) }
            }, isGenerated: json["generated"]?.flag ?? false)
    }
}

extension ParagraphRecord {
    fileprivate init?(_ json: JSONValue) {
        guard let text = json["text"]?.text, let digest = json["digest"]?.text else { return nil }
        self.init(text: text, digest: digest)
    }
}
