// libcmark knows no tables: it reads them as paragraphs. Here those paragraphs are found and the text is read again where
// cmark-gfm, which knows that a table is no paragraph, would have gone on differently.
import Diagnostics

/// The CommonMark tree of a text with its tables.
struct TablesAndTree {
    var tree: CommonMarkTree
    /// The text as libcmark read it: where it had to, with something else in place of the tables.
    private(set) var text: [UInt8]
    /// By their anchors, lines from 0.
    var tables: [Int: PipeTable] = [:]
    /// Lines below the anchors that belong to a table.
    var tableLines: Set<Int> = []
    /// Lines of paragraphs that go over into a table.
    private var linesAbove: [Int] = []
    /// The first lines of these paragraphs, and where their text begins. Nothing in them is a link definition.
    private(set) var paragraphsAbove: [Int: Int] = [:]
    /// Whether a table was too large to be read, which was a finding.
    private(set) var hasGiantTable = false

    /// A table that ends in the middle of a paragraph needs another reading; texts that need more of them are not honest.
    private static let mostReadings = 8
    /// Stands for a header row that may not be a heading of its own, because that would end the block quote around it:
    /// a line of the paragraph above, which the reader leaves out. Control characters do not occur in the text.
    static let nothing: UInt8 = 0x01
    /// As in cmark-gfm: rows that are too short are filled up, but not without end.
    private static let mostFilledCells = 500_000

    /// A text in which tables are not looked for.
    init(plain source: MarkdownSource) {
        text = source.bytes
        tree = readCommonMark(text)
    }

    init(_ source: MarkdownSource, findings: inout Findings) {
        text = source.bytes
        tree = readCommonMark(text)
        let candidates = Self.candidates(source)
        if candidates.isEmpty { return }
        for _ in 0..<Self.mostReadings {
            let count = tables.count
            let mustReread = find(source, candidates, &findings)
            if tables.count == count || !mustReread { break }
            text = withoutTables(source)
            tree = readCommonMark(text)
        }
        loosenLists()
        hasGiantTable = findings.all.contains { $0.id == "markdown.table-too-large" }
    }

    /// Whether one of the lines is an underline of a heading. In a paragraph it can only stand below link definitions, which are
    /// read at that point.
    private static func holdsUnderline(_ lines: Range<Int>, _ source: MarkdownSource) -> Bool {
        lines.contains { line in
            let text = source.bytes[source.line(line)].filter { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }
            return !text.isEmpty
                && (text.allSatisfy { $0 == UInt8(ascii: "=") } || text.allSatisfy { $0 == UInt8(ascii: "-") })
        }
    }

    private static func candidates(_ source: MarkdownSource) -> [Int] {
        source.bytes.withUnsafeBufferPointer { bytes in
            (0..<source.lineCount).filter {
                PipeTable.mayBeDelimiterRow(bytes, source.starts[$0]..<source.line($0).upperBound)
            }
        }
    }

    /// Adds the tables of all paragraphs; true where libcmark's tree does not fit them.
    private mutating func find(_ source: MarkdownSource, _ candidates: [Int], _ findings: inout Findings) -> Bool {
        var walk = BlockWalk(source: source)
        var mustReread = false
        // Whether a table ended where libcmark saw a paragraph go on: what follows, up to a fresh start, will be read differently.
        var isUncertain = false
        for (index, node) in tree.nodes.enumerated() where !node.kind.isInline {
            walk.enter(index, node)
            guard node.kind == .paragraph || node.kind == .heading, node.endLine > node.line else { continue }
            let first = node.line - 1
            if isUncertain {
                guard node.column == 1, first > 0, source.line(first - 1).isEmpty else { continue }
                isUncertain = false
            }
            let last = min(node.endLine - 1, source.lineCount - 1)
            if tables[first] != nil || tableLines.contains(first) { continue }
            var low = candidates.partitioningIndex { $0 > first }
            while low < candidates.count, candidates[low] <= last {
                let line = candidates[low]
                low += 1
                guard let start = Self.start(line, walk.containers, source),
                    let alignments = PipeTable.alignments(source.bytes, from: start, to: source.line(line).upperBound)
                else { continue }
                // As cmark-gfm: where the first delimiter row does not fit, the paragraph is not looked at again.
                guard
                    let table = Self.table(
                        delimiter: line,
                        at: start,
                        alignments,
                        in: walk.containers,
                        source,
                        &findings
                    )
                else { break }
                tables[table.anchor] = table
                for line in table.anchor..<table.lastLine { tableLines.insert(line + 1) }
                linesAbove += first..<table.header.line
                if table.header.line > first, !Self.holdsUnderline(first..<table.header.line, source) {
                    paragraphsAbove[first] = source.starts[first] + node.column - 1
                }
                if table.header.line > first || table.lastLine != last || node.kind == .heading { mustReread = true }
                isUncertain = table.lastLine != last
                break
            }
        }
        return mustReread
    }

