// Stage 6, check: what can only be seen when everything is rendered. Do all anchors exist, does no file stand in the place of another?
import Diagnostics

/// What stage check needs to know of a rendered page.
struct RenderedPage: Sendable {
    /// The page's index in the programme; nil for a page that the build made by itself.
    var page: Int?
    var file: String
    /// All ids on the page, in the order of the text.
    var ids: [String] = []
    /// Those of figures and tables.
    private(set) var floats: Set<String> = []
    /// Links with a fragment: to which page, which anchor, written where.
    var anchors: [(page: Int, id: String, place: Place)] = []
    /// Ids inside its figures and tables, which nobody links to.
    var innerIDs: [String] = []
    /// Files of `content/` that the page leads to, and the first link to each.
    var attachments: [String: Place] = [:]

    mutating func add(float id: String) {
        ids.append(id)
        floats.insert(id)
    }
}

/// All pages after rendering, and the files that were made.
struct Rendered: Sendable {
    var pages: [RenderedPage] = []
    /// The paths of the PDFs.
    var reports: [String] = []
    /// Everything that was made, pages and reports as well.
    var files: [Outputs.File] = []
}

func check(_ rendered: Rendered, _ programme: Programme, findings: inout Findings) {
    checkIDs(rendered, programme, findings: &findings)
    checkAnchors(rendered, findings: &findings)
    checkFiles(rendered.files, findings: &findings)
}

/// An id that stands twice on a page makes links lead to the wrong place.
private func checkIDs(_ rendered: Rendered, _ programme: Programme, findings: inout Findings) {
    for page in rendered.pages {
        var seen: Set<String> = []
        for id in page.ids + page.innerIDs where !seen.insert(id).inserted {
            let file = page.page.map { programme.pages[$0].file } ?? page.file
            findings.error(
                "page.same-id",
                at: Place(file: file),
                en: "the id \"\(id)\" stands twice on this page",
                nl: "de id \"\(id)\" staat twee keer op deze pagina",
                hint: Wording(en: "give one of them another {#id}", nl: "geef een van beide een andere {#id}")
            )
        }
    }
}

private func checkAnchors(_ rendered: Rendered, findings: inout Findings) {
    var ids: [Int: Set<String>] = [:]
    for page in rendered.pages { if let index = page.page { ids[index] = Set(page.ids) } }
    var candidates: [Int: [String]] = [:]
    func names(on page: Int) -> [String] {
        if let known = candidates[page] { return known }
        let names = (ids[page] ?? []).sorted()
        candidates[page] = names
        return names
    }
    for page in rendered.pages {
        for anchor in page.anchors {
            guard let known = ids[anchor.page], !known.contains(anchor.id) else { continue }
            findings.error(
                "link.no-anchor",
                at: anchor.place,
                en: "the page has no anchor \"#\(anchor.id)\"",
                nl: "de pagina heeft geen anker \"#\(anchor.id)\"",
                hint: suggestion(for: anchor.id, among: names(on: anchor.page))
            )
        }
    }
}
