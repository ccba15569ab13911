// The main menu: as the programme lists it, otherwise the pages that stand directly under the home page.
import Diagnostics

func mainMenu(_ programme: ProgrammeFile, map: SiteMap, links: Links, pages: [SourcePage], findings: inout Findings)
    -> [MenuEntry]
{
    guard !programme.navigation.isEmpty else {
        let top = map.home.map { map.children[$0] } ?? map.inReadingOrder().filter { map.parent[$0] == nil }
        return top.map {
            MenuEntry(title: pages[$0].header.short ?? pages[$0].header.title, file: map.addresses[$0].file, page: $0)
        }
    }
    return programme.navigation.compactMap { item in
        let home = map.home ?? 0
        guard !pages.isEmpty else { return nil }
        switch links.target(of: item.page.text, from: home, in: "content/programme.yaml", at: item.page.place) {
        case .page(let page, _):
            return MenuEntry(
                title: item.title ?? pages[page].header.short ?? pages[page].header.title,
                file: map.addresses[page].file,
                page: page
            )
        case .external:
            guard isWebAddress(item.page.text) else {
                findings.error(
                    "menu.address",
                    at: item.page.place,
                    en: "a menu item leads to a page, or to an address that begins with https://",
                    nl: "een menu-item leidt naar een pagina, of naar een adres dat met https:// begint"
                )
                return nil
            }
            return MenuEntry(title: item.title ?? item.page.text, file: "", external: item.page.text)
        case .attachment(let file, _):
            findings.error("menu.file", at: item.page.place, en: "\(file) is not a page", nl: "\(file) is geen pagina")
            return nil
        case .broken(let diagnostic):
            findings.add(diagnostic)
            return nil
        }
    }
}

/// The menu's state on a page: which item the page is or stands under.
func navigationKey(_ page: Int?, address: Address, map: SiteMap, menu: [MenuEntry]) -> Layout.NavigationKey {
    var key = Layout.NavigationKey(toRoot: address.toRoot)
    guard let page else { return key }
    key.current = menu.firstIndex { $0.page == page }
    for step in map.trail(to: page).reversed() where step != map.home {
        if let index = menu.firstIndex(where: { $0.page == step }) {
            key.within = index
            break
        }
    }
    return key
}
