// The axis of a timeline: years, months, weeks or days between thin lines, with labels that never touch.
import Markup

struct TimelineAxis: Sendable {
    /// Where a line stands, in days, with what it begins.
    struct Step: Sendable {
        let day: Int
        let label: String
        /// Whether the label names the time up to the next line and stands in the middle of it.
        let namesInterval: Bool
        /// Where a year begins, or every line where lines are years.
        let isMain: Bool
    }
    /// The days that the axis covers: no more than whole years, whole months or whole days around what it shows.
    let domain: ClosedRange<Int>
    /// In the order of time; the last closes the axis.
    let steps: [Step]

    /// - Parameter most: how many steps there may be.
    init(covering span: ClosedRange<Int>, most: Int, language: SiteLanguage) {
        let last = max(span.lowerBound, span.upperBound - 1)
        let days = last - span.lowerBound + 1
        // Mondays: 1 January 1970 was a Thursday.
        let monday = span.lowerBound - ((span.lowerBound + 3) % 7 + 7) % 7
        // Days have short labels, and only the first of a month says more.
        if days <= most * 7 / 4 {
            (domain, steps) = Self.steps(span.lowerBound...last + 1, from: span.lowerBound, by: 1, language)
        } else if last - monday < 7 * most, days <= 7 * 9 {
            (domain, steps) = Self.steps(span.lowerBound...last + 1, from: monday, by: 7, language)
        } else {
            (domain, steps) = Self.months(span.lowerBound...last, most: most, language)
        }
    }

    private static func steps(_ domain: ClosedRange<Int>, from: Int, by size: Int, _ language: SiteLanguage) -> (
        ClosedRange<Int>, [Step]
    ) {
        // The axis begins with a line that says when.
        let starts =
            [domain.lowerBound]
            + stride(from: from, to: domain.upperBound, by: size).filter { $0 > domain.lowerBound }
        var month: [Int] = []
        let steps = starts.map { day -> Step in
            let (year, number) = TimelineDate.civil(day)
            let isNew = [year, number] != month
            let isFirst = month.first != year
            let isMain = isFirst && !month.isEmpty
            month = [year, number]
            let date = day - TimelineDate.day(year, number, 1) + 1
            let name = shortMonth(year, number, language)
            let label = isFirst ? "\(date) \(name) \(year)" : isNew ? "\(date) \(name)" : String(date)
            return Step(day: day, label: label, namesInterval: size == 1, isMain: isMain)
        }
        return (domain, steps + [Step(day: domain.upperBound, label: "", namesInterval: false, isMain: false)])
    }

    private static func months(_ span: ClosedRange<Int>, most: Int, _ language: SiteLanguage) -> (
        ClosedRange<Int>, [Step]
    ) {
        // Months since the year 0.
        let (firstYear, firstMonth) = TimelineDate.civil(span.lowerBound)
        let (lastYear, lastMonth) = TimelineDate.civil(span.upperBound)
        let from = firstYear * 12 + firstMonth - 1
        let to = lastYear * 12 + lastMonth
        var step = 12_000
        for size in [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000] {
            if (to + size - 1) / size - from / size <= most {
                step = size
                break
            }
        }
        let unit = step < 12 ? 1 : 12
        let begin = from / unit * unit
        let end = (to + unit - 1) / unit * unit
        func day(_ months: Int) -> Int { TimelineDate.day(months / 12, months % 12 + 1, 1) }
        let first = (begin + step - 1) / step * step
        var starts = Array(stride(from: first, to: end, by: step))
        // The axis begins with a line that says when.
        if first > begin { starts.insert(begin, at: 0) }
        let steps = starts.map { months in
            let year = String(months / 12)
            guard step < 12 else { return Step(day: day(months), label: year, namesInterval: step == 12, isMain: true) }
            let short = shortMonth(months / 12, months % 12 + 1, language)
            // The year where it begins, and at the first label.
            let isMain = months % 12 == 0
            return Step(
                day: day(months),
                label: months == begin || isMain ? "\(short) \(year)" : short,
                namesInterval: step == 1,
                isMain: isMain
            )
        }
        return (
            day(begin)...day(end), steps + [Step(day: day(end), label: "", namesInterval: false, isMain: false)]
        )
    }

    private static func shortMonth(_ year: Int, _ month: Int, _ language: SiteLanguage) -> String {
        if month == 3, language == .nl { return "mrt" }
        let padded = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
        return String(language.date("\(padded)-\(month < 10 ? "0" : "")\(month)").prefix(3))
    }

    /// Whether begin and end of a bar can be read from the axis: both lie on lines, and none is a day, which is too narrow to tell.
    func shows(_ extent: TimelineItem.Extent) -> Bool {
        guard case .bar(let start, let end) = extent else { return true }
        if [start, end].compactMap({ $0 }).contains(where: { $0.end - $0.first == 1 }) { return false }
        let lines = Set(steps.map(\.day))
        return [start?.first, end?.end].compactMap { $0 }.allSatisfy(lines.contains)
    }
}
