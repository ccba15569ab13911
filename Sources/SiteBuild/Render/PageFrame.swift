// What surrounds a page's text: breadcrumbs, contents of the page, previous and next, cards of other pages.
import Markup

/// One heading of a page's contents.
struct ContentsEntry: Sendable {
    var level: Int
    var id: String
    var text: String
}

/// The contents of a page from its second- and third-level headings; empty where there are fewer than three.
func contentsHTML(_ entries: [ContentsEntry], strings: Strings) -> String {
    let shown = entries.filter { $0.level == 2 || $0.level == 3 }
    guard shown.count >= 3 else { return "" }
    var writer = ByteWriter()
    writer.open("nav", ("class", "toc"), ("aria-label", strings["on_this_page"]))
    writer.raw("<details><summary>")
    writer.escaped(strings["on_this_page"])
    writer.raw("</summary><ol>")
    var isNested = false
    for (index, entry) in shown.enumerated() {
        let nests = entry.level == 3 && index > 0
        if nests && !isNested {
            writer.raw("<ol>")
        } else if index > 0 && !nests {
            writer.raw(isNested ? "</li></ol></li>" : "</li>")
        } else if nests {
            writer.raw("</li>")
        }
        isNested = nests
        writer.raw("<li>")
        writer.element("a", ("href", "#" + entry.id), text: entry.text)
    }
    writer.raw(isNested ? "</li></ol></li>" : "</li>")
    writer.raw("</ol></details></nav>")
    return writer.string
}

/// From the home page down to this one.
func breadcrumbsHTML(_ trail: [(title: String, href: String)], current: String, strings: Strings) -> String {
    guard !trail.isEmpty else { return "" }
    var writer = ByteWriter()
    writer.open("nav", ("class", "breadcrumbs"), ("aria-label", strings["breadcrumbs"]))
    writer.raw("<ol>")
    for step in trail {
        writer.raw("<li>")
        writer.element("a", ("href", step.href), text: step.title)
        writer.raw("</li>")
    }
    writer.element("li", ("aria-current", "page"), text: current)
    writer.raw("</ol></nav>")
    return writer.string
}

func pagerHTML(previous: (title: String, href: String)?, next: (title: String, href: String)?, strings: Strings)
    -> String
{
    guard previous != nil || next != nil else { return "" }
    var writer = ByteWriter()
    writer.open("nav", ("class", "pager"), ("aria-label", strings["browse"]))
    func link(_ target: (title: String, href: String)?, _ name: String, _ rel: String, _ label: String) {
        guard let target else { return }
        writer.open("a", ("class", name), ("rel", rel), ("href", target.href))
        writer.element("span", ("class", "pager-label"), text: label)
        writer.raw(" ")
        writer.element("span", ("class", "pager-title"), text: target.title)
        writer.close("a")
    }
    link(previous, "previous", "prev", strings["previous"])
    link(next, "next", "next", strings["next"])
    writer.close("nav")
    return writer.string
}

/// A page as it stands in a list of pages.
struct PageCard {
    var title: String
    var href: String
    var eyebrow: String
    var text: String
    /// The main result, nil where the page declares none.
    var result: String?
    var statusHTML: String
}

func writeCards(_ cards: [PageCard], style: PagesBlock.Style, headingLevel: Int, into writer: inout ByteWriter) {
    switch style {
    case .cards:
        writer.raw("<ul class=\"cards\">")
        for card in cards {
            writer.raw("<li class=\"card\">")
            if !card.eyebrow.isEmpty { writer.element("p", ("class", "card-eyebrow"), text: card.eyebrow) }
            writer.raw("<h\(headingLevel) class=\"card-title\">")
            writer.element("a", ("href", card.href), text: card.title)
            writer.raw("</h\(headingLevel)>")
            if !card.text.isEmpty { writer.element("p", ("class", "card-text"), text: card.text) }
            if let result = card.result { writer.element("p", ("class", "card-result"), text: result) }
            writer.raw(card.statusHTML)
            writer.raw("</li>")
        }
    case .list:
        writer.raw("<ul class=\"page-list\">")
        for card in cards {
            writer.raw("<li>")
            let title = card.eyebrow.isEmpty ? card.title : "\(card.eyebrow): \(card.title)"
            writer.element("a", ("href", card.href), text: title)
            if !card.text.isEmpty { writer.element("p", text: card.text) }
            writer.raw("</li>")
        }
    }
    writer.raw("</ul>\n")
}

/// A status as a word with a shape.
func statusHTML(_ status: Status, strings: Strings) -> String {
    var writer = ByteWriter()
    writer.element("span", ("class", "status status-\(status.rawValue)"), text: strings[status.stringKey])
    return writer.string
}
