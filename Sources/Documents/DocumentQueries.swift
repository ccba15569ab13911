// What the resolver asks of a document: outline, plain text, and everything that leads elsewhere.
import Diagnostics

extension Document {
    /// One line of an outline.
    public struct Heading: Sendable {
        public var node: NodeIndex
        public var level: Int
        public var id: String
        /// Without marks; bound numbers in it are left out.
        public var text: String
        public var place: Place
    }

    /// All headings, also those in block quotes and lists, in the order of the text.
    public var headings: [Heading] {
        nodes(of: .heading).map {
            Heading(node: $0, level: headingLevel($0), id: headingID($0), text: plainText($0), place: place($0))
        }
    }

    /// All nodes of a kind, in the order of the text.
    public func nodes(of kind: Kind) -> [NodeIndex] { nodes.indices.filter { nodes[$0].kind == kind } }

    /// Links, cross-references and images, in the order of the text.
    public var references: [NodeIndex] {
        nodes.indices.filter {
            nodes[$0].kind == .link || nodes[$0].kind == .image || nodes[$0].kind == .crossReference
        }
    }

    /// Whether there is any node of a kind.
    public func contains(_ kind: Kind) -> Bool { nodes.contains { $0.kind == kind } }

    /// The text below a node without any marks: soft breaks become blanks, blocks and cells are separated by a blank.
    ///
    /// - Parameters:
    ///   - number: what stands for a bound number; nothing by default.
    ///   - reference: what stands for a link without a text of its own; nothing by default.
    public func plainText(
        _ node: NodeIndex,
        number: ((NodeIndex) -> String)? = nil,
        reference: ((NodeIndex) -> String)? = nil
    ) -> String {
        var text: [UInt8] = []
        func separate() { if let last = text.last, last != 0x20 { text.append(0x20) } }
        for index in node..<end(node) {
            switch nodes[index].kind {
            case .text, .codeSpan: text.append(contentsOf: textBytes(index))
            case .lineBreak: separate()
            case .paragraph, .item, .cell, .quote, .heading, .attribution: if index > node { separate() }
            case .crossReference: if let reference { text.append(contentsOf: reference(index).utf8) }
            case .boundNumber: if let number { text.append(contentsOf: number(index).utf8) }
            default: break
            }
        }
        for index in text.indices where text[index] == 0x0A { text[index] = 0x20 }
        return String(decoding: text, as: UTF8.self)
    }

    /// The number of words of running text, for a reading time.
    public var wordCount: Int {
        var count = 0
        for node in nodes where node.kind == .text {
            var isInWord = false
            for byte in pool[Int(node.textStart)..<Int(node.textStart + node.textCount)] {
                let isBlank = byte <= 0x20
                if !isBlank, !isInWord { count += 1 }
                isInWord = !isBlank
            }
        }
        return count
    }
}
