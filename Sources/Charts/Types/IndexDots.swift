// `index-dots`: scores against a base as dots on one axis, with the interval around each where the dataset has one; panels as in `index-bars`.

struct IndexDots {
    private let panels: IndexPanels
    private let ticks: Ticks
    /// At the right of each plot, where the values stand under each other; 0 where there are too many of them.
    private let valueRoom: Double

    private var context: ChartContext { panels.context }
    private var reading: IndexReading { panels.reading }

    init(_ context: ChartContext) {
        let panels = IndexPanels(
            context,
            labelShare: context.isNarrow ? 0.36 : 0.34,
            few: IndexPanels.Sizes(mark: 12, gap: 14, leastPanel: 200),
            many: IndexPanels.Sizes(mark: 12, gap: 7, leastPanel: 130)
        )
        self.panels = panels
        let data = context.data
        let width = panels.grid.plotWidth
        let widest = data.series.indices.reduce(0) { widest, panel in
            data.cells(0, series: panel).reduce(widest) { widest, cell in
                let text = cell.number.map { panels.reading.text($0, panels.format) } ?? context.words.sign(cell)
                return max(widest, TextStyle.value.width(of: text))
            }
        }
        // Long numbers in a small plot would leave no room for the dots: then the axis has to do.
        valueRoom = panels.isFew && width - widest - 14 >= 70 ? widest + 14 : 0
        ticks = Ticks(panels.domain, count: width < 280 ? 3 : 5, covering: true)
    }

    private var hasIntervals: Bool { context.data.measureColumns.count > 2 }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let words = context.words
        let key = [
            KeyItem(swatch: .dot(.less, isHollow: false), text: reading.lessText),
            KeyItem(swatch: .dot(.more, isHollow: true), text: reading.moreText),
            KeyItem(swatch: .base, text: reading.baseText),
        ]
        let interval = words(
            "De streep rond een stip is het interval waarin de score waarschijnlijk ligt.",
            "The line around a dot is the interval in which the score probably lies."
        )
        let y = panels.draw(
            into: &drawing,
            top: drawing.key(key, top: 0) + 8,
            valueRoom: valueRoom,
            notes: hasIntervals ? [interval] + [context.data.unknownMargins(words)].compactMap { $0 } : [],
            scale: scale,
            end: rightEnd
        ) { panel, plot, scale, drawing in
            drawPanel(panel, in: plot, scale, into: &drawing)
        }
        drawing.height = y + 2
        return drawing
    }

    private func scale(from left: Double) -> LinearScale {
        LinearScale(ticks.span, from: left + 7, to: left + panels.grid.plotWidth - valueRoom - 7)
    }

    /// Where a dot or its interval ends at the right.
    private func rightEnd(_ category: Int, _ panel: Int, _ scale: LinearScale) -> Double {
        let values = [0, 2].compactMap { context.data.cell($0, category, panel).number }
        return values.reduce(scale(reading.base)) { max($0, scale($1)) } + 6
    }

    private func drawPanel(
        _ panel: Int,
        in plot: Box,
        _ scale: LinearScale,
        into drawing: inout Drawing
    ) -> Double {
        drawing.plots.append(plot)
        let format = panels.format
        let right = plot.maxX + valueRoom
        let end = drawing.horizontalAxis(ticks, scale: scale, plot: plot, format: format, base: reading.base)
        let base = scale(reading.base)
        drawing.line(.base, Point(x: base, y: plot.y), Point(x: base, y: plot.maxY))
        for category in context.data.categories.indices {
            let middle = plot.y + panels.grid.rows.middle(category)
            let cell = context.data.cell(0, category, panel)
            guard let value = cell.number else {
                let sign = context.words.sign(cell)
                // Where there is no column of values the sign stands in the plot.
                if valueRoom > 0 {
                    drawing.lines([sign], x: right, middle: middle, .note, anchor: .end)
                } else {
                    let width = TextStyle.note.width(of: sign) + 8
                    let x = base + width <= plot.maxX ? base + 8 : base - width
                    drawing.lines([sign], x: max(x, plot.x), middle: middle, .note)
                }
                continue
            }
            drawing.dot(
                at: Point(x: scale(value), y: middle),
                low: context.data.cell(1, category, panel).number.map { scale($0) },
                high: context.data.cell(2, category, panel).number.map { scale($0) },
                paint: value == reading.base ? .muted : reading.paint(value),
                isHollow: !reading.isLess(value) && value != reading.base
            )
            if valueRoom > 0 {
                drawing.lines(
                    [reading.text(value, format)],
                    x: right,
                    middle: middle,
                    .value,
                    anchor: .end,
                    tone: reading.tone(value)
                )
            }
        }
        return end
    }
}
