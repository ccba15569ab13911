// `bars`, standing. Only where every label fits under its bar without being broken; otherwise the chart is turned.

func drawBars(_ context: ChartContext) -> Drawing {
    // Texts of annotations have room beside lying bars only.
    if context.spec.orientation == .vertical, context.spec.annotations.isEmpty, let bars = VerticalBars(context) {
        return bars.draw()
    }
    return HorizontalBars(context).draw()
}

struct VerticalBars {
    private let context: ChartContext
    private let format: NumberText
    private let labels: [[String]]
    private let isStacked: Bool
    private let showsValues: Bool
    private let stacks: [Stack]
    private let domain: ClosedRange<Double>
    private let ticks: Ticks
    private let axisWidth: Double
    private let slot: Double
    private let barWidth: Double

    /// Nil where the labels need more room than standing bars give.
    init?(_ context: ChartContext) {
        let data = context.data
        let format = context.format()
        let isStacked = context.spec.arrangement == .stacked && data.hasSeries
        let stacks = isStacked ? data.stacks(context.spec) : []
        var domain = extent(of: isStacked ? stacks.flatMap { [$0.low, $0.high] } : data.values, including: 0)
        if domain.lowerBound == domain.upperBound { domain = 0...1 }
        let ticks = Ticks(domain, count: 4, covering: true)

        let series = isStacked ? 1 : data.series.count
        let marks = data.categories.count * series
        let texts = isStacked ? stacks.compactMap(\.total).map { format($0) } : data.values.map { format($0) }
        let widest = texts.reduce(16) { max($0, TextStyle.value.width(of: $1)) }
        func sizes(_ axis: Double) -> (slot: Double, bar: Double) {
            let slot = (context.width - axis) / Double(max(data.categories.count, 1))
            return (slot, min(64, max(2, (slot * 0.76 - 2 * Double(series - 1)) / Double(series))))
        }
        let axis =
            ticks.values.reduce(0) {
                max($0, TextStyle.axis.width(of: format.tick($1, on: ticks)))
            } + 8
        let free = sizes(0)
        let showsValues =
            marks <= ChartContext.mostDirectValues && (series == 1 ? widest + 4 <= free.slot : widest <= free.bar + 2)
        let axisWidth = showsValues ? 0 : axis
        let (slot, barWidth) = sizes(axisWidth)
        // A sign such as <10 stands where its bar would be and needs that much room.
        guard barWidth >= 6,
            showsValues || series == 1 || barWidth >= 24
                || !data.cells.joined().joined().contains(where: { $0.number == nil })
        else { return nil }
        var labels: [[String]] = []
        for name in data.categories {
            let words = name.split(whereSeparator: { " -–/".contains($0) })
            guard words.allSatisfy({ TextStyle.label.width(of: String($0) + "-") <= slot - 8 }) else { return nil }
            let lines = wrapped(name, to: slot - 8, in: .label, lines: 4)
            guard lines.count <= 3 else { return nil }
            labels.append(lines)
        }
        (self.slot, self.barWidth, self.axisWidth, self.showsValues) = (slot, barWidth, axisWidth, showsValues)
        self.context = context
        self.format = format
        self.isStacked = isStacked
        self.stacks = stacks
        self.domain = domain
        self.ticks = ticks
        self.labels = labels
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let keyEnd = drawing.key(context.seriesKey, top: 0)
        let top = keyEnd > 0 ? keyEnd + 6 : 0
        let plot = Box(x: axisWidth, y: top + 4, width: context.width - axisWidth, height: context.isNarrow ? 220 : 260)
        drawing.plots = [plot]
        let room = showsValues ? TextStyle.value.lineHeight + 4 : 0
        let scale =
            showsValues
            ? LinearScale(domain, from: plot.maxY - (domain.lowerBound < 0 ? room : 0), to: plot.y + room)
            : LinearScale(ticks.span, from: plot.maxY, to: plot.y)
        if !showsValues { drawing.verticalAxis(ticks, scale: scale, plot: plot, format: format, base: 0) }
        for category in context.data.categories.indices {
            let center = plot.x + (Double(category) + 0.5) * slot
            if isStacked {
                drawStack(stacks[category], center: center, scale, &drawing)
            } else {
                drawGroup(category, center: center, scale, &drawing)
            }
            drawing.lines(labels[category], x: center, top: plot.maxY + 6, .label, anchor: .middle)
        }
        drawing.line(.axis, Point(x: plot.x, y: scale(0)), Point(x: plot.maxX, y: scale(0)))
        var y = plot.maxY + 6 + Double(labels.map(\.count).max() ?? 1) * TextStyle.label.lineHeight
        let cells = isStacked ? stacks.flatMap(\.unshown) : Array(context.data.cells.joined().joined())
        if let signs = context.words.signs(in: cells) { y = drawing.notes([signs], top: y + 8) }
        drawing.height = y + 2
        return drawing
    }

