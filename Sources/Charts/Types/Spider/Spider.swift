// `spider`: the six dimensions of Positive Health in their fixed places. On a phone, where a web cannot be read, the same marks stand
// as dots on six lines.
import Markup

func drawSpider(_ context: ChartContext) -> Drawing {
    context.isNarrow ? SpiderDots(context).draw() : SpiderWeb(context).draw()
}

/// What both drawings share: the cell of each dimension and series, and the key.
struct SpiderParts {
    let context: ChartContext
    let format: NumberText
    /// For each dimension its category; nil where the data have none.
    let categories: [Int?]

    init(_ context: ChartContext) {
        self.context = context
        format = context.format()
        var places = [Int?](repeating: nil, count: Dimensions.dutch.count)
        for (index, name) in context.data.categories.enumerated() {
            if let place = Dimensions.place(of: name), places[place] == nil { places[place] = index }
        }
        categories = places
    }

    func name(_ place: Int) -> String {
        categories[place].map { context.data.categories[$0].capitalised } ?? Dimensions.name(place, context.language)
    }

    func cell(_ place: Int, _ series: Int) -> ChartCell {
        categories[place].map { context.data.cell(0, $0, series) } ?? .absent
    }

    func isDashed(_ series: Int) -> Bool { series % 2 == 1 }

    var key: [KeyItem] {
        guard context.data.hasSeries else { return [] }
        return context.data.series.enumerated().map { index, name in
            KeyItem(swatch: .line(Paint.series(index), isDashed: isDashed(index)), text: name)
        }
    }

    /// The series whose values are written; more than three nobody could tell apart, and the author has been told.
    private var shown: Range<Int> { 0..<(context.data.series.count > 3 ? 0 : context.data.series.count) }

    /// The values of one dimension beside each other, each in the colour of its series.
    func drawValues(_ place: Int, x: Double, top: Double, anchor: TextMark.Anchor, into drawing: inout Drawing) {
        let texts = shown.map { context.words.text(cell(place, $0), format) }
        var left =
            switch anchor {
            case .start: x
            case .middle: x - valuesWidth(place) / 2
            case .end: x - valuesWidth(place)
            }
        for (series, text) in texts.enumerated() {
            let tone: TextMark.Tone? =
                !context.data.hasSeries ? nil : [.first, .second, .third][safe: series] ?? nil
            drawing.lines([text], x: left, top: top, .value, tone: cell(place, series).number == nil ? nil : tone)
            left += TextStyle.value.width(of: text) + 10
        }
    }

    func valuesWidth(_ place: Int) -> Double {
        shown.reduce(-10) {
            $0 + 10 + TextStyle.value.width(of: context.words.text(cell(place, $1), format))
        }
    }

    var notes: [String] {
        let cells = Dimensions.dutch.indices.flatMap { place in context.data.series.indices.map { cell(place, $0) } }
        return [Dimensions.caveat(context.words), context.words.signs(in: cells)].compactMap { $0 }
    }
}

struct SpiderWeb {
    private let context: ChartContext
    private let parts: SpiderParts
    private static let radius = 136.0

    init(_ context: ChartContext) {
        self.context = context
        parts = SpiderParts(context)
    }

    /// The directions of the six spokes, clockwise from the top: multiples of sixty degrees need no trigonometry.
    private static let spokes: [Point] = {
        let half = 0.5
        let side = 0.75.squareRoot()
        return [
            Point(x: 0, y: -1), Point(x: side, y: -half), Point(x: side, y: half), Point(x: 0, y: 1),
            Point(x: -side, y: half), Point(x: -side, y: -half),
        ]
    }()

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let keyEnd = drawing.key(parts.key, top: 0)
        let top = keyEnd > 0 ? keyEnd + 8 : 0
        let radius = Self.radius
        let line = TextStyle.label.lineHeight
        let labels = Dimensions.dutch.indices.map { place in
            wrapped(
                parts.name(place),
                to: place % 3 == 0 ? context.width * 0.6 : context.width / 2 - radius * 0.87 - 16,
                in: .label,
                lines: 3
            )
        }
        let center = Point(
            x: context.width / 2,
            y: top + Double(labels[0].count) * line + TextStyle.value.lineHeight + 10 + radius
        )
        let scale = LinearScale(Dimensions.scale, from: 0, to: radius)
        func point(_ place: Int, _ value: Double) -> Point {
            let distance = scale(value)
            return Point(x: center.x + Self.spokes[place].x * distance, y: center.y + Self.spokes[place].y * distance)
        }
        drawing.plots = [Box(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)]
        for ring in stride(from: 2.0, through: 10, by: 2) {
            let corners = (0...6).map { point($0 % 6, ring) }
            drawing.add(.line(LineMark(points: corners, kind: ring == 10 ? .axis : .grid)))
        }
        for place in 0..<6 { drawing.line(.grid, center, point(place, 10)) }
        // The first series lies on top.
        for series in context.data.series.indices.reversed() {
            drawWeb(
                (0..<6).map { place in parts.cell(place, series).number.map { point(place, $0) } },
                series,
                &drawing
            )
        }
        for ring in stride(from: 2.0, through: 10, by: 2) {
            drawing.lines([String(Int(ring))], x: center.x - 8, middle: point(0, ring).y, .axis, anchor: .end)
        }
        for (place, label) in labels.enumerated() {
            let end = point(place, 10)
            let height = Double(label.count) * line + TextStyle.value.lineHeight
            let (x, anchor): (Double, TextMark.Anchor) =
                switch place {
                case 0, 3: (end.x, .middle)
                case 1, 2: (end.x + 12, .start)
                default: (end.x - 12, .end)
                }
            let labelTop =
                switch place {
                case 0: end.y - height - 6
                case 3: end.y + 6
                default: end.y - height / 2
                }
            drawing.lines(label, x: x, top: labelTop, .label, anchor: anchor)
            parts.drawValues(place, x: x, top: labelTop + Double(label.count) * line, anchor: anchor, into: &drawing)
        }
        let bottom = center.y + radius + 6 + Double(labels[3].count) * line + TextStyle.value.lineHeight
        drawing.height = drawing.notes(parts.notes, top: bottom + 10) + 2
        return drawing
    }

    /// A closed line where all six values are there, else lines between neighbours that both have one.
    private func drawWeb(_ points: [Point?], _ series: Int, _ drawing: inout Drawing) {
        let paint = Paint.series(series)
        let known = points.compactMap { $0 }
        func add(_ points: [Point]) {
            drawing.add(.line(LineMark(points: points, kind: .series(paint), isDashed: parts.isDashed(series))))
        }
        if known.count == points.count, let first = known.first {
            add(known + [first])
        } else {
            for index in points.indices {
                if let from = points[index], let to = points[(index + 1) % points.count] { add([from, to]) }
            }
        }
        for point in known { drawing.add(.point(PointMark(center: point, radius: 4, paint: paint))) }
    }
}
