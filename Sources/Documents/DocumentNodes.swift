// Reading one node of the tree: its kind, its texts, its place, its children.
import Diagnostics

extension Document {
    /// The document node itself.
    public var root: NodeIndex { 0 }
    public var nodeCount: Int { nodes.count }

    public func kind(_ node: NodeIndex) -> Kind { nodes[node].kind }

    /// The index after the last node of the subtree of `node`.
    public func end(_ node: NodeIndex) -> NodeIndex { Int(nodes[node].end) }

    public func children(_ node: NodeIndex) -> Children { Children(document: self, next: node + 1, end: end(node)) }

    /// The children of one node, first to last.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        let document: Document
        var current: NodeIndex
        let end: NodeIndex

        init(document: Document, next: NodeIndex, end: NodeIndex) {
            self.document = document
            current = next
            self.end = end
        }

        public mutating func next() -> NodeIndex? {
            guard current < end else { return nil }
            defer { current = document.end(current) }
            return current
        }
    }

    /// The bytes of a text, code, destination, id or label, as the kind says.
    public func textBytes(_ node: NodeIndex) -> ArraySlice<UInt8> {
        let start = Int(nodes[node].textStart)
        return pool[start..<start + Int(nodes[node].textCount)]
    }

    /// The bytes of a title, format, info string or block kind, as the kind says.
    public func secondTextBytes(_ node: NodeIndex) -> ArraySlice<UInt8> {
        // Footnotes keep a count where other kinds have the length of their second text.
        if nodes[node].kind == .footnote || nodes[node].kind == .footnoteReference { return [] }
        let start = Int(nodes[node].textStart) + Int(nodes[node].textCount)
        return pool[start..<start + Int(nodes[node].secondCount)]
    }

    public func text(_ node: NodeIndex) -> String { String(decoding: textBytes(node), as: UTF8.self) }
    public func secondText(_ node: NodeIndex) -> String { String(decoding: secondTextBytes(node), as: UTF8.self) }

    /// Where the node begins; for a fenced block where the first line of its body begins.
    ///
    /// Exact for blocks and for links, images, cross-references, bound numbers and footnote references; text and emphasis have
    /// the place of their paragraph where it holds none of these.
    public func place(_ node: NodeIndex) -> Place {
        Place(file: file, line: Int(nodes[node].line), column: Int(nodes[node].column))
    }

    /// 1 to 6.
    public func headingLevel(_ node: NodeIndex) -> Int { Int(nodes[node].detail) }
    /// The id of a heading, given or made from its text.
    public func headingID(_ node: NodeIndex) -> String { text(node) }
    /// Whether the author gave the id.
    public func headingHasGivenID(_ node: NodeIndex) -> Bool { nodes[node].value == 1 }
    /// The number an ordered list starts with; nil for a bulleted list.
    public func listStart(_ node: NodeIndex) -> Int? { nodes[node].detail == 1 ? Int(nodes[node].value) : nil }
    /// Whether a paragraph is written without tags because its list is tight.
    public func isTight(_ node: NodeIndex) -> Bool { nodes[node].detail == 1 }
    public func alert(_ node: NodeIndex) -> Alert { Alert(rawValue: nodes[node].detail) ?? .note }
    public func isHeader(row node: NodeIndex) -> Bool { nodes[node].detail == 1 }
    public func isHeader(cell node: NodeIndex) -> Bool { nodes[node].value == 1 }
    /// Whether a row is the first below the header.
    public func isFirst(row node: NodeIndex) -> Bool { nodes[node].value == 1 }
    public func columnCount(table node: NodeIndex) -> Int { Int(nodes[node].value) }
    public func alignment(cell node: NodeIndex) -> Alignment { Alignment(rawValue: nodes[node].detail) ?? .none }
    /// Whether a link or image had a destination that is not allowed; its destination is empty then.
    public func isUnsafe(_ node: NodeIndex) -> Bool { nodes[node].detail == 1 }
    /// The number of a footnote or of a reference to it, from 1.
    public func footnoteNumber(_ node: NodeIndex) -> Int { Int(nodes[node].value) }
    /// For a reference: the how-manieth to its footnote, from 1. For a footnote: how many references there are.
    public func footnoteOccurrence(_ node: NodeIndex) -> Int { Int(nodes[node].secondCount) }
}
