// Each kind of mark as SVG.
import Markup

extension Drawing {
    /// - Parameter isCrossed: whether lines or streams lie where texts are written.
    func write(_ mark: Mark, id: String, isCrossed: Bool, into writer: inout ByteWriter) {
        switch mark {
        case .text(let text): write(text, hasHalo: isCrossed && text.tone != .on, into: &writer)
        case .bar(let bar):
            rectangle(bar.box, into: &writer) { $0.fill(bar.paint, shade: bar.shade) }
            if bar.isHatched {
                for box in hatched(bar) {
                    rectangle(box, into: &writer) { writer in
                        writer.raw(" fill=\"url(#")
                        writer.escaped(id)
                        writer.raw("-hatch)\"")
                    }
                }
            }
        case .area(let area): write(area, into: &writer)
        case .frame(let frame):
            rectangle(frame.box, into: &writer) { $0.raw(" class=\"m-box\" rx=\"4\"") }
        case .line(let line): write(line, id: id, into: &writer)
        case .point(let point):
            writer.raw("<circle")
            if point.isHollow {
                writer.attribute("class", "m-hollow " + point.paint.strokeClass)
            } else {
                writer.attribute("class", point.paint.fillClass)
            }
            writer.attribute("cx", point.center.x)
            writer.attribute("cy", point.center.y)
            writer.attribute("r", point.radius)
            writer.raw("/>")
        case .symbol(let symbol): write(symbol, into: &writer)
        case .counted(let counted): write(counted, id: id, into: &writer)
        case .cells(let cells): write(cells, id: id, into: &writer)
        case .band(let band): write(band, into: &writer)
        }
    }

    /// The hatched parts of a bar: all of it, or what lies before and after the number on it.
    private func hatched(_ bar: BarMark) -> [Box] {
        guard let clear = bar.clear else { return [bar.box] }
        return [
            Box(x: bar.box.x, y: bar.box.y, width: clear.x - bar.box.x, height: bar.box.height),
            Box(x: clear.maxX, y: bar.box.y, width: bar.box.maxX - clear.maxX, height: bar.box.height),
        ]
    }

    /// - Parameter hasHalo: an edge in the colour of the ground, for texts over lines and streams.
    private func write(_ text: TextMark, hasHalo: Bool, into writer: inout ByteWriter) {
        writer.raw("<text class=\"")
        writer.raw(text.style.cssClass)
        if let tone = text.tone {
            writer.raw(" t-")
            writer.raw(tone.rawValue)
        }
        if hasHalo { writer.raw(" t-halo") }
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

    private func write(_ symbol: SymbolMark, into writer: inout ByteWriter) {
        func circle(_ name: String) {
            writer.raw("<circle")
            writer.attribute("class", name)
            writer.attribute("cx", symbol.center.x)
            writer.attribute("cy", symbol.center.y)
            writer.attribute("r", symbol.radius)
            writer.raw("/>")
        }
        if symbol.quarters >= 4 { circle(symbol.paint.fillClass) }
        circle(symbol.paint.strokeClass)
        guard (1...3).contains(symbol.quarters) else { return }
        let (x, y, r) = (symbol.center.x, symbol.center.y, symbol.radius)
        let end = [Point(x: x + r, y: y), Point(x: x, y: y + r), Point(x: x - r, y: y)][symbol.quarters - 1]
        writer.raw("<path")
        writer.attribute("class", symbol.paint.fillClass)
        writer.raw(" d=\"M")
        writer.pair(symbol.center)
        writer.raw("L")
        writer.pair(Point(x: x, y: y - r))
        writer.raw("A")
        writer.pair(Point(x: r, y: r))
        writer.raw(symbol.quarters == 3 ? " 0 1 1 " : " 0 0 1 ")
        writer.pair(end)
        writer.raw("Z\"/>")
    }

    private func write(_ area: AreaMark, into writer: inout ByteWriter) {
        writer.raw("<path class=\"")
        if let paint = area.paint {
            writer.escaped(paint.fillClass)
            writer.raw(" o-")
            writer.integer(min(max(area.shade ?? 5, 1), 5))
        } else {
            writer.raw("m-none")
        }
        writer.raw(" l-area\" fill-rule=\"evenodd\"")
        if area.paint == nil { writer.raw(" stroke-dasharray=\"4 3\"") }
        writer.raw(" d=\"")
        for ring in area.rings {
            for (index, point) in ring.enumerated() {
                writer.raw(index == 0 ? "M" : "L")
                writer.pair(point)
            }
            writer.raw("Z")
        }
        writer.raw("\"/>")
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

extension Mark {
    /// Whether texts that are written later may lie over it.
    var crossesTexts: Bool {
        switch self {
        case .band: true
        case .line(let line): line.kind == .reference
        default: false
        }
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
        case .figure: "t-figure"
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
        case .reference: "l-ref"
        case .separator: "h-less"
        case .series(let paint), .key(let paint): paint.strokeClass
        }
    }
}

extension ByteWriter {
    mutating func attribute(_ name: StaticString, _ value: String) {
        byte(0x20)
        raw(name)
        raw("=\"")
        escaped(value)
        byte(0x22)
    }

    mutating func attribute(_ name: StaticString, _ value: Double) {
        byte(0x20)
        raw(name)
        raw("=\"")
        coordinate(value)
        byte(0x22)
    }

    fileprivate mutating func fill(_ paint: Paint, shade: Int?) {
        raw(" class=\"")
        raw(paint.fillClass)
        if let shade {
            raw(" o-")
            integer(min(max(shade, 1), 5))
        }
        byte(0x22)
    }

    mutating func pair(_ point: Point) {
        coordinate(point.x)
        byte(0x20)
        coordinate(point.y)
    }
}
