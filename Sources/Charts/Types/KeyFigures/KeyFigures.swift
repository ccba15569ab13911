// `tile`: key figures in a row: the value with its unit, what it is, when and about how many, and how it came to be.
import Markup

struct KeyFigures {
    private let context: ChartContext
    private let order: [Int]
    private let positions: [Double]
    private static let gap = 28.0

    init(_ context: ChartContext) {
        self.context = context
        // Along `over`, in time where its texts are years, months or days; else as the data have them.
        let places = context.data.seriesPositions ?? context.data.series.indices.map(Double.init)
        order = context.data.series.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        positions = order.map { places[$0] }
    }

    /// A figure and its texts, ready to be placed.
    private struct Tile {
        var value: String
        var isSign: Bool
        var unit: String?
        var label: [String]
        var notes: [String]
        var change: [String]
        var history: History?

        var height: Double {
            TextStyle.figure.lineHeight + Double(label.count) * TextStyle.label.lineHeight
                + Double(notes.count) * TextStyle.note.lineHeight + Double(change.count) * TextStyle.value.lineHeight
                + (history == nil ? 0 : 40)
        }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let count = context.data.categories.count
        let widest = context.data.categories.indices.reduce(0) { widest, index in
            let value = text(index)
            let unit = unit(index).map { TextStyle.note.width(of: $0) + 6 } ?? 0
            return max(widest, min(context.width, TextStyle.figure.width(of: value) + unit))
        }
        let least = max(widest, context.isNarrow ? 140 : 150)
        let most = max(1, Int((context.width + Self.gap) / (least + Self.gap)))
        // Four tiles where three fit stand two by two.
        let lines = max(1, (count + most - 1) / most)
        let columns = max(1, (count + lines - 1) / lines)
        let width = (context.width - Self.gap * Double(columns - 1)) / Double(columns)
        let names = namesApart(context.data.categories, to: width, in: .label, lines: 4)
        var y = 0.0
        for start in stride(from: 0, to: count, by: columns) {
            if start > 0 { y += 20 }
            let tiles = (start..<min(start + columns, count)).map { tile($0, names[$0], width: width) }
            for (column, tile) in tiles.enumerated() {
                draw(tile, x: Double(column) * (width + Self.gap), top: y, width: width, into: &drawing)
            }
            y += 8 + (tiles.map(\.height).max() ?? 0)
        }
        if let signs = context.words.signs(in: context.data.categories.indices.map { lastCell($0) }) {
            y = drawing.notes([signs], top: y + 8)
        }
        drawing.height = y + 2
        return drawing
    }

    private func draw(_ tile: Tile, x: Double, top: Double, width: Double, into drawing: inout Drawing) {
        drawing.line(.axis, Point(x: x, y: top), Point(x: x + width, y: top))
        var y = top + 8
        let value = cut(tile.value, to: width, in: .figure)
        drawing.lines([value], x: x, top: y, .figure)
        if let unit = tile.unit {
            let used = TextStyle.figure.width(of: value) + 6
            let text = cut(unit, to: width - used, in: .note)
            if TextStyle.note.width(of: text) <= width - used {
                // On the same line as the figure, whose letters stand lower.
                drawing.text(
                    text,
                    x: x + used,
                    baseline: y + TextStyle.figure.lineHeight / 2 + TextStyle.figure.size * 0.32,
                    .note
                )
            }
        }
        y += TextStyle.figure.lineHeight
        drawing.lines(tile.label, x: x, top: y, .label)
        y += Double(tile.label.count) * TextStyle.label.lineHeight
        drawing.lines(tile.notes, x: x, top: y, .note)
        y += Double(tile.notes.count) * TextStyle.note.lineHeight
        drawing.lines(tile.change, x: x, top: y, .value)
        y += Double(tile.change.count) * TextStyle.value.lineHeight
        tile.history?.draw(in: Box(x: x, y: y + 4, width: min(width, 180), height: 36), paint: .first, into: &drawing)
    }

    // MARK: What stands in a tile

    /// Each tile is a thing of its own, with its own decimals.
    private func format(_ category: Int) -> NumberText {
        context.data.format(0, context.spec, context.language, category: category)
    }

    /// The unit as a word, for one or for more; signs belong to the number.
    private func unit(_ category: Int) -> String? {
        guard lastCell(category).number != nil else { return nil }
        return context.words.word(of: context.data.measureColumns.first?.unit, after: text(category))
    }

    /// The moments that have a value, in time.
    private func known(_ category: Int) -> [Int] {
        order.filter { context.data.cell(0, category, $0).number != nil }
    }

    private func lastCell(_ category: Int) -> ChartCell { context.data.cell(0, category, lastMoment(category)) }

    /// The last moment with a value; else the last that is hidden: that is not the same as having no data.
    private func lastMoment(_ category: Int) -> Int {
        known(category).last ?? order.last { context.data.cell(0, category, $0).isSuppressed } ?? order.last ?? 0
    }

    private func text(_ category: Int) -> String { context.words.text(lastCell(category), format(category)) }

    private func tile(_ category: Int, _ name: String, width: Double) -> Tile {
        let data = context.data
        let moments = known(category)
        var notes: [String] = []
        if data.hasSeries, let last = moments.last { notes.append(data.series[last]) }
        if data.measureColumns.count > 1 {
            notes.append(
                "n = " + context.words.text(data.cell(1, category, lastMoment(category)), context.format(1))
            )
        }
        var history: History?
        if data.hasSeries, moments.count > 1 {
            let cells = order.map { data.cell(0, category, $0) }
            history = History(positions: positions, cells: cells, domain: extent(of: cells.compactMap(\.number)))
        }
        let note = notes.joined(separator: "\u{A0}· ")
        return Tile(
            value: text(category),
            isSign: lastCell(category).number == nil,
            unit: unit(category),
            label: wrapped(name, to: width, in: .label, lines: 4),
            notes: note.isEmpty ? [] : wrapped(note, to: width, in: .note, lines: 2),
            change: change(category).map { wrapped($0, to: width, in: .value, lines: 2) } ?? [],
            history: history
        )
    }

    /// *▲ 12 sinds 2019*: a direction, not a judgement.
    func change(_ category: Int) -> String? {
        let moments = known(category)
        guard moments.count > 1, let last = context.data.cell(0, category, moments[moments.count - 1]).number,
            let before = context.data.cell(0, category, moments[moments.count - 2]).number
        else { return nil }
        let since = context.data.series[moments[moments.count - 2]]
        let change = Charts.change(from: before, to: last)
        if change == 0 { return context.words("gelijk aan \(since)", "equal to \(since)") }
        let amount = context.words.distance(abs(change), format(category))
        return (last > before ? "▲\u{A0}" : "▼\u{A0}")
            + context.words("\(amount) sinds \(since)", "\(amount) since \(since)")
    }
}
