// The text as it is handed to libcmark, and the way back from its lines to the author's file.
import Diagnostics

/// A line and byte column from 1 in the author's file.
struct SourcePosition: Equatable {
    var line = 1
    var column = 1
}

/// A text of lines; each line knows where it stands in the author's file.
struct MarkdownSource {
    let bytes: [UInt8]
    let file: String
    /// Offsets of the first byte of each line, and one more: the end of the text.
    let starts: [Int]
    /// Where line `i` (from 0) stands in the file.
    private let origin: Origin

    enum Origin {
        /// All lines follow each other from this place; the column counts for the first line only.
        case whole(SourcePosition)
        /// Line by line: its line in the file, and how many columns further to the right it stands there.
        case lines([(line: Int, shift: Int)])
    }

    init(bytes: [UInt8], file: String, origin: Origin) {
        self.bytes = bytes
        self.file = file
        self.origin = origin
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count {
                let byte = buffer[offset]
                offset += 1
                if byte == 0x0A || byte == 0x0D && !(offset < buffer.count && buffer[offset] == 0x0A) {
                    starts.append(offset)
                }
            }
            if starts[starts.count - 1] < buffer.count { starts.append(buffer.count) }
        }
        self.starts = starts
    }

    var lineCount: Int { starts.count - 1 }

    /// The bytes of line `index` (from 0) without its line end.
    func line(_ index: Int) -> Range<Int> {
        let start = starts[index]
        var end = starts[index + 1]
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The place of a byte of line `index`.
    func position(line index: Int, offset: Int) -> SourcePosition {
        let column = offset - (index < starts.count ? starts[index] : 0) + 1
        switch origin {
        case .whole(let first):
            return SourcePosition(line: first.line + index, column: index == 0 ? column + first.column - 1 : column)
        case .lines(let lines):
            guard index < lines.count else { return SourcePosition(line: (lines.last?.line ?? 0) + 1, column: 1) }
            return SourcePosition(line: lines[index].line, column: max(1, column + lines[index].shift))
        }
    }

    func place(_ position: SourcePosition, length: Int = 1) -> Place {
        Place(file: file, line: position.line, column: position.column, length: max(1, length))
    }
}
