// Where the words of an area go: in the middle of its widest part, if they fit there.

struct Outline: Sendable {
    /// All rings in pixels: outer ones and holes.
    let rings: [[Point]]
    let bounds: Box

    init(_ rings: [[Point]]) {
        self.rings = rings
        let x = extent(of: rings.lazy.joined().map(\.x))
        let y = extent(of: rings.lazy.joined().map(\.y))
        bounds = Box(
            x: x.lowerBound,
            y: y.lowerBound,
            width: x.upperBound - x.lowerBound,
            height: y.upperBound - y.lowerBound
        )
    }

    /// By even-odd, as it is drawn.
    func contains(_ point: Point) -> Bool {
        var isInside = false
        for ring in rings {
            var previous = ring[ring.count - 1]
            for current in ring {
                if (current.y > point.y) != (previous.y > point.y),
                    point.x < (previous.x - current.x) * (point.y - current.y) / (previous.y - current.y) + current.x
                {
                    isInside.toggle()
                }
                previous = current
            }
        }
        return isInside
    }

    /// Whether no border runs through a box that lies inside.
    func contains(_ box: Box) -> Bool {
        guard bounds.contains(box), contains(Point(x: box.x + box.width / 2, y: box.y + box.height / 2)) else {
            return false
        }
        for ring in rings {
            var previous = ring[ring.count - 1]
            for current in ring {
                if crosses(previous, current, box) { return false }
                previous = current
            }
        }
        return true
    }

    /// A point well inside: of a grid over the bounds the one farthest from all borders.
    var center: Point {
        var best = Point(x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2)
        var farthest = -1.0
        let steps = 15
        for row in 1..<steps {
            for column in 1..<steps {
                let point = Point(
                    x: bounds.x + bounds.width * Double(column) / Double(steps),
                    y: bounds.y + bounds.height * Double(row) / Double(steps)
                )
                guard contains(point) else { continue }
                let room = room(at: point)
                if room > farthest { (farthest, best) = (room, point) }
            }
        }
        return best
    }

    /// The place for a label of this size nearest to the middle, or nil where it fits nowhere.
    func place(
        width: Double,
        height: Double,
        around middle: Point,
        isFree: (Box) -> Bool = { _ in true }
    ) -> Point? {
        guard width <= bounds.width, height <= bounds.height else { return nil }
        var candidates = [middle]
        let steps = 9
        for row in 1..<steps {
            for column in 1..<steps {
                candidates.append(
                    Point(
                        x: bounds.x + bounds.width * Double(column) / Double(steps),
                        y: bounds.y + bounds.height * Double(row) / Double(steps)
                    )
                )
            }
        }
        func away(_ point: Point) -> Double {
            (point.x - middle.x) * (point.x - middle.x) + (point.y - middle.y) * (point.y - middle.y)
        }
        return candidates.sorted { away($0) < away($1) }.first {
            let box = Box(x: $0.x - width / 2, y: $0.y - height / 2, width: width, height: height)
            return contains(box) && isFree(box)
        }
    }

    private func room(at point: Point) -> Double {
        var least = Double.infinity
        for ring in rings {
            var previous = ring[ring.count - 1]
            for current in ring {
                least = min(least, distance(point, from: previous, to: current))
                previous = current
            }
        }
        return least
    }
}

/// Whether a segment touches a box (Liang–Barsky).
func crosses(_ a: Point, _ b: Point, _ box: Box) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    for (delta, low, high) in [
        (b.x - a.x, box.x - a.x, box.maxX - a.x), (b.y - a.y, box.y - a.y, box.maxY - a.y),
    ] {
        if delta == 0 {
            if low > 0 || high < 0 { return false }
        } else {
            enter = max(enter, min(low / delta, high / delta))
            leave = min(leave, max(low / delta, high / delta))
        }
    }
    return enter <= leave
}
