// GeoJSON as it comes: two coordinate systems, odd geometries, broken files; and classes, simplification and places for labels.
import Diagnostics
import Markup
import Testing

@testable import Charts

private func shapes(_ bytes: [UInt8], key: String? = "code", _ findings: inout Findings) -> Shapes? {
    let place = Place(file: "content/index.md", line: 3)
    return Shapes.read(bytes, file: "data/wijken.geojson", key: key, at: place, findings: &findings)
}

private func shapes(_ text: String, _ findings: inout Findings) -> Shapes? { shapes(Array(text.utf8), &findings) }

@Suite struct MapTests {
    @Test(
        arguments: [
            (false, nil), (false, "urn:ogc:def:crs:EPSG::28992"), (true, nil), (true, "urn:ogc:def:crs:OGC:1.3:CRS84"),
        ] as [(Bool, String?)]
    )
    func bothSystemsGiveTheSameMap(_ isDegrees: Bool, _ crs: String?) throws {
        var findings = Findings()
        let read = shapes(geoJSON(isDegrees: isDegrees, crs: crs), &findings)
        let result = try #require(read)
        #expect(findings.all.isEmpty)
        #expect(result.areas.map(\.code) == ["A", "B", "C", "D", "E", "G"])
        #expect(result.withoutGeometry == ["F"])
        #expect(result.areas[0].polygons.map(\.count) == [2])
        #expect(result.areas[2].polygons.count == 2)
        let outer = result.areas[1].polygons[0][0]
        let ratio = (outer[1].x - outer[0].x) / (outer[2].y - outer[1].y)
        // A degree of longitude is 0.631 of one of latitude at 50.85°; the boxes in degrees were drawn in equal steps.
        #expect(abs(ratio - 1000.0 / 900 * (isDegrees ? 0.6313 : 1)) < 0.001)
    }

    @Test(arguments: [
        ("{\"type\":\"FeatureCollection\",\n  \"features\":[}", "map.json"), ("[1, 2", "map.json"), ("", "map.json"),
        ("{\"type\":\"Topology\"}", "map.no-features"), ("{\"type\":\"FeatureCollection\",\"features\":[]}", "map.key"),
        (
            "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"kode\":\"A\"},\"geometry\":null}]}",
            "map.key"
        ),
        (
            "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"code\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1e6,6e6],[2e6,6e6],[2e6,7e6]]]}}]}",
            "map.crs"
        ),
        (String(repeating: "[", count: 5000), "map.json"),
    ]) func faultsAreSaid(_ text: String, _ finding: String) {
        var findings = Findings()
        #expect(shapes(text, &findings) == nil)
        #expect(findings.all.map(\.id) == [finding])
    }

    @Test func aFaultInTheFileHasItsPlace() {
        var findings = Findings()
        _ = shapes("{\"type\":\"FeatureCollection\",\n  \"features\":[}", &findings)
        #expect(findings.all.first?.place == Place(file: "data/wijken.geojson", line: 2, column: 15))
    }

    @Test func textsAndNumbersOfJSON() throws {
        let value = try JSONText.read(Array(#" {"a\u00e9\n": [1.5e3, -2, true, null, "\ud83d\ude00\/"]} "#.utf8))
        let list = try #require(value["aé\n"]?.list)
        #expect(list[0].number == 1500 && list[1].number == -2 && list[4].text == "😀/")
    }

    @Test func simplificationKeepsCornersAndDropsDots() {
        let square = [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 10, y: 10), Point(x: 0, y: 10)]
        var fine: [Point] = []
        for (a, b) in zip(square, square.dropFirst() + [square[0]]) {
            for step in 0..<100 {
                let share = Double(step) / 100
                fine.append(Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share))
            }
        }
        #expect(Set(simplified(fine, tolerance: 0.4)) == Set(square))
        #expect(simplified(square.map { Point(x: $0.x / 100, y: $0.y / 100) }, tolerance: 0.4).isEmpty)
        let line = (0..<50).map { Point(x: Double($0), y: 0) }
        #expect(simplified(line, tolerance: 0.4).isEmpty)
    }

    @Test func aLabelStaysOutOfHoles() throws {
        func square(_ from: Double, _ to: Double) -> [Point] {
            [Point(x: from, y: from), Point(x: to, y: from), Point(x: to, y: to), Point(x: from, y: to)]
        }
        let ring = Outline([square(0, 100), square(30, 70)])
        #expect(ring.contains(Point(x: 10, y: 50)) && !ring.contains(Point(x: 50, y: 50)))
        let place = try #require(ring.place(width: 40, height: 14, around: ring.center))
        let label = Box(x: place.x - 20, y: place.y - 7, width: 40, height: 14)
        #expect(!label.overlaps(Box(x: 30, y: 30, width: 40, height: 40)))
        #expect(ring.place(width: 60, height: 60, around: ring.center) == nil)
    }

    @Test func classesRunAwayFromTheBase() {
        let index = IndexReading(maastricht, words: Words(.nl), format: NumberText(nil, values: [], language: .nl))
        let classes = MapClasses([90, 115], values: [], index: index)
        #expect(classes.classes.map(\.paint) == [.more, .more, .less, .less])
        #expect(classes.classes.map(\.shade) == [5, 1, 1, 5])
        // The base itself is neither favourable nor unfavourable.
        #expect([89.9, 90, 100, 100.1, 115, 400].map(classes.index) == [0, 1, nil, 2, 3, 3])
        #expect(classes.look(100).paint == .muted)
    }

    @Test(arguments: [
        ("shapes: tiles", "map.no-tiles"), ("shapes: tiles\ntiles: [[a, b], [a]]", "map.tile-twice"),
        ("shapes: x.geojson\nclasses: [10, 5]", "map.classes"),
        ("shapes: x.geojson\nclasses: [1,2,3,4,5,6,7]", "map.too-many-classes"),
    ]) func blocksAreChecked(_ more: String, _ finding: String) {
        var findings = Findings()
        #expect(read("id: fig-a\ntype: map\nfrom: d\nx: a\ny: v\ntitle: t\n\(more)\n", &findings) == nil)
        #expect(findings.all.map(\.id) == [finding])
    }

    @Test func areasWithoutPlaceAreNamed() throws {
        var findings = Findings()
        let block = read(
            "id: fig-a\ntype: map\nfrom: d\nx: a\ny: v\ntitle: t\nshapes: w.geojson\nkey: code\n",
            &findings
        )
        let rows = table(["A"], ["V"], rows: [cells("A", 1), cells("F", 2), cells("Q", 3)])
        let drawn = draw(try #require(block), table: rows, language: .nl, shapes: testShapes())
        #expect(drawn.findings.all.map(\.id) == ["map.area-without-shape"])
    }
}

