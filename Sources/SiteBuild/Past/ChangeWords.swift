// How a change is told: *12 personen meer*, *3 procentpunt lager*; and why a number changed, in words for readers.
import Indicators
import Markup

extension NumberChange {
    /// How much more or less, without a verdict: only the text around it can say whether more is better.
    ///
    /// - Returns: nil where the two cannot be compared, or where the change is smaller than what readers see of the numbers.
    func differenceWords(strings: Strings, language: SiteLanguage) -> String? {
        guard let difference, let new else { return nil }
        let decimals = min(2, [old?.text, new.text].compactMap { $0.map(language.decimals) }.max() ?? 0)
        guard let amount = language.number(abs(difference), upTo: decimals), amount != "0" else { return nil }
        let isMore = difference > 0
        if Indicators.isPercent(new.unit) { return strings(isMore ? "points_higher" : "points_lower", ("n", amount)) }
        if Indicators.isYear(new.unit) { return strings(isMore ? "years_later" : "years_earlier", ("n", amount)) }
        // Units are plural; of one, the amount says enough.
        let words = amount == "1" && !Indicators.isMoney(new.unit) ? amount : Indicators.written(amount, abs(difference), unit: new.unit, in: language)
        return strings(isMore ? "more" : "less", ("n", words))
    }

    /// The causes of the change, one sentence each.
    func causeWords(strings: Strings) -> [String] {
        causes.map { cause in
            switch cause {
            case .correction: strings("cause_correction", ("reason", correction ?? ""))
            case .period: strings("cause_period", ("old", old?.period ?? "–"), ("new", new?.period ?? "–"))
            case .definition, .data, .text: strings["cause_" + cause.rawValue]
            }
        }
    }
}

extension NumberRecord {
    /// The value as it stands in a list: with qualifier and unit.
    func written(in language: SiteLanguage) -> String {
        [qualifier, Indicators.written(text, value, unit: unit, in: language)].compactMap { $0 }.joined(separator: " ")
    }
}
