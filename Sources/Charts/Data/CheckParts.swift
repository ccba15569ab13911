// Findings about parts, steps and streams: what does not add up, and words that the chart does not know.
import Diagnostics
import Markup

func checkParts(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    let place = spec.from?.place ?? spec.place
    let value = spec.measures.first?.value.place ?? place
    switch spec.kind {
    case .diverging:
        if let neutral = spec.parts.neutral, Centre(spec, data).neutral == nil {
            findings.error(
                "chart.unknown-neutral",
                at: neutral.place,
                en: "\(spec.id.text): no answer is \"\(neutral.text)\"",
                nl: "\(spec.id.text): geen antwoord heet \"\(neutral.text)\"",
                hint: suggestion(for: neutral.text, among: data.seriesCodes)
            )
        }
        for answer in spec.parts.outside ?? [] where data.series(named: answer.text) == nil {
            findings.error(
                "chart.unknown-answer",
                at: answer.place,
                en: "\(spec.id.text): no answer is \"\(answer.text)\"",
                nl: "\(spec.id.text): geen antwoord heet \"\(answer.text)\"",
                hint: suggestion(for: answer.text, among: data.seriesCodes)
            )
        }
        let recognised = Centre(spec, data).recognised.map { data.seriesCodes[$0] }
        if !recognised.isEmpty {
            let names = recognised.joined(separator: ", ")
            findings.hint(
                "chart.answer-outside-scale",
                at: spec.groupColumns.last?.place ?? place,
                en:
                    "\(spec.id.text): \(names) is read as an answer outside the scale: it stands apart and counts in no side",
                nl:
                    "\(spec.id.text): \(names) geldt als een antwoord buiten de schaal: het staat apart en telt aan geen kant mee",
                hint: Wording(
                    en: "say so with outside: [\(names)]; or outside: [] where it is a place on the scale",
                    nl: "zeg het met outside: [\(names)]; of outside: [] als het een plaats op de schaal is"
                )
            )
        }
        warnOfSums(spec, data, at: value, findings: &findings)
        refuseNegatives(spec, data, at: value, findings: &findings)
    case .stacked: warnOfSums(spec, data, at: value, findings: &findings)
    case .flow:
        refuseNegatives(spec, data, at: value, findings: &findings)
        let graph = FlowGraph(data)
        if !graph.circular.isEmpty {
            let names = graph.circular.prefix(3).map { "\($0.from) → \($0.to)" }.joined(separator: "; ")
            findings.error(
                "chart.flow-circle",
                at: spec.groupColumns.last?.place ?? place,
                en: "\(spec.id.text): a flow goes one way, these lead back: \(names)",
                nl: "\(spec.id.text): een stroom gaat één kant op, deze gaan terug: \(names)",
                hint: Wording(
                    en: "give the later stage its own name, such as \"GP, after treatment\"",
                    nl: "geef de latere stap een eigen naam, zoals \"Huisarts, na behandeling\""
                )
            )
        }
        if !spec.parts.stages.isEmpty, spec.parts.stages.count != graph.stageCount {
            findings.error(
                "chart.stages",
                at: spec.parts.stages[0].place,
                en: "\(spec.id.text): \(spec.parts.stages.count) stages are named, the rows have \(graph.stageCount)",
                nl:
                    "\(spec.id.text): er zijn \(spec.parts.stages.count) stappen benoemd, de rijen hebben er \(graph.stageCount)"
            )
        }
    case .waterfall:
        let steps = WaterfallSteps(data)
        if let word = steps.unknownKinds.first {
            findings.error(
                "chart.unknown-step",
                at: spec.groupColumns.last?.place ?? place,
                en: "\(spec.id.text): \"\(word)\" is no kind of step",
                nl: "\(spec.id.text): \"\(word)\" is geen soort stap",
                hint: suggestion(for: word, among: WaterfallSteps.words)
                    ?? Wording(
                        en: "use \(WaterfallSteps.words.joined(separator: ", "))",
                        nl: "gebruik \(WaterfallSteps.words.joined(separator: ", "))"
                    )
            )
        }
        for (step, name) in zip(steps.steps, data.categories) {
            guard let difference = step.difference, let computed = step.computed, let shown = step.to else { continue }
            findings.warning(
                "chart.total-differs",
                at: value,
                en:
                    "\(spec.id.text): \(name) is \(machineDigits(shown)), the steps before it come to \(machineDigits(computed)): a difference of \(machineDigits(difference))",
                nl:
                    "\(spec.id.text): \(name) is \(machineDigits(shown)), de stappen ervoor komen uit op \(machineDigits(computed)): een verschil van \(machineDigits(difference))",
                hint: Wording(
                    en: "correct the rows, or leave the value of the total empty: then it is added up",
                    nl: "verbeter de rijen, of laat de waarde van het totaal leeg: dan wordt het opgeteld"
                )
            )
        }
    case .waffle:
        refuseNegatives(spec, data, at: value, findings: &findings)
        let sum = data.values.reduce(0, +)
        if let whole = Waffle.declaredWhole(spec, data), sum > whole * 1.000_001,
            !Waffle.isExplained(sum, of: whole, data)
        {
            findings.error(
                "chart.more-than-whole",
                at: value,
                en:
                    "\(spec.id.text): the parts are \(machineDigits(sum)), more than the whole of \(machineDigits(whole))",
                nl:
                    "\(spec.id.text): de delen zijn samen \(machineDigits(sum)), meer dan het geheel van \(machineDigits(whole))"
            )
        }
    case .pictogram:
        refuseNegatives(spec, data, at: value, findings: &findings)
        guard let whole = data.measure("whole") else { break }
        for category in data.categories.indices {
            guard let part = data.cell(0, category).number, let all = data.cell(whole, category).number, part > all
            else { continue }
            findings.error(
                "chart.more-than-whole",
                at: value,
                en: "\(spec.id.text): \(data.categories[category]) has \(machineDigits(part)) of \(machineDigits(all))",
                nl:
                    "\(spec.id.text): \(data.categories[category]) heeft \(machineDigits(part)) van \(machineDigits(all))"
            )
        }
    default: break
    }
}

/// Percentages that are no whole, and not by rounding: the drawing shows them as they are, and the author should know.
private func warnOfSums(_ spec: ChartSpec, _ data: ChartData, at place: Place, findings: inout Findings) {
    guard let first = data.sumsBeside100(spec).wrong.first else { return }
    let sum = FixedDecimal(first.sum, decimals: 6).map { machineDigits(Double($0.scaled) / 1e6) } ?? ""
    let name = data.categories[first.category]
    findings.warning(
        "chart.parts-not-100",
        at: place,
        en: "\(spec.id.text): the parts of \(name) are \(sum)% together, not 100%",
        nl: "\(spec.id.text): de delen van \(name) zijn samen \(sum)%, geen 100%",
        hint: Wording(
            en: "add the parts that are missing; where one can give several answers use type: bars",
            nl: "voeg de delen toe die ontbreken; waar men meer antwoorden mag geven past type: bars"
        )
    )
}

private func refuseNegatives(_ spec: ChartSpec, _ data: ChartData, at place: Place, findings: inout Findings) {
    guard let negative = data.values.first(where: { $0 < 0 }) else { return }
    findings.error(
        "chart.negative-part",
        at: place,
        en: "\(spec.id.text): \(machineDigits(negative)) cannot be a part of a whole",
        nl: "\(spec.id.text): \(machineDigits(negative)) kan geen deel van een geheel zijn",
        hint: Wording(en: "use type: bars or waterfall", nl: "gebruik type: bars of waterfall")
    )
}
