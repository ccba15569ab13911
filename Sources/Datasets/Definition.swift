// What a query computes, in words: the definition that provenance shows beside a number.
import Diagnostics

extension Query {
    /// The definition of one measure: *som van participants waar activity = training en audience = professionals*.
    ///
    /// Columns are named as in the file, so that a reader finds them there.
    public func definition(of measure: Measure) -> Wording {
        let columns = selection.dataset.table.columns
        func name(_ column: Int) -> String { columns[column].name }
        var words: Wording
        switch measure.kind {
        case .rows: words = Wording(en: "number of rows", nl: "aantal rijen")
        case .sum(let column): words = Wording(en: "sum of \(name(column))", nl: "som van \(name(column))")
        case .mean(let column, nil):
            words = Wording(en: "mean of \(name(column))", nl: "gemiddelde van \(name(column))")
        case .mean(let column, let weight?):
            words = Wording(
                en: "mean of \(name(column)), weighted by \(name(weight))",
                nl: "gemiddelde van \(name(column)), gewogen met \(name(weight))"
            )
        case .minimum(let column): words = Wording(en: "smallest \(name(column))", nl: "kleinste \(name(column))")
        case .maximum(let column): words = Wording(en: "largest \(name(column))", nl: "grootste \(name(column))")
        case .median(let column): words = Wording(en: "median of \(name(column))", nl: "mediaan van \(name(column))")
        case .share(let filter, let weight):
            let condition = filter.condition(in: columns)
            let of =
                weight.map { Wording(en: "of \(name($0))", nl: "van \(name($0))") }
                ?? Wording(en: "of the rows", nl: "van de rijen")
            words = Wording(
                en: "percentage \(of.en) with \(condition.en)",
                nl: "percentage \(of.nl) met \(condition.nl)"
            )
        case .value(let column): words = Wording(en: name(column), nl: name(column))
        }
        let conditions = selection.filters.map { $0.condition(in: columns) }
        if !conditions.isEmpty {
            words.en += " where " + conditions.map(\.en).joined(separator: " and ")
            words.nl += " waar " + conditions.map(\.nl).joined(separator: " en ")
        }
        if !group.isEmpty {
            let names = group.map(name).joined(separator: ", ")
            words.en += ", by \(names)"
            words.nl += ", naar \(names)"
        }
        return words
    }
}

extension Selection.Filter {
    fileprivate func condition(in columns: [DataColumn]) -> Wording {
        let name = columns[column].name
        guard values.count > 1, let last = values.last else {
            return Wording(en: "\(name) = \(values.first ?? "")", nl: "\(name) = \(values.first ?? "")")
        }
        let first = values.dropLast().joined(separator: ", ")
        return Wording(en: "\(name) = \(first) or \(last)", nl: "\(name) = \(first) of \(last)")
    }
}
