// What Markdown is read into and what both writers (HTML, Typst) walk: a tree kept flat, so that thousands of pages stay in memory.

/// A page as a tree of nodes. The nodes lie in one array in the order of the text; the subtree of node `i` is `i..<end(i)`.
///
/// All text lies in one pool of UTF-8 bytes and nodes point into it: a page of 2.75 KB takes about 10 KB.
public struct Document: Sendable {
    public typealias NodeIndex = Int

    /// What a node is. Containers have children; the others carry text.
    public enum Kind: UInt8, Sendable {
        // Blocks.
        case document, paragraph, heading, quote, list, item, rule
        /// A quotation with its source: blocks, and as last child an `attribution` with inline content.
        case quotation, attribution
        case alert
        /// Code, fenced or indented: `text` is the code, `secondText` the info string.
        case code
        /// A fenced block of a kind that the caller named: `text` is its body, `secondText` its kind.
        case block
        case table, row, cell
        /// Last child of the document where there are footnotes: `footnote` nodes with blocks, in the order of their numbers.
        case footnotes, footnote
        // Inlines. Text may hold line feeds: these are the soft line breaks of the source.
        case text, lineBreak, codeSpan, emphasis, strong
        /// Superscript and subscript.
        case raised, lowered
        /// `text` is the destination, `secondText` the title.
        case link, image
        /// A link without text of its own: `text` is the destination.
        case crossReference
        /// `text` is the id, `secondText` the format or nothing.
        case boundNumber
        /// `text` is the label; see `footnoteNumber` and `footnoteOccurrence`.
        case footnoteReference
    }

    /// The five kinds of alert, as GitHub names them.
    public enum Alert: UInt8, Sendable, CaseIterable {
        case note, tip, important, warning, caution

        public var name: StaticString {
            switch self {
            case .note: "note"
            case .tip: "tip"
            case .important: "important"
            case .warning: "warning"
            case .caution: "caution"
            }
        }
    }

    /// How the author aligned a column.
    public enum Alignment: UInt8, Sendable {
        case none, left, center, right

        public var name: StaticString {
            switch self {
            case .none: ""
            case .left: "left"
            case .center: "center"
            case .right: "right"
            }
        }
    }

    struct Node: Sendable {
        var kind: Kind
        /// Heading level, alignment, kind of alert, or a flag (ordered list, tight paragraph, header row, unsafe link).
        var detail: UInt8 = 0
        /// Index after the last node of the subtree.
        var end: Int32 = 0
        var textStart: UInt32 = 0
        var textCount: UInt32 = 0
        /// The second text follows the first in the pool.
        var secondCount: UInt32 = 0
        /// Start of an ordered list, number of a footnote, columns of a table.
        var value: UInt32 = 0
        var line: UInt32 = 0
        var column: UInt32 = 0
    }

    /// The file the text comes from, for places.
    public let file: String
    var nodes: [Node]
    var pool: [UInt8]

    /// A document with nothing in it.
    public init(file: String) {
        self.init(file: file, nodes: [Node(kind: .document, end: 1, line: 1, column: 1)], pool: [])
    }

    init(file: String, nodes: [Node], pool: [UInt8]) {
        self.file = file
        self.nodes = nodes
        self.pool = pool
    }
}
