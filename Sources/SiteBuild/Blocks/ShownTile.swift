// A key figure as readers see it, on a page and in print.
import Diagnostics
import Indicators
import Markup

struct ShownTile {
    var number: PublishedNumber
    var written: WrittenNumber
    /// What is left of the unit behind the number; nil where the number carries its sign or the label says the unit already.
    var unit: String?
    var label: InlineText?
    var text: InlineText?
    /// Period, n, and whether the data were invented.
    var meta: String?
}

extension PageRenderer {
    func shown(_ tile: Tile) -> ShownTile? {
        guard
            let number = programme.numbers.indicator(
                tile.indicator.text,
                at: tile.indicator.place,
                findings: &state.findings
            )
        else { return nil }
        let format = tileFormat(of: number)
        let written = number.written(as: format, in: language)
        let unit = unit(behind: written, of: number)
        let label = tile.label.map(plain) ?? number.label
        let meta = [
            number.period, number.writtenN(in: language).map { "n\u{A0}=\u{A0}\($0)" },
            number.isIllustrative ? strings["illustrative"] : nil,
        ]
        let known = meta.compactMap { $0 }
        return ShownTile(
            number: number,
            written: written,
            // A label such as "children who started" says the unit already.
            unit: unit.flatMap { label.lowercased().contains($0.lowercased()) ? nil : $0 },
            label: tile.label,
            text: tile.text,
            meta: known.isEmpty ? nil : known.joined(separator: " · ")
        )
    }

    /// Amounts and percentages carry their sign at the number; a text carries all of its unit, which it may name itself.
    private func tileFormat(of number: PublishedNumber) -> NumberFormat? {
        switch number.value {
        case .text: .unit
        case .number:
            // A percentage that an author wrote keeps its decimals.
            Unit.isPercent(number.unit)
                ? (number.exact == nil ? .percent : .unit) : Unit.isMoney(number.unit) ? .euro : nil
        case .suppressed, .missing: nil
        }
    }

    /// What is left of the unit: *€ 22.000 per gezin*.
    private func unit(behind written: WrittenNumber, of number: PublishedNumber) -> String? {
        guard let unit = number.unit, !Unit.isMark(unit) else { return nil }
        switch number.value {
        case .suppressed(below: nil), .missing, .text: return nil
        case .suppressed: return unit
        case .number:
            if Unit.isYear(unit), number.machineNumber.map(Unit.isYear) ?? true { return nil }
            if Unit.isPercent(unit) || Unit.isMoney(unit) {
                let rest = Unit.rest(of: unit).drop { $0 == " " }
                // Of a percentage that is written with its unit, nothing is left.
                return rest.isEmpty || number.exact != nil && Unit.isPercent(unit) ? nil : String(rest)
            }
            return Unit.word(unit, unitOne: number.unitOne, behind: written.text, in: language)
        }
    }
}
