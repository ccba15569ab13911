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

    /// All headings that say something, also those in block quotes and lists, in the order of the text.
    public var headings: [Heading] {
        nodes(of: .heading).filter { !isEmpty($0) }.map {
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

    /// Whether a node shows nothing at all: an empty heading, or one of a comment only.
    func isEmpty(_ node: NodeIndex) -> Bool { Document.isEmpty(node, nodes, pool) }

    static func isEmpty(_ node: NodeIndex, _ nodes: [Node], _ pool: [UInt8]) -> Bool {
        !(node + 1..<max(node + 1, Int(nodes[node].end))).contains { index in
            switch nodes[index].kind {
            case .text, .codeSpan:
                !isBlank(pool[Int(nodes[index].textStart)..<Int(nodes[index].textStart + nodes[index].textCount)])
            case .boundNumber, .crossReference, .footnoteReference, .image: true
            default: false
            }
        }
    }

    /// Whether there are words below a node that are not those of an image or a note.
    func hasWords(_ node: NodeIndex) -> Bool {
        var index = node + 1
        while index < end(node) {
            switch nodes[index].kind {
            case .text, .codeSpan: if !Document.isBlank(textBytes(index)) { return true }
            case .boundNumber, .crossReference: return true
            case .image:
                index = end(index)
                continue
            default: break
            }
            index += 1
        }
        return false
    }

    /// Whether a text holds nothing but white space and signs without a shape.
    private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    }

    /// The text below a node without any marks: line breaks become blanks, blocks and cells are separated by a blank, raised and
    /// lowered text stays recognizable (`ScriptText`).
    ///
    /// - Parameters:
    ///   - number: what stands for a bound number; nothing by default.
    ///   - reference: what stands for a link without a text of its own; nothing by default.
    public func plainText(
        _ node: NodeIndex,
        number: ((NodeIndex) -> String)? = nil,
        reference: ((NodeIndex) -> String)? = nil
    ) -> String {
        var text = plainBytes(node, number: number, reference: reference)
        for index in text.indices where text[index] == 0x0A { text[index] = 0x20 }
        return String(decoding: text, as: UTF8.self)
    }

    private func plainBytes(
        _ node: NodeIndex,
        number: ((NodeIndex) -> String)?,
        reference: ((NodeIndex) -> String)?
    ) -> [UInt8] {
        var text: [UInt8] = []
        func separate() { if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) } }
        var isAfterBreak = false
        var index = node
        while index < end(node) {
            switch nodes[index].kind {
            case .text:
                text.append(contentsOf: isAfterBreak ? textBytes(index).drop { $0 == 0x20 } : textBytes(index))
            case .codeSpan: text.append(contentsOf: textBytes(index))
            case .lineBreak: separate()
            case .paragraph, .item, .cell, .quote, .heading, .attribution: if index > node { separate() }
            case .crossReference: if let reference { text.append(contentsOf: reference(index).utf8) }
            case .boundNumber: if let number { text.append(contentsOf: number(index).utf8) }
            case .raised, .lowered:
                guard index > node else { break }
                let inside = String(
                    decoding: plainBytes(index, number: number, reference: reference),
                    as: UTF8.self
                )
                let isRaised = nodes[index].kind == .raised
                if !inside.isEmpty { text.append(contentsOf: ScriptText.plain(inside, isRaised: isRaised).utf8) }
                index = end(index)
                continue
            default: break
            }
            isAfterBreak = nodes[index].kind == .lineBreak
            index += 1
        }
        return text
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
