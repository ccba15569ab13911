// The data under a drawing: as a table for readers and as CSV for machines, from the same cells.
import Disclosure
import Markup

/// What the drawing shows, as a table for readers: series or panels become columns.
public struct DataTable: Sendable {
    public struct Cell: Sendable {
        public let text: String
        /// The value for machines, with a decimal point; nil for text and for cells without a value.
        public let value: String?
        public let isNumber: Bool
        public let isSuppressed: Bool
    }

    public let header: [String]
    /// As many cells a row as there are headings; the first is the heading of its row.
    public let rows: [[Cell]]
    /// What the signs in the cells mean; nil where all cells have values.
    public let note: String?

    /// `<table>…</table>`, without the box in which it scrolls.
    public func html(into writer: inout ByteWriter) {
        writer.raw("<table><thead><tr>")
        for (index, heading) in header.enumerated() {
            let isNumber = rows.contains { $0[safe: index]?.isNumber ?? false }
            writer.element("th", ("scope", "col"), isNumber ? ("class", "number") : nil, text: heading)
        }
        writer.raw("</tr></thead><tbody>")
        for row in rows {
            writer.raw("<tr>")
            for (index, cell) in row.enumerated() {
                if index == 0 {
                    writer.element("th", ("scope", "row"), text: cell.text)
                } else if cell.isSuppressed {
                    writer.raw("<td class=\"number\"><span class=\"suppressed\">")
                    writer.escaped(cell.text)
                    writer.raw("</span></td>")
                } else {
                    writer.element("td", cell.isNumber ? ("class", "number") : nil, text: cell.text)
                }
            }
            writer.raw("</tr>")
        }
        writer.raw("</tbody></table>")
    }
}

extension DataTable {
    init(_ data: ChartData, _ spec: ChartSpec, language: SiteLanguage) {
        let words = Words(language)
        let formats = data.measureColumns.indices.map { data.format($0, spec, language) }
        var header = [data.categoryColumns.first?.title ?? ""]
        if let note = data.noteColumn { header.append(note.title) }
        for (measure, column) in data.measureColumns.enumerated() {
            for series in data.series {
                header.append(
                    data.hasSeries
                        ? (data.measureColumns.count > 1 ? "\(series), \(data.measureColumns[measure].title)" : series)
                        : column.title
                )
            }
        }
        self.header = header
        rows = data.categories.indices.map { category in
            // Every row of key figures is a thing of its own.
            let formats =
                spec.kind == .tile
                ? formats.indices.map { data.format($0, spec, language, category: category) } : formats
            var row = [Cell(text: data.categories[category], value: nil, isNumber: false, isSuppressed: false)]
            if data.noteColumn != nil {
                row.append(
                    Cell(text: words.word(for: data.notes[category]), value: nil, isNumber: false, isSuppressed: false)
                )
            }
            for measure in data.measureColumns.indices {
                for series in data.series.indices {
                    let cell = data.cell(measure, category, series)
                    row.append(
                        Cell(
                            text: words.text(cell, formats[measure]),
                            value: cell.number.map(machineDigits),
                            isNumber: true,
                            isSuppressed: cell.isSuppressed
                        )
                    )
                }
            }
            return row
        }
        note = words.signs(in: data.cells.joined().joined())
    }
}

/// The rows for machines: one row for each category and series, under the titles of the columns, categories as the dataset writes them.
func csv(_ data: ChartData) -> [UInt8] {
    var writer = ByteWriter(reserving: 64 * data.categories.count)
    writer.byteOrderMark()
    let columns = data.categoryColumns + (data.noteColumn.map { [$0] } ?? []) + data.measureColumns
    writer.csvRecord(columns.map(\.title))
    for category in data.categories.indices {
        for series in data.series.indices {
            let cells = data.measureColumns.indices.map { data.cell($0, category, series) }
            if cells.allSatisfy({ $0 == .absent }) { continue }
            var record = [data.categoryCodes[category]]
            if data.hasSeries { record.append(data.seriesCodes[series]) }
            if data.noteColumn != nil { record.append(data.noteCodes[category]) }
            writer.csvRecord(record + cells.map { $0.number.map(machineDigits) ?? "" })
        }
    }
    return writer.bytes
}
