// The stacked bars of `bars`, `stacked` and `diverging`: parts one after another, numbers in them or under them, a sum or sign at the end.

extension HorizontalBars {
    static let roomAbove = 4.0

    /// Whether a part that is too small for its number has it under the bar; plain `bars` leave it to the table.
    static func hasNumbersBeside(_ spec: ChartSpec) -> Bool { spec.kind == .stacked || spec.kind == .diverging }

    /// How far a stack is moved to the left: answers before the centre line lie left of it.
    func offset(_ stack: Stack) -> Double { centre?.offset(stack) ?? 0 }

    func drawStack(_ stack: Stack, middle: Double, _ scale: LinearScale, _ drawing: inout Drawing) {
        let offset = offset(stack)
        let top = middle - thickness / 2
        var beside: [(part: Stack.Part, text: String)] = []
        for part in stack.parts {
            let (left, right) = (scale(part.from - offset), scale(part.to - offset))
            let look = context.look(part.series)
            let text = format(part.value)
            let width = TextStyle.value.width(of: text)
            let fits = showsValues && width + 10 <= right - left
            let center = (left + right) / 2
            drawing.add(
                BarMark(
                    box: Box(x: left, y: top, width: right - left, height: thickness),
                    paint: look.paint,
                    isHatched: look.isHatched,
                    clear: fits && look.isHatched
                        ? Box(x: center - width / 2 - 4, y: top, width: width + 8, height: thickness) : nil,
                    shade: look.shade,
                    value: part.size
                )
            )
            if fits {
                // Over a tint ink is readable.
                let tone: TextMark.Tone? = look.shade != nil ? nil : look.paint == .muted ? .onMuted : .on
                drawing.lines([text], x: center, middle: middle, .value, anchor: .middle, tone: tone)
            } else if showsValues, part.value != 0 {
                beside.append((part, text))
            }
        }
        for part in stack.parts.dropFirst() where part.from > 0 {
            let x = scale(part.from - offset)
            drawing.line(.separator, Point(x: x, y: top), Point(x: x, y: top + thickness))
        }
        if besideRoom > 0 { drawBeside(beside, below: top + thickness, scale, offset, &drawing) }
        let ends = Self.ends(of: stack, context, format, centre, showsValues: showsValues)
        let style: TextStyle = stack.unshown.isEmpty ? .value : .note
        drawing.lines([ends.left], x: scale(stack.low - offset) - 6, middle: middle, style, anchor: .end)
        drawing.lines([ends.right], x: scale(stack.high - offset) + 6, middle: middle, style)
    }

    /// The centre line behind the bars, from a little above each: it runs through no number.
    func drawCentre(_ plot: Box, x: Double, _ drawing: inout Drawing) {
        for category in stacks.indices {
            let top = plot.y + rows.middle(category) - besideRoom / 2 - thickness / 2
            drawing.line(.axis, Point(x: x, y: top - 5), Point(x: x, y: top + thickness))
        }
    }

    /// Numbers under parts that are too small for them, moved apart, each with a short line from its part.
    private func drawBeside(
        _ numbers: [(part: Stack.Part, text: String)],
        below y: Double,
        _ scale: LinearScale,
        _ offset: Double,
        _ drawing: inout Drawing
    ) {
        var numbers = numbers
        func widths() -> [Double] { numbers.map { TextStyle.value.width(of: $0.text) + 8 } }
        let room = end - rows.labelWidth
        // Where even so there is no room, the smallest are left to the table.
        while widths().reduce(0, +) > room,
            let least = numbers.indices.min(by: { numbers[$0].part.value < numbers[$1].part.value })
        {
            numbers.remove(at: least)
        }
        let widths = widths()
        let centers = numbers.map { (scale($0.part.from - offset) + scale($0.part.to - offset)) / 2 }
        let starts = spread(centers: centers, heights: widths, within: rows.labelWidth...end)
        for (index, number) in numbers.enumerated() {
            let x = starts[index] + widths[index] / 2
            drawing.line(.axis, Point(x: centers[index], y: y), Point(x: x, y: y + Self.roomAbove))
            let tone = context.look(number.part.series).paint.textClass.flatMap {
                TextMark.Tone(rawValue: String($0.dropFirst(2)))
            }
            drawing.lines([number.text], x: x, top: y + Self.roomAbove, .value, anchor: .middle, tone: tone)
        }
    }

