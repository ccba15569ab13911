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
    let names = contract.dialect.isPadded ? written.map(\.trimmingBlanks) : written
    let known = contract.fields.map(\.name)
    if let finding = notAHeader(names, known: known, at: { place(column: 0) }, contract.dialect) {
        findings.add(finding)
        return [nil]
    }
    var violations = Violations()
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
        } else if field == nil, violations.examines(.undeclaredColumn, column: "") {
            let hint = name.isEmpty ? namelessHint : valueHint(for: name, among: known)
            violations.add(.undeclaredColumn, column: "", value: name, line: line, hint: hint) {
                (
                    place(column: column),
                    Wording(
                        en: "the contract of \(contract.name) has no field \"\(name.shortened)\"",
                        nl: "het contract van \(contract.name) heeft geen veld \"\(name.shortened)\""
                    )
                )
            }
        }
        fields.append(field)
    }
    violations.finish(&findings)
    // A name that differs in its blanks only has had its finding.
    let alike = Set(names.map(\.withPlainBlanks))
    for (field, name) in known.enumerated() where !filled.contains(field) && !alike.contains(name) {
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

private let namelessHint = Wording(
    en: "a column without a name: delete it, or the delimiters at the ends of the lines",
    nl: "een kolom zonder naam: verwijder die, of de scheidingstekens aan het eind van de regels"
)

/// The first line is something else: one column, or Excel's word for the delimiter.
private func notAHeader(_ names: [String], known: [String], at place: () -> Place, _ dialect: Dialect) -> Diagnostic? {
    let first = names.first ?? ""
    if !known.contains(first), let finding = lineForExcel(names, at: place) { return finding }
    guard names.count == 1, known.count > 1, let mark = [";", ",", "\t", "|"].first(where: first.contains) else {
        return nil
    }
    let shown = mark == "\t" ? "\\t" : mark
    let isDeclared = mark.utf8.first == dialect.delimiter
    return Diagnostic(
        .error,
        "data.delimiter",
        at: place(),
        message: Wording(
            en: "the header is a single column \"\(first.shortened)\"",
            nl: "de kopregel is één kolom \"\(first.shortened)\""
        ),
        hint: isDeclared
            ? Wording(
                en: "quotes belong around single values, not around the whole line",
                nl: "aanhalingstekens horen om losse waarden, niet om de hele regel"
            )
            : Wording(
                en: "if the file separates values with \"\(shown)\", say so: dialect: {delimiter: \"\(shown)\"}",
                nl: "staat er \"\(shown)\" tussen de waarden, zeg dat dan: dialect: {delimiter: \"\(shown)\"}"
            )
    )
}

/// `sep=;`: Excel's word for the delimiter, which some programs write above the header.
func lineForExcel(_ values: [String], at place: () -> Place) -> Diagnostic? {
    guard values.count <= 2, let first = values.first, first.lowercased().hasPrefix("sep=") else { return nil }
    return Diagnostic(
        .error,
        "data.sep-line",
        at: place(),
        message: Wording(
            en: "the first line, \(first.shortened), tells Excel the delimiter and is no part of the table",
            nl: "de eerste regel, \(first.shortened), vertelt Excel het scheidingsteken en hoort niet bij de tabel"
        ),
        hint: Wording(en: "remove this line", nl: "haal deze regel weg")
    )
}