    private func drawGroup(_ category: Int, center: Double, _ scale: LinearScale, _ drawing: inout Drawing) {
        let series = context.data.series.indices
        let pitch = barWidth + 2
        let first = center - pitch * Double(series.count - 1) / 2
        for index in series {
            let x = first + Double(index) * pitch
            let cell = context.data.cell(0, category, index)
            guard let value = cell.number else {
                drawing.lines([context.words.sign(cell)], x: x, middle: scale(0) - 12, .note, anchor: .middle)
                continue
            }
            let look = context.look(index)
            add(value, from: 0, to: value, x: x, look, scale, &drawing)
            if showsValues {
                drawing.lines(
                    [format(value)],
                    x: x,
                    middle: value < 0 ? scale(value) + 11 : scale(value) - 11,
                    .value,
                    anchor: .middle
                )
            }
        }
    }

    private func drawStack(_ stack: Stack, center: Double, _ scale: LinearScale, _ drawing: inout Drawing) {
        for part in stack.parts {
            let look = context.look(part.series)
            let text = format(part.value)
            let width = TextStyle.value.width(of: text) + 4
            let (top, bottom) = (scale(part.to), scale(part.from))
            let fits = showsValues && bottom - top >= 20 && width <= barWidth && look.paint != .muted
            let clear = Box(x: center - width / 2, y: top, width: width, height: bottom - top)
            add(
                part.value,
                from: part.from,
                to: part.to,
                x: center,
                look,
                clear: fits && look.isHatched ? clear : nil,
                scale,
                &drawing
            )
            if fits {
                drawing.lines([text], x: center, middle: (top + bottom) / 2, .value, anchor: .middle, tone: .on)
            }
        }
        for part in stack.parts.dropFirst() where part.from > 0 {
            drawing.line(
                .separator,
                Point(x: center - barWidth / 2, y: scale(part.from)),
                Point(x: center + barWidth / 2, y: scale(part.from))
            )
        }
        let y = scale(stack.high) - 11
        if !stack.unshown.isEmpty {
            let text = cut(context.words.signs(of: stack.unshown), to: slot - 4, in: .note)
            drawing.lines([text], x: center, middle: max(y, scale.end + 10), .note, anchor: .middle)
        } else if showsValues, let total = stack.total, !format.isPercent || stack.parts.count == 1 {
            drawing.lines([format(total)], x: center, middle: y, .value, anchor: .middle)
        }
    }

    private func add(
        _ value: Double,
        from: Double,
        to: Double,
        x: Double,
        _ look: SeriesLook,
        clear: Box? = nil,
        _ scale: LinearScale,
        _ drawing: inout Drawing
    ) {
        let (top, bottom) = (min(scale(from), scale(to)), max(scale(from), scale(to)))
        drawing.add(
            BarMark(
                box: Box(x: x - barWidth / 2, y: top, width: barWidth, height: bottom - top),
                paint: look.paint,
                isHatched: look.isHatched,
                clear: clear,
                value: value,
                isVertical: true
            )
        )
    }
}
