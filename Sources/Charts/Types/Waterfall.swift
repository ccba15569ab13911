// `waterfall`: how a start becomes an end, step by step. Bars hang between the sums before and after them, joined by lines.

struct Waterfall {
    private let context: ChartContext
    private let format: NumberText
    private let steps: WaterfallSteps
    private let rows: CategoryRows
    private let thickness = 22.0

    init(_ context: ChartContext) {
        self.context = context
        format = context.format()
        steps = WaterfallSteps(context.data)
        let texts = Self.room(context, format, steps)
        // Long numbers take their room from the labels, which can be broken.
        let share = (context.width - texts.left - texts.right - 60) / context.width
        rows = CategoryRows(
            context.data.categories,
            in: context.width,
            share: min(max(share, 0.12), context.isNarrow ? 0.4 : 0.36),
            mark: thickness,
            gap: 12
        )
    }

    /// The room that the texts beside the bars need.
    private static func room(_ context: ChartContext, _ format: NumberText, _ steps: WaterfallSteps) -> (
        left: Double, right: Double
    ) {
        var room = (left: 0.0, right: 0.0)
        for (index, step) in steps.steps.enumerated() {
            let text = text(index, context, format, step)
            let width = text.style.width(of: text.text) + 8
            if isLeft(step) { room.left = max(room.left, width) } else { room.right = max(room.right, width) }
        }
        return room
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let keyEnd = drawing.key(keyItems, top: 0)
        let top = keyEnd > 0 ? keyEnd + 6 : 0
        let width = max(40, context.width - rows.labelWidth)
        let scale = scale(from: rows.labelWidth, width: width)
        let annotations = RowAnnotations(context) { scale($0) }
        let plot = Box(x: rows.labelWidth, y: top + annotations.flags.height, width: width, height: rows.height)
        drawing.plots = [plot]
        annotations.draw(top: top, in: plot, x: { scale($0) }, into: &drawing)
        rows.draw(into: &drawing, top: plot.y)
        for index in steps.steps.indices { draw(index, plot, scale, &drawing) }
        drawing.line(.axis, Point(x: scale(0), y: plot.y), Point(x: scale(0), y: plot.maxY))
        let unplaced = annotations.drawArrows(limit: plot.maxX, into: &drawing) { category, _ in
            Point(x: rightEnd(category, scale), y: plot.y + rows.middle(category))
        }
        drawing.height = drawing.notes(unplaced + notes, top: plot.maxY + 8) + 2
        return drawing
    }

    /// Where a bar ends at the right, with the number that stands there.
    private func rightEnd(_ index: Int, _ scale: LinearScale) -> Double {
        let step = steps.steps[index]
        let end = max(scale(step.from ?? 0), scale(step.to ?? 0))
        if step.to != nil, Self.isLeft(step) { return end }
        let text = Self.text(index, context, format, step)
        return end + 6 + text.style.width(of: text.text)
    }

    private func scale(from left: Double, width: Double) -> LinearScale {
        let ends = steps.steps.flatMap { [$0.from, $0.to].compactMap { $0 } }
        var domain = extent(of: ends + context.spec.annotatedValues, including: 0)
        if domain.lowerBound == domain.upperBound { domain = 0...1 }
        let texts = Self.room(context, format, steps)
        let room = max(width - texts.left - texts.right, 10)
        return LinearScale(domain, from: left + texts.left, to: left + texts.left + room)
    }

    /// Texts stand beyond the end of the bar that looks away from zero.
    private static func isLeft(_ step: WaterfallSteps.Step) -> Bool {
        guard let from = step.from, let to = step.to else { return false }
        return min(from, to) < 0 && max(from, to) <= 0
    }

    private static func text(_ index: Int, _ context: ChartContext, _ format: NumberText, _ step: WaterfallSteps.Step)
        -> (
            text: String, style: TextStyle
        )
    {
        let cell = context.data.cell(0, index)
        guard let value = cell.number else { return (context.words.sign(cell), .note) }
        let text = step.kind == .change && value > 0 ? "+" + format(value) : format(value)
        // A change whose place is not known has its number, and no bar.
        return (text, step.to == nil ? .note : .value)
    }

