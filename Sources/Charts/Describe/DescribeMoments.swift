// Descriptions of `index-dots`, `slope`, `dumbbell` and `interval`.

extension Description {
    func indexDots() -> [String] {
        var sentences = indexScores(words("Stippendiagram", "Dot plot"))
        guard data.measureColumns.count > 2 else { return sentences }
        // What an interval adds: which scores differ from the base beyond it.
        let base = data.origin?.index?.base ?? 100
        let baseText = words.language.number(base, upTo: 2) ?? format()(base)
        for panel in data.series.indices.prefix(8) {
            let within = data.categories.indices.filter { category in
                guard let low = data.cell(1, category, panel).number, let high = data.cell(2, category, panel).number
                else { return false }
                return low <= base && high >= base
            }
            guard !within.isEmpty else { continue }
            let lead = data.hasSeries ? "\(data.series[panel]): " : ""
            let names = words.list(within.map { self.names[$0] })
            sentences.append(
                lead
                    + words(
                        "\(baseText) ligt binnen het interval van \(names).",
                        "\(baseText) lies within the interval of \(names)."
                    )
            )
        }
        return sentences
    }

    func pairs() -> [String] {
        let pairs = Pairs(spec, data)
        let format = format()
        let kind =
            spec.kind == .slope ? words("Hellingdiagram", "Slope chart") : words("Halterdiagram", "Dumbbell chart")
        let title = readable(data.measureColumns.first?.title ?? "")
        let isWide = spec.measures.contains { $0.name == "before" }
        let moments = words("\(pairs.before) en \(pairs.after)", "\(pairs.before) and \(pairs.after)")
        var sentences = [isWide ? "\(kind): \(moments)." : "\(kind): \(inSentence(title)), \(moments)."]
        let known = pairs.pairs.compactMap { pair in pair.change.map { (pair: pair, change: $0) } }
        guard !known.isEmpty else {
            sentences.append(words("Geen enkele verandering is bekend.", "No change is known."))
            return sentences + gaps(in: pairs, format)
        }
        func course(_ pair: Pairs.Pair) -> String {
            let name = pair.name.isEmpty ? "" : pair.name + " "
            let from = words.text(pair.before, format)
            let to = words.text(pair.after, format)
            if pair.change == 0 { return name + words("blijft \(to)", "stays \(to)") }
            // Neither a rise that nobody can see, nor a value that stayed exactly what it was.
            if from == to { return name + words("blijft afgerond \(to)", "stays \(to) when rounded") }
            return name + words("van \(from) naar \(to)", "from \(from) to \(to)")
        }
        func moves(_ pair: Pairs.Pair) -> Bool {
            words.text(pair.before, format) != words.text(pair.after, format)
        }
        let up = known.filter { $0.change > 0 && moves($0.pair) }.count
        let down = known.filter { $0.change < 0 && moves($0.pair) }.count
        let same = known.count - up - down
        if known.count > 1 {
            if up == known.count {
                sentences.append(
                    up == 2
                        ? words("Beide stijgen.", "Both rise.")
                        : words("Alle \(words.count(up)) stijgen.", "All \(words.count(up)) rise.")
                )
            } else if down == known.count {
                sentences.append(
                    down == 2
                        ? words("Beide dalen.", "Both fall.")
                        : words("Alle \(words.count(down)) dalen.", "All \(words.count(down)) fall.")
                )
            } else {
                var parts: [String] = []
                if up > 0 {
                    parts.append(
                        words(
                            "\(words.count(up)) \(up == 1 ? "stijgt" : "stijgen")",
                            "\(words.count(up)) \(up == 1 ? "rises" : "rise")"
                        )
                    )
                }
                if down > 0 {
                    parts.append(
                        words(
                            "\(words.count(down)) \(down == 1 ? "daalt" : "dalen")",
                            "\(words.count(down)) \(down == 1 ? "falls" : "fall")"
                        )
                    )
                }
                if same > 0 {
                    parts.append(
                        words(
                            "\(words.count(same)) \(same == 1 ? "blijft" : "blijven") gelijk",
                            "\(words.count(same)) \(same == 1 ? "stays" : "stay") the same"
                        )
                    )
                }
                sentences.append(words.list(parts).capitalised + ".")
            }
        }
        if known.count <= 5 {
            sentences.append(known.map { course($0.pair) }.joined(separator: "; ").capitalised + ".")
        } else {
            // Two that changed as much are both named.
            func courses(_ change: Double) -> String {
                let all = known.filter { format.readsSame($0.change, change) }.map { course($0.pair) }
                return (all.prefix(3) + (all.count > 3 ? [words("nog \(all.count - 3)", "\(all.count - 3) more")] : []))
                    .joined(separator: "; ")
            }
            let changes = known.filter { moves($0.pair) }.map(\.change)
            if let most = changes.max(), most > 0 {
                sentences.append(words("Sterkste stijging: ", "Largest rise: ") + courses(most) + ".")
            }
            if let least = changes.min(), least < 0 {
                sentences.append(words("Sterkste daling: ", "Largest fall: ") + courses(least) + ".")
            }
        }
        return sentences + gaps(in: pairs, format)
    }

