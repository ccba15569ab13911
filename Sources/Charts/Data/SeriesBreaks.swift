// Where a dataset says that its values stop being one series: lines end there, and nothing is compared across.
import Diagnostics
import Disclosure

/// A break between two categories that a chart shows beside each other.
struct DrawnBreak: Sendable {
    /// The position in the order of drawing of the first category of the new series; never the first of all.
    let position: Int
    /// That category, readable.
    let name: String
    let reason: String
}

extension ChartData {
    /// The breaks along x, for a chart that draws its categories in this order.
    func breaks(in order: [Int]) -> [DrawnBreak] {
        breaks(of: categoryColumns.first, along: moments) { from, start in
            order.firstIndex { category in
                categoryCodes[category] == from
                    || start.flatMap { start in positions.map { $0[category] >= start } } ?? false
            }.map { ($0, categories[order[$0]]) }
        }
    }

    /// Breaks along the column whose values are the series, for charts that compare two moments of every category.
    var breaksBetweenSeries: [DrawnBreak] {
        guard categoryColumns.count > 1 else { return [] }
        return breaks(of: categoryColumns[1], along: seriesMoments) { from, start in
            series.indices.first { index in
                seriesCodes[index] == from
                    || start.flatMap { start in seriesPositions.map { $0[index] >= start } } ?? false
            }.map { ($0, series[$0]) }
        }
    }

    private func breaks(
        of column: ReleasedTable.Column?,
        along moments: MomentPositions?,
        find: (String, Double?) -> (position: Int, name: String)?
    ) -> [DrawnBreak] {
        (origin?.breaks ?? []).compactMap { declared in
            guard declared.column == column?.name, let found = find(declared.from, moments?.start(of: declared.from)),
                found.position > 0
            else { return nil }
            return DrawnBreak(position: found.position, name: found.name, reason: declared.reason)
        }
    }
}

/// A chart that compares across a break says something that the data do not.
func checkBreaks(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    guard [.slope, .dumbbell, .spark].contains(spec.kind) else { return }
    let along = data.breaks(in: order(of: data)).first
    guard let found = spec.kind == .dumbbell ? data.breaksBetweenSeries.first ?? along : along else { return }
    findings.warning(
        "chart.series-break",
        at: spec.from?.place ?? spec.place,
        en: "\(spec.id.text): from \(found.name) on this is another series: \(found.reason)",
        nl: "\(spec.id.text): vanaf \(found.name) is dit een andere reeks: \(found.reason)",
        hint: Wording(
            en: "choose values of one series with where, or use type: lines, which shows the break",
            nl: "kies waarden van één reeks met where, of gebruik type: lines, die de breuk toont"
        )
    )
}

private func order(of data: ChartData) -> [Int] {
    let places = data.positions ?? data.categories.indices.map(Double.init)
    return data.categories.indices.sorted { (places[$0], $0) < (places[$1], $1) }
}
