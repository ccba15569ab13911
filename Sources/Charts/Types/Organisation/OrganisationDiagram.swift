// `organisation` on a desk: layers of boxes from top to bottom. Lines run in the gaps between layers and in columns kept free for them,
// so that none can cross a box; every label stands above the box that its line reaches, in a strip of its own.

struct OrganisationDiagram {
    /// A box and the places where lines reach its top.
    struct Placed {
        var box: Box
        var name: [String] = []
        var note: [String] = []
        var slots: [Slot] = []
    }

    /// A strip above a box for one line and its label.
    struct Slot {
        let relation: Int
        let label: [String]
        let width: Double
        /// Where the line enters, from the left edge of the box.
        var x = 0.0
    }

    let graph: OrganisationGraph
    let order: LayerOrder
    let width: Double
    var placed: [LayerItem: Placed] = [:]

    private static let passWidth = 18.0
    static let gap = 20.0
    private static let labelStyle = TextStyle.note

    /// Nil where the layers are wider than the drawing.
    init?(_ graph: OrganisationGraph, width: Double) {
        self.graph = graph
        self.width = width
        order = LayerOrder(graph)
        for layer in order.layers.indices where !sizeLayer(layer) { return nil }
        alignLayers()
    }

    // MARK: Boxes

    /// Chooses the widths of the boxes in a layer; false where they do not fit.
    private mutating func sizeLayer(_ layer: Int) -> Bool {
        let items = order.layers[layer]
        let slots = items.map { incoming(to: $0) }
        let needed = slots.map { $0.reduce(16) { $0 + $1.width } }
        func widths(_ least: Double, _ most: Double) -> [Double] {
            items.indices.map { index in
                guard case .body(let body) = items[index] else { return Self.passWidth }
                let name = TextStyle.title.width(of: graph.bodies[body].name) + 24
                let note =
                    graph.bodies[body].note.isEmpty
                    ? 0 : min(TextStyle.note.width(of: graph.bodies[body].note) + 24, most)
                return max(min(max(name, note, least), most), needed[index])
            }
        }
        let gaps = Self.gap * Double(max(0, items.count - 1))
        // Wide boxes first; narrower ones, with more lines of text, where the layer does not fit.
        let candidates = [(132.0, 230.0), (120, 180), (100, 140), (84, 112)].map { widths($0.0, $0.1) }
        guard let chosen = candidates.first(where: { $0.reduce(gaps, +) <= width }) else { return false }
        var tallest = 0.0
        // No two boxes of a layer read the same.
        let names = namesApart(items.map { if case .body(let body) = $0 { graph.bodies[body].name } else { "" } }) {
            wrapped($1, to: max(chosen[$0] - 20, 20), in: .title, lines: 4).joined(separator: " ")
        }
        for (index, item) in items.enumerated() {
            var one = Placed(box: Box(x: 0, y: 0, width: chosen[index], height: 0))
            if case .body(let body) = item {
                one.name = wrapped(names[index], to: chosen[index] - 20, in: .title, lines: 4)
                if !graph.bodies[body].note.isEmpty {
                    one.note = wrapped(graph.bodies[body].note, to: chosen[index] - 20, in: .note, lines: 5)
                }
                tallest = max(
                    tallest,
                    18 + Double(one.name.count) * TextStyle.title.lineHeight + Double(one.note.count)
                        * TextStyle.note.lineHeight
                )
                var left = (chosen[index] - slots[index].reduce(0) { $0 + $1.width }) / 2
                for slot in slots[index] {
                    var slot = slot
                    slot.x = slot.label.isEmpty ? left + slot.width / 2 : left + 8
                    // A single line comes in at the middle where its label leaves room for that.
                    if slots[index].count == 1, slot.width <= chosen[index] / 2 + 8 { slot.x = chosen[index] / 2 }
                    one.slots.append(slot)
                    left += slot.width
                }
            }
            placed[item] = one
        }
        for item in items { placed[item]?.box.height = tallest }
        return true
    }

