// What an author writes into a chart: a line or a band at a value, a moment, an arrow to one mark, each with a text.
import Declarations
import Diagnostics

extension ChartSpec {
    struct Annotation: Sendable {
        enum Target: Sendable {
            /// A line at a value.
            case line(Double)
            /// The values between two.
            case band(ClosedRange<Double>)
            /// A line at a category along x; only where x runs from left to right.
            case moment(Scalar)
            /// One mark, by its category and, where there are series, its series.
            case arrow(Scalar, series: Scalar?)
        }
        var target: Target
        var text: Scalar
    }

    static func readAnnotations(_ fields: inout Fields, _ kind: Kind, _ findings: inout Findings) -> [Annotation] {
        var annotations: [Annotation] = []
        if kind.annotations.isEmpty, fields.has("annotations") {
            fields.error(
                "chart.annotation",
                at: "annotations",
                en: "\(kind.rawValue) has no axis of values for annotations",
                nl: "\(kind.rawValue) heeft geen as met waarden voor aantekeningen",
                hint: Kind.hint()
            )
            _ = fields.value("annotations")
            return []
        }
        for mapping in fields.mappings("annotations") ?? [] {
            var item = Fields(mapping, of: Wording(en: "an annotation", nl: "een aantekening"))
            var own = Findings()
            let text = item.required("text")
            let target = readTarget(&item, kind, &own)
            item.finish(&own)
            findings.add(contentsOf: own)
            if let text, let target, !own.hasErrors { annotations.append(Annotation(target: target, text: text)) }
        }
        return annotations
    }

    private static func readTarget(_ item: inout Fields, _ kind: Kind, _ findings: inout Findings)
        -> Annotation.Target?
    {
        let given = Annotation.keys.filter { item.has($0) }
        let series = item.scalar("series")
        guard given.count == 1 else {
            let keys = kind.annotations.joined(separator: ", ")
            item.error(
                "chart.annotation",
                at: given.last ?? "text",
                en: "an annotation has one of \(keys)",
                nl: "een aantekening heeft één van \(keys)"
            )
            for key in given { _ = item.value(key) }
            return nil
        }
        guard kind.annotations.contains(given[0]) else {
            item.error(
                "chart.annotation",
                at: given[0],
                en: "\(kind.rawValue) cannot show a \(given[0])",
                nl: "\(kind.rawValue) kan geen \(given[0]) tonen",
                hint: Kind.hint(thatTake: given[0])
            )
            _ = item.value(given[0])
            return nil
        }
        switch given[0] {
        case "line":
            guard let value = item.number("line"), value.isFinite else { return nil }
            return .line(value)
        case "band":
            let ends = (item.scalars("band") ?? []).compactMap { Double($0.text) }.filter(\.isFinite)
            guard ends.count == 2, ends[0] < ends[1] else {
                item.error(
                    "chart.annotation",
                    at: "band",
                    en: "a band is a lower and an upper value, such as [5.5, 7]",
                    nl: "een band is een lage en een hoge waarde, zoals [5.5, 7]"
                )
                return nil
            }
            return .band(ends[0]...ends[1])
        case "moment": return item.scalar("moment").map { .moment($0) }
        default: return item.scalar("arrow").map { .arrow($0, series: series) }
        }
    }
}

extension ChartSpec.Annotation {
    static let keys = ["line", "band", "arrow", "moment"]

    /// The values that a line or a band marks; nil for the others.
    var range: ClosedRange<Double>? {
        switch target {
        case .line(let value): value...value
        case .band(let range): range
        case .moment, .arrow: nil
        }
    }
}

extension ChartSpec.Kind {
    /// The annotations that a type can show: those that have an axis of values.
    var annotations: [String] {
        switch self {
        case .lines: ["line", "band", "arrow", "moment"]
        case .slope: ["line", "band"]
        case .bars, .stacked, .indexBars, .indexDots, .interval, .dumbbell, .waterfall, .target:
            ["line", "band", "arrow"]
        case .diverging, .tally, .organisation, .flow, .waffle, .pictogram, .timeline, .matrix, .spider, .spark,
            .tile, .indexTable, .map:
            []
        }
    }

