// An indicator out of a dataset: a query, the release door, and where it came from.
import Datasets
import Declarations
import Diagnostics
import Disclosure

/// Fills in value and provenance of an indicator with `from`.
func compute(
    _ number: inout PublishedNumber,
    _ fields: inout Fields,
    in package: DataPackage,
    findings: inout Findings
) {
    guard let selection = Selection.read(&fields, in: package, findings: &findings) else {
        for key in ["weight", "of"] + Measure.keys { _ = fields.value(key) }
        return
    }
    guard let measure = Measure.read(&fields, in: selection.dataset, findings: &findings) else { return }
    let query = Query(selection, measures: [measure])
    let aggregate = aggregate(query, findings: &findings)
    let table = release(aggregate)
    let origin = table.origin
    switch table.rows.first?.first {
    case .number(let value)?: number.value = .number(value)
    case .suppressed(let below)?: number.value = .suppressed(below: below)
    default: break
    }
    if selection.dataset.hasErrors {
        // What is missing may be what was wrong in the file, which was a finding.
    } else if aggregate.rowsSelected == 0 {
        fields.error(
            "indicator.no-rows",
            at: fields.has("where") ? "where" : "from",
            en: "no row of dataset \(origin.dataset) fits",
            nl: "geen rij van dataset \(origin.dataset) past hierbij"
        )
    } else if number.value == .missing {
        fields.error(
            "indicator.no-value",
            at: "from",
            en: "the rows that fit have no value",
            nl: "de rijen die passen hebben geen waarde"
        )
    }
    number.decimals = measure.decimals
    number.unit = number.unit ?? measure.unit
    number.period = number.period ?? origin.period
    number.source = number.source ?? origin.source
    number.isIllustrative = number.isIllustrative || origin.isIllustrative
    checkSmallNumbers(beside: number, measure.kind, selection.dataset.contract.privacy, &fields)
    var provenance = PublishedNumber.Provenance(
        dataset: origin.dataset,
        datasetTitle: origin.title,
        file: origin.file,
        sha256: origin.sha256,
        rowsUsed: origin.rowsUsed,
        rowsInFile: origin.rowsInFile,
        rowsArePeople: origin.rowsArePeople,
        definition: query.definition(of: measure)
    )
    if case .suppressed = number.value {
        // "About fewer than 10" says no more than that there are few.
        number.qualifier = nil
        provenance.rowsUsed = nil
        if provenance.rowsArePeople { provenance.rowsInFile = nil }
    }
    number.provenance = provenance
}
