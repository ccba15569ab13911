// How a published number is written in a text: `{{ id }}` and `{{ id as format }}`.
import Markup

/// The formats that an author can ask for.
public enum NumberFormat: String, Sendable, CaseIterable {
    /// `€ 359.000`; with cents only where there are any.
    case euro
    /// `72%`; the value is in percent already.
    case percent
    case integer, decimal1, decimal2
    /// `nul` to `twaalf`; other numbers in digits.
    case words
    /// The value with its unit: `340 personen`.
    case unit
}

/// A number in a text.
public struct WrittenNumber: Hashable, Sendable {
    public var text: String
    /// For `<data value>`: digits with a decimal point; nil where there is no number.
    public var machine: String?
}

extension PublishedNumber {
    /// The value as readers see it.
    ///
    /// A text such as *11–18* stays what it is, whatever the format, unless the author gave its number as well.
    public func written(as format: NumberFormat? = nil, in language: SiteLanguage) -> WrittenNumber {
        switch value {
        case .number(let number):
            return WrittenNumber(
                text: digits(exact ?? ExactDecimal(number), format, language) ?? machineDigits(number),
                machine: exact?.trimmed.digits() ?? machineDigits(number)
            )
        case .text(let text, let machine):
            if let machine, let format, format != .unit {
                return WrittenNumber(
                    text: digits(ExactDecimal(machine), format, language) ?? machineDigits(machine),
                    machine: machineDigits(machine)
                )
            }
            return WrittenNumber(
                text: format == .unit ? withUnit(text, in: language) : text,
                machine: machine.map(machineDigits)
            )
        case .suppressed(let below?):
            return WrittenNumber(text: language == .nl ? "minder dan \(below)" : "fewer than \(below)", machine: nil)
        case .suppressed(nil): return WrittenNumber(text: language == .nl ? "niet getoond" : "not shown", machine: nil)
        case .missing: return WrittenNumber(text: language == .nl ? "onbekend" : "unknown", machine: nil)
        }
    }

    /// A target or baseline as readers see it, with the indicator's unit and every digit that its author wrote.
    public func written(_ stated: Stated, in language: SiteLanguage) -> String {
        switch stated {
        case .text(let text): return text
        case .number(let value):
            guard let number = ExactDecimal(value) else { return machineDigits(value) }
            if Unit.isYear(unit), Unit.isYear(value) { return number.digits() }
            return withUnit(language.number(number), number, in: language)
        }
    }

    /// The number of people or cases as readers see it.
    public func writtenN(in language: SiteLanguage) -> String? {
        switch n {
        case .text(let text)?: text
        case .number(let number)?: ExactDecimal(number).map(language.number) ?? machineDigits(number)
        case nil: nil
        }
    }

    /// - Parameter number: nil for one that cannot be written out.
    private func digits(_ number: ExactDecimal?, _ format: NumberFormat?, _ language: SiteLanguage) -> String? {
        guard let number, abs(number.value) < 1e21 || exact != nil else { return nil }
        switch format {
        case nil: return plain(number, language)
        case .euro?: return Unit.money(amount(number), in: language)
        case .percent?: return language.number(number.shortened(to: min(decimals, 1), isPercentage: true)) + "%"
        case .integer?: return isYear(number) ? number.trimmed.digits() : language.number(number.rounded(to: 0))
        case .decimal1?: return language.number(number.rounded(to: 1))
        case .decimal2?: return language.number(number.rounded(to: 2))
        case .words?: return inWords(number, language) ?? plain(number, language)
        case .unit?: return withUnit(plain(number, language), amount(number), in: language)
        }
    }

    private func plain(_ number: ExactDecimal, _ language: SiteLanguage) -> String {
        // A year is a name, not an amount.
        if isYear(number) { return number.trimmed.digits() }
        return language.number(exact ?? number.shortened(to: max(decimals, 0), isPercentage: Unit.isPercent(unit)))
    }

    private func isYear(_ number: ExactDecimal) -> Bool { Unit.isYear(unit) && Unit.isYear(number.value) }

    /// Of a computed amount of money cents are enough; what an author wrote stays.
    private func amount(_ number: ExactDecimal) -> ExactDecimal { exact ?? number.shortened(to: 2) }

    private func withUnit(_ text: String, _ number: ExactDecimal? = nil, in language: SiteLanguage) -> String {
        Unit.written(text, number, unit: unit, unitOne: unitOne, in: language)
    }

    private func inWords(_ number: ExactDecimal, _ language: SiteLanguage) -> String? {
        guard let whole = Int(exactly: number.value), (0...12).contains(whole) else { return nil }
        let dutch = [
            "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
        ]
        let english = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return language == .nl ? dutch[whole] : english[whole]
    }
}
