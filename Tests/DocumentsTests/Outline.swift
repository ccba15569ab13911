import Diagnostics
import Documents

/// The tree as text, one node a line: kind, place, texts. Indentation shows depth.
func outline(_ document: Document) -> String {
    var lines: [String] = []
    var ends: [Int] = []
    for node in 1..<max(1, document.nodeCount) {
        while let end = ends.last, end <= node { ends.removeLast() }
        let place = document.place(node)
        var line = String(repeating: "  ", count: ends.count) + "\(document.kind(node)) \(place.line):\(place.column)"
        if !document.textBytes(node).isEmpty { line += " «\(document.text(node))»" }
        if !document.secondTextBytes(node).isEmpty { line += " «\(document.secondText(node))»" }
        lines.append(line.replacing("\n", with: "⏎"))
        ends.append(document.end(node))
    }
    return lines.joined(separator: "\n")
}

let blockKinds = ["chart", "table", "tiles", "targets", "interventions", "pages", "include"]

func parse(_ markdown: String, lineOffset: Int = 0, options: MarkdownOptions = MarkdownOptions(blockKinds: blockKinds))
    -> (
        document: Document, findings: [String]
    )
{
    var findings = Findings()
    let document = Markdown.parse(
        Array(markdown.utf8),
        file: "a.md",
        lineOffset: lineOffset,
        options: options,
        findings: &findings
    )
    return (document, findings.sorted.map { "\($0.id) \($0.place.line):\($0.place.column)" })
}

extension String {
    fileprivate func replacing(_ old: Character, with new: Character) -> String { String(map { $0 == old ? new : $0 }) }
}
