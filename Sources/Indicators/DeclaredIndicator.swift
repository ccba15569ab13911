// An indicator that an author took from a document: a value with a source. What looks like a slip of the pen is a finding.
import Declarations
import Diagnostics

/// Fills in the value of an indicator with `value`.
func declare(_ number: inout PublishedNumber, _ fields: inout Fields) {
    let machine = fields.number("number")
    if number.source == nil {
        fields.error(
            "indicator.no-source",
            at: "id",
            en: "a declared value needs a source",
            nl: "een opgegeven waarde heeft een bron nodig",
            hint: Wording(
                en: "add source: \"Eindrapport, paragraaf 6.2\"",
                nl: "voeg toe: source: \"Eindrapport, paragraaf 6.2\""
            )
        )
    }
    guard let scalar = fields.scalar("value") else { return }
    if !scalar.isQuoted, let value = Double(scalar.text), value.isFinite,
        scalar.text.first.map({ $0.isNumber || $0 == "-" }) ?? false
    {
        number.value = .number(value)
        if looksGrouped(scalar.text) {
            fields.error(
                "indicator.ambiguous-number",
                at: "value",
                en: "\(scalar.text) means \(scalar.text.replacing(".", with: ",")) here: a dot marks decimals",
                nl:
                    "\(scalar.text) betekent hier \(scalar.text.replacing(".", with: ",")): de punt is het decimaalteken",
                hint: Wording(
                    en: "write \(scalar.text.replacing(".", with: "")) for thousands, or put quotes around a text",
                    nl:
                        "schrijf \(scalar.text.replacing(".", with: "")) voor duizendtallen, of zet aanhalingstekens om een tekst"
                )
            )
        }
    } else {
        number.value = .text(scalar.text, machine: machine)
        if !scalar.isQuoted, let value = Double(scalar.text.replacing(",", with: ".")), value.isFinite {
            fields.error(
                "indicator.ambiguous-number",
                at: "value",
                en: "\(scalar.text) is not a number here: a dot marks decimals",
                nl: "\(scalar.text) is hier geen getal: de punt is het decimaalteken",
                hint: Wording(
                    en: "write \(scalar.text.replacing(",", with: "."))",
                    nl: "schrijf \(scalar.text.replacing(",", with: "."))"
                )
            )
        }
    }
    if machine != nil, case .number = number.value {
        fields.error(
            "indicator.number",
            at: "number",
            en: "number is for a value in words; this value is a number already",
            nl: "number is voor een waarde in woorden; deze waarde is al een getal"
        )
    }
}

/// `2.513`, which a Dutch reader takes for thousands.
private func looksGrouped(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[0] != "0" && parts[1].utf8.count == 3
}
