// With how many decimals the measures of a chart are written: what stands in one sentence has the decimals of all of it.
import Disclosure
import Markup

/// How much a value changes. What binary fractions leave over, as in 0.1 + 0.2 − 0.3, is no change.
///
/// - Parameter largest: the largest of the numbers that both were added up from.
func change(from: Double, to: Double, among largest: Double = 0) -> Double {
    let difference = to - from
    return abs(difference) <= max(abs(from), abs(to), largest) * 1e-12 ? 0 : difference
}

extension ChartData {
    /// How the values of a measure are written beside marks and in sentences.
    ///
    /// - Parameter category: one thing among things that have nothing in common, such as a tile; nil for all.
    func format(_ measure: Int = 0, _ spec: ChartSpec, _ language: SiteLanguage, category: Int? = nil) -> NumberText {
        // Before and after, result and target, value and bounds, part and whole are compared: a rise from 7 to 7,4 is no *7 … 7*.
        let isCompared = spec.comparesMeasures
        let name = measureColumns[safe: measure]?.name
        let measures =
            isCompared && name != "n" ? measureColumns.indices.filter { measureColumns[$0].name != "n" } : [measure]
        // The first says the unit.
        let ordered = [measure] + measures.filter { $0 != measure }
        let values = ordered.flatMap { measure in
            category.map { cells[safe: measure]?[safe: $0]?.compactMap(\.number) ?? [] } ?? self.values(of: measure)
        }
        return NumberText(ordered.compactMap { measureColumns[safe: $0] }, values: values, language: language)
    }

    /// Series of which no value can be shown, by name: no mark stands for them.
    var seriesWithoutValues: [Int] {
        guard hasSeries, !values.isEmpty else { return [] }
        return series.indices.filter { series in
            !cells.contains { measure in measure.contains { $0[safe: series]?.number != nil } }
        }
    }
}
