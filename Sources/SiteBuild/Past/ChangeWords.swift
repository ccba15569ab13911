// How a change is told: *12 personen meer*, *3 procentpunt lager*; and why a number changed, in words for readers.
import Markup

/// How much more or less, without a verdict: only the text around it can say whether more is better.
///
/// - Returns: nil where the change is too small to be written.
func changeWords(_ difference: Double, unit: String?, strings: Strings, language: SiteLanguage) -> String? {
    guard let amount = language.number(abs(difference), upTo: 2), amount != "0" else { return nil }
    let isMore = difference > 0
    switch unit {
    case "procent", "percent", "%": return strings(isMore ? "points_higher" : "points_lower", ("n", amount))
    case "jaar", "jaartal", "year": return strings(isMore ? "years_later" : "years_earlier", ("n", amount))
    case let unit? where unit == "euro" || unit.hasPrefix("euro ") || unit == "€":
        let euros = language.euro(abs(difference), decimals: difference == difference.rounded() ? 0 : 2) ?? amount
        return strings(isMore ? "more" : "less", ("n", euros))
    case let unit?: return strings(isMore ? "more" : "less", ("n", "\(amount) \(unit)"))
    case nil: return strings(isMore ? "more" : "less", ("n", amount))
    }
}

extension NumberRecord {
    /// The value as it stands in a list: with qualifier and unit.
    func written(in language: SiteLanguage) -> String {
        var words = [qualifier, text].compactMap { $0 }
        switch unit {
        case "%", "procent", "percent": words[words.count - 1] += "%"
        case let unit? where unit == "euro" || unit.hasPrefix("euro "):
            let amount = value.flatMap { language.euro($0, decimals: $0 == $0.rounded() ? 0 : 2) }
            words[words.count - 1] = amount ?? "€\u{A0}" + text
            if unit.hasPrefix("euro ") { words.append(String(unit.dropFirst("euro ".count))) }
        case let unit? where !["jaar", "jaartal", "year"].contains(unit): words.append(unit)
        default: break
        }
        return words.joined(separator: " ")
    }
}

/// The causes of a change, one sentence each.
func causeWords(_ change: NumberChange, strings: Strings) -> [String] {
    change.causes.map { cause in
        switch cause {
        case .period: strings("cause_period", ("old", change.old?.period ?? "–"), ("new", change.new?.period ?? "–"))
        default: strings["cause_" + cause.rawValue]
        }
    }
}
