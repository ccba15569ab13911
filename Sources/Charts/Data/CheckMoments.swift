// Findings about intervals whose ends do not lie around their value, and about charts of two moments that get one or more than two.
import Diagnostics
import Markup

func checkIntervals(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    guard [.indexDots, .interval].contains(spec.kind), data.measureColumns.count > 2 else { return }
    for category in data.categories.indices {
        for series in data.series.indices {
            guard let value = data.cell(0, category, series).number else { continue }
            let low = data.cell(1, category, series).number ?? value
            let high = data.cell(2, category, series).number ?? value
            guard low > value || high < value else { continue }
            let name = [data.categories[category], data.series[series]].filter { !$0.isEmpty }.joined(separator: ", ")
            let interval = "\(machineDigits(low))…\(machineDigits(high))"
            findings.error(
                "chart.interval-order",
                at: spec.measures.first?.value.place ?? spec.place,
                en: "\(spec.id.text): \(machineDigits(value)) does not lie in its interval \(interval) (\(name))",
                nl: "\(spec.id.text): \(machineDigits(value)) ligt niet in zijn interval \(interval) (\(name))",
                hint: Wording(en: "look at the columns low and high", nl: "kijk naar de kolommen low en high")
            )
            return
        }
    }
}

extension ChartData {
    /// The categories whose value is known and one of its bounds is not, in words; nil where there are none.
    func unknownMargins(_ words: Words) -> String? {
        guard let low = measure("low"), let high = measure("high") else { return nil }
        var names: [String] = []
        for category in categories.indices {
            for series in series.indices where cell(0, category, series).number != nil {
                if cell(low, category, series).number != nil, cell(high, category, series).number != nil { continue }
                names.append(
                    [categories[category], self.series[series]].filter { !$0.isEmpty }.joined(separator: ", ")
                )
            }
        }
        if names.isEmpty { return nil }
        return words(
            "Van \(words.list(names)) is de marge niet (geheel) bekend.",
            "The margin of \(words.list(names)) is not (wholly) known."
        )
    }
}

func checkMoments(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    guard [.slope, .dumbbell].contains(spec.kind) else { return }
    let pairs = Pairs(spec, data)
    if spec.kind == .slope { checkSlopes(spec, pairs, findings: &findings) }
    guard pairs.momentCount != 2 else { return }
    let place = (spec.kind == .slope ? spec.groupColumns.first : spec.groupColumns.last)?.place ?? spec.place
    if pairs.momentCount > 2 {
        findings.warning(
            "chart.many-moments",
            at: place,
            en: "\(spec.id.text): of \(pairs.momentCount) moments only \(pairs.before) and \(pairs.after) are drawn",
            nl:
                "\(spec.id.text): van \(pairs.momentCount) meetmomenten worden alleen \(pairs.before) en \(pairs.after) getekend",
            hint: Wording(
                en: "choose two with where, or use type: lines",
                nl: "kies er twee met where, of gebruik type: lines"
            )
        )
    } else {
        findings.warning(
            "chart.one-moment",
            at: place,
            en: "\(spec.id.text): before and after need two moments; there is only one",
            nl: "\(spec.id.text): voor en na vragen twee meetmomenten; er is er maar één",
            hint: Wording(en: "look at where, or use type: bars", nl: "kijk naar where, of gebruik type: bars")
        )
    }
}

/// More lines than this cannot each have a name beside their end.
private let mostSlopes = ChartContext.mostDirectValues

private func checkSlopes(_ spec: ChartSpec, _ pairs: Pairs, findings: inout Findings) {
    guard pairs.pairs.count > mostSlopes else { return }
    let column = pairs.areSeries ? spec.groupColumns.last : spec.groupColumns.first
    findings.warning(
        "chart.too-many-series",
        at: column?.place ?? spec.place,
        en: "\(spec.id.text): \(pairs.pairs.count) lines between two moments are too many to tell apart",
        nl: "\(spec.id.text): \(pairs.pairs.count) lijnen tussen twee momenten zijn te veel om uit elkaar te houden",
        hint: Wording(
            en: "use type: dumbbell, which gives each a row of its own, or choose at most \(mostSlopes) with where",
            nl: "gebruik type: dumbbell, met voor elk een eigen rij, of kies er hoogstens \(mostSlopes) met where"
        )
    )
}
