// Block quotes and list items around a block: what has to be taken off a line before the block's own text begins.

/// The open block quotes and list items, outermost first.
struct Containers {
    enum Container {
        case quote
        /// Continuation lines are indented by `width` columns; on its own first line the content begins at `content`.
        case item(width: Int, line: Int, content: LinePosition)
    }
    private(set) var open: [Container] = []

    /// Deeper than any honest text; libcmark's own nesting is followed no further than this.
    static let deepest = 100

    mutating func pushQuote() { open.append(.quote) }
    mutating func pop() { open.removeLast() }

    /// A list item whose marker stands at byte `column` (from 1) of line `line` (from 0).
    mutating func pushItem(in source: MarkdownSource, line: Int, column: Int) {
        // What is deeper is not followed, so it needs no position: finding one would take a walk along the line for each.
        guard line < source.lineCount, open.count < Self.deepest else { return open.append(.quote) }
        var position = strip(line, of: source)?.position ?? LinePosition(source.bytes, line: source.line(line))
        let base = position.column
        position.advance(to: source.starts[line] + column - 1)
        var marker = position.offset
        while marker < position.end, (0x30...0x39).contains(source.bytes[marker]) { marker += 1 }
        position.advance(to: marker + 1)
        let afterMarker = position.column
        let (blanks, next) = position.indentation
        let padding = next == position.end || blanks >= 5 || blanks < 1 ? 1 : blanks
        position.advance(columns: padding)
        open.append(.item(width: afterMarker - base + padding, line: line, content: position))
    }

    /// Where the content of a line begins inside all containers.
    ///
    /// - Returns: nil where the line lacks a container's prefix at its very beginning; `isLazy` where it lacks one later on.
    func strip(_ line: Int, of source: MarkdownSource) -> (position: LinePosition, isLazy: Bool)? {
        guard line < source.lineCount else { return nil }
        var position = LinePosition(source.bytes, line: source.line(line))
        for container in open.prefix(Self.deepest) {
            switch container {
            case .quote:
                let (columns, offset) = position.indentation
                guard columns < 4, offset < position.end, source.bytes[offset] == 0x3E else { return (position, true) }
                position.advance(to: offset + 1)
                if position.offset < position.end,
                    source.bytes[position.offset] == 0x20 || source.bytes[position.offset] == 0x09
                {
                    position.advance(columns: 1)
                }
            case .item(let width, let first, let content):
                if line == first {
                    position = content
                } else {
                    let (columns, offset) = position.indentation
                    if columns >= width {
                        position.advance(columns: width)
                    } else if offset == position.end {
                        position.advance(to: offset)
                    } else {
                        return (position, true)
                    }
                }
            }
        }
        return (position, false)
    }
}