    /// What stands at the ends of a stack: its total or what it is shares of; the signs of the parts that cannot be shown; the sums on
    /// either side of a centre line.
    static func ends(
        of stack: Stack,
        _ context: ChartContext,
        _ format: NumberText,
        _ centre: Centre?,
        showsValues: Bool
    ) -> (left: String, right: String) {
        if !stack.unshown.isEmpty { return ("", context.words.signs(of: stack.unshown)) }
        // Nobody is a number too.
        if stack.whole == 0 { return ("", context.data.isPercent ? format(0) : counted(0, context)) }
        guard showsValues else { return ("", "") }
        if let centre {
            guard centre.hasSums else { return ("", "") }
            let sums = centre.sums(stack)
            return (format(sums.left), format(sums.right))
        }
        if let whole = stack.whole {
            return ("", context.data.isPercent ? "" : counted(whole, context))
        }
        guard let total = stack.total, !format.isPercent || stack.parts.count == 1 else { return ("", "") }
        return ("", format(total))
    }

    /// Of how many answers the shares are; an amount of money is no number of answers.
    private static func counted(_ whole: Double, _ context: ChartContext) -> String {
        let measure = context.format()
        return NumberText.isEuro(measure.unit) ? measure(whole) : "n = \(measure(whole))"
    }

    /// *n = 97 tot 100*: of how many answers the shares are.
    private var counts: String? {
        let wholes = stacks.compactMap(\.whole)
        let measure = context.format()
        guard !context.data.isPercent, let least = wholes.min(), let most = wholes.max() else { return nil }
        let range =
            measure(least) == measure(most)
            ? measure(least) : "\(measure(least)) \(context.words("tot", "to")) \(measure(most))"
        // A bar without shares has another n, which would tell what is hidden in it.
        let isAll = wholes.count == stacks.count
        return isAll
            ? "n = \(range) \(context.words("per staaf", "for each bar"))."
            : "n = \(range) \(context.words("per staaf met aandelen", "for each bar with shares"))."
    }

    /// What must be said of shares and of sums.
    var stackNotes: [String] {
        let words = context.words
        var notes: [String] = []
        if isShare, stacks.contains(where: { $0.parts.isEmpty && !$0.unshown.isEmpty && $0.unshown != [.absent] }) {
            notes.append(
                words(
                    "Waar een deel niet getoond kan worden, zijn de aandelen niet te geven.",
                    "Where a part cannot be shown, its shares cannot be given."
                )
            )
        }
        if centre != nil, let counts { notes.append(counts) }
        if let centre, centre.hasSums, showsValues, stacks.contains(where: { $0.unshown.isEmpty && $0.whole != 0 }) {
            let without =
                centre.neutral.flatMap { context.data.series[safe: $0] }.map {
                    words(", zonder ‘\($0)’", ", without ‘\($0)’")
                } ?? ""
            notes.append(
                words(
                    "De getallen aan de einden zijn wat links en rechts van het midden samen is\(without).",
                    "The numbers at the ends are the sums left and right of the centre\(without)."
                )
            )
        }
        if let apart { notes.append(apart.note) }
        return notes + sumNotes(context.spec, context.data, words)
    }
}

/// What percentages that the data give come to, where that is not exactly 100.
func sumNotes(_ spec: ChartSpec, _ data: ChartData, _ words: Words) -> [String] {
    let sums = data.sumsBeside100(spec)
    var notes: [String] = []
    if !sums.rounded.isEmpty {
        notes.append(
            words(
                "Percentages zoals de bron ze geeft; door afronding zijn ze samen niet overal precies 100%.",
                "Percentages as the source gives them; through rounding they do not add up to exactly 100% everywhere."
            )
        )
    }
    if !sums.wrong.isEmpty {
        let format = NumberText(data.measureColumns.first, values: sums.wrong.map(\.sum), language: words.language)
        let said = sums.wrong.map { "\(data.categories[$0.category]) (\(format($0.sum)))" }
        notes.append(
            words(
                "De delen zijn samen geen 100%: \(words.list(said)).",
                "The parts are not 100% together: \(words.list(said))."
            )
        )
    }
    return notes
}
