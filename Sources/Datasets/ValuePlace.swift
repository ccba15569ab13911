// Finds a value back in its file, for findings only: reading itself does not remember columns.
import Diagnostics

/// The place of the value in a column (from 0) of the row that begins on `line`.
func valuePlace(in source: SourceText, line: Int, column: Int, dialect: Dialect) -> Place {
    let bytes = source.bytes
    let lineEnd: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    var start = 0
    var skipped = 1
    while skipped < line, let end = bytes[start...].firstIndex(of: lineEnd) {
        start = end + 1
        skipped += 1
    }
    var place = Place(file: source.file, line: line)
    var isQuoted = false
    var current = 0
    var valueStart = start
    var lineStart = start
    var offset = start
    while offset < bytes.count {
        let byte = bytes[offset]
        if byte == dialect.quote {
            isQuoted.toggle()
        } else if !isQuoted, byte == dialect.delimiter || byte == 0x0A || byte == 0x0D {
            if current == column || byte != dialect.delimiter { break }
            current += 1
            valueStart = offset + 1
        }
        if byte == lineEnd {
            place.line += 1
            lineStart = offset + 1
            // A value that goes on over several lines is shown where it ends.
            if current == column { valueStart = lineStart }
        }
        offset += 1
    }
    place.column = max(1, valueStart - lineStart + 1)
    place.length = max(1, offset - valueStart)
    return place
}
