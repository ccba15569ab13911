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
    case broken(BrokenLink)
}

/// A link that leads nowhere.
struct BrokenLink: Sendable {
    /// As it was written, without its fragment.
    var path: String
    /// From the programme's folder; nil where that leads out of it.
    var inSource: String?
    /// In which it was written.
    var folder: String
    var place: Place
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
        let path = composed(
            encodedPath.utf8.contains(0x25) ? encodedPath.removingPercentEncoding ?? encodedPath : encodedPath
        )
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
        return .broken(BrokenLink(path: path, inSource: inSource, folder: folder, place: place))
    }

    /// The finding about a link that leads nowhere, with what may have been meant.
    func report(_ link: BrokenLink, findings: inout Findings) {
        findings.error(
            "link.broken",
            at: link.place,
            en: "there is no page or file \"\(link.path)\"",
            nl: "er is geen pagina of bestand \"\(link.path)\"",
            hint: hint(for: link)
        )
    }

    private func hint(for link: BrokenLink) -> Wording {
        if link.inSource?.hasPrefix("data/") ?? false {
            return Wording(
                en: "files in data/ are not published; show them with a table or chart, which has a download",
                nl:
                    "bestanden in data/ worden niet gepubliceerd; toon ze met een tabel of grafiek, die heeft een download"
            )
        }
        return match(for: link).map { Wording(en: "did you mean \"\($0)\"?", nl: "bedoelde u \"\($0)\"?") }
            ?? Wording(
                en: "links are relative to this file, or to the page's address",
                nl: "links zijn relatief ten opzichte van dit bestand, of van het adres van de pagina"
            )
    }

    /// Only the neighbourhood is searched for a similar name: when a folder was renamed, thousands of links break at once.
    private static let mostCompared = 300

    private func match(for link: BrokenLink) -> String? {
        let similar = byInitial[Links.initial(of: link.path)] ?? ([], [])
        let lists = link.path.hasSuffix(".md") ? [similar.pages] : [similar.attachments, similar.pages]
        let parent = link.inSource.map { String($0[...($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? ""
        var near: [String] = []
        if lists.reduce(0, { $0 + $1.count }) <= Self.mostCompared {
            near = lists.flatMap { $0 }
        } else {
            near = lists.flatMap { Links.names(in: $0, from: parent, atMost: Self.mostCompared) }
            near += lists.flatMap { $0.prefix(Self.mostCompared) }
        }
        return didYouMean(link.inSource ?? link.path, among: near.prefix(Self.mostCompared)).map {
            relativePath(to: $0, from: link.folder)
        }
    }

    /// Those of sorted names that begin with `prefix`.
    private static func names(in names: [String], from prefix: String, atMost most: Int) -> ArraySlice<String> {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < prefix { low = middle + 1 } else { high = middle }
        }
        return names[low...].prefix(most).prefix { $0.hasPrefix(prefix) }
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
