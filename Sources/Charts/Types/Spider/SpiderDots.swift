// The dot chart beside the web: a line from 0 to 10 for each dimension, with a dot for each series.

struct SpiderDots {
    private let context: ChartContext
    private let parts: SpiderParts

    init(_ context: ChartContext) {
        self.context = context
        parts = SpiderParts(context)
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let key = parts.key.map { item in
            if case .line(let paint, _) = item.swatch {
                return KeyItem(swatch: .dot(paint, isHollow: paint == .series(0)), text: item.text)
            }
            return item
        }
        let keyEnd = drawing.key(key, top: 0)
        var y = keyEnd > 0 ? keyEnd + 6 : 0
        let plotTop = y
        let scale = LinearScale(Dimensions.scale, from: 8, to: context.width - 8)
        var rows = Drawing(width: context.width)
        for place in Dimensions.dutch.indices {
            let room = context.width - parts.valuesWidth(place) - 12
            let isBeside = room >= 120
            let label = wrapped(parts.name(place), to: isBeside ? room : context.width, in: .label, lines: 3)
            rows.lines(label, x: 0, top: y, .label)
            if !isBeside { y += Double(label.count) * TextStyle.label.lineHeight }
            parts.drawValues(
                place,
                x: isBeside ? context.width : 0,
                top: y,
                anchor: isBeside ? .end : .start,
                into: &rows
            )
            y += isBeside ? Double(label.count) * TextStyle.label.lineHeight : TextStyle.value.lineHeight
            let middle = y + 11
            rows.line(.axis, Point(x: scale.start, y: middle), Point(x: scale.end, y: middle))
            // The first of several is a ring and the others are small dots on it, for those who cannot go by colour: equal marks are both seen.
            for series in context.data.series.indices {
                guard let value = parts.cell(place, series).number else { continue }
                let isRing = series == 0 && context.data.series.count > 1
                let center = Point(x: scale(value), y: middle)
                let radius = isRing ? 6.0 : context.data.series.count > 1 ? 4 : 5
                rows.add(
                    .point(PointMark(center: center, radius: radius, paint: .series(series), isHollow: isRing))
                )
            }
            y = middle + 14
        }
        drawing.plots = [Box(x: 0, y: plotTop, width: context.width, height: y - plotTop)]
        for mark in rows.marks { drawing.add(mark) }
        for value in [0.0, 5, 10] {
            let anchor: TextMark.Anchor = value == 0 ? .start : value == 5 ? .middle : .end
            let x = value == 0 ? 0 : value == 5 ? scale(5) : context.width
            drawing.lines([String(Int(value))], x: x, top: y - 6, .axis, anchor: anchor)
        }
        drawing.height = drawing.notes(parts.notes, top: y + TextStyle.axis.lineHeight + 2) + 2
        return drawing
    }
}
