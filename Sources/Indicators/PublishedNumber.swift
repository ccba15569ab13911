// A number as it is published, with everything that a reader may ask about it. Prose, tiles, tables and indicators.json take it from here.
import Diagnostics
import Markup

/// One indicator with its value.
public struct PublishedNumber: Sendable {
    public enum Value: Hashable, Sendable {
        case number(Double)
        /// A text such as *11–18*; `machine` is the number that comes closest, where the author gave one.
        case text(String, machine: Double?)
        /// Hidden by disclosure control.
        case suppressed(below: Int?)
        /// The dataset has no value; a finding was made.
        case missing
    }

    /// A number or a text that an author wrote beside the value: a target, a baseline.
    public enum Stated: Hashable, Sendable {
        case number(Double)
        case text(String)
    }

    /// Where a computed number comes from.
    public struct Provenance: Hashable, Sendable {
        public var dataset: String
        public var datasetTitle: String
        /// Relative to the programme's root, with the SHA-256 of its bytes in lower-case hexadecimal.
        public var file: String
        ///
        /// The digest is nil where cells of the file are hidden from readers: who knows all other cells could try what fits it.
        public var sha256: String?
        /// Rows that have a value. Both are nil where they would tell how many people are behind a value that is hidden.
        public var rowsUsed: Int?
        public var rowsInFile: Int?
        /// Whether every row is one person, so that a number of rows is a number of people.
        public var rowsArePeople: Bool
        /// *som van participants waar activity = training*
        public var definition: Wording
    }

    public var id: String
    public var label: String
    public var value: Value
    /// The value digit by digit as its author wrote it; nil for one that was computed, or that is no number.
    public var exact: ExactDecimal? = nil
    /// How many decimals a computed value is shown with at most, unless a format says otherwise.
    public var decimals: Int
    public var unit: String?
    /// The unit of one: *interventie*; nil where it is the same word.
    public var unitOne: String? = nil
    public var period: String?
    /// The number of people or cases behind the value.
    public var n: Stated?
    public var baseline: Stated?
    public var target: Stated?
    /// *ongeveer*, *meer dan*: printed by prose, not part of the value.
    public var qualifier: String?
    public var source: String?
    public var note: String?
    /// Why it may be compared with earlier editions although its definition changed; nil where it may not.
    public var bridge: String? = nil
    /// Why it is another number than in an earlier edition.
    public var changed: ExplainedChange? = nil
    /// Invented data: whatever shows it says *Voorbeeldgegevens*.
    public var isIllustrative: Bool
    /// nil for a number that was declared with a source.
    public var provenance: Provenance?
    /// The definition in data/indicators.yaml.
    public var place: Place

    /// The value for machines, or nil.
    public var machineNumber: Double? {
        switch value {
        case .number(let number): number
        case .text(_, let machine): machine
        case .suppressed, .missing: nil
        }
    }
}

/// All indicators of a programme.
public struct Indicators: Sendable {
    /// In the order of data/indicators.yaml.
    public let all: [PublishedNumber]
    /// False where the file could not be read to its end, or an entry has no name: then what is not here may have been meant.
    let isWhole: Bool
    private let positions: [String: Int]

    public init(_ all: [PublishedNumber], isWhole: Bool = true) {
        self.all = all
        self.isWhole = isWhole
        positions = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public static let none = Indicators([])
    /// What is left of a file that cannot be read, which was a finding.
    public static let unreadable = Indicators([], isWhole: false)

    /// The same numbers without what would help to work out hidden cells of these datasets: the digests of their files and, where every
    /// row is one person, the numbers of rows.
    public func withholding(of datasets: Set<String>) -> Indicators {
        if datasets.isEmpty { return self }
        return Indicators(
            all.map { number in
                var number = number
                if let dataset = number.provenance?.dataset, datasets.contains(dataset) {
                    number.provenance?.withhold()
                }
                return number
            },
            isWhole: isWhole
        )
    }

    /// Datasets of which a number is hidden.
    public var datasetsWithHiddenNumbers: Set<String> {
        Set(all.compactMap { number in if case .suppressed = number.value { number.provenance?.dataset } else { nil } })
    }

    public subscript(id: String) -> PublishedNumber? { positions[id].map { all[$0] } }

    /// The indicator that an author named, or a finding at the author's place.
    public func indicator(_ id: String, at place: Place, findings: inout Findings) -> PublishedNumber? {
        if let number = self[id] { return number }
        if !isWhole { return nil }
        findings.error(
            "indicator.unknown",
            at: place,
            en: "no indicator \"\(id)\" in data/indicators.yaml",
            nl: "geen indicator \"\(id)\" in data/indicators.yaml",
            hint: didYouMean(id, among: all.map(\.id)).map {
                Wording(en: "did you mean \"\($0)\"?", nl: "bedoelde u \"\($0)\"?")
            }
        )
        return nil
    }
}

extension PublishedNumber.Provenance {
    fileprivate mutating func withhold() {
        sha256 = nil
        if rowsArePeople { (rowsUsed, rowsInFile) = (nil, nil) }
    }
}
