// One description of an aggregation, used alike by charts, tables and indicators: which rows, grouped by what, measured how.
import Declarations
import Diagnostics

/// Rows, groups and measures, checked against their dataset.
public struct Query: Sendable {
    public var selection: Selection
    /// Columns that make up the groups, outermost first; none for one group of all rows.
    public var group: [Int]
    public var measures: [Measure]

    public init(_ selection: Selection, group: [Int] = [], measures: [Measure]) {
        self.selection = selection
        self.group = group
        var seen: [String: Int] = [:]
        // Two measures of one column need two names.
        self.measures = measures.map { measure in
            var measure = measure
            seen[measure.name, default: 0] += 1
            if let times = seen[measure.name], times > 1 { measure.name += "-\(times)" }
            return measure
        }
    }

    /// Reads a table block's `from`, `where`, `group` and `measures`.
    public static func read(_ fields: inout Fields, in package: DataPackage, findings: inout Findings) -> Query? {
        let selection = Selection.read(&fields, in: package, findings: &findings)
        let names = fields.scalars("group") ?? []
        let declared = fields.value("measures")
        guard let selection else { return nil }
        let group = names.compactMap { selection.dataset.column($0, findings: &findings) }
        let values: [Value]
        switch declared {
        case .list(let list, _)?: values = list
        case let single?: values = [single]
        case nil:
            _ = fields.requiredValue("measures")
            return nil
        }
        let measures = values.compactMap { Measure.read($0, in: selection.dataset, findings: &findings) }
        guard group.count == names.count, measures.count == values.count else { return nil }
        return Query(selection, group: group, measures: measures)
    }
}
