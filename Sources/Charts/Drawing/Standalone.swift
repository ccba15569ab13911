// Sets a drawing in a frame with its title and source, for a file that is shown without the page around it.
import Disclosure
import Markup

/// What stands around the drawing in its file, beside the title.
struct Surroundings {
    let subtitle: String?
    let note: String?
    let origin: ReleasedTable.Origin?
}

extension Drawing {
    /// The drawing as a file of its own.
    ///
    /// - Parameter marks: the marks as they were written for the page; the file only moves them.
    func standalone(_ frame: SVGFrame, marks: [UInt8], _ around: Surroundings) -> [UInt8] {
        let words = Words(frame.language)
        let margin = 20.0
        var texts = Drawing(width: width + 2 * margin)
        func lines(_ text: String, _ style: TextStyle, most: Int, top: Double, tone: TextMark.Tone? = nil) -> Double {
            let lines = wrapped(text, to: width, in: style, lines: most)
            texts.lines(lines, x: margin, top: top, style, tone: tone)
            return top + Double(lines.count) * style.lineHeight
        }
        var y = lines(frame.title, .heading, most: 4, top: margin)
        if let subtitle = around.subtitle { y = lines(subtitle, .note, most: 3, top: y + 3) }
        if around.origin?.isIllustrative ?? false {
            y = lines(words.illustrative, .value, most: 1, top: y + 4, tone: .base)
        }
        let top = y + 18
        y = top + height
        let source = around.origin?.source.map { "\(words.source): \(readable($0))" }
        for (index, foot) in [around.note, source].compactMap({ $0 }).enumerated() {
            y = lines(foot, .note, most: 6, top: index == 0 ? y + 14 : y)
        }
        texts.height = y + margin

        var writer = ByteWriter(reserving: marks.count + 8192)
        writer.open(frame, width: texts.width, height: texts.height)
        writer.raw("<rect class=\"m-ground\"")
        writer.attribute("width", texts.width)
        writer.attribute("height", texts.height)
        writer.raw("/>")
        writer.raw(texts.marks(id: frame.id))
        writer.raw("<g transform=\"translate(")
        writer.pair(Point(x: margin, y: top))
        writer.raw(")\">")
        writer.raw(marks)
        writer.raw("</g></svg>")
        return writer.bytes
    }
}
