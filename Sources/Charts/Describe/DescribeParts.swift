// Descriptions of `stacked`, `diverging`, `waffle` and `pictogram`: what is most, and where answers lie.

extension Description {
    func stacked() -> [String] {
        let isShare = spec.parts.isShare
        let what =
            isShare
            ? words("Gestapelde staven van 100%", "Stacked bars of 100%") : words("Gestapelde staven", "Stacked bars")
        var sentences = ["\(what): \(subject())."]
        let format = isShare && !data.isPercent ? NumberText(percentIn: words.language) : format()
        let stacks = data.stacks(spec)
        // Percentages of different things have no sum.
        if !isShare, !data.isPercent {
            let totals = named(stacks.map(\.total))
            if !totals.isEmpty {
                sentences.append(highestAndLowest(of: words("Samen", "Together"), totals, format))
            }
        }
        // By bar where there are few, else by series: whichever says it in fewer sentences.
        guard data.categories.count > 4 else {
            for (category, stack) in stacks.enumerated() where !stack.parts.isEmpty {
                sentences.append(
                    listed(names[category], stack.parts.map { (data.series[$0.series], format($0.value)) })
                )
            }
            return sentences + beside(stacks)
        }
        for series in data.series.indices.prefix(8) {
            let values = named(stacks.map { stack in stack.parts.first { $0.series == series }?.value })
            if !values.isEmpty {
                sentences.append(highestAndLowest(of: data.series[series], values, format))
            }
        }
        return sentences + others(data.series.count, most: 8) + beside(stacks)
    }

    func diverging() -> [String] {
        let centre = Centre(spec, data)
        let counts = self.format()
        let format = data.isPercent ? counts : NumberText(percentIn: words.language)
        let stacks = data.stacks(spec)
        let category = inSentence(readable(data.categoryColumns.first?.title ?? ""))
        var sentences = [
            words(
                "Antwoorden om een middenlijn, per \(category), in procenten.",
                "Answers around a centre line, by \(category), in per cent."
            )
        ]
        let left = centre.scale.filter(centre.isLeft)
        let right = centre.scale.filter { $0 != centre.neutral && !centre.isLeft($0) }
        func names(_ series: some Sequence<Int>) -> String { words.list(series.map { data.series[$0] }) }
        sentences.append(
            words(
                "Links \(left.count == 1 ? "staat" : "staan") \(names(left)), rechts \(names(right)).",
                "On the left \(left.count == 1 ? "is" : "are") \(names(left)), on the right \(names(right))."
            )
        )
        if !centre.outside.isEmpty {
            sentences.append(Centre.note(centre.outside.map { data.series[$0] }, words, isGiven: data.isPercent))
        }
        let shown = stacks.enumerated().filter { !$1.parts.isEmpty }
        for (category, stack) in shown.prefix(10) {
            let sums = centre.sums(stack)
            let neutral = stack.parts.first { $0.series == centre.neutral }
            let middle = neutral.map { ", \(data.series[$0.series]) \(format($0.value))" } ?? ""
            let apart = centre.outside.filter { data.cell(0, category, $0) != .absent }.map {
                "; \(data.series[$0]): \(words.text(data.cell(0, category, $0), counts))"
            }.joined()
            sentences.append(
                words(
                    "\(self.names[category]): links \(format(sums.left))\(middle), rechts \(format(sums.right))\(apart).",
                    "\(self.names[category]): left \(format(sums.left))\(middle), right \(format(sums.right))\(apart)."
                )
            )
        }
        return sentences + others(shown.count, most: 10) + beside(stacks)
    }

    func waffle() -> [String] {
        let parts = WaffleParts(spec, data)
        var sentences = [words("Honderd vakjes: \(subject()).", "A hundred cells: \(subject()).")]
        let format = format()
        let said = data.categories.indices.compactMap { index -> String? in
            guard let value = data.cell(0, index).number else { return nil }
            guard let lead = parts.lead(index, words) else { return "\(names[index]): \(format(value))" }
            let isExact = parts.whole == 100 && Double(parts.cells?[index] ?? 0) == value
            return "\(names[index]): \(lead)" + (isExact ? "" : " (\(format(value)))")
        }
        if !said.isEmpty { sentences.append(words.list(said, most: 12) + ".") }
        if parts.rest > 0, let rest = parts.cells?.last {
            let what = parts.restText(words)
            let lead = parts.lead(parts.rest, rest, words)
            sentences.append(
                lead != words("\(rest) van de 100", "\(rest) of 100")
                    ? words("\(lead.capitalised) is \(what).", "\(lead.capitalised) is \(what).")
                    : rest == 1
                        ? words("De andere is \(what).", "The remaining one is \(what).")
                        : words("De andere \(rest) zijn \(what).", "The other \(rest) are \(what).")
            )
        }
        if let note = parts.sumNote(format, words) { sentences.append(note) }
        return sentences
    }

    func pictogram() -> [String] {
        let format = format()
        let said = PictogramWords(data, words, format)
        let shown = data.categories.indices.filter { data.cell(0, $0) != .missing && data.cell(0, $0) != .absent }
        let missing = data.categories.indices.filter { !shown.contains($0) }.map { names[$0] }
        var sentences = [words("Getelde figuren: \(subject()).", "Counted figures: \(subject()).")]
        if !shown.isEmpty {
            sentences.append(words.list(shown.map { "\(names[$0]): \(said.text($0))" }, most: 12) + ".")
        }
        return sentences + gaps(missing: missing, hidden: [])
    }

    /// Bars in which there is nobody, bars of which one part is not shown and therefore none of the shares, and what does not come to 100%.
    private func beside(_ stacks: [Stack]) -> [String] {
        guard spec.parts.isShare || spec.kind == .diverging else { return [] }
        var sentences: [String] = []
        let nobody = zip(names, stacks).filter { $0.1.whole == 0 }.map(\.0)
        if !nobody.isEmpty {
            let unit = data.measureColumns.first?.unit
            let said =
                data.isPercent
                ? words("overal 0%", "0% throughout")
                : countsPeople(unit)
                    ? words("niemand (n = 0)", "nobody (n = 0)") : words("geen (n = 0)", "none (n = 0)")
            sentences.append("\(words.list(nobody)): \(said).")
        }
        let unknown = zip(names, stacks).filter {
            $0.1.parts.isEmpty && !$0.1.unshown.isEmpty && $0.1.unshown != [.absent]
        }.map(\.0)
        if !unknown.isEmpty {
            sentences.append(
                words(
                    "Van \(words.list(unknown)) zijn geen aandelen te geven.",
                    "No shares can be given for \(words.list(unknown))."
                )
            )
        }
        return sentences + sumNotes(spec, data, words)
    }

    private func named(_ values: [Double?]) -> [(name: String, value: Double)] {
        zip(names, values).compactMap { name, value in value.map { (name, $0) } }
    }
}

/// Whether a unit counts people, of whom there can be nobody.
private func countsPeople(_ unit: String?) -> Bool {
    let people = [
        "personen", "mensen", "deelnemers", "cliënten", "patiënten", "inwoners", "bewoners", "kinderen", "jongeren",
        "ouders", "professionals", "people", "persons", "participants", "clients", "patients", "residents", "children",
    ]
    return unit.map { people.contains($0.lowercased()) } ?? false
}
