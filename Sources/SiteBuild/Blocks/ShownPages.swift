// The pages that a block lists.
import Diagnostics

extension PageRenderer {
    /// In reading order; nil, with a finding, where there are none.
    func shown(_ block: PagesBlock) -> [Int]? {
        var shown: [Int] = []
        if let folder = block.folder {
            let path = folder.text.hasSuffix("/") ? folder.text : folder.text + "/"
            guard let parent = programme.map.byAddress[Address(path: path)] else {
                state.findings.error(
                    "pages.unknown-folder", at: folder.place, en: "there is no folder \"\(folder.text)\" with an index page",
                    nl: "er is geen map \"\(folder.text)\" met een indexpagina",
                    hint: suggestion(for: folder.text, among: programme.map.folders))
                return nil
            }
            shown = programme.map.children[parent]
        } else {
            shown = programme.map.inReadingOrder()
        }
        shown = shown.filter { $0 != index && (block.kind == nil || programme.pages[$0].header.kind == block.kind) }
        if shown.isEmpty {
            state.findings.warning("pages.none", at: block.place, en: "there are no such pages", nl: "zulke pagina's zijn er niet")
            return nil
        }
        return shown
    }
}
