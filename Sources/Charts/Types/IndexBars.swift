// `index-bars`: scores against a base of 100, one bar for each theme from the base line, in one plot or in small multiples.
// The bars begin at the base, not at zero: what an index says is its distance from the base.
import Disclosure

struct IndexBars {
    private let panels: IndexPanels
    private let showsValues: Bool
    private let barHeight: Double
    /// In a small plot the values of bars to the left stand at the right of the base line, where there is room anyway: bars can be longer.
    private let isTight: Bool

    private var context: ChartContext { panels.context }
    private var reading: IndexReading { panels.reading }
    private var format: NumberText { panels.format }

    init(_ context: ChartContext) {
        panels = IndexPanels(
            context,
            labelShare: context.isNarrow ? 0.4 : 0.36,
            few: IndexPanels.Sizes(mark: 18, gap: 10, leastPanel: 168),
            many: IndexPanels.Sizes(mark: 14, gap: 7, leastPanel: 120)
        )
        let width = panels.grid.plotWidth
        barHeight = panels.isFew ? 18 : 14
        isTight = context.isNarrow || width < 280
        let (below, above) = Self.valueRoom(context.data.values, panels.reading, panels.format)
        // Long numbers in a small plot would leave no room for the bars: then an axis does better.
        showsValues = panels.isFew && width - (isTight ? max(below, above) : below + above) >= 40
    }

    /// The room that values need at the left and at the right of the bars.
    private static func valueRoom(_ values: [Double], _ reading: IndexReading, _ format: NumberText) -> (
        below: Double, above: Double
    ) {
        values.reduce((0, 36)) { room, value in
            let width = TextStyle.value.width(of: reading.text(value, format)) + 8
            return value < reading.base ? (max(room.0, width), room.1) : (room.0, max(room.1, width))
        }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let hasPanels = context.data.hasSeries
        // Texts of annotations take the place above the plot.
        let hasFlags = panels.annotations(scale: scale).flags.height > 0
        let left = panels.grid.rows.labelWidth
        let top: Double
        if !hasPanels, !hasFlags, let directKey = directKey(baseAt: scale(from: left)(reading.base)) {
            top = directKey(&drawing)
        } else {
            top = drawing.key(keyItems, top: 0) + (hasPanels ? 8 : 0)
        }
        drawing.height =
            panels.draw(into: &drawing, top: top, scale: scale, end: rightEnd) { panel, plot, scale, drawing in
                drawPanel(panel, in: plot, scale: scale, into: &drawing)
            } + 2
        return drawing
    }

    /// Room is kept for the values beside the bars.
    private func scale(from left: Double) -> LinearScale {
        let right = left + panels.grid.plotWidth
        guard showsValues else {
            return LinearScale(Ticks(panels.domain, count: 4, covering: true).span, from: left, to: right)
        }
        let (below, above) = Self.valueRoom(context.data.values, reading, format)
        let room = isTight ? max(below, above) : above
        return LinearScale(panels.domain, from: isTight ? left : left + below, to: right - room)
    }

    // MARK: One panel

    /// Where a bar ends at the right, with the number that stands there.
    private func rightEnd(_ category: Int, _ panel: Int, _ scale: LinearScale) -> Double {
        let base = scale(reading.base)
        let cell = context.data.cell(0, category, panel)
        guard let value = cell.number else { return base + 8 + TextStyle.note.width(of: context.words.sign(cell)) }
        let hasText = showsValues && (value >= reading.base || isTight)
        return max(scale(value), base)
            + (hasText ? 6 + TextStyle.value.width(of: reading.text(value, format)) : 0)
    }

    private func drawPanel(_ panel: Int, in plot: Box, scale: LinearScale, into drawing: inout Drawing) -> Double {
        let base = reading.base
        drawing.plots.append(plot)
        var end = plot.maxY + 4
        if !showsValues {
            end = drawing.horizontalAxis(
                Ticks(scale.domain, count: 4),
                scale: scale,
                plot: plot,
                format: format,
                base: base
            )
        }
        let x = scale(base)
        for category in context.data.categories.indices {
            let middle = plot.y + panels.grid.rows.middle(category)
            let cell = context.data.cell(0, category, panel)
            guard let value = cell.number else {
                let sign = context.words.sign(cell)
                let fits = x + 8 + TextStyle.note.width(of: sign) <= plot.maxX
                drawing.lines([sign], x: fits ? x + 8 : x - 8, middle: middle, .note, anchor: fits ? .start : .end)
                continue
            }
            let isLess = reading.isLess(value)
            let tip = scale(value)
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
                drawing.lines(
                    [reading.text(value, format)],
                    x: value >= base ? tip + 6 : isTight ? x + 6 : tip - 6,
                    middle: middle,
                    .value,
                    anchor: value < base && !isTight ? .end : .start,
                    tone: reading.tone(value)
                )
            }
        }
        drawing.line(.base, Point(x: x, y: plot.y), Point(x: x, y: plot.maxY))
        return end
    }

    // MARK: What the colours mean

    private var keyItems: [KeyItem] {
        [
            KeyItem(swatch: .bar(.less, isHatched: true), text: reading.lessText),
            KeyItem(swatch: .bar(.more, isHatched: false), text: reading.moreText),
            KeyItem(swatch: .base, text: reading.baseText),
        ]
    }

    /// The meaning written where it belongs, at either side of the base line; nil where there is no room for that.
    private func directKey(baseAt x: Double) -> ((inout Drawing) -> Double)? {
        let words = context.words
        let isHigherWorse = reading.isHigherWorse
        let below = "▼\u{A0}" + (isHigherWorse ? words.more : words.less)
        let above = (isHigherWorse ? words.less : words.more) + "\u{A0}▲"
        let width = context.width
        guard x - 10 - TextStyle.value.width(of: below) >= 0, x + 10 + TextStyle.value.width(of: above) <= width else {
            return nil
        }
        let baseLines = wrapped(reading.baseText, to: width, in: .value, lines: 2)
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
