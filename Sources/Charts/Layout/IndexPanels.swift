// What `index-bars` and `index-dots` share: how scores are read, one plot or small multiples, annotations in them and the notes below.

struct IndexPanels: Sendable {
    let context: ChartContext
    let reading: IndexReading
    let format: NumberText
    let grid: PanelGrid
    /// Few enough categories to write each value beside its mark.
    let isFew: Bool

    /// Sizes that differ between few categories and many.
    struct Sizes { let mark, gap, leastPanel: Double }

    init(_ context: ChartContext, labelShare: Double, few: Sizes, many: Sizes) {
        self.context = context
        let data = context.data
        format = context.format()
        reading = IndexReading(data.origin?.index, words: context.words, format: format)
        isFew = data.categories.count <= ChartContext.mostDirectValues
        let sizes = isFew ? few : many
        let rows = CategoryRows(
            data.categories,
            in: context.width,
            share: labelShare,
            mark: sizes.mark,
            gap: sizes.gap
        )
        grid = PanelGrid(context, rows: rows, least: sizes.leastPanel)
    }

    /// All values, the base and what annotations mark; never empty.
    var domain: ClosedRange<Double> {
        let domain = extent(of: context.data.values + context.spec.annotatedValues, including: reading.base)
        return domain.lowerBound < domain.upperBound
            ? domain : domain.lowerBound...domain.upperBound + max(1, abs(reading.base))
    }

    /// - Parameter scale: from values to pixels, for a plot that begins at this x.
    func annotations(scale: (Double) -> LinearScale) -> RowAnnotations {
        let scale = scale(grid.rows.labelWidth)
        return RowAnnotations(context) { scale($0) }
    }

    /// Draws the panels and what is said below them. Returns where all ends.
    ///
    /// - Parameters:
    ///   - valueRoom: the part of each plot at the right that is kept for numbers.
    ///   - notes: what stands below the panels beside the meaning of signs.
    ///   - end: where a mark ends at the right, with what stands beside it.
    ///   - panel: draws one panel, and returns where it ends.
    func draw(
        into drawing: inout Drawing,
        top: Double,
        valueRoom: Double = 0,
        notes own: [String] = [],
        scale: (Double) -> LinearScale,
        end: (_ category: Int, _ panel: Int, LinearScale) -> Double,
        panel: (Int, Box, LinearScale, inout Drawing) -> Double
    ) -> Double {
        let annotations = annotations(scale: scale)
        var notes: [String] = []
        let y = grid.draw(into: &drawing, top: top + annotations.flags.height) { index, whole, drawing in
            let plot = Box(x: whole.x, y: whole.y, width: whole.width - valueRoom, height: whole.height)
            let scale = scale(plot.x)
            annotations.draw(top: top, in: plot, x: { scale($0) }, into: &drawing)
            let bottom = panel(index, plot, scale, &drawing)
            notes += annotations.drawArrows(panel: index, limit: plot.maxX, into: &drawing) { category, _ in
                Point(x: end(category, index, scale), y: plot.y + grid.rows.middle(category))
            }
            return bottom
        }
        let shown = context.data.cells.first.map { Array($0.joined()) } ?? []
        notes += annotations.notes + own + [context.words.signs(in: shown)].compactMap { $0 }
        return notes.isEmpty ? y : drawing.notes(notes, top: y + 8)
    }
}
