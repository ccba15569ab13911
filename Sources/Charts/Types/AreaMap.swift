// `map`: areas coloured by class, each with its name and value where there is room. Of a file with more areas than rows it shows the part that
// has rows; areas too small to be seen have a round sign. A map is never taller than 1.4 times its width.
import Disclosure

struct AreaMap {
    private let context: ChartContext
    private let format: NumberText
    private let reading: IndexReading?
    private let classes: MapClasses
    private let codes: [String: Int]
    private let isTiles: Bool

    private static let tallest = 1.4

    init(_ context: ChartContext) {
        self.context = context
        let data = context.data
        let format = context.format()
        self.format = format
        reading = data.origin?.index.map { IndexReading($0, words: context.words, format: format) }
        classes = MapClasses(context.spec.map?.limits ?? [], values: data.values(of: 0), index: reading)
        codes = Dictionary(
            zip(data.categoryCodes.map(readable), data.categories.indices),
            uniquingKeysWith: { first, _ in first }
        )
        isTiles = context.spec.map?.file == nil
    }

    /// What is drawn between key and notes.
    private struct Map {
        var places: [MapPlace]
        var size: (width: Double, height: Double)
        var labels: AreaLabels?
        var height: Double { max(size.height, labels?.bottom ?? 0) }
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: context.width)
        let top = drawing.key(keyItems, top: 0) + 10
        let map = isTiles ? tiles() : shapes(top: top)
        let plot = Box(x: 0, y: top, width: map.size.width, height: map.size.height)
        drawing.plots = [plot]
        for place in map.places where !place.rings.isEmpty {
            let look = place.cell.number.map(classes.look)
            let rings = place.rings.map { ring in ring.map { Point(x: $0.x, y: $0.y + top) } }
            drawing.add(.area(AreaMark(rings: rings, paint: look?.paint, shade: look?.shade)))
        }
        for place in map.places {
            if let dot = place.dot { drawing.add(.area(sign(place.cell, at: Point(x: dot.x, y: dot.y + top)))) }
        }
        if let labels = map.labels {
            draw(labels, map, top: top, into: &drawing)
        } else {
            drawTileNames(map, top: top, into: &drawing)
        }
        var y = top + map.height
        let notes = notes(map)
        if !notes.isEmpty { y = drawing.notes(notes, top: y + 8) }
        drawing.height = y + 3
        return drawing
    }

    // MARK: Shapes

    /// With words beside the map where some need that and a reader can follow their lines, else as wide as it can be.
    private func shapes(top: Double) -> Map {
        guard let shapes = context.shapes else { return Map(places: [], size: (context.width, 20), labels: nil) }
        let height = min(context.isNarrow ? 360 : 460, context.width * Self.tallest - top)
        let map = self.map(shapes, height: height)
        // What the notes need is known only now; a smaller map may need a line more, for which there is some room.
        var below = Drawing(width: context.width)
        let end = below.notes(notes(map), top: 0)
        let room = context.width * Self.tallest - top - end - TextStyle.note.lineHeight - 11
        return map.height <= room ? map : self.map(shapes, height: room)
    }

    private func map(_ shapes: Shapes, height: Double) -> Map {
        let window = MapWindow(shapes, codes: Set(codes.keys))
        func map(room: Double) -> Map {
            let outlines = fitted(window, width: min(context.width - room, 640), height: max(height, 60))
            let size = (width: outlines.width, height: outlines.height)
            let namesOthers = window.without.count <= codes.count
            let places = outlines.areas.map { area -> MapPlace in
                let category = codes[area.code]
                return MapPlace(
                    name: category.map { context.data.categories[$0] } ?? area.code,
                    cell: category.map { context.data.cell(0, $0) } ?? .absent,
                    rings: area.rings,
                    dot: category == nil ? nil : area.dot,
                    hasLabel: category != nil || (namesOthers && !window.cutOff.contains(area.code))
                )
            }
            let beside = room == 0 ? 0 : context.width - size.width - AreaLabels.edge
            return Map(
                places: places,
                size: size,
                labels: AreaLabels(places, size: size, room: beside, height: max(height, size.height), value: value)
            )
        }
        let whole = map(room: 0)
        guard let labels = whole.labels, labels.unnamed > 0 else { return whole }
        // Long names on fewer lines leave room for more of them.
        for room in context.isNarrow ? [128, 170] : [min(200, context.width * 0.3), context.width * 0.45] {
            let led = map(room: room)
            if led.labels?.fits(max(height, led.size.height)) ?? false { return led }
        }
        return whole
    }

    /// A round sign for an area that is too small to be seen.
    private func sign(_ cell: ChartCell, at center: Point) -> AreaMark {
        let look = cell.number.map(classes.look)
        let radius = Outlines.dotRadius
        // Twelve corners look round at this size; cosines of whole degrees are the same on every machine.
        let side = cosine(degrees: 30) * radius
        let quarter = [
            Point(x: radius, y: 0), Point(x: side, y: radius / 2), Point(x: radius / 2, y: side),
        ]
        let ring = (0..<4).flatMap { turn in
            quarter.map { point -> Point in
                let turned = [
                    (point.x, point.y), (-point.y, point.x), (-point.x, -point.y), (point.y, -point.x),
                ][turn]
                return Point(x: center.x + turned.0, y: center.y + turned.1)
            }
        }
        return AreaMark(rings: [ring], paint: look?.paint, shade: look?.shade)
    }

    private func draw(_ labels: AreaLabels, _ map: Map, top: Double, into drawing: inout Drawing) {
        let style = AreaLabels.style
        let edge = map.size.width + AreaLabels.edge
        for led in labels.led {
            let place = map.places[led.place]
            let from = Point(x: led.from.x, y: led.from.y + top)
            let y = top + led.middle
            drawing.line(.axis, from, Point(x: edge, y: y))
            if place.dot == nil { drawing.add(.point(PointMark(center: from, radius: 2.5, paint: .muted))) }
            if let look = place.cell.number.map(classes.look) {
                let box = Box(
                    x: edge + 3,
                    y: y - AreaLabels.swatch / 2,
                    width: AreaLabels.swatch,
                    height: AreaLabels.swatch
                )
                drawing.add(BarMark(box: box, paint: look.paint, shade: look.shade))
            }
            drawing.lines(led.lines, x: edge + AreaLabels.textIndent, top: top + led.top, style)
        }
        for inside in labels.inside {
            let box = inside.box
            let middle = top + box.y + box.height / 2
            drawing.lines(inside.lines, x: box.x + box.width / 2, middle: middle, style, anchor: .middle)
        }
    }

    // MARK: Tiles

    private func tiles() -> Map {
        let outlines = tileOutlines(context.spec.map?.tiles ?? [], width: context.width)
        let places = outlines.areas.map { area -> MapPlace in
            let category = codes[area.code]
            return MapPlace(
                name: category.map { context.data.categories[$0] } ?? area.code,
                cell: category.map { context.data.cell(0, $0) } ?? .absent,
                rings: area.rings,
                dot: nil,
                hasLabel: true
            )
        }
        return Map(places: places, size: (outlines.width, max(outlines.height, 20)), labels: nil)
    }

    /// A tile is made for its words.
    private func drawTileNames(_ map: Map, top: Double, into drawing: inout Drawing) {
        let style = AreaLabels.style
        let bounds = map.places.map { Outline($0.rings).bounds }
        guard let width = bounds.first?.width else { return }
        let room = width - 6
        let names = wrappedApart(map.places.map(\.name), to: room, in: style, lines: 2)
        for (index, place) in map.places.enumerated() {
            let box = bounds[index]
            drawing.lines(
                (names[index] + [value(place.cell)]).map { cut($0, to: room, in: style) },
                x: box.x + box.width / 2,
                middle: top + box.y + box.height / 2,
                style,
                anchor: .middle
            )
        }
    }

    // MARK: Words

    private func value(_ cell: ChartCell) -> String {
        guard let value = cell.number else { return context.words.sign(cell) }
        return reading?.text(value, format) ?? format(value)
    }

    private var keyItems: [KeyItem] {
        let words = context.words
        let items = classes.classes.indices.map { place in
            let one = classes.classes[place]
            var text = classes.text(place, format, words)
            if let reading { text = (place > 0 && (one.low ?? 0) >= reading.base ? "▲ " : "▼ ") + text }
            return KeyItem(swatch: .tints(one.paint, [one.shade]), text: text)
        }
        guard let reading else { return items }
        let look = classes.look(reading.base)
        let isShown = context.data.values(of: 0).contains(reading.base)
        return items + [
            KeyItem(swatch: isShown ? .tints(look.paint, [look.shade]) : .none, text: reading.baseText)
        ]
    }

    private func notes(_ map: Map) -> [String] {
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
        let labelled = map.labels.map { labels in
            (labels.inside.map(\.place) + labels.led.map(\.place)).map { map.places[$0].cell }
        }
        var signs = [words.signs(in: labelled ?? map.places.map(\.cell))].compactMap { $0 }
        if let labels = map.labels {
            let isEmpty = map.places.contains { $0.cell == .absent || $0.cell == .missing }
            let isHidden = map.places.contains { $0.cell.isSuppressed }
            // What is hidden has no colour either, and is not the same as what nobody knows.
            switch (isEmpty, isHidden) {
            case (true, true):
                signs.append(words("stippellijn: geen gegevens, of niet getoond", "dashed line: no data, or not shown"))
            case (true, false): signs.append(words("stippellijn: geen gegevens", "dashed line: no data"))
            case (false, true): signs.append(words("stippellijn: niet getoond", "dashed line: not shown"))
            case (false, false): break
            }
            if map.places.contains(where: { $0.dot != nil }) {
                signs.append(words("●: gebied dat te klein is om te zien", "●: area too small to be seen"))
            }
            if labels.unnamed > 0 {
                signs.append(
                    labels.unnamed == 1
                        ? words("één gebied staat alleen in de tabel", "one area is named in the table only")
                        : words(
                            "\(words.count(labels.unnamed)) gebieden staan zonder naam op de kaart; de tabel noemt ze",
                            "\(words.count(labels.unnamed)) areas are on the map without a name; the table names them"
                        )
                )
            }
        }
        if !signs.isEmpty { notes.append(signs.joined(separator: "\u{A0}· ").capitalised) }
        return notes
    }
}
