// Findings about data that a chart can draw only badly, each with what to change.
import Diagnostics
import Markup

func check(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    let place = spec.from?.place ?? spec.place
    switch spec.kind {
    case .organisation: return
    case .timeline: return checkTimeline(spec, data, findings: &findings)
    case .matrix: return checkMatrix(spec, data, findings: &findings)
    case .spider: checkSpider(spec, data, findings: &findings)
    default: break
    }
    checkAnnotations(spec, data, findings: &findings)
    checkBreaks(spec, data, findings: &findings)
    if data.categories.isEmpty {
        findings.warning(
            "chart.no-rows",
            at: spec.whereMapping?.place ?? place,
            en: "\(spec.id.text): no rows to draw",
            nl: "\(spec.id.text): geen rijen om te tekenen",
            hint: Wording(en: "check where and the dataset", nl: "kijk naar where en naar de dataset")
        )
        return
    }
    if data.values.isEmpty {
        findings.warning(
            "chart.no-values",
            at: place,
            en: "\(spec.id.text): every value is missing or hidden",
            nl: "\(spec.id.text): elke waarde ontbreekt of is verborgen",
            hint: Wording(
                en: "choose larger groups, or leave the chart out",
                nl: "kies grotere groepen, of laat de grafiek weg"
            )
        )
    }
    // A map names what it has room for, and its colours are read together.
    let most = [.lines, .spark, .map].contains(spec.kind) ? 400 : spec.kind == .tile ? 12 : 40
    if data.categories.count > most {
        findings.warning(
            "chart.too-many-categories",
            at: spec.groupColumns.first?.place ?? place,
            en: "\(spec.id.text): \(data.categories.count) categories are too many to read",
            nl: "\(spec.id.text): \(data.categories.count) categorieën zijn te veel om te lezen",
            hint: Wording(
                en: "choose fewer with where, or use a table",
                nl: "kies er minder met where, of gebruik een tabel"
            )
        )
    }
    let mostSeries = mostSeries(spec)
    // The parts of a waffle are its rows; each has a look of its own, as series have.
    let looks = spec.kind == .waffle ? data.categories.count : data.series.count
    if looks > mostSeries, spec.kind != .waffle || looks <= most {
        findings.warning(
            "chart.too-many-series",
            at: spec.groupColumns.last?.place ?? place,
            en: "\(spec.id.text): \(looks) \(spec.kind == .waffle ? "parts" : "series") are too many to tell apart",
            nl:
                "\(spec.id.text): \(looks) \(spec.kind == .waffle ? "delen" : "reeksen") zijn te veel om uit elkaar te houden",
            hint: Wording(
                en: "choose at most \(mostSeries) with where",
                nl: "kies er hoogstens \(mostSeries) met where"
            )
        )
    }
    if spec.arrangement == .stacked, data.hasSeries,
        let negative = data.values.first(where: { $0 < 0 })
    {
        findings.error(
            "chart.negative-in-stack",
            at: spec.measures.first?.value.place ?? place,
            en: "\(spec.id.text): a stack cannot show the negative value \(machineDigits(negative))",
            nl: "\(spec.id.text): een stapel kan de negatieve waarde \(machineDigits(negative)) niet tonen",
            hint: Wording(en: "use layout: grouped", nl: "gebruik layout: grouped")
        )
    }
    if spec.kind == .tally, let negative = data.values.first(where: { $0 < 0 }) {
        findings.error(
            "chart.negative-count",
            at: place,
            en: "\(spec.id.text): \(machineDigits(negative)) is not a count",
            nl: "\(spec.id.text): \(machineDigits(negative)) is geen aantal"
        )
    }
    checkParts(spec, data, findings: &findings)
    checkIntervals(spec, data, findings: &findings)
    checkUnits(spec, data, findings: &findings)
    checkMoments(spec, data, findings: &findings)
    if [.indexBars, .indexDots, .indexTable].contains(spec.kind), data.origin?.index == nil {
        findings.error(
            "chart.no-index",
            at: place,
            en: "\(spec.id.text): the dataset does not say how to read its index",
            nl: "\(spec.id.text): de dataset zegt niet hoe zijn index te lezen is",
            hint: Wording(
                en:
                    "add verslag: {index: {base: 100, direction: higher-is-worse, …}} to the dataset in data/datapackage.yaml",
                nl:
                    "zet verslag: {index: {base: 100, direction: higher-is-worse, …}} bij de dataset in data/datapackage.yaml"
            )
        )
    }
}

/// Up to this many series can be told apart; in a dumbbell they are moments, which `checkMoments` counts.
private func mostSeries(_ spec: ChartSpec) -> Int {
    switch spec.kind {
    case .flow, .indexTable: 40
    case .indexBars, .indexDots, .spark: 12
    case .lines, .diverging: 8
    case .tile: 400
    case .dumbbell, .slope: .max
    case .spider: 3
    default: SeriesLook.most
    }
}
