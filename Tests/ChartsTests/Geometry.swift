// What must hold for every drawing, whatever its data: measured on the marks, before they are SVG.
@testable import Charts

/// Every width for which a chart may be drawn: desk, phone, and both columns of paper.
func drawnWidths(_ spec: ChartSpec) -> [Double] {
    [spec.size.width, ChartContext.narrowWidth, ChartContext.columnWidth, ChartContext.paperWidth]
}

/// All that is wrong with a drawing, in words; empty where nothing is.
func problems(in drawing: Drawing) -> [String] {
    var problems: [String] = []
    let surface = Box(x: 0, y: 0, width: drawing.width, height: drawing.height)
    if !(drawing.width.isFinite && drawing.height.isFinite && drawing.height > 0) {
        problems.append("size \(drawing.width) × \(drawing.height)")
    }

    var texts: [(String, Box)] = []
    var bars: [BarMark] = []
    var bands: [BandMark] = []
    var frames: [Box] = []
    var symbols: [Box] = []
    var links: [[Point]] = []
    for mark in drawing.marks {
        switch mark {
        case .text(let text):
            texts.append((text.text, text.box))
            if !surface.contains(text.box) {
                problems.append("text outside: \"\(text.text)\" \(text.box) in \(surface)")
            }
        case .bar(let bar):
            if !isFinite(bar.box) || bar.box.width < 0 || bar.box.height < 0 { problems.append("bar \(bar.box)") }
            if bar.value == nil {
                if !surface.contains(bar.box) { problems.append("swatch outside: \(bar.box)") }
            } else {
                bars.append(bar)
                if !drawing.plots.contains(where: { $0.contains(bar.box) }) {
                    problems.append("bar outside its plot: \(bar.box)")
                }
            }
        case .line(let line):
            for point in line.points where !surface.contains(Box(x: point.x, y: point.y, width: 0, height: 0)) {
                problems.append("line outside: \(line.kind) \(point)")
            }
            if case .series = line.kind {
                for point in line.points
                where !drawing.plots.contains(where: { $0.contains(Box(x: point.x, y: point.y, width: 0, height: 0)) })
                {
                    problems.append("series outside its plot: \(point)")
                }
            }
            if line.kind == .link { links.append(line.points) }
        case .point(let point):
            if !point.isSwatch,
                !drawing.plots.contains(where: {
                    $0.contains(Box(x: point.center.x, y: point.center.y, width: 0, height: 0))
                })
            {
                problems.append("point outside its plot: \(point.center)")
            }
        case .counted(let counted):
            if !surface.contains(counted.box) { problems.append("figures outside: \(counted.box)") }
        case .cells(let cells):
            for index in cells.cells where !surface.contains(cells.box(index)) {
                problems.append("cell outside: \(cells.box(index))")
            }
            if cells.cells.count > 100 { problems.append("\(cells.cells.count) cells of a hundred") }
        case .band(let band):
            for point in band.points {
                let edge = Box(x: point.x, y: point.y, width: 0, height: band.height)
                if !drawing.plots.contains(where: { $0.contains(edge) }) {
                    problems.append("stream outside its plot: \(point) \(band.height)")
                }
            }
            if zip(band.points, band.points.dropFirst()).contains(where: { $0.x >= $1.x }) || band.points.count < 2 {
                problems.append("stream that goes back: \(band.points)")
            }
            bands.append(band)
        case .symbol(let symbol):
            if !surface.contains(symbol.box) { problems.append("symbol outside: \(symbol.box)") }
            symbols.append(symbol.box)
        case .area(let area):
            for point in area.rings.joined()
            where !drawing.plots.contains(where: { $0.contains(Box(x: point.x, y: point.y, width: 0, height: 0)) }) {
                problems.append("area outside its plot: \(point)")
            }
        case .frame(let frame):
            if !surface.contains(frame.box) { problems.append("box outside: \(frame.box)") }
            frames.append(frame.box)
        }
    }
    for (index, one) in texts.enumerated() {
        for other in texts[..<index] where one.1.overlaps(other.1) {
            problems.append("\"\(one.0)\" lies over \"\(other.0)\"")
        }
    }
    for symbol in symbols {
        for (text, box) in texts where symbol.overlaps(box) { problems.append("\"\(text)\" lies over a symbol") }
    }
    for (index, one) in frames.enumerated() {
        for other in frames[..<index] where one.overlaps(other) { problems.append("boxes overlap: \(one) \(other)") }
    }
    for link in links {
        for (from, to) in zip(link, link.dropFirst()) {
            let segment = Box(
                x: min(from.x, to.x),
                y: min(from.y, to.y),
                width: abs(from.x - to.x),
                height: abs(from.y - to.y)
            )
            for frame in frames
            where touches(
                segment,
                Box(x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2)
            ) {
                problems.append("line \(segment) crosses box \(frame)")
            }
            for (text, box) in texts where touches(segment, box) {
                problems.append("line \(segment) crosses \"\(text)\"")
            }
        }
    }
    // A stream is as high as a bar of the same value would be.
    let streams = bands.map {
        BarMark(box: Box(x: 0, y: 0, width: 0, height: $0.height), paint: .first, value: $0.value, isVertical: true)
    }
    return problems + disproportion(of: bars + streams)
}

/// Whether a horizontal or vertical line, as a box without width or height, runs through a box.
private func touches(_ line: Box, _ box: Box) -> Bool {
    line.x < box.maxX && box.x < line.maxX + 0.001 && line.y < box.maxY && box.y < line.maxY + 0.001
        && line.maxX > box.x && line.maxY > box.y
}

private func isFinite(_ box: Box) -> Bool {
    box.x.isFinite && box.y.isFinite && box.width.isFinite && box.height.isFinite
}

/// Bars whose lengths do not stand to each other as their values do.
private func disproportion(of bars: [BarMark]) -> [String] {
    func length(_ bar: BarMark) -> Double { bar.isVertical ? bar.box.height : bar.box.width }
    guard let longest = bars.max(by: { abs($0.value ?? 0) < abs($1.value ?? 0) }), let greatest = longest.value,
        greatest != 0
    else { return [] }
    return bars.compactMap { bar in
        let expected = abs((bar.value ?? 0) / greatest) * length(longest)
        return abs(length(bar) - expected) > 0.02
            ? "bar of \(bar.value ?? 0) is \(length(bar)) long, not \(expected)" : nil
    }
}
