// Figures and tables in print with what stays with them: headings right above, and text below that may go on before them.
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
            case .footnoteReference, .image, .table, .block, .heading, .code: return false
            case .link:
                if case .web(let target)? = context.destination?(document, index) {
                    return printedAddress(of: target, besides: document.plainText(index)) == nil
                }
                return true
            default: return true
            }
        }
    }
}

extension TypstWriter {
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
