// The only file that knows libcsv: bytes in, rows of values out, one at a time. No pointer of libcsv's leaves it.
internal import CCSV

/// One row of a CSV file: the bytes of its values joined, and where each value ends.
struct CSVRow {
    /// The line on which the row begins, from 1.
    var line = 1
    var bytes: [UInt8] = []
    var ends: [Int] = []

    var count: Int { ends.count }

    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
    func text(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    /// Whether every value is nothing but blanks.
    var isEmpty: Bool {
        // Most rows say at their first byte that they are not.
        guard let first = bytes.first, first > 0x20, first < 0x80 else {
            return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.isBlank)
        }
        return false
    }
}

/// What stopped the reading of a file.
enum CSVProblem: Equatable {
    /// A quote in the middle of an unquoted value, or text after a closing quote; line and column from 1.
    case quote(line: Int, column: Int)
    /// A quote that is opened in the row that begins on this line and never closed.
    case openQuote(line: Int)
    case memory
}

/// Hands every row to `each`; empty lines are no rows. Stops at the first row that is not CSV (RFC 4180, strictly).
func readCSVRows(_ bytes: [UInt8], dialect: Dialect, each: (borrowing CSVRow) -> Void) -> CSVProblem? {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else { return .memory }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, dialect.delimiter)
    csv_set_quote(&parser, dialect.quote)
    // libcsv drops blanks around unquoted values unless nothing is a blank.
    if !dialect.skipsInitialSpace { csv_set_space_func(&parser) { _ in 0 } }

    return withoutActuallyEscaping(each) { each in
        var reading = Reading(each: each)
        return withUnsafeMutablePointer(to: &reading) { reading in
            bytes.withUnsafeBufferPointer { parse($0, with: &parser, into: reading) }
        }
    }
}

/// The row under construction, and who gets it.
private struct Reading {
    var row = CSVRow()
    let each: (borrowing CSVRow) -> Void
}

private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    with parser: inout csv_parser,
    into reading: UnsafeMutablePointer<Reading>
) -> CSVProblem? {
    let addValue: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
        value,
        length,
        context in
        guard let reading = context?.assumingMemoryBound(to: Reading.self) else { return }
        if let value {
            reading.pointee.row.bytes.append(contentsOf: UnsafeRawBufferPointer(start: value, count: length))
        }
        reading.pointee.row.ends.append(reading.pointee.row.bytes.count)
    }
    let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
        guard let reading = context?.assumingMemoryBound(to: Reading.self) else { return }
        reading.pointee.each(reading.pointee.row)
        reading.pointee.row.bytes.removeAll(keepingCapacity: true)
        reading.pointee.row.ends.removeAll(keepingCapacity: true)
    }

    // libcsv does not say where it is, so it is fed line by line; files from old spreadsheets end lines with CR alone.
    let lineEnd: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    var start = 0
    var line = 1
    while start < bytes.count {
        let end = lineEndOffset(in: bytes, from: start, mark: lineEnd)
        if parser.pstate == betweenRows { reading.pointee.row.line = line }
        let length = end - start
        let done = csv_parse(&parser, bytes.baseAddress.map { $0 + start }, length, addValue, endRow, reading)
        if done != length {
            return csv_error(&parser) == CSV_EPARSE ? .quote(line: line, column: done + 1) : .memory
        }
        start = end
        line += 1
    }
    if csv_fini(&parser, addValue, endRow, reading) != 0 {
        return csv_error(&parser) == CSV_EPARSE ? .openQuote(line: reading.pointee.row.line) : .memory
    }
    return nil
}

/// libcsv's own state number for *no row begun*; its header does not name it.
private let betweenRows: Int32 = 0

private func lineEndOffset(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, mark: UInt8) -> Int {
    var offset = start
    while offset < bytes.count {
        if bytes[offset] == mark { return offset + 1 }
        offset += 1
    }
    return bytes.count
}
