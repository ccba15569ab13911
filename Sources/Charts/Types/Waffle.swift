// `waffle`: how many of a hundred. A grid of a hundred cells, and beside it each part as a number of cells with its name.
import Markup

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
        spec.parts.whole ?? (Unit.isPercent(data.measureColumns.first?.unit) ? 100 : nil)
    }

    /// Whether rounded parts may come to this sum. Counts are not rounded: three and three of five are a mistake.
    static func isExplained(_ sum: Double, of whole: Double, _ data: ChartData) -> Bool {
        let isRounded = data.isPercent || data.values.contains { $0 != $0.rounded() }
        return isRounded && abs(sum - whole) <= data.slack(of: data.values.count)
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

    /// Blue and teal are alike in grey print: every second part is hatched, and from the fifth on the others.
    static func look(_ index: Int) -> SeriesLook { SeriesLook(index, isAlternating: true) }

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
        return format.isPercent
            ? format(value) : parts.whole.map { "\(format(value)) \(context.words("van", "of")) \(format($0))" }
    }

    private var restText: String? {
        guard parts.rest > 0, let count = parts.cells?[safe: context.data.categories.count] else { return nil }
        return "\(parts.lead(parts.rest, count, context.words)): \(parts.restText(context.words))"
    }

    private var notes: [String] {
        let words = context.words
        var notes: [String] = []
        if parts.cells == nil, !parts.hasUnknown {
            notes.append(words("Alle delen zijn 0: er is geen geheel.", "All parts are 0: there is no whole."))
        } else if parts.cells == nil {
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
        if let note = parts.sumNote(format, words) { notes.append(note) }
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
    /// What the parts leave of the whole.
    private(set) var rest = 0.0
    /// Whether rounding in the data explains why the parts are not the whole exactly.
    private(set) var isWithinSlack = false
    let hasUnknown: Bool
    private let values: [Double?]
    private let sum: Double
    private let declared: Double?

    init(_ spec: ChartSpec, _ data: ChartData) {
        values = data.categories.indices.map { data.cell(0, $0).number }
        let known = values.map { max(0, $0 ?? 0) }
        let sum = known.reduce(0, +)
        self.sum = sum
        hasUnknown = values.contains { $0 == nil }
        let declared = Waffle.declaredWhole(spec, data)
        self.declared = declared
        guard let all = declared ?? (hasUnknown ? nil : sum), all > 0, all.isFinite, sum.isFinite,
            sum > 0 || declared != nil
        else { return }
        isWithinSlack = declared != nil && Waffle.isExplained(sum, of: all, data)
        // Parts of more than their whole are a finding, unless they were rounded; they are drawn as parts of themselves.
        let whole = max(all, sum)
        rest = whole - sum > whole * 1e-9 ? whole - sum : 0
        var cells = apportioned(known + [rest], total: 100)
        // Not all cells for what is not all: the largest of the others has one.
        let others = known + [rest]
        if let full = cells.firstIndex(of: 100),
            let next = others.indices.filter({ $0 != full && others[$0] > 0 }).max(by: { others[$0] < others[$1] })
        {
            cells[full] = 99
            cells[next] = 1
        }
        self.whole = whole
        self.cells = cells
        isRounded = zip(known, cells).contains { abs($0 / whole * 100 - Double($1)) > 1e-9 }
    }

    /// *66 van de 100*
    func lead(_ index: Int, _ words: Words) -> String? {
        guard let cells, let value = values[safe: index] ?? nil else { return nil }
        return lead(value, cells[index], words)
    }

    /// How many of a hundred: neither none of what is there, nor all of what is not all.
    func lead(_ value: Double, _ count: Int, _ words: Words) -> String {
        if isLessThanOne(value) { return words("minder dan 1 van de 100", "fewer than 1 of 100") }
        if let whole, value < whole * (1 - 1e-9), value / whole > 0.99 + 1e-9 {
            return words("meer dan 99 van de 100", "more than 99 of 100")
        }
        return words("\(count) van de 100", "\(count) of 100")
    }

    func isLessThanOne(_ value: Double) -> Bool { value > 0 && whole.map { value / $0 < 0.01 - 1e-9 } ?? false }

    /// What the cells that belong to no part are.
    func restText(_ words: Words) -> String {
        let other = words("overig", "other")
        if hasUnknown { return other + words(" of niet bekend", " or not known") }
        return isWithinSlack && values.count > 1 ? other + words(" of afronding", " or rounding") : other
    }

    /// That parts which were rounded come to a little more than the whole.
    func sumNote(_ format: NumberText, _ words: Words) -> String? {
        guard isWithinSlack, let declared, sum > declared + 1e-9 else { return nil }
        return words(
            "Door afronding in de bron zijn de delen samen \(format(sum)).",
            "Through rounding in the source the parts come to \(format(sum))."
        )
    }
}
