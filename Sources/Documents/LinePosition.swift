// Walking into a line as libcmark does: bytes and columns, with tabs that stop every four columns.

/// A position in one line.
struct LinePosition {
    let bytes: [UInt8]
    /// End of the line, without its line end.
    let end: Int
    var offset: Int
    var column = 0
    /// Columns of a tab at `offset` that are consumed already.
    private var tabRest = 0

    init(_ bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        offset = line.lowerBound
        end = line.upperBound
    }

    /// Offset of the first byte that is not a blank, and the columns between here and there.
    var indentation: (columns: Int, offset: Int) {
        var at = offset
        var width = 0
        if tabRest > 0, at < end {
            width = tabRest
            at += 1
        }
        while at < end {
            if bytes[at] == 0x20 {
                width += 1
            } else if bytes[at] == 0x09 {
                width += 4 - (column + width) % 4
            } else {
                break
            }
            at += 1
        }
        return (width, at)
    }

    var isBlank: Bool { indentation.offset == end }

    /// Goes forward over blanks by `count` columns; a tab may be taken in part.
    mutating func advance(columns count: Int) {
        var left = count
        while left > 0, offset < end {
            if bytes[offset] == 0x09 {
                let width = tabRest > 0 ? tabRest : 4 - column % 4
                let taken = min(width, left)
                column += taken
                left -= taken
                tabRest = width - taken
                if tabRest == 0 { offset += 1 }
            } else {
                offset += 1
                column += 1
                left -= 1
            }
        }
    }

    /// Goes forward to `target`, a byte of this line.
    mutating func advance(to target: Int) {
        while offset < min(target, end) {
            advance(columns: bytes[offset] == 0x09 ? (tabRest > 0 ? tabRest : 4 - column % 4) : 1)
        }
    }
}
