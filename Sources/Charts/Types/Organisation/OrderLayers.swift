// Puts the bodies of each layer in an order that lets few lines cross, and keeps a column free for lines that pass a layer.

/// What stands in a layer: a body, or a line on its way to a lower layer.
enum LayerItem: Hashable, Sendable {
    case body(Int)
    case pass(relation: Int, layer: Int)
}

struct LayerOrder: Sendable {
    private(set) var layers: [[LayerItem]]
    /// For every relation between layers, what it runs through from its upper to its lower end.
    let chains: [Int: [LayerItem]]

    init(_ graph: OrganisationGraph) {
        var layers = [[LayerItem]](repeating: [], count: graph.layerCount)
        for body in graph.bodies.indices { layers[graph.layers[body]].append(.body(body)) }
        var chains: [Int: [LayerItem]] = [:]
        for (index, relation) in graph.relations.enumerated() {
            let ends =
                graph.layers[relation.from] < graph.layers[relation.to]
                ? (relation.from, relation.to) : (relation.to, relation.from)
            let (top, bottom) = (graph.layers[ends.0], graph.layers[ends.1])
            guard top < bottom else { continue }
            let passes = (top + 1..<bottom).map { LayerItem.pass(relation: index, layer: $0) }
            for (offset, pass) in passes.enumerated() { layers[top + 1 + offset].append(pass) }
            chains[index] = [.body(ends.0)] + passes + [.body(ends.1)]
        }
        self.layers = layers
        self.chains = chains
        for _ in 0..<3 {
            for layer in layers.indices.dropFirst() { sort(layer, by: layer - 1) }
            for layer in layers.indices.dropLast().reversed() { sort(layer, by: layer + 1) }
        }
        for layer in layers.indices.dropFirst() { sort(layer, by: layer - 1) }
    }

    /// By the mean place of what each item is tied to in the other layer; what is tied to nothing keeps its place.
    private mutating func sort(_ layer: Int, by other: Int) {
        var places: [LayerItem: Double] = [:]
        for (index, item) in layers[other].enumerated() {
            places[item] = (Double(index) + 0.5) / Double(layers[other].count)
        }
        var sums: [LayerItem: (Double, Int)] = [:]
        for chain in chains.values {
            for (upper, lower) in zip(chain, chain.dropFirst()) {
                for (item, neighbour) in [(upper, lower), (lower, upper)] {
                    guard let place = places[neighbour] else { continue }
                    let (sum, count) = sums[item] ?? (0, 0)
                    sums[item] = (sum + place, count + 1)
                }
            }
        }
        let count = Double(layers[layer].count)
        let keyed = layers[layer].enumerated().map { index, item in
            // Rounded: the order in which a dictionary yields its sums must not decide.
            let mean = sums[item].map { ($0.0 / Double($0.1) * 1e6).rounded() / 1e6 } ?? (Double(index) + 0.5) / count
            return (mean, index, item)
        }
        layers[layer] = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
