// How a published number is written in a text: `{{ id }}` and `{{ id as format }}`.
import Diagnostics
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

extension Indicators {
    /// The number that a text binds; nil, with a finding at `place`, for an unknown id or format.
    public func bind(
        _ id: String,
        as format: String?,
        at place: Place,
        language: SiteLanguage,
        findings: inout Findings
    ) -> (number: PublishedNumber, written: WrittenNumber)? {
        let number = indicator(id, at: place, findings: &findings)
        var known: NumberFormat?
        if let format {
            known = NumberFormat(rawValue: format)
            if known == nil {
                findings.error(
                    "indicator.unknown-format",
                    at: place,
                    en: "no number format \"\(format)\"",
                    nl: "geen getalnotatie \"\(format)\"",
                    hint: suggestion(for: format, among: NumberFormat.allCases.map(\.rawValue))
                )
                return nil
            }
        }
        return number.map { ($0, $0.written(as: known, in: language)) }
    }
}

extension PublishedNumber {
    /// The value as readers see it.
    ///
    /// A text such as *11–18* stays what it is, whatever the format, unless the author gave its number as well.
    public func written(as format: NumberFormat? = nil, in language: SiteLanguage) -> WrittenNumber {
        switch value {
        case .number(let number):
            return WrittenNumber(text: digits(number, format, language), machine: machineDigits(number))
        case .text(let text, let machine):
            if let machine, let format, format != .unit {
                return WrittenNumber(text: digits(machine, format, language), machine: machineDigits(machine))
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

    /// A target or baseline as readers see it, with the indicator's unit.
    public func written(_ stated: Stated, in language: SiteLanguage) -> String {
        switch stated {
        case .text(let text): text
        case .number(let number): withUnit(plain(number, language), number, in: language)
        }
    }

    /// The number of people or cases as readers see it.
    public func writtenN(in language: SiteLanguage) -> String? {
        switch n {
        case .text(let text)?: text
        case .number(let number)?: language.number(number, upTo: 0)
        case nil: nil
        }
    }

    private func digits(_ number: Double, _ format: NumberFormat?, _ language: SiteLanguage) -> String {
        let text: String? =
            switch format {
            case nil: plain(number, language)
            case .euro?: language.euro(number, decimals: number == number.rounded() ? 0 : 2)
            case .percent?: percent(number, language)
            case .integer?: language.number(number)
            case .decimal1?: language.number(number, decimals: 1)
            case .decimal2?: language.number(number, decimals: 2)
            case .words?: inWords(number, language) ?? plain(number, language)
            case .unit?: withUnit(plain(number, language), number, in: language)
            }
        return text ?? machineDigits(number)
    }

    private func plain(_ number: Double, _ language: SiteLanguage) -> String {
        // A year is a name, not an amount.
        if Unit.isYear(unit), Unit.isYear(number) { return String(Int(number)) }
        return language.number(number, upTo: max(decimals, 0)) ?? machineDigits(number)
    }

    private func percent(_ number: Double, _ language: SiteLanguage) -> String? {
        language.number(number, upTo: min(decimals, 1)).map { $0 + "%" }
    }

    private func withUnit(_ text: String, _ number: Double? = nil, in language: SiteLanguage) -> String {
        Unit.written(text, number, unit: number == 1 ? unitOne ?? unit : unit, in: language)
    }

    private func inWords(_ number: Double, _ language: SiteLanguage) -> String? {
        guard let whole = Int(exactly: number), (0...12).contains(whole) else { return nil }
        let dutch = [
            "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
        ]
        let english = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return language == .nl ? dutch[whole] : english[whole]
    }
}
