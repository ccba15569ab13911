// How a change is told: *12 personen meer*, *3 procentpunt lager*; and why a number changed, in words for readers.
import Indicators
import Markup

extension NumberChange {
    /// Where it stands on the page *Wijzigingen*.
    var anchor: String { "number-" + id }

    /// How much more or less, without a verdict: only the text around it can say whether more is better.
    ///
    /// - Returns: nil where the two cannot be compared, or where the change is smaller than what readers see of the numbers.
    func differenceWords(strings: Strings, language: SiteLanguage) -> String? {
        guard difference != nil, let old, let new, let before = old.value, let after = new.value else { return nil }
        // Of the values as readers see them, so that the sum is right: from 12 to 14 is 2.
        let decimals = min(6, max(language.decimals(old.text), language.decimals(new.text)))
        let (first, last) = (FixedDecimal(before, decimals: decimals), FixedDecimal(after, decimals: decimals))
        guard let first = first.flatMap({ Double($0.digits()) }), let last = last.flatMap({ Double($0.digits()) })
        else { return nil }
        let difference = last - first
        guard let amount = language.number(abs(difference), upTo: decimals), amount != "0" else { return nil }
        let isMore = difference > 0
        let isOne = amount == "1"
        if Unit.isPercent(new.unit) { return strings(isMore ? "points_higher" : "points_lower", ("n", amount)) }
        if Unit.isYear(new.unit), new.value.map(Unit.isYear) ?? false {
            return strings(isMore ? "years_later" : "years_earlier", ("n", amount))
        }
        // Units are plural; of one, the amount says enough where its own word is not known.
        let hasNoWord =
            isOne && !Unit.isMoney(new.unit) && new.unitOne == nil && new.unit.map { unitOfOne($0) == $0 } ?? true
        let words =
            hasNoWord
            ? amount : Unit.written(amount, abs(difference), unit: new.unit, unitOne: new.unitOne, in: language)
        return strings(isMore ? "more" : "less", ("n", words))
    }

    /// The causes of the change, one sentence each.
    func causeWords(strings: Strings) -> [String] {
        causes.map { cause in
            switch cause {
            case .correction: strings("cause_correction", ("reason", correction ?? ""))
            case .period: strings("cause_period", ("old", old?.period ?? "–"), ("new", new?.period ?? "–"))
            case .target: targetWords(strings: strings)
            case .definition, .data, .text: strings["cause_" + cause.rawValue]
            }
        }
    }

    private func targetWords(strings: Strings) -> String {
        func words(_ key: String, _ value: (NumberRecord) -> String?) -> String? {
            guard let old, let new, value(old) != value(new) else { return nil }
            return strings(key, ("old", value(old) ?? "–"), ("new", value(new) ?? "–"))
        }
        return [words("cause_target", \.target), words("cause_baseline", \.baseline)].compactMap { $0 }.joined(
            separator: " "
        )
    }
}
