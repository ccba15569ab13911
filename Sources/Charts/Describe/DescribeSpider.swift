// Description of `spider`: the marks of each series, then what the web must not be taken for.

extension Description {
    func spider() -> [String] {
        let format = format()
        var sentences = [
            words(
                "Spinnenweb van Positieve Gezondheid, cijfers van 0 tot 10.",
                "Spider web of Positive Health, marks from 0 to 10."
            )
        ]
        for series in data.series.indices.prefix(3) {
            let named = named(0, series: series)
            guard !named.isEmpty else { continue }
            let lead = data.hasSeries ? data.series[series].capitalised : ""
            sentences.append(listed(lead, named.map { (inSentence($0.name), format($0.value)) }))
        }
        sentences += others(data.series.count, most: 3)
        let present = Set(data.categories.compactMap { Dimensions.place(of: $0) })
        let absent = Dimensions.dutch.indices.filter { !present.contains($0) }.map {
            inSentence(Dimensions.name($0, words.language))
        }
        if !absent.isEmpty {
            sentences.append(words("Geen cijfers voor \(words.list(absent)).", "No marks for \(words.list(absent))."))
        }
        if data.series.count == 2 {
            let changes = data.categories.indices.compactMap { category -> (name: String, value: Double)? in
                guard let from = data.cell(0, category, 0).number, let to = data.cell(0, category, 1).number else {
                    return nil
                }
                return (inSentence(data.categories[category]), change(from: from, to: to))
            }
            if let most = changes.max(by: { abs($0.value) < abs($1.value) }), most.value != 0 {
                let amount = NumberText(
                    data.measureColumns.first,
                    values: data.values + changes.map(\.value),
                    language: words.language
                )(abs(most.value))
                let all = words.list(changes.filter { abs($0.value) == abs(most.value) }.map(\.name))
                sentences.append(
                    words(
                        "Het grootste verschil tussen \(data.series[0]) en \(data.series[1]) is \(amount), bij \(all).",
                        "The largest difference between \(data.series[0]) and \(data.series[1]) is \(amount), for \(all)."
                    )
                )
            }
        }
        return sentences + [Dimensions.caveat(words)]
    }
}
