// The pages that a block lists.
import Diagnostics

extension PageRenderer {
    /// In reading order; nil, with a finding, where there are none.
    func shown(_ block: PagesBlock) -> [Int]? {
        guard let shown = pagesListed(by: block, on: index, programme.map, programme.pages) else {
            guard let folder = block.folder else { return nil }
            state.findings.error(
                "pages.unknown-folder",
                at: folder.place,
                en: "there is no folder \"\(folder.text)\" with an index page",
                nl: "er is geen map \"\(folder.text)\" met een indexpagina",
                hint: suggestion(for: folder.text, among: programme.map.folders)
            )
            return nil
        }
        if shown.isEmpty {
            state.findings.warning(
                "pages.none",
                at: block.place,
                en: "there are no such pages",
                nl: "zulke pagina's zijn er niet"
            )
            return nil
        }
        return shown
    }
}

/// The pages that a block means, in reading order; nil where it names a folder that there is not.
func pagesListed(by block: PagesBlock, on index: Int, _ map: SiteMap, _ pages: [SourcePage]) -> [Int]? {
    var listed = map.inReadingOrder()
    if let folder = block.folder {
        let path = folder.text.hasSuffix("/") ? folder.text : folder.text + "/"
        guard let parent = map.byAddress[Address(path: path)] else { return nil }
        listed = map.children[parent]
    }
    return listed.filter { $0 != index && (block.kind == nil || pages[$0].header.kind == block.kind) }
}
