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
    func causeWords(strings: Strings, language: SiteLanguage) -> [String] {
        guard let old, let new else { return [] }
        // What came or went is told as such: there is nothing to set against it.
        func words(_ key: String, _ before: String?, _ after: String?) -> String? {
            if before == after { return nil }
            let key = "cause_" + key + (before == nil ? "_first" : after == nil ? "_gone" : "")
            return strings(key, ("old", before ?? ""), ("new", after ?? ""))
        }
        return causes.flatMap { cause -> [String?] in
            switch cause {
            case .correction: [strings("cause_correction", ("reason", sentence(correction ?? "")))]
            case .period: [words("period", old.period, new.period)]
            case .target:
                [
                    words("target", old.target?.words(old, language), new.target?.words(new, language)),
                    words("baseline", old.baseline?.words(old, language), new.baseline?.words(new, language)),
                ]
            case .n: [words("n", old.n?.words(nil, language), new.n?.words(nil, language))]
            case .qualifier: [words("qualifier", old.qualifier, new.qualifier)]
            case .source: [words("source", old.source, new.source)]
            case .note: [words("note", old.note, new.note)]
            // What it is about is told in full beside it.
            case .definition where !isSameUnit(old.unit, new.unit) || old.isIllustrative != new.isIllustrative: []
            case .definition, .data, .text, .format: [strings["cause_" + cause.rawValue]]
            }
        }
        .compactMap { $0 }
    }
}

extension PublishedNumber.Stated {
    /// As readers see it.
    ///
    /// - Parameter number: the number whose unit it has; nil for a number of people.
    fileprivate func words(_ number: NumberRecord?, _ language: SiteLanguage) -> String {
        switch self {
        case .text(let text): return text
        case .number(let value):
            let isYear = Unit.isYear(number?.unit) && Unit.isYear(value)
            let digits = isYear ? machineDigits(value) : language.number(value, upTo: 6) ?? machineDigits(value)
            return Unit.written(digits, value, unit: number?.unit, in: language)
        }
    }
}

/// What an author wrote as a sentence, with the full stop that it may lack.
func sentence(_ text: String) -> String {
    text.isEmpty || endsSentence(text) ? text : text + "."
}

/// Whether a text ends in a full stop or the like, within quotation marks or brackets too.
func endsSentence(_ text: String) -> Bool {
    var rest = text[...]
    while let last = rest.last, last.isWhitespace || "\"'”’»)".contains(last) { rest.removeLast() }
    return rest.last.map { ".!?…:".contains($0) } ?? false
}
