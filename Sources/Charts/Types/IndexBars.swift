// `index-bars`: scores against a base of 100, one bar for each theme from the base line, in one plot or in small multiples.
// The bars begin at the base, not at zero: what an index says is its distance from the base.
import Disclosure

struct IndexBars {
    private let context: ChartContext
    private let scaleOfIndex: ReleasedTable.IndexScale?
    private let base: Double
    private let format: NumberText
    private let rows: CategoryRows
    private let showsValues: Bool
    private let barHeight: Double
    private let columns: Int
    private let plotWidth: Double
    /// In a small plot the values of bars to the left stand at the right of the base line, where there is room anyway: bars can be longer.
    private let isTight: Bool
    private static let gap = 24.0

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        scaleOfIndex = data.origin?.index
        base = scaleOfIndex.map(\.base) ?? 100
        format = context.format()
        let isFew = data.categories.count <= ChartContext.mostDirectValues
        barHeight = isFew ? 18 : 14
        rows = CategoryRows(
            data.categories,
            in: context.width,
            share: context.isNarrow ? 0.4 : 0.36,
            mark: barHeight,
            gap: isFew ? 10 : 7
        )
        let panels = data.series.count
        let room = context.width - rows.labelWidth
        let most = max(1, Int((room + Self.gap) / ((isFew ? 168 : 120) + Self.gap)))
        let lines = (panels + most - 1) / most
        columns = context.isNarrow ? 1 : max(1, (panels + lines - 1) / lines)
        plotWidth = max(40, (room - Self.gap * Double(columns - 1)) / Double(columns))
        isTight = context.isNarrow || plotWidth < 280
        let (below, above) = Self.valueRoom(data.values, base: base, format)
        // Long numbers in a small plot would leave no room for the bars: then an axis does better.
        showsValues = isFew && plotWidth - (isTight ? max(below, above) : below + above) >= 40
    }

    /// The room that values need at the left and at the right of the bars.
    private static func valueRoom(_ values: [Double], base: Double, _ format: NumberText) -> (
        below: Double, above: Double
    ) {
        values.reduce((0, 36)) { room, value in
            let width = TextStyle.value.width(of: text(value, base: base, format)) + 8
            return value < base ? (max(room.0, width), room.1) : (room.0, max(room.1, width))
        }
    }

    /// Above the base is less favourable unless the dataset says that higher is better.
    static func isLess(_ value: Double, base: Double, _ index: ReleasedTable.IndexScale?) -> Bool {
        (value > base) == (index?.direction != .higherIsBetter)
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let panels = context.data.series.count
        let hasPanels = context.data.hasSeries
        let gap = Self.gap
        let scale = scale(width: plotWidth)

        var y = 0.0
        let directKey = hasPanels ? nil : directKey(scale, left: rows.labelWidth)
        if let directKey {
            y = directKey(&drawing)
        } else {
            y = drawing.key(keyItems, top: 0) + (hasPanels ? 8 : 0)
        }
        for line in stride(from: 0, to: panels, by: columns) {
            let shown = line..<min(line + columns, panels)
            if line > 0 { y += 22 }
            if hasPanels {
                let titles = shown.map { wrapped(context.data.series[$0], to: plotWidth, in: .title, lines: 2) }
                let height = Double(titles.map(\.count).max() ?? 1) * TextStyle.title.lineHeight
                for (column, title) in titles.enumerated() {
                    // On a phone the title stands above labels and bars together.
                    let x = columns == 1 ? 0 : rows.labelWidth + Double(column) * (plotWidth + gap)
                    drawing.lines(
                        title,
                        x: x,
                        top: y + height - Double(title.count) * TextStyle.title.lineHeight,
                        .title
                    )
                }
                y += height + 4
            }
            rows.draw(into: &drawing, top: y)
            var end = y
            for (column, panel) in shown.enumerated() {
                let left = rows.labelWidth + Double(column) * (plotWidth + gap)
                let plot = Box(x: left, y: y, width: plotWidth, height: rows.height)
                end = max(end, drawPanel(panel, in: plot, scale: scale, into: &drawing))
            }
            y = end
        }
        if let signs = context.words.signs(in: context.data.cells.joined().joined()) {
            y = drawing.notes([signs], top: y + 8)
        }
        drawing.height = y + 2
        return drawing
    }

    // MARK: Scale

    /// Pixels relative to a plot's left edge; room is kept for the values beside the bars.
    private func scale(width: Double) -> LinearScale {
        let values = context.data.values
        var domain = extent(of: values, including: base)
        if domain.lowerBound == domain.upperBound { domain = domain.lowerBound...domain.upperBound + max(1, abs(base)) }
        guard showsValues else {
            let ticks = Ticks(domain, count: 4, covering: true)
            return LinearScale(ticks.span, from: 0, to: width)
        }
        let (below, above) = Self.valueRoom(values, base: base, format)
        let room = isTight ? max(below, above) : above
        return LinearScale(domain, from: isTight ? 0 : below, to: width - room)
    }

    // MARK: One panel

    private func drawPanel(_ panel: Int, in plot: Box, scale: LinearScale, into drawing: inout Drawing) -> Double {
        drawing.plots.append(plot)
        var end = plot.maxY + 4
        let placed = LinearScale(scale.domain, from: plot.x + scale.start, to: plot.x + scale.end)
        if !showsValues {
            end = drawing.horizontalAxis(
                Ticks(scale.domain, count: 4),
                scale: placed,
                plot: plot,
                format: format,
                base: base
            )
        }
        let x = placed(base)
        for category in context.data.categories.indices {
            let middle = plot.y + rows.middle(category)
            let cell = context.data.cell(0, category, panel)
            guard let value = cell.number else {
                let sign = context.words.sign(cell)
                let fits = x + 8 + TextStyle.note.width(of: sign) <= plot.maxX
                drawing.lines([sign], x: fits ? x + 8 : x - 8, middle: middle, .note, anchor: fits ? .start : .end)
                continue
            }
            let isLess = Self.isLess(value, base: base, scaleOfIndex)
            let tip = placed(value)
            if value != base {
                drawing.add(
                    BarMark(
                        box: Box(x: min(x, tip), y: middle - barHeight / 2, width: abs(tip - x), height: barHeight),
                        paint: isLess ? .less : .more,
                        isHatched: isLess,
                        value: value - base
                    )
                )
            }
            if showsValues {
                let tone: TextMark.Tone? = value == base ? nil : isLess ? .less : .more
                drawing.lines(
                    [Self.text(value, base: base, format)],
                    x: value >= base ? tip + 6 : isTight ? x + 6 : tip - 6,
                    middle: middle,
                    .value,
                    anchor: value < base && !isTight ? .end : .start,
                    tone: tone
                )
            }
        }
        drawing.line(.base, Point(x: x, y: plot.y), Point(x: x, y: plot.maxY))
        return end
    }

    /// The arrow says on which side of the base the value lies; hatch and words say what that means.
    private static func text(_ value: Double, base: Double, _ format: NumberText) -> String {
        value == base ? format(value) : (value > base ? "▲\u{A0}" : "▼\u{A0}") + format(value)
    }

    // MARK: What the colours mean

    private var baseText: String {
        baseNumber + " = "
            + (scaleOfIndex.map { readable($0.reference) } ?? context.words("vergelijkingswaarde", "reference value"))
    }

    private var baseNumber: String { context.language.number(base, upTo: 2) ?? format(base) }

    private var isHigherWorse: Bool { scaleOfIndex?.direction != .higherIsBetter }

    private var keyItems: [KeyItem] {
        let words = context.words
        return [
            KeyItem(swatch: .bar(.less, isHatched: true), text: (isHigherWorse ? "▲ " : "▼ ") + words.less),
            KeyItem(swatch: .bar(.more, isHatched: false), text: (isHigherWorse ? "▼ " : "▲ ") + words.more),
            KeyItem(swatch: .base, text: baseText),
        ]
    }

    /// The meaning written where it belongs, at either side of the base line; nil where there is no room for that.
    private func directKey(_ scale: LinearScale, left: Double) -> ((inout Drawing) -> Double)? {
        let words = context.words
        let x = left + scale(base)
        let below = "▼\u{A0}" + (isHigherWorse ? words.more : words.less)
        let above = (isHigherWorse ? words.less : words.more) + "\u{A0}▲"
        let width = context.width
        guard x - 10 - TextStyle.value.width(of: below) >= 0, x + 10 + TextStyle.value.width(of: above) <= width else {
            return nil
        }
        let baseLines = wrapped(baseText, to: width, in: .value, lines: 2)
        let half = baseLines.reduce(0) { max($0, TextStyle.value.width(of: $1)) } / 2
        let (moreTone, lessTone) = (TextMark.Tone.more, TextMark.Tone.less)
        return { drawing in
            let center = min(max(x, half), width - half)
            drawing.lines(baseLines, x: center, top: 0, .value, anchor: .middle, tone: .base)
            let top = Double(baseLines.count) * TextStyle.value.lineHeight + 3
            drawing.lines([below], x: x - 10, top: top, .value, anchor: .end, tone: isHigherWorse ? moreTone : lessTone)
            drawing.lines([above], x: x + 10, top: top, .value, tone: isHigherWorse ? lessTone : moreTone)
            let bottom = top + TextStyle.value.lineHeight
            drawing.line(.base, Point(x: x, y: top), Point(x: x, y: bottom + 7))
            return bottom + 6
        }
    }
}
