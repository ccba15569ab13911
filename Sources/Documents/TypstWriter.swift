// The document as Typst: the second writer, beside HTML. One statement for each block; the look of each is in templates/report.typ.
import Diagnostics
import Markup

/// Writes documents as Typst code. One writer for each page of a report, because abbreviations are explained once a page.
///
/// Blocks become statements in code mode (`par({"Tekst"})`), inline content a code block whose values join
/// (`{"Een "; strong({"woord"})}`).
public struct TypstWriter {
    public var context: TypstContext
    /// Where in the output the blocks of the author begin: leads errors of Typst back to their source.
    public private(set) var marks: [Mark] = []
    /// Abbreviations that this page has explained.
    var explained: Set<Int> = []
    /// Footnotes that stand in the text already; a second reference repeats the number.
    var printedFootnotes: Set<String> = []
    /// What the line ends with so far, where that is a raised sign: the next one must not run into it.
    var raised: Raised?
    /// Inside headings and links abbreviations are left alone.
    var quietDepth = 0
    /// Inside links numbers lead nowhere else, and notes wait until the link is over.
    var linkDepth = 0
    var notesBehindLink: [Document.NodeIndex] = []
    /// How many nodes are open. Typst sets a few dozen at most within each other; no reader needs half of that.
    var depth = 0
    static let deepest = 14
    /// The level of the heading above; a PDF for listeners may not skip one.
    private var headingLevel: Int?

    /// The offset of a byte in the output and the place of the block that begins there.
    public struct Mark: Sendable {
        public var offset: Int
        public var place: Place
    }

    public init(_ context: TypstContext = TypstContext()) { self.context = context }

    /// Writes the whole document as statements.
    public mutating func write(_ document: Document, into output: inout ByteWriter) {
        writeBlocks(in: document.root, of: document, into: &output)
    }

    /// Remembers that what is written next comes from `place`.
    public mutating func mark(_ place: Place, in output: ByteWriter) {
        marks.append(Mark(offset: output.count, place: place))
    }

    mutating func writeBlocks(in parent: Int, of document: Document, into output: inout ByteWriter) {
        depth += 1
        defer { depth -= 1 }
        var nodes = document.children(parent).filter { document.kind($0) != .footnotes }[...]
        while let node = nodes.first {
            if parent == document.root, let group = FloatGroup(nodes, of: document, context) {
                write(group, of: document, into: &output)
                nodes = nodes.dropFirst(group.count)
            } else if parent == document.root, let opening = NotedOpening(nodes, of: document, context) {
                write(opening, of: document, into: &output)
                nodes = nodes.dropFirst(opening.nodes.count)
            } else {
                writeMarked(node, of: document, into: &output)
                nodes = nodes.dropFirst()
            }
        }
    }

    /// Writes one block and remembers where it came from.
    mutating func writeMarked(_ node: Int, of document: Document, into output: inout ByteWriter) {
        mark(document.place(node), in: output)
        raised = nil
        if depth > Self.deepest {
            output.raw("par(")
            output.typst(document.plainText(node))
            output.raw(");\n")
        } else {
            writeBlock(node, of: document, into: &output)
        }
    }

    private mutating func writeBlock(_ node: Int, of document: Document, into output: inout ByteWriter) {
        switch document.kind(node) {
        case .paragraph: writeParagraph(node, of: document, into: &output)
        case .heading: writeHeading(node, of: document, into: &output)
        case .quote, .quotation: writeQuotation(node, of: document, into: &output)
        case .alert:
            let alert = document.alert(node)
            output.raw("alert(\"")
            output.raw(alert.name)
            output.raw("\", ")
            let index = Int(alert.rawValue)
            output.typst(index < context.alertTitles.count ? context.alertTitles[index] : "\(alert.name)")
            output.raw(", ")
            writeBlockValue(node, of: document, into: &output)
            output.raw(");\n")
        case .list: writeList(node, of: document, into: &output)
        case .rule: output.raw("rule();\n")
        case .code: writeCode(node, of: document, into: &output)
        case .block:
            if let block = context.block {
                block(document, node, &self, &output)
            } else {
                writeCode(node, of: document, into: &output)
            }
        case .table: writeTable(node, of: document, into: &output)
        default: break
        }
    }

