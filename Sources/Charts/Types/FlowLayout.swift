// Places the nodes of a flow: stages from left to right, nodes above each other with room for their labels, streams past a stage between them.

struct FlowLayout: Sendable {
    /// A node, or the way of a stream through a stage in which it has no node.
    struct Item: Sendable {
        var node: Int?
        var link: Int?
        var value: Double
        /// The least height that its label needs.
        var labelHeight: Double
        var top = 0.0
        /// From the top of its room to the top of its mark.
        var inset = 0.0
        var height = 0.0
        var middle: Double { top + inset + height / 2 }
    }

    private(set) var stages: [[Item]]
    private(set) var height = 0.0
    static let gap = 10.0

    /// - Parameter labelHeights: the height of each node's label.
    init(_ graph: FlowGraph, labelHeights: [Double], least: Double) {
        stages = Array(repeating: [], count: graph.stageCount)
        for (index, node) in graph.nodes.enumerated() {
            stages[node.stage].append(Item(node: index, value: node.value, labelHeight: labelHeights[index]))
        }
        for (index, link) in graph.links.enumerated() {
            let (from, to) = (graph.nodes[link.from].stage, graph.nodes[link.to].stage)
            for stage in from..<to where stage > from {
                stages[stage].append(Item(link: index, value: link.value, labelHeight: 0))
            }
        }
        place(least: least)
        order(graph)
        place(least: least)
    }

    /// Where a link passes: its items from stage to stage, ends included.
    func path(of index: Int, _ link: FlowGraph.Link) -> [(stage: Int, item: Item)] {
        stages.enumerated().flatMap { stage, items in
            items.filter { $0.node == link.from || $0.node == link.to || $0.link == index }.map { (stage, $0) }
        }
    }

    /// Heights in one measure for all stages: as much as the fullest stage leaves beside its labels and gaps.
    private mutating func place(least: Double) {
        func room(_ items: [Item], _ unit: Double) -> Double {
            items.reduce(0) { $0 + max($1.value * unit, $1.labelHeight) + Self.gap }
        }
        let largest = stages.map { $0.reduce(0) { $0 + $1.value } }.max() ?? 0
        let unit = largest > 0 && largest.isFinite ? least / largest : 0
        height = max(stages.map { room($0, unit) }.max() ?? 0, 40)
        for stage in stages.indices {
            // What is left over is shared out between the nodes.
            let spare = (height - room(stages[stage], unit)) / Double(max(stages[stage].count, 1))
            var top = 0.0
            for index in stages[stage].indices {
                let item = stages[stage][index]
                let mark = item.value * unit
                let slot = max(mark, item.labelHeight) + Self.gap + spare
                stages[stage][index].top = top
                stages[stage][index].height = mark
                stages[stage][index].inset = (slot - mark) / 2
                top += slot
            }
        }
    }

    /// Puts every item near those it is joined to, going back and forth a few times: fewer streams cross.
    private mutating func order(_ graph: FlowGraph) {
        var joined = [[Int]](repeating: [], count: graph.nodes.count)
        for (index, link) in graph.links.enumerated() {
            joined[link.from].append(index)
            joined[link.to].append(index)
        }
        for round in 0..<6 {
            let forward = round.isMultiple(of: 2)
            let sequence = forward ? Array(stages.indices.dropFirst()) : stages.indices.dropLast().reversed()
            for stage in sequence {
                let beside = stages[forward ? stage - 1 : stage + 1]
                var places = [Int?](repeating: nil, count: graph.links.count)
                for (place, item) in beside.enumerated() {
                    for link in links(of: item, joined) { places[link] = place }
                }
                var keys: [Double] = []
                for item in stages[stage] {
                    var sum = 0.0
                    var weight = 0.0
                    for link in links(of: item, joined) {
                        guard let other = places[link] else { continue }
                        let share = max(graph.links[link].value, 1e-12)
                        sum += Double(other) / Double(beside.count) * share
                        weight += share
                    }
                    keys.append(weight > 0 ? sum / weight : 2)
                }
                let order = stages[stage].indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
                stages[stage] = order.map { stages[stage][$0] }
            }
        }
    }

    /// The streams that an item has to do with.
    private func links(of item: Item, _ joined: [[Int]]) -> [Int] {
        item.link.map { [$0] } ?? item.node.map { joined[$0] } ?? []
    }
}
