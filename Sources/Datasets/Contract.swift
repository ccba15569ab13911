// What a data package promises about its datasets; read from data/datapackage.yaml, held against every CSV file afterwards.
import Declarations
import Diagnostics

/// The contract of all datasets: the part of a Data Package (v2) descriptor that the site uses.
public struct PackageContract: Sendable {
    public var title: String?
    /// Whom to name for datasets that name no source of their own.
    public var sources: [String]
    /// In the order of the file.
    public var datasets: [DatasetContract]
    /// Names of datasets whose contract cannot be used; every one had its finding.
    public var unusable: Set<String> = []
    /// False where the descriptor cannot be read to its end, or a dataset has no name: then what is not here may have been meant.
    public var isWhole = true

    /// Whether a dataset that is not here is one that had its finding.
    func hasReported(_ name: String) -> Bool { !isWhole || unusable.contains(name) }
    public var limits = TableLimits()
}

/// The contract of one dataset: one CSV file with a schema.
public struct DatasetContract: Sendable {
    public enum Status: String, Sendable, CaseIterable { case measured, illustrative }

    public var name: String
    public var title: String
    public var description: String?
    /// The CSV file relative to the programme's root: `data/training.csv`.
    public var file: String
    public var dialect: Dialect
    public var fields: [FieldContract]
    /// Positions in `fields`.
    public var primaryKey: [Int]
    /// More sets of columns whose values together must be unique.
    public var uniqueKeys: [[Int]]
    public var foreignKeys: [ForeignKey]
    public var sources: [String]
    public var period: String?
    public var unit: String?
    public var status: Status
    public var privacy: Privacy
    public var index: IndexContract?
    /// Who or what is measured, how and where, in words; a change of it between editions is a finding.
    public var definition: String?
    /// What the dataset was called in earlier editions.
    public var aliases: [String] = []
    /// Why the data may be compared with those of earlier editions although their definition changed.
    public var bridge: String?
    public var breaks: [SeriesBreak] = []
    /// The site's language, for headings that the contract leaves open.
    public var language = Language.nl
    /// How large its table may be.
    public var limits = TableLimits()
    /// `sha256:…` where the descriptor records it; a different file is an error.
    public var expectedHash: Scalar?
    public var place: Place

    /// Columns of which every value is a number of people: whole, and not below 0. Positions in `fields`.
    public var headcounts: Set<Int> { Set(fields.indices.filter(countsPeople)) }

    /// The sources as one text for readers, or nil.
    public var sourceText: String? { sources.isEmpty ? nil : sources.joined(separator: "; ") }
}

/// How the CSV file is written. Nothing here is guessed from the file.
public struct Dialect: Hashable, Sendable {
    public var delimiter: UInt8 = 0x2C
    public var quote: UInt8 = 0x22
    public var hasHeader = true
    /// Blanks around unquoted values do not count.
    public var skipsInitialSpace = false
    /// Values (and names in the header) are padded with blanks to a fixed width, as StatLine exports them.
    public var isPadded = false

    public init() {}
}

/// One column as the schema declares it.
public struct FieldContract: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case string, integer, number, boolean, date, year, yearmonth, any
    }

    public var name: String
    public var title: String
    public var kind: Kind
    public var unit: String?
    /// The byte that marks decimals, and the one between thousands, if any.
    public var decimalMark: UInt8 = 0x2E
    public var groupMark: UInt8?
    /// Whether the author said so, or it is the standard's default.
    public var declaresMarks = false
    /// Whether currency signs and percent signs around a number are refused (the standard's `bareNumber`).
    public var isBareNumber = true
    public var missingValues: [String]
    public var trueValues = ["true", "True", "TRUE", "1"]
    public var falseValues = ["false", "False", "FALSE", "0"]
    public var constraints = Constraints()
    public var place: Place

    public var isNumeric: Bool { kind == .integer || kind == .number || kind == .year }
}

/// What the values of a column must satisfy.
public struct Constraints: Sendable {
    public var isRequired = false
    public var isUnique = false
    /// The allowed values in the author's order, which is also the order of groups.
    public var allowed: [String]?
    public var minimum: Bound?
    public var maximum: Bound?
    public var minLength: Int?
    public var maxLength: Int?
    public var pattern: String?

    /// A limit as the author wrote it, and as a number for numeric columns.
    public struct Bound: Hashable, Sendable {
        public var text: String
        public var number: Double
        public var isExclusive: Bool
    }
}

/// What disclosure control must know about a dataset.
public struct Privacy: Sendable {
    public enum Counting: String, Sendable, CaseIterable { case people, none }

    public var counts: Counting
    /// The column with the number of people behind a row; without it every row is one person.
    public var column: Int?
    /// A cell about fewer people than this is hidden.
    public var minimum: Int
    /// Whether a cell about nobody is shown.
    public var showsZero: Bool
    /// Columns that say nothing about the people, such as a number of meetings.
    public var exempt: Set<Int>
    public var reason: String?

    /// The minimum count that needs no reason.
    public static let standardMinimum = 10
}

/// Where the values along a column stop being one series, because from there on something else was measured.
public struct SeriesBreak: Hashable, Sendable {
    /// Position in the dataset's fields: a year, a month, a date.
    public var column: Int
    /// The first value of the new series, as the file writes it.
    public var from: String
    /// For readers.
    public var reason: String
}

/// How the index scores of a dataset are made and read.
public struct IndexContract: Sendable {
    public enum Direction: String, Sendable, CaseIterable {
        case higherIsWorse = "higher-is-worse"
        case higherIsBetter = "higher-is-better"
    }
    public enum Method: String, Sendable, CaseIterable { case given, ratio, inverse, complement }

    public var base: Double
    public var baseYear: Int?
    public var direction: Direction
    public var method: Method
    /// Positions in the dataset's fields: the area's value or numerator, its denominator, and the same of the reference area.
    public var value: Int
    public var denominator: Int?
    public var reference: Int?
    public var referenceDenominator: Int?
    /// What the base stands for, for readers: *gemiddelde van Maastricht*; nil where the contract does not say it.
    public var referenceTitle: String?
    /// Areas that are computed by pooling others, and the column that names areas.
    public var combined: [CombinedArea]
    public var areaColumn: Int?
    public var place: Place

    public struct CombinedArea: Sendable {
        public var name: Scalar
        public var members: [Scalar]
    }

    /// The name under which queries find the scores.
    public static let columnName = "index"
}
