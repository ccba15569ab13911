// The nodes and streams of a flow: which stage each node stands in, what goes in and out of it, and where that does not balance.

struct FlowGraph: Sendable {
    struct Node: Sendable {
        let name: String
        var stage = 0
        var incoming = 0.0
        var outgoing = 0.0
        var hasIncoming = false
        var hasOutgoing = false
        /// Streams in or out whose size is not shown.
        var unknown: [ChartCell] = []

        var value: Double { max(incoming, outgoing) }
    }

    struct Link: Sendable {
        let from: Int
        let to: Int
        let cell: ChartCell
        var value: Double { max(0, cell.number ?? 0) }
    }

    private(set) var nodes: [Node] = []
    private(set) var links: [Link] = []
    /// Streams that lead back to where they came from; they are not drawn.
    private(set) var circular: [(from: String, to: String)] = []

    var stageCount: Int { (nodes.map(\.stage).max() ?? -1) + 1 }

    init(_ data: ChartData) {
        var index: [String: Int] = [:]
        func node(_ code: String, _ name: String) -> Int {
            if let known = index[code] { return known }
            index[code] = nodes.count
            nodes.append(Node(name: name))
            return nodes.count - 1
        }
        var all: [Link] = []
        for from in data.categories.indices {
            for to in data.series.indices {
                let cell = data.cell(0, from, to)
                if cell == .absent || cell == .value(0) { continue }
                let start = node(data.categoryCodes[from], data.categories[from])
                let end = node(data.seriesCodes[to], data.series[to])
                all.append(Link(from: start, to: end, cell: cell))
            }
        }
        links = withoutCircles(all)
        for link in links {
            nodes[link.from].hasOutgoing = true
            nodes[link.to].hasIncoming = true
            nodes[link.from].outgoing += link.value
            nodes[link.to].incoming += link.value
            if link.cell.number == nil {
                nodes[link.from].unknown.append(link.cell)
                nodes[link.to].unknown.append(link.cell)
            }
        }
        // Without circles the longest way to a node has fewer steps than there are nodes.
        for _ in nodes.indices {
            var moved = false
            for link in links where nodes[link.to].stage <= nodes[link.from].stage {
                nodes[link.to].stage = nodes[link.from].stage + 1
                moved = true
            }
            if !moved { break }
        }
    }

    /// Leaves out, one by one, the links that would close a circle with those before them.
    private mutating func withoutCircles(_ all: [Link]) -> [Link] {
        var next = [[Int]](repeating: [], count: nodes.count)
        var kept: [Link] = []
        func leads(from start: Int, to goal: Int) -> Bool {
            var seen = Set([start])
            var waiting = [start]
            while let node = waiting.popLast() {
                if node == goal { return true }
                for other in next[node] where seen.insert(other).inserted { waiting.append(other) }
            }
            return false
        }
        for link in all {
            if leads(from: link.to, to: link.from) {
                circular.append((nodes[link.from].name, nodes[link.to].name))
            } else {
                next[link.from].append(link.to)
                kept.append(link)
            }
        }
        return kept
    }

    /// What goes into a node and does not come out of it, or the other way round, in words; nodes with a hidden stream are left out.
    func imbalances(_ format: NumberText, _ words: Words) -> [String] {
        nodes.compactMap { node in
            guard node.hasIncoming, node.hasOutgoing, node.unknown.isEmpty else { return nil }
            let difference = node.incoming - node.outgoing
            guard abs(difference) > node.value * 1e-9 else { return nil }
            return words(
                "\(node.name): \(format(node.incoming)) erin, \(format(node.outgoing)) eruit, een verschil van \(format(abs(difference))).",
                "\(node.name): \(format(node.incoming)) in, \(format(node.outgoing)) out, a difference of \(format(abs(difference)))."
            )
        }
    }
}
