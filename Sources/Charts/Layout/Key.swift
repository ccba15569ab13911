// Parts around the plot that chart types share: the key above it and the notes below it.

struct KeyItem: Sendable {
    enum Swatch: Sendable {
        case bar(Paint, isHatched: Bool)
        case base
        /// An upright line across a bar.
        case tick(LineMark.Kind)
        /// A bar of less weight than the one above it.
        case thin(Paint)
        case line(Paint, isDashed: Bool)
        case point(Paint)
        /// Words alone.
        case none
        case dot(Paint, isHollow: Bool)
        /// Tints of one paint, from light to strong.
        case tints(Paint, [Int])
        case counted(CountedMark.Figure, Paint)
        /// A circle that is filled by quarters.
        case symbol(quarters: Int, Paint)
    }
    var swatch: Swatch
    var text: String
}

extension Drawing {
    /// A row of swatches with their meaning, flowing over as many lines as it needs. Returns where it ends.
    mutating func key(_ items: [KeyItem], top: Double) -> Double {
        let style = TextStyle.label
        let line = 24.0
        var x = 0.0
        var y = top
        func room(_ item: KeyItem) -> Double { item.swatch.width == 0 ? 0 : item.swatch.width + 8 }
        let texts = namesApart(items.map(\.text)) { cut($1, to: width - room(items[$0]) - 2, in: style) }
        for (item, whole) in zip(items, texts) {
            let room = room(item)
            let text = cut(whole, to: width - room - 2, in: style)
            let needed = room + style.width(of: text)
            if x > 0, x + needed > width {
                x = 0
                y += line
            }
            switch item.swatch {
            case .bar(let paint, let isHatched):
                add(BarMark(box: Box(x: x, y: y + 3, width: 14, height: 14), paint: paint, isHatched: isHatched))
            case .none: break
            case .base: self.line(.base, Point(x: x, y: y + 10), Point(x: x + 14, y: y + 10))
            case .tick(let kind): self.line(kind, Point(x: x + 7, y: y + 1), Point(x: x + 7, y: y + 19))
            case .thin(let paint): add(BarMark(box: Box(x: x, y: y + 8, width: 14, height: 5), paint: paint))
            case .line(let paint, let isDashed):
                let points = [Point(x: x, y: y + 10), Point(x: x + 16, y: y + 10)]
                add(.line(LineMark(points: points, kind: .key(paint), isDashed: isDashed)))
            case .point(let paint):
                // A circle of the symbols, filled: points belong to plots.
                add(.symbol(SymbolMark(center: Point(x: x + 7, y: y + 10), radius: 5, quarters: 4, paint: paint)))
            case .dot(let paint, let isHollow):
                let center = Point(x: x + 7, y: y + 10)
                add(.point(PointMark(center: center, radius: 5, paint: paint, isHollow: isHollow, isSwatch: true)))
            case .tints(let paint, let shades):
                for (index, shade) in shades.enumerated() {
                    let box = Box(x: x + Double(index) * 14, y: y + 3, width: 14, height: 14)
                    add(BarMark(box: box, paint: paint, shade: shade))
                }
            case .symbol(let quarters, let paint):
                let center = Point(x: x + 8.5, y: y + 10)
                add(.symbol(SymbolMark(center: center, radius: 7, quarters: quarters, paint: paint)))
            case .counted(let figure, let paint):
                add(
                    .counted(
                        CountedMark(
                            figure: figure,
                            origin: Point(x: x + 2, y: y + 3),
                            count: 1,
                            perLine: 1,
                            paint: paint
                        )
                    )
                )
            }
            lines([text], x: x + room, middle: y + 10, style)
            x += needed + 20
        }
        return items.isEmpty ? top : y + line
    }

    /// Notes under the plot. Returns where they end.
    mutating func notes(_ notes: [String], top: Double) -> Double {
        var y = top
        for note in notes {
            let lines = wrapped(note, to: width, in: .note, lines: 4)
            self.lines(lines, x: 0, top: y, .note)
            y += Double(lines.count) * TextStyle.note.lineHeight
        }
        return y
    }
}

extension KeyItem.Swatch {
    fileprivate var width: Double {
        switch self {
        case .none: 0
        case .tints(_, let shades): Double(shades.count) * 14
        case .symbol: 17
        default: 14
        }
    }
}