    private mutating func writeParagraph(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let parts = Array(document.children(node))
        // A picture on its own is a block; among words it is as high as a line.
        if parts.count == 1, document.kind(parts[0]) == .image, let path = context.image?(document, parts[0]) {
            writePicture("picture", path, parts[0], of: document, into: &output)
            output.raw(";\n")
            return
        }
        if !document.isTight(node) { output.raw("par(") }
        writeInlines(of: node, in: document, into: &output)
        output.raw(document.isTight(node) ? ";\n" : ");\n")
    }

    private mutating func writeHeading(_ node: Int, of document: Document, into output: inout ByteWriter) {
        if document.isEmpty(node) { return }
        // A PDF for listeners wants words in a heading: those of its picture, or none of it becomes one.
        let isWordless = !document.hasWords(node)
        let alternative = isWordless ? alternative(node, of: document) : ""
        guard !isWordless || !alternative.allSatisfy(\.isWhitespace) else {
            return writeParagraph(node, of: document, into: &output)
        }
        quietDepth += 1
        output.raw("section(")
        let least = max(1, document.headingLevel(node) + context.headingShift)
        let level = min(least, (headingLevel ?? 1 + context.headingShift) + 1)
        headingLevel = level
        output.integer(level)
        output.raw(", ")
        output.typstVerbatim(context.labelPrefix + "#" + document.headingID(node))
        output.raw(", ")
        if isWordless { output.typst(alternative) } else { writeInlines(of: node, in: document, into: &output) }
        output.raw(");\n")
        quietDepth -= 1
    }

    private mutating func writeQuotation(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.raw("quotation(")
        // The attribution is the last child: left out of the blocks by its kind.
        writeBlockValue(node, of: document, into: &output)
        if let attribution = document.children(node).first(where: { document.kind($0) == .attribution }) {
            output.raw(", attribution: ")
            writeInlines(of: attribution, in: document, into: &output)
        }
        output.raw(");\n")
    }

    private mutating func writeList(_ node: Int, of document: Document, into output: inout ByteWriter) {
        if let start = document.listStart(node) {
            output.raw("enum(start: ")
            output.integer(start)
        } else {
            output.raw("list(")
        }
        let items = Array(document.children(node))
        let isTight = items.contains { item in
            document.children(item).contains { document.kind($0) == .paragraph && document.isTight($0) }
        }
        if document.listStart(node) != nil { output.raw(", ") }
        output.raw(isTight ? "tight: true" : "tight: false")
        for item in items {
            output.raw(", ")
            writeBlockValue(item, of: document, into: &output)
        }
        output.raw(");\n")
    }

    private func writeCode(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.raw("code-block(")
        output.typstVerbatim(document.textBytes(node))
        output.raw(");\n")
    }

    /// The blocks inside a node as one value.
    mutating func writeBlockValue(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.raw("{\n")
        writeBlocks(in: node, of: document, into: &output)
        output.raw("}")
    }

    private mutating func writeTable(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let rows = Array(document.children(node))
        guard let header = rows.first else { return }
        output.raw("text-table(columns: ")
        output.integer(document.columnCount(table: node))
        output.raw(", align: (")
        for cell in document.children(header) {
            switch document.alignment(cell: cell) {
            case .none, .left: output.raw("left, ")
            case .center: output.raw("center, ")
            case .right: output.raw("right, ")
            }
        }
        output.raw("), header: (")
        writeCells(of: header, in: document, into: &output)
        output.raw("), rows: (")
        for row in rows.dropFirst() {
            output.raw("\n(")
            writeCells(of: row, in: document, into: &output)
            output.raw("), ")
        }
        output.raw("));\n")
    }

    private mutating func writeCells(of row: Int, in document: Document, into output: inout ByteWriter) {
        for cell in document.children(row) {
            raised = nil
            writeInlines(of: cell, in: document, into: &output)
            output.raw(", ")
        }
    }
}
