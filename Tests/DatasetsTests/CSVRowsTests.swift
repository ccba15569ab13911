import Testing

@testable import Datasets

@Suite("CSV rows")
struct CSVRowsTests {
    @Test(
        arguments: [
            ("a,b\n1,2\n", [["1", "a", "b"], ["2", "1", "2"]]),
            ("a,b\r\n1,2", [["1", "a", "b"], ["2", "1", "2"]]),
            // Line ends of old spreadsheets.
            ("a\rb\r", [["1", "a"], ["2", "b"]]),
            // Empty lines are no rows, but they count as lines.
            ("a\n\n\nb\n", [["1", "a"], ["4", "b"]]),
            // A value over several lines: the next row knows its line.
            ("\"x\ny\",1\nz,2\n", [["1", "x\ny", "1"], ["3", "z", "2"]]),
            ("\"a \"\"b\"\" c\",\n", [["1", "a \"b\" c", ""]]),
            // Blanks belong to the value unless the contract says otherwise.
            (" a , b\n", [["1", " a ", " b"]]),
            ("ë,€\n", [["1", "ë", "€"]]),
            ("", []),
        ] as [(String, [[String]])]
    )
    func splits(csv: String, rows: [[String]]) {
        var found: [[String]] = []
        let problem = readCSVRows(Array(csv.utf8), dialect: Dialect()) { row in
            found.append([String(row.line)] + (0..<row.count).map { row.text($0) })
        }
        #expect(problem == nil)
        #expect(found == rows)
    }

    @Test func usesTheDialect() {
        var dialect = Dialect()
        dialect.delimiter = UInt8(ascii: ";")
        dialect.quote = UInt8(ascii: "'")
        dialect.skipsInitialSpace = true
        var found: [String] = []
        _ = readCSVRows(Array(" a ; 'b;c' ;\"d\"\n".utf8), dialect: dialect) { row in
            found = (0..<row.count).map { row.text($0) }
        }
        #expect(found == ["a", "b;c", "\"d\""])
    }

    @Test(arguments: [
        ("a\nb \"c\"\n", CSVProblem.quote(line: 2, column: 3)),
        ("a\n\"b\"c\n", .quote(line: 2, column: 4)),
        ("a\nb,\"c\nd\n", .openQuote(line: 2)),
    ])
    func refusesLooseQuotes(csv: String, problem: CSVProblem) {
        #expect(readCSVRows(Array(csv.utf8), dialect: Dialect()) { _ in } == problem)
    }
}
