// Two moments of the same things, for `slope` and `dumbbell`: from two measures (`before`, `after`) or from a column of moments.
import Disclosure

struct Pairs: Sendable {
    struct Pair: Sendable {
        let name: String
        let before: ChartCell
        let after: ChartCell
        /// After less before; nil where either is not known.
        var change: Double? {
            guard let from = before.number, let to = after.number else { return nil }
            return Charts.change(from: from, to: to)
        }
        var cells: [ChartCell] { [before, after] }
    }

    let pairs: [Pair]
    /// What the two moments are called.
    let before: String
    let after: String
    /// Whether the pairs are the series of the data, along whose categories the moments lie.
    let areSeries: Bool
    /// How many moments the data have; a drawing shows the first and the last.
    let momentCount: Int

    init(_ spec: ChartSpec, _ data: ChartData) {
        if spec.measures.contains(where: { $0.name == "before" }) {
            before = readable(data.measureColumns[safe: 0]?.title ?? "")
            after = readable(data.measureColumns[safe: 1]?.title ?? "")
            momentCount = 2
            areSeries = false
            pairs = data.categories.indices.map {
                Pair(name: data.categories[$0], before: data.cell(0, $0), after: data.cell(1, $0))
            }
            return
        }
        // In a slope the moments lie along x, as in a line chart; in a dumbbell every category has its two moments.
        let isAlongX = spec.kind == .slope
        let moments = isAlongX ? data.categories : data.series
        let names = isAlongX ? data.series : data.categories
        let places = isAlongX ? data.positions : nil
        let order = moments.indices.sorted { (places?[$0] ?? Double($0), $0) < (places?[$1] ?? Double($1), $1) }
        let first = order.first ?? 0
        let last = order.last ?? 0
        before = moments[safe: first] ?? ""
        after = moments[safe: last] ?? ""
        momentCount = moments.count
        areSeries = isAlongX
        func cell(_ name: Int, _ moment: Int) -> ChartCell {
            isAlongX ? data.cell(0, moment, name) : data.cell(0, name, moment)
        }
        pairs = names.indices.map { Pair(name: names[$0], before: cell($0, first), after: cell($0, last)) }
    }

    var cells: [ChartCell] { pairs.flatMap(\.cells) }
    var values: [Double] { cells.compactMap(\.number) }
}
