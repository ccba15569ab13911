// Questions about columns of which every value is legal: texts that look the same, and what NumberLook.swift asks about numbers.
import Diagnostics

/// A table with what is needed to ask about its columns.
struct ColumnLook {
    let table: Table
    let contract: DatasetContract
    let columnOfField: [Int: Int]
    let source: SourceText

    /// Asks at most one question about a column.
    func question(_ index: Int, _ forms: NumberForms, findings: inout Findings) {
        let field = contract.fields[index]
        switch table.columns[index].values {
        case .text(let codes, let dictionary):
            if field.kind == .string || field.kind == .any, field.constraints.allowed == nil {
                askAboutBlanks(index, codes, dictionary, &findings)
            }
        case .integers:
            if field.kind == .year { return }
            _ =
                askAboutSpelledCodes(index, &findings) || askAboutMissingCodes(index, forms, &findings)
                || askAboutZeros(index, forms, &findings)
        case .numbers:
            if askAboutSpelledCodes(index, &findings) || askAboutThousands(index, forms, &findings)
                || askAboutMissingCodes(index, forms, &findings) || askAboutZeros(index, forms, &findings)
            {
                return
            }
            tellAboutTinyNumbers(index, forms, &findings)
        }
    }

    /// Two texts that look the same to readers are two groups to the computer.
    private func askAboutBlanks(_ index: Int, _ codes: [Int32], _ dictionary: [String], _ findings: inout Findings) {
        let plain = dictionary.map(\.withPlainBlanks)
        guard zip(dictionary, plain).contains(where: { $0.utf8.count != $1.utf8.count || $0 != $1 }) else { return }
        var firstCode: [String: Int] = [:]
        var pairs: [(known: Int, other: Int)] = []
        for (code, text) in plain.enumerated() {
            if let known = firstCode[text] { pairs.append((known, code)) } else { firstCode[text] = code }
        }
        guard let pair = pairs.first, let row = codes.firstIndex(of: Int32(pair.other)) else { return }
        let name = contract.fields[index].name
        let (one, other) = (dictionary[pair.known].shortened, dictionary[pair.other].shortened)
        let line = codes.firstIndex(of: Int32(pair.known)).map { Int(table.lines[$0]) } ?? 0
        let more = pairs.count - 1
        let isPadding = pairs.allSatisfy {
            dictionary[$0.known].trimmingBlanks == dictionary[$0.other].trimmingBlanks
        }
        findings.error(
            "data.blanks",
            at: place(row, index),
            en:
                "\(name) \"\(other)\" and \"\(one)\" on line \(line) differ only in their blanks, and count as two values"
                + (more > 0 ? "; so do \(more) more" : ""),
            nl:
                "\(name) \"\(other)\" en \"\(one)\" op regel \(line) verschillen alleen in hun spaties, en tellen als twee waarden"
                + (more > 0 ? "; zo ook nog \(more)" : ""),
            hint: isPadding
                ? paddingHint
                : Wording(
                    en: "write them alike: a no-break space, or two in a row, is another blank",
                    nl: "schrijf ze gelijk: een vaste spatie, of twee achter elkaar, is een andere spatie"
                )
        )
    }

    func place(_ row: Int, _ field: Int) -> Place {
        valuePlace(
            in: source,
            line: Int(table.lines[row]),
            column: columnOfField[field] ?? 0,
            dialect: contract.dialect
        )
    }

    /// What the file has at a place, without its quotes.
    func written(at place: Place) -> String {
        let lines = source.bytes.split(separator: 0x0A, maxSplits: place.line, omittingEmptySubsequences: false)
        guard place.line >= 1, place.line <= lines.count else { return "" }
        let value = lines[place.line - 1].dropFirst(place.column - 1).prefix(place.length)
        return String(decoding: value.filter { $0 != contract.dialect.quote }, as: UTF8.self).trimmingBlanks
    }
}
