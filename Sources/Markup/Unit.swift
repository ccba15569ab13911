// What a unit means for the number before it; the two are written in the same way wherever they stand: `340 personen`, `66%`, `€ 980.000 per jaar`.

public enum Unit {
    /// A number with its unit.
    ///
    /// - Parameters:
    ///   - text: the number as it is written without its unit; a text that names the unit already stays as it is.
    ///   - number: the value, where there is one; amounts of money are written anew from it.
    ///   - unitOne: the unit of one, where its author gave it.
    public static func written(
        _ text: String,
        _ number: ExactDecimal?,
        unit: String?,
        unitOne: String? = nil,
        in language: SiteLanguage
    ) -> String {
        guard let unit, !isMark(unit), !(isYear(unit) && number.map { isYear($0.value) } ?? true) else { return text }
        let (_, rest) = parts(of: unit)
        if isPercent(unit) || isPerMille(unit) {
            if isNamed(percentWords + perMilleWords, in: text) { return with(rest, text) }
            return hasDigits(text) ? with(rest, text + (isPercent(unit) ? "%" : "‰")) : text
        }
        if isMoney(unit) {
            if let number { return with(rest, money(number, in: language)) }
            return with(rest, isNamed(moneyWords, in: text) ? text : amount(text, in: language))
        }
        let one = unitOne ?? unitOfOne(unit)
        if number == nil, isNamed([unit, one], in: text) { return text }
        // A number is not parted from its unit at the end of a line.
        return text + "\u{A0}" + (isOne(text, language) ? one : unit)
    }

    /// The same for a number that is not known digit by digit.
    public static func written(
        _ text: String,
        _ number: Double?,
        unit: String?,
        unitOne: String? = nil,
        in language: SiteLanguage
    ) -> String {
        written(text, number.flatMap { ExactDecimal($0) }, unit: unit, unitOne: unitOne, in: language)
    }

    /// Euros, with cents where there are any; what an author wrote in smaller parts keeps them.
    public static func money(_ amount: ExactDecimal, in language: SiteLanguage) -> String {
        let needed = amount.trimmed.decimals
        return language.euro(
            language.number(needed == 0 ? amount.trimmed : needed <= 2 ? amount.rounded(to: 2) : amount.trimmed)
        )
    }

    /// What stands behind a number: *persoon* behind `1`.
    public static func word(_ unit: String, unitOne: String?, behind text: String, in language: SiteLanguage) -> String
    {
        isOne(text, language) ? unitOne ?? unitOfOne(unit) : unit
    }

    public static func isYear(_ unit: String?) -> Bool { ["jaar", "jaartal", "year"].contains(unit) }

    /// Whether a number with such a unit names a year: `2016`. Any other is a length of time: `3 jaar`.
    public static func isYear(_ number: Double) -> Bool { number == number.rounded() && (1000...2999).contains(number) }

    /// A mark out of ten, which speaks for itself.
    public static func isMark(_ unit: String?) -> Bool { ["cijfer", "grade"].contains(unit) }

    /// Percent, also *% van de deelnemers*; points between percentages are another unit.
    public static func isPercent(_ unit: String?) -> Bool { begins(unit, with: percentWords) }

    public static func isPerMille(_ unit: String?) -> Bool { begins(unit, with: perMilleWords) }

    /// The sign with which numbers of a unit are written: `%`, `‰`, `€`; nil for a unit that is a word.
    public static func sign(of unit: String) -> String? {
        isPercent(unit) ? "%" : isPerMille(unit) ? "‰" : isMoney(unit) ? "€" : nil
    }

    /// Euros, also *euro per gezin*.
    public static func isMoney(_ unit: String?) -> Bool { begins(unit, with: moneyWords) }

    /// What follows the sign in a unit: ` per gezin` in *euro per gezin*, with its blank.
    public static func rest(of unit: String) -> String {
        parts(of: unit).rest
    }

    private static let percentWords = ["%", "procent", "percent", "Procent", "Percent"]
    private static let perMilleWords = ["‰", "promille", "per mille"]
    private static let moneyWords = ["€", "euro", "EUR", "Euro", "euros"]

    /// Whether a unit is one of these words, or begins with it and says of what: *% van de deelnemers*, but not *% punt*.
    private static func begins(_ unit: String?, with words: [String]) -> Bool {
        guard let unit else { return false }
        return words.contains { word in
            guard unit.hasPrefix(word) else { return false }
            let rest = unit.dropFirst(word.count)
            if rest.isEmpty { return true }
            return rest.hasPrefix(" ") && !otherUnits.contains { rest.dropFirst().hasPrefix($0) }
        }
    }

    /// What makes another unit of it: points, and sums in thousands or millions.
    private static let otherUnits = [
        "punt", "point", "-", "×", "x ", "*", "(", "duizend", "mln", "miljoen", "mld", "miljard",
    ]

    /// The sign of a unit, and what follows it with its blank.
    private static func parts(of unit: String) -> (sign: String, rest: String) {
        for word in percentWords + perMilleWords + moneyWords where begins(unit, with: [word]) {
            return (word, String(unit.dropFirst(word.count)))
        }
        return (unit, "")
    }

    private static func with(_ rest: String, _ text: String) -> String { text.hasSuffix(rest) ? text : text + rest }

    /// An author's words about an amount: *ruim € 980.000*. Without a number they stay words.
    private static func amount(_ text: String, in language: SiteLanguage) -> String {
        guard let digit = text.firstIndex(where: { ("0"..."9").contains($0) }) else { return text }
        return text[..<digit] + language.euro(String(text[digit...]))
    }

    private static func hasDigits(_ text: String) -> Bool { text.contains { ("0"..."9").contains($0) } }

    /// Whether an author's text has its unit already: `40%`, `ruim 1000 euro`, `11–18 personen`.
    private static func isNamed(_ words: [String], in text: String) -> Bool {
        let text = text.lowercased()
        return words.contains { word in
            guard let found = text.firstRange(of: word.lowercased()) else { return false }
            // A word in another word is not the unit: *week* in *weekend*.
            guard word.first?.isLetter ?? false else { return true }
            let before = text[..<found.lowerBound].last
            let after = text[found.upperBound...].first
            return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
        }
    }

    /// Whether a written number is 1 or −1, whatever its decimals.
    private static func isOne(_ text: String, _ language: SiteLanguage) -> Bool {
        let digits = text.hasPrefix("\u{2212}") ? text.dropFirst() : text[...]
        guard let one = language.number(1), digits.hasPrefix(one) else { return false }
        let decimals = language.decimals(String(digits))
        return digits.utf8.count == (decimals == 0 ? 1 : decimals + 2) && digits.dropFirst(2).allSatisfy { $0 == "0" }
    }
}
