// Small multiples beside and under each other: one column of labels at the left of every line, panels of equal width, one scale.

struct PanelGrid: Sendable {
    let rows: CategoryRows
    let columns: Int
    let plotWidth: Double
    private let context: ChartContext
    private static let gap = 24.0

    /// - Parameter least: the width below which a panel goes to the next line.
    init(_ context: ChartContext, rows: CategoryRows, least: Double) {
        self.context = context
        self.rows = rows
        let panels = context.data.series.count
        let room = context.width - rows.labelWidth
        let most = max(1, Int((room + Self.gap) / (least + Self.gap)))
        let lines = (panels + most - 1) / most
        columns = context.isNarrow ? 1 : max(1, (panels + lines - 1) / lines)
        plotWidth = max(40, (room - Self.gap * Double(columns - 1)) / Double(columns))
    }

    /// Draws titles and labels, and each panel through `panel`, which returns where it ends. Returns where all end.
    func draw(into drawing: inout Drawing, top: Double, panel: (Int, Box, inout Drawing) -> Double) -> Double {
        var y = top
        let panels = context.data.series.count
        let names = wrappedApart(context.data.series, to: plotWidth, in: .title, lines: 2)
        for line in stride(from: 0, to: panels, by: columns) {
            let shown = line..<min(line + columns, panels)
            if line > 0 { y += 22 }
            func left(_ column: Int) -> Double { rows.labelWidth + Double(column) * (plotWidth + Self.gap) }
            if context.data.hasSeries {
                let titles = shown.map { names[$0] }
                let height = Double(titles.map(\.count).max() ?? 1) * TextStyle.title.lineHeight
                for (column, title) in titles.enumerated() {
                    // On a phone the title stands above labels and bars together.
                    let x = columns == 1 ? 0 : left(column)
                    let titleTop = y + height - Double(title.count) * TextStyle.title.lineHeight
                    drawing.lines(title, x: x, top: titleTop, .title)
                }
                y += height + 4
            }
            rows.draw(into: &drawing, top: y)
            var end = y
            for (column, index) in shown.enumerated() {
                let plot = Box(x: left(column), y: y, width: plotWidth, height: rows.height)
                end = max(end, panel(index, plot, &drawing))
            }
            y = end
        }
        return y
    }
}
