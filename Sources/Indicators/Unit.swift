// What a unit means for the number before it; the two are written in the same way wherever they stand: `340 personen`, `66%`, `€ 980.000 per jaar`.
import Markup

public enum Unit {
    /// - Parameters:
    ///   - text: the number as it is written without its unit.
    ///   - number: the value, where there is one; amounts of money are written anew from it.
    public static func written(_ text: String, _ number: Double?, unit: String?, in language: SiteLanguage) -> String {
        guard let unit, !isMark(unit), !(isYear(unit) && number.map(isYear) ?? true) else { return text }
        if isPercent(unit) { return text + "%" }
        // A number is not parted from its unit at the end of a line.
        guard isMoney(unit) else { return text + "\u{A0}" + unit }
        let amount = number.flatMap { language.euro($0, decimals: $0 == $0.rounded() ? 0 : 2) } ?? "€\u{A0}" + text
        return unit.hasPrefix("euro ") ? amount + " " + unit.dropFirst("euro ".count) : amount
    }

    public static func isYear(_ unit: String?) -> Bool { ["jaar", "jaartal", "year"].contains(unit) }

    /// Whether a number with such a unit names a year: `2016`. Any other is a length of time: `3 jaar`.
    public static func isYear(_ number: Double) -> Bool { number == number.rounded() && (1000...2999).contains(number) }

    /// A mark out of ten, which speaks for itself.
    public static func isMark(_ unit: String?) -> Bool { ["cijfer", "grade"].contains(unit) }

    public static func isPercent(_ unit: String?) -> Bool { ["%", "procent", "percent"].contains(unit) }

    /// Euros, also *euro per gezin*.
    public static func isMoney(_ unit: String?) -> Bool {
        unit == "€" || unit == "euro" || unit?.hasPrefix("euro ") ?? false
    }
}
