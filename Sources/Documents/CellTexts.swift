// The contents of table cells go through libcmark together: each as the second line of a paragraph, where nothing can begin a block.

/// The inline trees of the cells of a text's tables.
struct CellTexts {
    /// A line of its own and then blanks: what follows them is never anything but text of a paragraph.
    static let opening: [UInt8] = Array("x\n        ".utf8)
    /// The column, in its line, of the first byte after the opening.
    static let contentColumn = 9

    private(set) var tree = CommonMarkTree()
    /// By the offset of a cell's first byte: the node of its paragraph.
    private var paragraphs: [Int: Int] = [:]

    init(_ found: TablesAndTree, _ source: MarkdownSource, _ features: TextFeatures) {
        var text: [UInt8] = []
        var order: [Int] = []
        for (_, table) in found.tables.sorted(by: { $0.key < $1.key }) {
            for cell in table.header.cells + table.rows.flatMap(\.cells) where !Self.isPlain(source.bytes[cell]) {
                order.append(cell.lowerBound)
                text += Self.opening
                Self.appendUnescaped(source.bytes[cell], to: &text)
                text += [0x0A, 0x0A]
            }
        }
        if order.isEmpty { return }
        // The text itself comes behind, for the link definitions in it.
        if features.hasDefinitions { text += found.text }
        tree = readCommonMark(text)
        var node = 1
        for offset in order where node < tree.nodes.count {
            paragraphs[offset] = node
            node = tree.nodes[node].end
        }
    }

    init() {}

    /// The nodes of a cell; nil where it is plain text.
    func nodes(ofCellAt offset: Int) -> Range<Int>? {
        guard let paragraph = paragraphs[offset] else { return nil }
        // The `x` and its line break come first.
        return min(paragraph + 3, tree.nodes[paragraph].end)..<tree.nodes[paragraph].end
    }

    /// Whether libcmark would give the bytes back as they are.
    private static func isPlain(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "*"),
                UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "!"), 0:
                false
            default: true
            }
        }
    }

    private static func appendUnescaped(_ cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
        for offset in cell.indices {
            if cell[offset] == UInt8(ascii: "\\"), offset + 1 < cell.endIndex, cell[offset + 1] == UInt8(ascii: "|") {
                continue
            }
            text.append(cell[offset])
        }
    }
}
