// Descriptions of `index-bars` and `bars`.
import Disclosure

extension Description {
    func indexBars() -> [String] { indexScores(words("Staafdiagram", "Bar chart")) }

    /// - Parameter kind: what the drawing is.
    func indexScores(_ kind: String) -> [String] {
        let index = data.origin?.index
        let base = index.map(\.base) ?? 100
        let format = format()
        let reading = IndexReading(index, words: words, format: format)
        let baseText = words.language.number(base, upTo: 2) ?? format(base)
        let higher = index?.direction == .higherIsBetter ? words.more : words.less
        var sentences = [
            words(
                "\(kind): \(subject()). \(reading.baseSentence); hoger is \(higher).",
                "\(kind): \(subject()). \(reading.baseSentence); higher is \(higher)."
            )
        ]
        func distance(_ value: Double) -> String {
            let difference = NumberText(data.measureColumns.first, values: data.values, language: words.language)(
                abs(value - base)
            )
            if value == base { return words("gelijk aan \(baseText)", "equal to \(baseText)") }
            let word = reading.isLess(value) ? words.less : words.more
            return value > base
                ? words("\(difference) boven \(baseText), \(word)", "\(difference) above \(baseText), \(word)")
                : words("\(difference) onder \(baseText), \(word)", "\(difference) below \(baseText), \(word)")
        }
        for panel in data.series.indices.prefix(8) {
            let named = named(0, series: panel)
            let lead = data.hasSeries ? "\(data.series[panel]): " : ""
            guard let (high, low) = extremes(named) else {
                sentences.append(lead + highestAndLowest(named, format))
                continue
            }
            let above = named.filter { $0.value > base }.count
            let below = named.filter { $0.value < base }.count
            let side: String
            if above == named.count {
                side = words(
                    "alle \(words.count(above)) boven \(baseText)",
                    "all \(words.count(above)) above \(baseText)"
                )
            } else if below == named.count {
                side = words(
                    "alle \(words.count(below)) onder \(baseText)",
                    "all \(words.count(below)) below \(baseText)"
                )
            } else {
                side = words(
                    "\(words.count(above)) boven en \(words.count(below)) onder \(baseText)",
                    "\(words.count(above)) above and \(words.count(below)) below \(baseText)"
                )
            }
            if data.hasSeries {
                sentences.append(
                    lead + side
                        + words(
                            "; hoogst \(high.name) (\(format(high.value))), laagst \(low.name) (\(format(low.value))).",
                            "; highest \(high.name) (\(format(high.value))), lowest \(low.name) (\(format(low.value)))."
                        )
                )
            } else {
                sentences.append(
                    side.capitalised
                        + words(
                            ". Hoogst: \(high.name), \(format(high.value)) (\(distance(high.value))). Laagst: \(low.name), \(format(low.value)) (\(distance(low.value))).",
                            ". Highest: \(high.name), \(format(high.value)) (\(distance(high.value))). Lowest: \(low.name), \(format(low.value)) (\(distance(low.value)))."
                        )
                )
            }
        }
        if data.series.count > 8 {
            sentences.append(words("De andere staan in de tabel.", "The others are in the table."))
        }
        return sentences
    }

    func bars() -> [String] {
        let format = format()
        var sentences = [words("Staafdiagram: \(subject()).", "Bar chart: \(subject()).")]
        guard data.hasSeries else {
            sentences.append(highestAndLowest(named(0, series: 0), format))
            return sentences
        }
        if spec.arrangement == .stacked, format.unit != "%" {
            let totals = data.categories.indices.compactMap { category -> (name: String, value: Double)? in
                Stack(data.series.indices.map { data.cell(0, category, $0) }).total.map {
                    (names[category], $0)
                }
            }
            if !totals.isEmpty {
                sentences.append(
                    words("Samen: ", "Together: ") + uncapitalised(highestAndLowest(totals, format), totals)
                )
            }
        }
        for series in data.series.indices.prefix(SeriesLook.most) {
            let named = named(0, series: series)
            sentences.append("\(data.series[series]): " + uncapitalised(highestAndLowest(named, format), named))
        }
        return sentences
    }

    /// After a colon a sentence that begins with a word of ours goes on in small letters; a name keeps its capital.
    private func uncapitalised(_ sentence: String, _ named: [(name: String, value: Double)]) -> String {
        if let first = named.first, sentence.hasPrefix(first.name) { return sentence }
        return sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
}
