// What a map shows of a file with shapes: the areas that have a row, and of all others what lies around them.

struct MapWindow: Sendable {
    /// In the order of the file; those around are cut off at the edges of the window.
    let areas: [Shapes.Area]
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    /// Codes of areas in the window without a row.
    let without: [String]
    /// Of these the ones that the window cuts off.
    let cutOff: Set<String>

    /// The part of the window's longer side that is kept around the areas with a row.
    private static let margin = 0.06

    /// - Parameter codes: the areas that have a row; where the file has none of them, all its areas are shown.
    init(_ shapes: Shapes, codes: Set<String>) {
        let own = shapes.areas.filter { codes.contains($0.code) }
        let all = (x: Self.extent(shapes.areas, \.x), y: Self.extent(shapes.areas, \.y))
        guard !own.isEmpty, own.count < shapes.areas.count else {
            (areas, x, y) = (shapes.areas, all.x, all.y)
            without = own.isEmpty ? shapes.areas.map(\.code) : []
            cutOff = []
            return
        }
        let (x, y) = (Self.extent(own, \.x), Self.extent(own, \.y))
        let room = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound) * Self.margin
        func widened(_ range: ClosedRange<Double>, within all: ClosedRange<Double>) -> ClosedRange<Double> {
            max(range.lowerBound - room, all.lowerBound)...min(range.upperBound + room, all.upperBound)
        }
        let window = (x: widened(x, within: all.x), y: widened(y, within: all.y))
        var areas: [Shapes.Area] = []
        var without: [String] = []
        var cutOff: Set<String> = []
        for area in shapes.areas {
            if codes.contains(area.code) {
                areas.append(area)
                continue
            }
            let polygons = area.polygons.compactMap { clipped($0, window.x, window.y) }
            guard !polygons.isEmpty else { continue }
            if polygons != area.polygons { cutOff.insert(area.code) }
            without.append(area.code)
            areas.append(Shapes.Area(code: area.code, polygons: polygons))
        }
        (self.x, self.y) = window
        (self.areas, self.without, self.cutOff) = (areas, without, cutOff)
    }

    private static func extent(_ areas: [Shapes.Area], _ side: (Point) -> Double) -> ClosedRange<Double> {
        Charts.extent(of: areas.lazy.flatMap { $0.polygons.lazy.joined().joined() }.map(side))
    }
}

/// A polygon within a window; nil where nothing of it lies there.
private func clipped(_ polygon: [[Point]], _ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> [[Point]]? {
    guard let outer = polygon.first else { return nil }
    let (width, height) = (extent(of: outer.lazy.map(\.x)), extent(of: outer.lazy.map(\.y)))
    guard width.overlaps(x), height.overlaps(y) else { return nil }
    let isInside =
        width.lowerBound >= x.lowerBound && width.upperBound <= x.upperBound && height.lowerBound >= y.lowerBound
        && height.upperBound <= y.upperBound
    if isInside { return polygon }
    let rings = polygon.map { ring in
        // By one side of the window after the other (Sutherland and Hodgman, 1974).
        var points = clipped(ring, at: x.lowerBound, \.x, isLower: true)
        points = clipped(points, at: x.upperBound, \.x, isLower: false)
        points = clipped(points, at: y.lowerBound, \.y, isLower: true)
        return clipped(points, at: y.upperBound, \.y, isLower: false)
    }
    guard rings[0].count >= 3 else { return nil }
    return rings.filter { $0.count >= 3 }
}

private func clipped(_ ring: [Point], at limit: Double, _ side: (Point) -> Double, isLower: Bool) -> [Point] {
    func isIn(_ point: Point) -> Bool { isLower ? side(point) >= limit : side(point) <= limit }
    guard var previous = ring.last else { return [] }
    var result: [Point] = []
    for point in ring {
        if isIn(point) != isIn(previous) {
            let share = (limit - side(previous)) / (side(point) - side(previous))
            result.append(
                Point(
                    x: previous.x + (point.x - previous.x) * share,
                    y: previous.y + (point.y - previous.y) * share
                )
            )
        }
        if isIn(point) { result.append(point) }
        previous = point
    }
    return result
}

extension ChartSpec {
    /// The areas of a map that have no row: tiles, or shapes in its window.
    func areasWithoutRow(_ data: ChartData, _ shapes: Shapes?) -> [String] {
        guard kind == .map, let map else { return [] }
        let codes = Set(data.categoryCodes.map(readable))
        guard map.file != nil else { return map.tiles.joined().compactMap { $0 }.filter { !codes.contains($0) } }
        return shapes.map { MapWindow($0, codes: codes).without } ?? []
    }
}
