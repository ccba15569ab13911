// Annotations of charts whose values run upward: lines and bands at values are named at the right, beside the ends of the lines; moments and arrows
// of a line chart are named above the plot.

struct LineAnnotations {
    struct Label {
        let value: Double
        let lines: [String]
    }
    /// What hangs above the plot; an arrow goes to the value of its series.
    struct Flagged {
        let flag: Flag
        let category: Int
        let series: Int?
    }
    let labels: [Label]
    private let context: ChartContext

    init(_ context: ChartContext, room: Double) {
        self.context = context
        labels = context.spec.annotations.compactMap { annotation in
            guard let range = annotation.range else { return nil }
            return Label(
                value: range.lowerBound / 2 + range.upperBound / 2,
                lines: wrapped(readable(annotation.text.text), to: max(room, 60), in: .note, lines: 4)
            )
        }
    }

    var widest: Double { labels.flatMap(\.lines).reduce(0) { max($0, TextStyle.note.width(of: $1)) } }
    var height: Double { labels.reduce(0) { $0 + Double($1.lines.count) * TextStyle.note.lineHeight } }

    func flagged(_ x: (Int) -> Double) -> [Flagged] {
        context.spec.annotations.compactMap { annotation in
            let (name, series): (Int, Int?)
            switch annotation.target {
            case .line, .band: return nil
            case .moment(let moment):
                guard let category = context.data.category(named: moment) else { return nil }
                (name, series) = (category, nil)
            case .arrow(let point, let wanted):
                guard let category = context.data.category(named: point),
                    let index = context.data.series(named: wanted, of: context.spec),
                    context.data.cell(0, category, index).number != nil
                else { return nil }
                (name, series) = (category, index)
            }
            let flag = Flag(text: readable(annotation.text.text), x: x(name), isArrow: series != nil)
            return Flagged(flag: flag, category: name, series: series)
        }
    }

    func drawBands(plot: Box, _ y: LinearScale, into drawing: inout Drawing) {
        func edge(_ value: Double) {
            let points = [Point(x: plot.x, y: y(value)), Point(x: plot.maxX, y: y(value))]
            drawing.add(.line(LineMark(points: points, kind: .reference, isDashed: true)))
        }
        for range in context.spec.annotations.compactMap(\.range) {
            let (top, bottom) = (y(range.upperBound), y(range.lowerBound))
            if bottom > top {
                let box = Box(x: plot.x, y: top, width: plot.width, height: bottom - top)
                drawing.add(BarMark(box: box, paint: .band))
                edge(range.lowerBound)
            }
            edge(range.upperBound)
        }
    }
}