    /// One slot for each line that reaches the body from above or from a body beside it.
    private func incoming(to item: LayerItem) -> [Slot] {
        guard case .body(let body) = item else { return [] }
        var slots: [(place: Double, slot: Slot)] = []
        for (index, relation) in graph.relations.enumerated() where relation.from == body || relation.to == body {
            let other = relation.from == body ? relation.to : relation.from
            let isBeside = graph.layers[other] == graph.layers[body]
            guard isBeside || graph.layers[other] < graph.layers[body] else { continue }
            // Between neighbours the label stands at the end that the relation points to.
            let hasLabel = !relation.label.isEmpty && (!isBeside || relation.to == body)
            let label = hasLabel ? wrapped(relation.label, to: 112, in: Self.labelStyle, lines: 3) : []
            let width = label.reduce(0) { max($0, Self.labelStyle.width(of: $1)) }
            // From left to right as the other ends lie, so that lines to one box do not cross each other.
            let neighbour =
                order.chains[index].flatMap { chain in chain.count > 1 ? chain[chain.count - 2] : nil } ?? .body(other)
            let layer = isBeside ? graph.layers[body] : graph.layers[body] - 1
            let place =
                order.layers[layer].firstIndex(of: neighbour).map {
                    (Double($0) + 0.5) / Double(order.layers[layer].count)
                } ?? 0.5
            slots.append((place, Slot(relation: index, label: label, width: label.isEmpty ? 22 : width + 24)))
        }
        return slots.sorted { ($0.place, $0.slot.relation) < ($1.place, $1.slot.relation) }.map(\.slot)
    }

    // MARK: Drawing

    func draw() -> Drawing {
        var drawing = Drawing(width: width)
        var routes = [[Point]](repeating: [], count: graph.relations.count)
        var tops: [Double] = []
        var y = 0.0
        for layer in order.layers.indices {
            var runs = runs(into: layer)
            let tracks = assignTracks(&runs)
            let labelHeight = Double(labelLines(layer)) * Self.labelStyle.lineHeight
            if !runs.isEmpty {
                let start = y + (layer == 0 ? 4 : 14)
                let bottom = start + Double(tracks) * 10 + max(labelHeight + 10, 18)
                for run in runs {
                    let track = start + Double(run.track) * 10 + 2
                    let points = run.points(above: y, track: track, below: bottom)
                    routes[run.relation] += points
                }
                y = bottom
            } else if layer > 0 {
                y += 24
            }
            tops.append(y)
            y += order.layers[layer].first.flatMap { placed[$0]?.box.height } ?? 0
        }
        for (index, route) in routes.enumerated() where route.count > 1 {
            let relation = graph.relations[index]
            // Routes run downward, or from the first to the second neighbour; the arrow stands at the end that is meant.
            let pointsBack = graph.layers[relation.from] > graph.layers[relation.to]
            drawing.add(
                .line(LineMark(points: simplified(pointsBack ? route.reversed() : route), kind: .link, hasArrow: true))
            )
        }
        for (layer, items) in order.layers.enumerated() {
            for item in items { drawBox(item, top: tops[layer], into: &drawing) }
        }
        drawing.height = y + 2
        drawing.plots = [Box(x: 0, y: 0, width: width, height: drawing.height)]
        return drawing
    }

    private func drawBox(_ item: LayerItem, top: Double, into drawing: inout Drawing) {
        guard case .body = item, let one = placed[item] else { return }
        var box = one.box
        box.y = top
        // The stroke of a box lies half outside it.
        drawing.add(.frame(FrameMark(box: Box(x: box.x + 1, y: box.y, width: box.width - 2, height: box.height))))
        let text =
            Double(one.name.count) * TextStyle.title.lineHeight + Double(one.note.count) * TextStyle.note.lineHeight
        let start = top + (box.height - text) / 2
        drawing.lines(one.name, x: box.x + box.width / 2, top: start, .title, anchor: .middle)
        drawing.lines(
            one.note,
            x: box.x + box.width / 2,
            top: start + Double(one.name.count) * TextStyle.title.lineHeight,
            .note,
            anchor: .middle
        )
        for slot in one.slots where !slot.label.isEmpty {
            drawing.lines(
                slot.label,
                x: box.x + slot.x + 7,
                top: top - 8 - Double(slot.label.count) * Self.labelStyle.lineHeight,
                Self.labelStyle
            )
        }
    }

    private func labelLines(_ layer: Int) -> Int {
        order.layers[layer].reduce(0) { most, item in
            max(most, placed[item]?.slots.reduce(0) { max($0, $1.label.count) } ?? 0)
        }
    }
}
