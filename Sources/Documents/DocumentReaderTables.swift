// Pipe tables in the document: rows that are too short are filled up, rows that are too long were cut.
extension DocumentReader {
    mutating func read(_ table: PipeTable) {
        let opened = builder.open(
            .table,
            value: table.alignments.count,
            at: source.position(line: table.header.line, offset: table.header.start)
        )
        read(table.header, of: table, isHeader: true)
        for (index, row) in table.rows.enumerated() { read(row, of: table, isHeader: false, isFirst: index == 0) }
        builder.close(opened)
    }

    private mutating func read(_ row: PipeTable.Row, of table: PipeTable, isHeader: Bool, isFirst: Bool = false) {
        let opened = builder.open(
            .row,
            detail: isHeader ? 1 : 0,
            value: isFirst ? 1 : 0,
            at: source.position(line: row.line, offset: row.start)
        )
        for (column, alignment) in table.alignments.enumerated() {
            let cell = column < row.cells.count ? row.cells[column] : nil
            let position = source.position(
                line: row.line,
                offset: cell?.lowerBound ?? row.cells.last?.upperBound ?? row.start
            )
            let opened = builder.open(.cell, detail: alignment.rawValue, value: isHeader ? 1 : 0, at: position)
            if let cell { readCell(cell, line: row.line) }
            builder.close(opened)
        }
        builder.close(opened)
    }
}
