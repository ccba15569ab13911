// What is computed per group of rows, and how an author writes it.
import Declarations
import Diagnostics

/// One number per group of rows.
public struct Measure: Sendable {
    public enum Kind: Sendable {
        /// The number of rows.
        case rows
        case sum(Int)
        /// Missing values do not count; with a weight Σwx ÷ Σw over the rows that have both.
        case mean(Int, weight: Int?)
        case minimum(Int)
        case maximum(Int)
        /// The middle value, or the mean of the two in the middle.
        case median(Int)
        /// The percentage of rows, or of the sum of a column, in the rows that the filter lets through.
        case share(Selection.Filter, of: Int?)
        /// The value of the group's only row.
        case value(Int)
    }

    public var kind: Kind
    /// A name for machines, such as `sum-participants`; a plain column keeps its own.
    public var name: String
    /// The heading for readers: the author's label, else what the contract says.
    public var title: String
    /// `%` for shares.
    public var unit: String?
    public var decimals: Int
    public var place: Place

    /// Reads a measure that stands by itself: the name of a column, or `{sum: participants}`.
    public static func read(_ value: Value, in dataset: Dataset, findings: inout Findings) -> Measure? {
        switch value {
        case .scalar(let name):
            guard let column = dataset.numericColumn(name, findings: &findings) else { return nil }
            return Measure(.value(column), in: dataset, place: name.place)
        case .mapping(let mapping):
            var fields = Fields(mapping, of: Wording(en: "a measure", nl: "een maat"))
            let measure = read(&fields, in: dataset, findings: &findings)
            fields.finish(&findings)
            return measure
        case .list(_, let place):
            findings.error(
                "data.measure",
                at: place,
                en: "one measure is expected here, not a list",
                nl: "hier hoort één maat, geen lijst"
            )
            return nil
        }
    }

    /// The keys with which a mapping can say what is measured.
    public static let keys = ["count", "sum", "mean", "min", "max", "median", "share", "column"]

    /// Reads a measure from a mapping that may have other keys too (an indicator, a table's measure with its label).
    ///
    /// - Returns: nil, with a finding, where there is no measure or more than one.
    public static func read(_ fields: inout Fields, in dataset: Dataset, findings: inout Findings) -> Measure? {
        let label = fields.text("label")
        let place = fields.mapping.place
        let given = keys.filter { fields.value($0) != nil }
        let weight = fields.scalar("weight")
        let of = fields.scalar("of")
        guard given.count == 1, let key = given.first else {
            let names = given.isEmpty ? keys : given
            findings.error(
                "data.measure",
                at: place,
                en: given.isEmpty
                    ? "this does not say what to measure"
                    : "this measures more than one thing: \(names.joined(separator: ", "))",
                nl: given.isEmpty
                    ? "hier staat niet wat er gemeten wordt"
                    : "hier wordt meer dan één ding gemeten: \(names.joined(separator: ", "))",
                hint: Wording(
                    en: "give one of \(names.joined(separator: ", "))",
                    nl: "geef één van \(names.joined(separator: ", "))"
                )
            )
            return nil
        }
        guard let kind = readKind(key, &fields, weight: weight, of: of, in: dataset, findings: &findings) else {
            return nil
        }
        if let weight, key != "mean" {
            findings.error("data.measure", at: weight.place, en: "weight belongs to mean", nl: "weight hoort bij mean")
        }
        if let of, key != "share" {
            findings.error("data.measure", at: of.place, en: "of belongs to share", nl: "of hoort bij share")
        }
        var measure = Measure(kind, in: dataset, place: place)
        if let label { measure.title = label }
        return measure
    }

