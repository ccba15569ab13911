// The rows of a horizontal chart: a column of wrapped labels at the left and the height of every row.

struct CategoryRows: Sendable {
    let labels: [[String]]
    /// From the left edge to where values begin.
    let labelWidth: Double
    /// Tops, relative to the first row, and one more for the end of the last.
    let tops: [Double]
    /// Where labels stand above their marks: the height of the marks and of the room below them.
    private let below: (mark: Double, gap: Double)?

    var height: Double { tops.last ?? 0 }
    func top(_ index: Int) -> Double { tops[index] }
    /// The middle of the marks of a row.
    func middle(_ index: Int) -> Double {
        if let below { return tops[index + 1] - below.gap - below.mark / 2 }
        return (tops[index] + tops[index + 1]) / 2
    }

    /// - Parameters:
    ///   - share: the part of the width that labels may take.
    ///   - mark: the height of the marks of each row.
    init(_ categories: [String], in width: Double, share: Double, mark: Double, gap: Double, style: TextStyle = .label)
    {
        let widest = categories.reduce(0) { max($0, style.width(of: $1)) }
        let room = min(width * share, 260)
        // Many rows keep to one line each, so that the drawing stays within a screen or two.
        let most = categories.count > 30 ? 1 : 3
        labels = wrappedApart(categories, to: room, in: style, lines: most)
        let used = labels.joined().reduce(0) { max($0, style.width(of: $1)) }
        labelWidth = min(widest, max(used, 24)) + 12
        var tops = [0.0]
        for lines in labels {
            tops.append((tops.last ?? 0) + max(mark + gap, Double(lines.count) * style.lineHeight + min(gap, 8)))
        }
        self.tops = tops
        below = nil
    }

    /// Rows with their labels above the marks, for long labels on a narrow screen.
    init(above categories: [String], in width: Double, mark: Double, gap: Double) {
        let style = TextStyle.label
        labels = wrappedApart(categories, to: width, in: style, lines: 3)
        labelWidth = 0
        var tops = [0.0]
        for lines in labels { tops.append((tops.last ?? 0) + Double(lines.count) * style.lineHeight + 8 + mark + gap) }
        self.tops = tops
        below = (mark, gap)
    }

    func draw(into drawing: inout Drawing, x: Double = 0, top: Double, style: TextStyle = .label) {
        for (index, lines) in labels.enumerated() {
            if below != nil {
                drawing.lines(lines, x: x, top: top + tops[index], style)
            } else {
                drawing.lines(lines, x: x, middle: top + middle(index), style)
            }
        }
    }
}
