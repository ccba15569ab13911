// `matrix` of many columns: a grid of symbols alone, with the words in a key above it. Columns that do not fit go on under the others.

struct MatrixSymbols {
    private let context: ChartContext
    private let matrix: MatrixData
    private let layout: TableLayout
    private static let radius = 7.0

    /// Nil where words do better: for a short list, and for more words than there are symbols.
    init?(_ context: ChartContext, _ matrix: MatrixData) {
        guard matrix.rows.count * matrix.columns.count > 40, matrix.levels.count <= 5 else { return nil }
        self.context = context
        self.matrix = matrix
        layout = TableLayout.best(
            rows: matrix.rows,
            columns: matrix.columns,
            cell: (width: 34, height: 22),
            headRoom: context.isNarrow ? 54 : 84,
            width: context.width
        )
    }

    /// Returns where the grid and its notes end.
    func draw(_ drawing: inout Drawing) -> Double {
        let words = context.words
        let levels = matrix.levels.enumerated().map {
            KeyItem(swatch: .symbol(quarters: matrix.quarters($0), .first), text: $1)
        }
        let cells = matrix.cells.joined()
        let hasEmpty = cells.contains { if case .empty = $0 { true } else { false } }
        let empty = hasEmpty ? [KeyItem(swatch: .none, text: "– \(matrix.emptyWord)")] : []
        var y = drawing.key(levels + empty, top: 0) + 8
        for block in layout.blocks {
            if block.lowerBound > 0 { y += 20 }
            y = drawBlock(block, top: y, &drawing)
        }
        let hasNotes = cells.contains { if case .level(_, let note) = $0 { !note.isEmpty } else { false } }
        if hasNotes {
            let note = words(
                "De toelichting bij elk vakje staat in de tabel.",
                "What is said of each cell is in the table."
            )
            y = drawing.notes([note], top: y + 6)
        }
        return y
    }

    private func drawBlock(_ block: Range<Int>, top: Double, _ drawing: inout Drawing) -> Double {
        let heads = block.map { layout.heads[$0] }
        let headHeight = Double(heads.map(\.count).max() ?? 1) * TextStyle.axis.lineHeight
        let left = layout.rows.labelWidth
        func middle(_ place: Int) -> Double { left + (Double(place) + 0.5) * layout.cellWidth }
        for (place, head) in heads.enumerated() {
            let headTop = top + headHeight - Double(head.count) * TextStyle.axis.lineHeight
            drawing.lines(head, x: middle(place), top: headTop, .axis, anchor: .middle)
        }
        let body = top + headHeight + 6
        let right = left + Double(block.count) * layout.cellWidth
        drawing.line(.axis, Point(x: 0, y: body), Point(x: right, y: body))
        layout.rows.draw(into: &drawing, top: body)
        for row in layout.rows.labels.indices {
            let y = body + layout.rows.middle(row)
            for (place, column) in block.enumerated() {
                let cell = layout.isTurned ? matrix.cells[column][row] : matrix.cells[row][column]
                switch cell {
                case .level(let level, _):
                    let center = Point(x: middle(place), y: y)
                    let quarters = matrix.quarters(level)
                    drawing.add(
                        .symbol(SymbolMark(center: center, radius: Self.radius, quarters: quarters, paint: .first))
                    )
                case .empty: drawing.lines(["–"], x: middle(place), middle: y, .note, anchor: .middle)
                case .hidden: drawing.lines(["×"], x: middle(place), middle: y, .note, anchor: .middle)
                }
            }
            let bottom = body + layout.rows.top(row + 1)
            drawing.line(.grid, Point(x: 0, y: bottom), Point(x: right, y: bottom))
        }
        return body + layout.rows.height
    }
}
