// `interval`: an estimate with its uncertainty for each category, a dot on a line from the lower to the upper bound, and beside it how many it rests on.

struct Interval {
    private let context: ChartContext
    private let format: NumberText
    private let rows: CategoryRows
    private let base: Double?
    /// The place of `n` among the measures; nil where it is not given.
    private let counts: Int?
    private let texts: [Texts]
    private let columnWidth: Double
    private let countWidth: Double

    private struct Texts: Sendable {
        let value: String
        let count: String
    }

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        let words = context.words
        let format = context.format()
        self.format = format
        base = data.origin?.index?.base
        let counts = context.spec.measures.firstIndex { $0.name == "n" }
        self.counts = counts
        let countFormat = context.format(counts ?? 0)
        let texts = data.categories.indices.map { category in
            let count = counts.map { words.text(data.cell($0, category), countFormat) } ?? ""
            return Texts(value: words.text(data.cell(0, category), format), count: count)
        }
        self.texts = texts
        let isStacked = context.isNarrow && counts != nil
        rows = CategoryRows(
            data.categories,
            in: context.width,
            share: context.isNarrow ? 0.34 : 0.36,
            mark: isStacked ? 2 * TextStyle.value.lineHeight : 12,
            gap: isStacked ? 8 : data.categories.count <= ChartContext.mostDirectValues ? 14 : 8
        )
        let valueWidth = texts.reduce(0) { max($0, TextStyle.value.width(of: $1.value)) }
        let countWidth =
            counts == nil
            ? 0 : texts.reduce(TextStyle.note.width(of: "n")) { max($0, TextStyle.note.width(of: "n = " + $1.count)) }
        self.countWidth = countWidth
        columnWidth =
            isStacked ? max(valueWidth, countWidth) + 12 : valueWidth + 12 + (counts == nil ? 0 : countWidth + 18)
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let data = context.data
        let words = context.words
        var top = 0.0
        if let index = data.origin?.index {
            let reading = IndexReading(index, words: words, format: format)
            top = drawing.key([KeyItem(swatch: .base, text: reading.baseText)], top: 0) + 6
        }
        let room = context.width - rows.labelWidth
        // Where numbers are so long that nothing would be left, they go and the axis stays.
        let showsTexts = room - columnWidth >= 60
        let width = max(40, showsTexts ? room - columnWidth : room)
        let shown = data.values(of: 0) + data.values(of: 1) + data.values(of: 2) + context.spec.annotatedValues
        let domain = base.map { extent(of: shown, including: $0) } ?? extent(of: shown)
        let ticks = Ticks(domain, count: context.isNarrow ? 3 : 5, covering: true)
        let scale = LinearScale(ticks.span, from: rows.labelWidth + 7, to: rows.labelWidth + width - 7)
        let annotations = RowAnnotations(context) { scale($0) }
        let plot = Box(x: rows.labelWidth, y: top + annotations.flags.height, width: width, height: rows.height)
        drawing.plots = [plot]
        annotations.draw(top: top, in: plot, x: { scale($0) }, into: &drawing)
        var y = drawing.horizontalAxis(ticks, scale: scale, plot: plot, format: format, base: base)
        if base == nil, ticks.span.contains(0) {
            drawing.line(.axis, Point(x: scale(0), y: plot.y), Point(x: scale(0), y: plot.maxY))
        }
        if let base { drawing.line(.base, Point(x: scale(base), y: plot.y), Point(x: scale(base), y: plot.maxY)) }
        rows.draw(into: &drawing, top: plot.y)
        for category in data.categories.indices {
            let middle = plot.y + rows.middle(category)
            if let value = data.cell(0, category).number {
                let low = data.cell(1, category).number.map { scale($0) }
                let high = data.cell(2, category).number.map { scale($0) }
                drawing.dot(at: Point(x: scale(value), y: middle), low: low, high: high, paint: .first)
            } else if !showsTexts {
                drawing.lines([texts[category].value], x: plot.x + 8, middle: middle, .note)
            }
            if showsTexts { drawTexts(texts[category], middle: middle, into: &drawing) }
        }
        let unplaced = annotations.drawArrows(limit: plot.maxX, into: &drawing) { category, _ in
            let end = [0, 2].compactMap { data.cell($0, category).number }.map { scale($0) }.max()
            return Point(x: (end ?? plot.x + 60) + 6, y: plot.y + rows.middle(category))
        }
        y = drawing.notes(unplaced + notes(ticks, showsTexts: showsTexts), top: y + 8)
        drawing.height = y + 2
        return drawing
    }

    private func drawTexts(_ texts: Texts, middle: Double, into drawing: inout Drawing) {
        let right = context.width
        let isKnown = texts.count.first?.isNumber ?? false
        let count = counts == nil ? "" : (isKnown ? "n = " : "n ") + texts.count
        guard context.isNarrow, counts != nil else {
            drawing.lines([count], x: right, middle: middle, .note, anchor: .end)
            let edge = counts == nil ? right : right - countWidth - 18
            drawing.lines([texts.value], x: edge, middle: middle, .value, anchor: .end)
            return
        }
        let height = TextStyle.value.lineHeight
        drawing.lines([texts.value], x: right, top: middle - height, .value, anchor: .end)
        drawing.lines([count], x: right, top: middle, .note, anchor: .end)
    }

    private func notes(_ ticks: Ticks, showsTexts: Bool) -> [String] {
        let words = context.words
        var notes = [
            words(
                "De streep loopt van de onder- tot de bovengrens van het interval.",
                "The line runs from the lower to the upper bound of the interval."
            )
        ]
        if let unknown = context.data.unknownMargins(words) { notes.append(unknown) }
        if !ticks.span.contains(0), base == nil {
            let start = format.tick(ticks.span.lowerBound, on: ticks)
            notes.append(words("De as begint bij \(start), niet bij 0.", "The axis starts at \(start), not at 0."))
        }
        var cells = context.data.cells.first.map { Array($0.joined()) } ?? []
        if let counts, showsTexts { cells += context.data.cells[counts].joined() }
        if let signs = words.signs(in: cells) { notes.append(signs) }
        return notes
    }
}
