// Random columns for RoundTripTests: a contract, values that are written as it says, values that are not, and what each of them means.
import Diagnostics

/// A number as its digits say, without rounding: digits × 10^−decimals.
struct Exact: Hashable {
    var digits: String
    var decimals: Int
    var isNegative: Bool

    /// Digits with a decimal point, and an exponent.
    init?(plain: String) {
        guard let match = plain.wholeMatch(of: /([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?/) else { return nil }
        digits = String(match.output.2) + String(match.output.3 ?? "")
        decimals = (match.output.3?.count ?? 0) - (match.output.4.flatMap { Int($0) } ?? 0)
        while decimals > 0, digits.count > 1, digits.hasSuffix("0") {
            digits.removeLast()
            decimals -= 1
        }
        while decimals < 0, digits.count < 40 {
            digits += "0"
            decimals += 1
        }
        digits = String(digits.drop { $0 == "0" })
        if digits.isEmpty { decimals = 0 }
        isNegative = match.output.1 == "-" && !digits.isEmpty
    }

    /// Whether a shown number is this one, to the six decimals that pages show.
    func isShown(by other: Exact) -> Bool {
        if self == other { return true }
        guard decimals > 6, let value, let shown = other.value else { return false }
        return abs(value - shown) <= 5.000001e-7 && abs(value - shown) <= abs(value) / 100
    }

    private var value: Double? { Double("\(isNegative ? "-" : "")\(digits.isEmpty ? "0" : digits)e\(-decimals)") }
}

struct RandomColumn: CustomStringConvertible {
    var number: Int
    var isInteger: Bool
    /// Whether the contract names the marks, and says that signs may stand around the number.
    var decimalMark = "."
    var groupMark = ""
    var isBare = true
    /// The sign at its numbers, before or behind them: one in a column.
    var sign = ""
    /// How many decimals its values have at most.
    var decimals = 0
    var unit: String?
    var delimiter: String
    /// Written as the contract says, all of them.
    var isClean: Bool
    var values: [String] = []

    var file: String { "data/d\(number).csv" }
    var description: String { "\(values) in \(contract)" }

    init(number: Int, isClean: Bool, _ random: inout Seeded) {
        self.number = number
        self.isClean = isClean
        isInteger = random.chance(3)
        delimiter = random.pick([",", ";", "\t"])
        if random.chance(2) { decimalMark = "," }
        if random.chance(2) { groupMark = random.pick([".", ",", " ", "'"].filter { isInteger || $0 != decimalMark }) }
        isBare = random.chance(2)
        if !isBare { sign = random.pick(["€", "EUR ", "%", " %"]) }
        if !isInteger { decimals = random.below(7) }
        // A sign that the unit contradicts is refused.
        let units = sign.isEmpty ? ["%", "euro", "personen", "kg"] : [sign.contains("%") ? "%" : "euro", "kg"]
        unit = random.pick([nil] + units)
        values = (0..<(isClean ? 4 : 1)).map { _ in written(&random) }
        if !isClean { values[0] = random.chance(3) ? random.pick(Self.junk) : spoiled(values[0], &random) }
    }

    private static let mostDigits = 15

    /// A number as the contract says.
    private func written(_ random: inout Seeded) -> String {
        // As many digits in all as a page shows one by one.
        let size = random.below(Self.mostDigits - decimals) + 1
        let whole =
            random.chance(6) ? "0" : String((0..<size).map { _ in random.pick(Array("0123456789")) }.drop { $0 == "0" })
        var text = whole.isEmpty ? "0" : whole
        if !groupMark.isEmpty, random.chance(4) == false {
            var grouped = ""
            for (index, digit) in text.enumerated() {
                if index > 0, (text.count - index) % 3 == 0 { grouped += groupMark }
                grouped.append(digit)
            }
            text = grouped
        }
        if decimals > 0, random.chance(4) == false {
            text += decimalMark + String((0...random.below(decimals)).map { _ in random.pick(Array("0123456789")) })
        }
        if random.chance(4) { text = "-" + text }
        if !isBare, random.chance(4) == false {
            text = sign.hasSuffix("%") || random.chance(3) ? text + sign : sign + text
            if random.chance(4) { text = " " + text + "\u{A0}" }
        }
        return text
    }

    /// One character more, less, or another.
    private func spoiled(_ text: String, _ random: inout Seeded) -> String {
        var characters = Array(text)
        let new: Character = random.pick(Array("0123456789.,-−–+()% €'eE<x\u{A0}/"))
        let spot = random.below(characters.count)
        switch random.below(3) {
        case 0: characters.insert(new, at: spot)
        case 1: characters[spot] = new
        default: characters.remove(at: spot)
        }
        let text = String(characters)
        return text.allSatisfy { $0 == " " || $0 == "\u{A0}" } ? "-" : text
    }

    private static let junk = [
        "−5", "–5", "(5)", "5-", "<5", ">5", "ca. 40", "2,5 mln", "A-12", "12/15", "5 à 10", "NaN", "Infinity", "inf",
        "0x10", "1e5", "1E-4", "+5", "１２",
        "٣", "1’234", "1\u{2009}234", "1.23.456", "1,2,3", "007", "-", "..", "9007199254740993",
        "123456789012345678901", "0.1234567890123456789", "1,234",
        "1.234", "1.5", "1,5", "€ -", "--5", "1e", "5%", "€ 5", "-€ 5", "€ 5 %", "1e-400", "1e400", "12 345", "½", "x",
        "1..5", ".5", ",5", "5.", "5,",
    ]

    /// What a value says by the contract, found in another way than by the reader of the command; nil where it says nothing.
    func meaning(of text: String) -> Exact? {
        var text = text
        if !isBare {
            let signed = text.replacing(/^[ \u{A0}]*([+-]?)[ \u{A0}]*(?:€|EUR)[ \u{A0}]*(?=[0-9])/) { $0.output.1 }
            if signed != text {
                text = signed
            } else if let match = text.firstMatch(of: /^[ \u{A0}]*(?:€|EUR)[ \u{A0}]*([+-][0-9].*)$/) {
                text = String(match.output.1)
            } else {
                text = text.replacing(/[ \u{A0}]*(?:%|€|EUR)[ \u{A0}]*$/, with: "")
            }
            text = text.replacing(/^[ \u{A0}]+|[ \u{A0}]+$/, with: "")
        }
        var sign = ""
        if text.hasPrefix("-") || text.hasPrefix("+") { sign = String(text.removeFirst()) }
        let power = text.firstMatch(of: /[eE][+-]?\d{1,3}$/).map { String($0.output) } ?? ""
        text.removeLast(power.count)
        if isInteger, !power.isEmpty { return nil }
        var parts = isInteger ? [text] : text.components(separatedBy: decimalMark)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = groupMark.isEmpty ? [whole] : whole.components(separatedBy: groupMark)
        if groups.count > 1,
            groups[0].hasPrefix("0") || groups[0].count > 3 || groups.dropFirst().contains(where: { $0.count != 3 })
        {
            return nil
        }
        parts[0] = groups.joined()
        let isASCII = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isASCII, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard let exact = Exact(plain: sign + parts.joined(separator: ".") + power) else { return nil }
        // Beyond what a binary number tells apart, and what has one place too many for it.
        return exact.digits.count - exact.decimals > 15 || power.count > 0 && exact.decimals > 300 ? nil : exact
    }

    var contract: String {
        var field = ["name: v", "type: \(isInteger ? "integer" : "number")"]
        if decimalMark != ".", !isInteger { field.append("decimalChar: \"\(decimalMark)\"") }
        if !groupMark.isEmpty { field.append("groupChar: \"\(groupMark)\"") }
        if !isBare { field.append("bareNumber: false") }
        if let unit { field.append("unit: \"\(unit)\"") }
        return """
            - name: d\(number)
              path: d\(number).csv
              dialect: {delimiter: "\(delimiter == "\t" ? "\\t" : delimiter)"}
              schema: {fields: [{name: k}, {\(field.joined(separator: ", "))}]}
              verslag: {privacy: {counts: none, reason: x}}

            """
    }

    var csv: String {
        let rows = values.enumerated().map { "r\(number)x\($0)\(delimiter)\"\($1.replacing("\"", with: "\"\""))\"\n" }
        return "k\(delimiter)v\n" + rows.joined()
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine.
struct Seeded {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(bound, 1)))
    }

    /// True once in so many times.
    mutating func chance(_ times: Int) -> Bool { below(times) == 0 }
    mutating func pick<Element>(_ from: [Element]) -> Element { from[below(from.count)] }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map { String($0) }
    }
}
