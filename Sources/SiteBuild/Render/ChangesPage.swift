// The page *Wijzigingen*: what is different from the edition before, number by number, in words for readers.
import Markup

/// Writes the page of an edition that has one before it.
func renderChanges(_ programme: Programme, into folder: OutputFolder?) throws -> RenderedPage {
    let page = ChangesPage(programme: programme, changes: programme.changes ?? Changes())
    var parts = PageParts()
    parts.title = programme.strings["changes"]
    parts.description = page.lead
    parts.kind = "changes"
    parts.body = page.body()
    if programme.map.home != nil {
        parts.breadcrumbs = breadcrumbsHTML(
            [(programme.strings["home"], page.address.link(to: .home))], current: parts.title, strings: programme.strings)
    }
    let key = Layout.NavigationKey(toRoot: page.address.toRoot)
    try folder?.write(page.address.file, programme.layout.page(parts, at: page.address, navigation: key))
    return RenderedPage(page: nil, file: page.address.file)
}

private struct ChangesPage {
    let programme: Programme
    let changes: Changes
    var address: Address { programme.changesAddress }
    var strings: Strings { programme.strings }
    var language: SiteLanguage { programme.language }

    /// The longest list of paragraphs of one page; whoever wants more compares the editions with the command.
    private static let mostParagraphs = 30

    var lead: String {
        guard let previous = programme.past.editions.last else { return "" }
        return strings("changes_lead", ("title", previous.title), ("date", language.date(previous.date)))
    }

    func body() -> [UInt8] {
        var output = ByteWriter()
        writeErrata(into: &output)
        writeNumbers(into: &output)
        writeDatasets(into: &output)
        writePages(into: &output)
        writeTexts(into: &output)
        if changes.isEmpty && programme.errata.isEmpty { output.element("p", text: strings["changes_none"]) }
        return output.bytes
    }

    private func section(_ key: String, into output: inout ByteWriter) {
        output.element("h2", text: strings[key])
        output.raw("\n")
    }

    // MARK: Errata

