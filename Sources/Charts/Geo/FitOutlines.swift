// From areas to pixels: shapes scaled to the drawing and simplified to what can be seen, or tiles in rows.

/// Areas in pixels, y downward, in a box of this size.
struct Outlines: Sendable {
    var areas: [(code: String, rings: [[Point]])]
    var width: Double
    var height: Double
}

/// Shapes within the given size, in their own proportions, a pixel off the edges for their borders.
func fitted(_ areas: [Shapes.Area], width: Double, height: Double) -> Outlines {
    let points = areas.lazy.flatMap { $0.polygons.lazy.joined().joined() }
    let x = extent(of: points.map(\.x))
    let y = extent(of: points.map(\.y))
    let spanX = x.upperBound - x.lowerBound
    let spanY = y.upperBound - y.lowerBound
    guard spanX > 0, spanY > 0, spanX.isFinite, spanY.isFinite else {
        return Outlines(areas: [], width: width, height: 20)
    }
    let scale = min((width - 2) / spanX, (height - 2) / spanY)
    func rings(_ polygon: [[Point]]) -> [[Point]] {
        let rings = polygon.map { ring in
            let pixels = ring.map {
                Point(x: ($0.x - x.lowerBound) * scale + 1, y: (y.upperBound - $0.y) * scale + 1)
            }
            return simplified(pixels, tolerance: 0.4)
        }
        // Without its outer ring a polygon is too small to be seen, and so are its holes.
        guard let outer = rings.first, !outer.isEmpty else { return [] }
        return rings.filter { !$0.isEmpty }
    }
    return Outlines(
        areas: areas.map { ($0.code, $0.polygons.flatMap(rings)) },
        width: spanX * scale + 2,
        height: spanY * scale + 2
    )
}

/// Tiles of equal size, high enough for a name on two lines and a value.
func tileOutlines(_ rows: [[String?]], width: Double) -> Outlines {
    let columns = rows.reduce(1) { max($0, $1.count) }
    let gap = 3.0
    let step = (x: min(150, (width - 2) / Double(columns)), y: 3 * TextStyle.value.lineHeight + 14)
    var areas: [(code: String, rings: [[Point]])] = []
    for (row, tiles) in rows.enumerated() {
        for (column, code) in tiles.enumerated() {
            guard let code else { continue }
            let (left, top) = (1 + Double(column) * step.x, 1 + Double(row) * step.y)
            let (right, bottom) = (left + step.x - gap, top + step.y - gap)
            let ring = [
                Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom),
            ]
            areas.append((code, [ring]))
        }
    }
    return Outlines(areas: areas, width: step.x * Double(columns) + 2, height: step.y * Double(rows.count) + 2)
}
