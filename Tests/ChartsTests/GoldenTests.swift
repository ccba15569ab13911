// Every golden drawing byte for byte, and no text over text in any of them. RECORD_GOLDEN=1 rewrites the files and fails the run.
import Diagnostics
import Foundation
import Markup
import Testing

@testable import Charts

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
/// Paper has its own width and style; these have what differs there: hatch, edges of text, arrows, streams, another layout.
private let onPaper: Set = ["index-bars", "annotations-lines", "flow", "spider", "target", "stacked"]
private let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

@Suite struct GoldenTests {
    @Test(arguments: goldenCases) func drawsAsRecorded(_ example: ChartCase) throws {
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read, "\(findings.all)")
        let drawn = draw(spec, table: example.table, language: .nl, shapes: example.shapes, style: themeStyle)
        var files = [("\(example.name).svg", drawn.standalone), ("\(example.name).narrow.svg", drawn.narrow)]
        if onPaper.contains(example.name) {
            let printed = drawForPrint(
                spec,
                table: example.table,
                language: .nl,
                shapes: example.shapes,
                style: themeStyle
            )
            files.append(("\(example.name).print.svg", printed.svg))
        }
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            if isRecording {
                try Data(bytes).write(to: file)
                Issue.record("recorded \(name)")
            } else {
                let expected = try Data(contentsOf: file)
                #expect(Data(bytes) == expected, "\(name) differs; look at it, then RECORD_GOLDEN=1")
            }
        }
    }

    /// A heading makes room for the ids of a drawing: so all of them have to be known.
    @Test(arguments: goldenCases) func hasNoIDThatIsNotKnown(_ example: ChartCase) throws {
        var findings = Findings()
        let read = example.spec(&findings)
        let spec = try #require(read)
        let drawn = draw(spec, table: example.table, language: .nl, shapes: example.shapes)
        let ids = String(decoding: drawn.wide + drawn.narrow, as: UTF8.self).matches(of: /\sid="([^"]*)"/)
        #expect(Set(ids.map { String($0.output.1) }).isSubset(of: drawingIDs(of: spec.id.text)))
    }
}
