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
        let sweeps = layers.dropFirst().map { ($0, $0 - 1) } + layers.dropLast().reversed().map { ($0, $0 + 1) } + layers.dropFirst().map { ($0, $0 - 1) }
        for (layer, other) in sweeps {
            var wanted: [LayerItem: Double] = [:]
            for item in order.layers[layer] {
                let centers = (ties[item] ?? []).filter(order.layers[other].contains).map(center)
                if !centers.isEmpty { wanted[item] = centers.reduce(0, +) / Double(centers.count) }
            }
            placeLayer(layer, wanted: wanted)
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
