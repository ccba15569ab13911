// How numbers and dates are written for readers, in Dutch and in English.

/// The language of a site and what depends on it.
public enum SiteLanguage: String, Sendable, CaseIterable {
    case nl, en

    private var point: String { self == .nl ? "," : "." }
    private var group: String { self == .nl ? "." : "," }

    /// `1.000`, `12,5` or, below zero, `−3` with a real minus sign; nil where the number cannot be written out.
    public func number(_ value: Double, decimals: Int = 0) -> String? {
        guard let digits = FixedDecimal(value, decimals: decimals)?.digits(point: point, group: group) else {
            return nil
        }
        return digits.hasPrefix("-") ? "\u{2212}" + digits.dropFirst() : digits
    }

    /// As many decimals as the number needs, at most `most`: `8`, `8,4`.
    public func number(_ value: Double, upTo most: Int) -> String? {
        for decimals in 0..<most {
            guard let fixed = FixedDecimal(value, decimals: decimals), let finest = FixedDecimal(value, decimals: most)
            else { return nil }
            var scaled = fixed.scaled
            for _ in decimals..<most {
                let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
                if overflow { return nil }
                scaled = product
            }
            if scaled == finest.scaled { return number(value, decimals: decimals) }
        }
        return number(value, decimals: most)
    }

    /// How many decimals a written number has: 1 for `8,4` in Dutch.
    public func decimals(_ written: String) -> Int {
        guard let mark = written.lastIndex(of: Character(point)) else { return 0 }
        return written[mark...].dropFirst().prefix { ("0"..."9").contains($0) }.count
    }

    /// `12,5%` and `12.5%`; the value is in percent already.
    public func percent(_ value: Double, decimals: Int = 0) -> String? {
        number(value, decimals: decimals).map { $0 + "%" }
    }

    /// `€ 359.000` (Dutch, with a no-break space) and `€359,000`.
    public func euro(_ value: Double, decimals: Int = 0) -> String? {
        guard let digits = number(abs(value), decimals: decimals) else { return nil }
        return (value < 0 ? "\u{2212}" : "") + (self == .nl ? "€\u{A0}" : "€") + digits
    }

    /// `2 mei 2017` and `2 May 2017` from an ISO date; other text, such as `2018` or `2018-05`, as far as it is a date.
    public func date(_ iso: String) -> String {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.allSatisfy({ Int($0) != nil }) else {
            return iso
        }
        if parts.count == 1 { return iso }
        guard let month = Int(parts[1]), (1...12).contains(month) else { return iso }
        let name = (self == .nl ? Self.dutchMonths : Self.englishMonths)[month - 1]
        if parts.count == 2 { return "\(name) \(parts[0])" }
        guard let day = Int(parts[2]), (1...31).contains(day) else { return iso }
        return "\(day) \(name) \(parts[0])"
    }

    private static let dutchMonths = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
