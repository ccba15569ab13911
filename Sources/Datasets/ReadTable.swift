// One CSV file held against its contract: bytes in, a typed table out, with a finding for every value that breaks a promise.
import Declarations
import Diagnostics

/// Reads the rows of a dataset.
///
/// - Parameter source: the file's bytes, checked as text.
/// - Returns: the table, with wrong values as missing, or nil where header or quoting leave no table to speak of.
func readTable(_ source: SourceText, as contract: DatasetContract, findings: inout Findings) -> Table? {
    var reader = TableReader(source: source, contract: contract)
    let problem = readCSVRows(source.bytes, dialect: contract.dialect) { reader.row($0) }
    return reader.finish(problem, findings: &findings)
}

private struct TableReader {
    let source: SourceText
    let contract: DatasetContract
    private var builders: [ColumnBuilder]
    /// For every column of the file the field that it fills, once the header is known.
    private var fieldOfColumn: [Int?]?
    private var columnOfField: [Int: Int] = [:]
    private var lines: [Int32] = []
    private var emptyRows: [Int] = []
    private var violations = Violations()
    private var headerFindings = Findings()

    init(source: SourceText, contract: DatasetContract) {
        self.source = source
        self.contract = contract
        builders = contract.fields.enumerated().map { index, field in
            ColumnBuilder(
                field,
                isPadded: contract.dialect.isPadded,
                isKey: contract.primaryKey.contains(index),
                countsPeople: contract.headcounts.contains(index)
            )
        }
        if !contract.dialect.hasHeader { use(Array(contract.fields.indices)) }
    }

    mutating func row(_ row: borrowing CSVRow) {
        guard let fieldOfColumn else {
            let names = (0..<row.count).map { row.text($0) }
            use(readHeader(names, line: row.line, of: source, contract: contract, findings: &headerFindings))
            return
        }
        guard !headerFindings.hasErrors else { return }
        if row.line == 1,
            let finding = lineForExcel((0..<row.count).map(row.text), at: { Place(file: source.file, line: 1) })
        {
            headerFindings.add(finding)
            return
        }
        guard !row.isEmpty else {
            emptyRows.append(row.line)
            return
        }
        guard lines.count < contract.limits.rows else {
            contract.limits.reportRow(row.line, in: source.file, findings: &headerFindings)
            return
        }
        guard row.count == fieldOfColumn.count else {
            reportRagged(line: row.line, found: row.count, expected: fieldOfColumn.count)
            return
        }
        let number = lines.count
        lines.append(Int32(truncatingIfNeeded: row.line))
        row.bytes.withUnsafeBufferPointer { bytes in
            for (column, field) in fieldOfColumn.enumerated() {
                guard let field else { continue }
                let range = row.range(column)
                if let problem = builders[field].append(bytes[range], row: number) {
                    report(problem, column: column, field: contract.fields[field], line: row.line, value: bytes[range])
                }
            }
        }
    }

    mutating func finish(_ problem: CSVProblem?, findings: inout Findings) -> Table? {
        if fieldOfColumn == nil, problem == nil {
            headerFindings.error(
                "data.no-header",
                at: Place(file: source.file),
                en: "the file is empty: a header with column names is missing",
                nl: "het bestand is leeg: een kopregel met kolomnamen ontbreekt"
            )
        }
        findings.add(contentsOf: headerFindings)
        if let problem { report(problem, findings: &findings) }
        guard !headerFindings.hasErrors, fieldOfColumn != nil else {
            violations.finish(&findings)
            return nil
        }
        reportEmptyRows(&findings)
        let table = Table(columns: builders.indices.map { builders[$0].finish() }, rowCount: lines.count, lines: lines)
        checkKeys(of: table, contract: contract, columnOfField: columnOfField, source: source, violations: &violations)
        let hadProblems = violations
        violations.finish(&findings)
        let look = ColumnLook(table: table, contract: contract, columnOfField: columnOfField, source: source)
        for field in builders.indices where !hadProblems.concern(contract.fields[field].name) {
            look.question(field, builders[field].forms, findings: &findings)
        }
        return problem == nil ? table : nil
    }

