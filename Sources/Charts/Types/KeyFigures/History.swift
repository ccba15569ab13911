// A small line without axes: how a figure came to be what it is.

/// Draws the values along x in a box. A gap stays a gap; the last value has a dot. Moments that are not those of this line are left out.
struct History {
    /// The first and the last position of all lines that are to be compared.
    let span: ClosedRange<Double>
    private let moments: [(position: Double, value: Double?)]
    let domain: ClosedRange<Double>

    init(positions: [Double], cells: [ChartCell], domain: ClosedRange<Double>) {
        span = extent(of: positions)
        moments = zip(positions, cells).compactMap { $1 == .absent ? nil : ($0, $1.number) }
        self.domain = domain
    }

    func draw(in box: Box, paint: Paint, into drawing: inout Drawing) {
        let x = LinearScale(span, from: box.x + 4, to: box.maxX - 4)
        let y = LinearScale(domain, from: box.maxY - 4, to: box.y + 4)
        drawing.plots.append(box)
        var run: [Point] = []
        var last: Point?
        func endRun(_ drawing: inout Drawing) {
            if run.count > 1 { drawing.add(.line(LineMark(points: run, kind: .series(paint)))) }
            if run.count == 1 { drawing.add(.point(PointMark(center: run[0], radius: 2, paint: paint))) }
            run = []
        }
        for (position, value) in moments {
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
