// How the numbers of a chart are written beside marks, along axes and in descriptions.
import Disclosure
import Markup

/// Writes the values of one or more measures in a language, with their unit where that belongs to the number (`%`, `€`).
struct NumberText: Sendable {
    let language: SiteLanguage
    let unit: String?
    /// The number of decimals that the shown values need, at most what the measures allow: 134,9 and 136,0 stand under each other.
    let decimals: Int
    /// Whether *mld* and *bln* lose nothing of any value: where one has to be written out, all are.
    private let hasWords: Bool

    /// - Parameters:
    ///   - columns: every measure of which values are written; the first says the unit.
    ///   - most: the largest number of decimals, for values that are not of a measure; nil takes the finest measure's.
    init(_ columns: [ReleasedTable.Column], values: [Double], most: Int? = nil, language: SiteLanguage) {
        self.language = language
        unit = columns.first?.unit
        let finest = columns.map(\.decimals).max() ?? 1
        let needed = Self.decimals(of: values, most: most ?? min(max(finest, 0), 6))
        // Cents come in twos.
        decimals = Self.isEuro(unit) && needed == 1 ? 2 : needed
        hasWords = values.allSatisfy { abs($0) < 1e9 || Self.isRound($0) }
    }

    init(_ column: ReleasedTable.Column?, values: [Double], most: Int? = nil, language: SiteLanguage) {
        self.init(column.map { [$0] } ?? [], values: values, most: most, language: language)
    }

    /// Shares in hundredths, whole but for `values` that are not.
    init(percentIn language: SiteLanguage, values: [Double] = []) {
        self.language = language
        unit = "%"
        decimals = Self.decimals(of: values, most: 6)
        hasWords = true
    }

    private static func decimals(of values: [Double], most: Int) -> Int {
        var needed = 0
        for value in values where needed < most {
            for decimals in needed...most {
                guard let fine = FixedDecimal(value, decimals: most),
                    let coarse = FixedDecimal(value, decimals: decimals)
                else { break }
                needed = decimals
                var scaled = coarse.scaled
                for _ in decimals..<most { scaled &*= 10 }
                if scaled == fine.scaled { break }
            }
        }
        return needed
    }

    static func isEuro(_ unit: String?) -> Bool { Unit.isMoney(unit) }

    /// Hundredths, also *% van de deelnemers*.
    var isPercent: Bool { Unit.isPercent(unit) }

    /// `1.494`, `12,5%`, `€ 359.000`; from a milliard on with a word where that loses nothing. Never 0, nor 100%, for what is not.
    func callAsFunction(_ value: Double) -> String { decorated(digits(value, decimals: decimals), value) }

    /// Whether two numbers are written alike: then a text says neither that one is more, nor that they are equal to the last digit.
    func readsSame(_ a: Double, _ b: Double) -> Bool { a == b || self(a) == self(b) }

    /// The label of a tick, with as many decimals as the step has: no two ticks of an axis read the same.
    func tick(_ value: Double, on ticks: Ticks) -> String {
        let largest = max(abs(ticks.span.lowerBound), abs(ticks.span.upperBound))
        // One unit along the axis: 0, 5 mln, 10 mln. Where that takes more than three decimals, whole numbers read better.
        if value != 0, let (exponent, word) = words.first(where: { largest >= scaled(1, by: $0.0) }),
            largest < 1e17, ticks.decimals(inPowersOf: exponent) <= 3
        {
            let decimals = ticks.decimals(inPowersOf: exponent)
            let size = scaled(1, by: exponent)
            let text =
                decimals > 2
                ? language.number(value / size, decimals: decimals) : language.number(value / size, upTo: 2)
            if let text { return decorated(text + "\u{A0}" + word, value) }
        }
        let decimals = Self.isEuro(unit) && ticks.decimals == 1 ? 2 : ticks.decimals
        // Beyond nine decimals nought is nought, and other ticks have the digits that tell them from their neighbours.
        let text = decimals > 9 ? (value == 0 ? "0" : nil) : language.number(value, decimals: decimals)
        return decorated(text ?? shortest(value), value)
    }

