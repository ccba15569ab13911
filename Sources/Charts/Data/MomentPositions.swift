// Where categories lie along x when they are moments: years by their number, anything finer by its days, so that distances are those of time.
import Disclosure

/// The numbers behind categories that all are numbers or moments.
struct MomentPositions: Sendable {
    /// One for each category: the number itself, or the middle of the moment in days since 1 January 1970.
    private(set) var values: [Double]
    /// Whether the values are days.
    let areDays: Bool

    /// Nil where a category is neither a number nor a moment.
    init?(_ cells: [ReleasedTable.Cell]) {
        var texts: [String] = []
        var numbers: [Double] = []
        for cell in cells {
            switch cell {
            case .number(let number) where number.isFinite:
                numbers.append(number)
                texts.append(Int(exactly: number).map(String.init) ?? "")
            case .text(let text):
                texts.append(text)
                if let year = Self.year(text) { numbers.append(year) }
            default: return nil
            }
        }
        if numbers.count == cells.count {
            (values, areDays) = (numbers, false)
            return
        }
        let days = texts.compactMap(days(of:))
        guard days.count == cells.count else { return nil }
        (values, areDays) = (days.map { Double($0.lowerBound + $0.upperBound) / 2 }, true)
    }

    /// Where a moment that the dataset names begins on the same scale; nil for a text that is none.
    func start(of text: String) -> Double? {
        areDays ? days(of: text).map { Double($0.lowerBound) } : Double(text)
    }

    mutating func arrange(_ order: [Int]) { values = order.map { values[$0] } }

    private static func year(_ text: String) -> Double? { text.utf8.count == 4 ? Int(text).map(Double.init) : nil }
}

/// The days of a moment: `2018`, `2018-05`, `2018-05-31`, a quarter (`2018-Q2`, `2018KW02`, `2e kwartaal 2018`), a half-year (`2018-H1`), a week
/// (`2018-W07`, ISO 8601), or a period as StatLine codes it (`2018JJ00`, `2018MM05`). Nil for anything else.
func days(of text: String) -> Range<Int>? {
    if let date = TimelineDate(text) { return date.first..<date.end }
    // `Q2 2018` and `2e kwartaal 2018` have the year at the end.
    let words = text.uppercased().split { " -".contains($0) }.map(String.init)
    let isYear = { (word: String) in word.utf8.count == 4 && Int(word) != nil }
    var parts = words
    if let last = words.last, isYear(last), !isYear(words[0]) { parts = [last] + words.dropLast() }
    let code = parts.joined()
    guard let year = Int(code.prefix(4)), code.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
    }
    let rest = code.dropFirst(4)
    func months(_ number: Int, of size: Int) -> Range<Int>? {
        guard (1...12 / size).contains(number) else { return nil }
        let end = number * size
        return TimelineDate.day(year, end - size + 1, 1)..<TimelineDate.day(year + end / 12, end % 12 + 1, 1)
    }
    if rest == "JJ00" { return months(1, of: 12) }
    for (sign, size) in [("KW", 3), ("MM", 1), ("HJ", 6), ("Q", 3), ("K", 3), ("H", 6)] where rest.hasPrefix(sign) {
        return Int(rest.dropFirst(sign.count)).flatMap { months($0, of: size) }
    }
    if rest.hasSuffix("EKWARTAAL") { return Int(rest.dropLast(9)).flatMap { months($0, of: 3) } }
    guard rest.hasPrefix("W"), let week = Int(rest.dropFirst()), (1...53).contains(week) else { return nil }
    // The first week is that of 4 January; 1 January 1970 was a Thursday.
    let fourth = TimelineDate.day(year, 1, 4)
    let monday = fourth - ((fourth + 3) % 7 + 7) % 7 + 7 * (week - 1)
    return monday..<monday + 7
}
