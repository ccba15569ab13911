// Unique columns, unique keys and the primary key, checked once all rows are there.
import Diagnostics

/// Finds rows that share a value, or a set of values, that must be unique.
func checkKeys(
    of table: Table,
    contract: DatasetContract,
    columnOfField: [Int: Int],
    source: SourceText,
    violations: inout Violations
) {
    func checkDistinct(_ fields: [Int], _ kind: Violations.Kind) {
        let identities = rowIdentities(of: fields.map { table.columns[$0] }, rowCount: table.rowCount)
        var firstRow = [Int32](repeating: -1, count: Int((identities.max() ?? -1) + 1))
        for (row, identity) in identities.enumerated() where identity >= 0 {
            guard firstRow[Int(identity)] >= 0 else {
                firstRow[Int(identity)] = Int32(row)
                continue
            }
            let names = fields.map { contract.fields[$0].name }.joined(separator: ", ")
            guard violations.examines(kind, column: names) else { continue }
            let line = Int(table.lines[row])
            let earlier = table.lines[Int(firstRow[Int(identity)])]
            let value = fields.map { table.columns[$0].shownValue(row) }.joined(separator: ", ")
            let shown = value.shortened
            violations.add(kind, column: names, value: value, line: line) {
                (
                    valuePlace(
                        in: source,
                        line: line,
                        column: columnOfField[fields[0]] ?? 0,
                        dialect: contract.dialect
                    ),
                    Wording(
                        en: "\(names) \"\(shown)\" must be unique and is on line \(earlier) already",
                        nl: "\(names) \"\(shown)\" moet uniek zijn en staat al op regel \(earlier)"
                    )
                )
            }
        }
    }

    for (index, field) in contract.fields.enumerated()
    where field.constraints.isUnique && contract.primaryKey != [index] {
        checkDistinct([index], .duplicate)
    }
    for key in contract.uniqueKeys { checkDistinct(key, .duplicate) }
    if !contract.primaryKey.isEmpty { checkDistinct(contract.primaryKey, .primaryKey) }
}
