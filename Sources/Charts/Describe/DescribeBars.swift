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
            let difference = format(abs(change(from: base, to: value)))
            if value == base { return words("gelijk aan \(baseText)", "equal to \(baseText)") }
            let word = reading.isLess(value) ? words.less : words.more
            return value > base
                ? words("\(difference) boven \(baseText), \(word)", "\(difference) above \(baseText), \(word)")
                : words("\(difference) onder \(baseText), \(word)", "\(difference) below \(baseText), \(word)")
        }
        func all(_ count: Int) -> String {
            count == 2 ? words("beide", "both") : words("alle \(words.count(count))", "all \(words.count(count))")
        }
        for panel in data.series.indices.prefix(8) {
            let named = named(0, series: panel)
            if named.isEmpty, data.hasSeries { continue }
            let lead = data.hasSeries ? "\(data.series[panel]): " : ""
            guard let (high, low) = extremes(named), !format.readsSame(high.value, low.value) else {
                sentences.append(highestAndLowest(of: data.hasSeries ? data.series[panel] : "", named, format))
                continue
            }
            let above = named.filter { $0.value > base }.count
            let below = named.filter { $0.value < base }.count
            let side: String
            if above == named.count {
                side = words(
                    "\(all(above)) boven \(baseText)",
                    "\(all(above)) above \(baseText)"
                )
            } else if below == named.count {
                side = words(
                    "\(all(below)) onder \(baseText)",
                    "\(all(below)) below \(baseText)"
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
        return sentences + others(data.series.count, most: 8)
    }

    func bars() -> [String] {
        let format = format()
        var sentences = [words("Staafdiagram: \(subject()).", "Bar chart: \(subject()).")]
        guard data.hasSeries else {
            sentences.append(highestAndLowest(named(0, series: 0), format))
            return sentences
        }
        if spec.arrangement == .stacked, !format.isPercent {
            let stacks = data.stacks(spec)
            let totals = data.categories.indices.compactMap { category -> (name: String, value: Double)? in
                stacks[category].total.map { (names[category], $0) }
            }
            if !totals.isEmpty {
                sentences.append(highestAndLowest(of: words("Samen", "Together"), totals, format))
            }
        }
        for series in data.series.indices.prefix(8) {
            let named = named(0, series: series)
            if !named.isEmpty { sentences.append(highestAndLowest(of: data.series[series], named, format)) }
        }
        return sentences + others(data.series.count, most: 8)
    }
}
