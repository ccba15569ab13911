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
        let middle = (band.from.x + band.to.x) / 2
        func curve(_ from: Point, _ to: Point) {
            writer.raw("C")
            writer.pair(Point(x: middle, y: from.y))
            writer.raw(" ")
            writer.pair(Point(x: middle, y: to.y))
            writer.raw(" ")
            writer.pair(to)
        }
        let below = (
            from: Point(x: band.from.x, y: band.from.y + band.height),
            to: Point(x: band.to.x, y: band.to.y + band.height)
        )
        writer.raw("<path")
        writer.attribute("class", band.paint.bandClass)
        writer.raw(" d=\"M")
        writer.pair(band.from)
        curve(band.from, band.to)
        writer.raw("L")
        writer.pair(below.to)
        curve(below.to, below.from)
        writer.raw("Z\"/>")
    }
}
