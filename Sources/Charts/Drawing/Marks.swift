// What a drawing is made of before it becomes SVG: shapes and texts with known boxes, so that tests can measure them.

/// A rectangle in pixels; y grows downward.
struct Box: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var maxX: Double { x + width }
    var maxY: Double { y + height }

    func overlaps(_ other: Box) -> Bool { x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY }

    /// Whether the other box lies inside this one, give or take a hundredth of a pixel.
    func contains(_ other: Box) -> Bool {
        other.x >= x - 0.01 && other.y >= y - 0.01 && other.maxX <= maxX + 0.01 && other.maxY <= maxY + 0.01
    }
}

struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
}

/// What a mark stands for. The style sheet gives it a colour; a drawing never does.
enum Paint: String, Sendable {
    case less, more, first = "s1", second = "s2", third = "s3", muted, band

    /// The paint of a series by its place: three colours, then a quiet one.
    static func series(_ index: Int) -> Paint { [.first, .second, .third][safe: index] ?? .muted }

    var fillClass: String { "m-" + rawValue }
    var strokeClass: String { "s-" + rawValue }
    /// A band that others may cross: the same colour, seen through.
    var bandClass: String { "b-" + rawValue }
    /// The class of text in this colour; the quiet colour is for marks, text stays readable ink.
    var textClass: String? { self == .muted || self == .band ? nil : "t-" + rawValue }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// One line of text.
struct TextMark: Hashable, Sendable {
    enum Anchor: Sendable { case start, middle, end }
    enum Tone: String, Sendable {
        case less, more, base, first = "s1", second = "s2", third = "s3", on, onMuted = "on-muted"
    }
    var text: String
    /// Where the anchor stands on the baseline.
    var x: Double
    var baseline: Double
    var anchor: Anchor = .start
    var style: TextStyle
    var tone: Tone?

    var box: Box {
        let width = style.width(of: text)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return Box(x: left, y: baseline - style.ascent, width: width, height: style.ascent + style.descent)
    }
}

/// A filled rectangle that stands for a value.
struct BarMark: Sendable {
    var box: Box
    var paint: Paint
    var isHatched = false
    /// The part of a hatched bar that is left plain, under a number.
    var clear: Box?
    /// 1…5: a tint of the paint over which text stays readable; nil for the full colour.
    var shade: Int?
    /// The value that its length shows, and which way the length runs; nil for swatches in a key.
    var value: Double?
    var isVertical = false
}

/// A straight line or a bent one.
struct LineMark: Sendable {
    /// A separator has the colour of the ground: it keeps two filled marks apart.
    enum Kind: Sendable, Equatable { case axis, grid, base, link, separator, reference, series(Paint), key(Paint) }
    var points: [Point]
    var kind: Kind
    /// Whether an arrowhead ends it.
    var hasArrow = false
    var isDashed = false
}

/// A dot on a line.
struct PointMark: Sendable {
    var center: Point
    var radius: Double
    var paint: Paint
    /// A ring: the other one of two kinds, for those who cannot go by colour.
    var isHollow = false
    /// A swatch in a key; all others stand for a value and stay in their plot.
    var isSwatch = false
}

/// Equal figures in lines, each standing for a number of people or sessions; after every ten a little room, so that they can be counted.
struct CountedMark: Sendable {
    enum Figure: String, CaseIterable, Sendable { case person, session }
    var figure: Figure
    /// Upper left corner of the first figure.
    var origin: Point
    var count: Int
    var perLine: Int
    var paint: Paint
    /// How many places at the beginning are taken by other figures.
    var skipping = 0

    static let pitch = 12.0
    static let lineHeight = 17.0
    static let roomAfterTen = 6.0
    /// Every figure is drawn within this width and height.
    static let size = (width: 10.0, height: 13.0)

    /// How many figures fit on a line of this width: full tens where it can be.
    static func perLine(in width: Double) -> Int {
        let tens = Int((width + roomAfterTen) / (pitch * 10 + roomAfterTen))
        return tens >= 1 ? tens * 10 : max(1, Int(width / pitch))
    }

    var lines: Int { (skipping + count + perLine - 1) / perLine }

    func position(_ index: Int) -> Point {
        let index = index + skipping
        let column = index % perLine
        return Point(
            x: origin.x + Double(column) * Self.pitch + Double(column / 10) * Self.roomAfterTen,
            y: origin.y + Double(index / perLine) * Self.lineHeight
        )
    }

    /// Where the last figure ends.
    var end: Double { count == 0 ? origin.x : position(count - 1).x + Self.size.width }

    var box: Box {
        let last = min(skipping + count, perLine) - 1 - skipping
        let widest = (last < 0 ? position(perLine - 1 - skipping) : position(last)).x + Self.size.width - origin.x
        return Box(x: origin.x, y: origin.y, width: count == 0 ? 0 : widest, height: Double(lines) * Self.lineHeight)
    }
}

/// Square cells of a grid of tens, each standing for one of a hundred.
struct CellsMark: Sendable {
    /// Upper left corner of the whole grid.
    var origin: Point
    /// Which cells, counted along the lines.
    var cells: Range<Int>
    /// Nil for cells that stand for nothing that was counted.
    var paint: Paint?
    var isHatched = false

    static let pitch = 20.0
    static let size = 17.0
    static let perLine = 10

    func box(_ index: Int) -> Box {
        Box(
            x: origin.x + Double(index % Self.perLine) * Self.pitch,
            y: origin.y + Double(index / Self.perLine) * Self.pitch,
            width: Self.size,
            height: Self.size
        )
    }
}

/// A stream from one node of a flow to another; as high as its value is large.
struct BandMark: Sendable {
    /// Its upper edge: where it begins, where it passes a stage, where it ends.
    var points: [Point]
    var height: Double
    var paint: Paint
    var value: Double
}

/// A box of a diagram.
struct FrameMark: Sendable { var box: Box }

/// A circle that is filled clockwise from the top, a quarter at a time: how strong something is, without colour.
struct SymbolMark: Sendable {
    var center: Point
    var radius: Double
    /// 0 to 4.
    var quarters: Int
    var paint: Paint

    var box: Box {
        Box(x: center.x - radius - 1.25, y: center.y - radius - 1.25, width: 2 * radius + 2.5, height: 2 * radius + 2.5)
    }
}

/// An area of a map: outer rings and holes in one path, filled by even-odd; without a paint it is empty, with a dashed border.
struct AreaMark: Sendable {
    var rings: [[Point]]
    var paint: Paint?
    var shade: Int?
}

enum Mark: Sendable {
    case area(AreaMark)
    case bar(BarMark)
    case line(LineMark)
    case point(PointMark)
    case counted(CountedMark)
    case cells(CellsMark)
    case band(BandMark)
    case frame(FrameMark)
    case symbol(SymbolMark)
    case text(TextMark)
}
