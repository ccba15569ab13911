// `target`: each result as a bar, its target as a line across it, its baseline as a thin bar below, and the comparison in words.

struct Targets {
    private let context: ChartContext
    private let rows: [TargetRow]
    private let format: NumberText
    private let labelWidth: Double
    private let thickness = 18.0
    private let thin = 5.0

    init(_ context: ChartContext) {
        self.context = context
        let format = TargetRow.format(context.data, context.language)
        self.format = format
        rows = TargetRow.rows(context.spec, context.data)
        let widest = context.data.categories.reduce(0) { max($0, TextStyle.label.width(of: $1)) }
        labelWidth = context.isNarrow ? 0 : min(widest, context.width * 0.32, 260) + 16
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(keyItems, top: 0) + 8
        let scale = scale
        for row in rows { y = draw(row, top: y, scale, &drawing) + (context.isNarrow ? 16 : 12) }
        if let signs = context.words.signs(in: rows.map(\.result).filter(\.isSuppressed)) {
            y = drawing.notes([signs], top: y)
        }
        drawing.height = y + 2
        return drawing
    }

    private var scale: LinearScale {
        let shown = rows.flatMap { row in
            [row.result, row.target, row.baseline].compactMap { $0.number.flatMap { row.drawn($0, asShare: isShare) } }
        }
        var domain = extent(of: shown, including: 0)
        if domain.lowerBound == domain.upperBound { domain = 0...1 }
        let values = rows.compactMap { row in row.result.number.map { (format($0), $0 < 0) } }
        func room(_ isNegative: Bool) -> Double {
            values.filter { $0.1 == isNegative }.reduce(0) { max($0, TextStyle.value.width(of: $1.0) + 14) }
        }
        let start = labelWidth + room(true)
        return LinearScale(domain, from: start, to: max(start + 20, context.width - max(room(false), 10)))
    }

    private var isShare: Bool { context.spec.parts.isShare }

    private func draw(_ row: TargetRow, top: Double, _ scale: LinearScale, _ drawing: inout Drawing) -> Double {
        let room = context.isNarrow ? context.width : labelWidth - 16
        let label = wrapped(row.name, to: room, in: .label, lines: 3)
        let labelEnd = top + Double(label.count) * TextStyle.label.lineHeight
        drawing.lines(label, x: 0, top: top, .label)
        var y = context.isNarrow ? labelEnd + 3 : top
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
            }
            y = plot.maxY + 4
        }
        let words = row.words(format, context.words, isShare: isShare).joined(separator: "\u{A0}· ")
        let said = wrapped(words, to: context.width - labelWidth, in: .note, lines: 4)
        drawing.lines(said, x: labelWidth, top: y, .note)
        return max(labelEnd, y + Double(said.count) * TextStyle.note.lineHeight)
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
