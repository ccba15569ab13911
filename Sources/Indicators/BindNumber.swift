// A number that a text binds, `{{ id as format }}`: it is looked up, and a format that says something else than the number is a finding.
import Diagnostics
import Markup

extension Indicators {
    /// The number that a text binds; nil, with a finding at `place`, for an unknown id or format.
    public func bind(
        _ id: String,
        as format: String?,
        at place: Place,
        language: SiteLanguage,
        findings: inout Findings
    ) -> (number: PublishedNumber, written: WrittenNumber)? {
        let number = indicator(id, at: place, findings: &findings)
        var known: NumberFormat?
        if let format {
            known = NumberFormat(rawValue: format)
            if known == nil {
                findings.error(
                    "indicator.unknown-format",
                    at: place,
                    en: "no number format \"\(format)\"",
                    nl: "geen getalnotatie \"\(format)\"",
                    hint: suggestion(for: format, among: NumberFormat.allCases.map(\.rawValue))
                )
                return nil
            }
        }
        if let number, let known { check(known, on: number, at: place, findings: &findings) }
        return number.map { ($0, $0.written(as: known, in: language)) }
    }
}

/// A format that makes another number of it, or that cannot be followed.
private func check(_ format: NumberFormat, on number: PublishedNumber, at place: Place, findings: inout Findings) {
    if let unit = number.unit, format == .percent && !Unit.isPercent(unit) || format == .euro && !Unit.isMoney(unit) {
        findings.warning(
            "indicator.format-unit",
            at: place,
            en: "the unit of \(number.id) is \(unit), so it cannot be written as \(format.rawValue)",
            nl: "de eenheid van \(number.id) is \(unit), dus het is niet te schrijven als \(format.rawValue)",
            hint: Wording(
                en: "write {{ \(number.id) as unit }}, or correct the unit in data/indicators.yaml",
                nl: "schrijf {{ \(number.id) as unit }}, of verbeter de eenheid in data/indicators.yaml"
            )
        )
        return
    }
    switch number.value {
    // A number in quotes has had its finding where it stands.
    case .text(let text, machine: nil) where format != .unit && !isQuotedNumber(text, unit: number.unit):
        findings.warning(
            "indicator.format-text",
            at: place,
            en: "\(number.id) is a text (\"\(text)\"), so it cannot be written as \(format.rawValue)",
            nl: "\(number.id) is een tekst (\"\(text)\") en is dus niet te schrijven als \(format.rawValue)",
            hint: Wording(
                en: "write its value as a number, without quotes, or give the number as well: number: …",
                nl: "schrijf de waarde als getal, zonder aanhalingstekens, of geef het getal erbij: number: …"
            )
        )
    case .number(let value):
        let decimals: [NumberFormat: Int] = [.integer: 0, .decimal1: 1, .decimal2: 2]
        guard let decimals = decimals[format], let exact = number.exact ?? ExactDecimal(value), !exact.isZero,
            exact.rounded(to: decimals).isZero
        else { break }
        findings.warning(
            "indicator.format-zero",
            at: place,
            en: "\(number.id) is \(exact.digits()), which is written here as 0",
            nl: "\(number.id) is \(exact.digits(point: ",")) en staat hier als 0",
            hint: Wording(en: "use a format with more decimals", nl: "gebruik een notatie met meer decimalen")
        )
    default: break
    }
}
