// Index scores: computed from what a dataset declares, and added to its table as a column that queries use like any other.
import Diagnostics

/// Adds the column `index` and the rows of combined areas to a table.
///
/// With w for the area's value and g for the reference's, both as they stand or as 100 × numerator ÷ denominator:
/// ratio base × w ÷ g; inverse base × g ÷ w; complement base × (100 − w) ÷ (100 − g). Ratio is the index of the neighbourhood
/// profile in the end report of Blauwe Zorg in de Wijk (municipality = 100); inverse and complement turn it round where higher is
/// better, and they differ from each other. Combined areas pool numerators and denominators; index scores are never averaged.
/// A reference of 0 has no index: a finding, and the cell is missing.
struct IndexScores {
    let contract: DatasetContract
    let index: IndexContract
    let source: SourceText

    func add(to table: inout Table, findings: inout Findings) {
        for area in index.combined { pool(area, into: &table, findings: &findings) }
        if index.method == .given {
            // Scores as they stand get the common name, unless they have it already.
            if contract.fields[index.value].name != IndexContract.columnName {
                var column = table.columns[index.value]
                column.name = IndexContract.columnName
                append(column, to: &table, findings: &findings)
            }
            return
        }
        var scores: [Double] = []
        var missing = RowSet()
        var violations = Violations()
        for row in 0..<table.rowCount {
            switch score(row, of: table) {
            case .score(let score):
                scores.append(score)
                continue
            case .missing: break
            case .undefined(let why):
                let line = Int(table.lines[row])
                if violations.examines(.index, column: IndexContract.columnName) {
                    // A combined area has no line of its own.
                    let place = line > 0 ? Place(file: source.file, line: line) : index.place
                    let cause = why.en + (line > 0 ? "" : place.file)
                    violations.add(.index, column: IndexContract.columnName, line: place.line, why: cause) {
                        (place, why)
                    }
                }
            }
            scores.append(0)
            missing.insert(row)
        }
        violations.finish(&findings)
        let column = DataColumn(
            name: IndexContract.columnName,
            title: "Index",
            unit: "index",
            decimals: 1,
            values: .numbers(scores, missing: missing)
        )
        append(column, to: &table, findings: &findings)
    }

    private func append(_ column: DataColumn, to table: inout Table, findings: inout Findings) {
        if table.column(named: column.name) != nil {
            findings.error(
                "data.index-column",
                at: index.place,
                en: "the file has a column \"index\" already, which the computed scores would hide",
                nl: "het bestand heeft al een kolom \"index\", die de berekende scores zouden verbergen"
            )
        } else {
            table.columns.append(column)
        }
    }

    private enum Score {
        case score(Double)
        case missing
        case undefined(Wording)
    }

    private func score(_ row: Int, of table: Table) -> Score {
        guard let reference = index.reference, let area = rate(index.value, index.denominator, row, table),
            let whole = rate(reference, index.referenceDenominator, row, table)
        else { return .missing }
        guard case .percent(let w) = area, case .percent(let g) = whole else {
            return .undefined(Wording(en: "no index score: a denominator is 0", nl: "geen indexscore: een noemer is 0"))
        }
        let (dividend, divisor) =
            switch index.method {
            case .given, .ratio: (w, g)
            case .inverse: (g, w)
            case .complement: (100 - w, 100 - g)
            }
        guard divisor != 0 else {
            return .undefined(
                Wording(
                    en: "no index score: the value to divide by is 0",
                    nl: "geen indexscore: de waarde waardoor wordt gedeeld is 0"
                )
            )
        }
        return .score(index.base * dividend / divisor)
    }

    private enum Rate {
        case percent(Double)
        case withoutBase
    }

    /// A value as it stands, or as a percentage of its denominator; nil where a part is missing.
    private func rate(_ value: Int, _ denominator: Int?, _ row: Int, _ table: Table) -> Rate? {
        guard let number = table.columns[value].number(row) else { return nil }
        guard let denominator else { return .percent(number) }
        guard let whole = table.columns[denominator].number(row) else { return nil }
        return whole == 0 ? .withoutBase : .percent(100 * number / whole)
    }
}
