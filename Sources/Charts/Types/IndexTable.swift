// `index-table`: all scores at a glance, rows and columns of cells with number and sign, lightly tinted by their distance from the base.
// Where the columns do not fit it is turned; where they do not fit turned either, they go on under each other.
import Disclosure

struct IndexTable {
    private let context: ChartContext
    private let reading: IndexReading
    private let format: NumberText
    private let layout: TableLayout
    /// Whether sign and number stand on two lines.
    private let isSplit: Bool
    private let tints: DistanceTints

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        let format = context.format()
        let reading = IndexReading(data.origin?.index, words: context.words, format: format)
        self.format = format
        self.reading = reading
        tints = DistanceTints(data.values.map { abs($0 - reading.base) })
        let words = context.words
        func widest(_ isSplit: Bool) -> Double {
            data.cells.joined().joined().reduce(0) { widest, cell in
                Self.lines(cell, reading, format, words, isSplit: isSplit).reduce(widest) {
                    max($0, TextStyle.value.width(of: $1))
                }
            }
        }
        let names = data.hasSeries ? data.series : [readable(data.measureColumns.first?.title ?? "")]
        func layout(_ isSplit: Bool) -> TableLayout {
            let cell = (width: widest(isSplit), height: isSplit ? 36.0 : 22)
            func best(_ headRoom: Double) -> TableLayout {
                TableLayout.best(
                    rows: data.categories,
                    columns: names,
                    cell: cell,
                    headRoom: headRoom,
                    width: context.width
                )
            }
            // On a phone whole words above fewer columns read better than broken ones, unless the table then becomes very long.
            let whole = best(110)
            guard context.isNarrow, whole.blocks.count > 3 else { return whole }
            let broken = best(54)
            return broken.blocks.count < whole.blocks.count ? broken : whole
        }
        // Where cells are narrow the sign goes above the number, if more columns fit that way.
        let whole = layout(false)
        let split = whole.blocks.count > 1 ? layout(true) : whole
        isSplit = split.blocks.count < whole.blocks.count
        self.layout = isSplit ? split : whole
    }

    private static func lines(
        _ cell: ChartCell,
        _ reading: IndexReading,
        _ format: NumberText,
        _ words: Words,
        isSplit: Bool
    ) -> [String] {
        guard let value = cell.number else { return [words.sign(cell)] }
        let text = reading.text(value, format)
        return isSplit && value != reading.base ? [String(text.prefix(1)), format(value)] : [text]
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(keyItems, top: 0)
        if let limits = tints.text(format, base: reading.base, context.words) {
            y = drawing.notes([limits], top: y - 2) + 4
        }
        y += 8
        for block in layout.blocks {
            if block.lowerBound > 0 { y += 20 }
            y = drawBlock(block, top: y, into: &drawing)
        }
        if let signs = context.words.signs(in: context.data.cells.joined().joined()) {
            y = drawing.notes([signs], top: y + 8)
        }
        drawing.height = y + 2
        return drawing
    }

    private var keyItems: [KeyItem] {
        [
            KeyItem(swatch: .tints(.less, [1, 2, 3, 4, 5]), text: reading.lessText),
            KeyItem(swatch: .tints(.more, [1, 2, 3, 4, 5]), text: reading.moreText),
            KeyItem(swatch: .none, text: reading.baseText),
        ]
    }

    private func drawBlock(_ block: Range<Int>, top: Double, into drawing: inout Drawing) -> Double {
        let heads = block.map { layout.heads[$0] }
        let headHeight = Double(heads.map(\.count).max() ?? 1) * TextStyle.axis.lineHeight
        let left = layout.rows.labelWidth
        for (place, head) in heads.enumerated() {
            // Headings stand on the cells, as far down as they go.
            let headTop = top + headHeight - Double(head.count) * TextStyle.axis.lineHeight
            drawing.lines(
                head,
                x: left + (Double(place) + 0.5) * layout.cellWidth,
                top: headTop,
                .axis,
                anchor: .middle
            )
        }
        let body = top + headHeight + 6
        layout.rows.draw(into: &drawing, top: body)
        for row in layout.rows.labels.indices {
            for (place, column) in block.enumerated() {
                let (category, series) = layout.isTurned ? (column, row) : (row, column)
                let box = Box(
                    x: left + Double(place) * layout.cellWidth + 1,
                    y: body + layout.rows.top(row) + 1,
                    width: layout.cellWidth - 2,
                    height: layout.rows.top(row + 1) - layout.rows.top(row) - 2
                )
                drawCell(context.data.cell(0, category, series), in: box, into: &drawing)
            }
        }
        return body + layout.rows.height
    }

    private func drawCell(_ cell: ChartCell, in box: Box, into drawing: inout Drawing) {
        let x = box.x + box.width / 2
        let y = box.y + box.height / 2
        guard let value = cell.number else {
            drawing.lines([context.words.sign(cell)], x: x, middle: y, .note, anchor: .middle)
            return
        }
        if value != reading.base {
            drawing.add(BarMark(box: box, paint: reading.paint(value), shade: tints.shade(abs(value - reading.base))))
        }
        let lines = Self.lines(cell, reading, format, context.words, isSplit: isSplit)
        drawing.lines(lines.map { cut($0, to: box.width, in: .value) }, x: x, middle: y, .value, anchor: .middle)
    }
}
