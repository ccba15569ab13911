// Lines and bands at values of lying bars: behind the bars, with their texts above the plot.

struct BarAnnotations {
    let flags: Flags
    private let marks: [(from: Double, to: Double)]

    init(_ context: ChartContext, scale: LinearScale) {
        var flags: [Flag] = []
        var marks: [(from: Double, to: Double)] = []
        for annotation in context.spec.annotations {
            let (from, to): (Double, Double)
            switch annotation.target {
            case .line(let value): (from, to) = (scale(value), scale(value))
            case .band(let range): (from, to) = (scale(range.lowerBound), scale(range.upperBound))
            case .moment, .arrow: continue
            }
            marks.append((from, to))
            flags.append(Flag(text: readable(annotation.text.text), x: from, isArrow: false))
        }
        self.marks = marks
        self.flags = Flags(flags, width: context.width)
    }

    func draw(top: Double, plot: Box, into drawing: inout Drawing) {
        for (from, to) in marks where to > from {
            drawing.add(
                BarMark(
                    box: Box(x: from, y: plot.y, width: to - from, height: plot.height),
                    paint: .band,
                    isHatched: false
                )
            )
            let end = [Point(x: to, y: plot.y), Point(x: to, y: plot.maxY)]
            drawing.add(.line(LineMark(points: end, kind: .reference, isDashed: true)))
        }
        flags.draw(top: top, targets: marks.map { _ in plot.maxY }, into: &drawing)
    }
}