/// A map of tiles or of random stars, with values at random.
func randomMap(_ random: inout SeededRandom) -> ChartCase {
    let most = [1, 4, 25].randomElement(using: &random) ?? 4
    let shape = Int.random(in: 0...5, using: &random)
    let count = [1, 2, 7, 30].randomElement(using: &random) ?? 7
    let size = ["small", "text", "wide"].randomElement(using: &random) ?? "text"
    let isTiles = Bool.random(using: &random)
    func plain(_ text: String) -> String { String(text.unicodeScalars.filter { $0.properties.isAlphabetic }) }
    let names = (0..<count).map { "\(plain(label(&random, most: most))) \($0)" }
    var more = "shapes: data/x.geojson\n"
    if isTiles {
        more = "shapes: tiles\ntiles:\n"
        for row in stride(from: 0, to: count, by: 4) {
            more += "  - [" + names[row..<min(row + 4, count)].joined(separator: ", ") + "]\n"
        }
    }
    let areas = names.map { name -> Shapes.Area in
        let center = Point(x: .random(in: 0...9e3, using: &random), y: .random(in: 0...6e3, using: &random))
        let ring = (0..<12).map { corner -> Point in
            let away = Double.random(in: 100...2500, using: &random)
            let angle = Double(corner) * 30
            let sign = angle > 180 ? -1.0 : 1
            let sine = cosine(degrees: abs((angle > 180 ? angle - 180 : angle) - 90)) * sign
            let across =
                angle <= 90
                ? cosine(degrees: angle)
                : angle < 270 ? -cosine(degrees: abs(180 - angle)) : cosine(degrees: 360 - angle)
            return Point(x: center.x + away * across, y: center.y + away * sine)
        }
        return Shapes.Area(code: name, polygons: [[ring]])
    }
    // Some files have more areas than the rows, and some areas are specks.
    let others = Bool.random(using: &random) ? surroundings(&random) : []
    return ChartCase(
        name: "random",
        yaml: "id: fig-x\ntype: map\nfrom: d\nx: a\ny: v\nsize: \(size)\ntitle: t\n\(more)",
        table: table(
            ["A"],
            ["V"],
            rows: names.map { [.text($0), value(shape, &random)] },
            unit: ["%", "€", nil].randomElement(using: &random) ?? nil,
            index: Bool.random(using: &random) ? maastricht : nil
        ),
        shapes: isTiles ? nil : Shapes(areas: areas + others, withoutGeometry: [])
    )
}

private func surroundings(_ random: inout SeededRandom) -> [Shapes.Area] {
    (0..<Int.random(in: 1...40, using: &random)).map { index -> Shapes.Area in
        let sides: [Double] = [1, 800, 6000]
        let side = sides.randomElement(using: &random) ?? 800
        let x = Double.random(in: -2e4...2e4, using: &random)
        let y = Double.random(in: -2e4...2e4, using: &random)
        return Shapes.Area(code: "rond \(index)", polygons: [[square(x, y, side)]])
    }
}
