// The pages of the end report in their order: what opens it, the chapters, the appendices. Figures and tables are numbered in this order.

/// - Returns: indices of pages; empty where there are no chapters.
func reportPages(_ pages: [SourcePage], _ map: SiteMap) -> [Int] {
    let order = map.inReadingOrder()
    func all(_ kind: PageKind) -> [Int] { order.filter { pages[$0].header.kind == kind } }
    let chapters = all(.chapter)
    guard let first = chapters.first else { return [] }
    // The page above the chapters introduces them; the home page introduces the site.
    let opening = map.parent[first].flatMap { $0 != map.home && pages[$0].header.kind == .page ? $0 : nil }
    return (opening.map { [$0] } ?? []) + chapters + all(.appendix)
}