    private func writeErrata(into output: inout ByteWriter) {
        guard !programme.errata.isEmpty else { return }
        section("errata", into: &output)
        output.element("p", text: strings["errata_lead"])
        output.raw("<ul class=\"errata\">\n")
        for erratum in programme.errata {
            let edition = programme.past.editions.first { $0.id == erratum.edition }?.title ?? erratum.edition
            let subject = erratum.indicator.map { id in programme.numbers[id]?.label ?? programme.past.previous?.numbers.first { $0.id == id }?.label ?? id }
            let page = erratum.page.flatMap { name in programme.facts.pages.first { $0.id == name || $0.aliases.contains(name) }?.title ?? name }
            output.raw("<li>")
            output.element("strong", text: subject ?? page ?? "")
            output.raw(" ")
            output.escaped(strings("erratum_text", ("edition", edition), ("old", erratum.old), ("new", erratum.new)))
            output.raw(" ")
            output.escaped(erratum.reason)
            output.element("p", ("class", "change-date"), text: language.date(erratum.date))
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    // MARK: Numbers

    private func writeNumbers(into output: inout ByteWriter) {
        guard !changes.numbers.isEmpty else { return }
        section("numbers", into: &output)
        writeList("numbers_changed", changes.numbers.filter { $0.old != nil && $0.new != nil }, into: &output) { change, output in
            guard let old = change.old, let new = change.new else { return }
            writeName(change, into: &output)
            output.raw("<p>")
            output.element("del", text: old.written(in: language))
            output.raw(" → ")
            output.element("ins", text: new.written(in: language))
            if let words = change.difference.flatMap({ changeWords($0, unit: new.unit, strings: strings, language: language) }) {
                output.escaped(" (\(words))")
            }
            output.raw("</p>")
            let causes = causeWords(change, strings: strings)
            if !causes.isEmpty { output.element("p", ("class", "change-cause"), text: causes.joined(separator: " ")) }
            if change.causes.contains(.definition) { writeDefinitions(old, new, into: &output) }
            writeUses(new, into: &output)
        }
        writeList("numbers_new", changes.numbers.filter { $0.old == nil }, into: &output) { change, output in
            writeName(change, into: &output)
            output.element("p", text: change.new?.written(in: language) ?? "")
            if let new = change.new { writeUses(new, into: &output) }
        }
        writeList("numbers_gone", changes.numbers.filter { $0.new == nil }, into: &output) { change, output in
            output.element("strong", text: change.label)
            output.element("p", text: change.old?.written(in: language) ?? "")
        }
    }

    private func writeName(_ change: NumberChange, into output: inout ByteWriter) {
        output.raw("<strong>")
        output.element("a", ("href", address.link(to: programme.provenanceAddress, fragment: change.id)), text: change.label)
        output.raw("</strong>")
    }

    /// Why old and new are not one series, or what bridges them.
    private func writeDefinitions(_ old: NumberRecord, _ new: NumberRecord, into output: inout ByteWriter) {
        let text: String
        if let reason = new.bridge {
            text = strings("bridge", ("reason", reason))
        } else if old.definition != new.definition {
            text = strings("series_break", ("old", old.definition ?? strings["declared"]), ("new", new.definition ?? strings["declared"]))
        } else if old.unit != new.unit {
            text = strings("series_break_unit", ("old", old.unit ?? "–"), ("new", new.unit ?? "–"))
        } else {
            text = strings["dataset_break"]  // what the dataset measures is told below
        }
        output.element("p", ("class", "change-cause"), text: text)
    }

    private func writeUses(_ number: NumberRecord, into output: inout ByteWriter) {
        guard !number.uses.isEmpty else { return }
        output.raw("<p class=\"change-pages\">")
        output.escaped(strings["used_on"])
        output.raw(": ")
        for (index, use) in number.uses.enumerated() {
            if index > 0 { output.raw(" · ") }
            output.element("a", ("href", address.link(to: Address(path: use.address))), text: use.title)
        }
        output.raw("</p>")
    }

    private func writeDatasets(into output: inout ByteWriter) {
        guard !changes.datasets.isEmpty else { return }
        section("datasets", into: &output)
        output.raw("<ul class=\"changes\">\n")
        for change in changes.datasets {
            output.raw("<li>")
            output.element("strong", text: change.new.title)
            output.element("p", text: strings("dataset_redefined", ("old", change.old.words), ("new", change.new.words)))
            let text = change.bridge.map { strings("bridge", ("reason", $0)) } ?? strings["dataset_break"]
            output.element("p", ("class", "change-cause"), text: text)
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    // MARK: Pages and texts

    private func writePages(into output: inout ByteWriter) {
        guard !changes.pages.isEmpty else { return }
        section("pages", into: &output)
        writeList("pages_added", changes.pages.filter { $0.kind == .added }, into: &output) { writeLink($0.new, into: &$1) }
        writeList("pages_renamed", changes.pages.filter { $0.kind == .renamed }, into: &output) { change, output in
            writeLink(change.new, into: &output)
            if change.old?.title != change.new?.title {
                output.element("p", text: strings("formerly", ("title", change.old?.title ?? "")))
            } else {
                output.element("p", text: strings["moved"])
            }
        }
        writeList("pages_removed", changes.pages.filter { $0.kind == .removed }, into: &output) { $1.escaped($0.old?.title ?? "") }
    }

    private func writeLink(_ page: PageRecord?, into output: inout ByteWriter) {
        guard let page else { return }
        output.element("a", ("href", address.link(to: Address(path: page.address))), text: page.title)
    }

    private func writeTexts(into output: inout ByteWriter) {
        guard !changes.texts.isEmpty else { return }
        section("texts", into: &output)
        output.element("p", text: strings["texts_lead"])
        for change in changes.texts {
            output.raw("<details class=\"text-change\"><summary>")
            let count = change.paragraphs.count
            output.escaped("\(change.page.title): \(count == 1 ? strings["paragraphs_one"] : strings("paragraphs", ("n", String(count))))")
            output.raw("</summary>\n")
            output.raw("<p>")
            writeLink(change.page, into: &output)
            output.raw("</p>\n")
            for paragraph in change.paragraphs.prefix(Self.mostParagraphs) {
                output.raw("<div class=\"paragraph-change\">")
                if let old = paragraph.old { output.element("p") { $0.element("del", text: old) } }
                if let new = paragraph.new { output.element("p") { $0.element("ins", text: new) } }
                output.raw("</div>\n")
            }
            if count > Self.mostParagraphs { output.element("p", text: strings("paragraphs_more", ("n", String(count - Self.mostParagraphs)))) }
            output.raw("</details>\n")
        }
    }

    private func writeList<Item>(_ key: String, _ items: [Item], into output: inout ByteWriter, item write: (Item, inout ByteWriter) -> Void) {
        guard !items.isEmpty else { return }
        output.element("h3", text: strings(key, ("n", String(items.count))))
        output.raw("\n<ul class=\"changes\">\n")
        for item in items {
            output.raw("<li>")
            write(item, &output)
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }
}