    private static func table(
        delimiter: Int,
        at below: Int,
        _ alignments: [Document.Alignment],
        in containers: Containers,
        _ source: MarkdownSource,
        _ findings: inout Findings
    ) -> PipeTable? {
        let bytes = source.bytes
        guard let (beginning, isLazy) = containers.strip(delimiter - 1, of: source),
            case let above = isLazy ? beginning.offset : beginning.indentation.offset,
            let header = PipeTable.cells(bytes, from: above, to: source.line(delimiter - 1).upperBound),
            header.count == alignments.count
        else { return nil }
        var table = PipeTable(
            alignments: alignments,
            header: .init(line: delimiter - 1, start: above, cells: header),
            delimiterStart: below,
            indentedStart: beginning.offset,
            isHeaderLazy: isLazy
        )
        var filled = 0
        var line = delimiter + 1
        while let offset = start(line, containers, source), case let end = source.line(line).upperBound, offset < end,
            !beginsBlock(bytes, offset, end), let cells = PipeTable.cells(bytes, from: offset, to: end)
        {
            filled += max(0, alignments.count - cells.count)
            guard filled <= mostFilledCells else {
                findings.error(
                    "markdown.table-too-large",
                    at: source.place(source.position(line: line, offset: offset)),
                    en: "too many empty cells in this table",
                    nl: "te veel lege cellen in deze tabel"
                )
                break
            }
            if cells.count > alignments.count {
                let extra = cells[alignments.count]
                findings.warning(
                    "markdown.table-row",
                    at: source.place(source.position(line: line, offset: extra.lowerBound), length: extra.count),
                    en: "this row has \(cells.count) cells, the header \(alignments.count): the rest is left out",
                    nl: "deze rij heeft \(cells.count) cellen, de kop \(alignments.count): de rest valt weg",
                    hint: Wording(
                        en: "write \\| for a pipe inside a cell",
                        nl: "schrijf \\| voor een verticale streep in een cel"
                    )
                )
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
        func blank(_ line: Int, from start: Int, with mark: UInt8 = UInt8(ascii: "#")) {
            let end = source.line(line).upperBound
            for offset in start..<max(start, end) { bytes[offset] = 0x20 }
            bytes[start] = mark
        }
        for table in tables.values {
            blank(
                table.header.line,
                from: table.indentedStart,
                with: table.isHeaderLazy ? Self.nothing : UInt8(ascii: "#")
            )
            blank(table.header.line + 1, from: table.delimiterStart)
            for row in table.rows { blank(row.line, from: row.start) }
        }
        return withParagraphsAbove(bytes, source)
    }

    /// As in cmark-gfm: in a paragraph that goes over into a table, `\|` is a pipe even in code, and nothing is a link definition.
    private func withParagraphsAbove(_ bytes: [UInt8], _ source: MarkdownSource) -> [UInt8] {
        let backslash = UInt8(ascii: "\\")
        let dropped = linesAbove.flatMap { line in
            source.line(line).filter {
                bytes[$0] == backslash && $0 + 1 < bytes.count && bytes[$0 + 1] == UInt8(ascii: "|")
            }
        }
        let escaped = paragraphsAbove.values.compactMap { Self.definitionColon(bytes, $0) }
        if dropped.isEmpty, escaped.isEmpty { return bytes }
        let isDropped = Set(dropped)
        let isEscaped = Set(escaped)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + escaped.count)
        for offset in bytes.indices where !isDropped.contains(offset) {
            if isEscaped.contains(offset) { result.append(backslash) }
            result.append(bytes[offset])
        }
        return result
    }

    /// The colon of `[label]:` at `start`; labels are at most 1,000 bytes long.
    private static func definitionColon(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
        var offset = start + 1
        while offset + 1 < bytes.count, offset < start + 1_010 {
            if bytes[offset] == UInt8(ascii: "\\") {
                offset += 2
            } else if bytes[offset] == UInt8(ascii: "]") {
                return bytes[offset + 1] == UInt8(ascii: ":") ? offset + 1 : nil
            } else {
                offset += 1
            }
        }
        return nil
    }

    /// As in cmark-gfm: a table without rows counts as ending with a blank line, which makes the lists around it loose
    /// where something follows it.
    private mutating func loosenLists() {
        guard tables.values.contains(where: \.rows.isEmpty) else { return }
        var ancestors: [Int] = []
        for index in tree.nodes.indices where !tree.nodes[index].kind.isInline {
            while let last = ancestors.last, tree.nodes[last].end <= index { ancestors.removeLast() }
            let node = tree.nodes[index]
            if node.kind == .paragraph || node.kind == .heading, let table = tables[node.line - 1], table.rows.isEmpty {
                loosen(around: index, ancestors)
            }
            if !(node.kind == .paragraph || node.kind == .heading) { ancestors.append(index) }
        }
    }

    private mutating func loosen(around table: Int, _ ancestors: [Int]) {
        var end = tree.nodes[table].end
        // What stands for the delimiter row is no block that follows.
        if end < tree.nodes.count, tree.nodes[end].kind == .heading, tableLines.contains(tree.nodes[end].line - 1) {
            end = tree.nodes[end].end
        }
        var depth = ancestors.count - 1
        while depth >= 1, tree.nodes[ancestors[depth]].kind == .item {
            let item = tree.nodes[ancestors[depth]]
            let list = ancestors[depth - 1]
            if end < item.end || item.end < tree.nodes[list].end { tree.nodes[list].isTight = false }
            guard end == item.end, item.end == tree.nodes[list].end else { return }
            depth -= 2
        }
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