    /// What is known of only one moment, and what of neither.
    private func gaps(in pairs: Pairs, _ format: NumberText) -> [String] {
        var sentences: [String] = []
        let half = pairs.pairs.filter { ($0.before.number == nil) != ($0.after.number == nil) }
        for pair in half.prefix(5) {
            let moment = pair.before.number == nil ? pairs.after : pairs.before
            let value = words.text(pair.before.number == nil ? pair.after : pair.before, format)
            // What is hidden is known.
            let isHidden = pair.cells.contains(where: \.isSuppressed)
            sentences.append(
                words(
                    "Van \(pair.name) is alleen \(inSentence(moment)) \(isHidden ? "te tonen" : "bekend") (\(value)).",
                    "Of \(pair.name) only \(inSentence(moment)) \(isHidden ? "can be shown" : "is known") (\(value))."
                )
            )
        }
        if half.count > 5 {
            sentences.append(
                words(
                    "Van nog \(half.count - 5) staat er maar één moment.",
                    "Of \(half.count - 5) more only one moment is given."
                )
            )
        }
        let lost = pairs.pairs.filter { $0.before.number == nil && $0.after.number == nil }
        let hidden = lost.filter { $0.cells.contains(where: \.isSuppressed) }.map(\.name)
        let missing = lost.filter { !$0.cells.contains(where: \.isSuppressed) }.map(\.name)
        return sentences + gaps(missing: missing, hidden: hidden)
    }

    func interval() -> [String] {
        let format = format()
        var sentences = [words("Schattingen met interval: \(subject()).", "Estimates with interval: \(subject()).")]
        func text(_ category: Int) -> String? {
            guard let value = data.cell(0, category).number else { return nil }
            let text = "\(names[category]): \(format(value))"
            switch (data.cell(1, category).number, data.cell(2, category).number) {
            case (let low?, let high?):
                return text + words(" (\(format(low)) tot \(format(high)))", " (\(format(low)) to \(format(high)))")
            case (let low?, nil): return text + words(" (vanaf \(format(low)))", " (from \(format(low)))")
            case (nil, let high?): return text + words(" (tot \(format(high)))", " (up to \(format(high)))")
            case (nil, nil): return text
            }
        }
        let known = data.categories.indices.filter { data.cell(0, $0).number != nil }
        let order = known.sorted { (data.cell(0, $1).number ?? 0, $0) < (data.cell(0, $0).number ?? 0, $1) }
        guard let high = order.first, let low = order.last else {
            return sentences + [words("Er zijn geen waarden om te tonen.", "There are no values to show.")]
        }
        if known.count <= 5 {
            sentences.append(known.compactMap(text).joined(separator: "; ").capitalised + ".")
        } else {
            sentences.append(words("Hoogst: ", "Highest: ") + (text(high) ?? "") + ".")
            sentences.append(words("Laagst: ", "Lowest: ") + (text(low) ?? "") + ".")
        }
        // Intervals that do not touch are the finding; those that do, say that the difference may be chance.
        if known.count > 1, let lowest = data.cell(1, high).number, let highest = data.cell(2, low).number {
            sentences.append(
                lowest > highest
                    ? words(
                        "De intervallen van de hoogste en de laagste raken elkaar niet.",
                        "The intervals of the highest and the lowest do not touch."
                    )
                    : words(
                        "De intervallen van de hoogste en de laagste overlappen.",
                        "The intervals of the highest and the lowest overlap."
                    )
            )
        }
        // Where values lie on both sides of nought, whether it is within an interval is the question.
        let around = known.filter { (data.cell(1, $0).number ?? 1) <= 0 && (data.cell(2, $0).number ?? -1) >= 0 }
        if !around.isEmpty {
            let names = words.list(around.map { self.names[$0] })
            sentences.append(
                words("0 ligt binnen het interval van \(names).", "0 lies within the interval of \(names).")
            )
        }
        if let counts = spec.measures.firstIndex(where: { $0.name == "n" }) {
            let numbers = data.values(of: counts)
            let n = self.format(counts)
            if let least = numbers.min(), let most = numbers.max() {
                sentences.append(
                    least == most
                        ? "n = \(n(most))."
                        : words("n loopt van \(n(least)) tot \(n(most)).", "n runs from \(n(least)) to \(n(most)).")
                )
            }
        }
        return sentences
    }

}
