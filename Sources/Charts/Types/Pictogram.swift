// `pictogram`: people as figures that can be counted; where the whole is known, those who are not meant stand beside them in grey.

struct Pictogram {
    private let context: ChartContext
    private let format: NumberText
    private let whole: Int?
    /// How many people one figure stands for.
    private let per: Double
    private let labels: [[String]]
    private let labelWidth: Double

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        format = context.format()
        whole = data.measure("whole")
        per = Tally.per(data.values.max() ?? 0, wanted: context.spec.per ?? 1)
        let widest = data.categories.reduce(0) { max($0, TextStyle.label.width(of: $1)) }
        let room = context.isNarrow ? context.width : min(widest, context.width * 0.32)
        labels = wrappedApart(data.categories, to: room, in: .label, lines: 3)
        labelWidth = context.isNarrow ? 0 : room + 20
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(keyItems, top: 0) + 8
        for category in context.data.categories.indices {
            y = draw(category, top: y, &drawing) + (context.isNarrow ? 16 : 12)
        }
        drawing.height = drawing.notes(notes, top: y) + 2
        return drawing
    }

    private func figures(_ value: Double) -> Int {
        guard value > 0, value.isFinite else { return 0 }
        return max(1, Int(min((value / per).rounded(.toNearestOrAwayFromZero), Double(Tally.mostFigures))))
    }

    private func draw(_ category: Int, top: Double, _ drawing: inout Drawing) -> Double {
        let data = context.data
        let label = labels[category]
        drawing.lines(label, x: 0, top: top, .label)
        let labelEnd = top + Double(label.count) * TextStyle.label.lineHeight
        var y = context.isNarrow ? labelEnd + 3 : top + 1
        let cell = data.cell(0, category)
        let all = whole.flatMap { data.cell($0, category).number }
        let text = PictogramWords(data, context.words, format).text(category)
        if let value = cell.number {
            let count = figures(value)
            // Some of many keeps a grey figure, and all of them has none.
            let others = all.map { $0 > value ? max(1, figures($0) - count) : 0 } ?? 0
            let perLine = CountedMark.perLine(in: context.width - labelWidth)
            let origin = Point(x: labelWidth, y: y)
            let meant = CountedMark(figure: .person, origin: origin, count: count, perLine: perLine, paint: .first)
            let rest = CountedMark(
                figure: .person,
                origin: origin,
                count: others,
                perLine: perLine,
                paint: .muted,
                skipping: count
            )
            for figures in [meant, rest] where figures.count > 0 {
                drawing.add(.counted(figures))
                drawing.plots.append(figures.box)
            }
            let last = others > 0 ? rest : meant
            let beside = last.end + 10
            if count + others > 0, last.lines == 1, beside + TextStyle.value.width(of: text) <= context.width {
                drawing.lines([text], x: beside, middle: y + 7, .value)
                return max(labelEnd, y + CountedMark.lineHeight)
            }
            if count + others > 0 { y += Double(last.lines) * CountedMark.lineHeight }
        }
        let style: TextStyle = cell.number == nil ? .note : .value
        let lines = wrapped(text, to: context.width - labelWidth, in: style, lines: 3)
        drawing.lines(lines, x: labelWidth, top: y, style)
        return max(labelEnd, y + Double(lines.count) * style.lineHeight)
    }

    private var keyItems: [KeyItem] {
        let words = context.words
        let noun = noun(0)
        let one = context.spec.parts.mark.map { readable($0.text) }
        let text = per > 1 ? "= \(Tally.text(per, context.language)) \(noun)" : one.map { "= 1 \($0)" } ?? noun
        var items = [KeyItem(swatch: .counted(.person, .first), text: text)]
        if let whole {
            let others = self.noun(whole)
            items.append(
                KeyItem(swatch: .counted(.person, .muted), text: words("overige \(others)", "other \(others)"))
            )
        }
        return items
    }

    /// What is counted: the unit where it is a word, else the title of the measure.
    private func noun(_ measure: Int) -> String {
        let column = context.data.measureColumns[safe: measure]
        if let unit = column?.unit.map(readable), unit.first?.isLetter == true, !NumberText.isEuro(unit) { return unit }
        return inSentence(readable(column?.title ?? ""))
    }

    private var notes: [String] {
        let words = context.words
        var notes: [String] = []
        if context.data.values.contains(where: { $0.truncatingRemainder(dividingBy: per) != 0 }) {
            notes.append(
                words(
                    "Figuren zijn afgerond op hele figuren, met minstens één; het getal erbij is precies.",
                    "Figures are rounded to whole figures, at least one; the number with them is exact."
                )
            )
        }
        // A row whose whole is not known is a row without a whole; only its own number counts as missing.
        let shown = context.data.cells.enumerated().flatMap { measure, rows in
            rows.joined().filter { measure == 0 || $0.isSuppressed }
        }
        if let signs = words.signs(in: shown) { notes.append(signs) }
        return notes
    }
}

/// *7 van 12*: the drawing and its description say it alike.
struct PictogramWords {
    private let data: ChartData
    private let words: Words
    private let format: NumberText

    init(_ data: ChartData, _ words: Words, _ format: NumberText) {
        (self.data, self.words, self.format) = (data, words, format)
    }

    func text(_ category: Int) -> String {
        let cell = data.cell(0, category)
        let text = words.text(cell, format)
        guard let whole = data.measure("whole") else { return text }
        let all = data.cell(whole, category)
        return all == .absent || all == .missing ? text : "\(text) \(words("van", "of")) \(words.text(all, format))"
    }
}
