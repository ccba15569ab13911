// A whole drawing as a list of marks; chart types add to it from top to bottom, `writeSVG` turns it into bytes.

/// Marks on a surface. Widths are given, heights grow with what is drawn.
struct Drawing: Sendable {
    let width: Double
    var height = 0.0
    /// The areas in which values are shown; bars, lines and points stay inside them.
    var plots: [Box] = []
    private(set) var marks: [Mark] = []

    init(width: Double) { self.width = width }

    mutating func add(_ mark: Mark) { marks.append(mark) }
    /// All marks of a drawing on the same surface, over those that are there.
    mutating func add(_ other: Drawing) {
        marks += other.marks
        plots += other.plots
    }
    mutating func add(_ bar: BarMark) { marks.append(.bar(bar)) }

    mutating func line(_ kind: LineMark.Kind, _ points: Point...) {
        marks.append(.line(LineMark(points: points, kind: kind)))
    }

    mutating func text(
        _ text: String,
        x: Double,
        baseline: Double,
        _ style: TextStyle,
        anchor: TextMark.Anchor = .start,
        tone: TextMark.Tone? = nil
    ) {
        guard !text.isEmpty else { return }
        marks.append(.text(TextMark(text: text, x: x, baseline: baseline, anchor: anchor, style: style, tone: tone)))
    }

    /// Lines of text under each other, the first with its top at `top`.
    mutating func lines(
        _ lines: [String],
        x: Double,
        top: Double,
        _ style: TextStyle,
        anchor: TextMark.Anchor = .start,
        tone: TextMark.Tone? = nil
    ) {
        for (index, line) in lines.enumerated() {
            // The middle of small letters and capitals, not that of ascenders and descenders, is what looks like the middle.
            let baseline = top + Double(index) * style.lineHeight + style.lineHeight / 2 + style.size * 0.32
            text(line, x: x, baseline: baseline, style, anchor: anchor, tone: tone)
        }
    }

    /// Lines of text whose middle is at `y`.
    mutating func lines(
        _ lines: [String],
        x: Double,
        middle y: Double,
        _ style: TextStyle,
        anchor: TextMark.Anchor = .start,
        tone: TextMark.Tone? = nil
    ) {
        self.lines(lines, x: x, top: y - Double(lines.count) * style.lineHeight / 2, style, anchor: anchor, tone: tone)
    }

    /// A dot for an estimate with the interval around it: a line with short ends.
    mutating func dot(
        at center: Point,
        low: Double?,
        high: Double?,
        paint: Paint,
        isHollow: Bool = false,
        radius: Double = 5
    ) {
        // Of a margin that is known at one side that side is drawn.
        if low != nil || high != nil {
            line(.series(paint), Point(x: low ?? center.x, y: center.y), Point(x: high ?? center.x, y: center.y))
        }
        for end in [low, high].compactMap({ $0 }) {
            line(.series(paint), Point(x: end, y: center.y - 4), Point(x: end, y: center.y + 4))
        }
        add(.point(PointMark(center: center, radius: radius, paint: paint, isHollow: isHollow)))
    }

    var textBoxes: [Box] {
        marks.compactMap { if case .text(let text) = $0 { text.box } else { nil } }
    }
}
