// `bars`, lying: one bar for each category, a group of bars for each, or one bar of stacked parts. Bars always begin at zero.

struct HorizontalBars {
    private let context: ChartContext
    private let format: NumberText
    private let rows: CategoryRows
    private let isStacked: Bool
    private let showsValues: Bool
    private let thickness: Double
    private let stacks: [Stack]

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        format = context.format()
        isStacked = context.spec.arrangement == .stacked && data.hasSeries
        let series = isStacked ? 1 : data.series.count
        let isFew =
            data.categories.count <= ChartContext.mostDirectValues
            && data.categories.count * series <= 2 * ChartContext.mostDirectValues
        thickness = isStacked ? 22 : series > 1 || !isFew ? 15 : 20
        let stacks =
            isStacked
            ? data.categories.indices.map { category in Stack(data.series.indices.map { data.cell(0, category, $0) }) }
            : []
        self.stacks = stacks
        rows = CategoryRows(
            data.categories,
            in: context.width,
            share: context.isNarrow ? 0.42 : 0.36,
            mark: thickness * Double(series) + 2 * Double(series - 1),
            gap: isFew ? (series > 1 ? 14 : 10) : 7
        )
        // Long numbers in a small plot would leave no room for the bars: then an axis does better.
        let room = Self.room(context, format, stacks, isStacked: isStacked, showsValues: true)
        showsValues = isFew && context.width - rows.labelWidth - room.below - room.above >= 60
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(context.seriesKey, top: 0)
        if y > 0 { y += 6 }
        let plot = Box(x: rows.labelWidth, y: y, width: max(40, context.width - rows.labelWidth), height: rows.height)
        drawing.plots = [plot]
        let domain = extent(of: isStacked ? stacks.flatMap { [$0.low, $0.high] } : context.data.values, including: 0)
        let scale = scale(domain, in: plot)
        y = plot.maxY + 4
        if !showsValues {
            y = drawing.horizontalAxis(
                Ticks(scale.domain, count: context.isNarrow ? 3 : 5),
                scale: scale,
                plot: plot,
                format: format,
                base: 0
            )
        }
        rows.draw(into: &drawing, top: plot.y)
        for category in context.data.categories.indices {
            let middle = plot.y + rows.middle(category)
            if isStacked {
                drawStack(stacks[category], middle: middle, scale, &drawing)
            } else {
                drawGroup(category, middle: middle, scale, &drawing)
            }
        }
        drawing.line(.axis, Point(x: scale(0), y: plot.y), Point(x: scale(0), y: plot.maxY))
        if let signs = context.words.signs(in: shownCells) { y = drawing.notes([signs], top: y + 6) }
        drawing.height = y + 2
        return drawing
    }

    /// In a stack a combination without a row is simply no part of it.
    private var shownCells: [ChartCell] {
        isStacked ? stacks.flatMap(\.unshown) : Array(context.data.cells.joined().joined())
    }

    private func scale(_ domain: ClosedRange<Double>, in plot: Box) -> LinearScale {
        var domain = domain
        if domain.lowerBound == domain.upperBound { domain = 0...1 }
        let room = Self.room(context, format, stacks, isStacked: isStacked, showsValues: showsValues)
        if !showsValues { domain = Ticks(domain, count: context.isNarrow ? 3 : 5, covering: true).span }
        return LinearScale(domain, from: plot.x + room.below, to: plot.maxX - room.above)
    }

    /// The room that texts need beside the bars.
    private static func room(
        _ context: ChartContext,
        _ format: NumberText,
        _ stacks: [Stack],
        isStacked: Bool,
        showsValues: Bool
    ) -> (below: Double, above: Double) {
        func widest(_ texts: [String]) -> Double { texts.reduce(0) { max($0, TextStyle.value.width(of: $1) + 8) } }
        if isStacked { return (0, widest(stacks.map { endText($0, context, format, showsValues: showsValues).text })) }
        let values = showsValues ? context.data.values : []
        let signs = context.data.cells.joined().joined().filter { $0.number == nil }.map { context.words.sign($0) }
        return (
            widest(values.filter { $0 < 0 }.map { format($0) }),
            widest(values.filter { $0 >= 0 }.map { format($0) } + signs)
        )
    }

    private func drawGroup(_ category: Int, middle: Double, _ scale: LinearScale, _ drawing: inout Drawing) {
        let series = context.data.series.indices
        let pitch = thickness + 2
        let first = middle - pitch * Double(series.count - 1) / 2
        let zero = scale(0)
        for index in series {
            let y = first + Double(index) * pitch
            let cell = context.data.cell(0, category, index)
            guard let value = cell.number else {
                drawing.lines([context.words.sign(cell)], x: zero + 6, middle: y, .note)
                continue
            }
            let tip = scale(value)
            let look = SeriesLook(index)
            drawing.add(
                BarMark(
                    box: Box(x: min(zero, tip), y: y - thickness / 2, width: abs(tip - zero), height: thickness),
                    paint: look.paint,
                    isHatched: look.isHatched,
                    value: value
                )
            )
            if showsValues {
                drawing.lines(
                    [format(value)],
                    x: value < 0 ? tip - 6 : tip + 6,
                    middle: y,
                    .value,
                    anchor: value < 0 ? .end : .start
                )
            }
        }
    }

    private func drawStack(_ stack: Stack, middle: Double, _ scale: LinearScale, _ drawing: inout Drawing) {
        for part in stack.parts {
            let box = Box(
                x: scale(part.from),
                y: middle - thickness / 2,
                width: scale(part.to) - scale(part.from),
                height: thickness
            )
            let look = SeriesLook(part.series)
            drawing.add(BarMark(box: box, paint: look.paint, isHatched: look.isHatched, value: part.value))
        }
        for part in stack.parts.dropFirst() where part.from > 0 {
            let x = scale(part.from)
            drawing.line(.separator, Point(x: x, y: middle - thickness / 2), Point(x: x, y: middle + thickness / 2))
        }
        if showsValues {
            for part in stack.parts where !SeriesLook(part.series).isHatched && SeriesLook(part.series).paint != .muted
            {
                let text = format(part.value)
                if TextStyle.value.width(of: text) + 10 <= scale(part.to) - scale(part.from) {
                    drawing.lines(
                        [text],
                        x: (scale(part.from) + scale(part.to)) / 2,
                        middle: middle,
                        .value,
                        anchor: .middle,
                        tone: .on
                    )
                }
            }
        }
        let end = Self.endText(stack, context, format, showsValues: showsValues)
        drawing.lines([end.text], x: scale(stack.high) + 6, middle: middle, end.style)
    }

    /// What stands at the end of a stack: its total, or the signs of the parts that cannot be shown.
    private static func endText(_ stack: Stack, _ context: ChartContext, _ format: NumberText, showsValues: Bool) -> (
        text: String, style: TextStyle
    ) {
        if !stack.unshown.isEmpty { return (context.words.signs(of: stack.unshown), .note) }
        guard showsValues, let total = stack.total, format.unit != "%" || stack.parts.count == 1 else {
            return ("", .value)
        }
        return (format(total), .value)
    }
}
