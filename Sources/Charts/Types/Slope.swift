// `slope`: two moments and a line between them for each name; values at the left, name and value at the right, moved apart where they would touch.

struct Slope {
    private let context: ChartContext
    private let pairs: Pairs
    private let format: NumberText
    private let base: Double?

    init(_ context: ChartContext) {
        self.context = context
        pairs = Pairs(context.spec, context.data)
        format = context.format()
        base = context.data.origin?.index?.base
    }

    private struct Label {
        /// Below zero for an annotation.
        let row: Int
        let y: Double
        let lines: [String]
        var style: TextStyle { row < 0 ? .note : .value }
        var height: Double { Double(lines.count) * style.lineHeight }
    }

    /// The name and the value, the value never broken off from its last word where that can be.
    private func lines(_ name: String, _ value: String, room: Double) -> [String] {
        let most = pairs.pairs.count > 12 ? 1 : 2
        let text = name.isEmpty ? value : "\(value)\u{A0}\u{A0}\(name)"
        return wrapped(text, to: room, in: .value, lines: most)
    }

    /// The names as they are shown after their values: no two read the same.
    private func apart(_ names: [String], _ values: [String], room: Double) -> [String] {
        namesApart(names) { index, name in
            let seen = lines(name, values[index], room: room).joined(separator: " ")
            return seen.hasPrefix(values[index]) ? String(seen.dropFirst(values[index].count)) : seen
        }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let words = context.words
        var top = 0.0
        if let index = context.data.origin?.index {
            let reading = IndexReading(index, words: words, format: format)
            top = drawing.key([KeyItem(swatch: .base, text: reading.baseText)], top: 0) + 4
        }
        func width(_ texts: [[String]]) -> Double {
            texts.joined().reduce(0) { max($0, TextStyle.value.width(of: $1)) }
        }
        let room = context.width * (context.isNarrow ? 0.42 : 0.34)
        let ends = pairs.pairs.map { words.text($0.after, format) }
        let right = zip(pairs.pairs, zip(ends, apart(pairs.pairs.map(\.name), ends, room: room))).map { pair, label in
            pair.after.number == nil ? [] : lines(label.1, label.0, room: room)
        }
        // What the right side leaves, with room for the lines between the two.
        let rest = max(40, min(room, context.width - width(right) - 44 - 60))
        // A name that has no end at the right is written at the left.
        let starts = pairs.pairs.map { words.text($0.before, format) }
        let signed = pairs.pairs.map { "\($0.name) (\(words.sign($0.after)))" }
        let names = apart(signed, starts, room: rest)
        let left = pairs.pairs.indices.map { index -> [String] in
            let pair = pairs.pairs[index]
            guard pair.before.number != nil else { return [] }
            return pair.after.number == nil
                ? lines(names[index], starts[index], room: rest) : [cut(starts[index], to: rest, in: .value)]
        }
        func height(_ texts: [[String]]) -> Double {
            texts.reduce(0) { $0 + Double($1.count) * TextStyle.value.lineHeight }
        }
        let annotations = LineAnnotations(context, room: room)
        let leftRoom = max(width(left) + 22, 30)
        let rightRoom = max(max(width(right), annotations.widest) + 22, 30)
        let headTop = top
        top += TextStyle.title.lineHeight + 12
        let plot = Box(
            x: leftRoom,
            y: top,
            width: max(40, min(context.width - leftRoom - rightRoom, context.isNarrow ? 340 : 420)),
            height: max(context.isNarrow ? 220 : 260, height(left), height(right) + annotations.height)
        )
        drawing.plots = [plot]
        let values = pairs.values + context.spec.annotatedValues
        let domain = base.map { extent(of: values, including: $0) } ?? extent(of: values)
        let scale = LinearScale(domain, from: plot.maxY - 8, to: plot.y + 8)
        annotations.drawBands(plot: plot, scale, into: &drawing)
        for x in [plot.x, plot.maxX] { drawing.line(.axis, Point(x: x, y: plot.y), Point(x: x, y: plot.maxY)) }
        drawHeads(plot, top: headTop, into: &drawing)
        if let base { drawing.line(.base, Point(x: plot.x, y: scale(base)), Point(x: plot.maxX, y: scale(base))) }
        // The first lies on top.
        for (index, pair) in pairs.pairs.enumerated().reversed() {
            let from = pair.before.number.map { Point(x: plot.x, y: scale($0)) }
            let to = pair.after.number.map { Point(x: plot.maxX, y: scale($0)) }
            if let from, let to { drawing.line(.series(paint(index)), from, to) }
            for point in [from, to] {
                if let point { drawing.add(.point(PointMark(center: point, radius: 4, paint: paint(index)))) }
            }
        }
        func labels(_ texts: [[String]], _ cell: (Pairs.Pair) -> ChartCell) -> [Label] {
            pairs.pairs.indices.compactMap { row in
                cell(pairs.pairs[row]).number.map { Label(row: row, y: scale($0), lines: texts[row]) }
            }
        }
        drawLabels(labels(left, \.before), isLeft: true, plot, into: &drawing)
        let named = annotations.labels.enumerated().map { Label(row: -1 - $0, y: scale($1.value), lines: $1.lines) }
        drawLabels(labels(right, \.after) + named, isLeft: false, plot, into: &drawing)
        var end = plot.maxY + 10
        let notes = notes
        if !notes.isEmpty { end = drawing.notes(notes, top: end + 2) }
        drawing.height = end + 2
        return drawing
    }

