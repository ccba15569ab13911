// No text over text, nothing outside the drawing, bars as long as their values: for every golden case and for random data.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private func drawings(_ spec: ChartSpec, _ example: ChartCase, _ language: SiteLanguage) -> [Drawing] {
    var findings = Findings()
    let data = ChartData(spec, example.table, language: language, findings: &findings)
    return drawnWidths(spec).map { width in
        drawing(ChartContext(spec: spec, data: data, language: language, width: width, shapes: example.shapes))
    }
}

@Suite struct GeometryTests {
    @Test(arguments: goldenCases) func goldenDrawingsAreSound(_ example: ChartCase) throws {
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read)
        for language in SiteLanguage.allCases {
            for drawing in drawings(spec, example, language) { #expect(problems(in: drawing) == []) }
        }
    }

    @Test(arguments: 0..<300) func randomDrawingsAreSound(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        try isSound(randomCase(&random), seed)
    }

    @Test(arguments: 0..<200) func randomDotsAreSound(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        try isSound(randomDots(&random), seed)
    }

    @Test(arguments: 0..<60) func randomIndexTablesAreSound(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        try isSound(randomIndexTable(&random), seed)
    }

    @Test(arguments: 0..<80) func randomMapsAreSound(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        try isSound(randomMap(&random), seed)
    }

    private func isSound(_ example: ChartCase, _ seed: Int) throws {
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read, "\(findings.all)")
        let language: SiteLanguage = seed.isMultiple(of: 2) ? .nl : .en
        for drawing in drawings(spec, example, language) {
            #expect(problems(in: drawing).prefix(3) == [], "\(example.yaml)")
            if example.shapes != nil { #expect(mapProblems(in: drawing).prefix(3) == [], "\(example.yaml)") }
        }
        let drawn = draw(spec, table: example.table, language: language, shapes: example.shapes)
        for bytes in [drawn.wide, drawn.narrow, drawn.standalone] {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("nan") && !text.contains("NaN") && !text.contains("inf\""))
        }
        // The same input gives the same bytes.
        #expect(
            draw(spec, table: example.table, language: language, shapes: example.shapes).standalone == drawn.standalone
        )
    }

    /// The measure itself: a drawing with faults is found faulty.
    @Test func faultsAreFound() {
        var drawing = Drawing(width: 100)
        drawing.height = 50
        drawing.plots = [Box(x: 0, y: 0, width: 100, height: 50)]
        drawing.text("over", x: 10, baseline: 20, .label)
        drawing.text("elkaar", x: 20, baseline: 24, .label)
        drawing.text("buiten", x: 90, baseline: 40, .label)
        drawing.add(BarMark(box: Box(x: 0, y: 0, width: 10, height: 5), paint: .first, value: 1))
        drawing.add(BarMark(box: Box(x: 0, y: 10, width: 15, height: 5), paint: .first, value: 2))
        #expect(problems(in: drawing).count == 3)
    }
}
