// `target`: each result as a bar, its target as a line across it, its baseline as a thin bar below, and the comparison in words.

struct Targets {
    private let context: ChartContext
    private let rows: [TargetRow]
    private let format: NumberText
    private let labels: [[String]]
    private let labelWidth: Double
    private let thickness = 18.0
    private let thin = 5.0

    init(_ context: ChartContext) {
        self.context = context
        let format = context.format()
        self.format = format
        rows = TargetRow.rows(context.spec, context.data)
        let widest = context.data.categories.reduce(0) { max($0, TextStyle.label.width(of: $1)) }
        let room = context.isNarrow ? context.width : min(widest, context.width * 0.32, 260)
        labels = wrappedApart(rows.map(\.name), to: room, in: .label, lines: 3)
        labelWidth = context.isNarrow ? 0 : room + 16
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(keyItems, top: 0) + 8
        let scale = scale
        let annotations = RowAnnotations(context) { scale($0) }
        let flagsTop = y
        y += annotations.flags.height
        // How far the lines go is known when all rows stand: these are drawn apart and added after.
        var bars = Drawing(width: context.width)
        let top = y
        var ends: [Point?] = []
        for (row, label) in zip(rows, labels) {
            let (bottom, end) = draw(row, label, top: y, scale, &bars)
            ends.append(end)
            y = bottom + (context.isNarrow ? 16 : 12)
        }
        let plot = Box(x: labelWidth, y: top, width: context.width - labelWidth, height: y - top)
        annotations.draw(top: flagsTop, in: plot, x: { scale($0) }, into: &drawing)
        drawing.add(bars)
        if isShare { y = drawShareAxis(scale, top: y, into: &drawing) }
        let unplaced = annotations.drawArrows(limit: context.width, into: &drawing) { row, _ in ends[row] }
        let notes = unplaced + [context.words.signs(in: rows.map(\.result).filter(\.isSuppressed))].compactMap { $0 }
        if !notes.isEmpty { y = drawing.notes(notes, top: y) }
        drawing.height = y + 2
        return drawing
    }

    private var scale: LinearScale {
        let shown = rows.flatMap { row in
            [row.result, row.target, row.baseline].compactMap { $0.number.flatMap { row.drawn($0, asShare: isShare) } }
        }
        var domain = extent(of: shown + context.spec.annotatedValues, including: 0)
        if domain.lowerBound == domain.upperBound { domain = 0...1 }
        let values = rows.compactMap { row in row.result.number.map { (format($0), $0 < 0) } }
        func room(_ isNegative: Bool) -> Double {
            values.filter { $0.1 == isNegative }.reduce(0) { max($0, TextStyle.value.width(of: $1.0) + 14) }
        }
        let start = labelWidth + room(true)
        return LinearScale(domain, from: start, to: max(start + 20, context.width - max(room(false), 10)))
    }

    private var isShare: Bool { context.spec.parts.isShare }

    /// Where bars of different results have one measure, it is their targets: in hundredths.
    private func drawShareAxis(_ scale: LinearScale, top: Double, into drawing: inout Drawing) -> Double {
        let percent = NumberText(percentIn: context.language)
        let plot = Box(x: scale.start, y: top - 4, width: scale.end - scale.start, height: 4)
        drawing.line(.axis, Point(x: plot.x, y: plot.y), Point(x: plot.maxX, y: plot.y))
        let ticks = Ticks(scale.domain, count: context.isNarrow ? 3 : 5)
        let end = drawing.horizontalAxis(ticks, scale: scale, plot: plot, format: percent)
        let words = context.words("deel van het doel", "share of the target")
        drawing.lines([words], x: scale.start, top: end, .axis)
        return end + TextStyle.axis.lineHeight + 8
    }

    /// Returns where the row ends, and where its bar does, with the number beside it, if it has one.
    private func draw(
        _ row: TargetRow,
        _ label: [String],
        top: Double,
        _ scale: LinearScale,
        _ drawing: inout Drawing
    ) -> (bottom: Double, end: Point?) {
        let labelEnd = top + Double(label.count) * TextStyle.label.lineHeight
        drawing.lines(label, x: 0, top: top, .label)
        var y = context.isNarrow ? labelEnd + 3 : top
        var end: Point?
        let value = row.result.number.flatMap { row.drawn($0, asShare: isShare) }
        let baseline = row.baseline.number.flatMap { row.drawn($0, asShare: isShare) }
        let target = row.target.number.flatMap { row.drawn($0, asShare: isShare) }
        if value != nil || baseline != nil || target != nil {
            let plot = Box(
                x: labelWidth,
                y: y,
                width: context.width - labelWidth,
                height: thickness + (baseline == nil ? 0 : thin + 2)
            )
            drawing.plots.append(plot)
            let zero = scale(0)
            var right = [value, target].compactMap { $0 }.reduce(zero) { max($0, scale($1)) }
            func bar(_ value: Double, _ top: Double, _ height: Double, _ paint: Paint) {
                let tip = scale(value)
                let box = Box(x: min(zero, tip), y: top, width: abs(tip - zero), height: height)
                drawing.add(BarMark(box: box, paint: paint, value: value))
            }
            if let value { bar(value, y, thickness, row.isStopped ? .muted : .first) }
            if let baseline { bar(baseline, y + thickness + 2, thin, .muted) }
            drawing.line(.axis, Point(x: zero, y: y - 2), Point(x: zero, y: plot.maxY + 2))
            if let target {
                drawing.line(.base, Point(x: scale(target), y: y - 3), Point(x: scale(target), y: plot.maxY + 3))
            }
            if let value, let shown = row.result.number {
                let text = format(shown)
                let width = TextStyle.value.width(of: text)
                var x = value < 0 ? scale(value) - 6 - width : scale(value) + 6
                // The number steps aside for the line of its target.
                if let target, scale(target) > x - 5, scale(target) < x + width + 5 {
                    x = value < 0 ? scale(target) - 6 - width : scale(target) + 6
                }
                drawing.lines([text], x: x, middle: y + thickness / 2, .value)
                right = max(right, x + width)
            }
            end = Point(x: right, y: y + thickness / 2)
            y = plot.maxY + 4
        }
        let words = row.words(format, context.words, isShare: isShare).joined(separator: "\u{A0}· ")
        let said = wrapped(words, to: context.width - labelWidth, in: .note, lines: 4)
        drawing.lines(said, x: labelWidth, top: y, .note)
        return (max(labelEnd, y + Double(said.count) * TextStyle.note.lineHeight), end)
    }

    private var keyItems: [KeyItem] {
        let words = context.words
        var items: [KeyItem] = []
        func has(_ cell: (TargetRow) -> ChartCell, _ condition: (TargetRow) -> Bool = { _ in true }) -> Bool {
            rows.contains { row in
                condition(row) && cell(row).number.flatMap { row.drawn($0, asShare: isShare) } != nil
            }
        }
        if has(\.result, { !$0.isStopped }) {
            items.append(KeyItem(swatch: .bar(.first, isHatched: false), text: words("resultaat", "result")))
        }
        if has(\.result, \.isStopped) {
            items.append(
                KeyItem(
                    swatch: .bar(.muted, isHatched: false),
                    text: words("resultaat, gestopt of niet gebruikt", "result, stopped or not used")
                )
            )
        }
        if has(\.target) { items.append(KeyItem(swatch: .tick(.base), text: words("doel", "target"))) }
        if has(\.baseline) { items.append(KeyItem(swatch: .thin(.muted), text: words("nulmeting", "baseline"))) }
        return items
    }
}
