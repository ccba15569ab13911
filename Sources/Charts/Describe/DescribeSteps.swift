// Descriptions of `waterfall`, `flow` and `target`: the course, where it ends, and what does not add up.

extension Description {
    func waterfall() -> [String] {
        let format = format()
        let steps = WaterfallSteps(data)
        var sentences = [words("Watervaldiagram: \(subject()).", "Waterfall chart: \(subject()).")]
        let said = zip(steps.steps, data.categories.indices).map { step, index -> String in
            let name = names[index]
            guard let value = data.cell(0, index).number else {
                let sign =
                    data.cell(0, index).isSuppressed
                    ? words("niet getoond", "not shown") : words("niet bekend", "not known")
                return "\(name): \(sign)"
            }
            guard step.kind == .change else { return "\(name): \(format(value))" }
            if value == 0 { return words("\(name): blijft gelijk", "\(name): no change") }
            let size = format(abs(value))
            return value < 0
                ? words("\(name): \(size) eraf", "\(name): \(size) off")
                : words("\(name): \(size) erbij", "\(name): \(size) added")
        }
        if steps.beginsAtZero {
            sentences.append(words("De stappen beginnen bij \(format(0)).", "The steps begin at \(format(0))."))
        }
        if !said.isEmpty { sentences.append(said.joined(separator: "; ").capitalised + ".") }
        if let start = steps.steps.first(where: { $0.kind == .start })?.to, let end = steps.steps.last?.to,
            steps.steps.count > 1,
            steps.steps.last?.kind != .change
        {
            let change = change(from: start, to: end)
            sentences.append(
                change == 0
                    ? words("Het eind is gelijk aan het begin.", "The end equals the start.")
                    : words(
                        "Van begin tot eind: \(format(abs(change))) \(change > 0 ? "meer" : "minder").",
                        "From start to end: \(format(abs(change))) \(change > 0 ? "more" : "less")."
                    )
            )
        }
        return sentences + steps.differences(data, format, words)
    }

    func flow() -> [String] {
        let graph = FlowGraph(data)
        let format = NumberText(
            data.measureColumns.first,
            values: data.values + graph.nodes.map(\.value),
            language: words.language
        )
        let what = inSentence(readable(data.measureColumns.first?.title ?? ""))
        let names = words.list(spec.parts.stages.map { readable($0.text) }, most: 8)
        let stages = names.isEmpty ? "" : words(", in de stappen \(names)", ", in the stages \(names)")
        var sentences = [words("Stroomdiagram van \(what)\(stages).", "Flow chart of \(what)\(stages).")]
        for node in graph.nodes.indices {
            let links = (graph.links + graph.zeros).filter { $0.from == node }
            guard !links.isEmpty else { continue }
            // The largest first; hidden ones are named last.
            let shown = links.filter { $0.cell.number != nil }.sorted { $0.value > $1.value }
            let parts = shown.map {
                words(
                    "\(format($0.value)) naar \(graph.nodes[$0.to].name)",
                    "\(format($0.value)) to \(graph.nodes[$0.to].name)"
                )
            }
            let hidden = links.filter { $0.cell.number == nil }.map {
                words(
                    "\(words.sign($0.cell)) naar \(graph.nodes[$0.to].name)",
                    "\(words.sign($0.cell)) to \(graph.nodes[$0.to].name)"
                )
            }
            sentences.append(
                words("Van \(graph.nodes[node].name): ", "From \(graph.nodes[node].name): ")
                    + words.list(parts + hidden, most: 8) + "."
            )
        }
        sentences += graph.imbalances(format, words)
        if graph.links.contains(where: \.cell.isSuppressed) {
            sentences.append(
                words(
                    "Enkele stromen zijn niet getoond, om herkenning te voorkomen.",
                    "Some streams are not shown, to prevent recognition."
                )
            )
        }
        return sentences
    }

    func targets() -> [String] {
        let format = format()
        let rows = TargetRow.rows(spec, data)
        var sentences = [words("Resultaten naast hun doel.", "Results beside their target.")]
        let compared = rows.filter { $0.result.number != nil && $0.target.number != nil }
        if compared.count > 1 {
            let met = compared.filter { row in
                guard let result = row.result.number, let target = row.target.number else { return false }
                return row.better == .lower ? result <= target : result >= target
            }
            sentences.append(
                words(
                    "\(words.count(met.count)) van de \(words.count(compared.count)) doelen gehaald.",
                    "\(words.count(met.count)) of the \(words.count(compared.count)) targets reached."
                ).capitalised
            )
        }
        for row in rows.prefix(12) {
            let said = (row.result.number.map { [format($0)] } ?? []) + row.words(format, words)
            sentences.append("\(row.name): \(said.joined(separator: "; ")).")
        }
        return sentences + others(rows.count, most: 12)
    }
}
