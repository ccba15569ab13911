// Descriptions of `stacked`, `diverging`, `waffle` and `pictogram`: what is most, and where answers lie.

extension Description {
    func stacked() -> [String] {
        let isShare = spec.parts.isShare
        let what =
            isShare
            ? words("Gestapelde staven van 100%", "Stacked bars of 100%") : words("Gestapelde staven", "Stacked bars")
        var sentences = ["\(what): \(subject())."]
        let format = isShare ? NumberText(percentIn: words.language) : format()
        let stacks = shares(isShare)
        if !isShare {
            let totals = named(stacks.map(\.total))
            if !totals.isEmpty {
                sentences.append(words("Samen: ", "Together: ") + lowered(highestAndLowest(totals, format), totals))
            }
        }
        // By bar where there are few, else by series: whichever says it in fewer sentences.
        guard data.categories.count > 4 else {
            for (category, stack) in stacks.enumerated() where !stack.parts.isEmpty {
                let parts = stack.parts.map { "\(data.series[$0.series]) \(format($0.value))" }
                sentences.append("\(names[category]): \(words.list(parts, most: 8)).")
            }
            return sentences + withoutShares(stacks)
        }
        for series in data.series.indices.prefix(8) {
            let values = named(stacks.map { stack in stack.parts.first { $0.series == series }?.value })
            if !values.isEmpty {
                sentences.append("\(data.series[series]): " + lowered(highestAndLowest(values, format), values))
            }
        }
        return sentences + withoutShares(stacks)
    }

    func diverging() -> [String] {
        let centre = Centre(spec, data)
        let format = NumberText(percentIn: words.language)
        let stacks = shares(true)
        let category = inSentence(readable(data.categoryColumns.first?.title ?? ""))
        var sentences = [
            words(
                "Antwoorden om een middenlijn, per \(category), in procenten.",
                "Answers around a centre line, by \(category), in per cent."
            )
        ]
        let left = data.series.indices.prefix { $0 != centre.neutral && centre.look($0).paint == .third }
        let right = data.series.indices.filter { $0 != centre.neutral && !left.contains($0) }
        func names(_ series: some Sequence<Int>) -> String { words.list(series.map { data.series[$0] }) }
        sentences.append(
            words(
                "Links staan \(names(left)), rechts \(names(right)).",
                "On the left are \(names(left)), on the right \(names(right))."
            )
        )
        let shown = stacks.enumerated().filter { !$1.parts.isEmpty }
        for (category, stack) in shown.prefix(10) {
            let sums = centre.sums(stack)
            let neutral = stack.parts.first { $0.series == centre.neutral }
            let middle = neutral.map { ", \(data.series[$0.series]) \(format($0.value))" } ?? ""
            sentences.append(
                words(
                    "\(self.names[category]): links \(format(sums.left))\(middle), rechts \(format(sums.right)).",
                    "\(self.names[category]): left \(format(sums.left))\(middle), right \(format(sums.right))."
                )
            )
        }
        if shown.count > 10 { sentences.append(words("De andere staan in de tabel.", "The others are in the table.")) }
        return sentences + withoutShares(stacks)
    }

    func waffle() -> [String] {
        let parts = WaffleParts(spec, data)
        var sentences = [words("Honderd vakjes: \(subject()).", "A hundred cells: \(subject()).")]
        let format = format()
        let said = data.categories.indices.compactMap { index -> String? in
            guard let value = data.cell(0, index).number else { return nil }
            guard let lead = parts.lead(index, words) else { return "\(names[index]) \(format(value))" }
            let isExact = parts.whole == 100 && Double(parts.cells?[index] ?? 0) == value
            return "\(names[index]): \(lead)" + (isExact ? "" : " (\(format(value)))")
        }
        if !said.isEmpty { sentences.append(words.list(said, most: 12) + ".") }
        if let rest = parts.cells?.last, rest > 0 {
            sentences.append(
                parts.hasUnknown
                    ? words(
                        "De andere \(rest) zijn overig of niet bekend.",
                        "The other \(rest) are other or not known."
                    )
                    : words("De andere \(rest) zijn overig.", "The other \(rest) are other.")
            )
        }
        return sentences
    }

    func pictogram() -> [String] {
        let format = NumberText(data.measureColumns.first, values: data.values, language: words.language)
        let said = PictogramWords(data, words, format)
        let shown = data.categories.indices.filter { data.cell(0, $0) != .missing && data.cell(0, $0) != .absent }
        let missing = data.categories.indices.filter { !shown.contains($0) }.map { names[$0] }
        var sentences = [words("Getelde figuren: \(subject()).", "Counted figures: \(subject()).")]
        if !shown.isEmpty {
            sentences.append(words.list(shown.map { "\(names[$0]) \(said.text($0))" }, most: 12) + ".")
        }
        return sentences + gaps(missing: missing, hidden: [])
    }

    /// Bars of which one part is not shown, and therefore none of the shares.
    private func withoutShares(_ stacks: [Stack]) -> [String] {
        guard spec.parts.isShare || spec.kind == .diverging else { return [] }
        let names = zip(self.names, stacks).filter { $0.1.parts.isEmpty && $0.1.unshown != [.absent] }.map(\.0)
        if names.isEmpty { return [] }
        return [
            words(
                "Van \(words.list(names)) zijn geen aandelen te geven.",
                "No shares can be given for \(words.list(names))."
            )
        ]
    }

    private func shares(_ isShare: Bool) -> [Stack] {
        data.categories.indices.map { category in
            let cells = data.series.indices.map { data.cell(0, category, $0) }
            return isShare ? Stack(sharesOf: cells) : Stack(cells)
        }
    }

    private func named(_ values: [Double?]) -> [(name: String, value: Double)] {
        zip(names, values).compactMap { name, value in value.map { (name, $0) } }
    }

    private func lowered(_ sentence: String, _ named: [(name: String, value: Double)]) -> String {
        if let first = named.first, sentence.hasPrefix(first.name) { return sentence }
        return sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
}
