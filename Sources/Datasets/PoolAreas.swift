// Combined areas: rows that pool the numerators and denominators of several areas, appended before index scores are computed.
import Declarations
import Diagnostics

extension IndexScores {
    /// Appends one row per value of the other key columns, such as one per theme, for a combined area.
    func pool(_ area: IndexContract.CombinedArea, into table: inout Table, findings: inout Findings) {
        guard let areaColumn = index.areaColumn, let denominator = index.denominator, let reference = index.reference,
            let referenceDenominator = index.referenceDenominator
        else { return }
        guard contract.primaryKey.contains(areaColumn),
            case .text(let codes, let dictionary) = table.columns[areaColumn].values
        else {
            findings.error(
                "data.index-combine",
                at: area.name.place,
                en: "areas can be combined where the area is a text column of the primary key",
                nl: "gebieden zijn samen te voegen als het gebied een tekstkolom van de primaire sleutel is"
            )
            return
        }
        var members = Set<Int32>()
        for member in area.members {
            if let code = dictionary.firstIndex(of: member.text) {
                members.insert(Int32(code))
            } else {
                findings.error(
                    "data.unknown-value",
                    at: member.place,
                    en: "no area \"\(member.text)\" in dataset \(contract.name)",
                    nl: "geen gebied \"\(member.text)\" in dataset \(contract.name)",
                    hint: suggestion(for: member.text, among: dictionary)
                )
            }
        }
        if dictionary.firstIndex(of: area.name.text).map({ code in codes.contains(Int32(code)) }) ?? false {
            findings.error(
                "data.index-combine",
                at: area.name.place,
                en: "\"\(area.name.text)\" has rows in the file already",
                nl: "\"\(area.name.text)\" heeft al rijen in het bestand"
            )
            return
        }
        let keyColumns = contract.primaryKey.filter { $0 != areaColumn }
        let identities = rowIdentities(of: keyColumns.map { table.columns[$0] }, rowCount: table.rowCount)
        var pools: [Pool] = []
        var poolOfIdentity: [Int32: Int] = [:]
        for row in 0..<codes.count where members.contains(codes[row]) {
            guard let pool = poolOfIdentity[identities[row]] else {
                poolOfIdentity[identities[row]] = pools.count
                pools.append(Pool(first: row, rows: [row]))
                continue
            }
            pools[pool].rows.append(row)
        }
        for pool in pools {
            let references = Set(
                pool.rows.map { [table.columns[reference].number($0), table.columns[referenceDenominator].number($0)] }
            )
            if references.count > 1 {
                findings.error(
                    "data.index-combine",
                    at: Place(file: source.file, line: Int(table.lines[pool.first])),
                    en: "the areas of \"\(area.name.text)\" have different reference values",
                    nl: "de gebieden van \"\(area.name.text)\" hebben verschillende referentiewaarden"
                )
            }
            table.appendPooled(
                pool.rows,
                named: area.name.text,
                area: areaColumn,
                copied: keyColumns + [reference, referenceDenominator],
                summed: [index.value, denominator]
            )
        }
    }

    private struct Pool {
        var first: Int
        var rows: [Int]
    }
}

extension Table {
    /// Appends a row: copies from the first of `rows`, sums where asked, the rest missing. A sum with a missing part is missing.
    fileprivate mutating func appendPooled(_ rows: [Int], named name: String, area: Int, copied: [Int], summed: [Int]) {
        if rowsBehind.isEmpty { rowsBehind = [Int32](repeating: 1, count: rowCount) }
        for index in columns.indices {
            let source = copied.contains(index) ? rows.first : nil
            switch columns[index].values {
            case .text(var codes, var dictionary):
                if index == area {
                    if !dictionary.contains(name) { dictionary.append(name) }
                    codes.append(Int32(dictionary.firstIndex(of: name) ?? 0))
                } else {
                    codes.append(source.map { codes[$0] } ?? -1)
                }
                columns[index].values = .text(codes: codes, dictionary: dictionary)
            case .integers(var numbers, var missing):
                // A sum of a few integers that does not fit is as good as unknown.
                let parts = (summed.contains(index) ? rows : source.map { [$0] } ?? []).map {
                    missing[$0] ? nil : numbers[$0]
                }
                let sum = parts.reduce(parts.isEmpty ? nil : 0) { sum, part in
                    guard let sum, let part else { return nil }
                    let (next, overflow) = sum.addingReportingOverflow(part)
                    return overflow ? nil : next
                }
                numbers.append(sum ?? 0)
                if sum == nil { missing.insert(rowCount) }
                columns[index].values = .integers(numbers, missing: missing)
            case .numbers(var numbers, var missing):
                let parts = (summed.contains(index) ? rows : source.map { [$0] } ?? []).map {
                    missing[$0] ? nil : numbers[$0]
                }
                let sum = parts.reduce(parts.isEmpty ? nil : 0.0) { sum, part in
                    sum.flatMap { sum in part.map { sum + $0 } }
                }
                numbers.append(sum ?? 0)
                if sum == nil { missing.insert(rowCount) }
                columns[index].values = .numbers(numbers, missing: missing)
            }
        }
        lines.append(0)
        rowsBehind.append(Int32(rows.count))
        rowCount += 1
    }
}
