// How a table of cells fits a width, for `index-table`: which way round, how wide its cells, how many columns beside each other.

/// Which of the two categories goes down and which goes across, and how many columns stand beside each other.
struct TableLayout: Sendable {
    /// Whether the series go down and the categories across.
    let isTurned: Bool
    let rows: CategoryRows
    let heads: [[String]]
    let cellWidth: Double
    /// The columns that stand beside each other; more than one where they go on below.
    let blocks: [Range<Int>]

    /// As the author asked where that fits, turned where only that fits, else what needs the fewest blocks.
    ///
    /// - Parameter headRoom: the width of the longest word of the headings that is kept whole.
    static func best(
        rows: [String],
        columns: [String],
        cell: (width: Double, height: Double),
        headRoom: Double,
        width: Double
    ) -> TableLayout {
        func layout(_ rows: [String], _ columns: [String], isTurned: Bool) -> TableLayout {
            TableLayout(
                rows: rows,
                columns: columns,
                cell: cell,
                headRoom: headRoom,
                width: width,
                isTurned: isTurned
            )
        }
        let straight = layout(rows, columns, isTurned: false)
        guard straight.blocks.count > 1, columns.count > 1 else { return straight }
        let turned = layout(columns, rows, isTurned: true)
        return turned.blocks.count < straight.blocks.count ? turned : straight
    }

    private init(
        rows names: [String],
        columns: [String],
        cell: (width: Double, height: Double),
        headRoom: Double,
        width: Double,
        isTurned: Bool
    ) {
        self.isTurned = isTurned
        rows = CategoryRows(names, in: width, share: 0.32, mark: cell.height, gap: 8)
        // A heading needs its longest word, within reason; beyond that it is broken.
        let word = columns.reduce(0) { widest, name in
            name.split(separator: " ").reduce(widest) { max($0, TextStyle.axis.width(of: String($1))) }
        }
        let room = max(width - rows.labelWidth, 40)
        let least = min(max(cell.width + (width < 440 ? 4 : 10), min(word + 6, headRoom), 44), room)
        let most = max(1, min(columns.count, Int(room / least)))
        let lines = (columns.count + most - 1) / most
        let perLine = (columns.count + lines - 1) / max(lines, 1)
        cellWidth = min(room / Double(max(perLine, 1)), max(least, 120))
        let headWidth = cellWidth - 6
        heads = wrappedApart(columns, to: headWidth, in: .axis, lines: 4)
        blocks = stride(from: 0, to: columns.count, by: max(perLine, 1)).map {
            $0..<min($0 + perLine, columns.count)
        }
    }
}
