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
    /// Streams of nothing: no band is drawn for them, but they are data.
    private(set) var zeros: [Link] = []
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
                if cell == .absent { continue }
                let start = node(data.categoryCodes[from], data.categories[from])
                let end = node(data.seriesCodes[to], data.series[to])
                let link = Link(from: start, to: end, cell: cell)
                if cell == .value(0) { zeros.append(link) } else { all.append(link) }
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
        // A node with nothing but streams of nothing stands beside the other end of the first of them.
        var placed = Set(links.flatMap { [$0.from, $0.to] })
        for link in zeros {
            if placed.insert(link.from).inserted {
                nodes[link.from].stage = placed.contains(link.to) ? max(0, nodes[link.to].stage - 1) : 0
            }
            if placed.insert(link.to).inserted { nodes[link.to].stage = nodes[link.from].stage + 1 }
        }
    }

    /// The streams of nothing in words; nil where there are none. A node that has no other streams is named alone.
    func zerosNote(_ format: NumberText, _ words: Words) -> String? {
        if zeros.isEmpty { return nil }
        let drawn = Set(links.flatMap { [$0.from, $0.to] })
        var names: [String] = []
        for link in zeros {
            let name =
                !drawn.contains(link.from)
                ? nodes[link.from].name
                : !drawn.contains(link.to)
                    ? nodes[link.to].name
                    : words(
                        "\(nodes[link.from].name) naar \(nodes[link.to].name)",
                        "\(nodes[link.from].name) to \(nodes[link.to].name)"
                    )
            if !names.contains(name) { names.append(name) }
        }
        if names.count > 9 { names = names.prefix(8) + [words("nog \(names.count - 8)", "\(names.count - 8) more")] }
        return names.map { "\($0): \(format(0))" }.joined(separator: "; ") + "."
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
