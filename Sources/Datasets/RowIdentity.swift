// Gives rows with the same values in some columns the same number; keys, groups and pooled areas are found with it.

/// One number per row, equal where all columns are equal, from 0 in order of first appearance; −1 where any value is missing.
func rowIdentities(of columns: [DataColumn], rowCount: Int) -> [Int32] {
    guard let first = columns.first else { return [Int32](repeating: 0, count: rowCount) }
    var identities = first.identities(rowCount: rowCount)
    for column in columns.dropFirst() {
        let next = column.identities(rowCount: rowCount)
        var codes = CodeTable<UInt64>()
        for row in 0..<rowCount {
            if identities[row] < 0 || next[row] < 0 {
                identities[row] = -1
            } else {
                identities[row] = codes.code(
                    of: UInt64(UInt32(bitPattern: identities[row])) << 32 | UInt64(UInt32(bitPattern: next[row]))
                )
            }
        }
    }
    return identities
}

/// Numbers values from 0 in order of first appearance.
struct CodeTable<Value: Hashable> {
    private var codes: [Value: Int32] = [:]
    private(set) var values: [Value] = []

    mutating func code(of value: Value) -> Int32 {
        if let code = codes[value] { return code }
        let code = Int32(values.count)
        codes[value] = code
        values.append(value)
        return code
    }
}

extension DataColumn {
    fileprivate func identities(rowCount: Int) -> [Int32] {
        switch values {
        case .text(let codes, _): return codes
        case .integers(let numbers, let missing):
            var table = CodeTable<Int>()
            return (0..<rowCount).map { missing[$0] ? -1 : table.code(of: numbers[$0]) }
        case .numbers(let numbers, let missing):
            var table = CodeTable<Double>()
            return (0..<rowCount).map { missing[$0] ? -1 : table.code(of: numbers[$0]) }
        }
    }

    /// The value of a row for messages and for text cells; numbers with a decimal point.
    public func shownValue(_ row: Int) -> String {
        switch values {
        case .text(let codes, let dictionary): codes[row] < 0 ? "" : dictionary[Int(codes[row])]
        case .integers(let numbers, let missing): missing[row] ? "" : String(numbers[row])
        case .numbers(let numbers, let missing): missing[row] ? "" : String(numbers[row])
        }
    }
}
