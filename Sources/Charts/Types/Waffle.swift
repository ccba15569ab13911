// `waffle`: how many of a hundred. A grid of a hundred cells, and beside it each part as a number of cells with its name.

struct Waffle {
    private let context: ChartContext
    private let format: NumberText
    let parts: WaffleParts

    init(_ context: ChartContext) {
        self.context = context
        format = context.format()
        parts = WaffleParts(context.spec, context.data)
    }

    /// The whole that the author or the unit gives; nil where the rows themselves are the whole.
    static func declaredWhole(_ spec: ChartSpec, _ data: ChartData) -> Double? {
        spec.parts.whole ?? (data.measureColumns.first?.unit == "%" ? 100 : nil)
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let side = CellsMark.pitch * 9 + CellsMark.size
        let isBeside = context.width >= 2 * side + 40
        let listX = parts.cells != nil && isBeside ? side + 32 : 0
        var y = 0.0
        var gridEnd = 0.0
        if let cells = parts.cells {
            drawing.plots = [Box(x: 0, y: 0, width: side, height: side)]
            var start = 0
            for (index, count) in cells.enumerated() {
                let isRest = index == context.data.categories.count
                let look = Self.look(index)
                drawing.add(
                    .cells(
                        CellsMark(
                            origin: Point(x: 0, y: 0),
                            cells: start..<start + count,
                            paint: isRest ? nil : look.paint,
                            isHatched: !isRest && look.isHatched
                        )
                    )
                )
                start += count
            }
            gridEnd = side
            y = isBeside ? 0 : side + 14
        }
        for index in context.data.categories.indices { y = drawItem(index, x: listX, top: y, &drawing) + 8 }
        if let rest = restText {
            drawing.add(.cells(CellsMark(origin: Point(x: listX, y: y), cells: 0..<1, paint: nil)))
            let lines = wrapped(rest, to: context.width - listX - 26, in: .label, lines: 3)
            drawing.lines(lines, x: listX + 26, top: y, .label)
            y += Double(lines.count) * TextStyle.label.lineHeight + 8
        }
        drawing.height = drawing.notes(notes, top: max(gridEnd, y) + 8) + 2
        return drawing
    }

    /// Blue and teal are alike in grey print: every second part is hatched.
    private static func look(_ index: Int) -> SeriesLook {
        SeriesLook(Paint.series(index % 4), isHatched: index % 2 == 1)
    }

    private func drawItem(_ index: Int, x: Double, top: Double, _ drawing: inout Drawing) -> Double {
        let look = Self.look(index)
        let indent = parts.cells == nil ? 0.0 : 26
        let cell = context.data.cell(0, index)
        if parts.cells != nil, cell.number != nil {
            drawing.add(
                .cells(
                    CellsMark(origin: Point(x: x, y: top), cells: 0..<1, paint: look.paint, isHatched: look.isHatched)
                )
            )
        }
        let room = context.width - x - indent
        let lead = wrapped(
            parts.lead(index, context.words) ?? context.words.text(cell, format),
            to: room,
            in: .title,
            lines: 2
        )
        drawing.lines(lead, x: x + indent, top: top, .title)
        var y = top + Double(lead.count) * TextStyle.title.lineHeight
        var name = names(in: room)[index]
        if parts.cells != nil, cell.number != nil, let value = exact(index) { name += " (\(value))" }
        let lines = wrapped(name, to: room, in: .label, lines: 4)
        drawing.lines(lines, x: x + indent, top: y, .label)
        y += Double(lines.count) * TextStyle.label.lineHeight
        return y
    }

    /// The names of the parts as they are shown: no two read the same.
    private func names(in room: Double) -> [String] {
        namesApart(context.data.categories, to: room, in: .label, lines: 3)
    }

    /// The value behind the cells, where the number of cells does not already say it.
    private func exact(_ index: Int) -> String? {
        guard let value = context.data.cell(0, index).number, let count = parts.cells?[safe: index] else { return nil }
        if parts.whole == 100, Double(count) == value { return nil }
        return format.unit == "%"
            ? format(value) : parts.whole.map { "\(format(value)) \(context.words("van", "of")) \(format($0))" }
    }

    private var restText: String? {
        guard let count = parts.cells?[safe: context.data.categories.count], count > 0 else { return nil }
        let number = context.words("\(count) van de 100", "\(count) of 100")
        return number
            + (parts.hasUnknown
                ? context.words(": overig of niet bekend", ": other or not known")
                : context.words(": overig", ": other"))
    }

    private var notes: [String] {
        let words = context.words
        var notes: [String] = []
        if parts.cells == nil {
            notes.append(
                words(
                    "Waar een deel niet bekend is, is niet te zeggen hoeveel van de honderd de andere zijn.",
                    "Where a part is not known, how many of a hundred the others are cannot be said."
                )
            )
        } else if parts.isRounded {
            notes.append(
                words(
                    "Elk vakje is 1 van de 100, afgerond zodat alle vakjes samen 100 zijn (grootste rest).",
                    "Each cell is 1 of 100, rounded so that all cells together are 100 (largest remainder)."
                )
            )
        } else {
            notes.append(words("Elk vakje is 1 van de 100.", "Each cell is 1 of 100."))
        }
        if let signs = words.signs(in: context.data.cells.joined().joined()) { notes.append(signs) }
        return notes
    }
}

/// The cells of each part and, last, of what is left of the whole; shared by the drawing and its description.
struct WaffleParts: Sendable {
    /// One number for each category and one for the rest, together 100; nil where the whole is not known.
    private(set) var cells: [Int]?
    private(set) var whole: Double?
    private(set) var isRounded = false
    let hasUnknown: Bool
    private let values: [Double?]

    init(_ spec: ChartSpec, _ data: ChartData) {
        values = data.categories.indices.map { data.cell(0, $0).number }
        let known = values.map { max(0, $0 ?? 0) }
        let sum = known.reduce(0, +)
        hasUnknown = values.contains { $0 == nil }
        let declared = Waffle.declaredWhole(spec, data)
        guard let all = declared ?? (hasUnknown ? nil : sum), all > 0, all.isFinite, sum.isFinite,
            sum > 0 || declared != nil
        else { return }
        // Parts of more than their whole are a finding; they are drawn as parts of themselves.
        let whole = max(all, sum)
        let cells = apportioned(known + [whole - sum], total: 100)
        self.whole = whole
        self.cells = cells
        isRounded = zip(known, cells).contains { abs($0 / whole * 100 - Double($1)) > 1e-9 }
    }

    /// *66 van de 100*
    func lead(_ index: Int, _ words: Words) -> String? {
        guard let cells, let value = values[safe: index] ?? nil else { return nil }
        let count = cells[index]
        if count == 0, value > 0 { return words("minder dan 1 van de 100", "fewer than 1 of 100") }
        return words("\(count) van de 100", "\(count) of 100")
    }
}
