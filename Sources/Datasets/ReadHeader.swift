// The header of a CSV file held against the fields of its contract: columns may stand in another order, but none may be unknown.
import Diagnostics

/// The field that each column of the file fills, nil for a column that no field knows.
func readHeader(
    _ written: [String],
    line: Int,
    of source: SourceText,
    contract: DatasetContract,
    findings: inout Findings
) -> [Int?] {
    func place(line: Int, column: Int) -> Place {
        valuePlace(in: source, line: line, column: column, dialect: contract.dialect)
    }
    let names = contract.dialect.isPadded ? written.map(\.trimmingPadding) : written
    let known = contract.fields.map(\.name)
    let dataset = contract.name
    if names.count == 1, known.count > 1, let mark = [";", ",", "\t", "|"].first(where: { names[0].contains($0) }) {
        let shown = mark == "\t" ? "\\t" : mark
        findings.error(
            "data.delimiter",
            at: place(line: line, column: 0),
            en: "the header is a single column \"\(names[0].shortened)\"",
            nl: "de kopregel is één kolom \"\(names[0].shortened)\"",
            hint: Wording(
                en: "if the file separates values with \"\(shown)\", say so: dialect: {delimiter: \"\(shown)\"}",
                nl: "staat er \"\(shown)\" tussen de waarden, zeg dat dan: dialect: {delimiter: \"\(shown)\"}"
            )
        )
        return [nil]
    }
    var fields: [Int?] = []
    for (column, name) in names.enumerated() {
        let field = known.firstIndex(of: name)
        if let field, fields.contains(field) {
            findings.error(
                "data.duplicate-column",
                at: place(line: line, column: column),
                en: "column \"\(name)\" is there twice",
                nl: "kolom \"\(name)\" staat er twee keer"
            )
        } else if field == nil {
            findings.error(
                "data.undeclared-column",
                at: place(line: line, column: column),
                en: "the contract of \(dataset) has no field \"\(name.shortened)\"",
                nl: "het contract van \(dataset) heeft geen veld \"\(name.shortened)\"",
                hint: suggestion(for: name, among: known)
            )
        }
        fields.append(field)
    }
    for (field, name) in known.enumerated() where !fields.contains(field) {
        findings.error(
            "data.missing-column",
            at: place(line: line, column: 0),
            en: "column \"\(name)\" of the contract is missing",
            nl: "kolom \"\(name)\" uit het contract ontbreekt",
            hint: didYouMean(name, among: names).map { similar in
                Wording(en: "the file has \"\(similar)\"", nl: "het bestand heeft \"\(similar)\"")
            }
        )
    }
    return fields
}
