// The pages as a tree: who stands under whom, in which order, what comes before and after.
import Diagnostics

/// The order of pages in the site. Pages are named by their index in `pages`.
struct SiteMap: Sendable {
    let addresses: [Address]
    private(set) var byAddress: [Address: Int] = [:]
    private(set) var byFile: [String: Int] = [:]
    private(set) var parent: [Int?]
    private(set) var children: [[Int]]
    /// The index of the home page, where there is one.
    var home: Int? { byAddress[.home] }

    init(_ pages: [SourcePage], findings: inout Findings) {
        addresses = pages.map(\.address)
        parent = Array(repeating: nil, count: pages.count)
        children = Array(repeating: [], count: pages.count)
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
    func neighbours(of page: Int) -> (previous: Int?, next: Int?) {
        guard let parent = parent[page], parent != home else { return (nil, nil) }
        let siblings = children[parent]
        guard let position = siblings.firstIndex(of: page) else { return (nil, nil) }
        return (
            position > 0 ? siblings[position - 1] : nil, position + 1 < siblings.count ? siblings[position + 1] : nil
        )
    }

    /// Every page in reading order: a page, then what stands under it.
    func inReadingOrder() -> [Int] {
        var order: [Int] = []
        var stack = Array(parent.indices.filter { parent[$0] == nil }.reversed())
        while let page = stack.popLast() {
            order.append(page)
            stack.append(contentsOf: children[page].reversed())
        }
        return order
    }
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
