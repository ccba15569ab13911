// Lines that were meant as a table and are a paragraph: without the line of hyphens, or with another number of cells in it.
import Diagnostics

extension DocumentReader {
    /// A finding where a paragraph, or a heading with a line below it, looks like a table.
    mutating func reportTable(in node: CommonMarkTree.Node) {
        guard features.hasTableSigns else { return }
        let last = max(node.line, min(node.endLine, source.lineCount)) - (node.kind == .heading ? 1 : 0)
        var lines: [TableLikeLine] = []
        for line in (node.line - 1)..<last where line < source.lineCount {
            let range = source.line(line)
            let start =
                line == node.line - 1 ? source.starts[line] + node.column - 1 : containersStart(line)
            lines.append(TableLikeLine(source.bytes, min(start, range.upperBound)..<range.upperBound))
        }
        // What was too large for a table has had its finding.
        guard !found.hasGiantTable, let found = TableLikeLine.firstOfTable(in: lines) else { return }
        let place = source.place(
            source.position(line: node.line - 1 + found.line, offset: lines[found.line].range.lowerBound),
            length: lines[found.line].range.count
        )
        let advice = hint(for: lines, found.delimiter)
        findings.warning(
            "markdown.no-table",
            at: place,
            en: "this looks like a table and is not read as one",
            nl: "dit lijkt een tabel en wordt niet als tabel gelezen",
            hint: advice
        )
    }

    private func hint(for lines: [TableLikeLine], _ delimiter: Int?) -> Wording {
        if let delimiter {
            let range = lines[delimiter].range
            let count = PipeTable.alignments(source.bytes, from: range.lowerBound, to: range.upperBound)?.count
            if let count, delimiter > 0 {
                let above = lines[delimiter - 1].range
                let cells = PipeTable.cells(source.bytes, from: above.lowerBound, to: above.upperBound)?.count ?? 0
                return Wording(
                    en: "the row of headings has \(cells) cells and the line of hyphens \(count): give both as many",
                    nl: "de rij met koppen heeft \(cells) cellen en de regel met streepjes \(count): maak ze even lang"
                )
            }
            if count == nil {
                return Wording(
                    en: "the line below the headings is made of hyphens and upright strokes: |---|---|",
                    nl: "de regel onder de koppen bestaat uit koppeltekens en staande strepen: |---|---|"
                )
            }
        }
        return Wording(
            en: "a table begins with a row of headings and, directly below it, a line |---|---|; a blank line ends it",
            nl:
                "een tabel begint met een rij koppen en direct daaronder een regel |---|---|; een lege regel beëindigt haar"
        )
    }

    /// Code by its indentation alone, of which every line is a table's: advice, since somebody may mean to show it.
    mutating func reportTable(inCode node: CommonMarkTree.Node, at position: SourcePosition) {
        guard features.hasTableSigns, !isFenced(node) else { return }
        let bytes = Array(found.tree.bytes(node.text))
        let lines = bytes.split(separator: 0x0A).map { TableLikeLine(bytes, $0.startIndex..<$0.endIndex) }
        guard lines.count >= 2, lines[1].isDelimiter, lines.allSatisfy({ $0.isFramed || $0.isDelimiter }) else {
            return
        }
        findings.hint(
            "markdown.no-table",
            at: source.place(position),
            en: "this looks like a table and is shown as code",
            nl: "dit lijkt een tabel en wordt als code getoond",
            hint: Wording(
                en: "take the four blanks before its lines away; code stands between lines of ```",
                nl: "haal de vier spaties voor de regels weg; code staat tussen regels met ```"
            )
        )
    }

    private func isFenced(_ node: CommonMarkTree.Node) -> Bool {
        let line = source.line(node.line - 1)
        let text = source.bytes[min(source.starts[node.line - 1] + node.column - 1, line.upperBound)..<line.upperBound]
        return text.first == UInt8(ascii: "`") || text.first == UInt8(ascii: "~")
    }
}

/// One line of a text, seen as a row of a table.
struct TableLikeLine {
    var range: Range<Int>
    /// Upright strokes that are neither escaped nor in code.
    private(set) var strokes = 0
    /// Whether it begins and ends with an upright stroke.
    private(set) var isFramed = false
    /// Whether there is white space within both strokes: `| a | b |`, and not *|a| + |b|*.
    private var isSpaced = false
    /// Whether it is a line of hyphens between upright strokes, or of what looks like hyphens.
    private(set) var isDelimiter = false

    init(_ bytes: [UInt8], _ line: Range<Int>) {
        var (start, end) = (line.lowerBound, line.upperBound)
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        range = start..<end
        let stroke = UInt8(ascii: "|")
        var isInCode = false
        for offset in range {
            switch bytes[offset] {
            case UInt8(ascii: "`"): isInCode.toggle()
            case stroke where !isInCode && (offset == start || bytes[offset - 1] != UInt8(ascii: "\\")): strokes += 1
            default: break
            }
        }
        guard !range.isEmpty else { return }
        isFramed =
            strokes >= 2 && bytes[start] == stroke && bytes[end - 1] == stroke && bytes[end - 2] != UInt8(ascii: "\\")
        isSpaced = isFramed && isBlank(bytes[start + 1]) && isBlank(bytes[end - 2])
        let isGrid = bytes[start] == UInt8(ascii: "+") && bytes[end - 1] == UInt8(ascii: "+")
        guard strokes > 0 || isGrid else { return }
        let text = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
        let dashes = text.count {
            "-=\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".unicodeScalars.contains($0)
        }
        let others = text.count { $0.properties.isWhitespace || "|:+".unicodeScalars.contains($0) }
        isDelimiter = dashes >= 2 && dashes + others == text.count
    }

    /// The line with which a table begins in a paragraph, and its line of hyphens; nil where none was meant.
    static func firstOfTable(in lines: [TableLikeLine]) -> (line: Int, delimiter: Int?)? {
        if let delimiter = lines.firstIndex(where: \.isDelimiter) {
            let hasHeader = delimiter > 0 && lines[delimiter - 1].strokes > 0
            return (hasHeader ? delimiter - 1 : delimiter, delimiter)
        }
        for (index, line) in lines.enumerated() where line.strokes > 0 {
            if line.isFramed, line.isSpaced && line.strokes >= 3 || index + 1 < lines.count && lines[index + 1].isFramed
            {
                return (index, nil)
            }
            let run = lines[index...].prefix { $0.strokes == line.strokes }.count
            if line.strokes >= 2 && run >= 2 || line.strokes == 1 && run >= 3 { return (index, nil) }
        }
        return nil
    }
}
