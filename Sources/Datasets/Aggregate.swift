// Rows become cells: every column is read once, and every cell keeps what disclosure control must know about it.
import Diagnostics

/// The result of a query, before disclosure control.
public struct Aggregate: Sendable {
    /// One value with what is behind it.
    public struct Cell: Sendable {
        /// nil where no row has a value. Shares are in percent.
        public var value: Double?
        /// Rows that the value was computed from.
        public var rows = 0
        /// People behind those rows; nil where the source does not say how many.
        public var units: Double?
        /// Of a share: the people who are counted in it.
        public var unitsInShare: Double?
        /// Numbers of people that the value counts by itself, in columns of people beside that of the contract's `privacy`.
        public var counted: [Double] = []
        /// The largest absolute values of single rows, largest first, three at most.
        public var largest: [Double] = []

        public init(value: Double? = nil, rows: Int = 0, units: Double? = nil) {
            self.value = value
            self.rows = rows
            self.units = units
        }
    }

    public struct Group: Sendable {
        /// The value of every group column: text, or a number; nil where it is missing.
        public var keys: [Key?]
        /// One for every measure.
        public var cells: [Cell]
    }

    public enum Key: Hashable, Sendable {
        case text(String)
        case number(Double)
    }

    public var query: Query
    /// In the contract's order of values, else in order of first appearance; a missing value comes last.
    public var groups: [Group]
    /// All rows together: not the sum of the groups where the measure is a mean or a share.
    public var total: [Cell]
    /// Rows that the selection lets through.
    public var rowsSelected: Int
    /// Rows of the file among them that have a value in at least one measure.
    public var rowsUsed: Int
}

/// Computes a query in one pass over typed columns.
///
/// A measure that takes the value of a single row finds more than one row in a cell: an error at the measure's place.
public func aggregate(_ query: Query, findings: inout Findings) -> Aggregate {
    let table = query.selection.dataset.table
    let rows = query.selection.rows()
    let grouping = Grouping(query.group.map { table.columns[$0] }, rows: rows)
    let people = People(query.selection.dataset)
    var groups = grouping.keys.map { Aggregate.Group(keys: $0, cells: []) }
    var total: [Aggregate.Cell] = []
    var isUsed = [Bool](repeating: false, count: rows.count)
    for measure in query.measures {
        let accumulated = accumulate(
            measure,
            rows: rows,
            grouping: grouping,
            table: table,
            people: people,
            used: &isUsed
        )
        for index in groups.indices { groups[index].cells.append(accumulated.cells[index]) }
        total.append(accumulated.total)
        if case .value(let column) = measure.kind, let crowded = accumulated.cells.firstIndex(where: { $0.rows > 1 }) {
            reportCrowded(
                table.columns[column].name,
                at: measure.place,
                rows: accumulated.cells[crowded].rows,
                keys: grouping.keys[crowded],
                query: query,
                findings: &findings
            )
        }
    }
    let rowsUsed = zip(rows, isUsed).reduce(0) { sum, row in
        row.1 ? sum + (table.rowsBehind.isEmpty ? 1 : Int(table.rowsBehind[row.0])) : sum
    }
    return Aggregate(
        query: query,
        groups: groups,
        total: total,
        rowsSelected: rows.count,
        rowsUsed: min(rowsUsed, query.selection.dataset.rowsInFile)
    )
}

/// - Parameter name: the column as the author wrote it; in a chart the measure itself is called after its channel.
private func reportCrowded(
    _ name: String,
    at place: Place,
    rows: Int,
    keys: [Aggregate.Key?],
    query: Query,
    findings: inout Findings
) {
    let names = zip(query.group, keys).map { column, key -> String in
        let shown =
            switch key {
            case .text(let text)?: text
            case .number(let number)?: Int(exactly: number).map(String.init) ?? "\(number)"
            case nil: "–"
            }
        return "\(query.selection.dataset.table.columns[column].name) \(shown)"
    }
    let group = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    findings.error(
        "data.more-than-one-row",
        at: place,
        en: "\(name) is taken from one row, but \(rows) rows fall together here\(group)",
        nl: "\(name) komt uit één rij, maar hier vallen \(rows) rijen samen\(group)",
        hint: Wording(
            en: "add them up with {sum: \(name)}, or choose rows with where",
            nl: "tel ze op met {sum: \(name)}, of kies rijen met where"
        )
    )
}

/// Which group every selected row belongs to.
struct Grouping {
    /// Parallel to the selected rows.
    var groupOfRow: [Int32]
    var keys: [[Aggregate.Key?]]

    init(_ columns: [DataColumn], rows: [Int]) {
        groupOfRow = [Int32](repeating: 0, count: rows.count)
        keys = [[]]
        for column in columns {
            let (codes, values) = column.codes(of: rows)
            let size = values.count + 1
            // The missing value comes after all others. Ranks are renumbered after every column, so that they stay small.
            let ranks = rows.indices.map { Int(groupOfRow[$0]) * size + (codes[$0] < 0 ? size - 1 : Int(codes[$0])) }
            let distinct = Self.distinct(ranks, bound: keys.count * size)
            groupOfRow = distinct.groups
            keys = distinct.ranks.map { rank in
                keys[rank / size] + [rank % size == size - 1 ? nil : values[rank % size]]
            }
        }
    }

    /// Numbers the ranks that occur, in ascending order.
    private static func distinct(_ ranks: [Int], bound: Int) -> (groups: [Int32], ranks: [Int]) {
        if bound <= 1 << 20, bound > 0 {
            var number = [Int32](repeating: -1, count: bound)
            for rank in ranks { number[rank] = 0 }
            var occurring: [Int] = []
            for rank in number.indices where number[rank] == 0 {
                number[rank] = Int32(occurring.count)
                occurring.append(rank)
            }
            return (ranks.map { number[$0] }, occurring)
        }
        let occurring = Set(ranks).sorted()
        let number = Dictionary(uniqueKeysWithValues: occurring.enumerated().map { ($1, Int32($0)) })
        return (ranks.map { number[$0] ?? 0 }, occurring)
    }
}

extension DataColumn {
    /// A code per row and the value of each code. Texts keep the order of their dictionary, numbers that of first appearance.
    fileprivate func codes(of rows: [Int]) -> (codes: [Int32], keys: [Aggregate.Key]) {
        switch values {
        case .text(let codes, let dictionary): return (rows.map { codes[$0] }, dictionary.map { .text($0) })
        case .integers(let numbers, let missing):
            var table = CodeTable<Int>()
            let codes = rows.map { missing[$0] ? -1 : table.code(of: numbers[$0]) }
            return (codes, table.values.map { .number(Double($0)) })
        case .numbers(let numbers, let missing):
            var table = CodeTable<Double>()
            let codes = rows.map { missing[$0] ? -1 : table.code(of: numbers[$0]) }
            return (codes, table.values.map { .number($0) })
        }
    }
}
