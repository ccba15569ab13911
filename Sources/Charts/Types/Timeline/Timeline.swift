// `timeline`: what ran when, as bars, and what happened, as points. Names stand beside their bars, on a phone above them.
import Markup

struct Timeline {
    private let context: ChartContext
    private let items: TimelineItems
    /// The names of the bars as they are shown, in the order of all entries: no two read the same.
    private let names: [String]
    private let labelRoom: Double
    private let labelWidth: Double
    private let axis: TimelineAxis
    private let x: LinearScale
    private let hasOpenEnd: Bool
    private let hasOpenStart: Bool
    private static let barHeight = 14.0
    /// Room beyond the axis for an arrow that goes on.
    private static let arrowRoom = 20.0

    init(_ context: ChartContext) {
        self.context = context
        let items = TimelineItems(context.spec, context.data.table, language: context.language)
        let bars = items.all.filter { !$0.isPoint }
        hasOpenStart = bars.contains { if case .bar(nil, _) = $0.extent { true } else { false } }
        hasOpenEnd = bars.contains { if case .bar(_, nil) = $0.extent { true } else { false } }
        let isBeside = !context.isNarrow && !bars.isEmpty
        let most = isBeside ? min(context.width * 0.36, 300) : context.width
        let names = namesApart(items.all.map(\.name), to: most, in: .label, lines: 3)
        let span = items.span ?? TimelineDate.day(2000, 1, 1)...TimelineDate.day(2001, 1, 1)
        func fitting(beside label: Double) -> TimelineAxis {
            TimelineAxis(covering: span, most: max(3, Int((context.width - label) / 52)), language: context.language)
        }
        // What can be read from the axis need not be written under names, and what is written there takes room from the axis.
        func room(_ axis: TimelineAxis) -> Double {
            let labels = zip(items.all, names).filter { !$0.0.isPoint }
                .flatMap { Self.label($0, $1, axis: axis, room: most, context.words) }
            return isBeside ? min(labels.reduce(0) { max($0, $1.style.width(of: $1.text)) }, most) : most
        }
        let rough = fitting(beside: isBeside ? most + 16 : 0)
        let axis = fitting(beside: isBeside ? room(rough) + 16 : 0)
        labelRoom = room(axis)
        labelWidth = isBeside ? labelRoom + 16 : 0
        x = LinearScale(
            Double(axis.domain.lowerBound)...Double(axis.domain.upperBound),
            from: labelWidth + (hasOpenStart ? Self.arrowRoom : 1),
            to: context.width - (hasOpenEnd ? Self.arrowRoom : 1)
        )
        (self.items, self.names, self.axis) = (items, names, axis)
    }

    /// A line of a label and how it is set.
    private struct LabelLine {
        let text: String
        let style: TextStyle
    }

    private static func label(
        _ item: TimelineItem,
        _ name: String,
        axis: TimelineAxis,
        room: Double,
        _ words: Words
    ) -> [LabelLine] {
        let when = axis.shows(item.extent) ? [] : wrapped(item.dates(words), to: room, in: .note, lines: 2)
        let note = item.note.isEmpty ? [] : wrapped(item.note, to: room, in: .note, lines: 2)
        return wrapped(name, to: room, in: .label, lines: 3).map { LabelLine(text: $0, style: .label) }
            + (when + note).map { LabelLine(text: $0, style: .note) }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        if items.all.isEmpty {
            drawing.height = 80
            drawing.lines([context.words.noData], x: context.width / 2, middle: 40, .note, anchor: .middle)
            return drawing
        }
        let top = TextStyle.axis.lineHeight + 4
        // Rows first: how far down the lines of the axis reach is known only then, and they lie behind.
        var rows = Drawing(width: context.width)
        var y = top + 8
        var count = 0
        for (index, group) in items.groups.enumerated() {
            if index > 0 { y += 12 }
            if !group.name.isEmpty {
                let title = wrapped(group.name, to: context.width, in: .title, lines: 2)
                rows.lines(title, x: 0, top: y, .title)
                y += Double(title.count) * TextStyle.title.lineHeight + 4
            }
            let own = Array(zip(group.items, names[count..<count + group.items.count]))
            count += group.items.count
            y = drawPoints(group.items.filter(\.isPoint), top: y, into: &rows)
            for (item, name) in own where !item.isPoint { y = drawBar(item, name, top: y, into: &rows) }
        }
        drawAxis(bottom: y, into: &drawing)
        drawing.plots = [Box(x: labelWidth, y: top, width: context.width - labelWidth, height: y - top)]
        for mark in rows.marks { drawing.add(mark) }
        let notes = notes
        drawing.height = (notes.isEmpty ? y : drawing.notes(notes, top: y + 6)) + 2
        return drawing
    }

    private func drawAxis(bottom: Double, into drawing: inout Drawing) {
        let height = TextStyle.axis.lineHeight
        for step in axis.steps {
            let start = x(Double(step.day))
            drawing.line(.grid, Point(x: start, y: height + 4), Point(x: start, y: bottom))
        }
        // The last line closes the axis; it begins nothing. Labels that name a year come before the months between.
        let named = axis.steps.indices.dropLast()
        var taken: [ClosedRange<Double>] = []
        for index in named.filter({ axis.steps[$0].isMain }) + named.filter({ !axis.steps[$0].isMain }) {
            let step = axis.steps[index]
            let start = x(Double(step.day))
            let next = x(Double(axis.steps[index + 1].day))
            let width = TextStyle.axis.width(of: step.label)
            // Beside its line; in the middle of what it names, where that is wide enough.
            let middle = (start + next - width) / 2
            let left = step.namesInterval && middle >= start ? middle : min(start, context.width - width)
            guard left >= 0, left + width <= context.width,
                taken.allSatisfy({ $0.upperBound + 8 <= left || left + width + 8 <= $0.lowerBound })
            else { continue }
            drawing.lines([step.label], x: left, top: 0, .axis)
            taken.append(left...left + width)
        }
        drawing.line(.axis, Point(x: x.start, y: height + 4), Point(x: x.end, y: height + 4))
    }

