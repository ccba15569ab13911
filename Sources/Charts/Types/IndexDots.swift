// `index-dots`: scores against a base as dots on one axis, with the interval around each where the dataset has one; panels as in `index-bars`.

struct IndexDots {
    private let context: ChartContext
    private let reading: IndexReading
    private let format: NumberText
    private let grid: PanelGrid
    private let ticks: Ticks
    /// At the right of each plot, where the values stand under each other; 0 where there are too many of them.
    private let valueRoom: Double

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        format = context.format()
        reading = IndexReading(data.origin?.index, words: context.words, format: format)
        let isFew = data.categories.count <= ChartContext.mostDirectValues
        let rows = CategoryRows(
            data.categories,
            in: context.width,
            share: context.isNarrow ? 0.36 : 0.34,
            mark: 12,
            gap: isFew ? 14 : 7
        )
        grid = PanelGrid(context, rows: rows, least: isFew ? 200 : 130)
        let words = context.words
        let reading = reading
        let format = format
        let widest = data.series.indices.reduce(0) { widest, panel in
            data.cells(0, series: panel).reduce(widest) { widest, cell in
                let text = cell.number.map { reading.text($0, format) } ?? words.sign(cell)
                return max(widest, TextStyle.value.width(of: text))
            }
        }
        // Long numbers in a small plot would leave no room for the dots: then the axis has to do.
        valueRoom = isFew && grid.plotWidth - widest - 14 >= 70 ? widest + 14 : 0
        var domain = extent(of: data.values + context.spec.annotatedValues, including: reading.base)
        if domain.lowerBound == domain.upperBound {
            domain = domain.lowerBound...domain.upperBound + max(1, abs(reading.base))
        }
        ticks = Ticks(domain, count: grid.plotWidth < 280 ? 3 : 5, covering: true)
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
        var y = drawing.key(key, top: 0) + 8
        let annotations = RowAnnotations(context) { scale(from: grid.rows.labelWidth)($0) }
        let flagsTop = y
        var notes: [String] = []
        y = grid.draw(into: &drawing, top: y + annotations.flags.height) { panel, whole, drawing in
            let plot = Box(x: whole.x, y: whole.y, width: whole.width - valueRoom, height: whole.height)
            let scale = scale(from: plot.x)
            annotations.draw(top: flagsTop, in: plot, x: { scale($0) }, into: &drawing)
            let end = drawPanel(panel, in: plot, valuesAt: whole.maxX, into: &drawing)
            notes += annotations.drawArrows(panel: panel, limit: plot.maxX, into: &drawing) { category, _ in
                let values = [0, 2].compactMap { context.data.cell($0, category, panel).number }
                let x = values.reduce(scale(reading.base)) { max($0, scale($1)) }
                return Point(x: x + 6, y: plot.y + grid.rows.middle(category))
            }
            return end
        }
        notes += annotations.notes
        if hasIntervals {
            notes.append(
                words(
                    "De streep rond een stip is het interval waarin de score waarschijnlijk ligt.",
                    "The line around a dot is the interval in which the score probably lies."
                )
            )
        }
        let shown = context.data.cells.first.map { Array($0.joined()) } ?? []
        if let signs = words.signs(in: shown) { notes.append(signs) }
        if !notes.isEmpty { y = drawing.notes(notes, top: y + 8) }
        drawing.height = y + 2
        return drawing
    }

    private func scale(from left: Double) -> LinearScale {
        LinearScale(ticks.span, from: left + 7, to: left + grid.plotWidth - valueRoom - 7)
    }

    private func drawPanel(_ panel: Int, in plot: Box, valuesAt right: Double, into drawing: inout Drawing) -> Double {
        drawing.plots.append(plot)
        let scale = scale(from: plot.x)
        let end = drawing.horizontalAxis(ticks, scale: scale, plot: plot, format: format, base: reading.base)
        let base = scale(reading.base)
        drawing.line(.base, Point(x: base, y: plot.y), Point(x: base, y: plot.maxY))
        for category in context.data.categories.indices {
            let middle = plot.y + grid.rows.middle(category)
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
