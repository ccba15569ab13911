// A matrix in words, as a table and as CSV. What is empty is said as plainly as what is known.
import Markup

func describeMatrix(_ matrix: MatrixData, _ words: Words) -> String {
    guard !matrix.rows.isEmpty else {
        return words("Er zijn geen gegevens voor deze grafiek.", "There are no data for this chart.")
    }
    var sentences = [
        words(
            "Matrix: \(inSentence(matrix.titles.word)) per \(inSentence(matrix.titles.row)) en \(inSentence(matrix.titles.column)).",
            "Matrix: \(inSentence(matrix.titles.word)) by \(inSentence(matrix.titles.row)) and \(inSentence(matrix.titles.column))."
        )
    ]
    for column in matrix.columns.indices {
        func rows(_ fits: (MatrixData.Cell) -> Bool) -> [String] {
            matrix.rows.indices.filter { fits(matrix.cells[$0][column]) }.map { matrix.rows[$0] }
        }
        var parts: [String] = []
        for level in matrix.levels.indices {
            let named = rows { if case .level(level, _) = $0 { true } else { false } }
            if !named.isEmpty { parts.append("\(matrix.levels[level]): \(words.list(named, most: 8))") }
        }
        for (cell, word) in [(MatrixData.Cell.empty, matrix.emptyWord), (.hidden, words.hidden)] {
            let named = rows {
                switch ($0, cell) {
                case (.empty, .empty), (.hidden, .hidden): true
                default: false
                }
            }
            if named.count == matrix.rows.count, named.count > 1 {
                parts.append(words("overal \(word)", "\(word) everywhere"))
            } else if !named.isEmpty {
                parts.append("\(word): \(words.list(named, most: 8))")
            }
        }
        sentences.append("\(matrix.columns[column]): \(parts.joined(separator: "; ")).")
    }
    return sentences.joined(separator: " ")
}

func matrixTable(_ matrix: MatrixData, _ words: Words) -> DataTable {
    func cell(_ text: String) -> DataTable.Cell {
        DataTable.Cell(text: text, value: nil, isNumber: false, isSuppressed: false)
    }
    let rows = matrix.rows.indices.map { row in
        [cell(matrix.rows[row])]
            + matrix.cells[row].map { one in
                if case .level(_, let note) = one, !note.isEmpty { return cell("\(matrix.word(one, words)): \(note)") }
                return cell(matrix.word(one, words))
            }
    }
    return DataTable(header: [matrix.titles.row] + matrix.columns, rows: rows, note: nil)
}

func matrixCSV(_ matrix: MatrixData, _ words: Words) -> [UInt8] {
    var writer = ByteWriter()
    writer.byteOrderMark()
    writer.csvRecord([
        matrix.titles.row, matrix.titles.column, matrix.titles.word, words("Toelichting", "Explanation"),
    ])
    for row in matrix.rows.indices {
        for column in matrix.columns.indices {
            var (word, note) = ("", "")
            if case .level(let level, let text) = matrix.cells[row][column] {
                (word, note) = (matrix.levels[level], text)
            }
            writer.csvRecord([matrix.rows[row], matrix.columns[column], word, note])
        }
    }
    return writer.bytes
}