    private mutating func use(_ fields: [Int?]) {
        fieldOfColumn = fields
        for (column, field) in fields.enumerated() { if let field { columnOfField[field] = column } }
    }

    // MARK: Findings

    private mutating func reportRagged(line: Int, found: Int, expected: Int) {
        guard violations.examines(.raggedRow, column: "") else { return }
        let by =
            contract.dialect.hasHeader
            ? Wording(en: "the header", nl: "de kopregel") : Wording(en: "the contract", nl: "het contract")
        let quoting = Wording(
            en: "a value that contains the delimiter needs quotes around it",
            nl: "een waarde waar het scheidingsteken in staat heeft aanhalingstekens nodig"
        )
        let place = Place(file: source.file, line: line)
        violations.add(.raggedRow, column: "", line: line, hint: found > expected ? quoting : nil) {
            (
                place,
                Wording(
                    en: "this row has \(found) value\(found == 1 ? "" : "s"), \(by.en) has \(expected)",
                    nl: "deze rij heeft \(found) waarde\(found == 1 ? "" : "n"), \(by.nl) heeft er \(expected)"
                )
            )
        }
    }

    private mutating func report(
        _ problem: ValueProblem,
        column: Int,
        field: FieldContract,
        line: Int,
        value: Bytes
    ) {
        guard violations.examines(problem.kind, column: field.name) else { return }
        let text = String(decoding: contract.dialect.isPadded ? value.trimmingBlanks : value, as: UTF8.self)
        let (message, hint) = explain(problem, field: field, value: text)
        let (source, dialect) = (source, contract.dialect)
        violations.add(problem.kind, column: field.name, value: text, line: line, hint: hint) {
            (valuePlace(in: source, line: line, column: column, dialect: dialect), message)
        }
    }

    /// Delimiters without values are what spreadsheets leave behind, not people who answered nothing.
    private func reportEmptyRows(_ findings: inout Findings) {
        guard let first = emptyRows.first else { return }
        let count = emptyRows.count
        findings.hint(
            "data.empty-rows",
            at: Place(file: source.file, line: first),
            en: count == 1
                ? "this row has no value and is left out" : "\(count) rows from here on have no value and are left out",
            nl: count == 1
                ? "deze rij heeft geen enkele waarde en telt niet mee"
                : "\(count) rijen vanaf hier hebben geen enkele waarde en tellen niet mee",
            hint: Wording(
                en: "delete the row; a person without answers needs a value, such as a number",
                nl: "verwijder de rij; een persoon zonder antwoorden heeft een waarde nodig, zoals een nummer"
            )
        )
    }

    private func report(_ problem: CSVProblem, findings: inout Findings) {
        switch problem {
        case .quote(let line, let column):
            findings.error(
                "data.quote",
                at: Place(file: source.file, line: line, column: column),
                en: "a quotation mark inside a value, or text after a closing one; the rows from here on are not read",
                nl:
                    "een aanhalingsteken midden in een waarde, of tekst na een sluitend; de rijen vanaf hier zijn niet gelezen",
                hint: Wording(
                    en: "put quotes around the whole value and double the ones inside: \"a \"\"b\"\" c\"",
                    nl: "zet aanhalingstekens om de hele waarde en verdubbel die erbinnen: \"a \"\"b\"\" c\""
                )
            )
        case .openQuote(let line):
            findings.error(
                "data.quote",
                at: Place(file: source.file, line: line),
                en: "a quotation mark in this row is never closed",
                nl: "een aanhalingsteken in deze rij wordt nergens gesloten"
            )
        case .memory:
            findings.error(
                "data.too-large",
                at: Place(file: source.file),
                en: "not enough memory to read this file",
                nl: "te weinig geheugen om dit bestand te lezen"
            )
        }
    }
}
