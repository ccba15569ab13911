// Datasets in memory: typed columns, one array each. Made by `readTable`, consumed by `aggregate` and by disclosure control.

/// A dataset with its contract and the identity of its file.
public struct Dataset: Sendable {
    public let contract: DatasetContract
    public let table: Table
    /// SHA-256 of the file's bytes in lower-case hexadecimal.
    public let sha256: String
    /// Rows of the file; the table may have more where areas are combined.
    public let rowsInFile: Int
    /// Whether the file had errors: values that are wrong are missing in the table.
    public var hasErrors = false
}

/// Columns of equal length. Raw values: what is shown goes through disclosure control first.
public struct Table: Sendable {
    public var columns: [DataColumn]
    public var rowCount: Int
    /// The line of the file on which each row begins; 0 for a computed row.
    public var lines: [Int32]
    /// How many rows of the file are behind each row, where rows are computed from others; empty where each row is itself.
    public var rowsBehind: [Int32] = []

    public func column(named name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// One column with what readers must know of it.
public struct DataColumn: Sendable {
    public var name: String
    public var title: String
    public var unit: String?
    /// How many decimals the file's values have at most.
    public var decimals: Int
    public var values: ColumnValues

    /// The number in a row, or nil where it is missing or the column holds text.
    public func number(_ row: Int) -> Double? {
        switch values {
        case .text: nil
        case .integers(let numbers, let missing): missing[row] ? nil : Double(numbers[row])
        case .numbers(let numbers, let missing): missing[row] ? nil : numbers[row]
        }
    }

    public var isText: Bool { if case .text = values { true } else { false } }
}

public enum ColumnValues: Sendable {
    /// A code per row into a dictionary of distinct texts; −1 is missing. The dictionary begins with the contract's
    /// enumeration and goes on in order of first appearance, so that the order of codes is the order of groups.
    case text(codes: [Int32], dictionary: [String])
    case integers([Int], missing: RowSet)
    case numbers([Double], missing: RowSet)
}

/// A set of rows, one bit each.
public struct RowSet: Sendable {
    private var words: [UInt64] = []
    public private(set) var count = 0

    public init() {}

    /// False for rows beyond the last one that was inserted.
    public subscript(row: Int) -> Bool {
        let word = row >> 6
        return word < words.count && words[word] & (1 << UInt64(row & 63)) != 0
    }

    public mutating func insert(_ row: Int) {
        let word = row >> 6
        while words.count <= word { words.append(0) }
        if words[word] & (1 << UInt64(row & 63)) == 0 { count += 1 }
        words[word] |= 1 << UInt64(row & 63)
    }
}
