// From the parts of a page to a whole HTML document, through templates/page.mustache.
import Markup
internal import Mustache

/// What one page puts into the template; everything that is HTML has been written already.
struct PageParts: Sendable {
    /// The name by which the page is known in every edition; empty for one outside the editions.
    var id = ""
    var title = ""
    /// In place of the edition's name, for a page about all of them.
    var edition: String?
    var description = ""
    var kind = "page"
    var eyebrow = ""
    var meta = ""
    var breadcrumbs = ""
    var toc = ""
    var pager = ""
    var body: [UInt8] = []
}

/// The template with what all pages share; made once, used by all workers.
struct Layout: Sendable {
    /// The navigation for one place in the site, rendered once for all pages that stand there.
    struct NavigationKey: Hashable, Sendable {
        var toRoot: String
        /// Whether it is the home page, where a long menu stands in full.
        var isHome = false
        /// The menu item within which the page stands.
        var within: Int?
        /// The menu item that is the page itself.
        var current: Int?
    }

    private let theme: Theme
    private let shared: [String: String]
    private let isConcept: Bool
    private let navigations: [NavigationKey: String]

    /// A mark that no author's text can contain, because its `<` would be escaped; the body's bytes take its place after the template
    /// is rendered, which saves turning them into a string and back.
    private static let bodyMark = "\u{F8FF}<body>\u{F8FF}"

    init(
        theme: Theme,
        shared: [String: String],
        isConcept: Bool,
        menu: Menu,
        keys: Set<NavigationKey>,
        jobs: Int
    ) async {
        self.theme = theme
        self.shared = theme.strings.context.merging(shared) { $1 }
        self.isConcept = isConcept
        let rendered = await inSlices(Array(keys), jobs: jobs) { ($0, Layout.navigation($0, menu: menu, theme: theme)) }
        navigations = Dictionary(uniqueKeysWithValues: rendered)
    }

    func page(_ parts: PageParts, at address: Address, navigation key: NavigationKey) -> [UInt8] {
        page(parts, address: address.path, toRoot: address.toRoot, navigation: key)
    }

    /// A page that stands elsewhere than in the edition.
    ///
    /// - Parameters:
    ///   - address: nil for a page outside the edition.
    ///   - toRoot: the way to the edition's home folder.
    func page(_ parts: PageParts, address: String?, toRoot: String, navigation key: NavigationKey) -> [UInt8] {
        func href(_ file: String) -> String { shared[file].map { toRoot + $0 } ?? "" }
        var page = [
            "title": parts.title, "description": parts.description, "kind": parts.kind, "eyebrow": parts.eyebrow,
            "meta": parts.meta,
            "breadcrumbs": parts.breadcrumbs, "toc": parts.toc, "pager": parts.pager, "body": Self.bodyMark,
            "navigation": navigations[key] ?? "", "root": toRoot, "assets": toRoot + "assets/",
            "home_href": toRoot + "index.html",
            "provenance_href": href("provenance_file"), "accessibility_href": href("accessibility_file"),
            "changes_href": href("changes_file"),
            "editions_href": address == nil ? "" : href("editions_file"), "page_id": parts.id,
            "page_address": address ?? "",
        ]
        if let edition = parts.edition {
            page.merge(["edition_label": edition, "edition_date": "", "edition_note": ""]) { $1 }
        }
        let context = PageContext(page: page, shared: shared, isConcept: isConcept)
        let html = Array((theme.library.render(context, withTemplate: "page") ?? Self.bodyMark).utf8)
        return Layout.splice(parts.body, into: html)
    }

    private static func splice(_ body: [UInt8], into html: [UInt8]) -> [UInt8] {
        let mark = Array(bodyMark.utf8)
        var start = 0
        while let candidate = html[start...].firstIndex(of: mark[0]) {
            if html[candidate...].starts(with: mark) {
                var page: [UInt8] = []
                page.reserveCapacity(html.count + body.count)
                page += html[..<candidate]
                page += body
                page += html[(candidate + mark.count)...]
                return page
            }
            start = candidate + 1
        }
        return html
    }

    private static func navigation(_ key: NavigationKey, menu: Menu, theme: Theme) -> String {
        let isCut = menu.isCut(isHome: key.isHome)
        var entries = isCut ? Array(menu.entries.prefix(Menu.longest)) : menu.entries
        if isCut { entries.append(MenuEntry(title: theme.strings["all_pages"], file: Address.home.file)) }
        let items = entries.enumerated().map { index, entry in
            MenuItemContext(
                title: entry.title,
                href: entry.external ?? (key.toRoot + percentEncoded(entry.file)),
                isCurrent: key.current == index,
                isWithin: key.within == index
            )
        }
        var context: [String: Any] = theme.strings.context
        context["items"] = items
        context["root"] = key.toRoot
        return theme.library.render(context, withTemplate: "navigation") ?? ""
    }
}

/// One item of the main menu.
struct MenuEntry: Sendable {
    var title: String
    /// The file it leads to, from the edition's home folder.
    var file: String
    var external: String?
    /// The page it leads to, by its index.
    var page: Int?
}

/// An item of the menu under the names that the navigation template uses.
private struct MenuItemContext: MustacheParent {
    let title: String
    let href: String
    let isCurrent: Bool
    let isWithin: Bool

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "href": href
        case "current": isCurrent
        case "within": isWithin
        default: nil
        }
    }
}

/// Names in templates: first the page's own, then what all pages share; `has_x` tells whether `x` is there.
private struct PageContext: MustacheParent {
    let page: [String: String]
    let shared: [String: String]
    let isConcept: Bool

    func child(named name: String) -> Any? {
        if name == "is_concept" { return isConcept }
        if let value = page[name] ?? shared[name] { return value }
        guard name.hasPrefix("has_") else { return nil }
        let subject = String(name.dropFirst(4))
        return !(page[subject] ?? page[subject + "_href"] ?? shared[subject] ?? "").isEmpty
    }
}
