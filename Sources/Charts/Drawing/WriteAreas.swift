// Cells of a grid and streams between nodes as SVG: one path each.
import Markup

extension Drawing {
    /// All cells of one kind as one path: a hundred elements would say no more.
    func write(_ cells: CellsMark, id: String, into writer: inout ByteWriter) {
        guard !cells.cells.isEmpty else { return }
        for isHatch in cells.isHatched ? [false, true] : [false] {
            writer.raw("<path")
            if isHatch {
                writer.raw(" fill=\"url(#")
                writer.escaped(id)
                writer.raw("-hatch)\"")
            } else {
                writer.attribute("class", cells.paint?.fillClass ?? "m-box")
            }
            writer.raw(" d=\"")
            for index in cells.cells {
                let box = cells.box(index)
                writer.raw("M")
                writer.pair(Point(x: box.x, y: box.y))
                writer.raw("h17v17h-17z")
            }
            writer.raw("\"/>")
        }
    }

    func write(_ band: BandMark, into writer: inout ByteWriter) {
        guard let first = band.points.first else { return }
        let below = band.points.reversed().map { Point(x: $0.x, y: $0.y + band.height) }
        func curve(_ points: [Point]) {
            for (from, to) in zip(points, points.dropFirst()) {
                let middle = (from.x + to.x) / 2
                writer.raw("C")
                writer.pair(Point(x: middle, y: from.y))
                writer.raw(" ")
                writer.pair(Point(x: middle, y: to.y))
                writer.raw(" ")
                writer.pair(to)
            }
        }
        writer.raw("<path")
        writer.attribute("class", band.paint.bandClass)
        writer.raw(" d=\"M")
        writer.pair(first)
        curve(band.points)
        if let end = below.first {
            writer.raw("L")
            writer.pair(end)
        }
        curve(below)
        writer.raw("Z\"/>")
    }
}
