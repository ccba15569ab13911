// `organisation` on a desk: layers of boxes from top to bottom. Lines run in the gaps between layers and in columns kept free for them,
// so that none can cross a box; every label stands above the box that its line reaches, in a strip of its own.

struct OrganisationDiagram {
    /// A box and the places where lines reach its top.
    private struct Placed {
        var box: Box
        var name: [String] = []
        var note: [String] = []
        var slots: [Slot] = []
    }

    /// A strip above a box for one line and its label.
    private struct Slot {
        let relation: Int
        let label: [String]
        let width: Double
        var x = 0.0
    }

    private let graph: OrganisationGraph
    private let order: LayerOrder
    private let width: Double
    private var placed: [LayerItem: Placed] = [:]

    private static let passWidth = 18.0
    private static let gap = 20.0
    private static let labelStyle = TextStyle.note

    /// Nil where the layers are wider than the drawing.
    init?(_ graph: OrganisationGraph, width: Double) {
        self.graph = graph
        self.width = width
        order = LayerOrder(graph)
        for layer in order.layers.indices where !placeLayer(layer) { return nil }
    }

    // MARK: Boxes

    private mutating func placeLayer(_ layer: Int) -> Bool {
        let items = order.layers[layer]
        let slots = items.map { incoming(to: $0) }
        let needed = slots.map { $0.reduce(16) { $0 + $1.width } }
        func widths(_ least: Double, _ most: Double) -> [Double] {
            items.indices.map { index in
                guard case .body(let body) = items[index] else { return Self.passWidth }
                let name = TextStyle.title.width(of: graph.bodies[body].name) + 24
                let note = graph.bodies[body].note.isEmpty ? 0 : min(TextStyle.note.width(of: graph.bodies[body].note) + 24, most)
                return max(min(max(name, note, least), most), needed[index])
            }
        }
        let gaps = Self.gap * Double(max(0, items.count - 1))
        // Wide boxes first; narrower ones, with more lines of text, where the layer does not fit.
        let candidates = [(132.0, 230.0), (120, 180), (100, 140), (84, 112)].map { widths($0.0, $0.1) }
        guard let chosen = candidates.first(where: { $0.reduce(gaps, +) <= width }) else { return false }
        let total = chosen.reduce(0, +)
        let room = items.count > 1 ? min(56, (width - total) / Double(items.count - 1)) : 0
        var x = (width - total - room * Double(max(0, items.count - 1))) / 2
        for (index, item) in items.enumerated() {
            var one = Placed(box: Box(x: x, y: 0, width: chosen[index], height: 0))
            if case .body(let body) = item {
                one.name = wrapped(graph.bodies[body].name, to: chosen[index] - 20, in: .title, lines: 4)
                if !graph.bodies[body].note.isEmpty { one.note = wrapped(graph.bodies[body].note, to: chosen[index] - 20, in: .note, lines: 5) }
                one.box.height = 18 + Double(one.name.count) * TextStyle.title.lineHeight + Double(one.note.count) * TextStyle.note.lineHeight
                let used = slots[index].reduce(0) { $0 + $1.width }
                // A single unnamed line comes in at the middle.
                var left = x + (chosen[index] - used) / 2
                for slot in slots[index] {
                    var placedSlot = slot
                    placedSlot.x = slot.label.isEmpty ? left + slot.width / 2 : left + 8
                    if slots[index].count == 1, !slot.label.isEmpty, x + chosen[index] / 2 + slot.width <= x + chosen[index] + 8 { placedSlot.x = x + chosen[index] / 2 }
                    one.slots.append(placedSlot)
                    left += slot.width
                }
            }
            placed[item] = one
            x += chosen[index] + room
        }
        let tallest = items.reduce(0) { max($0, placed[$1]?.box.height ?? 0) }
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
            let neighbour = order.chains[index].flatMap { chain in chain.count > 1 ? chain[chain.count - 2] : nil } ?? .body(other)
            let layer = isBeside ? graph.layers[body] : graph.layers[body] - 1
            let place = order.layers[layer].firstIndex(of: neighbour).map { (Double($0) + 0.5) / Double(order.layers[layer].count) } ?? 0.5
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
            drawing.add(.line(LineMark(points: simplified(pointsBack ? route.reversed() : route), kind: .link, hasArrow: true)))
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
        let text = Double(one.name.count) * TextStyle.title.lineHeight + Double(one.note.count) * TextStyle.note.lineHeight
        let start = top + (box.height - text) / 2
        drawing.lines(one.name, x: box.x + box.width / 2, top: start, .title, anchor: .middle)
        drawing.lines(one.note, x: box.x + box.width / 2, top: start + Double(one.name.count) * TextStyle.title.lineHeight, .note, anchor: .middle)
        for slot in one.slots where !slot.label.isEmpty {
            drawing.lines(slot.label, x: slot.x + 7, top: top - 8 - Double(slot.label.count) * Self.labelStyle.lineHeight, Self.labelStyle)
        }
    }

