// The lines of an organisation chart: where they leave a box, on which track they cross a gap, where they arrive.

/// The part of a relation that lies in the gap above one layer.
struct Run {
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

    /// How often two runs cross when the track of one lies above that of the other.
    static func crossings(above: Run, below: Run) -> Int {
        func crosses(_ x: Double?, _ run: Run) -> Bool {
            x.map { $0 > run.span.lowerBound && $0 < run.span.upperBound } ?? false
        }
        let downward = [above.lower, above.beside].filter { crosses($0, below) }.count
        return downward + (crosses(below.upper, above) ? 1 : 0)
    }

    func points(above: Double, track: Double, below: Double) -> [Point] {
        if let beside {
            return [
                Point(x: beside, y: below), Point(x: beside, y: track), Point(x: lower, y: track),
                Point(x: lower, y: below),
            ]
        }
        guard let upper else { return [] }
        return [
            Point(x: upper, y: above), Point(x: upper, y: track), Point(x: lower, y: track), Point(x: lower, y: below),
        ]
    }
}

extension OrganisationDiagram {
    func runs(into layer: Int) -> [Run] {
        var runs: [Run] = []
        for (index, relation) in graph.relations.enumerated() {
            if let chain = order.chains[index] {
                for (upper, lower) in zip(chain, chain.dropFirst()) where order.layers[layer].contains(lower) {
                    runs.append(Run(relation: index, upper: center(upper), lower: entry(lower, index), beside: nil))
                }
            } else if graph.layers[relation.from] == layer {
                runs.append(
                    Run(
                        relation: index,
                        upper: nil,
                        lower: entry(.body(relation.to), index),
                        beside: entry(.body(relation.from), index)
                    )
                )
            }
        }
        guard layer > 0 else { return runs }
        spreadExits(&runs, from: layer - 1)
        return runs
    }

    func center(_ item: LayerItem) -> Double { placed[item].map { $0.box.x + $0.box.width / 2 } ?? 0 }

    /// Where a relation reaches an item from above.
    private func entry(_ item: LayerItem, _ relation: Int) -> Double {
        placed[item].flatMap { one in one.slots.first { $0.relation == relation }.map { one.box.x + $0.x } }
            ?? center(item)
    }

    /// Spreads the lines that leave one box along its lower edge, in the order of where they go, and keeps them off the lines of others.
    private func spreadExits(_ runs: inout [Run], from layer: Int) {
        var taken = runs.map(\.lower)
        for item in order.layers[layer] {
            guard case .body = item, let box = placed[item]?.box else { continue }
            let leaving = runs.indices.filter { index in
                guard let chain = order.chains[runs[index].relation], let position = chain.firstIndex(of: item) else {
                    return false
                }
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
                let candidates = [0.0, 6, -6, 12, -12, 18, -18].map { wanted + $0 }.filter {
                    $0 > box.x + 6 && $0 < box.maxX - 6
                }
                let free = candidates.first { candidate in taken.allSatisfy { abs($0 - candidate) >= 6 } } ?? wanted
                runs[index].upper = free
                taken.append(free)
            }
        }
    }

    /// Gives every run a track in the gap, so that no two lie on each other and few cross; returns how many tracks there are.
    func assignTracks(_ runs: inout [Run]) -> Int {
        var open = runs.indices.filter { runs[$0].span.upperBound - runs[$0].span.lowerBound >= 0.5 }
        var order: [Int] = []
        // Each time the run that has the fewest others that had better lie above it.
        while !open.isEmpty {
            func better(_ index: Int) -> Int {
                open.reduce(0) { count, other in
                    let saved =
                        Run.crossings(above: runs[index], below: runs[other])
                        - Run.crossings(above: runs[other], below: runs[index])
                    return count + max(0, saved)
                }
            }
            let next = open.min { (better($0), $0) < (better($1), $1) } ?? open[0]
            order.append(next)
            open.removeAll { $0 == next }
        }
        var count = 0
        for (position, index) in order.enumerated() {
            let span = runs[index].span
            let wide = span.lowerBound - 6...span.upperBound + 6
            let track = order[..<position].filter { runs[$0].span.overlaps(wide) }.map { runs[$0].track + 1 }.max() ?? 0
            runs[index].track = track
            count = max(count, track + 1)
        }
        return count
    }

    /// Without points that lie on the straight line between their neighbours.
    func simplified(_ points: some Sequence<Point>) -> [Point] {
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
