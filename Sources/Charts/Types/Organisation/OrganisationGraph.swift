// Bodies and relations as a graph with layers: the top of an organisation above what it steers.

struct OrganisationGraph: Sendable {
    struct Body: Sendable {
        let name: String
        let note: String
    }
    struct Relation: Sendable {
        let from: Int
        let to: Int
        let label: String
    }

    let bodies: [Body]
    let relations: [Relation]
    /// The layer of every body, from 0; no layer between is empty.
    let layers: [Int]

    var layerCount: Int { (layers.max() ?? -1) + 1 }

    init(_ spec: ChartSpec) {
        bodies = spec.bodies.map { Body(name: readable($0.name.text), note: $0.note.map { readable($0.text) } ?? "") }
        var index: [String: Int] = [:]
        for (position, body) in spec.bodies.enumerated() { index[body.id.text] = position }
        relations = spec.relations.compactMap { relation in
            guard let from = index[relation.from.text], let to = index[relation.to.text], from != to else { return nil }
            return Relation(from: from, to: to, label: relation.label.map { readable($0.text) } ?? "")
        }
        layers = Self.layers(spec.bodies.map(\.level), relations)
    }

    /// The author's levels where given; otherwise one below the lowest body that relates to it. Relations that close a circle do not count.
    private static func layers(_ given: [Int?], _ relations: [Relation]) -> [Int] {
        var levels = given.map { $0 ?? 1 }
        let forward = relations.indices.filter { !closesCircle($0, relations, count: given.count) }
        for _ in given.indices {
            var isSettled = true
            for relation in forward.map({ relations[$0] })
            where given[relation.to] == nil && levels[relation.to] <= levels[relation.from] {
                levels[relation.to] = levels[relation.from] + 1
                isSettled = false
            }
            if isSettled { break }
        }
        let used = Array(Set(levels)).sorted()
        return levels.map { level in used.firstIndex(of: level) ?? 0 }
    }

    /// Whether the earlier relations already lead from the end of this one back to its start.
    private static func closesCircle(_ index: Int, _ relations: [Relation], count: Int) -> Bool {
        var reached = [Bool](repeating: false, count: count)
        var open = [relations[index].to]
        while let body = open.popLast() {
            if body == relations[index].from { return true }
            if reached[body] { continue }
            reached[body] = true
            for relation in relations[..<index] where relation.from == body { open.append(relation.to) }
        }
        return false
    }
}
