// Descriptions of `tile` and `spark`: each figure as one would say it.
import Markup

extension Description {
    func tiles() -> [String] {
        let baseFormat = self.format(1)
        let places = data.seriesPositions ?? data.series.indices.map(Double.init)
        let order = data.series.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        let unit = data.measureColumns.first?.unit
        let sentences = data.categories.indices.prefix(12).compactMap { category -> String? in
            let format = data.format(0, spec, words.language, category: category)
            let known = order.filter { data.cell(0, category, $0).number != nil }
            guard let last = known.last, let value = data.cell(0, category, last).number else { return nil }
            var sentence = "\(names[category]): \(format(value))"
            if let word = words.word(of: unit, after: format(value)) { sentence += " " + word }
            if data.hasSeries { sentence += " (\(data.series[last]))" }
            if data.measureColumns.count > 1 {
                sentence += ", n = \(words.text(data.cell(1, category, last), baseFormat))"
            }
            if known.count > 1, let before = data.cell(0, category, known[known.count - 2]).number {
                let since = data.series[known[known.count - 2]]
                let change = change(from: before, to: value)
                let amount = words.distance(abs(change), format)
                sentence +=
                    change == 0
                    ? words(", gelijk aan \(since)", ", equal to \(since)")
                    : value > before
                        ? words(", \(amount) meer dan in \(since)", ", \(amount) more than in \(since)")
                        : words(", \(amount) minder dan in \(since)", ", \(amount) less than in \(since)")
            }
            return sentence + "."
        }
        return sentences + others(data.categories.count, most: 12)
    }

    func sparks() -> [String] {
        // The same course as that of a line chart; only the lines are small.
        var sentences = lines()
        sentences[0] = words("Kleine lijnen: \(subject()).", "Small lines: \(subject()).")
        return sentences
    }
}
