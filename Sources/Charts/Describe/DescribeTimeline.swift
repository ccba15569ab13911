// A timeline in words, as a table and as CSV.
import Markup

extension TimelineItem {
    /// *van 2018 tot en met 2019*, *in mei 2018*, *sinds 2018*
    func period(_ words: Words) -> String {
        func date(_ date: TimelineDate) -> String { words.language.date(date.text) }
        return switch extent {
        case .point(let when):
            when.end - when.first == 1
                ? words("op \(date(when))", "on \(date(when))") : words("in \(date(when))", "in \(date(when))")
        case .bar(let start?, let end?):
            start == end
                ? TimelineItem(name: name, note: note, extent: .point(start)).period(words)
                : words("van \(date(start)) tot en met \(date(end))", "from \(date(start)) to \(date(end))")
        case .bar(let start?, nil): words("vanaf \(date(start))", "from \(date(start)) on")
        case .bar(nil, let end?): words("tot en met \(date(end))", "until \(date(end))")
        case .bar(nil, nil), .undated: words("zonder datum", "without a date")
        }
    }
}

extension TimelineItem {
    /// The same as it stands beside a bar: *13–19 mei 2019*, *2018 – mei 2020*, *vanaf mei 2018*
    func dates(_ words: Words) -> String {
        guard case .bar(let start?, let end?) = extent, start != end else { return period(words).withoutIn(words) }
        let (from, to) = (words.language.date(start.text), words.language.date(end.text))
        // What both have in common, month and year or the year alone, is said once.
        let (first, last) = (from.split(separator: " "), to.split(separator: " "))
        guard first.count == last.count, first.count > 1, first.last == last.last else { return "\(from) – \(to)" }
        let isOneMonth = first.count == 3 && first[1] == last[1]
        return isOneMonth
            ? "\(first[0])–\(to)" : "\(first.dropLast().joined(separator: " ")) – \(to)"
    }
}

extension String {
    /// *mei 2018* from *in mei 2018*
    fileprivate func withoutIn(_ words: Words) -> String {
        for lead in ["in ", words("op ", "on ")] where hasPrefix(lead) { return String(dropFirst(lead.count)) }
        return self
    }
}

func describeTimeline(_ items: TimelineItems, language: SiteLanguage) -> String {
    let words = Words(language)
    let all = items.all
    guard !all.isEmpty else { return words("De tijdlijn is leeg.", "The timeline is empty.") }
    var lead = words("Tijdlijn", "Timeline")
    if let span = items.span {
        let from = TimelineDate.civil(span.lowerBound).year
        let to = TimelineDate.civil(span.upperBound - 1).year
        lead +=
            from == to
            ? words(" van \(from)", " of \(from)") : words(" van \(from) tot en met \(to)", " from \(from) to \(to)")
    }
    lead += words(" met \(words.count(all.count)) ", " with \(words.count(all.count)) ")
    lead += all.count == 1 ? words("onderdeel.", "entry.") : words("onderdelen.", "entries.")
    var sentences = [lead]
    var left = 30
    for group in items.groups where left > 0 {
        let parts = group.items.prefix(left).map {
            "\($0.name), \($0.period(words))" + ($0.note.isEmpty ? "" : " (\($0.note))")
        }
        left -= parts.count
        sentences.append((group.name.isEmpty ? "" : "\(group.name): ") + parts.joined(separator: "; ") + ".")
    }
    if all.count > 30 {
        sentences.append(words("De andere staan in de tabel.", "The others are in the table."))
    }
    if items.hiddenCount > 0 { sentences.append(words.hiddenRows(items.hiddenCount) + ".") }
    return sentences.joined(separator: " ")
}

extension Words {
    func hiddenRows(_ count: Int) -> String {
        self(
            count == 1
                ? "Eén onderdeel is niet getoond om herkenning te voorkomen"
                : "\(self.count(count).capitalised) onderdelen zijn niet getoond om herkenning te voorkomen",
            count == 1
                ? "One entry is not shown, to prevent recognition"
                : "\(self.count(count).capitalised) entries are not shown, to prevent recognition"
        )
    }
}

func timelineTable(_ items: TimelineItems, language: SiteLanguage) -> DataTable {
    let words = Words(language)
    let hasNotes = items.all.contains { !$0.note.isEmpty }
    var header = [words("Onderdeel", "Entry")]
    if items.hasGroups { header.append(words("Groep", "Group")) }
    header += [words("Begin", "Begin"), words("Einde", "End")]
    if hasNotes { header.append(words("Toelichting", "Explanation")) }
    func cell(_ text: String) -> DataTable.Cell {
        DataTable.Cell(text: text, value: nil, isNumber: false, isSuppressed: false)
    }
    let rows = items.groups.flatMap { group in
        group.items.map { item in
            let (start, end) = item.ends
            return [cell(item.name)] + (items.hasGroups ? [cell(group.name)] : [])
                + [start, end].map { cell($0.map { language.date($0.text) } ?? "–") }
                + (hasNotes ? [cell(item.note)] : [])
        }
    }
    let hasUnknown = items.all.contains { $0.ends.0 == nil || $0.ends.1 == nil }
    return DataTable(
        header: header,
        rows: rows,
        note: hasUnknown ? words("–: niet bekend, of gaat door", "–: not known, or goes on") : nil
    )
}

func timelineCSV(_ items: TimelineItems, language: SiteLanguage) -> [UInt8] {
    let words = Words(language)
    var writer = ByteWriter()
    writer.byteOrderMark()
    writer.csvRecord([
        words("Groep", "Group"), words("Onderdeel", "Entry"), words("Begin", "Begin"), words("Einde", "End"),
        words("Toelichting", "Explanation"),
    ])
    for group in items.groups {
        for item in group.items {
            writer.csvRecord([group.name, item.name, item.ends.0?.text ?? "", item.ends.1?.text ?? "", item.note])
        }
    }
    return writer.bytes
}

extension TimelineItem {
    /// First and last moment; a point has one for both.
    var ends: (TimelineDate?, TimelineDate?) {
        switch extent {
        case .point(let date): (date, date)
        case .bar(let start, let end): (start, end)
        case .undated: (nil, nil)
        }
    }
}
