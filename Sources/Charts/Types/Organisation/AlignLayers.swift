// Places the boxes of an organisation chart from left to right, so that lines can run straight down where possible.

extension OrganisationDiagram {
    /// Moves the boxes of each layer towards what they are tied to: down, up and down again.
    mutating func alignLayers() {
        for layer in order.layers.indices { placeLayer(layer, wanted: [:]) }
        var ties: [LayerItem: [LayerItem]] = [:]
        for index in graph.relations.indices {
            guard let chain = order.chains[index] else { continue }
            for (upper, lower) in zip(chain, chain.dropFirst()) {
                ties[upper, default: []].append(lower)
                ties[lower, default: []].append(upper)
            }
        }
        let layers = order.layers.indices
        let sweeps =
            layers.dropFirst().map { ($0, $0 - 1) } + layers.dropLast().reversed().map { ($0, $0 + 1) }
            + layers.dropFirst().map { ($0, $0 - 1) }
        for (layer, other) in sweeps {
            var wanted: [LayerItem: Double] = [:]
            for item in order.layers[layer] {
                let centers = (ties[item] ?? []).filter(order.layers[other].contains).map(center)
                if !centers.isEmpty { wanted[item] = centers.reduce(0, +) / Double(centers.count) }
            }
            placeLayer(layer, wanted: wanted)
        }
        centreAll()
        straightenEntries()
    }

    /// Moves the whole diagram to the middle of the drawing.
    private mutating func centreAll() {
        let left = placed.values.reduce(width) { min($0, $1.box.x) }
        let right = placed.values.reduce(0) { max($0, $1.box.maxX) }
        for item in placed.keys { placed[item]?.box.x += (width - right - left) / 2 }
    }

    /// Where a single line leaves one box and is the only one to reach another, it comes in as near as can be below the middle of the first.
    private mutating func straightenEntries() {
        for (index, chain) in order.chains {
            guard chain.count > 1, let upper = placed[chain[chain.count - 2]],
                let lower = placed[chain[chain.count - 1]]
            else { continue }
            guard lower.slots.count == 1, lower.slots[0].relation == index else { continue }
            let leaving = order.chains.values.filter { $0.dropLast().contains(chain[chain.count - 2]) }.count
            guard leaving == 1 else { continue }
            let slot = lower.slots[0]
            let last = slot.label.isEmpty ? lower.box.width - 10 : lower.box.width - slot.width + 8
            let wanted = upper.box.x + upper.box.width / 2 - lower.box.x
            placed[chain[chain.count - 1]]?.slots[0].x = min(max(wanted, 8), max(last, 8))
        }
    }

    /// Places the items of a layer near where they want to be, in their order; those that want nothing are spread evenly.
    private mutating func placeLayer(_ layer: Int, wanted: [LayerItem: Double]) {
        let items = order.layers[layer]
        let widths = items.map { placed[$0]?.box.width ?? 0 }
        let room = items.count > 1 ? min(56, (width - widths.reduce(0, +)) / Double(items.count - 1)) : 0
        var x = (width - widths.reduce(0, +) - room * Double(max(0, items.count - 1))) / 2
        var centers: [Double] = []
        for (index, item) in items.enumerated() {
            centers.append(wanted[item] ?? x + widths[index] / 2)
            x += widths[index] + room
        }
        let gap = min(Self.gap, max(0, room))
        let lefts = spread(centers: centers, heights: widths.map { $0 + gap }, within: -gap / 2...width + gap / 2)
        for (index, item) in items.enumerated() { placed[item]?.box.x = lefts[index] + gap / 2 }
    }
}
