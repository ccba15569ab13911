// `dumbbell`: before and after of each category on one row, a ring and a dot with a line between them; each value stands outside its end.

struct Dumbbell {
    private let context: ChartContext
    private let pairs: Pairs
    private let format: NumberText
    private let rows: CategoryRows
    private let showsValues: Bool
    private let base: Double?

    init(_ context: ChartContext) {
        self.context = context
        let pairs = Pairs(context.spec, context.data)
        self.pairs = pairs
        let format = context.format()
        self.format = format
        base = context.data.origin?.index?.base
        let isFew = pairs.pairs.count <= ChartContext.mostDirectValues
        rows = CategoryRows(
            pairs.pairs.map(\.name),
            in: context.width,
            share: context.isNarrow ? 0.34 : 0.34,
            mark: 12,
            gap: isFew ? 14 : 7
        )
        let room = Self.room(pairs, format, context.words)
        showsValues = isFew && context.width - rows.labelWidth - room * 2 >= 60
    }

    /// The widest text beside a dot, with the distance that keeps it off.
    private static func room(_ pairs: Pairs, _ format: NumberText, _ words: Words) -> Double {
        pairs.cells.reduce(0) { max($0, TextStyle.value.width(of: words.text($1, format)) + 12) }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var key = [
            KeyItem(swatch: .dot(.muted, isHollow: true), text: pairs.before),
            KeyItem(swatch: .dot(.first, isHollow: false), text: pairs.after),
        ]
        if base != nil, let index = context.data.origin?.index {
            let reading = IndexReading(index, words: context.words, format: format)
            key.append(KeyItem(swatch: .base, text: reading.baseText))
        }
        var y = drawing.key(key, top: 0) + 6
        let values = pairs.values + context.spec.annotatedValues
        var domain = base.map { extent(of: values, including: $0) } ?? extent(of: values)
        let ticks = Ticks(domain, count: context.isNarrow ? 3 : 5, covering: true)
        if !showsValues { domain = ticks.span }
        let room = showsValues ? Self.room(pairs, format, context.words) : 7
        let width = max(40, context.width - rows.labelWidth)
        let scale = LinearScale(domain, from: rows.labelWidth + room, to: rows.labelWidth + width - room)
        let annotations = RowAnnotations(context) { scale($0) }
        let plot = Box(x: rows.labelWidth, y: y + annotations.flags.height, width: width, height: rows.height)
        drawing.plots = [plot]
        annotations.draw(top: y, in: plot, x: { scale($0) }, into: &drawing)
        y = plot.maxY + 4
        if !showsValues {
            y = drawing.horizontalAxis(ticks, scale: scale, plot: plot, format: format, base: base)
        }
        if let base { drawing.line(.base, Point(x: scale(base), y: plot.y), Point(x: scale(base), y: plot.maxY)) }
        rows.draw(into: &drawing, top: plot.y)
        for (index, pair) in pairs.pairs.enumerated() {
            drawPair(pair, middle: plot.y + rows.middle(index), in: plot, scale, &drawing)
        }
        let unplaced = annotations.drawArrows(limit: plot.maxX, into: &drawing) { category, _ in
            let ends = pairs.pairs[category].cells.compactMap(\.number).map { scale($0) }
            return Point(x: (ends.max() ?? plot.x + 60) + room, y: plot.y + rows.middle(category))
        }
        var notes = unplaced + [context.words.signs(in: pairs.cells)].compactMap { $0 }
        if !showsValues, !ticks.span.contains(0), base == nil {
            let start = format.tick(ticks.span.lowerBound, on: ticks)
            notes.append(
                context.words("De as begint bij \(start), niet bij 0.", "The axis starts at \(start), not at 0.")
            )
        }
        if !notes.isEmpty { y = drawing.notes(notes, top: y + 6) }
        drawing.height = y + 2
        return drawing
    }

    private func drawPair(
        _ pair: Pairs.Pair,
        middle: Double,
        in plot: Box,
        _ scale: LinearScale,
        _ drawing: inout Drawing
    ) {
        let words = context.words
        let before = pair.before.number.map { scale($0) }
        let after = pair.after.number.map { scale($0) }
        if let before, let after, abs(before - after) > 10 {
            // From the edge of the ring to the dot, so that the ring stays open.
            let from = before < after ? before + 5 : before - 5
            drawing.line(.series(.muted), Point(x: from, y: middle), Point(x: after, y: middle))
        }
        if let before {
            let center = Point(x: before, y: middle)
            drawing.add(.point(PointMark(center: center, radius: 5, paint: .muted, isHollow: true)))
        }
        if let after {
            drawing.add(.point(PointMark(center: Point(x: after, y: middle), radius: 5.5, paint: .first)))
        }
        guard showsValues || before == nil || after == nil else { return }
        func beside(_ x: Double, _ text: String, isLeft: Bool, isAfter: Bool) {
            drawing.lines(
                [text],
                x: isLeft ? x - 10 : x + 10,
                middle: middle,
                isAfter ? .value : .note,
                anchor: isLeft ? .end : .start,
                tone: isAfter ? .first : nil
            )
        }
        switch (before, after) {
        case (let x?, let y?):
            guard showsValues else { return }
            let isBeforeLeft = x < y || (x == y && (pair.change ?? 0) >= 0)
            if pair.change == 0 {
                beside(max(x, y), words.text(pair.after, format), isLeft: false, isAfter: true)
            } else {
                beside(x, words.text(pair.before, format), isLeft: isBeforeLeft, isAfter: false)
                beside(y, words.text(pair.after, format), isLeft: !isBeforeLeft, isAfter: true)
            }
        case (let x?, nil):
            guard showsValues else { return }
            beside(x, words.text(pair.before, format), isLeft: true, isAfter: false)
            beside(x, words.sign(pair.after), isLeft: false, isAfter: true)
        case (nil, let y?):
            guard showsValues else { return }
            beside(y, words.sign(pair.before), isLeft: true, isAfter: false)
            beside(y, words.text(pair.after, format), isLeft: false, isAfter: true)
        case (nil, nil):
            let sign = words.signs(of: pair.cells)
            drawing.lines([cut(sign, to: plot.width - 8, in: .note)], x: plot.x + 8, middle: middle, .note)
        }
    }
}
