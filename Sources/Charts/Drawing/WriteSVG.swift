// From a drawing to SVG bytes: fixed decimals, classes instead of colours, ids that belong to one drawing only.
import Markup

/// What an SVG needs besides its marks.
struct SVGFrame: Sendable {
    /// Put before every id; unique for chart and width within a page.
    var id: String
    var title: String
    var description: String
    var language: SiteLanguage
    var surface = Surface.page

    /// Where the drawing will lie: in a page that styles it, or elsewhere with a style of its own (`ChartStyle`).
    enum Surface: Equatable { case page, elsewhere(style: String) }
}

extension Drawing {
    /// The drawing as one `<svg>` element.
    func svg(_ frame: SVGFrame) -> [UInt8] { svg(frame, marks: marks(id: frame.id)) }

    /// The same around marks that were written already.
    func svg(_ frame: SVGFrame, marks: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(reserving: marks.count + 4096)
        writer.open(frame, width: width, height: height)
        writer.raw(marks)
        writer.raw("</svg>")
        return writer.bytes
    }

    /// Marks and what they refer to; their ids begin with `id`.
    func marks(id: String) -> [UInt8] {
        var writer = ByteWriter(reserving: marks.count * 90)
        writeDefinitions(id, into: &writer)
        var isCrossed = false
        for mark in marks {
            write(mark, id: id, isCrossed: isCrossed, into: &writer)
            isCrossed = isCrossed || mark.crossesTexts
        }
        return writer.bytes
    }

    private func writeDefinitions(_ id: String, into writer: inout ByteWriter) {
        var needsHatch = false
        var needsArrow = false
        var figures: [CountedMark.Figure] = []
        for mark in marks {
            switch mark {
            case .bar(let bar): needsHatch = needsHatch || bar.isHatched
            case .cells(let cells): needsHatch = needsHatch || cells.isHatched
            case .line(let line): needsArrow = needsArrow || line.hasArrow
            case .counted(let counted) where counted.count > 0 && !figures.contains(counted.figure):
                figures.append(counted.figure)
            default: break
            }
        }
        guard needsHatch || needsArrow || !figures.isEmpty else { return }
        writer.raw("<defs>")
        if needsHatch {
            writer.raw("<pattern id=\"")
            writer.escaped(id)
            writer.raw(
                "-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"h-less\" d=\"M3 0V7\"/></pattern>"
            )
        }
        if needsArrow {
            writer.raw("<marker id=\"")
            writer.escaped(id)
            writer.raw(
                "-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"m-muted\" d=\"M0 0L8 4L0 8Z\"/></marker>"
            )
        }
        for figure in figures {
            writer.raw("<path id=\"")
            writer.escaped(id)
            writer.raw("-")
            writer.raw(figure.rawValue)
            writer.raw("\" d=\"")
            switch figure {
            case .person:
                writer.raw("M5 0a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0 -5.2zM1 13V9a3 3 0 0 1 3 -3h2a3 3 0 0 1 3 3v4z")
            case .session: writer.raw("M0.5 3h9v9h-9z")
            }
            writer.raw("\"/>")
        }
        writer.raw("</defs>")
    }
}

/// All ids that the two drawings of a chart may put on a page: no heading may have one of them.
///
/// - Parameter id: the chart's own.
public func drawingIDs(of id: String) -> [String] {
    let parts = ["title", "desc", "hatch", "arrow"] + CountedMark.Figure.allCases.map(\.rawValue)
    return ["wide", "narrow"].flatMap { name in parts.map { "\(id)-\(name)-\($0)" } }
}

extension ByteWriter {
    /// The beginning of an `<svg>` element: size, title, description and, outside a page, its style.
    mutating func open(_ frame: SVGFrame, width: Double, height: Double) {
        raw("<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        coordinate(width)
        byte(0x20)
        coordinate(height)
        byte(0x22)
        attribute("width", width)
        attribute("height", height)
        raw(" role=\"img\" aria-labelledby=\"")
        escaped(frame.id)
        raw("-title\" aria-describedby=\"")
        escaped(frame.id)
        raw("-desc\"")
        if frame.surface == .page {
            // Never wider than it was drawn for: beyond that its text would outgrow the text around it.
            raw(" style=\"max-width:")
            coordinate(width)
            raw("px\"")
        } else {
            attribute("xml:lang", frame.language.rawValue)
        }
        raw("><title id=\"")
        escaped(frame.id)
        raw("-title\">")
        escaped(frame.title)
        raw("</title><desc id=\"")
        escaped(frame.id)
        raw("-desc\">")
        escaped(frame.description)
        raw("</desc>")
        guard case .elsewhere(let style) = frame.surface else { return }
        raw("<style>")
        raw(style)
        raw("</style>")
    }
}
