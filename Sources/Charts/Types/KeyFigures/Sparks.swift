// `spark`: a small line for each series in a list, with its first and last value. A step up is as high in every line, but each line
// lies around its own middle: what counts is the direction.
import Markup

struct Sparks {
    private let context: ChartContext
    private let format: NumberText
    /// The categories from left to right.
    private let order: [Int]
    private let positions: [Double]
    /// The greatest distance between two values of one series.
    private let span: Double
    private static let height = 34.0

    init(_ context: ChartContext) {
        self.context = context
        format = context.format()
        let places = context.data.positions ?? context.data.categories.indices.map(Double.init)
        order = context.data.categories.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        positions = order.map { places[$0] }
        span = context.data.series.indices.reduce(0) { widest, series in
            let range = extent(of: context.data.cells(0, series: series).compactMap(\.number))
            return max(widest, range.upperBound - range.lowerBound)
        }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let data = context.data
        func ends(_ series: Int) -> (first: Int, last: Int)? {
            let known = order.filter { data.cell(0, $0, series).number != nil }
            return known.first.flatMap { first in known.last.map { (first, $0) } }
        }
        // The head names the first and the last moment; a line that begins later or ends sooner says so itself.
        func text(_ category: Int, _ series: Int, under head: Int?) -> String {
            let value = context.words.text(data.cell(0, category, series), format)
            if category == head { return value }
            return "\(value) (\(cut(data.categories[category], to: 96, in: .axis)))"
        }
        /// What stands at either end of a line. A single value stands once: under its own moment, or with it.
        func texts(_ series: Int, hasFirst: Bool) -> (first: String, last: String)? {
            guard let (first, last) = ends(series) else { return nil }
            let isFirst = hasFirst && first == order.first && order.count > 1
            if first == last, isFirst { return (text(first, series, under: first), "") }
            return (
                first == last || !hasFirst ? "" : text(first, series, under: order.first),
                text(last, series, under: order.last)
            )
        }
        func widths(hasFirst: Bool) -> (first: Double, last: Double) {
            let known = data.series.indices.compactMap { texts($0, hasFirst: hasFirst) }
            return (
                known.reduce(hasFirst ? 16 : 0) { max($0, TextStyle.axis.width(of: $1.first)) },
                known.reduce(16) { max($0, TextStyle.value.width(of: $1.last)) }
            )
        }
        let both = widths(hasFirst: true)
        // Where two long numbers leave no room for lines, names stand above them; where even that is too little, only the last is written.
        let isAbove =
            context.isNarrow || !data.hasSeries
            || context.width * 0.66 - both.first - both.last - 30 < 60
        let hasFirst = both.first + both.last + 74 <= context.width
        let (firstWidth, lastWidth) = hasFirst ? both : widths(hasFirst: false)
        let room = isAbove ? context.width : min(widestLabel, context.width * 0.34)
        let labelWidth = isAbove ? 0 : room + 16
        let labels = wrappedApart(data.series, to: room, in: .label, lines: 3)
        let left = labelWidth + firstWidth + 6
        let width = max(30, context.width - left - lastWidth - 8)
        var y = 0.0
        if let first = order.first, let last = order.last {
            let room = (context.width - labelWidth) / 2 - 8
            let ends = cutApart([data.categories[first], data.categories[last]], to: room, in: .axis)
            if first != last { drawing.lines([ends[0]], x: labelWidth, top: 0, .axis) }
            drawing.lines([ends[1]], x: context.width, top: 0, .axis, anchor: .end)
            y = TextStyle.axis.lineHeight + 4
        }
        for series in data.series.indices {
            let label = data.hasSeries ? labels[series] : []
            let base = baseText(series).map { wrapped($0, to: room, in: .note, lines: 1) } ?? []
            let textHeight =
                Double(label.count) * TextStyle.label.lineHeight + Double(base.count) * TextStyle.note.lineHeight
            let rowHeight = isAbove ? Self.height : max(Self.height, textHeight)
            let textTop = isAbove ? y : y + (rowHeight - textHeight) / 2
            drawing.lines(label, x: 0, top: textTop, .label)
            drawing.lines(base, x: 0, top: textTop + Double(label.count) * TextStyle.label.lineHeight, .note)
            if isAbove { y += textHeight }
            let middle = y + rowHeight / 2
            let box = Box(x: left, y: middle - Self.height / 2, width: width, height: Self.height)
            if let texts = texts(series, hasFirst: hasFirst) {
                History(
                    positions: positions,
                    cells: order.map { data.cell(0, $0, series) },
                    domain: domain(series)
                ).draw(in: box, paint: .first, into: &drawing)
                drawing.lines([texts.first], x: left - 6, middle: middle, .axis, anchor: .end)
                drawing.lines([texts.last], x: box.maxX + 8, middle: middle, .value)
            } else {
                let cells = order.map { data.cell(0, $0, series) }
                drawing.lines([context.words.signs(of: cells)], x: left, middle: middle, .note)
            }
            y += rowHeight + (isAbove ? 10 : 6)
        }
        if !notes.isEmpty { y = drawing.notes(notes, top: y + 2) }
        drawing.height = y + 2
        return drawing
    }

    /// What is not drawn: a gap in a line, or the signs that stand instead of a line.
    private var notes: [String] {
        let cells = data.cells.first.map { Array($0.joined()) } ?? []
        let isWhole = cells.allSatisfy { !$0.isSuppressed }
        let allHaveEnds = data.series.indices.allSatisfy { series in
            order.contains { data.cell(0, $0, series).number != nil }
        }
        guard isWhole, allHaveEnds, cells.contains(.missing) else {
            // A moment at which only other lines were measured is no gap.
            let shown = allHaveEnds ? cells.filter { $0 != .absent } : cells
            return [context.words.signs(in: shown)].compactMap { $0 }
        }
        return [
            context.words("Waar de lijn ontbreekt, zijn er geen gegevens.", "Where a line is broken there are no data.")
        ]
    }

    private func domain(_ series: Int) -> ClosedRange<Double> {
        let range = extent(of: data.cells(0, series: series).compactMap(\.number))
        let room = (span - (range.upperBound - range.lowerBound)) / 2
        guard room.isFinite, room > 0 else { return range }
        return range.lowerBound - room...range.upperBound + room
    }

    private var widestLabel: Double {
        data.series.indices.reduce(0) {
            max(
                $0,
                TextStyle.label.width(of: data.series[$1]),
                baseText($1).map { TextStyle.note.width(of: $0) } ?? 0
            )
        }
    }

    private var data: ChartData { context.data }

    /// *n = 120*, of the last moment.
    private func baseText(_ series: Int) -> String? {
        guard data.measureColumns.count > 1,
            let last = order.last(where: { data.cell(0, $0, series).number != nil })
        else { return nil }
        return "n = " + context.words.text(data.cell(1, last, series), context.format(1))
    }
}
