// What stays together in print: headings with what follows, and figures with the text below that may go on before them.
import Markup

/// A figure or table, the headings right above it, and the text right below it.
///
/// The template needs them together: a heading goes along to a page that a table takes for itself, and where a page has no room left
/// for a figure, the text below it may fill that page, but never the text of another section.
struct FloatGroup {
    let headings: ArraySlice<Document.NodeIndex>
    let float: Document.NodeIndex
    let following: ArraySlice<Document.NodeIndex>

    /// How many blocks it takes.
    var count: Int { headings.count + 1 + following.count }

    /// More text than this fills a page in any case.
    private static let bytesOfAPage = 4_000

    /// The group at the beginning of `nodes`; nil where there is none, or nothing but the figure or table.
    init?(_ nodes: ArraySlice<Document.NodeIndex>, of document: Document, _ context: TypstContext) {
        headings = nodes.prefix { document.kind($0) == .heading }
        let rest = nodes.dropFirst(headings.count)
        guard let float = rest.first else { return nil }
        self.float = float
        switch document.kind(float) {
        // A table without a number stands where it is.
        case .table: following = []
        case .block where context.isFloat?(document, float) ?? false:
            var bytes = 0
            following = rest.dropFirst().prefix { node in
                guard bytes < Self.bytesOfAPage, FloatGroup.mayGoOn(node, of: document, context) else { return false }
                for index in node..<document.end(node) where document.kind(index) == .text {
                    bytes += document.textBytes(index).count
                }
                return true
            }
        default: return nil
        }
        if headings.isEmpty && following.isEmpty { return nil }
    }

    /// Text without notes: in a group Typst may set the last of them on the page after.
    private static func mayGoOn(_ node: Document.NodeIndex, of document: Document, _ context: TypstContext) -> Bool {
        guard [.paragraph, .list, .quote, .quotation, .alert].contains(document.kind(node)) else { return false }
        return (node..<document.end(node)).allSatisfy { index in
            switch document.kind(index) {
            case .image, .table, .block, .heading, .code: false
            default: !document.hasNote(index, context)
            }
        }
    }
}

/// Headings and the paragraph below them that has a note in its first lines.
///
/// Typst moves such lines to the page that has room for the note, and forgets the heading that has to go along.
struct NotedOpening {
    let nodes: ArraySlice<Document.NodeIndex>

    /// About three lines; what is longer than a third of a page rather breaks.
    private static let bytesOfFirstLines = 200
    private static let mostBytes = 1_500

    init?(_ nodes: ArraySlice<Document.NodeIndex>, of document: Document, _ context: TypstContext) {
        let headings = nodes.prefix { document.kind($0) == .heading }
        let rest = nodes.dropFirst(headings.count)
        guard !headings.isEmpty, let paragraph = rest.first, document.kind(paragraph) == .paragraph else { return nil }
        var bytes = 0
        var hasNote = false
        for index in paragraph..<document.end(paragraph) {
            if document.kind(index) == .text { bytes += document.textBytes(index).count }
            if bytes <= Self.bytesOfFirstLines, document.hasNote(index, context) { hasNote = true }
        }
        guard hasNote, bytes <= Self.mostBytes else { return nil }
        self.nodes = headings + [paragraph]
    }
}

extension Document {
    /// Whether print sets a note for an inline: a footnote, or the address of a link.
    fileprivate func hasNote(_ node: NodeIndex, _ context: TypstContext) -> Bool {
        switch kind(node) {
        case .footnoteReference: return true
        case .link:
            guard case .web(let target)? = context.destination?(self, node) else { return false }
            return printedAddress(of: target, besides: plainText(node)) != nil
        default: return false
        }
    }
}

extension TypstWriter {
    /// `together({…})`
    mutating func write(_ opening: NotedOpening, of document: Document, into output: inout ByteWriter) {
        output.raw("together({")
        for node in opening.nodes { writeMarked(node, of: document, into: &output) }
        output.raw("});\n")
    }

    /// `around(before: {…}, {…}, after: {…})`, in the order in which it is read.
    mutating func write(_ group: FloatGroup, of document: Document, into output: inout ByteWriter) {
        output.raw("around(before: {")
        for node in group.headings { writeMarked(node, of: document, into: &output) }
        output.raw("}, {")
        writeMarked(group.float, of: document, into: &output)
        output.raw("}, after: {")
        for node in group.following { writeMarked(node, of: document, into: &output) }
        output.raw("});\n")
    }
}
