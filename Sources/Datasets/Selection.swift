// Which rows: the keys `from` and `where` of charts, tables and indicators, checked against the dataset.
import Declarations
import Diagnostics

/// Rows of one dataset.
public struct Selection: Sendable {
    public let dataset: Dataset
    public let filters: [Filter]
    /// The author's `from`.
    public let place: Place

    /// A column with the values that are let through.
    public struct Filter: Sendable {
        public let column: Int
        /// As the author wrote them.
        public let values: [String]
        let rows: Matcher
    }

    /// Reads `from` and `where`; nil, with findings, where the dataset or a column is not there.
    public static func read(_ fields: inout Fields, in package: DataPackage, findings: inout Findings) -> Selection? {
        let filters = fields.mapping("where")
        guard let name = fields.scalar("from") else {
            _ = fields.requiredText("from")
            return nil
        }
        return read(from: name, where: filters, in: package, findings: &findings)
    }

    /// The same from the values of the two keys.
    public static func read(
        from name: Scalar,
        where filters: Mapping?,
        in package: DataPackage,
        findings: inout Findings
    ) -> Selection? {
        let known = package.contract.datasets.map(\.name)
        guard known.contains(name.text) else {
            if package.contract.hasReported(name.text) { return nil }
            findings.error(
                "data.unknown-dataset",
                at: name.place,
                en: "no dataset \"\(name.text)\" in the data package",
                nl: "geen dataset \"\(name.text)\" in het datapakket",
                hint: suggestion(for: name.text, among: known)
            )
            return nil
        }
        // A dataset that could not be read has had its finding.
        guard let dataset = package.datasets[name.text],
            let matchers = dataset.filters(filters?.entries ?? [], findings: &findings)
        else { return nil }
        return Selection(dataset: dataset, filters: matchers, place: name.place)
    }

    /// All rows of a dataset.
    public init(all dataset: Dataset, place: Place) { self.init(dataset: dataset, filters: [], place: place) }

    init(dataset: Dataset, filters: [Filter], place: Place) {
        self.dataset = dataset
        self.filters = filters
        self.place = place
    }

    /// The rows that every filter lets through, in the order of the file.
    public func rows() -> [Int] {
        let table = dataset.table
        return filters.reduce(Array(0..<table.rowCount)) { rows, filter in
            filter.rows.matching(rows, in: table.columns[filter.column].values)
        }
    }
}

/// Tells rows by the value of one column.
enum Matcher: Sendable {
    /// By code of a text column.
    case codes([Bool])
    /// Those that an author wrote.
    case integers(Set<Int>)
    case numbers(Set<Double>)

    @inline(__always)
    func matches(_ values: ColumnValues, _ row: Int) -> Bool {
        switch (self, values) {
        case (.codes(let allowed), .text(let codes, _)): codes[row] >= 0 && allowed[Int(codes[row])]
        case (.integers(let allowed), .integers(let numbers, let missing)):
            !missing[row] && allowed.contains(numbers[row])
        case (.numbers(let allowed), .numbers(let numbers, let missing)):
            !missing[row] && allowed.contains(numbers[row])
        default: false
        }
    }

    /// The rows among these that match: a column at a time, so that what kind it is gets asked only once.
    func matching(_ rows: [Int], in values: ColumnValues) -> [Int] {
        switch (self, values) {
        case (.codes(let allowed), .text(let codes, _)):
            rows.filter { codes[$0] >= 0 && allowed[Int(codes[$0])] }
        case (.integers(let allowed), .integers(let numbers, let missing)):
            rows.filter { !missing[$0] && allowed.contains(numbers[$0]) }
        case (.numbers(let allowed), .numbers(let numbers, let missing)):
            rows.filter { !missing[$0] && allowed.contains(numbers[$0]) }
        default: []
        }
    }
}

extension Dataset {
    /// The position of a column that an author named.
    public func column(_ name: Scalar, findings: inout Findings) -> Int? {
        if let column = table.column(named: name.text) { return column }
        findings.error(
            "data.unknown-column",
            at: name.place,
            en: "no column \"\(name.text)\" in dataset \(contract.name) (\(contract.file))",
            nl: "geen kolom \"\(name.text)\" in dataset \(contract.name) (\(contract.file))",
            hint: suggestion(for: name.text, among: table.columns.map(\.name))
        )
        return nil
    }

    /// Filters from `column: value` and `column: [values]`; nil where one of them is wrong.
    func filters(_ entries: [Mapping.Entry], findings: inout Findings) -> [Selection.Filter]? {
        var filters: [Selection.Filter] = []
        var isComplete = true
        for entry in entries {
            guard let column = column(entry.key, findings: &findings),
                let values = scalars(entry.value, findings: &findings),
                let matcher = matcher(for: values, in: column, findings: &findings)
            else {
                isComplete = false
                continue
            }
            filters.append(Selection.Filter(column: column, values: values.map(\.text), rows: matcher))
        }
        return isComplete ? filters : nil
    }

    private func scalars(_ value: Value, findings: inout Findings) -> [Scalar]? {
        switch value {
        case .scalar(let scalar): return [scalar]
        case .list(let values, let place):
            let scalars = values.compactMap { value -> Scalar? in
                if case .scalar(let scalar) = value { scalar } else { nil }
            }
            if scalars.count == values.count, !scalars.isEmpty { return scalars }
            findings.error(
                "data.where",
                at: place,
                en: "a list of values is expected here",
                nl: "hier hoort een lijst waarden"
            )
        case .mapping(let mapping):
            findings.error(
                "data.where",
                at: mapping.place,
                en: "a value or a list of values is expected here",
                nl: "hier hoort een waarde of een lijst waarden"
            )
        }
        return nil
    }

    /// Values that the column does not have are mistakes; values that its contract allows need not occur.
    private func matcher(for values: [Scalar], in column: Int, findings: inout Findings) -> Matcher? {
        let name = table.columns[column].name
        var isComplete = true
        func unknown(_ value: Scalar, among known: @autoclosure () -> [String]) {
            isComplete = false
            findings.error(
                "data.unknown-value",
                at: value.place,
                en: "column \(name) of dataset \(contract.name) has no value \"\(value.text)\"",
                nl: "kolom \(name) van dataset \(contract.name) heeft geen waarde \"\(value.text)\"",
                hint: valueHint(for: value.text, among: known())
            )
        }
        let result: Matcher
        switch table.columns[column].values {
        case .text(_, let dictionary):
            var allowed = [Bool](repeating: false, count: dictionary.count)
            let codes: [String: Int]? =
                values.count > 8
                ? Dictionary(dictionary.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : nil
            for value in values {
                if let code = codes.map({ $0[value.text] }) ?? dictionary.firstIndex(of: value.text) {
                    allowed[code] = true
                } else {
                    unknown(value, among: dictionary)
                }
            }
            result = .codes(allowed)
        case .integers(let numbers, _):
            let known = Set(numbers)
            var allowed: Set<Int> = []
            for value in values {
                if let number = Int(value.text), known.contains(number) {
                    allowed.insert(number)
                } else {
                    unknown(value, among: known.sorted().map(String.init))
                }
            }
            result = .integers(allowed)
        case .numbers(let numbers, _):
            let known = Set(numbers)
            var allowed: Set<Double> = []
            for value in values {
                if let number = Double(value.text), known.contains(number) {
                    allowed.insert(number)
                } else {
                    unknown(value, among: [])
                }
            }
            result = .numbers(allowed)
        }
        return isComplete ? result : nil
    }
}
