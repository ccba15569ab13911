// How the numbers of one measure are written beside marks, along axes and in descriptions.
import Disclosure
import Markup

/// Writes the values of one measure in a language, with its unit where that belongs to the number (`%`, `€`).
struct NumberText: Sendable {
    let language: SiteLanguage
    let unit: String?
    /// The number of decimals that the shown values need, at most what the measure allows: 134,9 and 136,0 stand under each other.
    let decimals: Int

    /// - Parameter most: the largest number of decimals, for values that are not of the measure; nil takes the measure's.
    init(_ column: ReleasedTable.Column?, values: [Double], most: Int? = nil, language: SiteLanguage) {
        self.language = language
        unit = column?.unit
        let most = most ?? min(max(column?.decimals ?? 1, 0), 6)
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
        decimals = needed
    }

    /// Shares, in whole hundredths.
    init(percentIn language: SiteLanguage) {
        self.language = language
        unit = "%"
        decimals = 0
    }

    /// `1.494`, `12,5%`, `€ 359.000`; from a milliard on with a word, and with more decimals where it would be 0.
    func callAsFunction(_ value: Double) -> String { decorated(digits(value, decimals: decimals), value) }

    /// The label of a tick, with as many decimals as its step has.
    func tick(_ value: Double, decimals: Int, largest: Double) -> String {
        // One unit along the axis: 0, 5 mln, 10 mln.
        for (size, word) in words where largest >= size && value != 0 {
            guard let text = language.number(value / size, upTo: 2), abs(value) < 1e17 else {
                return decorated(scientific(value), value)
            }
            return decorated(text + "\u{A0}" + word, value)
        }
        return decorated(
            decimals > 9 && value != 0
                ? scientific(value) : language.number(value, decimals: decimals) ?? scientific(value),
            value
        )
    }

    private var words: [(Double, String)] {
        language == .nl
            ? [(1e12, "bln"), (1e9, "mld"), (1e6, "mln")] : [(1e12, "tn"), (1e9, "bn"), (1e6, "m")]
    }

    private func digits(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        let size = abs(value)
        if size >= 1e15 { return scientific(value) }
        for (unit, word) in words where size >= 1e9 && size >= unit {
            return (language.number(value / unit, upTo: 2) ?? scientific(value)) + "\u{A0}" + word
        }
        if size > 0, let rounded = FixedDecimal(value, decimals: decimals), rounded.scaled == 0 {
            let needed = -decimalExponent(of: value)
            return needed > 6
                ? scientific(value) : language.number(value, decimals: needed + 1).map(trimmed) ?? scientific(value)
        }
        return language.number(value, decimals: decimals) ?? scientific(value)
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix("0") ? String(text.dropLast()) : text }

    /// `1,2·10⁻¹²`
    private func scientific(_ value: Double) -> String {
        let exponent = decimalExponent(of: value)
        let superscripts: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
            "9": "⁹",
        ]
        let power = String(String(exponent).compactMap { superscripts[$0] })
        return (language.number(scaled(value, by: -exponent), upTo: 1) ?? "0") + "·10" + power
    }

    private func decorated(_ text: String, _ value: Double) -> String {
        switch unit {
        case "%": text + "%"
        case "€", "euro", "EUR": euro(text)
        default: text
        }
    }

    private func euro(_ text: String) -> String {
        let sign = language == .nl ? "€\u{A0}" : "€"
        return text.hasPrefix("\u{2212}") ? "\u{2212}" + sign + text.dropFirst() : sign + text
    }
}
