// From what a block asks of the data to a released table: query, aggregation, disclosure control.
import Charts
import Datasets
import Declarations
import Diagnostics
import Disclosure

/// The released rows for a chart; nil where the chart needs none, or where a finding says what is wrong.
func release(_ spec: ChartSpec, in package: DataPackage, findings: inout Findings) -> ReleasedTable? {
    guard let from = spec.from,
        let selection = Selection.read(from: from, where: spec.whereMapping, in: package, findings: &findings)
    else { return nil }
    let group = spec.groupColumns.compactMap { selection.dataset.column($0, findings: &findings) }
    let measures = spec.measures.compactMap { wanted -> Measure? in
        guard var measure = Measure.read(wanted.value, in: selection.dataset, findings: &findings) else { return nil }
        measure.name = wanted.name
        return measure
    }
    guard group.count == spec.groupColumns.count, measures.count == spec.measures.count else { return nil }
    return release(aggregate(Query(selection, group: group, measures: measures), findings: &findings))
}

/// The released rows for a table block.
func release(_ block: TableBlock, in package: DataPackage, findings: inout Findings) -> ReleasedTable? {
    var fields = Fields(block.data, of: Wording(en: "a table block", nl: "een table-blok"))
    // The keys were checked when the block was read; only findings about the data are new here.
    defer { fields.finish(&findings, ignoring: Set(TableBlock.dataKeys)) }
    guard fields.has("columns") else {
        guard let query = Query.read(&fields, in: package, findings: &findings) else { return nil }
        var titles: Set<String> = []
        if let twice = query.measures.first(where: { !titles.insert($0.title).inserted }) {
            findings.warning(
                "table.same-heading",
                at: twice.place,
                en: "two columns of this table are called \"\(twice.title)\"",
                nl: "twee kolommen van deze tabel heten \"\(twice.title)\"",
                hint: Wording(en: "give each measure a label", nl: "geef elke maat een label")
            )
        }
        return release(aggregate(query, findings: &findings), withTotal: block.showsTotal)
    }
    guard let selection = Selection.read(&fields, in: package, findings: &findings),
        let names = fields.scalars("columns")
    else { return nil }
    let columns = names.compactMap { selection.dataset.column($0, findings: &findings) }
    guard columns.count == names.count, !columns.isEmpty else { return nil }
    return releaseRows(selection, columns: columns, findings: &findings)
}
