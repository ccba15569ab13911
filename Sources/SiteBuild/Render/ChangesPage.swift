// The page *Wijzigingen*: what is different from the edition before, number by number, in words for readers.
import Markup

/// Writes the page of an edition that has one before it.
func renderChanges(_ programme: Programme, into folder: OutputFolder?) throws -> RenderedPage {
    let page = ChangesPage(programme: programme, changes: programme.changes ?? Changes())
    var parts = PageParts()
    parts.id = PageRecord.changesID
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

struct ChangesPage {
    let programme: Programme
    let changes: Changes
    var address: Address { programme.changesAddress }
    var strings: Strings { programme.strings }
    var language: SiteLanguage { programme.language }

    /// A longer list is folded: the page is read from the top, and what changed comes before what is new.
    private static let longestOpenList = 12

    fileprivate var lead: String {
        guard let previous = programme.past.editions.last else { return "" }
        return strings("changes_lead", ("title", previous.title), ("date", language.date(previous.date)))
    }

    fileprivate func body() -> [UInt8] {
        var output = ByteWriter()
        if changes.isEmpty { output.element("p", text: strings["changes_none"]) } else { writeSummary(into: &output) }
        writeErrata(into: &output)
        writeNumbers(into: &output)
        writeStatuses(into: &output)
        writeDatasets(into: &output)
        writeFigures(into: &output)
        writePages(into: &output)
        writeTexts(into: &output)
        return output.bytes
    }

    /// All of it in a few lines: *Cijfers: 6 anders, 75 nieuw*.
    private func writeSummary(into output: inout ByteWriter) {
        func count(_ key: String, _ number: Int) -> String? { number == 0 ? nil : strings(key, ("n", String(number))) }
        let numbers = changes.numbers, figures = changes.figures, pages = changes.pages
        let lines: [(section: String, counts: [String?])] = [
            (
                "numbers",
                [
                    count("count_changed", numbers.count { $0.old != nil && $0.new != nil }), count("count_new", numbers.count { $0.old == nil }),
                    count("count_gone", numbers.count { $0.new == nil }),
                ]
            ),
            ("statuses", [count("count_changed", changes.statuses.count)]),
            ("datasets", [count("count_changed", changes.datasets.count)]),
            (
                "figures_and_tables",
                [
                    count("count_changed", figures.count { $0.old != nil && $0.new != nil }), count("count_new", figures.count { $0.old == nil }),
                    count("count_gone", figures.count { $0.new == nil }),
                ]
            ),
            (
                "pages",
                [
                    count("count_new", pages.count { $0.kind == .added }), count("count_renamed", pages.count { $0.kind == .renamed }),
                    count("count_gone", pages.count { $0.kind == .removed }),
                ]
            ),
            ("texts", [count("count_pages", changes.texts.count)]),
        ]
        output.raw("<ul class=\"changes-summary\">\n")
        for (section, counts) in lines {
            let words = counts.compactMap { $0 }
            if words.isEmpty { continue }
            output.raw("<li>")
            output.element("a", ("href", "#" + section), text: strings[section])
            output.escaped(": " + words.joined(separator: ", "))
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    // MARK: Errata

    /// Errata that this edition enters come first; those of earlier editions stay to be found.
    private func writeErrata(into output: inout ByteWriter) {
        guard !programme.errata.isEmpty else { return }
        writeHeading("errata", into: &output)
        output.element("p", text: strings["errata_lead"])
        let known = programme.past.editions.flatMap(\.errata)
        writeList(programme.errata.filter { !known.contains($0) }, class: "errata", into: &output, item: writeErratum)
        writeList("errata_earlier", programme.errata.filter(known.contains), into: &output, item: writeErratum)
    }

    private func writeErratum(_ erratum: Erratum, into output: inout ByteWriter) {
        let edition = programme.past.editions.first { $0.id == erratum.edition }?.title ?? erratum.edition
        let subject = erratum.indicator.map { id in programme.numbers[id]?.label ?? programme.past.previous?.numbers.first { $0.id == id }?.label ?? id }
        let page = erratum.page.map { name in programme.facts.pages.first { $0.id == name || $0.aliases.contains(name) }?.title ?? name }
        output.element("strong", text: subject ?? page ?? "")
        output.raw(" ")
        output.escaped(strings("erratum_text", ("edition", edition), ("old", erratum.old), ("new", erratum.new)))
        output.raw(" ")
        output.escaped(erratum.reason)
        output.element("p", ("class", "change-date"), text: language.date(erratum.date))
    }

    // MARK: Parts of all sections

    func writeHeading(_ key: String, into output: inout ByteWriter) {
        output.element("h2", ("id", key), text: strings[key])
        output.raw("\n")
    }

    func writeList<Item>(_ key: String, _ items: [Item], into output: inout ByteWriter, item write: (Item, inout ByteWriter) -> Void) {
        guard !items.isEmpty else { return }
        output.element("h3", text: strings(key, ("n", String(items.count))))
        output.raw("\n")
        let isFolded = items.count > Self.longestOpenList
        if isFolded {
            output.raw("<details class=\"changes-more\"><summary>")
            output.escaped(strings("show_list", ("n", String(items.count))))
            output.raw("</summary>\n")
        }
        writeList(items, class: "changes", into: &output, item: write)
        if isFolded { output.raw("</details>\n") }
    }

    private func writeList<Item>(_ items: [Item], class name: String, into output: inout ByteWriter, item write: (Item, inout ByteWriter) -> Void) {
        guard !items.isEmpty else { return }
        output.raw("<ul class=\"\(name)\">\n")
        for item in items {
            output.raw("<li>")
            write(item, &output)
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    /// A name that leads to what it names; invented data say so at once.
    func writeName(_ text: String, href: String?, isIllustrative: Bool, into output: inout ByteWriter) {
        output.raw("<p><strong>")
        if let href { output.element("a", ("href", href), text: text) } else { output.escaped(text) }
        output.raw("</strong>")
        if isIllustrative {
            output.raw(" ")
            output.element("span", ("class", "label-illustrative"), text: strings["illustrative"])
        }
        output.raw("</p>")
    }

    func writeLink(_ page: PageRecord?, into output: inout ByteWriter) {
        guard let page else { return }
        output.element("a", ("href", address.link(to: Address(path: page.address))), text: page.title)
    }
}
