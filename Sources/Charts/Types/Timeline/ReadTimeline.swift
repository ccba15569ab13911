// Reads a timeline block: entries written in the block itself, or columns of a dataset that hold names and dates.
import Declarations
import Diagnostics

extension ChartSpec {
    /// An entry of a timeline that stands in the block.
    struct TimelineEntry: Sendable {
        var name: Scalar
        var group: Scalar?
        var note: Scalar?
        var date, start, end: TimelineDate?
    }

    /// What a timeline block says besides its texts.
    struct TimelineBlock: Sendable {
        var entries: [TimelineEntry] = []
        /// Which of the block's group columns holds what: `name`, `group`, `date`, `start`, `end`, `note`.
        var columns: [String: Int] = [:]
        /// The axis covers at least this.
        var span: ClosedRange<Int>?
    }

    static func readTimeline(_ fields: inout Fields, _ channels: inout Channels, _ findings: inout Findings)
        -> TimelineBlock
    {
        var block = TimelineBlock()
        if let ends = fields.scalars("span") {
            let dates = ends.compactMap { date($0, &findings) }
            if ends.count == 2, dates.count == 2, dates[0].first < dates[1].end {
                block.span = dates[0].first...dates[1].end
            } else if dates.count == ends.count {
                fields.error(
                    "chart.span",
                    at: "span",
                    en: "span is a first and a last moment, such as [2016, 2020]",
                    nl: "span is een eerste en een laatste moment, zoals [2016, 2020]"
                )
            }
        }
        guard fields.has("items") else {
            channels.readNames(
                &fields,
                [
                    ("name", "x", true), ("group", "group", false), ("date", "date", false), ("start", "start", false),
                    ("end", "end", false), ("note", "text", false),
                ],
                into: &block.columns
            )
            if block.columns["date"] == nil, block.columns["start"] == nil {
                findings.error(
                    "chart.no-dates",
                    at: fields.mapping.place,
                    en: "a timeline needs date, or start with end",
                    nl: "een tijdlijn heeft date nodig, of start met end"
                )
            }
            return block
        }
        for mapping in fields.mappings("items") ?? [] {
            if let entry = readEntry(mapping, &findings) { block.entries.append(entry) }
        }
        return block
    }

    private static func readEntry(_ mapping: Mapping, _ findings: inout Findings) -> TimelineEntry? {
        var item = Fields(mapping, of: Wording(en: "an entry of a timeline", nl: "een onderdeel van een tijdlijn"))
        var own = Findings()
        let name = item.required("name")
        let (group, note) = (item.scalar("group"), item.scalar("note"))
        let written = ["date", "start", "end"].map { item.scalar($0) }
        let dates = written.map { $0.flatMap { date($0, &own) } }
        if written.allSatisfy({ $0 == nil }) {
            item.error(
                "chart.no-dates",
                at: "name",
                en: "this entry needs date, or start with end",
                nl: "dit onderdeel heeft date nodig, of start met end"
            )
        } else if written[0] != nil, written[1] != nil || written[2] != nil {
            item.error(
                "chart.no-dates",
                at: "date",
                en: "an entry has either date or start and end",
                nl: "een onderdeel heeft date, of start en end, niet allebei"
            )
        }
        if let start = dates[1], let end = dates[2], end.end <= start.first {
            item.error(
                "chart.end-before-start",
                at: "end",
                en: "\(end.text) lies before \(start.text)",
                nl: "\(end.text) ligt voor \(start.text)"
            )
        }
        item.finish(&own)
        findings.add(contentsOf: own)
        guard let name, !own.hasErrors else { return nil }
        return TimelineEntry(name: name, group: group, note: note, date: dates[0], start: dates[1], end: dates[2])
    }

    private static func date(_ scalar: Scalar, _ findings: inout Findings) -> TimelineDate? {
        if let date = TimelineDate(scalar.text) { return date }
        findings.error(
            "chart.date",
            at: scalar.place,
            en: "\"\(scalar.text)\" is not a date",
            nl: "\"\(scalar.text)\" is geen datum",
            hint: dateHint
        )
        return nil
    }

    static let dateHint = Wording(
        en: "write a year, a month or a day: 2018, 2018-05 or 2018-05-31",
        nl: "schrijf een jaar, een maand of een dag: 2018, 2018-05 of 2018-05-31"
    )
}
