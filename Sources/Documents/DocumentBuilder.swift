// How a document comes into being: nodes are appended in the order of the text and closed when their children are done.
struct DocumentBuilder {
    private(set) var nodes: [Document.Node] = []
    private(set) var pool: [UInt8] = []
    /// Whether the last node is a text that may still grow.
    private var textIsOpen = false

    init(reserving bytes: Int) {
        pool.reserveCapacity(bytes)
        nodes.reserveCapacity(bytes / 14)
    }

    var nextIndex: Int { nodes.count }

    /// Appends a node; `close` ends it after its children.
    @discardableResult
    mutating func open(
        _ kind: Document.Kind,
        detail: UInt8 = 0,
        value: Int = 0,
        text: ArraySlice<UInt8> = [],
        second: ArraySlice<UInt8> = [],
        at position: SourcePosition
    ) -> Int {
        textIsOpen = false
        let index = nodes.count
        nodes.append(
            Document.Node(
                kind: kind,
                detail: detail,
                end: Int32(index + 1),
                textStart: UInt32(pool.count),
                textCount: UInt32(text.count),
                secondCount: UInt32(second.count),
                value: UInt32(clamping: value),
                line: UInt32(clamping: position.line),
                column: UInt32(clamping: position.column)
            )
        )
        pool.append(contentsOf: text)
        pool.append(contentsOf: second)
        return index
    }

    mutating func close(_ index: Int) {
        textIsOpen = false
        nodes[index].end = Int32(nodes.count)
    }

    /// Appends text; runs that follow each other become one node.
    mutating func text(_ bytes: ArraySlice<UInt8>, at position: SourcePosition) {
        if bytes.isEmpty { return }
        if textIsOpen {
            nodes[nodes.count - 1].textCount += UInt32(bytes.count)
            pool.append(contentsOf: bytes)
        } else {
            open(.text, text: bytes, at: position)
            textIsOpen = true
        }
    }

    /// The text that is still growing, without its last `count` bytes from now on.
    mutating func dropFromText(last count: Int) {
        guard textIsOpen, Int(nodes[nodes.count - 1].textCount) >= count else { return }
        nodes[nodes.count - 1].textCount -= UInt32(count)
        pool.removeLast(count)
        if nodes[nodes.count - 1].textCount == 0 {
            nodes.removeLast()
            textIsOpen = false
        }
    }

    /// Takes back the line break before: a soft one is the last byte of the text that is still growing.
    mutating func dropLineBreak() {
        if nodes.last?.kind == .lineBreak { nodes.removeLast() } else { dropFromText(last: 1) }
    }

    /// The bytes of the text that is still growing.
    var openText: ArraySlice<UInt8> {
        guard textIsOpen, let last = nodes.last else { return [] }
        return pool[Int(last.textStart)...]
    }

    mutating func set(_ index: Int, kind: Document.Kind) { nodes[index].kind = kind }
    mutating func set(_ index: Int, value: Int) { nodes[index].value = UInt32(clamping: value) }
    mutating func set(_ index: Int, secondCount: Int) { nodes[index].secondCount = UInt32(clamping: secondCount) }

    /// Gives a node its text after its children are there.
    mutating func set(_ index: Int, text: [UInt8]) {
        textIsOpen = false
        nodes[index].textStart = UInt32(pool.count)
        nodes[index].textCount = UInt32(text.count)
        pool.append(contentsOf: text)
    }

    /// The bytes of all texts below a node, with a sign where marks keep two of them apart: ids are made of it.
    func plainText(_ index: Int) -> [UInt8] {
        var text: [UInt8] = []
        for node in nodes[(index + 1)..<max(index + 1, Int(nodes[index].end))] {
            switch node.kind {
            case .text, .codeSpan: text += pool[Int(node.textStart)..<Int(node.textStart + node.textCount)]
            case .lineBreak: text.append(0x20)
            case .raised: text.append(UInt8(ascii: "^"))
            case .lowered: text.append(UInt8(ascii: "_"))
            default: break
            }
        }
        return text
    }

    /// Whether a node that is closed shows nothing at all.
    func isEmpty(_ index: Int) -> Bool { Document.isEmpty(index, nodes, pool) }

    func document(file: String) -> Document {
        // Copies, because appending leaves up to twice the needed room behind.
        Document(file: file, nodes: exact(nodes), pool: exact(pool))
    }

    private func exact<Element>(_ elements: [Element]) -> [Element] {
        [Element](unsafeUninitializedCapacity: elements.count) { buffer, count in
            _ = buffer.initialize(from: elements)
            count = elements.count
        }
    }
}
