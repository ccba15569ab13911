// The pages as a tree: who stands under whom, in which order, what comes before and after.
import Diagnostics

/// The order of pages in the site. Pages are named by their index in `pages`.
struct SiteMap: Sendable {
    let addresses: [Address]
    private(set) var byAddress: [Address: Int] = [:]
    private(set) var byFile: [String: Int] = [:]
    private(set) var parent: [Int?]
    private(set) var children: [[Int]]
    private var order: [Int] = []
    /// The pages before and after each page.
    private var neighbours: [(previous: Int?, next: Int?)]
    /// The index of the home page, where there is one.
    var home: Int? { byAddress[.home] }

    init(_ pages: [SourcePage], findings: inout Findings) {
        addresses = pages.map(\.address)
        parent = Array(repeating: nil, count: pages.count)
        children = Array(repeating: [], count: pages.count)
        neighbours = Array(repeating: (nil, nil), count: pages.count)
        for (index, page) in pages.enumerated() {
            byFile[page.file] = index
            if let first = byAddress[page.address] {
                findings.error(
                    "page.same-address",
                    at: Place(file: page.file, line: 1),
                    en: "this page has the same address as \(pages[first].file): \(page.address.file)",
                    nl: "deze pagina heeft hetzelfde adres als \(pages[first].file): \(page.address.file)",
                    hint: Wording(en: "rename one of the two files", nl: "hernoem een van de twee bestanden")
                )
                continue
            }
            byAddress[page.address] = index
        }
        for index in pages.indices {
            var up = addresses[index].parent
            while let address = up {
                if let found = byAddress[address], found != index {
                    parent[index] = found
                    children[found].append(index)
                    break
                }
                up = address.parent
            }
        }
        let keys = pages.map { ($0.header.order ?? .max, naturalKey($0.address.path)) }
        for index in children.indices {
            children[index].sort { a, b in
                keys[a].0 != keys[b].0 ? keys[a].0 < keys[b].0 : keys[a].1.lexicographicallyPrecedes(keys[b].1)
            }
            if index != home { join(children[index]) }
        }
        if let home {
            // A folder without an index page has no list of its pages: one leads to the next.
            var folders: [String: [Int]] = [:]
            for page in children[home] {
                if let folder = addresses[page].parent, folder != .home {
                    folders[folder.path, default: []].append(page)
                }
            }
            for pages in folders.values { join(pages) }
        }
        var stack = Array(parent.indices.filter { parent[$0] == nil }.reversed())
        while let page = stack.popLast() {
            order.append(page)
            stack.append(contentsOf: children[page].reversed())
        }
    }

    /// The addresses, without their last stroke, of pages under which others stand.
    var folders: [String] {
        addresses.indices.filter { !children[$0].isEmpty && $0 != home }.map { String(addresses[$0].path.dropLast()) }
    }

    /// From the home page down to the page itself.
    func trail(to page: Int) -> [Int] {
        var trail = [page]
        while let up = parent[trail[0]] { trail.insert(up, at: 0) }
        return trail
    }

    /// The pages before and after among its siblings. Pages directly under the home page stand on their own.
    func neighbours(of page: Int) -> (previous: Int?, next: Int?) { neighbours[page] }

    private mutating func join(_ siblings: [Int]) {
        for (previous, next) in zip(siblings, siblings.dropFirst()) {
            neighbours[previous].next = next
            neighbours[next].previous = previous
        }
    }

    /// Every page in reading order: a page, then what stands under it.
    func inReadingOrder() -> [Int] { order }
}

/// A sort key in which digits count as numbers: `2-poh` before `10-ggz`.
private func naturalKey(_ text: String) -> [UInt32] {
    var key: [UInt32] = []
    var number: UInt32?
    for scalar in text.unicodeScalars {
        if let digit = scalar.properties.numericType == .decimal ? UInt32(scalar.value) &- 48 : nil, digit < 10 {
            number = (number ?? 0) &* 10 &+ digit
        } else {
            if let value = number { key += [48, value] }
            number = nil
            key.append(scalar.value)
        }
    }
    if let value = number { key += [48, value] }
    return key
}