    private func labelLines(_ layer: Int) -> Int {
        order.layers[layer].reduce(0) { most, item in max(most, placed[item]?.slots.reduce(0) { max($0, $1.label.count) } ?? 0) }
    }

    // MARK: Lines

    /// The part of a relation that lies in the gap above one layer.
    private struct Run {
        let relation: Int
        /// Where it comes from the layer above; nil between neighbours.
        var upper: Double?
        let lower: Double
        /// The other end of a relation between neighbours.
        let beside: Double?
        var track = 0

        var span: ClosedRange<Double> {
            let other = upper ?? beside ?? lower
            return min(other, lower)...max(other, lower)
        }

        func points(above: Double, track: Double, below: Double) -> [Point] {
            if let beside { return [Point(x: beside, y: below), Point(x: beside, y: track), Point(x: lower, y: track), Point(x: lower, y: below)] }
            guard let upper else { return [] }
            return [Point(x: upper, y: above), Point(x: upper, y: track), Point(x: lower, y: track), Point(x: lower, y: below)]
        }
    }

    private func runs(into layer: Int) -> [Run] {
        var runs: [Run] = []
        for (index, relation) in graph.relations.enumerated() {
            if let chain = order.chains[index] {
                for (upper, lower) in zip(chain, chain.dropFirst()) where order.layers[layer].contains(lower) {
                    runs.append(Run(relation: index, upper: center(upper), lower: entry(lower, index), beside: nil))
                }
            } else if graph.layers[relation.from] == layer {
                runs.append(Run(relation: index, upper: nil, lower: entry(.body(relation.to), index), beside: entry(.body(relation.from), index)))
            }
        }
        guard layer > 0 else { return runs }
        spreadExits(&runs, from: layer - 1)
        return runs
    }

    private func center(_ item: LayerItem) -> Double { placed[item].map { $0.box.x + $0.box.width / 2 } ?? 0 }

    /// Where a relation reaches an item from above.
    private func entry(_ item: LayerItem, _ relation: Int) -> Double {
        placed[item]?.slots.first { $0.relation == relation }?.x ?? center(item)
    }

    /// Spreads the lines that leave one box along its lower edge, in the order of where they go, and keeps them off the lines of others.
    private func spreadExits(_ runs: inout [Run], from layer: Int) {
        var taken = runs.map(\.lower)
        for item in order.layers[layer] {
            guard case .body = item, let box = placed[item]?.box else { continue }
            let leaving = runs.indices.filter { index in
                guard let chain = order.chains[runs[index].relation], let position = chain.firstIndex(of: item) else { return false }
                return runs[index].upper != nil && position + 1 < chain.count
            }.sorted { (runs[$0].lower, $0) < (runs[$1].lower, $1) }
            for (position, index) in leaving.enumerated() {
                let wanted = box.x + box.width * Double(position + 1) / Double(leaving.count + 1)
                let lower = runs[index].lower
                if leaving.count == 1, lower > box.x + 10, lower < box.maxX - 10 {
                    // Straight down where that is possible.
                    runs[index].upper = lower
                    continue
                }
                let candidates = [0.0, 6, -6, 12, -12, 18, -18].map { wanted + $0 }.filter { $0 > box.x + 6 && $0 < box.maxX - 6 }
                let free = candidates.first { candidate in taken.allSatisfy { abs($0 - candidate) >= 6 } } ?? wanted
                runs[index].upper = free
                taken.append(free)
            }
        }
    }

    /// Gives every run a track in the gap so that no two lie on each other; returns how many tracks there are.
    private func assignTracks(_ runs: inout [Run]) -> Int {
        var tracks: [[ClosedRange<Double>]] = []
        // Short spans first: they end up nearest to their boxes' lower edges and long ones below them.
        let sorted = runs.indices.sorted { (runs[$0].span.upperBound - runs[$0].span.lowerBound, $0) < (runs[$1].span.upperBound - runs[$1].span.lowerBound, $1) }
        for index in sorted {
            let span = runs[index].span
            if span.upperBound - span.lowerBound < 0.5 { continue }
            let wide = span.lowerBound - 6...span.upperBound + 6
            if let free = tracks.firstIndex(where: { $0.allSatisfy { !$0.overlaps(wide) } }) {
                tracks[free].append(span)
                runs[index].track = free
            } else {
                runs[index].track = tracks.count
                tracks.append([span])
            }
        }
        return tracks.count
    }

    /// Without points that lie on the straight line between their neighbours.
    private func simplified(_ points: some Sequence<Point>) -> [Point] {
        var result: [Point] = []
        for point in points {
            if result.last == point { continue }
            if result.count > 1 {
                let (a, b) = (result[result.count - 2], result[result.count - 1])
                if (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y) { result.removeLast() }
            }
            result.append(point)
        }
        return result
    }
}
