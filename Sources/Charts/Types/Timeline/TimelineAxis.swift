// The axis of a timeline: years or months between thin lines, with labels that never touch.
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
    /// The days that the axis covers, on whole steps.
    let domain: ClosedRange<Int>
    let steps: [Step]

    /// - Parameter most: how many steps there may be.
    init(covering span: ClosedRange<Int>, most: Int, language: SiteLanguage) {
        // Months since the year 0; the domain begins and ends on whole years, or on whole months where it is short.
        let (firstYear, firstMonth) = TimelineDate.civil(span.lowerBound)
        let (lastYear, lastMonth) = TimelineDate.civil(max(span.lowerBound, span.upperBound - 1))
        let from = firstYear * 12 + firstMonth - 1
        let to = lastYear * 12 + lastMonth
        var step = 12_000
        for size in [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000] {
            if (to + size - 1) / size - from / size <= most {
                step = size
                break
            }
        }
        let begin = from / step * step
        let end = (to + step - 1) / step * step
        func day(_ months: Int) -> Int { TimelineDate.day(months / 12, months % 12 + 1, 1) }
        domain = day(begin)...day(end)
        steps = stride(from: begin, through: end, by: step).map { months in
            let year = String(months / 12)
            guard step < 12 else { return Step(day: day(months), label: year, namesInterval: step == 12, isMain: true) }
            let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
            let month = months % 12 + 1
            let name = language.date("\(padded)-\(month < 10 ? "0" : "")\(month)")
            // The year where it begins, and at the first label.
            let short = month == 3 && language == .nl ? "mrt" : String(name.prefix(3))
            return Step(
                day: day(months),
                label: months == begin || month == 1 ? "\(short) \(year)" : short,
                namesInterval: false,
                isMain: month == 1
            )
        }
    }
}
