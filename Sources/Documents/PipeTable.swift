// The rows of a GFM pipe table, split exactly as cmark-gfm splits them.

/// A pipe table in the source; lines count from 0.
struct PipeTable {
    struct Row {
        var line: Int
        /// Offset of the first byte of the row.
        var start: Int
        /// The bytes of each cell in the source, without blanks around them; pipes in them are still escaped.
        var cells: [Range<Int>]
    }
    var alignments: [Document.Alignment]
    var header: Row
    /// Offset of the first byte of the delimiter row.
    var delimiterStart: Int
    var rows: [Row] = []
    /// Where the header row begins with its indentation; it may be indented like code, since it comes out of a paragraph.
    var indentedStart = 0
    /// Whether the header row lacks the mark of its block quote or the indentation of its list item, as the last line of a paragraph may.
    var isHeaderLazy = false

    /// The line by which the table is known: the first that is surely inside its containers.
    var anchor: Int { isHeaderLazy ? header.line + 1 : header.line }
    /// The last line of the table; the delimiter row where there are no rows below it.
    var lastLine: Int { rows.last?.line ?? header.line + 1 }

    /// Splits the text from `start` to the end of its line into cells; nil where it is not a row.
    ///
    /// A pipe with a backslash before it does not end a cell, even if that backslash is itself escaped.
    static func cells(_ bytes: [UInt8], from start: Int, to end: Int) -> [Range<Int>]? {
        var cells: [Range<Int>] = []
        var offset = start
        func skipBlanks() { while offset < end, isBlank(bytes[offset]) { offset += 1 } }
        if offset < end, bytes[offset] == pipe {
            offset += 1
            skipBlanks()
        }
        while offset < end {
            let cellStart = offset
            while offset < end, bytes[offset] != pipe || offset > cellStart && bytes[offset - 1] == UInt8(ascii: "\\") {
                offset += 1
            }
            cells.append(trimmed(bytes, cellStart..<offset))
            if offset < end {
                offset += 1
                skipBlanks()
            }
        }
        return cells.isEmpty || cells.count > Int(UInt16.max) ? nil : cells
    }

    /// The alignments that a delimiter row gives; nil where the line is not one.
    static func alignments(_ bytes: [UInt8], from start: Int, to end: Int) -> [Document.Alignment]? {
        var alignments: [Document.Alignment] = []
        var offset = start
        func skipBlanks() { while offset < end, isBlank(bytes[offset]) { offset += 1 } }
        func take(_ byte: UInt8) -> Bool {
            guard offset < end, bytes[offset] == byte else { return false }
            offset += 1
            return true
        }
        _ = take(pipe)
        while true {
            skipBlanks()
            let left = take(UInt8(ascii: ":"))
            guard take(UInt8(ascii: "-")) else { return nil }
            while take(UInt8(ascii: "-")) {}
            let right = take(UInt8(ascii: ":"))
            alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
            skipBlanks()
            guard take(pipe) else { break }
            skipBlanks()
            if offset == end { break }
        }
        return offset == end && alignments.count <= Int(UInt16.max) ? alignments : nil
    }

    /// Whether a line could be a delimiter row, whatever is around it; most texts have none, and are done with tables then.
    static func mayBeDelimiterRow(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var hasHyphen = false
        var hasOther = false
        for offset in line {
            switch bytes[offset] {
            case UInt8(ascii: "-"): hasHyphen = true
            case pipe, UInt8(ascii: ":"): hasOther = true
            case 0x20, 0x09, 0x0B, 0x0C, UInt8(ascii: ">"): break
            default: return false
            }
        }
        return hasHyphen && hasOther
    }

    private static let pipe = UInt8(ascii: "|")

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
