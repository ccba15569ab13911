// `tally`: sessions and participants as figures that can be counted, with the number beside them and a total below.
import Markup

struct Tally {
    private let context: ChartContext
    private let channels: [Channel]
    private let labels: [[String]]
    private let labelWidth: Double

    /// One measure of the tally and how it is drawn.
    private struct Channel {
        let measure: Int
        let figure: CountedMark.Figure
        let paint: Paint
        /// How many people or sessions one figure stands for.
        let per: Double
        let format: NumberText
        /// *deelnemers*
        let noun: String

        /// The number of figures for a count: rounded to whole figures, at least one for any count above zero.
        func figures(_ value: Double) -> Int {
            guard value > 0, value.isFinite else { return 0 }
            return max(1, Int(min((value / per).rounded(.toNearestOrAwayFromZero), Double(Tally.mostFigures))))
        }
    }

    /// More figures than this in one line nobody counts: each then stands for more.
    static let mostFigures = 120

    init(_ context: ChartContext) {
        self.context = context
        channels = context.spec.measures.enumerated().map { index, measure in
            let isPeople = measure.name == "participants"
            let column = context.data.measureColumns[safe: index]
            let greatest = context.data.values(of: index).max() ?? 0
            return Channel(
                measure: index,
                figure: isPeople ? .person : .session,
                paint: isPeople ? .first : .muted,
                per: Self.per(greatest, wanted: isPeople ? context.spec.per ?? 10 : 1),
                format: context.format(index),
                noun: inSentence(readable(column?.title ?? measure.name))
            )
        }
        let widest = context.data.categories.reduce(0) { max($0, TextStyle.label.width(of: $1)) }
        let room = context.isNarrow ? context.width : min(widest, context.width * 0.3)
        labels = wrappedApart(context.data.categories, to: room, in: .label, lines: 3)
        labelWidth = context.isNarrow ? 0 : room + 20
    }

    /// The wanted number per figure, or the next of 1, 2, 5, 10, 20 … times it that keeps the figures countable.
    static func per(_ greatest: Double, wanted: Int) -> Double {
        for power in 0..<300 {
            for lead in [1.0, 2, 5] {
                let per = Double(wanted) * scaled(lead, by: power)
                if greatest / per <= Double(mostFigures) { return per }
            }
        }
        return .greatestFiniteMagnitude
    }

    /// *100*, *2 mld*: how many one figure stands for.
    static func text(_ per: Double, _ language: SiteLanguage) -> String {
        NumberText(nil, values: [per], language: language)(per)
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y =
            drawing.key(channels.map { KeyItem(swatch: .counted($0.figure, $0.paint), text: keyText($0)) }, top: 0) + 8
        for category in context.data.categories.indices {
            y = drawCategory(category, top: y, into: &drawing) + (context.isNarrow ? 16 : 12)
        }
        if context.data.categories.count > 1, let total = totalText {
            drawing.line(.axis, Point(x: 0, y: y - 4), Point(x: context.width, y: y - 4))
            let lines = wrapped(total, to: context.width, in: .value, lines: 3)
            drawing.lines(lines, x: 0, top: y + 3, .value)
            y += 3 + Double(lines.count) * TextStyle.value.lineHeight
        }
        let cells = context.data.cells.joined().joined()
        y = drawing.notes([roundingNote, context.words.signs(in: cells)].compactMap { $0 }, top: y + 6)
        drawing.height = y + 2
        return drawing
    }

    private func drawCategory(_ category: Int, top: Double, into drawing: inout Drawing) -> Double {
        let label = labels[category]
        drawing.lines(label, x: 0, top: top, .label)
        let labelEnd = top + Double(label.count) * TextStyle.label.lineHeight
        var y = context.isNarrow ? labelEnd + 3 : top + 1
        for channel in channels {
            let cell = context.data.cell(channel.measure, category)
            let number = context.words.text(cell, channel.format)
            let text = "\(number) \(context.words.noun(channel.noun, after: number))"
            let style: TextStyle = cell.number == nil ? .note : .value
            let figures = CountedMark(
                figure: channel.figure,
                origin: Point(x: labelWidth, y: y),
                count: cell.number.map(channel.figures) ?? 0,
                perLine: CountedMark.perLine(in: context.width - labelWidth),
                paint: channel.paint
            )
            drawing.add(.counted(figures))
            if figures.count > 0 { drawing.plots.append(figures.box) }
            // The number follows the last figure, or stands under it where the line is full.
            let lastLine = y + Double(max(0, figures.lines - 1)) * CountedMark.lineHeight
            let lastInLine = (figures.count - 1) % figures.perLine
            var x = figures.count == 0 ? labelWidth : figures.position(lastInLine).x + CountedMark.size.width + 8
            var middle = lastLine + 7
            let shown = cut(text, to: context.width - labelWidth, in: style)
            if x + style.width(of: shown) > context.width {
                x = labelWidth
                middle += CountedMark.lineHeight
            }
            drawing.lines([shown], x: x, middle: middle, style)
            y = middle - 7 + CountedMark.lineHeight + 3
        }
        return max(y, labelEnd)
    }

    // MARK: Words

    private func keyText(_ channel: Channel) -> String {
        let number = Self.text(channel.per, context.language)
        return "= \(number) \(context.words.noun(channel.noun, after: number))"
    }

    private var roundingNote: String? {
        let words = context.words
        let rounded = channels.filter { channel in
            context.data.values(of: channel.measure).contains {
                $0 > 0 && $0.truncatingRemainder(dividingBy: channel.per) != 0
            }
        }
        guard !rounded.isEmpty else { return nil }
        return words(
            "Figuren zijn afgerond op hele figuren, met minstens één; het getal ernaast is precies.",
            "Figures are rounded to whole figures, at least one; the number beside them is exact."
        )
    }

    /// The sums of what is shown; nil where nothing is.
    private var totalText: String? {
        let words = context.words
        let sums = channels.compactMap { channel -> String? in
            let values = context.data.values(of: channel.measure)
            let sum = channel.format(values.reduce(0, +))
            return values.isEmpty ? nil : "\(sum) \(words.noun(channel.noun, after: sum))"
        }
        guard !sums.isEmpty else { return nil }
        let isWhole = !context.data.cells.joined().joined().contains { $0.number == nil }
        let lead = isWhole ? words.total : words("Totaal van de getoonde aantallen", "Total of the numbers shown")
        return "\(lead): \(sums.joined(separator: "\u{A0}· "))"
    }
}
