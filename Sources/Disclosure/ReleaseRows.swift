// Rows as they stand, for tables that list columns: the same door, one cell at a time.
import Datasets
import Diagnostics

/// Releases chosen columns of the selected rows.
///
/// Numbers that say something about the people behind a row are hidden where the row has too few of them. Keys, years and texts are
/// shown: whether they name people is for the contract's author to decide, who need not publish the dataset row by row.
///
/// - Parameter columns: positions in the dataset's table.
/// - Returns: nil, with a finding at the author's `from`, where every row is a person: such rows are never shown as they stand.
public func releaseRows(_ selection: Selection, columns: [Int], findings: inout Findings) -> ReleasedTable? {
    let dataset = selection.dataset
    if dataset.contract.privacy.counts == .people, dataset.contract.privacy.column == nil {
        findings.error(
            "privacy.rows-of-people",
            at: selection.place,
            en:
                "every row of dataset \(dataset.contract.name) is one person, so its rows cannot be shown as they stand",
            nl:
                "elke rij van dataset \(dataset.contract.name) is één persoon, dus de rijen zijn niet te tonen zoals ze zijn",
            hint: Wording(
                en:
                    "use group and measures; if rows are not people, say so: verslag: {privacy: {counts: none, reason: …}}",
                nl:
                    "gebruik group en measures; zijn de rijen geen personen, zeg dat dan: verslag: {privacy: {counts: none, reason: …}}"
            )
        )
        return nil
    }
    let table = dataset.table
    let contract = dataset.contract
    let rule = MinimumCount(contract)
    let people = People(dataset)
    let isMeasure = columns.map { index in
        // Computed columns come after the contract's.
        !table.columns[index].isText
            && (index >= contract.fields.count
                || contract.fields[index].kind != .year && !contract.primaryKey.contains(index))
    }
    let heads = zip(columns, isMeasure).map { index, isMeasure in
        let column = table.columns[index]
        return ReleasedTable.Column(
            name: column.name,
            title: column.title,
            role: isMeasure ? .measure : .category,
            unit: column.unit,
            decimals: min(column.decimals, 6)
        )
    }
    let chosen = selection.rows()
    let rows = chosen.map { row in
        zip(columns, isMeasure).map { index, isMeasure -> ReleasedTable.Cell in
            guard let number = table.columns[index].number(row) else {
                let text = table.columns[index].isText ? table.columns[index].shownValue(row) : ""
                return text.isEmpty ? .missing : .text(text)
            }
            guard isMeasure else { return rule.category(.number(number), of: index) }
            var cell = Aggregate.Cell(value: number, rows: 1, units: people.count(row))
            if contract.countsPeople(index) { cell.counted = [number] }
            return rule.cell(cell, of: .value(index))
        }
    }
    return ReleasedTable(
        columns: heads,
        rows: rows,
        origin: ReleasedTable.Origin(dataset, rowsUsed: min(chosen.count, dataset.rowsInFile))
    )
}
