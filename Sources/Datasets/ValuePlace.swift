// Finds a value back in its file, for findings only: reading itself does not remember columns.
import Diagnostics

/// The place of the value in a column (from 0) of the row that begins on `line`.
func valuePlace(in source: SourceText, line: Int, column: Int, dialect: Dialect) -> Place {
    let places = valuePlaces(in: source, line: line, upTo: column, dialect: dialect)
    return places.last ?? Place(file: source.file, line: line)
}

/// The places of the values of the row that begins on `line`, up to that in a column; at least one.
func valuePlaces(in source: SourceText, line: Int, upTo column: Int = .max, dialect: Dialect) -> [Place] {
    let bytes = source.bytes
    let lineEnd: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    var start = 0
    var skipped = 1
    while skipped < line, let end = bytes[start...].firstIndex(of: lineEnd) {
        start = end + 1
        skipped += 1
    }
    var places: [Place] = []
    var place = Place(file: source.file, line: line)
    var isQuoted = false
    var valueStart = start
    var lineStart = start
    var offset = start
    func close() {
        place.column = max(1, valueStart - lineStart + 1)
        place.length = max(1, offset - valueStart)
        places.append(place)
    }
    while offset < bytes.count {
        let byte = bytes[offset]
        if byte == dialect.quote {
            isQuoted.toggle()
        } else if !isQuoted, byte == dialect.delimiter || byte == 0x0A || byte == 0x0D {
            if byte != dialect.delimiter || places.count == column { break }
            close()
            valueStart = offset + 1
        }
        if byte == lineEnd {
            place.line += 1
            lineStart = offset + 1
            // A value that goes on over several lines is shown where it ends.
            valueStart = lineStart
        }
        offset += 1
    }
    close()
    return places
}
