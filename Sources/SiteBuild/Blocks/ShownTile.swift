// A key figure as readers see it, on a page and in print.
import Diagnostics
import Indicators

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
        let (format, unit) = tileFormat(of: number)
        let label = tile.label.map(plain) ?? number.label
        let meta = [
            number.period, number.writtenN(in: language).map { "n\u{A0}=\u{A0}\($0)" },
            number.isIllustrative ? strings["illustrative"] : nil,
        ]
        let known = meta.compactMap { $0 }
        return ShownTile(
            number: number,
            written: number.written(as: format, in: language),
            // A label such as "children who started" says the unit already.
            unit: unit.flatMap { label.lowercased().contains($0.lowercased()) ? nil : $0 },
            label: tile.label,
            text: tile.text,
            meta: known.isEmpty ? nil : known.joined(separator: " · ")
        )
    }

    /// Amounts and percentages carry their sign at the number; what is left of the unit stands behind it: *€ 22.000 per gezin*.
    private func tileFormat(of number: PublishedNumber) -> (format: NumberFormat?, unit: String?) {
        guard let unit = number.unit, !Unit.isMark(unit) else { return (nil, nil) }
        if Unit.isYear(unit), number.machineNumber.map(Unit.isYear) ?? true { return (nil, nil) }
        if Unit.isPercent(unit) { return (.percent, nil) }
        guard Unit.isMoney(unit) else { return (nil, number.machineNumber == 1 ? number.unitOne ?? unit : unit) }
        let rest = unit.dropFirst("euro ".count)
        return (.euro, rest.isEmpty ? nil : String(rest))
    }
}