    private func draw(_ index: Int, _ plot: Box, _ scale: LinearScale, _ drawing: inout Drawing) {
        let step = steps.steps[index]
        let middle = plot.y + rows.middle(index)
        let text = Self.text(index, context, format, step)
        guard let from = step.from, let to = step.to else {
            drawing.lines(
                [cut(text.text, to: plot.maxX - scale(0) - 8, in: text.style)],
                x: scale(0) + 6,
                middle: middle,
                text.style
            )
            return
        }
        let (low, high) = (min(scale(from), scale(to)), max(scale(from), scale(to)))
        let look = look(step)
        drawing.add(
            BarMark(
                box: Box(x: low, y: middle - thickness / 2, width: high - low, height: thickness),
                paint: look.paint,
                isHatched: look.isHatched,
                value: to - from
            )
        )
        if steps.steps[safe: index + 1]?.from != nil {
            let next = plot.y + rows.middle(index + 1) - thickness / 2
            drawing.line(.axis, Point(x: scale(to), y: middle + thickness / 2), Point(x: scale(to), y: next))
        }
        let left = Self.isLeft(step)
        drawing.lines(
            [text.text],
            x: left ? low - 6 : high + 6,
            middle: middle,
            text.style,
            anchor: left ? .end : .start
        )
    }

    // MARK: Looks and words

    /// Favourable and unfavourable where the author says which is which; else only up and down. The sign of the number says it too.
    private func look(_ step: WaterfallSteps.Step) -> (paint: Paint, isHatched: Bool) {
        guard step.kind == .change, let from = step.from, let to = step.to else { return (.muted, false) }
        let rises = to >= from
        switch context.spec.parts.better {
        case nil: return rises ? (.first, false) : (.third, true)
        case .higher: return rises ? (.more, false) : (.less, true)
        case .lower: return rises ? (.less, true) : (.more, false)
        }
    }

    private var keyItems: [KeyItem] {
        let words = context.words
        let changes = steps.steps.filter { $0.kind == .change && $0.to != nil && $0.to != $0.from }
        var items: [KeyItem] = []
        for rises in [true, false] {
            guard let step = changes.first(where: { (($0.to ?? 0) >= ($0.from ?? 0)) == rises }) else { continue }
            let look = look(step)
            let direction = rises ? words("erbij", "added") : words("eraf", "taken off")
            let meaning =
                context.spec.parts.better.map { ($0 == .higher) == rises ? words.more : words.less }.map { ", " + $0 }
                ?? ""
            items.append(KeyItem(swatch: .bar(look.paint, isHatched: look.isHatched), text: direction + meaning))
        }
        if !items.isEmpty {
            items.append(KeyItem(swatch: .bar(.muted, isHatched: false), text: words("stand", "level")))
        }
        return items
    }

    private var notes: [String] {
        let words = context.words
        var notes = steps.differences(context.data, format, words)
        if steps.beginsAtZero, steps.steps.contains(where: { $0.from != nil }) {
            notes.insert(words("De stappen beginnen bij \(format(0)).", "The steps begin at \(format(0))."), at: 0)
        }
        if zip(steps.steps, context.data.categories.indices).contains(where: {
            $0.to == nil && $0.kind == .change && context.data.cell(0, $1).number != nil
        }) {
            notes.append(
                words(
                    "Na een stap zonder waarde is de stand niet bekend tot het volgende totaal.",
                    "After a step without a value the level is not known until the next total."
                )
            )
        }
        if let signs = words.signs(in: context.data.cells.joined().joined()) { notes.append(signs) }
        return notes
    }
}

extension WaterfallSteps {
    /// What declared totals differ from the steps before them, in words.
    func differences(_ data: ChartData, _ format: NumberText, _ words: Words) -> [String] {
        zip(steps, data.categories).compactMap { step, name in
            guard step.difference != nil, let computed = step.computed, let shown = step.to else { return nil }
            return words(
                "\(name) is opgegeven als \(format(shown)); de stappen ervoor komen uit op \(format(computed)).",
                "\(name) is given as \(format(shown)); the steps before it come to \(format(computed))."
            )
        }
    }
}
