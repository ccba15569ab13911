// The chart in words: what a person would say who looks at it for someone who cannot. Highest, lowest, what differs from the base, what is missing.
import Disclosure
import Markup

/// A few plain sentences; whoever wants every value has the table under the chart.
func describe(_ spec: ChartSpec, _ data: ChartData, language: SiteLanguage, shapes: Shapes? = nil) -> String {
    let words = Words(language)
    switch spec.kind {
    case .organisation: return describeOrganisation(spec, language: language)
    case .timeline: return describeTimeline(TimelineItems(spec, data.table, language: language), language: language)
    case .matrix: return describeMatrix(MatrixData(spec, data, language: language), words)
    default: break
    }
    if data.categories.isEmpty {
        return words("Er zijn geen gegevens voor deze grafiek.", "There are no data for this chart.")
    }
    let description = Description(spec: spec, data: data, words: words)
    let sentences: [String] =
        switch spec.kind {
        case .indexBars: description.indexBars()
        case .bars: description.bars()
        case .tally: description.tally()
        case .lines: description.lines()
        case .stacked: description.stacked()
        case .diverging: description.diverging()
        case .waterfall: description.waterfall()
        case .flow: description.flow()
        case .target: description.targets()
        case .waffle: description.waffle()
        case .pictogram: description.pictogram()
        case .spider: description.spider()
        case .spark: description.sparks()
        case .tile: description.tiles()
        case .organisation, .timeline, .matrix: []
        case .indexDots: description.indexDots()
        case .map: description.map()
        case .indexTable: description.indexScores(words("Tabel met kleur", "Coloured table"))
        case .dumbbell, .slope: description.pairs()
        case .interval: description.interval()
        }
    // These name what is missing where it matters: a row without a target is not a row without data.
    let namesOwnGaps = [.target, .waterfall, .flow, .pictogram, .slope, .dumbbell].contains(spec.kind)
    let margins = [.interval, .indexDots].contains(spec.kind) ? [data.unknownMargins(words)].compactMap { $0 } : []
    let around = description.areasWithout(shapes)
    let gaps = namesOwnGaps ? [] : description.gaps(besides: around.names) + around.others
    return (sentences + description.annotations() + margins + gaps).joined(separator: " ")
}

struct Description {
    let spec: ChartSpec
    let data: ChartData
    let words: Words
    /// What the categories are called within a sentence.
    let names: [String]