    static func hint(thatTake key: String? = nil) -> Wording {
        let kinds = allCases.filter { key.map($0.annotations.contains) ?? !$0.annotations.isEmpty }.map(\.rawValue)
        let list = kinds.joined(separator: ", ")
        return Wording(en: "these can: \(list)", nl: "deze kunnen het wel: \(list)")
    }
}

extension ChartSpec {
    /// The values that the scale must reach for the sake of lines and bands.
    var annotatedValues: [Double] { annotations.compactMap(\.range).flatMap { [$0.lowerBound, $0.upperBound] } }

    /// Whether an arrow points at one series of a category, and not at the category as a whole.
    fileprivate var hasSeriesOfItsOwn: Bool { kind != .dumbbell && arrangement != .stacked }
}

extension ChartData {
    /// The place of a category by the name that the author or the dataset gives it.
    func category(named name: Scalar) -> Int? {
        categoryCodes.firstIndex(of: name.text) ?? categories.firstIndex(of: readable(name.text))
    }

    /// The place of a series or panel; the first where an arrow points at a category as a whole.
    func series(named name: Scalar?, of spec: ChartSpec) -> Int? {
        guard let name else { return hasSeries && spec.hasSeriesOfItsOwn ? nil : 0 }
        return seriesCodes.firstIndex(of: name.text) ?? series.firstIndex(of: readable(name.text))
    }
}

func checkAnnotations(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    guard !data.categories.isEmpty else { return }
    for annotation in spec.annotations {
        let (name, series, isArrow): (Scalar, Scalar?, Bool)
        switch annotation.target {
        case .line, .band: continue
        case .moment(let moment): (name, series, isArrow) = (moment, nil, false)
        case .arrow(let category, let wanted): (name, series, isArrow) = (category, wanted, true)
        }
        if data.category(named: name) == nil {
            findings.error(
                "chart.unknown-category",
                at: name.place,
                en: "\(spec.id.text): the chart has no \"\(name.text)\"",
                nl: "\(spec.id.text): de grafiek heeft geen \"\(name.text)\"",
                hint: suggestion(for: name.text, among: data.categoryCodes)
            )
        }
        if isArrow, data.series(named: series, of: spec) == nil {
            findings.error(
                "chart.unknown-category",
                at: series?.place ?? name.place,
                en: series.map { "\(spec.id.text): the chart has no series \"\($0.text)\"" }
                    ?? "\(spec.id.text): an arrow in a chart with series says which: series",
                nl: series.map { "\(spec.id.text): de grafiek heeft geen reeks \"\($0.text)\"" }
                    ?? "\(spec.id.text): een pijl in een grafiek met reeksen zegt welke: series",
                hint: series.flatMap { suggestion(for: $0.text, among: data.seriesCodes) }
            )
        }
    }
}

extension Description {
    func annotations() -> [String] { spec.annotations.map(sentence) }

    /// *Lijn bij 75: doel van het programma.*
    func sentence(_ annotation: ChartSpec.Annotation) -> String {
        let text = readable(annotation.text.text)
        let column = data.measureColumns.first
        let format =
            spec.parts.isShare || spec.kind == .diverging
            ? NumberText(percentIn: words.language, values: spec.annotatedValues)
            // A target of 7,5 stays that among whole numbers.
            : NumberText(column, values: spec.annotatedValues, most: 6, language: words.language)
        switch annotation.target {
        case .line(let value):
            return words("Lijn bij \(format(value)): \(text).", "Line at \(format(value)): \(text).")
        case .band(let range):
            return words(
                "Van \(format(range.lowerBound)) tot \(format(range.upperBound)): \(text).",
                "From \(format(range.lowerBound)) to \(format(range.upperBound)): \(text)."
            )
        case .moment(let name), .arrow(let name, series: nil):
            return "\(data.category(named: name).map { data.categories[$0] } ?? name.text): \(text)."
        case .arrow(let name, let series?):
            return "\(data.category(named: name).map { data.categories[$0] } ?? name.text), \(series.text): \(text)."
        }
    }
}
