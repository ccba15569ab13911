// What to do about a value that its contract refuses. A hint names a key of the contract only where that key makes the value
// what it says; where there are two readings it asks which one is meant.
import Diagnostics

let paddingHint = Wording(
    en: "if values are padded with blanks, say so: verslag: {padded: true}",
    nl: "zijn de waarden met spaties aangevuld, zeg dat dan: verslag: {padded: true}"
)

let codeHint = Wording(
    en: "is this a code and no amount? then type: string",
    nl: "is dit een code en geen hoeveelheid? dan type: string"
)

/// For a text that is not among those that it may be.
func valueHint(for value: String, among known: [String]) -> Wording? {
    if value.isEmpty { return nil }
    let plain = value.withPlainBlanks
    guard let twin = known.first(where: { $0 != value && $0.withPlainBlanks == plain }) else {
        return suggestion(for: value, among: known)
    }
    if twin.trimmingBlanks == value.trimmingBlanks { return paddingHint }
    return Wording(
        en: "it differs from \"\(twin)\" in its blanks only: a no-break space, or two in a row",
        nl: "het verschilt alleen in de spaties van \"\(twin)\": een vaste spatie, of twee achter elkaar"
    )
}

/// For a number of people that is below zero or not whole.
func peopleHint(field: FieldContract, value: String) -> Wording {
    if value.contains("-") {
        let codes = (field.missingValues + [value]).map { "\"\($0)\"" }.joined(separator: ", ")
        return Wording(
            en: "a code for a missing number, such as -9, -6666 or 9999, belongs in missingValues: [\(codes)]",
            nl: "een code voor een ontbrekend aantal, zoals -9, -6666 of 9999, hoort bij missingValues: [\(codes)]"
        )
    }
    return Wording(
        en:
            "people are counted in whole numbers: does the mark stand between thousands? then groupChar; a mean or a percentage is no privacy.column and has another unit",
        nl:
            "personen zijn hele getallen: staat het teken tussen duizendtallen? dan groupChar; een gemiddelde of percentage is geen privacy.column en heeft een andere eenheid"
    )
}

/// For a value that is not of its field's type.
func invalidHint(field: FieldContract, value: String) -> Wording? {
    let trimmed = value.trimmingBlanks
    if [
        "", ".", "-", "–", "—", "x", "X", "..", "...", "…", "n.b.", "nb", "NA", "N/A", "n/a", "NULL", "null", "#N/B",
        "#N/A",
    ]
    .contains(trimmed) {
        return Wording(
            en: "if this means that the value is missing, add it to missingValues",
            nl: "betekent dit dat de waarde ontbreekt, zet het dan bij missingValues"
        )
    }
    guard trimmed == value || field.isNumeric && !field.reads(trimmed) else { return paddingHint }
    guard field.isNumeric, field.kind != .year else { return nil }
    return readingHint(field, trimmed) ?? shapeHint(field, trimmed)
}

extension FieldContract {
    func reads(_ text: String) -> Bool { reading(text) != nil }

    fileprivate func reading(_ text: String) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { number($0[...])?.value }
    }
}

/// The keys of the contract with which the value would be a number, and which one.
private func readings(_ field: FieldContract, _ text: String) -> [(keys: [String], number: Double)] {
    var readings: [(keys: [String], number: Double)] = []
    for isBare in field.isBareNumber ? [true, false] : [false] {
        for (decimal, group) in [(",", nil), (".", nil), (",", "."), (".", ","), (",", " "), (".", " "), (".", "'")]
            as [(Unicode.Scalar, Unicode.Scalar?)]
        {
            var other = field
            other.isBareNumber = isBare
            other.groupMark = group.map { UInt8(ascii: $0) }
            other.decimalMark = UInt8(ascii: decimal)
            var keys: [String] = []
            if other.reading(text) == nil, field.kind == .integer {
                other.kind = .number
                keys.append("type: number")
            }
            guard let number = other.reading(text) else { continue }
            if other.kind == .number, other.decimalMark != field.decimalMark {
                keys.append("decimalChar: \"\(decimal)\"")
            }
            if let group, other.groupMark != field.groupMark { keys.append("groupChar: \"\(group)\"") }
            if isBare != field.isBareNumber { keys.append("bareNumber: false") }
            if let known = readings.firstIndex(where: { $0.number == number }) {
                if keys.count < readings[known].keys.count { readings[known].keys = keys }
            } else {
                readings.append((keys, number))
            }
        }
    }
    return readings
}

private func readingHint(_ field: FieldContract, _ text: String) -> Wording? {
    let readings = readings(field, text).sorted { $0.keys.count < $1.keys.count }
    guard let first = readings.first, !first.keys.isEmpty else { return nil }
    let keys = first.keys.joined(separator: ", ")
    guard readings.count > 1 else {
        return Wording(
            en: "if this is how numbers are written here, say so: \(keys)",
            nl: "worden getallen hier zo geschreven, zeg dat dan: \(keys)"
        )
    }
    let grouped = readings.first { $0.keys.contains { $0.hasPrefix("groupChar") } }?.keys ?? first.keys
    let decimal = readings.first { !$0.keys.contains { $0.hasPrefix("groupChar") } }?.keys ?? first.keys
    let (thousands, decimals) = (grouped.joined(separator: ", "), decimal.joined(separator: ", "))
    return Wording(
        en: "does the mark stand between thousands? then \(thousands); does it mark decimals? then \(decimals)",
        nl: "staat het teken tussen duizendtallen? dan \(thousands); markeert het decimalen? dan \(decimals)"
    )
}

/// For texts that no key of the contract makes a number.
private func shapeHint(_ field: FieldContract, _ text: String) -> Wording? {
    let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
    if digits.count == text.unicodeScalars.count { return codeHint }
    guard text.contains(where: \.isNumber) else { return nil }
    if let first = text.unicodeScalars.first, "<>≤≥~±≈".unicodeScalars.contains(first) {
        return Wording(
            en:
                "this says how large the number is about, not what it is; if it is not known, add the text to missingValues",
            nl:
                "dit zegt hoe groot het getal ongeveer is, niet wat het is; is het niet bekend, zet de tekst dan bij missingValues"
        )
    }
    let dashes = "-−–—‐‑‒﹣－()".unicodeScalars
    let unsigned = String(String.UnicodeScalarView(text.unicodeScalars.filter { !dashes.contains($0) }))
    if unsigned != text, !readings(field, unsigned.trimmingBlanks).isEmpty,
        text.unicodeScalars.first.map(dashes.contains) ?? false
            || text.unicodeScalars.last.map(dashes.contains) ?? false
    {
        return Wording(
            en: "a number below zero has the - of the keyboard directly before it: -5",
            nl: "een getal onder nul heeft het - van het toetsenbord er direct voor: -5"
        )
    }
    if digits.isEmpty || text.unicodeScalars.contains(where: { $0.properties.numericType != nil && $0.value > 0x7F }) {
        return Wording(en: "write the digits 0 to 9", nl: "schrijf de cijfers 0 tot en met 9")
    }
    if field.kind == .number, !readings(field, "0" + text).isEmpty {
        let mark = String(UnicodeScalar(field.decimalMark))
        return Wording(en: "write the 0 before the mark: 0\(mark)5", nl: "schrijf de 0 voor het teken: 0\(mark)5")
    }
    if text.first?.isLetter ?? false, text.last?.isNumber ?? false, !text.contains(" ") { return codeHint }
    return Wording(
        en: "write one number, alone and in full: 2500000, not 2.5 mln",
        nl: "schrijf één getal, alleen en voluit: 2500000, niet 2,5 mln"
    )
}
