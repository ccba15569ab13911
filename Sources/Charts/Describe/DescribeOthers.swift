// Descriptions of `tally` and `lines`.

extension Description {
    func tally() -> [String] {
        var sentences = [words("Telling per \(categoryTitle).", "Tally by \(categoryTitle).")]
        for measure in data.measureColumns.indices {
            let named = named(measure, series: 0)
            let title = readable(data.measureColumns[measure].title)
            let format = format(measure)
            guard !named.isEmpty else { continue }
            let total = format(named.reduce(0) { $0 + $1.value })
            guard named.count > 1, let (high, low) = extremes(named) else {
                sentences.append("\(title): \(total).")
                continue
            }
            func all(_ value: Double) -> String { words.list(named.filter { $0.value == value }.map(\.name), most: 3) }
            sentences.append(
                words(
                    "\(title): \(total) in totaal; de meeste bij \(all(high.value)) (\(format(high.value))), de minste bij \(all(low.value)) (\(format(low.value))).",
                    "\(title): \(total) in all; most for \(all(high.value)) (\(format(high.value))), fewest for \(all(low.value)) (\(format(low.value)))."
                )
            )
        }
        return sentences
    }

    private var categoryTitle: String { inSentence(readable(data.categoryColumns.first?.title ?? "")) }

    func lines() -> [String] {
        let format = format()
        var sentences = [words("Lijndiagram: \(subject()).", "Line chart: \(subject()).")]
        let places = data.positions ?? data.categories.indices.map(Double.init)
        let order = data.categories.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        // What comes before a break is not compared with what comes after it.
        let breaks = data.breaks(in: order)
        for place in breaks {
            sentences.append(
                words(
                    "Vanaf \(place.name) is dit een andere reeks: \(place.reason); wat daarvoor komt, staat in de tabel.",
                    "From \(place.name) on this is another series: \(place.reason); what comes before is in the table."
                )
            )
        }
        for series in data.series.indices.prefix(8) {
            let points = order.dropFirst(breaks.map(\.position).max() ?? 0).compactMap { category in
                data.cell(0, category, series).number.map { (name: names[category], value: $0) }
            }
            let lead = data.hasSeries ? "\(data.series[series]): " : ""
            guard let first = points.first, let last = points.last, points.count > 1 else {
                if let only = points.first {
                    let text = words(
                        "alleen \(only.name) bekend (\(format(only.value)))",
                        "only \(only.name) known (\(format(only.value)))"
                    )
                    sentences.append((lead.isEmpty ? text.capitalised : lead + text) + ".")
                }
                continue
            }
            let change = change(from: first.value, to: last.value)
            let amount = format(abs(change))
            // From 20% to 25% is five percentage points, not five per cent.
            let difference =
                format.isPercent
                ? words(amount.dropLast() + " procentpunt", amount.dropLast() + " percentage points") : amount
            let course =
                format.readsSame(first.value, last.value)
                ? words(
                    "\(format(last.value)) in \(first.name) en in \(last.name)",
                    "\(format(last.value)) in \(first.name) and in \(last.name)"
                )
                : words(
                    "van \(format(first.value)) (\(first.name)) naar \(format(last.value)) (\(last.name)), een \(change > 0 ? "stijging" : "daling") van \(difference)",
                    "from \(format(first.value)) (\(first.name)) to \(format(last.value)) (\(last.name)), \(change > 0 ? "up" : "down") \(difference)"
                )
            var sentence = lead.isEmpty ? course.capitalised : lead + course
            // A peak or a dip between the ends is part of the story.
            if let (high, low) = extremes(points) {
                if high.value > max(first.value, last.value),
                    !format.readsSame(high.value, max(first.value, last.value))
                {
                    sentence += words(
                        "; hoogst: \(format(high.value)) (\(high.name))",
                        "; highest: \(format(high.value)) (\(high.name))"
                    )
                }
                if low.value < min(first.value, last.value), !format.readsSame(low.value, min(first.value, last.value))
                {
                    sentence += words(
                        "; laagst: \(format(low.value)) (\(low.name))",
                        "; lowest: \(format(low.value)) (\(low.name))"
                    )
                }
            }
            sentences.append(sentence + ".")
        }
        if data.series.count > 8 {
            sentences.append(words("De andere lijnen staan in de tabel.", "The other lines are in the table."))
        }
        return sentences
    }
}
