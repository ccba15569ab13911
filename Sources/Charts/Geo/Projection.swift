// From the coordinates of a file to a plane in metres: RD is one already, degrees become equirectangular around the middle of the map.
import Markup

struct Projection: Sendable {
    /// Metres per unit of x and y.
    private let scale: Point

    /// Nil where the coordinates fit neither system. The file's own `crs` decides; without one the range of the coordinates.
    init?(_ crs: JSONValue?, areas: [Shapes.Area]) {
        let points = areas.lazy.flatMap { $0.polygons.lazy.joined().joined() }
        let x = extent(of: points.map(\.x))
        let y = extent(of: points.map(\.y))
        let name = crs?["properties"]?["name"]?.text ?? ""
        let isDegrees = x.lowerBound >= -180 && x.upperBound <= 180 && y.lowerBound >= -90 && y.upperBound <= 90
        // The bounds of the Rijksdriehoeksstelsel, with some room.
        let isRD =
            x.lowerBound >= -10_000 && x.upperBound <= 310_000 && y.lowerBound >= 290_000 && y.upperBound <= 640_000
        if name.contains("28992") || (isRD && !isDegrees) {
            guard isRD || areas.isEmpty else { return nil }
            scale = Point(x: 1, y: 1)
        } else if isDegrees, name.isEmpty || name.contains("4326") || name.contains("CRS84") || name.contains("4258") {
            // One degree of latitude is 111 km; of longitude less, the further north.
            let metres = 111_195.0
            scale = Point(x: metres * cosine(degrees: (y.lowerBound + y.upperBound) / 2), y: metres)
        } else {
            return nil
        }
    }

    func callAsFunction(_ point: Point) -> Point { Point(x: point.x * scale.x, y: point.y * scale.y) }
}

/// The cosine by its series, the same to the last digit on every machine.
func cosine(degrees: Double) -> Double {
    let x = min(max(abs(degrees), 0), 90) * Double.pi / 180
    var term = 1.0
    var sum = 1.0
    for index in stride(from: 2.0, through: 24, by: 2) {
        term *= -x * x / ((index - 1) * index)
        sum += term
    }
    return max(sum, 0)
}
