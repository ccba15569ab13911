// A table that has passed disclosure control. Charts, pages and downloads take nothing else, and only this module can make one:
// that an unchecked cell cannot be shown is enforced by the compiler.

/// Rows that may be published, with what a reader must know about them.
public struct ReleasedTable: Sendable {
    /// One column: categories first, measures after them.
    public struct Column: Hashable, Sendable {
        public enum Role: Hashable, Sendable { case category, measure }
        /// The name in the dataset or the measure's own name; unique among the columns of its role: a chart's measure `y` may stand beside a category `y`.
        public let name: String
        /// The heading for readers.
        public let title: String
        public let role: Role
        /// The unit of a measure (`personen`, `%`, `index`), or nil.
        public let unit: String?
        /// How many decimals a measure is shown with at most.
        public let decimals: Int

        init(name: String, title: String, role: Role, unit: String? = nil, decimals: Int = 1) {
            self.name = name
            self.title = title
            self.role = role
            self.unit = unit
            self.decimals = decimals
        }
    }

    public enum Cell: Hashable, Sendable {
        case text(String)
        case number(Double)
        /// The source has no value here.
        case missing
        /// Hidden by disclosure control; `below` is the minimum count that the cell did not reach, nil for a cell hidden to protect another.
        case suppressed(below: Int?)
    }

    /// How to read index scores: declared per dataset, because practice differs between cities.
    public struct IndexScale: Hashable, Sendable {
        public enum Direction: Hashable, Sendable { case higherIsWorse, higherIsBetter }
        /// The value of the reference area, usually 100.
        public let base: Double
        public let baseYear: Int?
        public let direction: Direction
        /// What the base stands for, for readers: *gemiddelde van Maastricht*.
        public let reference: String

        init(base: Double, baseYear: Int?, direction: Direction, reference: String) {
            self.base = base
            self.baseYear = baseYear
            self.direction = direction
            self.reference = reference
        }
    }

    /// Where values along a column stop being one series.
    public struct Break: Hashable, Sendable {
        /// The column's name, and the first value of the new series as the file writes it.
        public let column: String
        public let from: String
        /// What is measured otherwise from there on, for readers.
        public let reason: String

        init(column: String, from: String, reason: String) {
            self.column = column
            self.from = from
            self.reason = reason
        }
    }

    /// Where the rows come from.
    public struct Origin: Hashable, Sendable {
        public let dataset: String
        public let title: String
        /// Whom to name as the source, for readers.
        public let source: String?
        public let period: String?
        public let unit: String?
        /// Invented data: whatever shows it must say *Voorbeeldgegevens*.
        public let isIllustrative: Bool
        /// The data file relative to the programme's root, and its SHA-256 in lower-case hexadecimal.
        public let file: String
        public let sha256: String
        /// How many rows of the file have a value in this table, and how many the file has; nil where they are so few people that they may not be told.
        public let rowsUsed: Int?
        public let rowsInFile: Int?
        /// Whether every row of the file is one person.
        public let rowsArePeople: Bool
        public let index: IndexScale?
        public let breaks: [Break]

        init(
            dataset: String,
            title: String,
            source: String?,
            period: String?,
            unit: String?,
            isIllustrative: Bool,
            file: String,
            sha256: String,
            rowsUsed: Int?,
            rowsInFile: Int?,
            rowsArePeople: Bool = false,
            index: IndexScale?,
            breaks: [Break] = []
        ) {
            self.dataset = dataset
            self.title = title
            self.source = source
            self.period = period
            self.unit = unit
            self.isIllustrative = isIllustrative
            self.file = file
            self.sha256 = sha256
            self.rowsUsed = rowsUsed
            self.rowsInFile = rowsInFile
            self.rowsArePeople = rowsArePeople
            self.index = index
            self.breaks = breaks
        }
    }

    public let columns: [Column]
    /// As many cells a row as there are columns.
    public let rows: [[Cell]]
    /// All rows together, where it was asked for: one cell a column, `.missing` in the category columns.
    public let total: [Cell]?
    public let origin: Origin

    init(columns: [Column], rows: [[Cell]], total: [Cell]? = nil, origin: Origin) {
        self.columns = columns
        self.rows = rows
        self.total = total
        self.origin = origin
    }

    public var hasSuppressedCells: Bool {
        rows.contains { $0.contains { if case .suppressed = $0 { true } else { false } } }
    }

    public func measure(named name: String) -> Int? { columns.firstIndex { $0.role == .measure && $0.name == name } }
}
