// One column while its file is read: values are parsed, checked against the contract and stored as they come.
import Diagnostics

/// What is wrong with one value.
enum ValueProblem: Equatable {
    case required, invalid, notAllowed, pattern
    /// A whole number with more digits than can be computed with.
    case tooLarge
    /// No number of people: below zero, or not whole.
    case notPeople
    /// Euros among percentages: the sign is another than that of the values before it.
    case otherSign(than: String)
    /// Dollars in a column whose unit is euro.
    case signBesideUnit
    case below(Constraints.Bound)
    case above(Constraints.Bound)
    case tooShort(Int)
    case tooLong(Int)
}

/// Collects the values of one field.
struct ColumnBuilder {
    let field: FieldContract
    /// What the numbers look like, for questions about the column as a whole.
    private(set) var forms = NumberForms()
    /// The currency sign or percent sign of the numbers so far.
    private var sign = ""
    private let isPadded: Bool
    private let countsPeople: Bool
    private let missingValues: [[UInt8]]
    private let missingHasAccents: Bool
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

    /// - Parameter countsPeople: every number is a number of people.
    init(_ field: FieldContract, isPadded: Bool, isKey: Bool, countsPeople: Bool = false) {
        var field = field
        if isKey { field.constraints.isRequired = true }
        self.field = field
        self.isPadded = isPadded
        self.countsPeople = countsPeople
        missingValues = field.missingValues.map { Array($0.utf8) }
        missingHasAccents = missingValues.contains { $0.contains { $0 >= 0x80 } }
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
    mutating func append(_ bytes: Bytes, row: Int) -> ValueProblem? {
        let value = isPadded ? bytes.trimmingBlanks : bytes
        if isMissing(value) {
            appendMissing(row)
            return field.constraints.isRequired ? .required : nil
        }
        switch field.kind {
        case .integer, .year, .number: return appendNumber(value, row: row)
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

    /// Codes for *no value* are few, and mostly shorter or longer than what stands here.
    private func isMissing(_ value: Bytes) -> Bool {
        if missingValues.contains(where: { $0.count == value.count && $0.elementsEqual(value) }) { return true }
        // Letters with accents may be written in two ways.
        guard missingHasAccents else { return false }
        return field.missingValues.contains(String(decoding: value, as: UTF8.self))
    }

    private mutating func appendNumber(_ value: Bytes, row: Int) -> ValueProblem? {
        guard let number = field.number(value) else {
            appendMissing(row)
            return .invalid
        }
        guard abs(number.value) < largestWholeNumber else {
            appendMissing(row)
            return .tooLarge
        }
        if !number.sign.isEmpty {
            guard field.unit.map({ BareNumber.sign(number.sign, fits: $0) }) ?? true else {
                appendMissing(row)
                return .signBesideUnit
            }
            guard sign.isEmpty || sign == number.sign else {
                appendMissing(row)
                return .otherSign(than: sign)
            }
            sign = number.sign
        }
        if field.kind == .number {
            numbers.append(number.value)
            decimals = max(decimals, number.decimals)
        } else {
            integers.append(Int(number.value))
        }
        forms.note(number, row: row)
        if countsPeople, number.value < 0 || number.value != number.value.rounded() { return .notPeople }
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
    private mutating func appendBoolean(_ value: Bytes, row: Int) -> ValueProblem? {
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

    private mutating func appendText(_ value: Bytes, row: Int) -> ValueProblem? {
        let (code, isNew) = dictionary.code(of: value)
        if isNew {
            let isAllowed = allowedCodes.map { code < $0 } ?? true
            verdicts.append(isAllowed ? Self.verdict(on: dictionary.texts[Int(code)], field, pattern) : .notAllowed)
        }
        codes.append(code)
        return verdicts[Int(code)]
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
