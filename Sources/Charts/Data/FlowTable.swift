// The table under a flow: one row for each stream, because most combinations of from and to do not occur.
import Markup

extension DataTable {
    /// From, to and value, in the order of the data.
    init(streamsOf data: ChartData, words: Words) {
        let format = NumberText(data.measureColumns.first, values: data.values, language: words.language)
        header = (data.categoryColumns + data.measureColumns).map(\.title)
        var rows: [[Cell]] = []
        var shown: [ChartCell] = []
        for from in data.categories.indices {
            for to in data.series.indices where data.cell(0, from, to) != .absent {
                let cell = data.cell(0, from, to)
                shown.append(cell)
                rows.append([
                    Cell(text: data.categories[from], value: nil, isNumber: false, isSuppressed: false),
                    Cell(text: data.series[to], value: nil, isNumber: false, isSuppressed: false),
                    Cell(
                        text: words.text(cell, format),
                        value: cell.number.map(machineDigits),
                        isNumber: true,
                        isSuppressed: cell.isSuppressed
                    ),
                ])
            }
        }
        self.rows = rows
        note = words.signs(in: shown)
    }
}
