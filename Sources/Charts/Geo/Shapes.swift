// The areas of a map out of a GeoJSON file (RFC 7946, and the older files with `crs` that Dutch agencies publish), on a plane in metres.
import Diagnostics
import Markup

/// Areas that a map can draw; read once, drawn by any chart that names the same file.
public struct Shapes: Sendable {
    /// The outlines of one feature: every polygon is its outer ring and its holes, in metres with y to the north.
    struct Area: Sendable {
        var code: String
        var polygons: [[[Point]]]
    }

    let areas: [Area]
    /// Codes of features without a geometry.
    let withoutGeometry: [String]

    /// Reads a GeoJSON file.
    ///
    /// - Parameters:
    ///   - key: the property of each feature that holds the code of its area; nil for the feature's own id.
    ///   - file: the path, for findings.
    ///   - place: where the block names the file; findings about what the author can choose are placed there.
    public static func read(_ bytes: [UInt8], file: String, key: String?, at place: Place, findings: inout Findings)
        -> Shapes?
    {
        let json: JSONValue
        do {
            json = try JSONText.read(bytes)
        } catch {
            findings.error(
                "map.json",
                at: Place(file: file, offset: error.offset, in: bytes),
                en: "\(file) is not JSON from here on",
                nl: "\(file) is vanaf hier geen JSON"
            )
            return nil
        }
        guard json["type"]?.text == "FeatureCollection", let features = json["features"]?.list else {
            findings.error(
                "map.no-features",
                at: Place(file: file),
                en: "\(file) is not a GeoJSON FeatureCollection",
                nl: "\(file) is geen GeoJSON-FeatureCollection",
                hint: Wording(en: "export the areas as GeoJSON", nl: "exporteer de gebieden als GeoJSON")
            )
            return nil
        }
        var areas: [Area] = []
        var indices: [String: Int] = [:]
        var empty: [String] = []
        var known: [String] = []
        for feature in features {
            let property = key.map { feature["properties"]?[$0] } ?? feature["id"]
            if case .object(let properties)? = feature["properties"] {
                for name in properties.map(\.key) where !known.contains(name) { known.append(name) }
            }
            guard let code = property?.text ?? property?.number.map(machineDigits) else { continue }
            let polygons = polygons(feature["geometry"], depth: 0)
            let trimmed = readable(code)
            if polygons.isEmpty {
                empty.append(trimmed)
            } else if let index = indices[trimmed] {
                // Parts of one area may come as features of their own.
                areas[index].polygons += polygons
            } else {
                indices[trimmed] = areas.count
                areas.append(Area(code: trimmed, polygons: polygons))
            }
        }
        guard !areas.isEmpty || !empty.isEmpty else {
            findings.error(
                "map.key",
                at: place,
                en: "no feature of \(file) has the property \"\(key ?? "id")\"",
                nl: "geen gebied in \(file) heeft de eigenschap \"\(key ?? "id")\"",
                hint: key.flatMap { suggestion(for: $0, among: known.sorted()) }
                    ?? Wording(
                        en: "key: one of \(known.sorted().joined(separator: ", "))",
                        nl: "key: één van \(known.sorted().joined(separator: ", "))"
                    )
            )
            return nil
        }
        guard let projection = Projection(json["crs"], areas: areas) else {
            findings.error(
                "map.crs",
                at: Place(file: file),
                en: "\(file): coordinates are neither WGS84 nor RD (EPSG:28992)",
                nl: "\(file): de coördinaten zijn geen WGS84 en geen RD (EPSG:28992)",
                hint: Wording(en: "export in one of these two", nl: "exporteer in één van deze twee")
            )
            return nil
        }
        return Shapes(
            areas: areas.map { area in
                Area(code: area.code, polygons: area.polygons.map { $0.map { $0.map { projection($0) } } })
            },
            withoutGeometry: empty
        )
    }

    private static func polygons(_ geometry: JSONValue?, depth: Int) -> [[[Point]]] {
        guard let geometry, depth < 4 else { return [] }
        let coordinates = geometry["coordinates"]?.list ?? []
        switch geometry["type"]?.text {
        case "Polygon": return [rings(coordinates)].filter { !$0.isEmpty }
        case "MultiPolygon": return coordinates.map { rings($0.list ?? []) }.filter { !$0.isEmpty }
        case "GeometryCollection":
            return (geometry["geometries"]?.list ?? []).flatMap { polygons($0, depth: depth + 1) }
        default: return []
        }
    }

    /// Rings of at least three points, not closed by a repeated first one. Without an outer ring there are no holes either.
    private static func rings(_ list: [JSONValue]) -> [[Point]] {
        let rings = list.map { ring -> [Point] in
            var points = (ring.list ?? []).compactMap { position -> Point? in
                guard let pair = position.list, pair.count >= 2, let x = pair[0].number, let y = pair[1].number else {
                    return nil
                }
                return Point(x: x, y: y)
            }
            if points.count > 1, points.first == points.last { points.removeLast() }
            return points
        }
        guard let outer = rings.first, outer.count >= 3 else { return [] }
        return [outer] + rings.dropFirst().filter { $0.count >= 3 }
    }
}

extension Place {
    fileprivate init(file: String, offset: Int, in bytes: [UInt8]) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        self.init(file: file, line: before.count { $0 == 0x0A } + 1, column: max(1, before.count - start + 1))
    }
}
