// `bars`, lying: one bar for each category, a group of bars for each, or one bar of stacked parts. Bars always begin at zero.

struct HorizontalBars {
    let context: ChartContext
    let format: NumberText
    let rows: CategoryRows
    let isStacked: Bool
    /// Whether each bar is a whole of 100%.
    let isShare: Bool
    /// The line that answers lie around, where they do.
    let centre: Centre?
    /// The height below each bar for numbers that do not fit in their part.
    let besideRoom: Double
    /// Statements are long: on a phone they stand above their bars.
    let labelsAbove: Bool
    let showsValues: Bool
    let thickness: Double
    let stacks: [Stack]
    /// The answers that stand apart, at the right of all bars.
    let apart: AnswersApart?

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        isShare = context.spec.parts.isShare || context.spec.kind == .diverging
        format = isShare && !data.isPercent ? NumberText(percentIn: context.language) : context.format()
        isStacked = isShare || context.spec.arrangement == .stacked && data.hasSeries
        let series = isStacked ? 1 : data.series.count
        let isFew =
            data.categories.count <= ChartContext.mostDirectValues
            && data.categories.count * series <= 2 * ChartContext.mostDirectValues
        thickness = isStacked ? 22 : series > 1 || !isFew ? 15 : 20
        let stacks = isStacked ? data.stacks(context.spec) : []
        self.stacks = stacks
        let centre = context.spec.kind == .diverging ? Centre(context.spec, data) : nil
        self.centre = centre
        let apart = centre.flatMap { AnswersApart($0, context) }
        self.apart = apart
        let besideRoom =
            isFew && Self.hasNumbersBeside(context.spec) ? TextStyle.value.lineHeight + Self.roomAbove : 0
        self.besideRoom = besideRoom
        labelsAbove = centre != nil && context.isNarrow
        rows =
            labelsAbove
            ? CategoryRows(above: data.categories, in: context.width, mark: thickness + besideRoom, gap: 12)
            : CategoryRows(
                data.categories,
                in: context.width,
                share: context.isNarrow ? 0.42 : 0.36,
                mark: thickness * Double(series) + 2 * Double(series - 1) + besideRoom,
                gap: isFew ? (series > 1 ? 14 : 10) : 7
            )
        // Long numbers in a small plot would leave no room for the bars: then an axis does better.
        let room = Self.room(context, format, stacks, centre, isStacked: isStacked, showsValues: true)
        let free = context.width - rows.labelWidth - (apart?.width ?? 0)
        showsValues = isFew && free - room.below - room.above >= 60
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(context.seriesKey, top: 0)
        if y > 0 { y += 6 }
        if let apart { y = apart.drawHead(top: y, into: &drawing) }
        let flagsTop = y
        if !labelsAbove { y += besideRoom / 2 }
        // How high the flags are depends on the scale, and the scale only on the width.
        let flat = Box(x: rows.labelWidth, y: 0, width: max(40, end - rows.labelWidth), height: 0)
        let flatScale = scale(domain, in: flat)
        let annotations = RowAnnotations(context) { flatScale($0) }
        y += annotations.flags.height
        let plot = Box(x: rows.labelWidth, y: y, width: max(40, end - rows.labelWidth), height: rows.height)
        drawing.plots = [plot]
        let scale = scale(domain, in: plot)
        annotations.draw(top: flagsTop, in: plot, x: { scale($0) }, into: &drawing)
        y = plot.maxY + 4
        if !showsValues {
            y = drawing.horizontalAxis(
                Ticks(scale.domain, count: context.isNarrow ? 3 : 5),
                scale: scale,
                plot: plot,
                format: format,
                base: 0,
                isMirrored: centre != nil
            )
        }
        rows.draw(into: &drawing, top: plot.y - (labelsAbove ? 0 : besideRoom / 2))
        if centre != nil { drawCentre(plot, x: scale(0), &drawing) }
        for category in context.data.categories.indices {
            let middle = plot.y + rows.middle(category) - besideRoom / 2
            if isStacked {
                drawStack(stacks[category], middle: middle, scale, &drawing)
                apart?.draw(category, middle: middle, into: &drawing)
            } else {
                drawGroup(category, middle: middle, scale, &drawing)
            }
        }
        if centre == nil { drawing.line(.axis, Point(x: scale(0), y: plot.y), Point(x: scale(0), y: plot.maxY)) }
        let unplaced = annotations.drawArrows(limit: plot.maxX, into: &drawing) { category, series in
            let (x, y) = end(of: category, series, scale)
            return Point(x: x, y: plot.y + y)
        }
        let notes = unplaced + stackNotes + [context.words.signs(in: shownCells)].compactMap { $0 }
        if !notes.isEmpty { y = drawing.notes(notes, top: y + 6) }
        drawing.height = y + 2
        return drawing
    }

    /// Where the plot ends at the right.
    var end: Double { context.width - (apart?.width ?? 0) }

    private var domain: ClosedRange<Double> {
        let values = isStacked ? stacks.flatMap { [$0.low - offset($0), $0.high - offset($0)] } : context.data.values
        return extent(of: values + context.spec.annotatedValues, including: 0)
    }

    /// Where a bar ends, with the number beside it; y from the top of the plot.
    private func end(of category: Int, _ series: Int, _ scale: LinearScale) -> (x: Double, y: Double) {
        let cell = context.data.cell(0, category, series)
        let value = isStacked ? stacks[category].high : cell.number ?? 0
        let label =
            isStacked
            ? Self.ends(of: stacks[category], context, format, centre, showsValues: showsValues).right
            : cell.number == nil ? context.words.sign(cell) : showsValues ? format(value) : ""
        let offset =
            isStacked ? -besideRoom / 2 : (Double(series) - Double(context.data.series.count - 1) / 2) * (thickness + 2)
        let room = label.isEmpty || value < 0 ? 0 : TextStyle.value.width(of: label) + 6
        return (max(scale(value), scale(0)) + room, rows.middle(category) + offset)
    }

    /// In a stack a combination without a row is simply no part of it.
    private var shownCells: [ChartCell] {
        isStacked
            ? stacks.flatMap(\.unshown) + (apart?.unshown ?? []) : Array(context.data.cells.joined().joined())
    }

    private func scale(_ domain: ClosedRange<Double>, in plot: Box) -> LinearScale {
        var domain = domain
        if domain.lowerBound == domain.upperBound { domain = 0...1 }
        let room = Self.room(context, format, stacks, centre, isStacked: isStacked, showsValues: showsValues)
        if !showsValues { domain = Ticks(domain, count: context.isNarrow ? 3 : 5, covering: true).span }
        return LinearScale(domain, from: plot.x + room.below, to: plot.maxX - room.above)
    }

    /// The room that texts need beside the bars.
    private static func room(
        _ context: ChartContext,
        _ format: NumberText,
        _ stacks: [Stack],
        _ centre: Centre?,
        isStacked: Bool,
        showsValues: Bool
    ) -> (below: Double, above: Double) {
        func widest(_ texts: [String]) -> Double { texts.reduce(0) { max($0, TextStyle.value.width(of: $1) + 8) } }
        if isStacked {
            let texts = stacks.map { Self.ends(of: $0, context, format, centre, showsValues: showsValues) }
            return (widest(texts.map(\.left)), widest(texts.map(\.right)))
        }
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
            let look = context.look(index)
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
}
