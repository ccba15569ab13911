// The main menu: as the programme lists it, otherwise the pages and folders that stand directly under the home page.
import Diagnostics

/// The main menu of a site.
struct Menu: Sendable {
    let entries: [MenuEntry]
    /// The first item that leads to a page, by the page's index.
    private let byPage: [Int: Int]
    /// The item of a folder without an index page, by the folder's address.
    private let byFolder: [Address: Int]

    /// A page shows this many items. A longer menu stands in full on the home page only: nobody reads hundreds of items, and on
    /// every page they would make a site grow with the square of its pages.
    static let longest = 100

    init(_ entries: [MenuEntry], folders: [Address: Int] = [:]) {
        self.entries = entries
        byFolder = folders
        byPage = Dictionary(
            entries.enumerated().compactMap { index, entry in entry.page.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// - Parameter isHome: whether they stand on the home page.
    func isCut(isHome: Bool) -> Bool { !isHome && entries.count > Self.longest }

    /// The state of the menu on a page: which item the page is or stands under.
    func key(_ page: Int?, address: Address, map: SiteMap) -> Layout.NavigationKey {
        var key = Layout.NavigationKey(toRoot: address.toRoot, isHome: page != nil && page == map.home)
        guard let page else { return key }
        func shown(_ index: Int?) -> Int? {
            index.flatMap { isCut(isHome: key.isHome) && $0 >= Self.longest ? nil : $0 }
        }
        key.current = shown(byPage[page])
        let within = map.trail(to: page).reversed().first { $0 != map.home && byPage[$0] != nil }
        key.within = shown(within.flatMap { byPage[$0] } ?? address.top.flatMap { byFolder[$0] })
        return key
    }
}

func mainMenu(_ programme: ProgrammeFile, map: SiteMap, links: Links, pages: [SourcePage], findings: inout Findings)
    -> Menu
{
    let menu =
        programme.navigation.isEmpty
        ? ownMenu(map: map, pages: pages)
        : Menu(listedEntries(programme, map: map, links: links, pages: pages, findings: &findings))
    if menu.entries.count > Menu.longest {
        findings.hint(
            "menu.too-long",
            at: programme.navigation.first?.page.place ?? Place(file: ProgrammeFile.path, line: 1),
            en: "the menu has \(menu.entries.count) items: pages show the first \(Menu.longest), the home page all",
            nl:
                "het menu heeft \(menu.entries.count) items: pagina's tonen de eerste \(Menu.longest), de startpagina alle",
            hint: Wording(
                en: "list the main pages under navigation, or put pages in a folder with an index.md",
                nl: "noem de belangrijkste pagina's onder navigation, of zet pagina's in een map met een index.md"
            )
        )
    }
    return menu
}

/// The pages directly under the home page. Those of a folder without an index page are one item, which leads to the first.
private func ownMenu(map: SiteMap, pages: [SourcePage]) -> Menu {
    let top = map.home.map { map.children[$0] } ?? map.inReadingOrder().filter { map.parent[$0] == nil }
    var entries: [MenuEntry] = []
    var folders: [Address: Int] = [:]
    for page in top {
        let address = map.addresses[page]
        var title = pages[page].header.short ?? pages[page].header.title
        if let folder = address.top, folder != address {
            guard folders[folder] == nil else { continue }
            folders[folder] = entries.count
            title = folder.folderName
        }
        entries.append(MenuEntry(title: title, file: address.file, page: page))
    }
    return Menu(entries, folders: folders)
}

private func listedEntries(
    _ programme: ProgrammeFile,
    map: SiteMap,
    links: Links,
    pages: [SourcePage],
    findings: inout Findings
) -> [MenuEntry] {
    programme.navigation.compactMap { item in
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
        case .broken(let link):
            links.report(link, findings: &findings)
            return nil
        }
    }
}
