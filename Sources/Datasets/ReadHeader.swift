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
    // All at once, when the first is asked for: finding one walks along the header.
    var places: [Place]?
    func place(column: Int) -> Place {
        let all = places ?? valuePlaces(in: source, line: line, dialect: contract.dialect)
        places = all
        return column < all.count ? all[column] : Place(file: source.file, line: line)
    }
    let names = contract.dialect.isPadded ? written.map(\.trimmingPadding) : written
    let known = contract.fields.map(\.name)
    let dataset = contract.name
    if names.count == 1, known.count > 1, let mark = [";", ",", "\t", "|"].first(where: { names[0].contains($0) }) {
        let shown = mark == "\t" ? "\\t" : mark
        findings.error(
            "data.delimiter",
            at: place(column: 0),
            en: "the header is a single column \"\(names[0].shortened)\"",
            nl: "de kopregel is één kolom \"\(names[0].shortened)\"",
            hint: Wording(
                en: "if the file separates values with \"\(shown)\", say so: dialect: {delimiter: \"\(shown)\"}",
                nl: "staat er \"\(shown)\" tussen de waarden, zeg dat dan: dialect: {delimiter: \"\(shown)\"}"
            )
        )
        return [nil]
    }
    let positions = Dictionary(known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var fields: [Int?] = []
    var filled: Set<Int> = []
    for (column, name) in names.enumerated() {
        let field = positions[name]
        if let field, !filled.insert(field).inserted {
            findings.error(
                "data.duplicate-column",
                at: place(column: column),
                en: "column \"\(name)\" is there twice",
                nl: "kolom \"\(name)\" staat er twee keer"
            )
        } else if field == nil {
            findings.error(
                "data.undeclared-column",
                at: place(column: column),
                en: "the contract of \(dataset) has no field \"\(name.shortened)\"",
                nl: "het contract van \(dataset) heeft geen veld \"\(name.shortened)\"",
                hint: suggestion(for: name, among: known)
            )
        }
        fields.append(field)
    }
    for (field, name) in known.enumerated() where !filled.contains(field) {
        findings.error(
            "data.missing-column",
            at: place(column: 0),
            en: "column \"\(name)\" of the contract is missing",
            nl: "kolom \"\(name)\" uit het contract ontbreekt",
            hint: didYouMean(name, among: names).map { similar in
                Wording(en: "the file has \"\(similar)\"", nl: "het bestand heeft \"\(similar)\"")
            }
        )
    }
    return fields
}
