// The axis of values where a chart has too many marks to write each value beside its own: a few grid lines with labels.

extension Drawing {
    /// Vertical grid lines through the plot with their labels under it; a label that would touch the one before is left out.
    /// Returns where the labels end.
    mutating func horizontalAxis(
        _ ticks: Ticks,
        scale: LinearScale,
        plot: Box,
        format: NumberText,
        base: Double? = nil,
        isMirrored: Bool = false
    ) -> Double {
        var rightmost = -Double.infinity
        for value in ticks.values {
            let x = scale(value)
            if value != base { line(.grid, Point(x: x, y: plot.y), Point(x: x, y: plot.maxY)) }
            let label = format.tick(isMirrored ? abs(value) : value, on: ticks)
            let half = TextStyle.axis.width(of: label) / 2
            // Labels at the edges lean inward, away from the panel beside this one.
            let center = min(max(x, half, plot.x - 10 + half), width - half, plot.maxX + 10 - half)
            if center - half < rightmost + 8 { continue }
            rightmost = center + half
            lines([label], x: center, top: plot.maxY + 4, .axis, anchor: .middle)
        }
        return plot.maxY + 4 + TextStyle.axis.lineHeight
    }
}

extension Drawing {
    /// Horizontal grid lines with their labels at the left of the plot.
    mutating func verticalAxis(_ ticks: Ticks, scale: LinearScale, plot: Box, format: NumberText, base: Double? = nil) {
        for value in ticks.values {
            let y = scale(value)
            if value != base { line(.grid, Point(x: plot.x, y: y), Point(x: plot.maxX, y: y)) }
            lines(
                [format.tick(value, on: ticks)],
                x: plot.x - 8,
                middle: y,
                .axis,
                anchor: .end
            )
        }
    }
}
