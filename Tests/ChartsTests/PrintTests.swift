// Drawings for paper: the program that sets the report knows less of CSS than browsers do.
import Diagnostics
import Markup
import Testing

@testable import Charts

@Suite struct PrintTests {
    private func printed(_ example: ChartCase) throws -> (ChartSpec, PrintedChart) {
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read)
        return (
            spec, drawForPrint(spec, table: example.table, language: .nl, shapes: example.shapes, style: themeStyle)
        )
    }

    @Test(arguments: goldenCases) func paperHasPlainStyles(_ example: ChartCase) throws {
        let (spec, printed) = try printed(example)
        let svg = String(decoding: printed.svg, as: UTF8.self)
        let style = try #require(svg.components(between: "<style>", and: "</style>").first)
        for word in ["var(", "@", "~", "+", ":not", ">"] { #expect(!style.contains(word), "\(word)") }
        // Every class that a mark carries has its style in the file.
        let classes = Set(svg.components(between: "class=\"", and: "\"").flatMap { $0.split(separator: " ") })
        let plain: Set<Substring> = ["chart", "t-label"]
        for name in classes.subtracting(plain) {
            #expect(style.contains(".\(name){") || style.contains(".\(name),"), "\(name)")
        }
        #expect(!svg.contains(">\(spec.title.text)</text>"))
        #expect(svg.contains("width=\"\(Int(printed.width))\""))
    }

    @Test func drawsWithTheSameWordsAsThePage() throws {
        let example = try #require(goldenCases.first { $0.name == "annotations-bars" })
        let (spec, printed) = try printed(example)
        let page = draw(spec, table: example.table, language: .nl)
        #expect(printed.width == 472)
        #expect(printed.description == page.description && printed.subtitle == page.subtitle)
        #expect(printed.table.rows.map { $0.map(\.text) } == page.table.rows.map { $0.map(\.text) })
        #expect(printed.findings.all.map(\.id) == page.findings.all.map(\.id))
        // Texts over the dashed lines have an edge; numbers on a mark have none.
        #expect(String(decoding: printed.svg, as: UTF8.self).contains("class=\"t-value t-halo\""))
    }

    /// In grey print neighbours of one stack differ by a hatch, and the key shows it.
    @Test(arguments: ["stacked", "bars-grouped", "bars-stacked"]) func neighboursDifferInGrey(_ name: String) throws {
        let example = try #require(goldenCases.first { $0.name == name })
        let (spec, printed) = try printed(example)
        func hatches(_ svg: [UInt8]) -> Int {
            String(decoding: svg, as: UTF8.self).components(between: "url(#", and: "-hatch").count
        }
        #expect(hatches(draw(spec, table: example.table, language: .nl).wide) == 0)
        // One swatch in the key, and at least one bar.
        #expect(hatches(printed.svg) >= 2)
    }

    @Test func noTextIsSmallerThanEightPoints() {
        for style in TextStyle.allCases { #expect(style.size * 0.75 >= 8) }
    }
}

extension String {
    fileprivate func components(between start: String, and end: String) -> [Substring] {
        var found: [Substring] = []
        var rest = self[...]
        while let from = rest.firstRange(of: start), let to = rest[from.upperBound...].firstRange(of: end) {
            found.append(rest[from.upperBound..<to.lowerBound])
            rest = rest[to.upperBound...]
        }
        return found
    }
}
