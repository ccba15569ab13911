// Downloads as spreadsheets read them, with whatever delimiter: no cell runs, and what is read back is the data.
import Testing

@testable import Markup

@Suite struct CSVRecordTests {
    private func record(_ fields: [String]) -> String {
        var writer = ByteWriter()
        writer.csvRecord(fields)
        return writer.string
    }

    @Test(arguments: [
        (["a", "1"], "a,1\r\n"), (["-5", "-0.25", "+3", "1e-7", "-1E+9"], "-5,-0.25,+3,1e-7,-1E+9\r\n"),
        (["-5", "a", "5+b"], "-5,\"a\",\"5+b\"\r\n"), (["=1"], "\"'=1\"\r\n"), (["-inf"], "\"'-inf\"\r\n"),
        (["-0x1F"], "\"'-0x1F\"\r\n"), (["x;=1"], "\"x;'=1\"\r\n"), (["x; =1"], "x; =1\r\n"),
        (["x\t=1"], "\"x\t'=1\"\r\n"), (["x\n@a"], "\"x\n'@a\"\r\n"), (["\t=1"], "\"\t'=1\"\r\n"),
        (["x,=1"], "\"x,=1\"\r\n"), (["€ 5,-"], "\"€ 5,-\"\r\n"), (["'=1"], "\"''=1\"\r\n"), (["'t"], "'t\r\n"),
        (["x;'-1"], "\"x;''-1\"\r\n"), (["\u{FF1D}1"], "\"'\u{FF1D}1\"\r\n"), (["a\r\nb"], "\"a\r\nb\"\r\n"),
        (["x;\"=1"], "\"x;'\"\"=1\"\r\n"), (["\"'=1"], "\"'\"\"'=1\"\r\n"),
    ])
    func isWritten(fields: [String], expected: String) { #expect(record(fields) == expected) }

    /// Cuts as a reader does that has never heard of quotes in the middle of a cell: the worst that a spreadsheet could do.
    @Test(arguments: [",", ";", "\t"] as [Character])
    func noCellRunsAtAnyDelimiter(delimiter: Character) {
        let signs: [Character] = ["=", "+", "-", "@", ";", "\t", "\n", "\"", "'", "a", "1", ","]
        var state: UInt64 = 11
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<5_000 {
            let fields = (0..<3).map { _ in String((0..<random(6)).map { _ in signs[random(signs.count)] }) }
            let text = record(fields)
            for cell in cells(text, delimiter) {
                let isHarmless =
                    cell.first.map { !"=+-@".contains($0) } ?? true
                    || cell.dropFirst().allSatisfy { "0123456789.eE+-".contains($0) }
                    // A quote or comma in it: no number, no formula.
                    || cell.contains("\"") && !cell.hasPrefix("=") && cell.first.map { "+-".contains($0) } ?? false
                #expect(isHarmless, "\(fields) \(cell)")
            }
            #expect(cells(text, ",").map(withoutFormulaGuards) == fields)
        }
    }

    /// RFC 4180, with another delimiter; a quote opens only at the start of a cell.
    private func cells(_ text: String, _ delimiter: Character) -> [String] {
        var cells = [""]
        var isQuoted = false
        var scalars = Array(text.dropLast().unicodeScalars.map(Character.init))[...]
        if scalars.last == "\r" { scalars.removeLast() }
        while let next = scalars.popFirst() {
            if isQuoted {
                if next == "\"", scalars.first == "\"" {
                    cells[cells.count - 1].append(next)
                    scalars.removeFirst()
                } else if next == "\"" {
                    isQuoted = false
                } else {
                    cells[cells.count - 1].append(next)
                }
            } else if next == "\"", cells[cells.count - 1].isEmpty {
                isQuoted = true
            } else if next == delimiter || next == "\n" {
                cells.append("")
            } else {
                cells[cells.count - 1].append(next)
            }
        }
        return cells
    }
}
