// Dates as they stand in data and front matter, on days that there were.

/// Whether a text is `2021` (one part), `2021-03` (two) or `2021-03-15` (three), with a year from 1000.
///
/// Read by hand, since every page may have one and a regular expression costs more than the page.
public func isDate(_ text: String, parts allowed: ClosedRange<Int>) -> Bool {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard allowed.contains(parts.count) else { return false }
    var numbers: [Int] = []
    for (part, (digits, range)) in zip(parts, [(4, 1000...9999), (2, 1...12), (2, 1...31)]) {
        guard part.count == digits, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let number = part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard range.contains(number) else { return false }
        numbers.append(number)
    }
    guard numbers.count == 3 else { return true }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    return numbers[2] <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
}