    // MARK: Bars

    private func drawBar(
        _ item: TimelineItem,
        _ name: String,
        top: Double,
        into drawing: inout Drawing
    ) -> Double {
        let lines = Self.label(item, name, axis: axis, room: labelRoom, context.words)
        let textHeight = lines.reduce(0) { $0 + $1.style.lineHeight }
        let height: Double
        let middle: Double
        var y: Double
        if context.isNarrow {
            y = top
            middle = top + textHeight + 3 + Self.barHeight / 2
            height = textHeight + Self.barHeight + 14
        } else {
            height = max(textHeight, Self.barHeight) + 10
            middle = top + height / 2
            y = middle - textHeight / 2
        }
        for line in lines {
            drawing.lines([line.text], x: 0, top: y, line.style)
            y += line.style.lineHeight
        }
        guard case .bar(let start, let end) = item.extent else {
            drawing.lines([context.words("geen datum", "no date")], x: labelWidth + 2, middle: middle, .note)
            return top + height
        }
        let from = start?.first ?? axis.domain.lowerBound
        let to = end?.end ?? axis.domain.upperBound
        let (left, right) = (x(Double(from)), x(Double(to)))
        drawing.add(
            BarMark(
                box: Box(x: left, y: middle - Self.barHeight / 2, width: right - left, height: Self.barHeight),
                paint: .first,
                isHatched: false,
                value: Double(to - from)
            )
        )
        if right - left < 5 {
            drawing.add(.point(PointMark(center: Point(x: (left + right) / 2, y: middle), radius: 5, paint: .first)))
        }
        if start == nil { arrow(from: left - 2, to: left - Self.arrowRoom + 4, y: middle, into: &drawing) }
        if end == nil { arrow(from: right + 2, to: right + Self.arrowRoom - 4, y: middle, into: &drawing) }
        return top + height
    }

    private func arrow(from start: Double, to end: Double, y: Double, into drawing: inout Drawing) {
        drawing.add(
            .line(LineMark(points: [Point(x: start, y: y), Point(x: end, y: y)], kind: .link, hasArrow: true))
        )
    }

    // MARK: Points

    /// Points with their names beside them, on as few lines as names that do not touch need.
    private func drawPoints(_ points: [TimelineItem], top: Double, into drawing: inout Drawing) -> Double {
        struct Placed {
            let center: Double
            let lines: [String]
            let textX: Double
            let anchor: TextMark.Anchor
            let extent: ClosedRange<Double>
        }
        var levels: [[Placed]] = []
        let dated = points.compactMap { item -> (TimelineItem, TimelineDate)? in
            if case .point(let date) = item.extent { (item, date) } else { nil }
        }
        for (item, date) in dated.sorted(by: { $0.1.middle < $1.1.middle }) {
            let center = min(max(x(date.middle), labelWidth + 6), context.width - 6)
            let when = context.language.date(date.text)
            let text = "\(item.name) (\(when))" + (item.note.isEmpty ? "" : ": \(item.note)")
            let style = TextStyle.label
            let (left, right) = (center - 12, context.width - center - 12)
            let width = style.width(of: text)
            let isRight = width <= right || right >= left
            let lines = wrapped(text, to: isRight ? right : left, in: style, lines: 8)
            let used = lines.reduce(0) { max($0, style.width(of: $1)) }
            let placed = Placed(
                center: center,
                lines: lines,
                textX: isRight ? center + 10 : center - 10,
                anchor: isRight ? .start : .end,
                extent: isRight ? center - 8...center + 12 + used : center - 12 - used...center + 8
            )
            // A name may stand on one line with others that end before it begins.
            if let level = levels.indices.first(where: { level in
                levels[level].allSatisfy {
                    $0.extent.upperBound < placed.extent.lowerBound || $0.extent.lowerBound > placed.extent.upperBound
                }
            }) {
                levels[level].append(placed)
            } else {
                levels.append([placed])
            }
        }
        var y = top
        for level in levels {
            let height = Double(level.map(\.lines.count).max() ?? 1) * TextStyle.label.lineHeight + 6
            for placed in level {
                let middle = y + height / 2
                drawing.add(
                    .point(PointMark(center: Point(x: placed.center, y: middle), radius: 5, paint: .third))
                )
                drawing.lines(placed.lines, x: placed.textX, middle: middle, .label, anchor: placed.anchor)
            }
            y += height
        }
        return y
    }

    private var notes: [String] {
        let words = context.words
        var notes: [String] = []
        if hasOpenEnd {
            notes.append(words("→ gaat door, of het einde is niet bekend", "→ goes on, or the end is not known"))
        }
        if hasOpenStart { notes.append(words("← het begin is niet bekend", "← the beginning is not known")) }
        if items.hiddenCount > 0 { notes.append(words.hiddenRows(items.hiddenCount)) }
        return notes
    }
}
