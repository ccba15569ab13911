// `diverging`: the answers that lie on no scale, such as *weet niet*, as numbers in a column at the right of the bars.

struct AnswersApart: Sendable {
    private let context: ChartContext
    private let series: [Int]
    private let texts: [String]
    private let head: [String]
    /// With the distance to the bars.
    let width: Double
    private static let gap = 16.0

    /// Nil where every answer lies on the scale.
    init?(_ centre: Centre, _ context: ChartContext) {
        guard !centre.outside.isEmpty else { return nil }
        let data = context.data
        let format = context.format()
        self.context = context
        series = centre.outside
        let series = series
        let texts = data.categories.indices.map { category in
            let cells = series.map { data.cell(0, category, $0) }
            // A row in which nobody gave such an answer has none.
            if cells.allSatisfy({ $0 == .absent }) { return "" }
            return cells.map { $0 == .absent ? "–" : context.words.text($0, format) }.joined(separator: "\u{A0}· ")
        }
        self.texts = texts
        let widest = texts.reduce(0) { max($0, TextStyle.value.width(of: $1)) }
        let room = max(widest, min(120, context.width * 0.24))
        head = wrapped(series.map { data.series[$0] }.joined(separator: " · "), to: room, in: .axis, lines: 4)
        width = head.reduce(widest) { max($0, TextStyle.axis.width(of: $1)) } + Self.gap
    }

    func drawHead(top: Double, into drawing: inout Drawing) -> Double {
        drawing.lines(head, x: context.width, top: top, .axis, anchor: .end)
        return top + Double(head.count) * TextStyle.axis.lineHeight + 4
    }

    func draw(_ category: Int, middle: Double, into drawing: inout Drawing) {
        drawing.lines([texts[category]], x: context.width, middle: middle, .value, anchor: .end)
    }

    /// What is not shown of them.
    var unshown: [ChartCell] {
        context.data.categories.indices.flatMap { category in
            let cells = series.map { context.data.cell(0, category, $0) }
            return cells.allSatisfy { $0 == .absent } ? [] : cells.filter { $0.number == nil }
        }
    }

    var note: String {
        Centre.note(series.map { context.data.series[$0] }, context.words, isGiven: context.data.isPercent)
    }
}

extension Centre {
    /// What is said of answers that stand apart.
    static func note(_ names: [String], _ words: Words, isGiven: Bool) -> String {
        let list = words.list(names.map { "‘\($0)’" }, most: 8)
        if isGiven {
            return names.count == 1
                ? words(
                    "\(list) staat apart en telt niet mee in wat links en rechts samen is.",
                    "\(list) stands apart and does not count in the sums left and right."
                )
                : words(
                    "\(list) staan apart en tellen niet mee in wat links en rechts samen is.",
                    "\(list) stand apart and do not count in the sums left and right."
                )
        }
        return names.count == 1
            ? words(
                "\(list) staat apart en telt niet mee in de percentages.",
                "\(list) stands apart and does not count in the percentages."
            )
            : words(
                "\(list) staan apart en tellen niet mee in de percentages.",
                "\(list) stand apart and do not count in the percentages."
            )
    }
}
