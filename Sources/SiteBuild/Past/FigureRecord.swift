// The released table behind a figure or table as an edition published it, in data/figures.json: the cells that readers could see and no others.
import Disclosure
import Markup

/// What one figure or table shows.
public struct FigureRecord: Sendable, Equatable {
    public struct Column: Sendable, Equatable {
        public var name: String
        public var title: String
        public var unit: String?
        /// Whether its values name the rows; all other columns hold what was measured.
        public var isCategory: Bool
        public var decimals: Int
    }

    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double)
        case missing
        /// Not released: too few people, or needed to protect another cell.
        case hidden

        var isText: Bool { if case .text = self { true } else { false } }
    }

    public var id: String
    public var title: String
    /// The id of the page on which it stands.
    public var page: String
    public var dataset: String
    /// Invented data: whatever shows it must say *Voorbeeldgegevens*.
    public var isIllustrative: Bool
    public var columns: [Column]
    /// As many cells a row as there are columns.
    public var rows: [[Cell]]
}

extension FigureRecord {
    init(_ table: ReleasedTable, id: String, title: String, page: String) {
        self.init(
            id: id,
            title: title,
            page: page,
            dataset: table.origin.dataset,
            isIllustrative: table.origin.isIllustrative,
            columns: table.columns.map {
                Column(
                    name: $0.name,
                    title: $0.title,
                    unit: $0.unit,
                    isCategory: $0.role == .category,
                    decimals: $0.decimals
                )
            },
            rows: (table.rows + [table.total].compactMap { $0 }).map { row in
                row.map { cell in
                    switch cell {
                    case .text(let text): .text(text)
                    case .number(let number): .number(number)
                    case .missing: .missing
                    case .suppressed: .hidden
                    }
                }
            }
        )
    }

    init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let title = json["title"]?.text, let page = json["page"]?.text,
            let dataset = json["dataset"]?.text,
            let columns = json["columns"]?.list, let rows = json["rows"]?.list
        else { return nil }
        self.init(
            id: id,
            title: title,
            page: page,
            dataset: dataset,
            isIllustrative: json["illustrative"]?.flag ?? false,
            columns: columns.compactMap(Column.init),
            rows: rows.map { ($0.list ?? []).map(Cell.init) }
        )
        guard self.columns.count == columns.count, self.rows.allSatisfy({ $0.count == columns.count }) else {
            return nil
        }
    }

    func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("title", title)
        json.member("page", page)
        json.member("dataset", dataset)
        json.member("illustrative", isIllustrative)
        json.key("columns")
        json.list(columns) { json, column in
            json.object { json in
                json.member("name", column.name)
                json.member("title", column.title)
                json.member("unit", column.unit)
                json.member("category", column.isCategory)
                json.member("decimals", column.decimals)
            }
        }
        json.key("rows")
        json.list(rows) { json, row in json.line(row) { $1.write(to: &$0) } }
    }
}

extension FigureRecord.Column {
    fileprivate init?(_ json: JSONValue) {
        guard let name = json["name"]?.text, let title = json["title"]?.text else { return nil }
        self.init(
            name: name,
            title: title,
            unit: json["unit"]?.text,
            isCategory: json["category"]?.flag ?? false,
            decimals: json["decimals"]?.number.flatMap { Int(exactly: $0) } ?? 0
        )
    }
}

extension FigureRecord.Cell {
    fileprivate init(_ json: JSONValue) {
        switch json {
        case .string(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .bool: self = .hidden
        case .null, .list, .object: self = .missing
        }
    }

    /// As a JSON value: a text, a number, `null` for a gap, `false` for a cell that was not released.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.text(text)
        case .number(let number): json.number(number)
        case .missing: json.null()
        case .hidden: json.flag(false)
        }
    }
}
