// A small line without axes: how a figure came to be what it is.

/// Draws the values along x in a box. A gap stays a gap; the last value has a dot.
struct History {
    let positions: [Double]
    let values: [Double?]
    let domain: ClosedRange<Double>

    func draw(in box: Box, paint: Paint, into drawing: inout Drawing) {
        let x = LinearScale(extent(of: positions), from: box.x + 4, to: box.maxX - 4)
        let y = LinearScale(domain, from: box.maxY - 4, to: box.y + 4)
        drawing.plots.append(box)
        var run: [Point] = []
        var last: Point?
        func endRun(_ drawing: inout Drawing) {
            if run.count > 1 { drawing.add(.line(LineMark(points: run, kind: .series(paint)))) }
            if run.count == 1 { drawing.add(.point(PointMark(center: run[0], radius: 2, paint: paint))) }
            run = []
        }
        for (position, value) in zip(positions, values) {
            guard let value else {
                endRun(&drawing)
                continue
            }
            let point = Point(x: x(position), y: y(value))
            run.append(point)
            last = point
        }
        endRun(&drawing)
        if let last { drawing.add(.point(PointMark(center: last, radius: 4, paint: paint))) }
    }
}
