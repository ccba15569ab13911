// What a link in a page leads to: another page, a file beside it, or the outside world.
import Declarations
import Diagnostics
import Foundation

/// Where a link leads.
enum LinkTarget: Sendable {
    /// Another website, an e-mail address: left as it is.
    case external
    /// A page of this edition; the fragment is checked in stage check.
    case page(Int, fragment: String?)
    /// A file below `content/` that will be published beside the page.
    case attachment(String, fragment: String?)
    case broken(Diagnostic)
}

/// Resolves links against the pages and files of the programme.
struct Links: Sendable {
    let map: SiteMap
    let attachments: Set<String>
    /// Pages and attachments by the first letter of their name, for suggestions.
    private let byInitial: [UInt8: (pages: [String], attachments: [String])]

    init(map: SiteMap, attachments: Set<String>) {
        self.map = map
        self.attachments = attachments
        var byInitial: [UInt8: (pages: [String], attachments: [String])] = [:]
        for file in map.byFile.keys.sorted() {
            byInitial[Links.initial(of: file), default: ([], [])].pages.append(file)
        }
        for file in attachments.sorted() {
            byInitial[Links.initial(of: file), default: ([], [])].attachments.append(file)
        }
        self.byInitial = byInitial
    }

    /// - Parameters:
    ///   - destination: as the author wrote it, entities decoded: a `.md` file, an address, a file, `#anchor` or a URL.
    ///   - page: the page on which the link stands.
    ///   - file: the file in which it was written: the page's own, or a part that the page includes.
    func target(of destination: String, from page: Int, in file: String, at place: Place) -> LinkTarget {
        if destination.isEmpty || Links.hasScheme(destination) || destination.hasPrefix("//") { return .external }
        let (encodedPath, fragment) = Links.split(destination)
        if encodedPath.isEmpty { return .page(page, fragment: fragment) }
        let path = encodedPath.utf8.contains(0x25) ? encodedPath.removingPercentEncoding ?? encodedPath : encodedPath
        let folder = parentFolder(of: file)
        let inSource = path.hasPrefix("/") ? normalized("content" + path) : normalized(folder + "/" + path)
        if let inSource {
            if let found = map.byFile[inSource] { return .page(found, fragment: fragment) }
            if attachments.contains(inSource) { return .attachment(inSource, fragment: fragment) }
        }
        // An address is relative to the page's own address, as in the finished site; relative to the file it may be meant as a folder.
        let address = map.addresses[page].path
        for candidate in [
            normalized(path.hasPrefix("/") ? path : address + path),
            inSource.map { String($0.dropFirst("content/".count)) },
        ] {
            guard var candidate else { continue }
            if candidate.hasSuffix("index.html") { candidate = String(candidate.dropLast("index.html".count)) }
            if !candidate.isEmpty && !candidate.hasSuffix("/") { candidate += "/" }
            if let found = map.byAddress[Address(path: candidate)] { return .page(found, fragment: fragment) }
        }
        return .broken(broken(path, inSource: inSource, folder: folder, at: place))
    }

    private func broken(_ path: String, inSource: String?, folder: String, at place: Place) -> Diagnostic {
        let similar = byInitial[Links.initial(of: path)] ?? ([], [])
        let candidates = path.hasSuffix(".md") ? similar.pages : similar.attachments + similar.pages
        // Only the neighbourhood is searched for a similar name: when a folder was renamed, thousands of links break at once.
        let parent = inSource.map { $0[...($0.lastIndex(of: "/") ?? $0.startIndex)] } ?? ""
        let near =
            candidates.count <= 300 ? candidates : candidates.filter { $0.hasPrefix(parent) } + candidates.prefix(300)
        let match = didYouMean(inSource ?? path, among: near.prefix(300)).map { relativePath(to: $0, from: folder) }
        return Diagnostic(
            .error,
            "link.broken",
            at: place,
            message: Wording(
                en: "there is no page or file \"\(path)\"",
                nl: "er is geen pagina of bestand \"\(path)\""
            ),
            hint: inSource?.hasPrefix("data/") ?? false
                ? Wording(
                    en: "files in data/ are not published; show them with a table or chart, which has a download",
                    nl:
                        "bestanden in data/ worden niet gepubliceerd; toon ze met een tabel of grafiek, die heeft een download"
                )
                : match.map { Wording(en: "did you mean \"\($0)\"?", nl: "bedoelde u \"\($0)\"?") }
                    ?? Wording(
                        en: "links are relative to this file, or to the page's address",
                        nl: "links zijn relatief ten opzichte van dit bestand, of van het adres van de pagina"
                    )
        )
    }

    /// The first byte of a path's last part, in lower case.
    private static func initial(of path: String) -> UInt8 {
        let name = path.utf8[(path.utf8.lastIndex(of: 0x2F).map { path.utf8.index(after: $0) } ?? path.startIndex)...]
        return name.first.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } ?? 0
    }

    static func hasScheme(_ destination: String) -> Bool {
        var length = 0
        for byte in destination.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: length += 1
            case 0x30...0x39, 0x2B, 0x2D, 0x2E:
                if length == 0 { return false }
                length += 1
            case 0x3A: return length > 1
            default: return false
            }
        }
        return false
    }

    /// The path without query, and the fragment.
    static func split(_ destination: String) -> (path: String, fragment: String?) {
        var path = Substring(destination)
        var fragment: String?
        if let hash = path.firstIndex(of: "#") {
            fragment = String(path[path.index(after: hash)...])
            path = path[..<hash]
        }
        if let query = path.firstIndex(of: "?") { path = path[..<query] }
        return (String(path), fragment.flatMap { $0.isEmpty ? nil : $0 })
    }
}
