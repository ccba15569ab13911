// What is known of each row of a target chart, and how it is said: shared by the drawing and its description.
import Markup

struct TargetRow: Sendable {
    let name: String
    let result: ChartCell
    let target: ChartCell
    let baseline: ChartCell
    /// *gestopt op 1 april 2019*; empty where the rows have no status.
    let status: String
    let isStopped: Bool
    let better: ChartSpec.Better?

    static func rows(_ spec: ChartSpec, _ data: ChartData) -> [TargetRow] {
        data.categories.indices.map { index in
            func cell(_ name: String) -> ChartCell { data.measure(name).map { data.cell($0, index) } ?? .absent }
            let code = data.noteCodes[safe: index] ?? ""
            let word = code.lowercased()
            return TargetRow(
                name: data.categories[index],
                result: cell("result"),
                target: cell("target"),
                baseline: cell("baseline"),
                status: data.notes[safe: index] ?? "",
                isStopped: ["stopped", "not-used", "gestopt", "niet gebruikt"].contains { word.hasPrefix($0) },
                better: spec.parts.better
            )
        }
    }

    /// A value as it is drawn: itself, or in hundredths of this row's target; nil where there is no target to compare with.
    func drawn(_ value: Double, asShare: Bool) -> Double? {
        guard asShare else { return value }
        guard let target = target.number, target > 0 else { return nil }
        let share = value / target * 100
        return share.isFinite ? share : nil
    }

    /// The row in words, without its result: *88% van het doel (300) · nulmeting 120 · status loopt*
    ///
    /// That something stopped explains what follows and comes first; other statuses come last, where *afgerond* is not taken for *rounded*.
    func words(_ format: NumberText, _ words: Words, isShare: Bool = false) -> [String] {
        var parts: [String] = []
        if isStopped { parts.append(words.word(for: status)) }
        switch result {
        case .value(let value):
            // Without a target there is no share to draw, so the result itself is said here.
            if drawn(value, asShare: isShare) == nil { parts.append(words("resultaat ", "result ") + format(value)) }
        case .suppressed: parts.append(words("resultaat ", "result ") + words.sign(result))
        case .missing, .absent: parts.append(words("geen resultaat bekend", "no result known"))
        }
        parts.append(comparison(format, words))
        if baseline.number != nil || baseline.isSuppressed {
            parts.append(words("nulmeting ", "baseline ") + words.text(baseline, format))
        }
        if !isStopped, !status.isEmpty { parts.append("status " + words.word(for: status)) }
        return parts
    }

    private func comparison(_ format: NumberText, _ words: Words) -> String {
        guard let target = target.number else {
            return self.target.isSuppressed
                ? words("doel ", "target ") + words.sign(self.target) : words("geen doel gesteld", "no target set")
        }
        guard let value = result.number else { return words("doel ", "target ") + format(target) }
        if better == .lower {
            let isMet = value <= target
            return words(
                "doel hoogstens \(format(target)), \(isMet ? "gehaald" : "niet gehaald")",
                "target at most \(format(target)), \(isMet ? "reached" : "not reached")"
            )
        }
        if format.isPercent {
            // From 66% to 70% is four percentage points, not four per cent.
            let difference = format(abs(value - target)).dropLast()
            if value == target {
                return words("precies het doel (\(format(target)))", "exactly the target (\(format(target)))")
            }
            return value > target
                ? words(
                    "\(difference) procentpunt boven het doel (\(format(target)))",
                    "\(difference) percentage points above the target (\(format(target)))"
                )
                : words(
                    "\(difference) procentpunt onder het doel (\(format(target)))",
                    "\(difference) percentage points below the target (\(format(target)))"
                )
        }
        guard let share = drawn(value, asShare: true), share < 1e6, let text = words.language.number(share.rounded())
        else {
            return words("doel ", "target ") + format(target)
        }
        // 99.6% is not the whole target, 100.3% is more than it, and 0.3% is not nothing.
        let percent =
            switch share {
            case 99.5..<(100 - 1e-9): words("bijna 100", "almost 100")
            case (100 + 1e-9)..<100.5: words("ruim 100", "just over 100")
            case 1e-12..<0.5: words("minder dan 1", "less than 1")
            default: text
            }
        return words("\(percent)% van het doel (\(format(target)))", "\(percent)% of the target (\(format(target)))")
    }
}
