// CommonMark as libcmark reads it, as plain values: what the extensions work on.

/// The nodes of a text in its order; the subtree of node `i` is `i..<nodes[i].end`.
struct CommonMarkTree {
    enum Kind: UInt8 {
        case document, quote, list, item, code, html, paragraph, heading, rule
        case text, softBreak, lineBreak, codeSpan, htmlInline, emphasis, strong, link, image

        var isInline: Bool { rawValue >= Kind.text.rawValue }
    }

    struct Node {
        var kind: Kind
        /// Heading level; 1 for an ordered or (fence) a fenced block.
        var level: UInt8 = 0
        var isTight = false
        var end = 0
        /// Text, code, destination.
        var text: Range<Int> = 0..<0
        /// Info string, title.
        var second: Range<Int> = 0..<0
        var start = 0
        /// Line and byte column from 1; only good for blocks.
        var line = 0
        var column = 0
        var endLine = 0
    }

    var nodes: [Node] = []
    var pool: [UInt8] = []

    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { pool[range] }
}
