// `organisation` on a phone, or where there are too many bodies for layers: boxes under each other, indented under the body they belong to;
// what the lines cannot show stands in words inside the boxes.

func drawOrganisation(_ context: ChartContext) -> Drawing {
    let graph = OrganisationGraph(context.spec)
    if !context.isNarrow, let diagram = OrganisationDiagram(graph, width: context.width) { return diagram.draw() }
    return OrganisationTree(graph, width: context.width, words: context.words).draw()
}

struct OrganisationTree {
    private let graph: OrganisationGraph
    private let width: Double
    /// The relation through which a body hangs under another; nil at the top.
    private let parent: [Int?]
    /// The name of each body as it is shown: no two read the same.
    private let names: [String]
    private static let indent = 22.0

    init(_ graph: OrganisationGraph, width: Double, words: Words) {
        self.graph = graph
        self.width = width
        var parent = [Int?](repeating: nil, count: graph.bodies.count)
        for (index, relation) in graph.relations.enumerated() {
            let (upper, lower) =
                graph.layers[relation.from] < graph.layers[relation.to]
                ? (relation.from, relation.to) : (relation.to, relation.from)
            if graph.layers[upper] < graph.layers[lower], parent[lower] == nil { parent[lower] = index }
        }
        self.parent = parent
        let least = width - 5 * Self.indent - 22
        names = namesApart(graph.bodies.map(\.name), to: least, in: .title, lines: 4)
    }

    private func upper(_ relation: Int) -> Int {
        let one = graph.relations[relation]
        return graph.layers[one.from] < graph.layers[one.to] ? one.from : one.to
    }

    func draw() -> Drawing {
        var drawing = Drawing(width: width)
        var boxes = [Box?](repeating: nil, count: graph.bodies.count)
        var y = 0.0
        let roots = graph.bodies.indices.filter { parent[$0] == nil }.sorted {
            (graph.layers[$0], $0) < (graph.layers[$1], $1)
        }
        // A stack instead of recursion: the deepest organisation cannot exhaust it.
        var open = roots.reversed().map { (body: $0, depth: 0) }
        while let (body, depth) = open.popLast() {
            let x = Double(min(depth, 5)) * Self.indent
            let box = drawBox(body, x: x, top: y, into: &drawing)
            boxes[body] = box
            y = box.maxY + 12
            let children = graph.bodies.indices.filter { child in parent[child].map { upper($0) == body } ?? false }
            open += children.reversed().map { ($0, depth + 1) }
        }
        for body in graph.bodies.indices {
            guard let relation = parent[body], let box = boxes[body], let above = boxes[upper(relation)],
                box.x > above.x
            else { continue }
            let x = above.x + 10
            let route = [Point(x: x, y: above.maxY), Point(x: x, y: box.y + 16), Point(x: box.x + 1, y: box.y + 16)]
            let pointsDown = graph.relations[relation].to == body
            drawing.add(.line(LineMark(points: pointsDown ? route : route.reversed(), kind: .link, hasArrow: true)))
        }
        drawing.height = max(y - 10, 2)
        drawing.plots = [Box(x: 0, y: 0, width: width, height: drawing.height)]
        return drawing
    }

    private func drawBox(_ body: Int, x: Double, top: Double, into drawing: inout Drawing) -> Box {
        let room = width - x - 22
        let name = wrapped(names[body], to: room, in: .title, lines: 4)
        var notes: [String] =
            graph.bodies[body].note.isEmpty ? [] : wrapped(graph.bodies[body].note, to: room, in: .note, lines: 5)
        for (index, relation) in graph.relations.enumerated() where relation.from == body {
            // An unnamed line that is drawn needs no words.
            if relation.label.isEmpty, parent[relation.to] == index || parent[body] == index { continue }
            let text = (relation.label.isEmpty ? "" : relation.label + " ") + "→ " + graph.bodies[relation.to].name
            notes += wrapped(text, to: room, in: .note, lines: 3)
        }
        let height =
            16 + Double(name.count) * TextStyle.title.lineHeight + Double(notes.count) * TextStyle.note.lineHeight
        drawing.add(.frame(FrameMark(box: Box(x: x + 1, y: top + 1, width: width - x - 2, height: height))))
        drawing.lines(name, x: x + 11, top: top + 8, .title)
        drawing.lines(notes, x: x + 11, top: top + 8 + Double(name.count) * TextStyle.title.lineHeight, .note)
        return Box(x: x, y: top, width: width - x, height: height + 2)
    }
}
