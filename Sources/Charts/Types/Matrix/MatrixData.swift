// What a matrix shows: a word for each row and column, from released rows as they stand.
import Declarations
import Diagnostics
import Disclosure
import Markup

extension ChartSpec {
    /// What a matrix block says besides its texts.
    struct MatrixBlock: Sendable {
        /// Which of the block's group columns holds what: `column`, `row`, `word`, `note`.
        var columns: [String: Int] = [:]
        /// The words of the cells, strongest first; empty where their order is that of the data.
        var levels: [Scalar] = []
        /// What an empty cell says.
        var empty: Scalar?
    }

    static func readMatrix(_ fields: inout Fields, _ channels: inout Channels) -> MatrixBlock {
        var block = MatrixBlock()
        channels.readNames(
            &fields,
            [("column", "x", true), ("row", "y", true), ("word", "value", true), ("note", "text", false)],
            into: &block.columns
        )
        block.levels = fields.scalars("levels") ?? []
        block.empty = fields.scalar("empty")
        return block
    }
}

struct MatrixData: Sendable {
    enum Cell: Sendable {
        case level(Int, note: String)
        case empty
        case hidden
    }
    private(set) var rows: [String] = []
    private(set) var columns: [String] = []
    private(set) var levels: [String] = []
    /// [row][column]
    private(set) var cells: [[Cell]] = []
    /// The titles of what stands in rows, columns and cells.
    let titles: (row: String, column: String, word: String)
    let emptyWord: String
    /// Words that the block's `levels` do not have.
    private(set) var unknown: [String] = []
    /// Cells with more than one row, by name.
    private(set) var duplicates: [String] = []

    init(_ spec: ChartSpec, _ data: ChartData, language: SiteLanguage) {
        let places = spec.matrix.columns
        let words = Words(language)
        emptyWord = spec.matrix.empty.map { readable($0.text) } ?? words("geen gegevens", "no data")
        levels = spec.matrix.levels.map { readable($0.text) }
        let table = data.table
        func title(_ role: String) -> String {
            readable(places[role].flatMap { table?.columns[safe: $0]?.title } ?? "")
        }
        titles = (title("row"), title("column"), title("word"))
        guard let table, let x = places["column"], let y = places["row"], let word = places["word"] else { return }
        let isFixed = !levels.isEmpty
        var found: [(row: Int, column: Int, cell: Cell)] = []
        for row in table.rows where row.count == table.columns.count {
            let rowIndex = Self.index(of: categoryLabel(row[y], language), in: &rows)
            let columnIndex = Self.index(of: categoryLabel(row[x], language), in: &columns)
            var cell = Cell.empty
            if table.measure(named: ChartSpec.rowsChannel).map({ row[$0].isSuppressed }) ?? false {
                cell = .hidden
            } else if row[word] != .missing {
                let text = categoryLabel(row[word], language)
                let note = places["note"].map { row[$0] }.flatMap { $0 == .missing ? nil : categoryLabel($0, language) }
                if isFixed, !levels.contains(text), !unknown.contains(text) { unknown.append(text) }
                cell = .level(Self.index(of: text, in: &levels), note: note ?? "")
            }
            found.append((rowIndex, columnIndex, cell))
        }
        cells = rows.map { _ in columns.map { _ in .empty } }
        var taken = Set<[Int]>()
        for (row, column, cell) in found {
            if taken.insert([row, column]).inserted {
                cells[row][column] = cell
            } else {
                let name = "\(rows[row]), \(columns[column])"
                if !duplicates.contains(name) { duplicates.append(name) }
            }
        }
    }

    /// How much of the symbol is filled, in quarters: all for the strongest level, nothing for the weakest.
    func quarters(_ level: Int) -> Int {
        switch levels.count {
        case ...1: 4
        case 2: [4, 0][safe: level] ?? 0
        case 3: [4, 2, 0][safe: level] ?? 0
        case 4: [4, 2, 1, 0][safe: level] ?? 0
        default: max(0, 4 - level)
        }
    }

    func word(_ cell: Cell, _ words: Words) -> String {
        switch cell {
        case .level(let level, _): levels[level]
        case .empty: emptyWord
        case .hidden: words.hidden
        }
    }

    private static func index(of name: String, in known: inout [String]) -> Int {
        if let index = known.firstIndex(of: name) { return index }
        known.append(name)
        return known.count - 1
    }
}

extension ReleasedTable.Cell {
    fileprivate var isSuppressed: Bool { if case .suppressed = self { true } else { false } }
}

func checkMatrix(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    let matrix = MatrixData(spec, data, language: .nl)
    let place = spec.from?.place ?? spec.place
    let wordPlace = spec.matrix.columns["word"].flatMap { spec.groupColumns[safe: $0]?.place } ?? place
    let id = spec.id.text
    if matrix.rows.isEmpty {
        findings.warning(
            "chart.no-rows",
            at: spec.whereMapping?.place ?? place,
            en: "\(id): no rows to draw",
            nl: "\(id): geen rijen om te tekenen",
            hint: Wording(en: "check where and the dataset", nl: "kijk naar where en naar de dataset")
        )
    }
    if let word = matrix.unknown.first {
        findings.error(
            "chart.unknown-level",
            at: wordPlace,
            en: "\(id): \"\(word)\" is not one of levels",
            nl: "\(id): \"\(word)\" staat niet bij levels",
            hint: suggestion(for: word, among: spec.matrix.levels.map(\.text))
        )
    } else if matrix.levels.count > 5 {
        findings.warning(
            "chart.too-many-series",
            at: wordPlace,
            en: "\(id): \(matrix.levels.count) different words are too many to tell apart by their symbols",
            nl: "\(id): \(matrix.levels.count) verschillende woorden zijn te veel om aan hun symbool te herkennen",
            hint: Wording(
                en: "use at most 5 words; put the rest in text",
                nl: "gebruik hoogstens 5 woorden; zet de rest in text"
            )
        )
    }
    if !matrix.duplicates.isEmpty {
        let names = matrix.duplicates.prefix(3).joined(separator: "; ")
        findings.error(
            "chart.duplicate-category",
            at: place,
            en: "more than one row for \(names): only one can be drawn",
            nl: "meer dan één rij voor \(names): er kan er maar één getekend worden",
            hint: Wording(en: "narrow the rows with where", nl: "kies minder rijen met where")
        )
    }
    if matrix.columns.count > 20 {
        findings.warning(
            "chart.too-many-categories",
            at: spec.matrix.columns["column"].flatMap { spec.groupColumns[safe: $0]?.place } ?? place,
            en: "\(id): \(matrix.columns.count) columns are too many to compare",
            nl: "\(id): \(matrix.columns.count) kolommen zijn te veel om te vergelijken",
            hint: Wording(
                en: "choose fewer with where, or exchange x and y",
                nl: "kies er minder met where, of wissel x en y om"
            )
        )
    }
    if matrix.rows.count > 40 {
        findings.warning(
            "chart.too-many-categories",
            at: place,
            en: "\(id): \(matrix.rows.count) rows are too many to read",
            nl: "\(id): \(matrix.rows.count) rijen zijn te veel om te lezen",
            hint: Wording(
                en: "choose fewer with where, or use a table",
                nl: "kies er minder met where, of gebruik een tabel"
            )
        )
    }
}
