// Going through libcmark's blocks in order while knowing which block quotes and list items are open.
struct BlockWalk {
    let source: MarkdownSource
    private(set) var containers = Containers()
    private var ends: [Int] = []

    init(source: MarkdownSource) { self.source = source }

    /// Closes what ended before the node at `index` and opens it, if it is a container.
    mutating func enter(_ index: Int, _ node: CommonMarkTree.Node) {
        while let end = ends.last, end <= index {
            ends.removeLast()
            containers.pop()
        }
        guard node.end > index + 1 else { return }
        switch node.kind {
        case .quote: containers.pushQuote()
        case .item: containers.pushItem(in: source, line: node.line - 1, column: node.column)
        default: return
        }
        ends.append(node.end)
    }
}
