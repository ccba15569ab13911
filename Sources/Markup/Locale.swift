// How numbers and dates are written for readers, in Dutch and in English.

/// The language of a site and what depends on it.
public enum SiteLanguage: String, Sendable, CaseIterable {
    case nl, en

    private var point: String { self == .nl ? "," : "." }
    private var group: String { self == .nl ? "." : "," }

    /// `1.000`, `12,5` or, below zero, `−3` with a real minus sign; nil where the number cannot be written out (from 10²¹ on).
    public func number(_ value: Double, decimals: Int = 0) -> String? {
        if let fixed = FixedDecimal(value, decimals: decimals) {
            return withMinus(fixed.digits(point: point, group: group))
        }
        guard abs(value) < 1e21 else { return nil }
        return ExactDecimal(value).map { number($0.rounded(to: min(max(decimals, 0), 9))) }
    }

    /// As many decimals as the number needs, at most `most`: `8`, `8,4`.
    public func number(_ value: Double, upTo most: Int) -> String? {
        guard let text = number(value, decimals: most), decimals(text) > 0 else { return number(value, decimals: most) }
        let digits = text.dropLast(text.reversed().prefix { $0 == "0" }.count)
        let trimmed = digits.hasSuffix(point) ? digits.dropLast() : digits
        return String(trimmed)
    }

    /// Every digit of a number.
    public func number(_ exact: ExactDecimal) -> String { withMinus(exact.digits(point: point, group: group)) }

    private func withMinus(_ digits: String) -> String {
        digits.hasPrefix("-") ? "\u{2212}" + digits.dropFirst() : digits
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
    public func euro(_ value: Double, decimals: Int = 0) -> String? { number(value, decimals: decimals).map(euro) }

    /// A written number as an amount; its minus stands before the sign.
    public func euro(_ written: String) -> String {
        let sign = self == .nl ? "€\u{A0}" : "€"
        return written.hasPrefix("\u{2212}") ? "\u{2212}" + sign + written.dropFirst() : sign + written
    }

    /// `4,4 procentpunt`: how far two percentages are apart. From 66% to 70% is four points, not four per cent.
    ///
    /// - Parameter written: the distance as a number without a sign.
    public func points(_ written: String) -> String {
        self == .nl
            ? written + "\u{A0}procentpunt" : written + "\u{A0}percentage " + (written == "1" ? "point" : "points")
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
