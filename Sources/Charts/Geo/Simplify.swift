// Outlines at the size at which they are drawn: what is smaller than a pixel shows nothing and costs bytes.

/// The ring without points that lie nearer than `tolerance` to the line between their neighbours (Douglas–Peucker); at least three points,
/// or none where the whole ring is smaller than a dot.
func simplified(_ ring: [Point], tolerance: Double) -> [Point] {
    guard ring.count > 3 else { return hasArea(ring) ? ring : [] }
    // A ring has no ends: split at the point farthest from the first.
    let far = ring.indices.max { distance(ring[$0], ring[0]) < distance(ring[$1], ring[0]) } ?? 0
    let closed = ring + [ring[0]]
    var keeps = [Bool](repeating: false, count: closed.count)
    for index in [0, far, closed.count - 1] { keeps[index] = true }
    var open = [(0, far), (far, closed.count - 1)]
    while let (from, to) = open.popLast() {
        guard to - from > 1 else { continue }
        var (worst, at) = (tolerance * tolerance, -1)
        for index in from + 1..<to {
            let away = distance(closed[index], from: closed[from], to: closed[to])
            if away > worst { (worst, at) = (away, index) }
        }
        guard at > 0 else { continue }
        keeps[at] = true
        open += [(from, at), (at, to)]
    }
    let kept = closed.indices.dropLast().filter { keeps[$0] }.map { closed[$0] }
    return kept.count >= 3 && hasArea(kept) ? kept : []
}

/// Twice the area of a ring would be its cross product; below a quarter of a square pixel nothing is seen.
private func hasArea(_ ring: [Point]) -> Bool { abs(signedArea(ring)) >= 0.25 }

func signedArea(_ ring: [Point]) -> Double {
    guard let first = ring.first, ring.count > 2 else { return 0 }
    var sum = 0.0
    for index in ring.indices {
        // Relative to the first point: large coordinates would cost digits.
        let a = ring[index]
        let b = ring[(index + 1) % ring.count]
        sum += (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y)
    }
    return sum / 2
}

private func distance(_ a: Point, _ b: Point) -> Double { (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) }

/// The square of the distance from a point to a segment.
func distance(_ point: Point, from a: Point, to b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return distance(point, a) }
    let share = min(max(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0), 1)
    return distance(point, Point(x: a.x + share * dx, y: a.y + share * dy))
}
