// The wording of mistakes in values, apart from their detection.
import Diagnostics

/// Kind, message and hint for one wrong value.
func explain(_ problem: ValueProblem, field: FieldContract, value: String) -> (
    kind: Violations.Kind, message: Wording, hint: Wording?
) {
    let shown = value.shortened
    let name = field.name
    switch problem {
    case .required:
        return (
            .required,
            Wording(
                en: "\(name) has no value here, and one is required",
                nl: "\(name) heeft hier geen waarde en die is verplicht"
            ), nil
        )
    case .invalid:
        return (
            .invalidValue,
            Wording(
                en: "\(name) must be \(kindWording(field).en), not \"\(shown)\"",
                nl: "\(name) moet \(kindWording(field).nl) zijn, niet \"\(shown)\""
            ),
            invalidHint(field: field, value: value)
        )
    case .notAllowed:
        return (
            .notAllowed, Wording(en: "\(name) cannot be \"\(shown)\"", nl: "\(name) kan niet \"\(shown)\" zijn"),
            value != value.trimmingPadding
                ? paddingHint : suggestion(for: value, among: field.constraints.allowed ?? [])
        )
    case .pattern:
        let pattern = field.constraints.pattern ?? ""
        return (
            .pattern,
            Wording(
                en: "\(name) \"\(shown)\" does not have the form \(pattern)",
                nl: "\(name) \"\(shown)\" heeft niet de vorm \(pattern)"
            ), nil
        )
    case .below(let bound):
        let en = bound.isExclusive ? "more than \(bound.text)" : "at least \(bound.text)"
        let nl = bound.isExclusive ? "meer dan \(bound.text)" : "minstens \(bound.text)"
        return (
            .outOfRange,
            Wording(en: "\(name) must be \(en), not \(shown)", nl: "\(name) moet \(nl) zijn, niet \(shown)"), nil
        )
    case .above(let bound):
        let en = bound.isExclusive ? "less than \(bound.text)" : "at most \(bound.text)"
        let nl = bound.isExclusive ? "minder dan \(bound.text)" : "hooguit \(bound.text)"
        return (
            .outOfRange,
            Wording(en: "\(name) must be \(en), not \(shown)", nl: "\(name) moet \(nl) zijn, niet \(shown)"), nil
        )
    case .tooShort(let least):
        return (
            .length,
            Wording(
                en: "\(name) needs at least \(least) \(least == 1 ? "character" : "characters"): \"\(shown)\"",
                nl: "\(name) heeft minstens \(least) \(least == 1 ? "teken" : "tekens") nodig: \"\(shown)\""
            ), nil
        )
    case .tooLong(let most):
        return (
            .length,
            Wording(
                en: "\(name) may have \(most) \(most == 1 ? "character" : "characters") at most: \"\(shown)\"",
                nl: "\(name) mag hooguit \(most) \(most == 1 ? "teken" : "tekens") hebben: \"\(shown)\""
            ),
            nil
        )
    }
}

private func kindWording(_ field: FieldContract) -> Wording {
    let mark = String(UnicodeScalar(field.decimalMark))
    switch field.kind {
    case .integer: return Wording(en: "a whole number", nl: "een geheel getal")
    case .number: return Wording(en: "a number such as 12\(mark)5", nl: "een getal zoals 12\(mark)5")
    case .year: return Wording(en: "a year such as 2018", nl: "een jaar zoals 2018")
    case .date: return Wording(en: "a date such as 2018-05-02", nl: "een datum zoals 2018-05-02")
    case .yearmonth: return Wording(en: "a month such as 2018-05", nl: "een maand zoals 2018-05")
    case .boolean:
        let words = (field.trueValues.prefix(1) + field.falseValues.prefix(1)).joined(separator: "/")
        return Wording(en: "one of \(words)", nl: "\(words)")
    case .string, .any: return Wording(en: "a text", nl: "een tekst")
    }
}

private let paddingHint = Wording(
    en: "if values are padded with blanks, say so: verslag: {padded: true}",
    nl: "zijn de waarden met spaties aangevuld, zeg dat dan: verslag: {padded: true}"
)

/// Names the key of the contract that would make the value legal, where its form shows one.
private func invalidHint(field: FieldContract, value: String) -> Wording? {
    let trimmed = value.trimmingPadding
    if trimmed != value { return paddingHint }
    if [".", "-", "x", "X", "..", "…", "n.b.", "NA", "N/A", "n/a", ""].contains(trimmed) {
        return Wording(
            en: "if this means that the value is missing, add it to missingValues",
            nl: "betekent dit dat de waarde ontbreekt, zet het dan bij missingValues"
        )
    }
    guard field.isNumeric else { return nil }
    if let edge = trimmed.unicodeScalars.first, trimmed.contains(where: \.isNumber),
        !edge.isASCII || trimmed.hasSuffix("%")
    {
        return Wording(
            en: "a number with a sign around it needs bareNumber: false",
            nl: "een getal met een teken eromheen vraagt om bareNumber: false"
        )
    }
    if field.kind == .number, field.decimalMark == 0x2E, trimmed.contains(",") {
        return Wording(
            en: "if the comma marks decimals, say so: decimalChar: \",\"",
            nl: "is de komma het decimaalteken, zeg dat dan: decimalChar: \",\""
        )
    }
    if field.kind == .number, field.decimalMark == 0x2C, trimmed.contains(".") {
        return Wording(
            en: "this field has decimalChar \",\"; a dot between thousands needs groupChar: \".\"",
            nl: "dit veld heeft decimalChar \",\"; een punt tussen duizendtallen vraagt om groupChar: \".\""
        )
    }
    if field.kind == .integer, trimmed.contains(where: { $0 == "." || $0 == "," }) {
        return Wording(
            en: "decimals need type: number; a mark between thousands needs groupChar",
            nl: "decimalen vragen om type: number; een teken tussen duizendtallen om groupChar"
        )
    }
    return nil
}

extension String {
    /// At most 60 characters, for messages.
    var shortened: String {
        let clean = String(map { $0.isNewline ? " " : $0 })
        return clean.count > 60 ? clean.prefix(59) + "…" : clean
    }

    /// Without blanks and tabs at both ends.
    var trimmingPadding: String {
        let kept = drop { $0 == " " || $0 == "\t" }
        guard let last = kept.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(kept[...last])
    }
}