    init(spec: ChartSpec, data: ChartData, words: Words) {
        (self.spec, self.data, self.words) = (spec, data, words)
        let title = inSentence(readable(data.categoryColumns.first?.title ?? ""))
        // A class such as 1 says too little on its own; a year says enough.
        func isBare(_ name: String) -> Bool {
            name.utf8.count < 4 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        names = title.isEmpty ? data.categories : data.categories.map { isBare($0) ? "\(title) \($0)" : $0 }
    }

    func format(_ measure: Int = 0) -> NumberText {
        data.format(measure, spec, words.language)
    }

    /// *Index per thema*
    func subject(_ measure: Int = 0) -> String {
        let measureTitle = readable(data.measureColumns[safe: measure]?.title ?? "")
        let by = data.categoryColumns.map { inSentence(readable($0.title)) }.joined(separator: words(" en ", " and "))
        return "\(measureTitle) \(words("per", "by")) \(by)"
    }

    /// The greatest and the least among named values; nil for fewer than two values or where all are equal.
    func extremes(_ named: [(name: String, value: Double)]) -> (
        high: (name: String, value: Double), low: (name: String, value: Double)
    )? {
        guard let first = named.first, named.count > 1 else { return nil }
        var (high, low) = (first, first)
        for item in named.dropFirst() {
            if item.value > high.value { high = item }
            if item.value < low.value { low = item }
        }
        return high.value == low.value ? nil : (high, low)
    }

    func named(_ measure: Int, series: Int) -> [(name: String, value: Double)] {
        data.categories.indices.compactMap { category in
            data.cell(measure, category, series).number.map { (names[category], $0) }
        }
    }

    /// *Hoogst: Geldzorgen (146,5). Laagst: …* or every value where there are only a few.
    func highestAndLowest(_ named: [(name: String, value: Double)], _ format: NumberText) -> String {
        guard let first = named.first else {
            return words("Er zijn geen waarden om te tonen.", "There are no values to show.")
        }
        if named.count == 1 { return "\(first.name): \(format(first.value)).".capitalised }
        guard let (high, low) = extremes(named) else {
            return words(
                "Alle waarden zijn gelijk: \(format(first.value)).",
                "All values are equal: \(format(first.value))."
            )
        }
        if format.readsSame(high.value, low.value) {
            return words(
                "Alle waarden zijn afgerond gelijk: \(format(high.value)).",
                "All values are equal when rounded: \(format(high.value))."
            )
        }
        if named.count <= 4 { return listed("", named.map { ($0.name, format($0.value)) }) }
        /// All that share a value: one of them alone would seem to be the only one.
        func all(_ value: Double) -> String {
            words.list(named.filter { format.readsSame($0.value, value) }.map(\.name), most: 3) + " (\(format(value)))"
        }
        return words(
            "Hoogst: \(all(high.value)). Laagst: \(all(low.value)).",
            "Highest: \(all(high.value)). Lowest: \(all(low.value))."
        )
    }

    /// The same after the name of a series. A sentence of ours goes on in small letters; a name keeps its capital, and its own colon.
    func highestAndLowest(of lead: String, _ named: [(name: String, value: Double)], _ format: NumberText) -> String {
        let sentence = highestAndLowest(named, format)
        if lead.isEmpty { return sentence }
        if let first = named.first, sentence.hasPrefix(first.name.capitalised + ":") { return "\(lead) – \(sentence)" }
        return "\(lead): \(sentence.prefix(1).lowercased())\(sentence.dropFirst())"
    }

    /// *2017 – In de wijk: 120; Basis-GGZ: 210.* Names and values never run together.
    func listed(_ lead: String, _ items: [(name: String, text: String)], most: Int = 12) -> String {
        var parts = items.prefix(most).map { "\($0.name): \($0.text)" }
        if items.count > most { parts.append(words("nog \(items.count - most)", "\(items.count - most) more")) }
        let list = parts.joined(separator: "; ")
        return (lead.isEmpty ? list.capitalised : "\(lead) – \(list)") + "."
    }

    /// The sentence that says so where not all are named.
    func others(_ count: Int, most: Int) -> [String] {
        count > most ? [words("De andere staan in de tabel.", "The others are in the table.")] : []
    }

    /// What is not shown and why, by name.
    ///
    /// - Parameter others: names of what has no row at all.
    func gaps(besides others: [String]) -> [String] {
        var missing: [String] = []
        var hidden: [String] = []
        let empty = data.seriesWithoutValues
        for series in empty {
            let isHidden = data.cells(0, series: series).contains(where: \.isSuppressed)
            if isHidden { hidden.append(data.series[series]) } else { missing.append(data.series[series]) }
        }
        // A value whose bounds or whose number of people is not known is a value.
        let measures = spec.kind == .tally ? data.measureColumns.indices : 0..<min(1, data.measureColumns.count)
        for category in data.categories.indices {
            for series in data.series.indices where !empty.contains(series) {
                let cells = measures.map { data.cell($0, category, series) }
                let name =
                    data.hasSeries ? "\(names[category]) (\(data.series[series]))" : names[category]
                if cells.contains(where: \.isSuppressed) {
                    hidden.append(name)
                } else if cells.contains(.missing) {
                    missing.append(name)
                }
            }
        }
        return gaps(missing: missing + others, hidden: hidden)
    }

    /// The names of what is missing, and of what disclosure control hides.
    func gaps(missing: [String], hidden: [String]) -> [String] {
        var sentences: [String] = []
        if !missing.isEmpty {
            sentences.append(words("Geen gegevens voor \(words.list(missing)).", "No data for \(words.list(missing))."))
        }
        if !hidden.isEmpty {
            sentences.append(
                words(
                    "Niet getoond om herkenning te voorkomen: \(words.list(hidden)).",
                    "Not shown to prevent recognition: \(words.list(hidden))."
                )
            )
        }
        return sentences
    }
}
