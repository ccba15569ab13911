// From a drawing to SVG bytes: fixed decimals, classes instead of colours, ids that belong to one drawing only.
import Markup

/// What an SVG needs besides its marks.
struct SVGFrame: Sendable {
    /// Put before every id; unique for chart and width within a page.
    var id: String
    var title: String
    var description: String
    /// Set for a file that stands on its own: its style sheet.
    var style: StaticString?
    var language: SiteLanguage
}

extension Drawing {
    /// The drawing as one `<svg>` element.
    func svg(_ frame: SVGFrame) -> [UInt8] {
        var writer = ByteWriter(reserving: 2048 + marks.count * 90)
        writer.raw("<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        writer.coordinate(width)
        writer.raw(" ")
        writer.coordinate(height)
        writer.raw("\" width=\"")
        writer.coordinate(width)
        writer.raw("\" height=\"")
        writer.coordinate(height)
        writer.raw("\" role=\"img\" aria-labelledby=\"")
        writer.escaped(frame.id)
        writer.raw("-title\" aria-describedby=\"")
        writer.escaped(frame.id)
        writer.raw("-desc\"")
        if frame.style != nil {
            writer.raw(" xml:lang=\"")
            writer.raw(frame.language.rawValue)
            writer.raw("\"")
        } else {
            // Never wider than it was drawn for: beyond that its text would outgrow the text around it.
            writer.raw(" style=\"max-width:")
            writer.coordinate(width)
            writer.raw("px\"")
        }
        writer.raw("><title id=\"")
        writer.escaped(frame.id)
        writer.raw("-title\">")
        writer.escaped(frame.title)
        writer.raw("</title><desc id=\"")
        writer.escaped(frame.id)
        writer.raw("-desc\">")
        writer.escaped(frame.description)
        writer.raw("</desc>")
        if let style = frame.style {
            writer.raw("<style>")
            writer.raw(style)
            writer.raw("</style><rect class=\"m-ground\" width=\"")
            writer.coordinate(width)
            writer.raw("\" height=\"")
            writer.coordinate(height)
            writer.raw("\"/>")
        }
        writeDefinitions(frame.id, into: &writer)
        for mark in marks { write(mark, id: frame.id, into: &writer) }
        writer.raw("</svg>")
        return writer.bytes
    }

    private func writeDefinitions(_ id: String, into writer: inout ByteWriter) {
        var needsHatch = false
        var needsArrow = false
        var figures: [CountedMark.Figure] = []
        for mark in marks {
            switch mark {
            case .bar(let bar): needsHatch = needsHatch || bar.isHatched
            case .line(let line): needsArrow = needsArrow || line.hasArrow
            case .counted(let counted) where counted.count > 0 && !figures.contains(counted.figure): figures.append(counted.figure)
            default: break
            }
        }
        guard needsHatch || needsArrow || !figures.isEmpty else { return }
        writer.raw("<defs>")
        if needsHatch {
            writer.raw("<pattern id=\"")
            writer.escaped(id)
            writer.raw("-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"h-less\" d=\"M3 0V7\"/></pattern>")
        }
        if needsArrow {
            writer.raw("<marker id=\"")
            writer.escaped(id)
            writer.raw("-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"m-muted\" d=\"M0 0L8 4L0 8Z\"/></marker>")
        }
        for figure in figures {
            writer.raw("<path id=\"")
            writer.escaped(id)
            writer.raw("-")
            writer.raw(figure.rawValue)
            writer.raw("\" d=\"")
            switch figure {
            case .person: writer.raw("M5 0a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0 -5.2zM1 13V9a3 3 0 0 1 3 -3h2a3 3 0 0 1 3 3v4z")
            case .session: writer.raw("M0.5 3h9v9h-9z")
            }
            writer.raw("\"/>")
        }
        writer.raw("</defs>")
    }

    private func write(_ mark: Mark, id: String, into writer: inout ByteWriter) {
        switch mark {
        case .text(let text): write(text, into: &writer)
        case .bar(let bar):
            rectangle(bar.box, into: &writer) { $0.attribute("class", bar.paint.fillClass) }
            if bar.isHatched {
                rectangle(bar.box, into: &writer) { writer in
                    writer.raw(" fill=\"url(#")
                    writer.escaped(id)
                    writer.raw("-hatch)\"")
                }
            }
        case .frame(let frame):
            rectangle(frame.box, into: &writer) { $0.raw(" class=\"m-box\" rx=\"4\"") }
        case .line(let line): write(line, id: id, into: &writer)
        case .point(let point):
            writer.raw("<circle")
            writer.attribute("class", point.paint.fillClass)
            writer.attribute("cx", point.center.x)
            writer.attribute("cy", point.center.y)
            writer.attribute("r", point.radius)
            writer.raw("/>")
        case .counted(let counted): write(counted, id: id, into: &writer)
        }
    }

    private func write(_ text: TextMark, into writer: inout ByteWriter) {
        writer.raw("<text class=\"")
        writer.raw(text.style.cssClass)
        if let tone = text.tone {
            writer.raw(" t-")
            writer.raw(tone.rawValue)
        }
        writer.raw("\"")
        writer.attribute("x", text.x)
        writer.attribute("y", text.baseline)
        switch text.anchor {
        case .start: break
        case .middle: writer.raw(" text-anchor=\"middle\"")
        case .end: writer.raw(" text-anchor=\"end\"")
        }
        writer.raw(">")
        writer.escaped(text.text)
        writer.raw("</text>")
    }

    private func write(_ line: LineMark, id: String, into writer: inout ByteWriter) {
        guard let first = line.points.first else { return }
        writer.raw("<path")
        writer.attribute("class", line.kind.cssClass)
        writer.raw(" d=\"M")
        writer.pair(first)
        for point in line.points.dropFirst() {
            writer.raw("L")
            writer.pair(point)
        }
        writer.raw("\"")
        if line.isDashed { writer.raw(" stroke-dasharray=\"6 5\"") }
        if line.hasArrow {
            writer.raw(" marker-end=\"url(#")
            writer.escaped(id)
            writer.raw("-arrow)\"")
        }
        writer.raw("/>")
    }

    private func write(_ counted: CountedMark, id: String, into writer: inout ByteWriter) {
        guard counted.count > 0 else { return }
        writer.raw("<g")
        writer.attribute("class", counted.paint.fillClass)
        writer.raw(">")
        for index in 0..<counted.count {
            writer.raw("<use href=\"#")
            writer.escaped(id)
            writer.raw("-")
            writer.raw(counted.figure.rawValue)
            writer.raw("\"")
            let position = counted.position(index)
            writer.attribute("x", position.x)
            writer.attribute("y", position.y)
            writer.raw("/>")
        }
        writer.raw("</g>")
    }

    private func rectangle(_ box: Box, into writer: inout ByteWriter, _ more: (inout ByteWriter) -> Void) {
        writer.raw("<rect")
        more(&writer)
        writer.attribute("x", box.x)
        writer.attribute("y", box.y)
        writer.attribute("width", box.width)
        writer.attribute("height", box.height)
        writer.raw("/>")
    }
}

extension TextStyle {
    var cssClass: String {
        switch self {
        case .axis: "t-axis"
        case .label: "t-label"
        case .note: "t-note"
        case .value: "t-value"
        case .title: "t-title"
        case .heading: "t-heading"
        }
    }
}

extension LineMark.Kind {
    var cssClass: String {
        switch self {
        case .axis: "l-axis"
        case .grid: "l-grid"
        case .base: "l-base"
        case .link: "l-link"
        case .separator: "h-less"
        case .series(let paint): paint.strokeClass
        }
    }
}

extension ByteWriter {
    fileprivate mutating func attribute(_ name: StaticString, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        escaped(value)
        raw("\"")
    }

    fileprivate mutating func attribute(_ name: StaticString, _ value: Double) {
        raw(" ")
        raw(name)
        raw("=\"")
        coordinate(value)
        raw("\"")
    }

    fileprivate mutating func pair(_ point: Point) {
        coordinate(point.x)
        raw(" ")
        coordinate(point.y)
    }
}
