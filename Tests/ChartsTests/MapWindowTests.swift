// What a map shows of a file: the areas with a row and what lies around them, words where they fit, specks that stay visible.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    [Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side)]
}

/// What must hold for a map of shapes besides what holds for every drawing.
func mapProblems(in drawing: Drawing) -> [String] {
    var problems: [String] = []
    if drawing.height > 1.4 * drawing.width { problems.append("\(drawing.height) high, \(drawing.width) wide") }
    for case .line(let line) in drawing.marks where line.kind == .axis {
        for case .text(let text) in drawing.marks where crosses(line.points[0], line.points[1], text.box) {
            problems.append("the line to another name crosses \"\(text.text)\"")
        }
    }
    return problems
}

/// A country of square districts of 1 km, ten from west to east, `v-0-0` in the south-west.
func country(rows: Int = 10, specks: [(String, Double, Double)] = []) -> Shapes {
    var areas: [Shapes.Area] = []
    for row in 0..<rows {
        for column in 0..<10 {
            areas.append(
                Shapes.Area(
                    code: "v-\(row)-\(column)",
                    polygons: [[square(Double(column) * 1000, Double(row) * 1000, 1000)]]
                )
            )
        }
    }
    return Shapes(
        areas: areas + specks.map { Shapes.Area(code: $0.0, polygons: [[square($0.1, $0.2, 4)]]) },
        withoutGeometry: []
    )
}

private func drawn(_ rows: [[Cell]], _ shapes: Shapes, index: ReleasedTable.IndexScale? = nil, width: Double = 680)
    throws
    -> (drawing: Drawing, description: String)
{
    var findings = Findings()
    let read = read("id: fig-x\ntype: map\nfrom: d\nx: a\ny: y\nshapes: w.geojson\nkey: k\ntitle: t\n", &findings)
    let spec = try #require(read)
    let rows = table(["A"], ["Y"], rows: rows, decimals: 0, index: index)
    let data = ChartData(spec, rows, language: .nl, findings: &findings)
    let drawing = drawing(ChartContext(spec: spec, data: data, language: .nl, width: width, shapes: shapes))
    #expect(problems(in: drawing) == [] && mapProblems(in: drawing) == [])
    return (drawing, describe(spec, data, language: .nl, shapes: shapes))
}

extension Drawing {
    fileprivate var areas: [AreaMark] { marks.compactMap { if case .area(let area) = $0 { area } else { nil } } }
    fileprivate var texts: [String] { marks.compactMap { if case .text(let text) = $0 { text.text } else { nil } } }
    fileprivate var leaders: Int {
        marks.count { if case .line(let line) = $0 { line.kind == .axis } else { false } }
    }
}

@Suite struct MapWindowTests {
    @Test func aMapShowsTheAreasWithRowsAndWhatLiesAround() throws {
        let rows = [cells("v-4-4", 12), cells("v-4-5", 30), cells("v-5-4", 21)]
        for width in [680.0, 340] {
            let (drawing, description) = try drawn(rows, country(), width: width)
            #expect(drawing.areas.count { $0.paint != nil } == 3)
            // The ring around them, not the hundred of the file.
            #expect(drawing.areas.count == 16)
            #expect(description.contains("13 andere gebieden op de kaart hebben geen gegevens."))
            let own = drawing.areas.filter { $0.paint != nil }.map { Outline($0.rings).bounds.width }
            #expect((own.min() ?? 0) > width * 0.2)
        }
    }

    @Test func manyAreasHaveNoLinesToTheirNames() throws {
        let rows = (0..<10).flatMap { row in (0..<10).map { cells("v-\(row)-\($0)", row * 3 + $0) } }
        let (drawing, description) = try drawn(rows, country(), width: 340)
        #expect(drawing.leaders == 0)
        #expect(drawing.texts.contains { $0.contains("zonder naam op de kaart") })
        #expect(!description.contains("geen gegevens"))
    }

