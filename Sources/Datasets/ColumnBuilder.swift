// One column while its file is read: values are parsed, checked against the contract and stored as they come.
import Diagnostics

/// What is wrong with one value.
enum ValueProblem: Equatable {
    case required, invalid, notAllowed, pattern
    case below(Constraints.Bound)
    case above(Constraints.Bound)
    case tooShort(Int)
    case tooLong(Int)
}

/// Collects the values of one field.
struct ColumnBuilder {
    let field: FieldContract
    private let isPadded: Bool
    private let missingValues: [[UInt8]]
    private var missing = RowSet()
    private var integers: [Int] = []
    private var numbers: [Double] = []
    private var decimals = 0
    private var codes: [Int32] = []
    private var dictionary = TextDictionary()
    /// One verdict per distinct text: patterns and enumerations are checked once per text, not once per row.
    private var verdicts: [ValueProblem?] = []
    private let pattern: Regex<AnyRegexOutput>?
    private let allowedNumbers: Set<Double>?
    private let allowedCodes: Int32?

    init(_ field: FieldContract, isPadded: Bool, isKey: Bool) {
        var field = field
        if isKey { field.constraints.isRequired = true }
        self.field = field
        self.isPadded = isPadded
        missingValues = field.missingValues.map { Array($0.utf8) }
        let pattern = field.constraints.pattern.flatMap { try? Regex($0) }
        self.pattern = pattern
        let allowed = field.constraints.allowed
        if field.isNumeric {
            allowedNumbers = allowed.map { Set($0.compactMap { Double($0) }) }
            allowedCodes = nil
        } else {
            allowedNumbers = nil
            for text in allowed ?? [] { _ = dictionary.insert(text) }
            let count = Int32(dictionary.texts.count)
            allowedCodes = allowed == nil ? nil : count
            verdicts = dictionary.texts.map { Self.verdict(on: $0, field, pattern) }
        }
    }

    /// Appends the value of the next row; a wrong value is stored as missing.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence, row: Int) -> ValueProblem? {
        let value = isPadded ? bytes.trimmingBlanks : bytes
        if missingValues.contains(where: { $0.count == value.count && $0.elementsEqual(value) }) {
            appendMissing(row)
            return field.constraints.isRequired ? .required : nil
        }
        switch field.kind {
        case .integer, .year: return appendInteger(value, row: row)
        case .number: return appendNumber(value, row: row)
        case .boolean: return appendBoolean(value, row: row)
        case .string, .any, .date, .yearmonth: return appendText(value, row: row)
        }
    }

    mutating func finish() -> DataColumn {
        let values: ColumnValues =
            switch field.kind {
            case .integer, .year: .integers(integers, missing: missing)
            case .number: .numbers(numbers, missing: missing)
            default: .text(codes: codes, dictionary: dictionary.texts)
            }
        // Whatever is computed from years stays a year: it is written without a thousands separator.
        let unit = field.unit ?? (field.kind == .year ? "jaar" : nil)
        return DataColumn(name: field.name, title: field.title, unit: unit, decimals: decimals, values: values)
    }

    private mutating func appendMissing(_ row: Int) {
        switch field.kind {
        case .integer, .year:
            integers.append(0)
            missing.insert(row)
        case .number:
            numbers.append(0)
            missing.insert(row)
        default: codes.append(-1)
        }
    }

    private mutating func appendInteger(_ value: UnsafeBufferPointer<UInt8>.SubSequence, row: Int) -> ValueProblem? {
        guard let number = readInteger(bare(value), groupMark: field.groupMark), field.kind != .year || value.count == 4
        else {
            appendMissing(row)
            return .invalid
        }
        integers.append(number)
        return rangeProblem(Double(number))
    }

    private mutating func appendNumber(_ value: UnsafeBufferPointer<UInt8>.SubSequence, row: Int) -> ValueProblem? {
        guard let number = readNumber(bare(value), decimalMark: field.decimalMark, groupMark: field.groupMark) else {
            appendMissing(row)
            return .invalid
        }
        numbers.append(number.value)
        decimals = max(decimals, number.decimals)
        return rangeProblem(number.value)
    }

    private func rangeProblem(_ number: Double) -> ValueProblem? {
        if let allowedNumbers, !allowedNumbers.contains(number) { return .notAllowed }
        if let minimum = field.constraints.minimum,
            minimum.isExclusive ? number <= minimum.number : number < minimum.number
        {
            return .below(minimum)
        }
        if let maximum = field.constraints.maximum,
            maximum.isExclusive ? number >= maximum.number : number > maximum.number
        {
            return .above(maximum)
        }
        return nil
    }

    /// Truth values are kept as the first of the contract's words for them.
    private mutating func appendBoolean(_ value: UnsafeBufferPointer<UInt8>.SubSequence, row: Int) -> ValueProblem? {
        let text = String(decoding: value, as: UTF8.self)
        if field.trueValues.contains(text) {
            codes.append(dictionary.insert(field.trueValues[0]))
        } else if field.falseValues.contains(text) {
            codes.append(dictionary.insert(field.falseValues[0]))
        } else {
            appendMissing(row)
            return .invalid
        }
        return nil
    }

    private mutating func appendText(_ value: UnsafeBufferPointer<UInt8>.SubSequence, row: Int) -> ValueProblem? {
        let (code, isNew) = dictionary.code(of: value)
        if isNew {
            let isAllowed = allowedCodes.map { code < $0 } ?? true
            verdicts.append(isAllowed ? Self.verdict(on: dictionary.texts[Int(code)], field, pattern) : .notAllowed)
        }
        codes.append(code)
        return verdicts[Int(code)]
    }

    /// With `bareNumber: false` whatever stands before the first and after the last digit does not count.
    private func bare(_ value: UnsafeBufferPointer<UInt8>.SubSequence) -> UnsafeBufferPointer<UInt8>.SubSequence {
        guard !field.isBareNumber else { return value }
        guard let first = value.firstIndex(where: { $0 &- 0x30 < 10 || $0 == 0x2D }),
            let last = value.lastIndex(where: { $0 &- 0x30 < 10 })
        else { return value }
        return first <= last ? value[first...last] : value
    }

    private static func verdict(on text: String, _ field: FieldContract, _ pattern: Regex<AnyRegexOutput>?)
        -> ValueProblem?
    {
        let constraints = field.constraints
        switch field.kind {
        case .date where !isDate(text, parts: 3...3), .yearmonth where !isDate(text, parts: 2...2): return .invalid
        default: break
        }
        if let least = constraints.minLength, text.count < least { return .tooShort(least) }
        if let most = constraints.maxLength, text.count > most { return .tooLong(most) }
        // ISO dates sort as texts do.
        if let minimum = constraints.minimum, minimum.isExclusive ? text <= minimum.text : text < minimum.text {
            return .below(minimum)
        }
        if let maximum = constraints.maximum, maximum.isExclusive ? text >= maximum.text : text > maximum.text {
            return .above(maximum)
        }
        if let pattern, (try? pattern.wholeMatch(in: text)) == nil { return .pattern }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8>.SubSequence {
    /// Without the blanks and tabs at both ends.
    fileprivate var trimmingBlanks: Self {
        var slice = self
        while let byte = slice.first, byte == 0x20 || byte == 0x09 { slice = slice.dropFirst() }
        while let byte = slice.last, byte == 0x20 || byte == 0x09 { slice = slice.dropLast() }
        return slice
    }
}
