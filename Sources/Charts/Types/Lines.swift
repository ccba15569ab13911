// `lines`: values over time, one line for each series, named at its end. Where a value is missing the line is broken.

struct Lines {
    private let context: ChartContext
    private let format: NumberText
    private let ticks: Ticks
    /// The categories from left to right, with their distance along x.
    private let order: [Int]
    private let positions: [Double]
    private let base: Double?
    private let breaks: [DrawnBreak]

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        format = context.format()
        base = data.origin?.index?.base
        let places = data.positions ?? data.categories.indices.map(Double.init)
        order = data.categories.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        positions = places
        breaks = data.breaks(in: order)
        let values = data.values + context.spec.annotatedValues
        var domain = base.map { extent(of: values, including: $0) } ?? extent(of: values)
        // A line may start elsewhere than at zero, but where zero is near it belongs in the picture.
        if base == nil, domain.lowerBound >= 0, domain.lowerBound < 0.4 * domain.upperBound {
            domain = 0...domain.upperBound
        }
        ticks = Ticks(domain, count: 4, covering: true)
    }

    /// The end of a line and the label that names it.
    private struct End {
        let series: Int
        let point: Point
        let lines: [String]
        var style = TextStyle.value
        var height: Double { Double(lines.count) * style.lineHeight }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let data = context.data
        var top = 8.0
        if let base, let reference = data.origin?.index?.reference {
            let text = (context.language.number(base, upTo: 2) ?? format(base)) + " = " + readable(reference)
            top = drawing.key([KeyItem(swatch: .base, text: text)], top: 0) + 8
        }
        let left =
            ticks.values.reduce(0) {
                max($0, TextStyle.axis.width(of: format.tick($1, on: ticks)))
            } + 8
        let room = context.width * (context.isNarrow ? 0.3 : 0.26)
        let names = namesApart(data.series, to: max(room, 60), in: .value, lines: 3)
        let texts = data.series.indices.map { labelLines($0, names[$0], room: room) }
        let annotations = LineAnnotations(context, room: room)
        let right = max(
            texts.joined().reduce(0) { max($0, TextStyle.value.width(of: $1)) },
            annotations.widest
        )
        let needed =
            texts.reduce(0) { $0 + Double($1.count) * TextStyle.value.lineHeight } + annotations.height
        let height = max(context.isNarrow ? 210 : 280, needed)
        let plotWidth = max(40, context.width - left - right - (right > 0 ? 22 : 0))
        let x = LinearScale(extent(of: positions), from: left + 8, to: left + plotWidth - 8)
        let flagged = annotations.flagged { x(positions[$0]) }
        let flags = Flags(flagged.map(\.flag), width: context.width)
        let plot = Box(x: left, y: top + flags.height, width: plotWidth, height: height)
        drawing.plots = [plot]
        let y = LinearScale(ticks.span, from: plot.maxY, to: plot.y)

        annotations.drawBands(plot: plot, y, into: &drawing)
        drawing.verticalAxis(ticks, scale: y, plot: plot, format: format, base: base)
        if let base { drawing.line(.base, Point(x: plot.x, y: y(base)), Point(x: plot.maxX, y: y(base))) }
        if ticks.span.contains(0) { drawing.line(.axis, Point(x: plot.x, y: y(0)), Point(x: plot.maxX, y: y(0))) }
        var ends: [End] = annotations.labels.enumerated().map { index, label in
            // Numbers below zero: they are no series.
            End(series: -1 - index, point: Point(x: plot.maxX, y: y(label.value)), lines: label.lines, style: .note)
        }
        for place in breaks {
            // Halfway between the last value of the old series and the first of the new one.
            let middle = (x(positions[order[place.position - 1]]) + x(positions[order[place.position]])) / 2
            drawing.add(
                .line(
                    LineMark(
                        points: [Point(x: middle, y: plot.y), Point(x: middle, y: plot.maxY)],
                        kind: .reference,
                        isDashed: true
                    )
                )
            )
        }
        // The first series lies on top.
        for series in data.series.indices.reversed() {
            let moments = moments(series) { Point(x: x(positions[$0]), y: y($1)) }
            drawSeries(series, moments, into: &drawing)
            if let last = moments.last(where: { $0.point != nil })?.point {
                ends.append(End(series: series, point: last, lines: texts[series]))
            }
        }
        drawLabels(ends, plot: plot, into: &drawing)
        flags.draw(
            top: top,
            targets: flagged.map { item in
                item.series.flatMap { data.cell(0, item.category, $0).number }.map { y($0) - 6 } ?? plot.maxY
            },
            into: &drawing
        )
        var end = drawTimeAxis(x, plot: plot, into: &drawing)
        let notes = notes
        if !notes.isEmpty { end = drawing.notes(notes, top: end + 8) }
        drawing.height = end + 2
        return drawing
    }

    private func paint(_ series: Int) -> Paint {
        // Orange is taken where the base line is drawn.
        base == nil || series < 2 ? Paint.series(series) : .muted
    }

    /// Of two quiet lines beside each other one is dashed.
    private func isDashed(_ series: Int) -> Bool { paint(series) == .muted && series % 2 == 1 }

    // MARK: Lines

    /// What the data have of one series from left to right. A moment at which only others were measured is none of its own.
    private func moments(_ series: Int, _ place: (Int, Double) -> Point) -> [(position: Int, point: Point?)] {
        order.enumerated().compactMap { position, category in
            let cell = context.data.cell(0, category, series)
            return cell == .absent ? nil : (position, cell.number.map { place(category, $0) })
        }
    }

    private func drawSeries(
        _ series: Int,
        _ moments: [(position: Int, point: Point?)],
        into drawing: inout Drawing
    ) {
        let paint = paint(series)
        var run: [Point] = []
        var dots: [Point] = []
        let showsAllDots = moments.count <= 24
        func endRun(_ drawing: inout Drawing) {
            if run.count > 1 {
                drawing.add(.line(LineMark(points: run, kind: .series(paint), isDashed: isDashed(series))))
            }
            // A value between two gaps has no line: only a dot can show it.
            if showsAllDots || run.count == 1 { dots += run }
            run = []
        }
        var later = breaks.map(\.position).sorted()[...]
        for (position, point) in moments {
            while let start = later.first, position >= start {
                endRun(&drawing)
                later.removeFirst()
            }
            if let point { run.append(point) } else { endRun(&drawing) }
        }
        endRun(&drawing)
        for dot in dots { drawing.add(.point(PointMark(center: dot, radius: showsAllDots ? 3.5 : 2.5, paint: paint))) }
    }

    /// The name of the series and its last value; without series only the value.
    private func labelLines(_ series: Int, _ name: String, room: Double) -> [String] {
        let last = order.reversed().lazy.compactMap { context.data.cell(0, $0, series).number }.first
        guard let last else { return [] }
        let value = format(last)
        guard context.data.hasSeries else { return [value] }
        let width = max(room, 60)
        var lines = wrapped(name, to: width, in: .value, lines: 3)
        // The number follows the name, with its last word where it does not fit beside all of them; it is never broken.
        let end = lines.removeLast()
        if TextStyle.value.width(of: "\(end) \(value)") <= width { return lines + ["\(end) \(value)"] }
        if let blank = end.lastIndex(of: " "), lines.count < 2,
            TextStyle.value.width(of: "\(end[end.index(after: blank)...]) \(value)") <= width
        {
            return lines + [String(end[..<blank]), "\(end[end.index(after: blank)...]) \(value)"]
        }
        return lines + [end, cut(value, to: max(width, 110), in: .value)]
    }

    private func drawLabels(_ ends: [End], plot: Box, into drawing: inout Drawing) {
        let sorted = ends.sorted { ($0.point.y, $0.series) < ($1.point.y, $1.series) }
        let tops = spread(
            centers: sorted.map(\.point.y),
            heights: sorted.map(\.height),
            within: plot.y - 8...plot.maxY + 8
        )
        for (end, top) in zip(sorted, tops) {
            let middle = top + end.height / 2
            let labelX = plot.maxX + 14
            // Where the label had to move, or the line ends early, a thin line leads from one to the other.
            if abs(middle - end.point.y) > 6 || end.point.x < plot.maxX - 12 {
                drawing.line(.grid, Point(x: end.point.x + 6, y: end.point.y), Point(x: labelX - 4, y: middle))
            }
            let tone: TextMark.Tone? =
                switch end.series < 0 ? .muted : paint(end.series) {
                case .first: .first
                case .second: .second
                case .third: .third
                default: nil
                }
            drawing.lines(end.lines, x: labelX, top: top, end.style, tone: tone)
        }
    }

    // MARK: Axis and notes

    private func drawTimeAxis(_ x: LinearScale, plot: Box, into drawing: inout Drawing) -> Double {
        let style = TextStyle.axis
        let labels = cutApart(order.map { context.data.categories[$0] }, to: min(140, context.width * 0.42), in: style)
        func span(_ index: Int) -> ClosedRange<Double> {
            let half = style.width(of: labels[index]) / 2
            let center = min(max(x(positions[order[index]]), half), context.width - half)
            return center - half...center + half
        }
        // Both ends are always named; between them as many as fit.
        let last = labels.count - 1
        var shown = [0]
        for index in labels.indices.dropFirst().dropLast()
        where span(index).lowerBound >= span(shown[shown.count - 1]).upperBound + 10 {
            if span(index).upperBound + 10 <= span(last).lowerBound { shown.append(index) }
        }
        if last > 0, span(last).lowerBound >= span(shown[shown.count - 1]).upperBound + 10 { shown.append(last) }
        for index in shown {
            let bounds = span(index)
            // Days have no places of their own in an even row: the label says which point of the axis it names.
            if context.data.moments?.areDays ?? false {
                let at = x(positions[order[index]])
                drawing.line(.axis, Point(x: at, y: plot.maxY + 3), Point(x: at, y: plot.maxY + 8))
            }
            drawing.lines(
                [labels[index]],
                x: (bounds.lowerBound + bounds.upperBound) / 2,
                top: plot.maxY + 10,
                style,
                anchor: .middle
            )
        }
        return plot.maxY + 10 + style.lineHeight
    }

    private var notes: [String] {
        let words = context.words
        let cells = context.data.cells.joined().joined()
        var notes: [String] = []
        if cells.contains(.missing) {
            notes.append(
                words("Waar de lijn ontbreekt, zijn er geen gegevens.", "Where a line is broken there are no data.")
            )
        }
        for place in breaks {
            notes.append(
                words(
                    "Vanaf \(place.name) is dit een andere reeks: \(place.reason).",
                    "From \(place.name) on this is another series: \(place.reason)."
                )
            )
        }
        if cells.contains(where: \.isSuppressed) {
            notes.append(
                words(
                    "Kleine aantallen zijn niet getoond om herkenning te voorkomen.",
                    "Small numbers are not shown to prevent recognition."
                )
            )
        }
        if !ticks.span.contains(0), base == nil {
            let start = format.tick(ticks.span.lowerBound, on: ticks)
            notes.append(words("De as begint bij \(start), niet bij 0.", "The axis starts at \(start), not at 0."))
        }
        return notes
    }
}
