// Decimal numbers digit by digit: what an author wrote comes out with the same digits, however many there are.

/// A decimal number of any size. Zero has no sign.
public struct ExactDecimal: Hashable, Sendable {
    public let isNegative: Bool
    /// ASCII digits before the decimal point, without leading zeros; at least one.
    let whole: [UInt8]
    /// ASCII digits behind it, as they were written: `8.40` keeps its zero.
    let fraction: [UInt8]

    private init(isNegative: Bool, whole: [UInt8], fraction: [UInt8]) {
        let significant = Array(whole.drop { $0 == 0x30 })
        self.whole = significant.isEmpty ? [0x30] : significant
        self.fraction = fraction
        self.isNegative = isNegative && !(significant.isEmpty && fraction.allSatisfy { $0 == 0x30 })
    }

    /// `-12`, `0.125` or `1.5e-7`, as YAML and CSV write numbers; nil for anything else, and beyond 400 digits.
    public init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == 0x2D
        if isNegative { rest = rest.dropFirst() }
        let whole = rest.prefix { $0 &- 0x30 < 10 }
        rest = rest.dropFirst(whole.count)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == 0x2E {
            fraction = rest.dropFirst().prefix { $0 &- 0x30 < 10 }
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !whole.isEmpty, whole.count + fraction.count <= 400 else { return nil }
        guard let sign = rest.first else {
            self.init(isNegative: isNegative, whole: Array(whole), fraction: Array(fraction))
            return
        }
        let power = rest.dropFirst().first == 0x2B ? rest.dropFirst(2) : rest.dropFirst()
        guard sign | 0x20 == 0x65, power.first != 0x2B, let exponent = Int(String(decoding: power, as: UTF8.self)),
            abs(exponent) <= 400
        else { return nil }
        let digits = Array(whole + fraction)
        let point = whole.count + exponent
        let padded =
            [UInt8](repeating: 0x30, count: max(0, -point)) + digits
            + [UInt8](repeating: 0x30, count: max(0, point - digits.count))
        let cut = max(0, point)
        self.init(isNegative: isNegative, whole: Array(padded[..<cut]), fraction: Array(padded[cut...]))
    }

    /// The decimal that people mean by a binary number; nil for infinities and NaN.
    ///
    /// Whole numbers are exact. Of others the shortest digits that give the number back, without the noise that arithmetic leaves in the
    /// sixteenth and seventeenth: 0.1 + 0.2 is 0.3, and a half that was computed rounds as a half.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        if let integer = Int(exactly: value) {
            self.init("\(integer)")
            return
        }
        self.init("\(value)")
        guard abs(value) < 1e9 else { return }
        let digits = (whole + fraction).drop { $0 == 0x30 }
        if digits.count > 15 { self = rounded(to: max(0, fraction.count - (digits.count - 15))).trimmed }
    }

    public var decimals: Int { fraction.count }
    public var isZero: Bool { whole == [0x30] && fraction.allSatisfy { $0 == 0x30 } }
    /// Whether it is 1 or −1, after which a unit stands in the singular.
    public var isOne: Bool { whole == [0x31] && fraction.allSatisfy { $0 == 0x30 } }
    public var magnitude: ExactDecimal { ExactDecimal(isNegative: false, whole: whole, fraction: fraction) }
    /// The nearest binary number.
    public var value: Double { Double(digits()) ?? .nan }

    /// With exactly so many decimals, halves away from zero.
    public func rounded(to decimals: Int) -> ExactDecimal {
        let places = max(0, decimals)
        guard places < fraction.count else {
            let zeros = [UInt8](repeating: 0x30, count: places - fraction.count)
            return ExactDecimal(isNegative: isNegative, whole: whole, fraction: fraction + zeros)
        }
        var digits = [0x30] + whole + fraction.prefix(places)
        if fraction[places] >= 0x35 {
            var index = digits.count - 1
            while digits[index] == 0x39 {
                digits[index] = 0x30
                index -= 1
            }
            digits[index] += 1
        }
        let cut = digits.count - places
        return ExactDecimal(isNegative: isNegative, whole: Array(digits[..<cut]), fraction: Array(digits[cut...]))
    }

    /// Without zeros at the end of its decimals.
    public var trimmed: ExactDecimal {
        let last = fraction.lastIndex { $0 != 0x30 }.map { $0 + 1 } ?? 0
        return ExactDecimal(isNegative: isNegative, whole: whole, fraction: Array(fraction[..<last]))
    }

    /// As many decimals as it needs, at most `most`; but what is not zero is never written as 0: a small number keeps its first digit.
    ///
    /// - Parameter isPercentage: then what is less than 100 is never written as 100 either: 99.96 with one decimal stays 99.96.
    public func shortened(to most: Int, isPercentage: Bool = false) -> ExactDecimal {
        let rounded = rounded(to: most).trimmed
        if isPercentage, whole.count == 2, rounded.whole.count == 3 {
            return self.rounded(to: (fraction.firstIndex { $0 != 0x39 } ?? fraction.count) + 1).trimmed
        }
        guard rounded.isZero, let first = fraction.firstIndex(where: { $0 != 0x30 }) else { return rounded }
        let small = self.rounded(to: first + 1)
        // 0.0096 is 0.01, whose digit stands one place earlier.
        return small.trimmed
    }

    /// Digits with the given separators; the sign is a hyphen-minus, for machines.
    public func digits(point: String = ".", group: String = "") -> String {
        var text = isNegative ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += group }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        if !fraction.isEmpty { text += point + String(decoding: fraction, as: UTF8.self) }
        return text
    }
}
