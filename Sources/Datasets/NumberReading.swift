// Numbers from bytes, strictly as the contract says: a wrong mark is a mistake, never a guess.

/// A number as read: its value and how many decimals were written.
struct ReadNumber: Equatable {
    var value: Double
    var decimals: Int
    /// Digits begin with a zero that says nothing, as codes do: `007`.
    var hasLeadingZero = false
    /// The currency sign or percent sign that stood at it.
    var sign = ""
}

/// From here on not every whole number has a value of its own.
let largestWholeNumber = 9_007_199_254_740_992.0

extension FieldContract {
    /// The number that a value of this field is; nil where it is none.
    func number(_ value: Bytes) -> ReadNumber? {
        guard !isBareNumber else { return plainNumber(value) }
        guard let bare = BareNumber(value), var number = plainNumber(bare.digits) else { return nil }
        if bare.isNegative { number.value.negate() }
        number.sign = bare.sign
        return number
    }

    private func plainNumber(_ value: Bytes) -> ReadNumber? {
        switch kind {
        case .integer:
            return readInteger(value, groupMark: groupMark).map {
                ReadNumber(value: Double($0), decimals: 0, hasLeadingZero: hasLeadingZero(value))
            }
        case .year:
            guard value.count == 4, let year = readInteger(value, groupMark: nil), year >= 1000 else { return nil }
            return ReadNumber(value: Double(year), decimals: 0)
        case .number:
            var number = readNumber(value, decimalMark: decimalMark, groupMark: groupMark)
            number?.hasLeadingZero = hasLeadingZero(value)
            return number
        case .string, .boolean, .date, .yearmonth, .any: return nil
        }
    }

    private func hasLeadingZero(_ value: Bytes) -> Bool {
        var index = value.startIndex
        if index < value.endIndex, value[index] == 0x2D || value[index] == 0x2B { index += 1 }
        return index + 1 < value.endIndex && value[index] == 0x30 && value[index + 1] &- 0x30 < 10
    }
}

/// A whole number in decimal digits with an optional sign; nil for anything else, also where it does not fit.
func readInteger(_ bytes: Bytes, groupMark: UInt8?) -> Int? {
    var index = bytes.startIndex
    guard index < bytes.endIndex else { return nil }
    let isNegative = bytes[index] == 0x2D
    if isNegative || bytes[index] == 0x2B { index += 1 }
    guard let (digits, count, end) = readDigits(bytes, from: index, groupMark: groupMark), end == bytes.endIndex,
        count <= 18
    else { return nil }
    return isNegative ? -digits : digits
}

/// A decimal number with the given marks; an exponent may follow. Infinities and NaN are no numbers here.
func readNumber(_ bytes: Bytes, decimalMark: UInt8, groupMark: UInt8?) -> ReadNumber? {
    var index = bytes.startIndex
    guard index < bytes.endIndex else { return nil }
    let isNegative = bytes[index] == 0x2D
    if isNegative || bytes[index] == 0x2B { index += 1 }
    guard let (whole, wholeCount, wholeEnd) = readDigits(bytes, from: index, groupMark: groupMark) else { return nil }
    var mantissa = whole
    var digits = wholeCount
    var decimals = 0
    index = wholeEnd
    if index < bytes.endIndex, bytes[index] == decimalMark {
        index += 1
        while index < bytes.endIndex, bytes[index] &- 0x30 < 10 {
            if digits < 18 {
                mantissa = mantissa * 10 + Int(bytes[index] &- 0x30)
                digits += 1
            }
            decimals += 1
            index += 1
        }
        guard decimals > 0 else { return nil }
    }
    if index == bytes.endIndex, mantissa < 1 << 53, digits <= 17, decimals <= 22 {
        // Both are exact, so one division rounds correctly.
        let value = Double(mantissa) / powersOfTen[decimals]
        return ReadNumber(value: isNegative ? -value : value, decimals: decimals)
    }
    var exponent = 0
    if index < bytes.endIndex {
        guard bytes[index] | 0x20 == 0x65, let power = readInteger(bytes[(index + 1)...], groupMark: nil),
            abs(power) < 400
        else { return nil }
        exponent = power
    }
    var plain = bytes.filter { $0 != groupMark }
    if let mark = plain.firstIndex(of: decimalMark) { plain[mark] = 0x2E }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite, value != 0 || mantissa == 0 else {
        return nil
    }
    return ReadNumber(value: value, decimals: min(max(decimals - exponent, 0), 9))
}

/// Digits up to the first other byte; with a group mark, every group after the first mark must have three digits, and the first is no zero:
/// `0.123` has a decimal point.
private func readDigits(
    _ bytes: Bytes,
    from start: Int,
    groupMark: UInt8?
) -> (value: Int, count: Int, end: Int)? {
    var value = 0
    var count = 0
    var sinceMark: Int?
    var index = start
    while index < bytes.endIndex {
        let digit = bytes[index] &- 0x30
        if digit < 10 {
            count += 1
            if count <= 18 { value = value * 10 + Int(digit) }
            sinceMark = sinceMark.map { $0 + 1 }
        } else if let groupMark, bytes[index] == groupMark, count > 0 {
            guard sinceMark == 3 || (sinceMark == nil && count <= 3 && bytes[start] != 0x30) else { return nil }
            sinceMark = 0
        } else {
            break
        }
        index += 1
    }
    guard count > 0, sinceMark == nil || sinceMark == 3 else { return nil }
    return (value, count, index)
}

private let powersOfTen: [Double] = (0...22).map { exponent in (0..<exponent).reduce(1.0) { power, _ in power * 10 } }