    /// A limit as round as it is.
    func limit(_ value: Double) -> String {
        decorated(worded(value, from: 1e6) ?? digits(value, decimals: Ticks.decimals(of: value)), value)
    }

    private var words: [(Int, String)] {
        language == .nl ? [(12, "bln"), (9, "mld"), (6, "mln")] : [(12, "tn"), (9, "bn"), (6, "m")]
    }

    private func digits(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        let size = abs(value)
        if hasWords, let text = worded(value, from: 1e9) { return text }
        if size > 0, let rounded = FixedDecimal(value, decimals: decimals), rounded.scaled == 0 {
            let needed = -decimalExponent(of: value)
            return needed > 6
                ? scientific(value) : language.number(value, decimals: needed + 1).map(trimmed) ?? scientific(value)
        }
        // 99.6% of something is not all of it: as many decimals as what is left needs.
        if isPercent, size < 100, 100 - size > 1e-9,
            FixedDecimal(size, decimals: decimals)?.digits() == whole(decimals)
        {
            // What is left of 99.9 is 0.1 but for binary noise.
            let left = (100 - size) * (1 + 1e-9)
            return language.number(value, decimals: min(-decimalExponent(of: left), 9)) ?? scientific(value)
        }
        return language.number(value, decimals: decimals) ?? scientific(value)
    }

    private func whole(_ decimals: Int) -> String? { FixedDecimal(100, decimals: decimals)?.digits() }

    /// *2,5 mld*; nil for smaller numbers, and where two decimals would leave something out.
    private func worded(_ value: Double, from least: Double) -> String? {
        guard abs(value) >= least, Self.isRound(value), let exponent = Self.power(of: value),
            let word = words.first(where: { $0.0 == exponent })?.1
        else { return nil }
        return language.number(scaled(value, by: -exponent), upTo: 2).map { $0 + "\u{A0}" + word }
    }

    private static func power(of value: Double) -> Int? { [12, 9, 6].first { abs(value) >= scaled(1, by: $0) } }

    /// Whether a large number has at most two decimals in its own unit.
    private static func isRound(_ value: Double) -> Bool {
        guard abs(value) < 1e17, let exponent = power(of: value),
            let hundredths = FixedDecimal(scaled(value, by: -exponent), decimals: 2)
        else { return false }
        return scaled(Double(hundredths.scaled), by: exponent - 2) == value
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix("0") ? String(text.dropLast()) : text }

    /// `1,234·10⁻¹²`
    private func scientific(_ value: Double) -> String {
        var exponent = decimalExponent(of: value)
        var lead = scaled(value, by: -exponent)
        // 9.9996 with three decimals is 10, which is written as 1 of the next power.
        if abs(lead) >= 9.9995 { (exponent, lead) = (exponent + 1, lead / 10) }
        return (language.number(lead, upTo: 3) ?? "0") + power(exponent)
    }

    /// The fewest digits that no other number has.
    private func shortest(_ value: Double) -> String {
        let parts = "\(value)".split(separator: "e")
        var digits = String(parts[safe: 0] ?? "0")
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        if language == .nl { digits = digits.replacing(".", with: ",") }
        if digits.hasPrefix("-") { digits = "\u{2212}" + digits.dropFirst() }
        return digits + (parts[safe: 1].flatMap { Int($0) }.map(power) ?? "")
    }

    private func power(_ exponent: Int) -> String {
        let superscripts: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
            "9": "⁹",
        ]
        return "·10" + String(String(exponent).compactMap { superscripts[$0] })
    }

    private func decorated(_ text: String, _ value: Double) -> String {
        if isPercent { return text + "%" }
        if Unit.isPerMille(unit) { return text + "‰" }
        return Self.isEuro(unit) ? euro(text) : text
    }

    private func euro(_ text: String) -> String {
        let sign = language == .nl ? "€\u{A0}" : "€"
        return text.hasPrefix("\u{2212}") ? "\u{2212}" + sign + text.dropFirst() : sign + text
    }
}
