// `matrix`: what is known of each row under each column, as a symbol and a word. An empty cell says in words that it is empty.
// On a phone, and where columns would be too narrow for words, each row is a short list.

struct Matrix {
    private let context: ChartContext
    private let matrix: MatrixData
    /// The names of the rows in a grid: no two read the same.
    private let labels: [[String]]
    private let labelWidth: Double
    private let columnWidth: Double
    private static let radius = 7.0
    private static let symbolRoom = 24.0

    init(_ context: ChartContext) {
        self.context = context
        matrix = MatrixData(context.spec, context.data, language: context.language)
        let widest = matrix.rows.reduce(0) { max($0, TextStyle.label.width(of: $1)) }
        let room = min(widest, context.width * 0.3, 260)
        labels = wrappedApart(matrix.rows, to: room, in: .label, lines: 3)
        labelWidth = room + 16
        columnWidth = (context.width - labelWidth) / Double(max(1, matrix.columns.count))
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        if matrix.rows.isEmpty {
            drawing.height = 80
            drawing.lines([context.words.noData], x: context.width / 2, middle: 40, .note, anchor: .middle)
            return drawing
        }
        // The longest word of any cell must fit unbroken.
        let words = matrix.levels + [matrix.emptyWord] + matrix.columns
        let longest = words.flatMap { $0.split(separator: " ") }.reduce(0) {
            max($0, TextStyle.title.width(of: String($1)))
        }
        let isList = context.isNarrow || columnWidth < min(longest, 150) + Self.symbolRoom + 12
        let symbols = isList ? MatrixSymbols(context, matrix) : nil
        var y = symbols?.draw(&drawing) ?? (isList ? drawLists(&drawing) : drawGrid(&drawing))
        if matrix.cells.joined().contains(where: { if case .hidden = $0 { true } else { false } }) {
            let sign = symbols == nil ? context.words.hidden : "×"
            let note = context.words(
                "\(sign): niet getoond om herkenning te voorkomen",
                "\(sign): not shown to prevent recognition"
            )
            y = drawing.notes([note], top: y + 6)
        }
        drawing.height = y + 2
        return drawing
    }

    // MARK: Grid

    private func drawGrid(_ drawing: inout Drawing) -> Double {
        let room = columnWidth - 12
        let heads = wrappedApart(matrix.columns, to: room, in: .title, lines: 3)
        let headHeight = Double(heads.map(\.count).max() ?? 1) * TextStyle.title.lineHeight
        for (column, head) in heads.enumerated() {
            let top = headHeight - Double(head.count) * TextStyle.title.lineHeight
            drawing.lines(head, x: left(of: column), top: top, .title)
        }
        var y = headHeight + 6
        drawing.line(.axis, Point(x: 0, y: y), Point(x: context.width, y: y))
        for (row, label) in labels.enumerated() {
            let texts = matrix.cells[row].map { text($0, room: room) }
            let height =
                max(
                    Double(label.count) * TextStyle.label.lineHeight,
                    texts.map(\.height).max() ?? 0,
                    2 * Self.radius + 2
                ) + 14
            drawing.lines(label, x: 0, top: y + 7, .label)
            for (column, text) in texts.enumerated() {
                draw(text, x: left(of: column), top: y + 7, into: &drawing)
            }
            y += height
            drawing.line(.grid, Point(x: 0, y: y), Point(x: context.width, y: y))
        }
        return y
    }

    private func left(of column: Int) -> Double { labelWidth + Double(column) * columnWidth }

    // MARK: Lists

    private func drawLists(_ drawing: inout Drawing) -> Double {
        let widest = matrix.columns.reduce(0) { max($0, TextStyle.label.width(of: $1)) }
        let headWidth = min(widest, context.width * 0.48) + 12
        let heads = wrappedApart(matrix.columns, to: headWidth - 12, in: .label, lines: 3)
        let titles = wrappedApart(matrix.rows, to: context.width, in: .title, lines: 3)
        var y = 0.0
        for (row, title) in titles.enumerated() {
            if row > 0 { y += 14 }
            drawing.lines(title, x: 0, top: y, .title)
            y += Double(title.count) * TextStyle.title.lineHeight + 4
            drawing.line(.axis, Point(x: 0, y: y), Point(x: context.width, y: y))
            y += 6
            for (column, cell) in matrix.cells[row].enumerated() {
                let head = heads[column]
                let text = text(cell, room: context.width - headWidth)
                drawing.lines(head, x: 0, top: y, .label)
                draw(text, x: headWidth, top: y, into: &drawing)
                y += max(Double(head.count) * TextStyle.label.lineHeight, text.height) + 6
            }
        }
        return y
    }

    // MARK: One cell

    private struct CellText {
        var quarters: Int?
        var lines: [String]
        var notes: [String]
        var isQuiet: Bool

        var height: Double {
            Double(lines.count) * (isQuiet ? TextStyle.note : TextStyle.label).lineHeight
                + Double(notes.count) * TextStyle.note.lineHeight
        }
    }

    private func text(_ cell: MatrixData.Cell, room: Double) -> CellText {
        let word = matrix.word(cell, context.words)
        guard case .level(let level, let note) = cell else {
            return CellText(
                quarters: nil,
                lines: wrapped(word, to: room, in: .note, lines: 3),
                notes: [],
                isQuiet: true
            )
        }
        let room = room - Self.symbolRoom
        return CellText(
            quarters: matrix.quarters(level),
            lines: wrapped(word, to: room, in: .label, lines: 3),
            notes: note.isEmpty ? [] : wrapped(note, to: room, in: .note, lines: 5),
            isQuiet: false
        )
    }

    private func draw(_ text: CellText, x: Double, top: Double, into drawing: inout Drawing) {
        guard let quarters = text.quarters else {
            drawing.lines(text.lines, x: x, top: top, .note)
            return
        }
        let center = Point(x: x + Self.radius + 1.5, y: top + TextStyle.label.lineHeight / 2)
        drawing.add(.symbol(SymbolMark(center: center, radius: Self.radius, quarters: quarters, paint: .first)))
        drawing.lines(text.lines, x: x + Self.symbolRoom, top: top, .label)
        let noteTop = top + Double(text.lines.count) * TextStyle.label.lineHeight
        drawing.lines(text.notes, x: x + Self.symbolRoom, top: noteTop, .note)
    }
}
