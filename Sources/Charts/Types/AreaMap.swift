// `map`: areas coloured by class, each with its name and value inside, or beside the map with a line to it where it is too small.
import Disclosure

struct AreaMap {
    private let context: ChartContext
    private let format: NumberText
    private let reading: IndexReading?
    private let classes: MapClasses
    private let places: [Place]
    private let isTiles: Bool
    private let size: (width: Double, height: Double)

    /// One area on the page.
    private struct Place: Sendable {
        let name: String
        let cell: ChartCell
        let rings: [[Point]]
    }

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        let format = context.format()
        self.format = format
        reading = data.origin?.index.map { IndexReading($0, words: context.words, format: format) }
        classes = MapClasses(context.spec.map?.limits ?? [], values: data.values(of: 0), index: reading)
        let cells = Dictionary(
            zip(data.categoryCodes.map(readable), data.categories.indices),
            uniquingKeysWith: { first, _ in first }
        )
        isTiles = context.spec.map?.file == nil
        let outlines: Outlines
        if isTiles {
            outlines = tileOutlines(context.spec.map?.tiles ?? [], width: context.width)
        } else {
            // Room at the right for the names of areas that are too small for theirs.
            let room = context.isNarrow ? 128 : min(200, context.width * 0.3)
            outlines = fitted(
                context.shapes?.areas ?? [],
                width: min(context.width - room, 640),
                height: context.isNarrow ? 360 : 460
            )
        }
        size = (outlines.width, outlines.height)
        places = outlines.areas.map { area in
            let category = cells[area.code]
            return Place(
                name: category.map { data.categories[$0] } ?? area.code,
                cell: category.map { data.cell(0, $0) } ?? .absent,
                rings: area.rings
            )
        }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        var y = drawing.key(keyItems, top: 0) + 10
        let plot = Box(x: 0, y: y, width: size.width, height: max(size.height, 20))
        drawing.plots = [plot]
        var labels: [Label] = []
        for place in places {
            let rings = place.rings.map { ring in ring.map { Point(x: $0.x, y: $0.y + y) } }
            guard !rings.isEmpty else { continue }
            let area = place.cell.number.map { classes.classes[classes.index(of: $0)] }
            drawing.add(.area(AreaMark(rings: rings, paint: area?.paint, shade: area?.shade)))
            labels.append(label(place, Outline(rings), besides: labels))
        }
        y = max(plot.maxY, drawLabels(&labels, plot: plot, into: &drawing))
        let notes = notes
        if !notes.isEmpty { y = drawing.notes(notes, top: y + 8) }
        drawing.height = y + 3
        return drawing
    }

    // MARK: Labels

    private func value(_ cell: ChartCell) -> String {
        guard let value = cell.number else { return context.words.sign(cell) }
        return reading?.text(value, format) ?? format(value)
    }

    /// The words of one area: inside it, or beside the map.
    private struct Label {
        let center: Point
        /// Where the words stand inside the area; nil where they are led out of it.
        var box: Box?
        let lines: [String]
        let led: String
    }

    private func label(_ place: Place, _ outline: Outline, besides others: [Label]) -> Label {
        let bounds = outline.bounds
        // A tile is made for its words.
        let room = isTiles ? bounds.width - 6 : max(bounds.width - 12, 40)
        let words = wrapped(place.name, to: room, in: .value, lines: 2) + [value(place.cell)]
        if isTiles {
            let middle = Point(x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2)
            return Label(center: middle, box: bounds, lines: words.map { cut($0, to: room, in: .value) }, led: "")
        }
        let width = words.reduce(0) { max($0, TextStyle.value.width(of: $1)) } + 6
        let height = Double(words.count) * TextStyle.value.lineHeight + 2
        let center = outline.center
        var box = outline.place(width: width, height: height, around: center).map {
            Box(x: $0.x - width / 2, y: $0.y - height / 2, width: width, height: height)
        }
        // Areas of a sound file do not overlap; those of another may.
        if let found = box, others.contains(where: { $0.box?.overlaps(found) ?? false }) { box = nil }
        return Label(center: center, box: box, lines: words, led: led(place))
    }

    private func led(_ place: Place) -> String {
        let room = max(context.width - size.width - 26, 60)
        let value = cut(value(place.cell), to: room, in: .value)
        let name = cut(place.name, to: max(room - TextStyle.value.width(of: "  " + value), 20), in: .value)
        return cut("\(name)\u{A0} \(value)", to: room, in: .value)
    }

    /// Words inside their areas, then the others beside the map, each at the height of its area as far as the others let it.
    private func drawLabels(_ labels: inout [Label], plot: Box, into drawing: inout Drawing) -> Double {
        let height = TextStyle.value.lineHeight
        let edge = plot.maxX + 16
        var led: [(label: Label, top: Double)] = []
        // A line to a name must not run through other words: those go beside the map as well.
        for _ in labels.indices {
            let sorted = labels.filter { $0.box == nil }.enumerated()
                .sorted { ($0.element.center.y, $0.offset) < ($1.element.center.y, $1.offset) }.map(\.element)
            let tops = spread(
                centers: sorted.map(\.center.y),
                heights: sorted.map { _ in height },
                within: plot.y...max(plot.maxY, plot.y + height * Double(sorted.count))
            )
            led = zip(sorted, tops).map { ($0, $1) }
            let crossed = labels.indices.filter { index in
                guard let box = labels[index].box else { return false }
                return led.contains { crosses($0.label.center, Point(x: edge, y: $0.top + height / 2), box) }
            }
            if crossed.isEmpty { break }
            for index in crossed { labels[index].box = nil }
        }
        for (label, top) in led {
            drawing.line(.axis, label.center, Point(x: edge, y: top + height / 2))
            drawing.add(.point(PointMark(center: label.center, radius: 2.5, paint: .muted)))
            drawing.lines([label.led], x: edge + 4, top: top, .value)
        }
        for label in labels {
            guard let box = label.box else { continue }
            drawing.lines(
                label.lines,
                x: box.x + box.width / 2,
                middle: box.y + box.height / 2,
                .value,
                anchor: .middle
            )
        }
        return led.last.map { $0.top + height } ?? plot.y
    }

    // MARK: Key and notes

    private var keyItems: [KeyItem] {
        let words = context.words
        return classes.classes.indices.map { place in
            let one = classes.classes[place]
            var text = classes.text(place, format, words)
            if let reading { text = (place > 0 && (one.low ?? 0) >= reading.base ? "▲ " : "▼ ") + text }
            return KeyItem(swatch: .tints(one.paint, [one.shade]), text: text)
        } + (reading.map { [KeyItem(swatch: .none, text: $0.baseText)] } ?? [])
    }

    private var notes: [String] {
        let words = context.words
        var notes: [String] = []
        if isTiles {
            notes.append(
                words(
                    "Schematische kaart: elke tegel is een gebied, ongeveer op zijn plaats.",
                    "Schematic map: every tile is an area, roughly in its place."
                )
            )
        }
        if let signs = words.signs(in: places.map(\.cell)) { notes.append(signs) }
        return notes
    }
}
