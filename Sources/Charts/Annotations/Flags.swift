// Texts above a plot that each hang on a line down to what they speak of, set so that no text touches another or a line.

/// A text with the place it points at.
struct Flag: Sendable {
    let text: String
    let x: Double
    /// Whether the line that it hangs on is drawn by the flag itself, down to a point, with an arrowhead.
    let isArrow: Bool
}

struct Flags: Sendable {
    private struct Placed: Sendable {
        let flag: Flag
        let index: Int
        let lines: [String]
        let left: Double
        let width: Double
        let level: Int
        /// False where the line would run through another text.
        let hasLine: Bool
    }
    private var placed: [Placed] = []
    private let lineHeight: Double

    init(_ flags: [Flag], width: Double) {
        let style = TextStyle.note
        let room = min(width * 0.7, 260)
        let texts = flags.map { wrapped($0.text, to: room, in: style, lines: 3) }
        lineHeight = Double(texts.map(\.count).max() ?? 0) * style.lineHeight + 4
        // From right to left: a text that opens to the right of its line then never covers a line that comes later.
        for index in flags.indices.sorted(by: { (flags[$0].x, $0) > (flags[$1].x, $1) }) {
            let used = texts[index].reduce(0) { max($0, style.width(of: $1)) }
            let x = flags[index].x
            let left = max(0, min(x + 5, width - used))
            func isFree(_ level: Int) -> Bool {
                placed.allSatisfy { other in
                    let overlaps = left < other.left + other.width + 8 && other.left < left + used + 8
                    let covers = other.hasLine && other.flag.x > left - 3 && other.flag.x < left + used + 3
                    return !(overlaps && other.level == level) && !(covers && other.level > level)
                }
            }
            func isClear(_ level: Int) -> Bool {
                // A text that had to move left of its own line has no line through itself either.
                placed.allSatisfy { $0.level >= level || x < $0.left - 3 || x > $0.left + $0.width + 3 }
            }
            let levels = 0...flags.count
            let level = levels.first { isFree($0) && isClear($0) } ?? levels.first { isFree($0) } ?? flags.count
            placed.append(
                Placed(
                    flag: flags[index],
                    index: index,
                    lines: texts[index],
                    left: left,
                    width: used,
                    level: level,
                    hasLine: isClear(level)
                )
            )
        }
    }

    /// The room that the texts need above the plot.
    var height: Double { placed.isEmpty ? 0 : Double((placed.map(\.level).max() ?? 0) + 1) * lineHeight + 4 }

    /// - Parameters:
    ///   - top: where the room begins; the plot begins below it.
    ///   - targets: how far down each flag's line goes.
    func draw(top: Double, targets: [Double], into drawing: inout Drawing) {
        for item in placed {
            let textTop = top + height - 4 - Double(item.level + 1) * lineHeight
            let textBottom = textTop + Double(item.lines.count) * TextStyle.note.lineHeight
            // The line begins under the text where the text had to move over it.
            let isOver = item.flag.x >= item.left - 3
            let start = !item.hasLine ? top + height : isOver ? textBottom + 1 : textTop + 2
            let end = targets[item.index]
            drawing.add(
                .line(
                    LineMark(
                        points: [Point(x: item.flag.x, y: start), Point(x: item.flag.x, y: max(start, end))],
                        kind: .reference,
                        hasArrow: item.flag.isArrow,
                        isDashed: !item.flag.isArrow
                    )
                )
            )
            drawing.lines(item.lines, x: item.left, top: textTop, .note)
        }
    }
}
