// Numbers with a fixed number of decimals, made from integers: the same digits on every machine, without Foundation.

/// A finite number rounded to a fixed number of decimals (half away from zero).
public struct FixedDecimal: Hashable, Sendable {
    /// The number times ten to the power `decimals`.
    public let scaled: Int
    public let decimals: Int

    /// - Returns: nil for infinities, NaN and numbers too large for an integer (beyond 9·10¹⁷ after scaling).
    public init?(_ value: Double, decimals: Int) {
        let places = min(max(decimals, 0), 9)
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        let product = value * factor
        guard product.isFinite, abs(product) < 9e17 else { return nil }
        self.decimals = places
        guard abs(product) >= 1e6 else {
            // A decimal such as 2.675 is stored a little too low; the nudge makes what people call a half round as a half.
            let nudged = product + (product < 0 ? -1 : 1) * abs(product) * 1e-13
            scaled = Int(nudged.rounded(.toNearestOrAwayFromZero))
            return
        }
        // Of a large number such a nudge would be more than its last digit.
        guard let exact = ExactDecimal(value)?.rounded(to: places), let digits = Int(exact.digits(point: "")) else {
            return nil
        }
        scaled = digits
    }

    /// Digits with the given separators; the sign is a hyphen-minus, for machines.
    public func digits(point: String = ".", group: String = "") -> String {
        var fraction = 0
        var whole = abs(scaled)
        var factor = 1
        for _ in 0..<decimals { factor *= 10 }
        fraction = whole % factor
        whole /= factor
        var text = grouped(String(whole), by: group)
        if decimals > 0 {
            let tail = String(fraction)
            text += point
            for _ in tail.utf8.count..<decimals { text += "0" }
            text += tail
        }
        return scaled < 0 ? "-" + text : text
    }

    private func grouped(_ digits: String, by separator: String) -> String {
        var left = digits.utf8.count
        guard !separator.isEmpty, left > 3 else { return digits }
        var result = ""
        for digit in digits.unicodeScalars {
            if !result.isEmpty, left % 3 == 0 { result += separator }
            result.unicodeScalars.append(digit)
            left -= 1
        }
        return result
    }
}

extension ByteWriter {
    /// A coordinate with at most two decimals and no trailing zeros: `12`, `12.5`, `-0.25`. Not-a-number is written as 0.
    public mutating func coordinate(_ value: Double) {
        guard var scaled = FixedDecimal(value, decimals: 2)?.scaled else { return raw("0") }
        if scaled < 0 {
            byte(0x2D)
            scaled = -scaled
        }
        integer(scaled / 100)
        let cents = scaled % 100
        if cents == 0 { return }
        byte(0x2E)
        integer(cents / 10)
        if cents % 10 != 0 { integer(cents % 10) }
    }
}

/// A number for machines: the shortest digits that give it back, with a point, without separators or a needless `.0`; an exponent only from
/// 10²¹ on and below 10⁻²¹.
public func machineDigits(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return String(whole) }
    let text = "\(value)"
    guard abs(value) < 1e21, abs(value) >= 1e-21, let exact = ExactDecimal(text) else { return text }
    return exact.trimmed.digits()
}
