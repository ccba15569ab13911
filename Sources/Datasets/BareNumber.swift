// With `bareNumber: false` a currency sign or a percent sign may stand at a number. It is taken off here, and nothing else is.

typealias Bytes = UnsafeBufferPointer<UInt8>.SubSequence

/// A number without the sign for what it counts; `isNegative` where a minus stood before that sign.
struct BareNumber {
    var digits: Bytes
    var isNegative = false
    /// `€`, `%`; nothing for a number that stands alone.
    var sign = ""

    /// - Returns: nil where a sign stands in the wrong place.
    init?(_ value: Bytes) {
        digits = value.trimmingBlanks
        // "-€ 5": the minus belongs to the number.
        if let sign = digits.first, sign == 0x2D || sign == 0x2B {
            let rest = digits.dropFirst().trimmingBlanks
            if let currency = Self.currencies.first(where: { rest.starts(with: $0) }) {
                digits = rest.dropFirst(currency.count).trimmingBlanks
                isNegative = sign == 0x2D
                self.sign = Self.name(currency)
                guard let first = digits.first, first &- 0x30 < 10 else { return nil }
                return
            }
        }
        if let currency = Self.currencies.first(where: { digits.starts(with: $0) }) {
            digits = digits.dropFirst(currency.count).trimmingBlanks
            sign = Self.name(currency)
        } else if let mark = (Self.currencies + [[0x25]]).first(where: { digits.suffix($0.count).elementsEqual($0) }) {
            digits = digits.dropLast(mark.count).trimmingBlanks
            sign = Self.name(mark)
        }
    }

    /// Whether a number with this sign can have that unit. Units of which nothing is known can have any.
    static func sign(_ sign: String, fits unit: String) -> Bool {
        let words = unit.lowercased().split { " \t\u{A0},;:()".contains($0) }
        guard let first = words.first else { return true }
        if let named = Self.units.first(where: { first.hasPrefix($0.word) }) { return named.sign == sign }
        return first == "eur" ? sign == "€" : !PeopleUnits.count(unit)
    }

    /// How units of money and of hundredths begin, and the sign of each.
    private static let units: [(word: String, sign: String)] = [
        ("€", "€"), ("euro", "€"), ("%", "%"), ("procent", "%"), ("percent", "%"), ("$", "$"), ("dollar", "$"),
        ("usd", "$"), ("‰", "‰"), ("promille", "‰"), ("permille", "‰"), ("£", "£"), ("pond", "£"), ("pound", "£"),
        ("gbp", "£"), ("¥", "¥"), ("yen", "¥"),
    ]

    private static func name(_ mark: [UInt8]) -> String {
        let name = String(decoding: mark, as: UTF8.self)
        return name == "EUR" ? "€" : name
    }

    private static let currencies = ["€", "EUR", "$", "£", "¥"].map { Array($0.utf8) }
}