    @Test func specksStayVisible() throws {
        let shapes = country(specks: [("Eiland", 9990, 9990)])
        let rows = (0..<10).map { cells("v-\($0)-\($0)", $0 + 3) } + [cells("Eiland", 99)]
        let (drawing, _) = try drawn(rows, shapes)
        let sizes = drawing.areas.filter { $0.paint != nil }.map { Outline($0.rings).bounds.width }
        #expect(sizes.count == 11 && sizes.allSatisfy { $0 >= 2 * Outlines.dotRadius - 0.01 })
        #expect(drawing.texts.contains { $0.hasPrefix("Eiland") })
        #expect(drawing.texts.contains { $0.contains("te klein") })
    }

    @Test func aNameBesideTheMapHasTheColourOfItsArea() throws {
        let shapes = country(specks: [("Eiland", 9990, 9990)])
        let rows = (0..<10).map { cells("v-\($0)-\($0)", $0 + 3) } + [cells("Eiland", 99)]
        let (drawing, _) = try drawn(rows, shapes)
        let words = try #require(
            drawing.marks.compactMap { mark -> TextMark? in
                if case .text(let text) = mark, text.text.hasPrefix("Eiland") { text } else { nil }
            }.first
        )
        let swatches = drawing.marks.compactMap { mark -> BarMark? in
            if case .bar(let bar) = mark, bar.box.maxX < words.x, bar.box.maxX > words.x - 12 { bar } else { nil }
        }
        #expect(
            swatches.contains { $0.box.y < words.baseline && $0.box.maxY > words.baseline - 12 },
            "\(words) \(swatches)"
        )
    }

    @Test func wordsStayInTheirAreaWhereALineCanPass() throws {
        // The middle one is wide enough; the line from the left one has to pass it.
        let shapes = Shapes(
            areas: [
                Shapes.Area(
                    code: "Smal",
                    polygons: [
                        [[Point(x: 0, y: 0), Point(x: 200, y: 0), Point(x: 200, y: 4000), Point(x: 0, y: 4000)]]
                    ]
                ),
                Shapes.Area(
                    code: "Breed",
                    polygons: [
                        [[Point(x: 200, y: 0), Point(x: 5000, y: 0), Point(x: 5000, y: 4000), Point(x: 200, y: 4000)]]
                    ]
                ),
            ],
            withoutGeometry: []
        )
        let (drawing, _) = try drawn([cells("Smal", 4), cells("Breed", 9)], shapes)
        #expect(drawing.leaders == 1)
        #expect(drawing.texts.contains("Breed"))
    }

    @Test func theBaseIsNeutralAndAreasWithoutARowAreNamed() throws {
        let shapes = Shapes(
            areas: ["Noord", "Zuid", "Oost", "West"].enumerated().map {
                Shapes.Area(code: $1, polygons: [[square(Double($0) * 1000, 0, 1000)]])
            },
            withoutGeometry: []
        )
        let rows = [cells("Noord", 100), cells("Zuid", 140), cells("Oost", 70)]
        let (drawing, description) = try drawn(rows, shapes, index: maastricht)
        #expect(drawing.areas.compactMap(\.paint) == [.muted, .less, .more])
        #expect(description.contains("Geen gegevens voor West."))
        #expect(drawing.texts.contains { $0.hasPrefix("▲ meer dan 100") })
    }

    @Test func oneFarValueDoesNotMakeTheClasses() {
        let classes = MapClasses([], values: [12, 14, 15, 17, 18, 21, 22, 900], index: nil)
        #expect(Set([12, 17, 22, 900].map(classes.index)).count >= 3)
    }

    @Test func clippingKeepsTheAreaWithinTheWindow() {
        let shapes = country()
        let window = MapWindow(shapes, codes: ["v-0-0", "v-1-1"])
        let points = window.areas.flatMap { $0.polygons.joined().joined() }
        #expect(points.allSatisfy { window.x.contains($0.x) && window.y.contains($0.y) })
        // Twice a quarter of the way round and one between; the corner of the country has no more.
        #expect(window.without.count == 7 && window.cutOff.count == 5)
        #expect(MapWindow(shapes, codes: []).areas.count == 100)
    }
}
