// From areas to pixels: shapes scaled to the drawing and simplified to what can be seen, or tiles in rows.

/// Areas in pixels, y downward, in a box of this size.
struct Outlines: Sendable {
    struct Area: Sendable {
        let code: String
        let rings: [[Point]]
        /// Where a sign for an area stands that is too small to be seen itself; nil for all others.
        var dot: Point?
    }
    var areas: [Area]
    var width: Double
    var height: Double

    /// Square pixels below which nobody sees a colour.
    static let leastArea = 14.0
    static let dotRadius = 5.0
}

/// The areas of a window within the given size, in their own proportions, a pixel off the edges for their borders.
func fitted(_ window: MapWindow, width: Double, height: Double) -> Outlines {
    let spanX = window.x.upperBound - window.x.lowerBound
    let spanY = window.y.upperBound - window.y.lowerBound
    guard spanX > 0, spanY > 0, spanX.isFinite, spanY.isFinite else {
        return Outlines(areas: [], width: width, height: 20)
    }
    let scale = min((width - 2) / spanX, (height - 2) / spanY)
    let size = (width: spanX * scale + 2, height: max(spanY * scale + 2, 20))
    func pixels(_ ring: [Point]) -> [Point] {
        ring.map { Point(x: ($0.x - window.x.lowerBound) * scale + 1, y: (window.y.upperBound - $0.y) * scale + 1) }
    }
    func rings(_ polygon: [[Point]]) -> [[Point]] {
        let rings = polygon.map { simplified(pixels($0), tolerance: 0.4) }
        // Without its outer ring a polygon is too small to be seen, and so are its holes.
        guard let outer = rings.first, !outer.isEmpty else { return [] }
        return rings.filter { !$0.isEmpty }
    }
    /// Where the largest part of an area lies, with the whole sign inside the map.
    func dot(_ area: Shapes.Area) -> Point? {
        let parts = area.polygons.compactMap(\.first).map(pixels)
        guard parts.reduce(0, { $0 + abs(signedArea($1)) }) < Outlines.leastArea,
            let largest = parts.max(by: { abs(signedArea($0)) < abs(signedArea($1)) })
        else { return nil }
        let (x, y) = (extent(of: largest.map(\.x)), extent(of: largest.map(\.y)))
        let room = Outlines.dotRadius + 1
        return Point(
            x: min(max((x.lowerBound + x.upperBound) / 2, room), size.width - room),
            y: min(max((y.lowerBound + y.upperBound) / 2, room), size.height - room)
        )
    }
    return Outlines(
        areas: window.areas.map { area in
            Outlines.Area(code: area.code, rings: area.polygons.flatMap(rings), dot: dot(area))
        },
        width: size.width,
        height: size.height
    )
}

/// Tiles of equal size, high enough for a name on two lines and a value.
func tileOutlines(_ rows: [[String?]], width: Double) -> Outlines {
    let columns = rows.reduce(1) { max($0, $1.count) }
    let gap = 3.0
    let step = (x: min(150, (width - 2) / Double(columns)), y: 3 * TextStyle.value.lineHeight + 14)
    var areas: [Outlines.Area] = []
    for (row, tiles) in rows.enumerated() {
        for (column, code) in tiles.enumerated() {
            guard let code else { continue }
            let (left, top) = (1 + Double(column) * step.x, 1 + Double(row) * step.y)
            let (right, bottom) = (left + step.x - gap, top + step.y - gap)
            let ring = [
                Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom),
            ]
            areas.append(Outlines.Area(code: code, rings: [ring]))
        }
    }
    return Outlines(areas: areas, width: step.x * Double(columns) + 2, height: step.y * Double(rows.count) + 2)
}
