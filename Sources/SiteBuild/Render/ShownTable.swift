// A released table as readers see it: the order of its rows, the words in its cells; as HTML, and as CSV for machines.
import Disclosure
import Indicators
import Markup

/// How the cells of one released table are shown.
struct ShownTable {
    let table: ReleasedTable
    let language: SiteLanguage
    let strings: Strings
    /// The order in which rows are shown, by their position.
    var order: [Int]

    init(_ table: ReleasedTable, sort: TableBlock.Sort, language: SiteLanguage, strings: Strings) {
        self.table = table
        self.language = language
        self.strings = strings
        order = Array(table.rows.indices)
        // Sorting is by the last measure; rows without a value stay at the end, equals in the order of the data.
        guard sort != .given, let measure = table.columns.lastIndex(where: { $0.role == .measure }) else { return }
        func value(_ row: Int) -> Double? {
            if case .number(let number) = table.rows[row][measure] { number } else { nil }
        }
        order.sort { a, b in
            switch (value(a), value(b)) {
            case (let x?, let y?): x == y ? a < b : (sort == .ascending ? x < y : x > y)
            case (nil, nil): a < b
            case (let x, _): x != nil
            }
        }
    }

    func html(into writer: inout ByteWriter) {
        writer.raw("<table><thead><tr>")
        for column in table.columns {
            writer.element(
                "th",
                ("scope", "col"),
                column.role == .measure ? ("class", "number") : nil,
                text: column.title
            )
        }
        writer.raw("</tr></thead><tbody>")
        for row in order { writeRow(table.rows[row], into: &writer) }
        writer.raw("</tbody>")
        if let total = table.total {
            writer.raw("<tfoot>")
            writeRow(total, isTotal: true, into: &writer)
            writer.raw("</tfoot>")
        }
        writer.raw("</table>")
    }

    /// What the signs in the cells mean; nil where every cell has a value.
    var note: String? {
        let cells = table.rows.joined() + (table.total ?? [])
        var parts: [String] = []
        if table.hasSuppressedCells { parts.append(strings["suppressed_note"]) }
        if cells.contains(.missing) && table.rows.joined().contains(.missing) {
            parts.append("–: \(strings["missing"]).")
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    var csv: [UInt8] {
        var writer = ByteWriter(reserving: 64 * (table.rows.count + 1))
        writer.byteOrderMark()
        writer.csvRecord(table.columns.map(\.title))
        for row in order {
            writer.csvRecord(
                table.rows[row].map { cell in
                    switch cell {
                    case .text(let text): text
                    case .number(let number): machineDigits(number)
                    case .missing, .suppressed: ""
                    }
                }
            )
        }
        return writer.bytes
    }

    private func writeRow(_ cells: [ReleasedTable.Cell], isTotal: Bool = false, into writer: inout ByteWriter) {
        writer.raw("<tr>")
        for (index, cell) in cells.enumerated() {
            let column = table.columns[index]
            if index == 0 {
                writer.element("th", ("scope", "row"), text: isTotal ? strings["total"] : text(cell, column))
            } else if isTotal && column.role == .category {
                writer.raw("<td></td>")
            } else if case .suppressed = cell {
                writer.raw("<td class=\"number\"><span class=\"suppressed\">")
                writer.escaped(text(cell, column))
                writer.raw("</span></td>")
            } else {
                writer.element("td", column.role == .measure ? ("class", "number") : nil, text: text(cell, column))
            }
        }
        writer.raw("</tr>")
    }

    /// A row as texts; the total's first cell says what it is, and it has no categories.
    func texts(_ row: [ReleasedTable.Cell], isTotal: Bool = false) -> [String] {
        zip(row, table.columns).enumerated().map { index, cell in
            guard isTotal else { return text(cell.0, cell.1) }
            return index == 0 ? strings["total"] : cell.1.role == .category ? "" : text(cell.0, cell.1)
        }
    }

    /// What stands in a cell.
    func text(_ cell: ReleasedTable.Cell, _ column: ReleasedTable.Column) -> String {
        switch cell {
        case .text(let text): return text
        case .number(let number):
            // A year, or a code in a category, is a name and not an amount: no thousands separator.
            if number == number.rounded(), column.role == .category || Unit.isYear(column.unit) {
                return machineDigits(number)
            }
            let most = column.role == .category ? 9 : column.decimals
            let text =
                ExactDecimal(number).map {
                    language.number($0.shortened(to: most, isPercentage: Unit.isPercent(column.unit)))
                } ?? machineDigits(number)
            return text + (Unit.isPercent(column.unit) ? "%" : "")
        case .missing: return "–"
        case .suppressed(let below?): return "<\(below)"
        case .suppressed(nil): return strings["hidden"]
        }
    }
}
