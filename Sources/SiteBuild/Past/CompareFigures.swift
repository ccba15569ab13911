// Which cells of a figure or table differ between two editions: rows are found by what names them, columns by their name.
import Markup

/// A figure or table that came, went or shows something else.
public struct FigureChange: Sendable, Equatable {
    public struct Cell: Sendable, Equatable {
        /// What names the row: *Limmel, 2020*.
        public var row: String
        /// The column, as the new edition calls it.
        public var column: FigureRecord.Column
        public var old: FigureRecord.Cell
        public var new: FigureRecord.Cell

        /// Whether readers could see it and cannot any more. What it was is not told.
        public var isHiddenNow: Bool { old == .hidden && new == .hidden }
    }

    public var old: FigureRecord?
    public var new: FigureRecord?
    /// In the order of the rows.
    public var cells: [Cell] = []
    /// Rows that only one of the two has.
    public var addedRows: [String] = []
    public var removedRows: [String] = []
    /// Columns that only one of the two has.
    public var addedColumns: [String] = []
    public var removedColumns: [String] = []
    /// What the columns are called that name the rows.
    public var rowTitle = ""
    /// Whether a row holds more than one value, so that each needs the name of its column.
    public var hasManyColumns = false
    /// Whether no column names the rows of both, so that no cell has a counterpart.
    public var isRebuilt = false
    /// Whether its dataset measures something else now.
    public var isRedefined = false

    public var id: String { (new ?? old)?.id ?? "" }

    fileprivate var isSame: Bool {
        cells.isEmpty && addedRows.isEmpty && removedRows.isEmpty && addedColumns.isEmpty && removedColumns.isEmpty
            && !isRebuilt && !isRedefined
            && old?.title == new?.title
    }
}

/// - Returns: figures that both have and that differ, then new ones, then those that are gone.
func compareFigures(_ old: [FigureRecord], _ new: [FigureRecord], _ series: Series) -> [FigureChange] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(new.map(\.id))
    let changed = new.compactMap { figure in before[figure.id].flatMap { compare($0, figure, series) } }
    let added = new.filter { before[$0.id] == nil }.map { FigureChange(new: $0) }
    let removed = old.filter { !ids.contains($0.id) }.map { FigureChange(old: $0) }
    return changed + added + removed
}

private func compare(_ old: FigureRecord, _ new: FigureRecord, _ series: Series) -> FigureChange? {
    var change = FigureChange(old: old, new: new)
    let units = new.columns.contains { column in
        old.columns.contains { isSame($0, column) && !isSameUnit($0.unit, column.unit) }
    }
    change.isRedefined =
        units || !series.isSame(old.dataset, new.dataset) && !series.isBridged(new.dataset)
        || old.isIllustrative != new.isIllustrative
        || series.breaks(
            new.dataset,
            mentions: { area in new.rows.joined().contains(.text(area)) },
            isBefore: { old.isBefore($0) && new.isBefore($0) }
        )
    let keys = keyColumns(old, new)
    guard !keys.isEmpty else {
        change.isRebuilt = old.columns != new.columns || old.rows != new.rows
        return change.isSame ? nil : change
    }
    change.rowTitle = keys.map { new.columns[$0.new].title }.joined(separator: ", ")
    let cells = new.columns.indices.filter { column in !keys.contains { $0.new == column } }
    change.hasManyColumns = cells.count > 1
    let partner = cells.map { column in old.columns.firstIndex { isSame($0, new.columns[column]) } }
    change.addedColumns = zip(cells, partner).filter { $0.1 == nil }.map { new.columns[$0.0].title }
    change.removedColumns = old.columns.filter { column in !new.columns.contains { isSame(column, $0) } }.map(\.title)
    let (oldNames, newNames) = (old.rowNames(keys.map(\.old)), new.rowNames(keys.map(\.new)))
    let oldRows = Dictionary(zip(oldNames, old.rows), uniquingKeysWith: { first, _ in first })
    for (name, row) in zip(newNames, new.rows) {
        guard let before = oldRows[name] else {
            change.addedRows.append(name.text)
            continue
        }
        for case (let column, let earlier?) in zip(cells, partner) {
            let same = shownAlike(before[earlier], old.columns[earlier], row[column], new.columns[column])
            if same { continue }
            // What may not be shown any more is not shown in passing either.
            let old = row[column] == .hidden ? .hidden : before[earlier]
            change.cells.append(.init(row: name.text, column: new.columns[column], old: old, new: row[column]))
        }
    }
    let kept = Set(newNames)
    change.removedRows = oldNames.filter { !kept.contains($0) }.map(\.text)
    return change.isSame ? nil : change
}

/// A chart's measure `y` may stand beside a category of that name.
private func isSame(_ old: FigureRecord.Column, _ new: FigureRecord.Column) -> Bool {
    old.name == new.name && old.isCategory == new.isCategory
}

/// The columns that name the rows: as few of the categories that both have, from the left, as tell all rows of both apart;
/// all of them where none do.
private func keyColumns(_ old: FigureRecord, _ new: FigureRecord) -> [(old: Int, new: Int)] {
    let shared = new.columns.indices.filter { new.columns[$0].isCategory }.compactMap { column in
        old.columns.firstIndex { $0.isCategory && $0.name == new.columns[column].name }.map { (old: $0, new: column) }
    }
    let enough = shared.indices.first { last in
        let keys = shared[...last]
        return old.rowNames(keys.map(\.old)).allSatisfy { $0.repetition == 0 }
            && new.rowNames(keys.map(\.new)).allSatisfy { $0.repetition == 0 }
    }
    return enough.map { Array(shared[...$0]) } ?? shared
}

/// Whether readers see the same in two cells: numbers that only differ behind their last decimal are the same.
private func shownAlike(
    _ old: FigureRecord.Cell,
    _ oldColumn: FigureRecord.Column,
    _ new: FigureRecord.Cell,
    _ newColumn: FigureRecord.Column
) -> Bool {
    guard case .number(let before) = old, case .number(let after) = new else { return old == new }
    let decimals = max(oldColumn.decimals, newColumn.decimals)
    return oldColumn.unit == newColumn.unit
        && FixedDecimal(before, decimals: decimals)?.scaled == FixedDecimal(after, decimals: decimals)?.scaled
}

private struct RowName: Hashable {
    var text: String
    /// Rows with one name are told apart by their order.
    var repetition: Int
}

extension FigureRecord {
    /// What names each row, from these columns.
    fileprivate func rowNames(_ keys: [Int]) -> [RowName] {
        var seen: [String: Int] = [:]
        return rows.map { row in
            let parts = keys.compactMap { column -> String? in
                switch row[column] {
                case .text(let text): text
                case .number(let number): machineDigits(number)
                case .missing, .hidden: nil
                }
            }
            let text = parts.joined(separator: ", ")
            seen[text, default: -1] += 1
            return RowName(text: text, repetition: seen[text] ?? 0)
        }
    }
}
