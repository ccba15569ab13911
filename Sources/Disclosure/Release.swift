// The door from raw data to what may be shown: an aggregate goes in, a released table comes out. There is no other.
import Datasets
import Diagnostics

/// Releases the result of a query.
///
/// - Parameters:
///   - withTotal: whether a row for all groups together is wanted. A total minus the cells that are shown is what is hidden,
///     so the total of a measure with a hidden cell is hidden too.
public func release(_ aggregate: Aggregate, withTotal: Bool = false) -> ReleasedTable {
    let query = aggregate.query
    let dataset = query.selection.dataset
    let rule = MinimumCount(dataset.contract)
    let measures = query.measures
    let columns =
        query.group.map { index in
            let column = dataset.table.columns[index]
            return ReleasedTable.Column(
                name: column.name,
                title: column.title,
                role: .category,
                unit: column.unit,
                decimals: column.decimals
            )
        }
        + measures.map { measure in
            ReleasedTable.Column(
                name: measure.name,
                title: measure.title,
                role: .measure,
                unit: measure.unit,
                decimals: measure.decimals
            )
        }
    let cells = aggregate.groups.map { group in zip(group.cells, measures).map { rule.cell($0, of: $1.kind) } }
    let rows = zip(aggregate.groups, cells).map { group, cells in
        zip(group.keys, query.group).map { rule.category(ReleasedTable.Cell($0), of: $1) } + cells
    }
    var total: [ReleasedTable.Cell]?
    if withTotal {
        let totals = measures.indices.map { index -> ReleasedTable.Cell in
            let givesAway = cells.contains { $0[index].isSuppressed }
            return givesAway ? .suppressed(below: nil) : rule.cell(aggregate.total[index], of: measures[index].kind)
        }
        total = query.group.map { _ in .missing } + totals
    }
    return ReleasedTable(
        columns: columns,
        rows: rows,
        total: total,
        origin: ReleasedTable.Origin(dataset, rowsUsed: aggregate.rowsUsed)
    )
}

extension ReleasedTable.Cell {
    var isSuppressed: Bool { if case .suppressed = self { true } else { false } }

    fileprivate init(_ key: Aggregate.Key?) {
        switch key {
        case .text(let text)?: self = .text(text)
        case .number(let number)?: self = .number(number)
        case nil: self = .missing
        }
    }
}

extension ReleasedTable.Origin {
    init(_ dataset: Dataset, rowsUsed: Int) {
        let contract = dataset.contract
        let rule = MinimumCount(contract)
        let rows = rule.rows(used: rowsUsed, inFile: dataset.rowsInFile)
        self.init(
            dataset: contract.name,
            title: contract.title,
            source: contract.sourceText,
            period: contract.period,
            unit: contract.unit,
            isIllustrative: contract.status == .illustrative,
            file: contract.file,
            sha256: dataset.sha256,
            rowsUsed: rows.used,
            rowsInFile: rows.inFile,
            rowsArePeople: rule.rowsArePeople,
            index: contract.index.map { ReleasedTable.IndexScale($0, language: contract.language) },
            breaks: contract.breaks.map {
                ReleasedTable.Break(column: contract.fields[$0.column].name, from: $0.from, reason: $0.reason)
            }
        )
    }
}

extension ReleasedTable.IndexScale {
    init(_ index: IndexContract, language: Language) {
        self.init(
            base: index.base,
            baseYear: index.baseYear,
            direction: index.direction == .higherIsWorse ? .higherIsWorse : .higherIsBetter,
            reference: index.referenceTitle ?? (language == .nl ? "gemeentelijk gemiddelde" : "municipal average")
        )
    }
}