    /// Three lines can be told apart by colour as well; more are one colour, each with its name.
    private func paint(_ index: Int) -> Paint {
        if pairs.pairs.count > (base == nil ? 3 : 2) { return .first }
        return Paint.series(index)
    }

    private func drawHeads(_ plot: Box, top: Double, into drawing: inout Drawing) {
        let style = TextStyle.title
        let middle = plot.x + plot.width / 2
        let room = [middle - 6, context.width - middle - 6]
        let heads = namesApart([pairs.before, pairs.after]) { cut($1, to: room[$0], in: style) }
        let (before, after) = (cut(heads[0], to: room[0], in: style), cut(heads[1], to: room[1], in: style))
        func center(_ text: String, at x: Double, in range: ClosedRange<Double>) -> Double {
            let half = style.width(of: text) / 2
            return min(max(x, range.lowerBound + half), range.upperBound - half)
        }
        let leftX = center(before, at: plot.x, in: 0...middle - 6)
        let rightX = center(after, at: plot.maxX, in: middle + 6...context.width)
        drawing.lines([before], x: leftX, top: top, style, anchor: .middle)
        drawing.lines([after], x: rightX, top: top, style, anchor: .middle)
    }

    private func drawLabels(_ labels: [Label], isLeft: Bool, _ plot: Box, into drawing: inout Drawing) {
        let sorted = labels.sorted { ($0.y, $0.row) < ($1.y, $1.row) }
        // The labels of equal values stand under each other in the order of the data.
        let tops = spread(centers: sorted.map(\.y), heights: sorted.map(\.height), within: plot.y - 4...plot.maxY + 8)
        let edge = isLeft ? plot.x : plot.maxX
        let sign = isLeft ? -1.0 : 1.0
        for (label, top) in zip(sorted, tops) {
            let middle = top + label.height / 2
            if abs(middle - label.y) > 4 {
                drawing.line(.grid, Point(x: edge + sign * 5, y: label.y), Point(x: edge + sign * 16, y: middle))
            }
            let tone: TextMark.Tone? =
                switch label.row < 0 ? .muted : paint(label.row) {
                case .first where pairs.pairs.count <= 3: .first
                case .second: .second
                case .third: .third
                default: nil
                }
            drawing.lines(
                label.lines,
                x: edge + sign * 18,
                top: top,
                label.style,
                anchor: isLeft ? .end : .start,
                tone: tone
            )
        }
    }

    private var notes: [String] {
        let words = context.words
        let lost = pairs.pairs.filter { $0.before.number == nil && $0.after.number == nil }.map(\.name)
        var notes: [String] = []
        if !lost.isEmpty {
            notes.append(words("Niet getekend: \(words.list(lost)).", "Not drawn: \(words.list(lost))."))
        }
        if let signs = words.signs(in: pairs.cells) { notes.append(signs) }
        return notes
    }
}
