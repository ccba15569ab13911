// Where the words of a map go: inside their area where all of them fit, else beside the map with a line to the area. Where there are too many
// for that, only those inside are written: the table has the others.

/// One area as its words need it; coordinates are those of the map, whose upper left corner is 0, 0.
struct MapPlace: Sendable {
    let name: String
    let cell: ChartCell
    let rings: [[Point]]
    let dot: Point?
    /// Whether the area has words at all: what lies around the areas with a row has none.
    let hasLabel: Bool
}

struct AreaLabels: Sendable {
    struct Inside: Sendable {
        let place: Int
        let box: Box
        let lines: [String]
    }
    struct Led: Sendable {
        let place: Int
        let from: Point
        let lines: [String]
        var top = 0.0
        var height: Double { Double(lines.count) * TextStyle.value.lineHeight }
        var middle: Double { top + height / 2 }
    }
    private(set) var inside: [Inside] = []
    private(set) var led: [Led] = []
    /// How many areas with a row have no words on the map.
    private(set) var unnamed = 0

    static let style = TextStyle.value
    /// From the right edge of the map to the ends of lines, and on to the words beside the square in the colour of the area.
    static let edge = 14.0
    static let swatch = 10.0
    static let textIndent = 18.0

    /// - Parameters:
    ///   - size: of the map.
    ///   - room: the width beside the map for words with their squares; 0 where only those inside are written.
    ///   - height: how far down words beside the map may go where they are many.
    ///   - value: what stands after the name.
    init(
        _ places: [MapPlace],
        size: (width: Double, height: Double),
        room: Double,
        height: Double,
        value: (ChartCell) -> String
    ) {
        let outlines = places.map { $0.dot == nil && !$0.rings.isEmpty && $0.hasLabel ? Outline($0.rings) : nil }
        let centers = outlines.map { $0?.center }
        var outside: [Int] = []
        for (index, place) in places.enumerated() where place.hasLabel {
            if let outline = outlines[index], let center = centers[index],
                let found = Self.fit(place, value(place.cell), outline, center, isFree: isFree)
            {
                inside.append(Inside(place: index, box: found.box, lines: found.lines))
            } else {
                outside.append(index)
            }
        }
        guard room > 0 else {
            unnamed = outside.count { places[$0].cell != .absent }
            return
        }
        let names = namesApart(places.map(\.name)) {
            places[$0].cell == .absent
                ? "" : wrapped($1, to: room - Self.textIndent, in: Self.style, lines: 3).joined(separator: " ")
        }
        // A line must not run through other words: these move within their area, or go beside the map as well.
        for _ in 0...places.count {
            spreadLed(outside, places, names, centers, size: size, room: room, height: height, value)
            guard let crossed = inside.firstIndex(where: { isCrossed($0.box, size) }) else { return }
            let place = inside.remove(at: crossed).place
            if let outline = outlines[place], let center = centers[place],
                let found = Self.fit(
                    places[place],
                    value(places[place].cell),
                    outline,
                    center,
                    isFree: { isFree($0) && !isCrossed($0, size) }
                )
            {
                inside.append(Inside(place: place, box: found.box, lines: found.lines))
            } else {
                outside.append(place)
            }
        }
    }

    /// Whether the words beside the map fit its height and a reader can follow the lines to them.
    func fits(_ height: Double) -> Bool { led.count <= 24 && led.reduce(0) { $0 + $1.height } <= height }

    /// Where the words beside the map end.
    var bottom: Double { led.last.map { $0.top + $0.height } ?? 0 }

    // MARK: Inside

    private func isFree(_ box: Box) -> Bool { !inside.contains { $0.box.overlaps(box) } }

    /// The words of an area on as few lines as fit in it, never cut and no word broken.
    private static func fit(
        _ place: MapPlace,
        _ value: String,
        _ outline: Outline,
        _ center: Point,
        isFree: (Box) -> Bool
    ) -> (box: Box, lines: [String])? {
        let words = place.name.split(separator: " ").reduce(0) { max($0, style.width(of: String($1))) }
        let whole = style.width(of: place.name)
        var tried = 0
        for share in [1, 0.62, 0.45, 0.35] {
            let lines = wrapped(place.name, to: max(whole * share, words), in: style, lines: 4)
            guard lines.count > tried, lines.count < 4 || share == 0.35 else { continue }
            tried = lines.count
            if lines.last?.hasSuffix("…") ?? true { continue }
            let all = lines + [value]
            let width = all.reduce(0) { max($0, style.width(of: $1)) } + 6
            let height = Double(all.count) * style.lineHeight + 2
            if let middle = outline.place(width: width, height: height, around: center, isFree: isFree) {
                return (Box(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height), all)
            }
        }
        return nil
    }

    // MARK: Beside the map

    private mutating func spreadLed(
        _ outside: [Int],
        _ places: [MapPlace],
        _ names: [String],
        _ centers: [Point?],
        size: (width: Double, height: Double),
        room: Double,
        height: Double,
        _ value: (ChartCell) -> String
    ) {
        // Areas without a row are not worth a line.
        led = outside.filter { places[$0].cell != .absent }.compactMap { index -> Led? in
            guard let from = places[index].dot ?? centers[index] else { return nil }
            let lines = Self.lines(names[index], value(places[index].cell), room: room - Self.textIndent)
            return Led(place: index, from: from, lines: lines)
        }.sorted { ($0.from.y, $0.place) < ($1.from.y, $1.place) }
        let needed = led.reduce(0) { $0 + $1.height }
        let bottom = min(max(size.height, needed), height)
        let tops = spread(centers: led.map(\.from.y), heights: led.map(\.height), within: 0...bottom)
        for index in led.indices { led[index].top = tops[index] }
    }

    /// The name and the value after it, on a line of its own where it does not fit beside the end of the name.
    private static func lines(_ name: String, _ value: String, room: Double) -> [String] {
        var lines = wrapped(name, to: room, in: style, lines: 3)
        let last = "\(lines.removeLast())\u{A0} \(value)"
        if style.width(of: last) <= room { return lines + [last] }
        return wrapped(name, to: room, in: style, lines: 3) + [cut(value, to: room, in: style)]
    }

    private func isCrossed(_ box: Box, _ size: (width: Double, height: Double)) -> Bool {
        led.contains { crosses($0.from, Point(x: size.width + Self.edge, y: $0.middle), box) }
    }
}
