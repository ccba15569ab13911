// What stands on a timeline, from the block's entries or from released rows: one list for drawing, table, download and description.
import Diagnostics
import Disclosure
import Markup

struct TimelineItem: Sendable {
    enum Extent: Hashable, Sendable {
        case point(TimelineDate)
        /// An end that is nil is not known, or has not come.
        case bar(TimelineDate?, TimelineDate?)
        case undated
    }
    let name: String
    let note: String
    let extent: Extent

    var isPoint: Bool { if case .point = extent { true } else { false } }
}

struct TimelineGroup: Sendable {
    let name: String
    var items: [TimelineItem]
}

struct TimelineItems: Sendable {
    private(set) var groups: [TimelineGroup] = []
    /// The first day and the day after the last that the axis must cover.
    private(set) var span: ClosedRange<Int>?
    /// Rows about too few people to be shown.
    private(set) var hiddenCount = 0
    /// Texts that should be dates.
    private(set) var misread: [String] = []
    /// Names of entries that end before they begin.
    private(set) var reversed: [String] = []

    var all: [TimelineItem] { groups.flatMap(\.items) }
    var hasGroups: Bool { groups.contains { !$0.name.isEmpty } }

    init(_ spec: ChartSpec, _ table: ReleasedTable?, language: SiteLanguage) {
        for entry in spec.timeline.entries {
            let extent: TimelineItem.Extent =
                if let date = entry.date { .point(date) } else { .bar(entry.start, entry.end) }
            add(entry.name.text, entry.note?.text, entry.group?.text, extent)
        }
        if let table { addRows(of: table, spec.timeline.columns, language) }
        sort(by: spec.sort)
        span = spec.timeline.span
        for item in all {
            switch item.extent {
            case .point(let date): cover(date.first, date.end)
            case .bar(let start, let end):
                if let start { cover(start.first, start.end) }
                if let end { cover(end.first, end.end) }
            case .undated: break
            }
        }
    }

    private mutating func addRows(of table: ReleasedTable, _ columns: [String: Int], _ language: SiteLanguage) {
        let count = table.measure(named: ChartSpec.rowsChannel)
        for row in table.rows where row.count == table.columns.count {
            if let count, case .suppressed = row[count] {
                hiddenCount += 1
                continue
            }
            func text(_ role: String) -> String? {
                columns[role].flatMap { row[safe: $0] }.flatMap { $0 == .missing ? nil : categoryLabel($0, language) }
            }
            func date(_ role: String) -> TimelineDate? {
                guard let cell = columns[role].flatMap({ row[safe: $0] }), cell != .missing else { return nil }
                let written = categoryCode(cell)
                if let date = TimelineDate(written) { return date }
                if !written.isEmpty, !misread.contains(written) { misread.append(written) }
                return nil
            }
            let name = text("name") ?? Words(language).unknown
            var extent = TimelineItem.Extent.undated
            if let point = date("date") {
                extent = .point(point)
            } else {
                let (start, end) = (date("start"), date("end"))
                if let start, let end, end.end <= start.first {
                    reversed.append(name)
                } else if start != nil || end != nil {
                    extent = .bar(start, end)
                }
            }
            add(name, text("note"), text("group"), extent)
        }
    }

    private mutating func add(_ name: String, _ note: String?, _ group: String?, _ extent: TimelineItem.Extent) {
        let item = TimelineItem(name: readable(name), note: readable(note ?? ""), extent: extent)
        let group = readable(group ?? "")
        if let index = groups.firstIndex(where: { $0.name == group }) {
            groups[index].items.append(item)
        } else {
            groups.append(TimelineGroup(name: group, items: [item]))
        }
    }

    /// By the first day, within each group; entries without a date come last.
    private mutating func sort(by order: ChartSpec.Sort) {
        guard order != .given else { return }
        for index in groups.indices {
            let items = groups[index].items
            let sorted = items.indices.sorted { a, b in
                switch (items[a].first, items[b].first) {
                case (let x?, let y?) where x != y: order == .ascending ? x < y : x > y
                case (_?, nil): true
                case (nil, _?): false
                default: a < b
                }
            }
            groups[index].items = sorted.map { items[$0] }
        }
    }

    private mutating func cover(_ first: Int, _ end: Int) {
        span = span.map { min($0.lowerBound, first)...max($0.upperBound, end) } ?? first...end
    }
}

extension TimelineItem {
    fileprivate var first: Int? {
        switch extent {
        case .point(let date): date.first
        case .bar(let start, let end): start?.first ?? end?.first
        case .undated: nil
        }
    }
}
