// An indicator that an author took from a document: a value with a source. What looks like a slip of the pen is a finding.
import Declarations
import Diagnostics
import Markup

/// Fills in the value of an indicator with `value`.
func declare(_ number: inout PublishedNumber, _ fields: inout Fields) {
    let machine = fields.number("number")
    if let scalar = fields.scalar("number"), !scalar.isQuoted { checkGrouping(scalar.text, at: "number", &fields) }
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
    if let exact = numeral(scalar) {
        number.value = .number(exact.value)
        number.exact = exact
        checkGrouping(scalar.text, at: "value", &fields)
    } else {
        number.value = .text(scalar.text, machine: machine)
        checkNumeral(scalar, at: "value", &fields)
        if machine == nil { checkQuotes(scalar, of: number, at: "value", &fields) }
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

/// The keys for which an author may write a number or a text: `n`, `baseline` and `target`.
func stated(_ key: String, _ fields: inout Fields) -> PublishedNumber.Stated? {
    guard let scalar = fields.scalar(key) else { return nil }
    if let exact = numeral(scalar) {
        checkGrouping(scalar.text, at: key, &fields)
        return .number(exact.value)
    }
    checkNumeral(scalar, at: key, &fields)
    return .text(scalar.text)
}

/// A number as authors write it, digit by digit; nil for a text, also one that looks like a number and has quotes.
private func numeral(_ scalar: Scalar) -> ExactDecimal? {
    guard !scalar.isQuoted, let exact = ExactDecimal(scalar.text), exact.value.isFinite else { return nil }
    return exact
}

/// `2.513`, which a Dutch reader takes for thousands.
private func checkGrouping(_ text: String, at key: String, _ fields: inout Fields) {
    guard looksGrouped(text) else { return }
    fields.error(
        "indicator.ambiguous-number",
        at: key,
        en: "\(text) means \(text.replacing(".", with: ",")) here: a dot marks decimals",
        nl: "\(text) betekent hier \(text.replacing(".", with: ",")): de punt is het decimaalteken",
        hint: Wording(
            en: "write \(text.replacing(".", with: "")) for thousands, or put quotes around a text",
            nl:
                "schrijf \(text.replacing(".", with: "")) voor duizendtallen, of zet aanhalingstekens om een tekst"
        )
    )
}

private func looksGrouped(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
        separator: ".",
        omittingEmptySubsequences: false
    )
    return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[0] != "0" && parts[1].utf8.count == 3
}

/// Without quotes, and nearly a number: `8,4`, `+5`, `.5`, `0x10`.
private func checkNumeral(_ scalar: Scalar, at key: String, _ fields: inout Fields) {
    guard !scalar.isQuoted else { return }
    let text = scalar.text.replacing(",", with: ".")
    guard Double(text)?.isFinite ?? false else { return }
    // What it would be, written as numbers are written here.
    let plain = Double(text).flatMap { ExactDecimal($0)?.trimmed.digits() } ?? text
    fields.error(
        "indicator.ambiguous-number",
        at: key,
        en: scalar.text.contains(",")
            ? "\(scalar.text) is not a number here: a dot marks decimals"
            : "\(scalar.text) is not read as a number here",
        nl: scalar.text.contains(",")
            ? "\(scalar.text) is hier geen getal: de punt is het decimaalteken"
            : "\(scalar.text) wordt hier niet als getal gelezen",
        hint: Wording(
            en: "write \(plain), or put quotes around a text",
            nl: "schrijf \(plain), of zet aanhalingstekens om een tekst"
        )
    )
}

/// Quotes make a text of `"359000"`, which is printed as it stands: without separators, beside its unit.
private func checkQuotes(_ scalar: Scalar, of number: PublishedNumber, at key: String, _ fields: inout Fields) {
    guard scalar.isQuoted, isQuotedNumber(scalar.text, unit: number.unit) else { return }
    // Without quotes this one would be an error.
    let plain = looksGrouped(scalar.text) ? scalar.text.replacing(".", with: "") : nil
    fields.warning(
        "indicator.quoted-number",
        at: key,
        en: "\"\(scalar.text)\" is a text because of its quotes, and is printed as it stands",
        nl: "\"\(scalar.text)\" is een tekst door de aanhalingstekens en komt er zo te staan",
        hint: plain.map {
            Wording(
                en: "does the dot stand between thousands? then write \($0) without quotes",
                nl: "staat de punt tussen duizendtallen? schrijf dan \($0) zonder aanhalingstekens"
            )
        } ?? Wording(en: "write \(scalar.text) without quotes", nl: "schrijf \(scalar.text) zonder aanhalingstekens")
    )
}

/// Whether a text is a number to which quotes were put; without a unit, or as a year, it may be a name.
func isQuotedNumber(_ text: String, unit: String?) -> Bool {
    unit.map { !Unit.isYear($0) } ?? false && ExactDecimal(text) != nil
}
