// libcmark knows no tables: it reads them as paragraphs. Here those paragraphs are found and the text is read again where
// cmark-gfm, which knows that a table is no paragraph, would have gone on differently.
import Diagnostics

/// The CommonMark tree of a text with its tables.
struct TablesAndTree {
    var tree: CommonMarkTree
    /// By the line (from 0) of their header row.
    var tables: [Int: PipeTable] = [:]
    /// Lines below a header row that belong to a table.
    var tableLines: Set<Int> = []

    /// A table that ends in the middle of a paragraph needs another reading; texts that need more of them are not honest.
    private static let mostReadings = 8
    /// As in cmark-gfm: rows that are too short are filled up, but not without end.
    private static let mostFilledCells = 500_000

    /// A text in which tables are not looked for.
    init(plain source: MarkdownSource) { tree = readCommonMark(source.bytes) }

    init(_ source: MarkdownSource, findings: inout Findings) {
        tree = readCommonMark(source.bytes)
        let candidates = Self.candidates(source)
        if candidates.isEmpty { return }
        for _ in 0..<Self.mostReadings {
            let count = tables.count
            let mustReread = find(source, candidates, &findings)
            if tables.count == count { return }
            if mustReread { tree = readCommonMark(withoutTables(source)) } else { return }
        }
    }

    private static func candidates(_ source: MarkdownSource) -> [Int] {
        source.bytes.withUnsafeBufferPointer { bytes in
            (0..<source.lineCount).filter { PipeTable.mayBeDelimiterRow(bytes, source.starts[$0]..<source.line($0).upperBound) }
        }
    }

    /// Adds the tables of all paragraphs; true where libcmark's tree does not fit them.
    private mutating func find(_ source: MarkdownSource, _ candidates: [Int], _ findings: inout Findings) -> Bool {
        var walk = BlockWalk(source: source)
        var mustReread = false
        for (index, node) in tree.nodes.enumerated() where !node.kind.isInline {
            walk.enter(index, node)
            guard node.kind == .paragraph || node.kind == .heading, node.endLine > node.line else { continue }
            let first = node.line - 1
            let last = min(node.endLine - 1, source.lineCount - 1)
            if tables[first] != nil { continue }
            var low = candidates.partitioningIndex { $0 > first }
            while low < candidates.count, candidates[low] <= last {
                let line = candidates[low]
                low += 1
                guard let table = Self.table(delimiter: line, in: walk.containers, source, &findings) else { continue }
                tables[table.firstLine] = table
                for line in table.firstLine + 1...table.lastLine { tableLines.insert(line) }
                if table.firstLine > first || table.lastLine != last || node.kind == .heading { mustReread = true }
                break
            }
        }
        return mustReread
    }

    private static func table(
        delimiter: Int, in containers: Containers, _ source: MarkdownSource, _ findings: inout Findings
    ) -> PipeTable? {
        let bytes = source.bytes
        guard let below = start(delimiter, containers, source), let above = start(delimiter - 1, containers, source),
            let alignments = PipeTable.alignments(bytes, from: below, to: source.line(delimiter).upperBound),
            let header = PipeTable.cells(bytes, from: above, to: source.line(delimiter - 1).upperBound),
            header.count == alignments.count
        else { return nil }
        var table = PipeTable(
            alignments: alignments, header: .init(line: delimiter - 1, start: above, cells: header), delimiterStart: below)
        var filled = 0
        var line = delimiter + 1
        while let offset = start(line, containers, source), case let end = source.line(line).upperBound, offset < end,
            !beginsBlock(bytes, offset, end), let cells = PipeTable.cells(bytes, from: offset, to: end)
        {
            filled += max(0, alignments.count - cells.count)
            guard filled <= mostFilledCells else {
                findings.error(
                    "markdown.table-too-large", at: source.place(source.position(line: line, offset: offset)),
                    en: "too many empty cells in this table", nl: "te veel lege cellen in deze tabel")
                break
            }
            table.rows.append(.init(line: line, start: offset, cells: Array(cells.prefix(alignments.count))))
            line += 1
        }
        return table
    }

    /// Where the text of a line begins inside the containers; nil where it is outside them or indented like code.
    private static func start(_ line: Int, _ containers: Containers, _ source: MarkdownSource) -> Int? {
        guard let (position, isLazy) = containers.strip(line, of: source), !isLazy else { return nil }
        let (columns, offset) = position.indentation
        return columns < 4 ? offset : nil
    }

    /// The text with an empty heading in place of each table line: like a row, it ends a paragraph and is one line long.
    private func withoutTables(_ source: MarkdownSource) -> [UInt8] {
        var bytes = source.bytes
        func blank(_ line: Int, from start: Int) {
            let end = source.line(line).upperBound
            for offset in start..<max(start, end) { bytes[offset] = 0x20 }
            bytes[start] = UInt8(ascii: "#")
        }
        for table in tables.values {
            blank(table.header.line, from: table.header.start)
            blank(table.header.line + 1, from: table.delimiterStart)
            for row in table.rows { blank(row.line, from: row.start) }
        }
        return bytes
    }
}

extension Array where Element == Int {
    /// The first index whose element satisfies a condition that holds for all elements after it too.
    fileprivate func partitioningIndex(where condition: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
