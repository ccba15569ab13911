// A number as it is published, with everything that a reader may ask about it. Prose, tiles, tables and indicators.json take it from here.
import Diagnostics

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
        public var rowsUsed: Int
        public var rowsInFile: Int
        /// *som van participants waar activity = training*
        public var definition: Wording
    }

    public var id: String
    public var label: String
    public var value: Value
    /// How many decimals the value is shown with at most, unless a format says otherwise.
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

    /// The value for machines: digits with a decimal point, or nil.
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
    private let positions: [String: Int]

    public init(_ all: [PublishedNumber]) {
        self.all = all
        positions = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public static let none = Indicators([])

    /// The same numbers without the digests of these datasets.
    public func withholdingDigests(of datasets: Set<String>) -> Indicators {
        if datasets.isEmpty { return self }
        return Indicators(
            all.map { number in
                var number = number
                if let dataset = number.provenance?.dataset, datasets.contains(dataset) {
                    number.provenance?.sha256 = nil
                }
                return number
            }
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
