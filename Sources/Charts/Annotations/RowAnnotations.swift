// Annotations of charts whose values run from left to right: lines and bands behind the marks, their texts above the plot or, where
// panels share them, below the drawing; arrows beside the marks.

struct RowAnnotations {
    /// The texts above the plot.
    let flags: Flags
    private let context: ChartContext
    private let hasPanels: Bool
    private let ranges: [ClosedRange<Double>]

    init(_ context: ChartContext, x: (Double) -> Double) {
        self.context = context
        hasPanels = context.spec.split == .panels
        let atValues = context.spec.annotations.filter { $0.range != nil }
        ranges = atValues.compactMap(\.range)
        let flags = hasPanels ? [] : atValues
        self.flags = Flags(
            zip(flags, ranges).map { Flag(text: readable($0.text.text), x: x($1.lowerBound), isArrow: false) },
            width: context.width
        )
    }

    /// - Parameter top: where the room for the texts begins.
    func draw(top: Double, in plot: Box, x: (Double) -> Double, into drawing: inout Drawing) {
        func edge(_ value: Double) {
            let points = [Point(x: x(value), y: plot.y), Point(x: x(value), y: plot.maxY)]
            drawing.add(.line(LineMark(points: points, kind: .reference, isDashed: true)))
        }
        for range in ranges {
            let (from, to) = (x(range.lowerBound), x(range.upperBound))
            if to > from {
                let box = Box(x: from, y: plot.y, width: to - from, height: plot.height)
                drawing.add(BarMark(box: box, paint: .band))
                edge(range.upperBound)
            }
            // The text of a single plot brings its own line.
            if hasPanels { edge(range.lowerBound) }
        }
        flags.draw(top: top, targets: ranges.map { _ in plot.maxY }, into: &drawing)
    }

    /// Arrows from the right to the end of a mark, with their text. Returns the texts for which there is no room, with the name of their mark.
    ///
    /// - Parameters:
    ///   - panel: the panel that is drawn, where there are any.
    ///   - limit: how far to the right texts may go.
    ///   - end: where the mark of a category and series ends, and what stands beside it; nil where nothing is drawn.
    func drawArrows(
        panel: Int? = nil,
        limit: Double,
        into drawing: inout Drawing,
        end: (_ category: Int, _ series: Int) -> Point?
    ) -> [String] {
        var taken = Set<Double>()
        var unplaced: [String] = []
        for annotation in context.spec.annotations {
            guard case .arrow(let name, let wanted) = annotation.target,
                let category = context.data.category(named: name),
                let series = context.data.series(named: wanted, of: context.spec),
                !hasPanels || series == panel ?? 0
            else { continue }
            let text = readable(annotation.text.text)
            guard let end = end(category, series), end.x + 32 + TextStyle.note.width(of: text) <= limit,
                taken.insert(end.y).inserted
            else {
                let mark = [context.data.categories[category], wanted == nil ? "" : context.data.series[series]]
                unplaced.append("\(mark.filter { !$0.isEmpty }.joined(separator: ", ")): \(text)")
                continue
            }
            let points = [Point(x: end.x + 28, y: end.y), Point(x: end.x + 6, y: end.y)]
            drawing.add(.line(LineMark(points: points, kind: .reference, hasArrow: true)))
            drawing.lines([text], x: end.x + 32, middle: end.y, .note)
        }
        return unplaced
    }

    /// What the lines in panels mean.
    var notes: [String] {
        guard hasPanels else { return [] }
        let description = Description(spec: context.spec, data: context.data, words: context.words)
        return context.spec.annotations.filter { $0.range != nil }.map { description.sentence($0) }
    }
}
