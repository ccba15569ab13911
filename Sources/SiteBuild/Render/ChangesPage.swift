// The page *Wijzigingen*: what is different from the edition before, number by number, in words for readers.
import Documents
import Indicators
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
    parts.toc = contentsHTML(page.contents, strings: programme.strings)
    if programme.map.home != nil {
        parts.breadcrumbs = breadcrumbsHTML(
            [(programme.strings["home"], page.address.link(to: .home))],
            current: parts.title,
            strings: programme.strings
        )
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

    /// The sections that have anything to say, in their order.
    private var sections: [(key: String, counts: [String?], write: (inout ByteWriter) -> Void)] {
        func count(_ key: String, _ number: Int) -> String? { number == 0 ? nil : strings(key, ("n", String(number))) }
        let (numbers, figures, pages, statuses) = (changes.numbers, changes.figures, changes.pages, changes.statuses)
        func counted(_ kinds: Set<NumberChange.Kind>) -> Int { numbers.count { kinds.contains($0.kind) } }
        let all: [(key: String, counts: [String?], write: (inout ByteWriter) -> Void)] = [
            ("errata", [newErrata.isEmpty ? nil : String(newErrata.count)], writeErrata),
            (
                "numbers",
                [
                    count("count_other", counted([.other])),
                    count("count_hidden", counted([.hidden])),
                    count("count_same", counted([.redefined, .target, .period, .restated])),
                    count("count_first", counted([.first])),
                    count("count_unlisted", counted([.gone])),
                ], writeNumbers
            ),
            (
                "statuses",
                [
                    count("count_changed", statuses.count { $0.kind == .changed }),
                    count("count_gone", statuses.count { $0.kind == .removed }),
                    count("count_new", statuses.count { $0.kind == .added }),
                ], writeStatuses
            ),
            ("datasets", [count("count_changed", changes.datasets.count)], writeDatasets),
            (
                "figures_and_tables",
                [
                    count("count_changed", figures.count { $0.old != nil && $0.new != nil }),
                    count("count_new", figures.count { $0.old == nil }),
                    count("count_gone", figures.count { $0.new == nil }),
                ], writeFigures
            ),
            (
                "pages",
                [
                    count("count_new", pages.count { $0.kind == .added }),
                    count("count_renamed", pages.count { $0.kind == .renamed }),
                    count("count_gone", pages.count { $0.kind == .removed }),
                ], writePages
            ),
            (
                "texts",
                [changes.texts.count == 1 ? strings["count_pages_one"] : count("count_pages", changes.texts.count)],
                writeTexts
            ),
            ("errata_earlier", [knownErrata.isEmpty ? nil : String(knownErrata.count)], writeKnownErrata),
        ]
        return all.filter { $0.counts.contains { $0 != nil } }
    }

    fileprivate var contents: [ContentsEntry] {
        sections.map { ContentsEntry(level: 2, id: slug(strings[$0.key]), text: strings[$0.key]) }
    }

    fileprivate func body() -> [UInt8] {
        var output = ByteWriter()
        if let changed = programme.file.changed, isSincePrevious(changed) {
            output.element("p", text: sentence(changed.reason))
        }
        if changes.isEmpty { output.element("p", text: strings["changes_none"]) }
        if !sections.isEmpty { writeSummary(into: &output) }
        for section in sections {
            output.element("h2", ("id", slug(strings[section.key])), text: strings[section.key])
            output.raw("\n")
            section.write(&output)
        }
        return output.bytes
    }

    /// All of it in a few lines: *Cijfers: 7 met een ander getal, 31 voor het eerst*.
    private func writeSummary(into output: inout ByteWriter) {
        output.raw("<ul class=\"changes-summary\">\n")
        for section in sections {
            output.raw("<li>")
            output.element("a", ("href", "#" + slug(strings[section.key])), text: strings[section.key])
            output.escaped(": " + section.counts.compactMap { $0 }.joined(separator: ", "))
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    /// Whether an author's explanation is about the step that this page tells.
    func isSincePrevious(_ changed: ExplainedChange) -> Bool { changed.since == programme.past.editions.last?.id }

    // MARK: Errata

    private var entered: [Erratum] { programme.past.editions.flatMap(\.errata).map(\.erratum) }
    private var newErrata: [Erratum] { programme.errata.filter { !entered.contains($0) } }
    private var knownErrata: [Erratum] { programme.errata.filter(entered.contains) }

    /// Errata that this edition enters come first.
    private func writeErrata(into output: inout ByteWriter) {
        output.element("p", text: strings["errata_lead"])
        writeItems(newErrata, into: &output, item: writeErratum)
    }

    /// Those of earlier editions are no news: they come last, to be found.
    private func writeKnownErrata(into output: inout ByteWriter) {
        output.element("p", text: strings["errata_lead"])
        writeItems(knownErrata, into: &output, item: writeErratum)
    }

    /// Under the name that it has in the edition that is wrong, and with the way to it there.
    private func writeErratum(_ erratum: Erratum, into output: inout ByteWriter) {
        let edition = programme.past.editions.first { $0.id == erratum.edition }?.title ?? erratum.edition
        let there = programme.past.outline(erratum.edition)
        let number = there?.numbers.first { $0.id == erratum.indicator }
        let register = there?.pages.first { $0.kind == PageKind.provenance.rawValue }
        let page = erratum.page.flatMap { name in there?.pages.first { $0.isCalled(name) } }
        let label = programme.past.editions.flatMap(\.errata).first { $0.erratum == erratum }?.label
        let place = page ?? number.flatMap { _ in register }
        writeName(
            number?.label ?? page?.title ?? label ?? erratum.indicator ?? erratum.page ?? "",
            href: place.map { href(of: $0.address, in: erratum.edition, fragment: number?.id) },
            isIllustrative: number?.isIllustrative ?? false,
            into: &output
        )
        output.element(
            "p",
            text: strings("erratum_text", ("edition", edition), ("old", erratum.old), ("new", erratum.new)) + " "
                + sentence(erratum.reason)
        )
        output.element("p", ("class", "change-date"), text: language.date(erratum.date))
    }

    // MARK: Parts of all sections

    /// - Parameters:
    ///   - key: the heading's key in the theme's words.
    ///   - note: the key of a sentence below it.
    func writeList<Item>(
        _ key: String,
        _ items: [Item],
        note: String? = nil,
        into output: inout ByteWriter,
        item write: (Item, inout ByteWriter) -> Void
    ) {
        guard !items.isEmpty else { return }
        output.element("h3", text: strings(key, ("n", String(items.count))))
        output.raw("\n")
        if let note { output.element("p", text: strings[note]) }
        let isFolded = items.count > Self.longestOpenList
        if isFolded {
            output.raw("<details class=\"changes-more\"><summary>")
            output.escaped(strings("show_list", ("n", String(items.count))))
            output.raw("</summary>\n")
        }
        writeItems(items, into: &output, item: write)
        if isFolded { output.raw("</details>\n") }
    }

    private func writeItems<Item>(
        _ items: [Item],
        into output: inout ByteWriter,
        item write: (Item, inout ByteWriter) -> Void
    ) {
        guard !items.isEmpty else { return }
        output.raw("<ul class=\"changes\">\n")
        for item in items {
            output.raw("<li>")
            write(item, &output)
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    /// A name that leads to what it names; invented data say so at once.
    func writeName(
        _ text: String,
        id: String? = nil,
        href: String?,
        isIllustrative: Bool,
        into output: inout ByteWriter
    ) {
        output.open("p", id.map { ("id", $0) })
        output.raw("<strong>")
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

    /// The way to a page of the edition before, which stands beside this one.
    func previousHref(_ page: String, fragment: String? = nil) -> String? {
        programme.past.editions.last.map { href(of: page, in: $0.id, fragment: fragment) }
    }

    private func href(of page: String, in edition: String, fragment: String?) -> String {
        address.toRoot + "../" + percentEncoded("\(edition)/\(page)index.html") + (fragment.map { "#" + $0 } ?? "")
    }

    /// *Staat op: A, B*, or *Stond op* for pages of the edition before.
    func writePlaces(_ places: [(title: String, href: String?)], key: String, into output: inout ByteWriter) {
        guard !places.isEmpty else { return }
        output.raw("<p class=\"change-pages\">")
        output.escaped(strings[key])
        output.raw(": ")
        for (index, place) in places.enumerated() {
            if index > 0 { output.raw("<span aria-hidden=\"true\"> · </span>") }
            if let href = place.href {
                output.element("a", ("href", href), text: place.title)
            } else {
                output.escaped(place.title)
            }
        }
        output.raw("</p>")
    }
}
