// `flow`: from where to where, as streams whose height is their value, between nodes in stages. Each node has its own room for its label.

struct Flow {
    let context: ChartContext
    let format: NumberText
    let graph: FlowGraph
    private let pitch: Double
    private let nodeWidth = 10.0
    private let mostLines: Int
    /// The name of each node as it is shown: no two read the same.
    private let names: [String: String]

    init(_ context: ChartContext) {
        self.context = context
        graph = FlowGraph(context.data)
        format = NumberText(
            context.data.measureColumns.first,
            values: context.data.values + graph.nodes.map(\.value),
            language: context.language
        )
        pitch = context.width / Double(max(graph.stageCount, 1))
        mostLines = context.isNarrow ? 5 : 3
        let whole = graph.nodes.map(\.name)
        let short = namesApart(whole, to: max(pitch - nodeWidth - 14, 12), in: .label, lines: mostLines)
        names = Dictionary(zip(whole, short), uniquingKeysWith: { first, _ in first })
    }

    private var labelRoom: Double { max(pitch - nodeWidth - 14, 12) }

    private func label(_ node: FlowGraph.Node) -> [String] {
        // A single sign can be wider than the room.
        wrapped(names[node.name] ?? node.name, to: labelRoom, in: .label, lines: mostLines).map {
            cut($0, to: labelRoom, in: .label)
        }
    }

    func value(_ node: FlowGraph.Node) -> String {
        let hidden = node.unknown.isEmpty ? "" : context.words.signs(of: node.unknown)
        let number = node.value == 0 && !hidden.isEmpty ? "" : format(node.value)
        return [number, hidden].filter { !$0.isEmpty }.joined(separator: " + ")
    }

    func draw() -> Drawing {
        // Four stages beside each other leave no room for their names on a phone.
        if context.isNarrow, graph.stageCount > 3 { return drawList() }
        var drawing = Drawing(width: context.width)
        guard !graph.links.isEmpty else {
            let text = graph.zeros.isEmpty ? context.words.noData : context.words("Alles is 0", "All are 0")
            drawing.lines([text], x: context.width / 2, middle: 40, .note, anchor: .middle)
            drawing.height = drawing.notes(notes, top: 80) + 2
            return drawing
        }
        let heights = graph.nodes.map {
            Double(label($0).count) * TextStyle.label.lineHeight + TextStyle.value.lineHeight
        }
        let layout = FlowLayout(graph, labelHeights: heights, least: context.isNarrow ? 300 : 320)
        let top = drawHeadings(&drawing)
        drawing.plots = [Box(x: 0, y: top, width: context.width, height: layout.height)]
        drawLinks(layout, top: top, &drawing)
        drawNodes(layout, top: top, &drawing)
        drawing.height = drawing.notes(notes, top: top + layout.height + 6) + 2
        return drawing
    }

    private func drawHeadings(_ drawing: inout Drawing) -> Double {
        let texts = context.spec.parts.stages.map {
            wrapped(readable($0.text), to: pitch - 10, in: .title, lines: 3).map { cut($0, to: pitch - 10, in: .title) }
        }
        guard texts.count == graph.stageCount, let most = texts.map(\.count).max() else { return 0 }
        for (stage, lines) in texts.enumerated() { drawing.lines(lines, x: Double(stage) * pitch, top: 0, .title) }
        return Double(most) * TextStyle.title.lineHeight + 6
    }

    private func drawNodes(_ layout: FlowLayout, top: Double, _ drawing: inout Drawing) {
        for (stage, items) in layout.stages.enumerated() {
            let x = Double(stage) * pitch
            for item in items {
                guard let index = item.node else { continue }
                let node = graph.nodes[index]
                let box = Box(x: x, y: top + item.top + item.inset, width: nodeWidth, height: item.height)
                drawing.add(BarMark(box: box, paint: .first, value: node.value, isVertical: true))
                let lines = label(node)
                let number = cut(value(node), to: labelRoom, in: .value)
                let height = Double(lines.count) * TextStyle.label.lineHeight + TextStyle.value.lineHeight
                let start = top + item.middle - height / 2
                drawing.lines(lines, x: x + nodeWidth + 6, top: start, .label)
                drawing.lines([number], x: x + nodeWidth + 6, top: start + height - TextStyle.value.lineHeight, .value)
            }
        }
    }

    /// Streams leave and enter a node in the order of their other ends, so that they do not cross at its edge.
    private func drawLinks(_ layout: FlowLayout, top: Double, _ drawing: inout Drawing) {
        let paths = graph.links.enumerated().map { layout.path(of: $0, $1) }
        var leaving = [Double](repeating: 0, count: graph.nodes.count)
        var entering = leaving
        var starts = [Double](repeating: 0, count: graph.links.count)
        var ends = starts
        func next(_ link: Int) -> Double { paths[link][safe: 1]?.item.middle ?? 0 }
        func previous(_ link: Int) -> Double { paths[link].dropLast().last?.item.middle ?? 0 }
        for link in graph.links.indices.sorted(by: { (next($0), $0) < (next($1), $1) }) {
            starts[link] = leaving[graph.links[link].from]
            leaving[graph.links[link].from] += height(link, paths)
        }
        for link in graph.links.indices.sorted(by: { (previous($0), $0) < (previous($1), $1) }) {
            ends[link] = entering[graph.links[link].to]
            entering[graph.links[link].to] += height(link, paths)
        }
        for (index, link) in graph.links.enumerated() {
            let height = height(index, paths)
            var points: [Point] = []
            for (stage, item) in paths[index] {
                let inside = item.node == link.from ? starts[index] : item.node == link.to ? ends[index] : 0
                let point = Point(x: Double(stage) * pitch, y: top + item.top + item.inset + inside)
                if item.node != link.from { points.append(point) }
                // A stream that goes on past a stage runs straight where the nodes of that stage stand.
                if item.node != link.to { points.append(Point(x: point.x + nodeWidth, y: point.y)) }
            }
            if link.cell.number == nil {
                drawing.add(.line(LineMark(points: points, kind: .axis, isDashed: true)))
            } else {
                drawing.add(.band(BandMark(points: points, height: height, paint: .first, value: link.value)))
            }
        }
    }

    private func height(_ link: Int, _ paths: [[(stage: Int, item: FlowLayout.Item)]]) -> Double {
        guard let item = paths[link].first?.item, item.value > 0 else { return 0 }
        return item.height * (graph.links[link].value / item.value)
    }

    var notes: [String] {
        var notes = [graph.zerosNote(format, context.words)].compactMap { $0 } + graph.imbalances(format, context.words)
        if let signs = context.words.signs(in: graph.links.map(\.cell)) {
            notes.append(
                context.words(
                    "Een stippellijn is een stroom die niet getoond kan worden. ",
                    "A dashed line is a stream that cannot be shown. "
                )
                    + signs
            )
        }
        return notes
    }
}
