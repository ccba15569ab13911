// Results beside baseline, target and n, as readers see them. A column that no indicator fills is left out and said in words: it is a finding.
import Diagnostics
import Indicators

struct ShownTargets {
    enum Cell {
        case text(String)
        /// The result itself, which leads to its provenance.
        case result
    }
    struct Row {
        var number: PublishedNumber
        var written: WrittenNumber
        /// One for each heading.
        var cells: [Cell]
    }

    /// Beside the first column, which names the indicator.
    var headings: [String]
    var rows: [Row]
    var note: String?

    var isIllustrative: Bool { rows.contains { $0.number.isIllustrative } }
}

extension PageRenderer {
    func shown(_ block: TargetsBlock) -> ShownTargets {
        let numbers = block.indicators.compactMap {
            programme.numbers.indicator($0.text, at: $0.place, findings: &state.findings)
        }
        let optional: [(key: String, value: (PublishedNumber) -> String?)] = [
            ("baseline", { number in number.baseline.map { number.written($0, in: language) } }),
            ("target", { number in number.target.map { number.written($0, in: language) } }),
            ("period", { $0.period }),
            ("n", { $0.writtenN(in: language) }),
        ]
        let filled = optional.filter { column in numbers.contains { column.value($0) != nil } }
        let absent = optional.filter { column in !filled.contains { $0.key == column.key } }.map {
            strings[$0.key].lowercasedFirst
        }
        let resultPosition = filled.prefix { ["baseline", "target"].contains($0.key) }.count
        var headings = filled.map { strings[$0.key] }
        headings.insert(strings["result"], at: resultPosition)
        let rows = numbers.map { number in
            var cells: [ShownTargets.Cell] = filled.map { .text($0.value(number) ?? strings["not_recorded"]) }
            cells.insert(.result, at: resultPosition)
            return ShownTargets.Row(number: number, written: number.written(as: .unit, in: language), cells: cells)
        }
        return ShownTargets(
            headings: headings,
            rows: rows,
            note: absent.isEmpty ? nil : strings("not_recorded_for_any", ("names", absent.joined(separator: ", ")))
        )
    }
}
