// A moment as authors write it in a timeline: a year, a month or a day. Each has a first and a last day, so that "2018" to "2018" is a whole year.

struct TimelineDate: Hashable, Sendable {
    /// As written: `2018`, `2018-05` or `2018-05-31`.
    let text: String
    /// Days since 1 January 1970.
    let first: Int
    /// The day after the last.
    let end: Int

    /// Nil where the text is none of the three, or names a day that does not exist.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isNumeric = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isNumeric, (1...3).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]) else {
            return nil
        }
        self.text = text
        guard parts.count > 1 else {
            first = Self.day(year, 1, 1)
            end = Self.day(year + 1, 1, 1)
            return
        }
        guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        let next = month == 12 ? Self.day(year + 1, 1, 1) : Self.day(year, month + 1, 1)
        guard parts.count > 2 else {
            first = Self.day(year, month, 1)
            end = next
            return
        }
        guard parts[2].utf8.count == 2, let day = Int(parts[2]), day >= 1 else { return nil }
        first = Self.day(year, month, day)
        end = first + 1
        guard end <= next else { return nil }
    }

    /// The middle of the period that the text names: where a point stands.
    var middle: Double { Double(first + end) / 2 }

    /// Days since 1 January 1970 in the Gregorian calendar (H. Hinnant, *days_from_civil*): years begin in March, so that the leap day comes last.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The year and month in which a day lies.
    static func civil(_ day: Int) -> (year: Int, month: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthOfYear = (5 * dayOfYear + 2) / 153
        let month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month)
    }
}
