// Golden cases of `map`, and GeoJSON made for these tests: a hole, an area of two parts, one without geometry, one too small for its name.
import Diagnostics

@testable import Charts
@testable import Disclosure

private func ring(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return "[" + corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]"
}

private func feature(_ code: String, _ type: String, _ coordinates: String) -> String {
    """
    {"type":"Feature","properties":{"code":"\(code)","naam":"\\u0041"},\
    "geometry":{"type":"\(type)","coordinates":\(coordinates)}}
    """
}

/// In RD, around the middle of Maastricht; `crs` is left out where the range of the coordinates has to tell.
func geoJSON(isDegrees: Bool = false, crs: String? = nil) -> [UInt8] {
    let (x, y, unit) = isDegrees ? (5.7, 50.85, 0.00001) : (176_000.0, 317_000.0, 1.0)
    func box(_ left: Double, _ bottom: Double, _ width: Double, _ height: Double) -> String {
        ring(x + left * unit, y + bottom * unit, width * unit, height * unit)
    }
    let features = [
        feature("A", "Polygon", "[\(box(0, 0, 1200, 900)),\(box(420, 300, 300, 250))]"),
        feature("B", "Polygon", "[\(box(1200, 0, 1000, 900))]"),
        feature("C", "MultiPolygon", "[[\(box(0, 900, 900, 800))],[\(box(1500, 1300, 250, 250))]]"),
        feature("D", "Polygon", "[\(box(420, 300, 300, 250))]"),
        feature("E", "Polygon", "[\(box(900, 900, 140, 160))]"),
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"F\"},\"geometry\":null}",
        feature("G", "Polygon", "[\(box(1100, 1000, 300, 700))]"),
    ]
    let system = crs.map { "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\($0)\"}}," } ?? ""
    return Array("{\"type\":\"FeatureCollection\",\(system)\"features\":[\(features.joined(separator: ","))]}".utf8)
}

func testShapes() -> Shapes? {
    var findings = Findings()
    let place = Place(file: "content/index.md", line: 1)
    return Shapes.read(geoJSON(), file: "data/wijken.geojson", key: "code", at: place, findings: &findings)
}

private func block(_ more: String, title: String) -> String {
    "id: fig-kaart\ntype: map\nfrom: d\nx: area\ny: v\n\(more)\ntitle: \(title)\n"
}

let mapCases: [ChartCase] = [
    ChartCase(
        name: "map-tiles",
        yaml: block(
            "shapes: tiles\ntiles:\n  - [., Limmel, Nazareth]\n  - [., Wyckerpoort]\n  - [Malberg, ., Wittevrouwenveld]\nclasses: [100, 115, 130]",
            title: "Limmel ligt het verst boven Maastricht"
        ),
        table: table(
            ["Wijk"],
            ["Index"],
            rows: [
                cells("Limmel", 142), cells("Nazareth", 128.4), cells("Wyckerpoort", 112), cells("Malberg", hidden),
                cells("Wittevrouwenveld", 96.3),
            ],
            index: maastricht
        )
    ),
    ChartCase(
        name: "map-shapes",
        yaml: block("shapes: data/wijken.geojson\nkey: code", title: "Een gat, twee delen en een gebied zonder getal"),
        table: table(
            ["Buurt"],
            ["Aandeel"],
            rows: [cells("A", 12), cells("B", 44), cells("C", 27), cells("D", 35), cells("E", 8)],
            unit: "%",
            decimals: 0
        ),
        shapes: testShapes()
    ),
]
