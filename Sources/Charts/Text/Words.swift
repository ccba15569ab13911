// The words that drawings and descriptions add to the author's own, in the language of the site.
import Markup

struct Words: Sendable {
    let language: SiteLanguage
    init(_ language: SiteLanguage) { self.language = language }

    func callAsFunction(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

    var unknown: String { self("onbekend", "unknown") }
    var hidden: String { self("verborgen", "hidden") }
    var less: String { self("ongunstiger", "less favourable") }
    var more: String { self("gunstiger", "more favourable") }
    var illustrative: String { self("Voorbeeldgegevens", "Example data") }
    var source: String { self("Bron", "Source") }
    var total: String { self("Totaal", "Total") }
    var noData: String { self("Geen gegevens", "No data") }

    /// The word for a status as contracts write it; the dataset's own words stay as they are.
    func status(_ code: String) -> String {
        switch code {
        case "completed": self("afgerond", "completed")
        case "running": self("loopt", "running")
        case "stopped": self("gestopt", "stopped")
        case "not-used": self("niet gebruikt", "not used")
        default: code
        }
    }

    /// The noun behind a written number: *1 persoon*, *12 personen*.
    func noun(_ plural: String, after number: String) -> String { number == "1" ? unitOfOne(plural) : plural }

    /// What stands in place of a value that cannot be shown.
    func sign(_ cell: ChartCell) -> String {
        switch cell {
        case .value, .missing, .absent: "–"
        case .suppressed(let below?): "<\(below)"
        case .suppressed(nil): "×"
        }
    }

    /// What stands behind a number whose sign is written at it: *personen*, *van de deelnemers*; nothing for a sign alone, or a mark out of ten.
    func word(of unit: String?, after number: String) -> String? {
        guard let unit, !Unit.isMark(unit) else { return nil }
        let isSign = Unit.sign(of: unit) != nil
        let rest = isSign ? String(Unit.rest(of: unit).drop { $0 == " " }) : unit
        return rest.isEmpty ? nil : isSign ? readable(rest) : noun(readable(rest), after: number)
    }

    /// How far two values of one measure are apart: from 66% to 70% is four percentage points, not four per cent.
    func distance(_ amount: Double, _ format: NumberText) -> String {
        let text = format(amount)
        return format.isPercent && text.hasSuffix("%") ? language.points(String(text.dropLast())) : text
    }

    /// The signs of several cells, each sign once: `<10 + –`.
    func signs(of cells: [ChartCell]) -> String {
        var signs: [String] = []
        for cell in cells where !signs.contains(sign(cell)) { signs.append(sign(cell)) }
        return signs.joined(separator: " + ")
    }

    func text(_ cell: ChartCell, _ format: NumberText) -> String { cell.number.map { format($0) } ?? sign(cell) }

    /// What the signs among these cells mean, or nil where there are none.
    func signs(in cells: some Sequence<ChartCell>) -> String? {
        var hasMissing = false
        var hasProtected = false
        var limits: [Int] = []
        for cell in cells {
            switch cell {
            case .value: break
            case .missing, .absent: hasMissing = true
            case .suppressed(nil): hasProtected = true
            case .suppressed(let below?): if !limits.contains(below) { limits.append(below) }
            }
        }
        var parts = limits.sorted().map {
            self(
                "<\($0): minder dan \($0), om herkenning te voorkomen niet getoond",
                "<\($0): fewer than \($0), not shown to prevent recognition"
            )
        }
        if hasProtected {
            parts.append(
                self(
                    "×: niet getoond, om herkenning te voorkomen",
                    "×: not shown, to prevent recognition"
                )
            )
        }
        if hasMissing { parts.append(self("–: geen gegevens", "–: no data")) }
        return parts.isEmpty ? nil : parts.joined(separator: "\u{A0}· ")
    }

    /// `a`, `a en b`, `a, b en c`; after `most` names only how many more there are.
    func list(_ names: [String], most: Int = 5) -> String {
        var shown = names
        if names.count > most + 1 {
            shown = Array(names.prefix(most))
            shown.append(self("nog \(names.count - most)", "\(names.count - most) more"))
        }
        guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + self(" en ", " and ") + last
    }

    /// `één`, `twee` … `twaalf`, then digits.
    func count(_ number: Int) -> String {
        let names =
            language == .nl
            ? ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
            : [
                "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                "twelve",
            ]
        return names[safe: number] ?? language.number(Double(number)) ?? String(number)
    }
}

extension String {
    /// The same text with a capital at the start of the sentence; a Dutch *één* leaves the first accent off then.
    var capitalised: String { hasPrefix("één ") ? "E" + dropFirst() : prefix(1).uppercased() + dropFirst() }
}

/// A heading in the middle of a sentence: without its capital, unless it is an abbreviation (`GGZ`, `Q1`) or the name of a law.
func inSentence(_ heading: String) -> String {
    let second = heading.dropFirst().first
    let first = heading.prefix { $0.isLetter }
    let laws = ["Wmo", "Zvw", "Wlz", "Wpg", "Wgs", "Jeugdwet", "Participatiewet", "Zorgverzekeringswet"]
    if second?.isUppercase == true || second?.isNumber == true || laws.contains(String(first)) { return heading }
    return heading.prefix(1).lowercased() + heading.dropFirst()
}
