// A `flow` of many stages on a phone: the stages under each other, every node a bar with its number, and below it in words where its streams go.

extension Flow {
    func drawList() -> Drawing {
        var drawing = Drawing(width: context.width)
        let titles = context.spec.parts.stages.map { readable($0.text) }
        let largest = graph.nodes.reduce(0) { max($0, $1.value) }
        let numbers = graph.nodes.map { cut(value($0), to: context.width / 2, in: .value) }
        let numberRoom = numbers.reduce(0) { max($0, TextStyle.value.width(of: $1)) } + 8
        let scale = LinearScale(0...max(largest, 1e-300), from: 0, to: context.width - numberRoom)
        var y = 0.0
        for stage in 0..<graph.stageCount {
            let title =
                titles.count == graph.stageCount ? titles[stage] : "\(context.words("Stap", "Stage")) \(stage + 1)"
            let lines = wrapped(title, to: context.width, in: .title, lines: 2)
            drawing.lines(lines, x: 0, top: y, .title)
            y += Double(lines.count) * TextStyle.title.lineHeight + 3
            drawing.line(.axis, Point(x: 0, y: y), Point(x: context.width, y: y))
            y += 7
            for index in graph.nodes.indices where graph.nodes[index].stage == stage {
                y = draw(index, numbers[index], top: y, scale, &drawing) + 10
            }
            y += 8
        }
        drawing.height = drawing.notes(notes, top: y - 8) + 2
        return drawing
    }

    private func draw(
        _ index: Int,
        _ number: String,
        top: Double,
        _ scale: LinearScale,
        _ drawing: inout Drawing
    ) -> Double {
        let node = graph.nodes[index]
        let names = namesApart(graph.nodes.map(\.name), to: context.width, in: .label, lines: 3)
        let name = wrapped(names[index], to: context.width, in: .label, lines: 3)
        drawing.lines(name, x: 0, top: top, .label)
        let barTop = top + Double(name.count) * TextStyle.label.lineHeight + 2
        let bar = Box(x: 0, y: barTop, width: scale(node.value), height: 14)
        drawing.plots.append(Box(x: 0, y: barTop, width: context.width, height: 14))
        if node.value > 0 { drawing.add(BarMark(box: bar, paint: .first, value: node.value)) }
        drawing.lines([number], x: bar.maxX + 8, middle: barTop + 7, .value)
        // The largest first; what is hidden comes last.
        let streams = graph.links.filter { $0.from == index }.sorted { $0.value > $1.value }.map { link in
            "\(graph.nodes[link.to].name) (\(context.words.text(link.cell, format)))"
        }
        guard !streams.isEmpty else { return barTop + 14 }
        let text = context.words("naar ", "to ") + context.words.list(streams, most: 8)
        let lines = wrapped(text, to: context.width, in: .note, lines: 8)
        drawing.lines(lines, x: 0, top: barTop + 17, .note)
        return barTop + 17 + Double(lines.count) * TextStyle.note.lineHeight
    }
}