    private static func readKind(
        _ key: String,
        _ fields: inout Fields,
        weight: Scalar?,
        of: Scalar?,
        in dataset: Dataset,
        findings: inout Findings
    ) -> Kind? {
        if key == "share" {
            guard let mapping = fields.mapping("share"),
                let filters = dataset.filters(mapping.entries, findings: &findings)
            else { return nil }
            guard filters.count == 1 else {
                findings.error(
                    "data.measure",
                    at: mapping.place,
                    en: "share needs one column with a value",
                    nl: "share heeft één kolom met een waarde nodig"
                )
                return nil
            }
            guard let of else { return .share(filters[0], of: nil) }
            return dataset.numericColumn(of, findings: &findings).map { .share(filters[0], of: $0) }
        }
        guard let name = fields.scalar(key) else { return nil }
        if key == "count" {
            if name.text == "rows" { return .rows }
            findings.error(
                "data.measure",
                at: name.place,
                en: "only rows can be counted: count: rows",
                nl: "alleen rijen zijn te tellen: count: rows",
                hint: dataset.table.column(named: name.text).map { _ in
                    Wording(en: "did you mean sum: \(name.text)?", nl: "bedoelde u sum: \(name.text)?")
                }
            )
            return nil
        }
        guard let column = dataset.numericColumn(name, findings: &findings) else { return nil }
        switch key {
        case "sum": return .sum(column)
        case "min": return .minimum(column)
        case "max": return .maximum(column)
        case "median": return .median(column)
        case "column": return .value(column)
        default:
            guard let weight else { return .mean(column, weight: nil) }
            return dataset.numericColumn(weight, findings: &findings).map { .mean(column, weight: $0) }
        }
    }

    /// A measure with the name, title and unit that the contract gives it.
    public init(_ kind: Kind, in dataset: Dataset, place: Place) {
        self.kind = kind
        self.place = place
        let columns = dataset.table.columns
        let count = dataset.contract.language == .nl ? "Aantal" : "Number"
        // The unit says what rows are, unless the rows are no people or the values are index scores.
        let namesRows = dataset.contract.privacy.column == nil && dataset.contract.index == nil
        let unitOfRows = namesRows ? dataset.contract.unit : nil
        switch kind {
        case .rows:
            (name, title, unit, decimals) = (
                "count-rows", unitOfRows.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? count, unitOfRows, 0
            )
        case .share(let filter, _):
            (name, title, unit, decimals) = (
                "share-" + columns[filter.column].name, filter.values.joined(separator: ", "), "%", 1
            )
        case .sum(let column), .minimum(let column), .maximum(let column), .value(let column), .mean(let column, _),
            .median(let column):
            let source = columns[column]
            (name, title, unit, decimals) = (source.name, source.title, source.unit, source.decimals)
            switch kind {
            case .value: break
            case .mean, .median:
                name = (kind.isMean ? "mean-" : "median-") + name
                decimals += 1
            default: name = ["sum-", "min-", "max-"][kind.isSum ? 0 : kind.isMinimum ? 1 : 2] + name
            }
        }
        decimals = min(decimals, 6)
    }
}

extension Measure.Kind {
    fileprivate var isMean: Bool { if case .mean = self { true } else { false } }
    fileprivate var isSum: Bool { if case .sum = self { true } else { false } }
    fileprivate var isMinimum: Bool { if case .minimum = self { true } else { false } }
}

extension Dataset {
    /// A column with numbers that an author named.
    func numericColumn(_ name: Scalar, findings: inout Findings) -> Int? {
        guard let column = column(name, findings: &findings) else { return nil }
        guard table.columns[column].isText else { return column }
        let numeric = table.columns.filter { !$0.isText }.map(\.name).joined(separator: ", ")
        findings.error(
            "data.not-numeric",
            at: name.place,
            en: "column \(name.text) of dataset \(contract.name) holds text, and a number is needed here",
            nl: "kolom \(name.text) van dataset \(contract.name) bevat tekst, en hier is een getal nodig",
            hint: numeric.isEmpty
                ? nil : Wording(en: "columns with numbers: \(numeric)", nl: "kolommen met getallen: \(numeric)")
        )
        return nil
    }
}
