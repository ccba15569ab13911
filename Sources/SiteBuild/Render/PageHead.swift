// The head of a page and what leads away from it: eyebrow, facts, contents, breadcrumbs, neighbours, the pages below.
import Documents
import Indicators
import Markup

extension PageRenderer {
    /// Whether other pages stand under this one.
    var isSection: Bool { !programme.map.children[index].isEmpty && index != programme.map.home }

    /// The style of the page: an index page of a folder is a section unless it says what else it is.
    var kindName: String { page.header.kind == .page && isSection ? "section" : page.header.kind.rawValue }

    /// Period, status and reading time; for a project also its goal, partners and method.
    func metaHTML() -> String {
        var output = ByteWriter()
        var items: [String] = []
        if let period = page.header.period { items.append("<span>\(escaped(period))</span>") }
        if let status = page.header.status { items.append(statusHTML(status, strings: strings)) }
        if [.chapter, .appendix, .lesson, .interview].contains(page.header.kind) {
            let words = programme.bodies.texts(of: index).reduce(0) { $0 + $1.document.wordCount }
            let minutes = max(1, (words + 100) / 200)  // 200 words a minute, rounded to the nearest
            items.append(
                "<span>\(strings("reading_time", ("n", String(minutes))))</span>"
            )
        }
        if let date = page.header.date {
            items.append("<span>\(escaped("\(strings["updated"]) \(language.date(date))"))</span>")
        }
        output.raw(items.joined(separator: " "))
        var facts: [(String, String)] = []
        if let goal = page.header.goal { facts.append((strings["goal"], inline(goal))) }
        if !page.header.partners.isEmpty {
            facts.append((strings["partners"], escaped(page.header.partners.joined(separator: ", "))))
        }
        if !page.header.tags.isEmpty {
            facts.append((strings["tags"], escaped(page.header.tags.joined(separator: ", "))))
        }
        if let method = page.header.method { facts.append((strings["method"], inline(method))) }
        if !facts.isEmpty {
            output.raw("<dl class=\"facts\">")
            for (term, html) in facts {
                output.raw("<div><dt>")
                output.escaped(term)
                output.raw("</dt><dd>")
                output.raw(html)
                output.raw("</dd></div>")
            }
            output.raw("</dl>")
        }
        writeReportLink(into: &output)
        return output.string
    }

    /// The PDF of this page's report, with what it costs to fetch: *Eindrapport als PDF (1,2 MB, 48 pagina's)*.
    private func writeReportLink(into output: inout ByteWriter) {
        guard let report = reports.first(where: { isAbout($0.plan) }) else { return }
        let title = strings("report_as_pdf", ("title", report.plan.title))
        let size = language.number(max(0.1, Double(report.pdf.bytes.count) / 1_000_000), upTo: 1) ?? ""
        output.raw("<p class=\"report-link\">")
        output.element("a", ("href", address.link(to: report.plan.path)), text: title)
        output.escaped(" (\(strings("report_size", ("size", size), ("pages", String(report.pdf.pageCount)))))")
        output.raw("</p>")
    }

    /// The end report is offered on the home page and on its own pages; a project's report on its page.
    private func isAbout(_ plan: ReportPlan) -> Bool {
        if plan.kind == .project { return plan.pages == [index] }
        return index == programme.map.home || plan.pages.contains(index)
    }

    func contents() -> [ContentsEntry] {
        programme.bodies.texts(of: index).flatMap { body in
            body.document.headings.map { heading in
                let text = body.document.plainText(heading.node) { node in plainNumber(body.document, node) }
                return ContentsEntry(level: heading.level, id: heading.id, text: text)
            }
        }
    }

    func breadcrumbs() -> String {
        let trail = programme.map.trail(to: index).dropLast()
        let steps = trail.map { step in
            (
                title: step == programme.map.home
                    ? strings["home"] : programme.pages[step].header.short ?? programme.pages[step].header.title,
                href: address.link(to: programme.map.addresses[step])
            )
        }
        return breadcrumbsHTML(steps, current: page.header.short ?? page.header.title, strings: strings)
    }

    func pager() -> String {
        let neighbours = programme.map.neighbours(of: index)
        func target(_ page: Int?) -> (title: String, href: String)? {
            page.map { (programme.pages[$0].header.title, address.link(to: programme.map.addresses[$0])) }
        }
        return pagerHTML(previous: target(neighbours.previous), next: target(neighbours.next), strings: strings)
    }

    /// Whether the author lists pages on this page.
    var hasOwnList: Bool {
        programme.bodies.blocks(of: index).contains {
            switch $0 {
            case .pages, .interventions: true
            default: false
            }
        }
    }

    /// The pages below an index page whose author lists none.
    func writeChildren(into output: inout ByteWriter) {
        writeCards(programme.map.children[index].map(card), style: .list, headingLevel: 2, into: &output)
    }

    func card(_ target: Int) -> PageCard {
        let header = programme.pages[target].header
        func words(_ text: InlineText) -> String {
            text.document.plainText(text.document.root) { plainNumber(text.document, $0) }
        }
        return PageCard(
            title: header.title,
            href: address.link(to: programme.map.addresses[target]),
            eyebrow: eyebrow(of: target, programme),
            text: header.description.map(words) ?? "",
            result: header.result.map(words),
            statusHTML: header.status.map { "<p class=\"card-status\">\(statusHTML($0, strings: strings))</p>" } ?? ""
        )
    }

    /// A number in a heading or description; mistakes are reported where the text is written in full.
    private func plainNumber(_ document: Document, _ node: Document.NodeIndex) -> String {
        programme.numbers[document.text(node)]?.written(
            as: NumberFormat(rawValue: document.secondText(node)),
            in: language
        ).text ?? ""
    }

    private func escaped(_ text: String) -> String {
        var writer = ByteWriter()
        writer.escaped(text)
        return writer.string
    }
}

/// *Hoofdstuk 6*, *Bijlage 1*, *Project 2*: what stands above the title, from the kind of page and its number.
func eyebrow(of page: Int, _ programme: Programme) -> String {
    let header = programme.pages[page].header
    switch header.kind {
    case .chapter, .appendix, .project:
        let word = programme.strings[header.kind.rawValue]
        return header.number.map { "\(word) \($0)" } ?? word
    case .interview, .lesson, .area: return programme.strings[header.kind.rawValue]
    case .home, .page, .glossary, .provenance: return ""
    }
}
