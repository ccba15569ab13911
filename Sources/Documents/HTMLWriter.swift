// The document as HTML: one pass over its nodes, bytes to the end of the page.
import Markup

/// Writes documents as HTML; one writer per page, because abbreviations are explained once.
public struct HTMLWriter {
    public var context: HTMLContext
    /// Abbreviations that this page has explained.
    var explained: Set<Int> = []
    /// Labels of tables on this page, and how often: regions need names of their own.
    private var tableLabels: [String: Int] = [:]
    /// Inside headings and links abbreviations are left alone.
    private var quietDepth = 0
    private var linkDepth = 0
    /// Whether what is written now stands in a link, where HTML allows no other.
    public var isInLink: Bool { linkDepth > 0 }

    private struct Open {
        var end: Int
        var node: Int
    }

    public init(_ context: HTMLContext = HTMLContext()) { self.context = context }

    /// Writes the whole document.
    public mutating func write(_ document: Document, into output: inout ByteWriter) {
        write(1..<document.end(0), of: document, into: &output)
    }

    /// Writes what is inside a node.
    public mutating func writeChildren(
        of node: Document.NodeIndex,
        in document: Document,
        into output: inout ByteWriter
    ) {
        write((node + 1)..<document.end(node), of: document, into: &output)
    }

    private mutating func write(
        _ range: Range<Int>,
        of document: Document,
        into output: inout ByteWriter
    ) {
        var open: [Open] = []
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, last.end <= index {
                open.removeLast()
                close(last.node, inside: open.last?.node, of: document, into: &output)
            }
            let isWhole = enter(
                index,
                isFirst: open.last.map { $0.node + 1 == index } ?? true,
                of: document,
                into: &output
            )
            if isWhole {
                index = document.end(index)
            } else {
                open.append(Open(end: document.end(index), node: index))
                index += 1
            }
        }
        while let last = open.popLast() {
            close(last.node, inside: open.last?.node, of: document, into: &output)
        }
    }

    /// Writes the beginning of a node, or all of it: then it returns true.
    private mutating func enter(
        _ node: Int,
        isFirst: Bool,
        of document: Document,
        into output: inout ByteWriter
    ) -> Bool {
        switch document.kind(node) {
        case .text:
            if quietDepth > 0 || context.abbreviations.isEmpty {
                output.escaped(document.textBytes(node))
            } else {
                writeExplaining(document.textBytes(node), into: &output)
            }
            return true
        case .paragraph:
            if !document.isTight(node) {
                output.block("<p>")
            } else if !isFirst {
                output.lineStart()
            }
        case .heading:
            // Nobody hears or sees an empty heading; it was a finding.
            if document.isEmpty(node), !context.isPlain { return true }
            quietDepth += 1
            output.lineStart()
            output.raw("<h")
            output.integer(document.headingLevel(node))
            if !context.isPlain || document.headingHasGivenID(node) {
                output.raw(" id=\"")
                output.escaped(document.textBytes(node))
                output.byte(UInt8(ascii: "\""))
            }
            output.raw(">")
        case .quote: output.block("<blockquote>\n")
        case .quotation: output.block("<figure class=\"quotation\"><blockquote>\n")
        case .attribution: output.block("</blockquote><figcaption>")
        case .alert: writeAlertStart(document.alert(node), into: &output)
        case .list:
            output.lineStart()
            if let start = document.listStart(node) {
                output.raw("<ol")
                if start != 1 {
                    output.raw(" start=\"")
                    output.integer(start)
                    output.byte(UInt8(ascii: "\""))
                }
                output.raw(">\n")
            } else {
                output.raw("<ul>\n")
            }
        case .item: output.block("<li>")
        case .rule:
            context.isPlain ? output.block("<hr />\n") : output.block("<hr>\n")
            return true
        case .code:
            writeCode(node, of: document, into: &output)
            return true
        case .block:
            if let block = context.block {
                output.lineStart()
                block(document, node, &self, &output)
            } else {
                writeCode(node, of: document, into: &output)
            }
            return true
        case .table: writeTableStart(node, of: document, into: &output)
        case .row: writeRowStart(node, of: document, into: &output)
        case .cell: writeCellStart(node, of: document, into: &output)
        case .footnotes:
            output.block("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
            output.escaped(context.strings.footnotes)
            output.raw("\">\n<ol>\n")
        case .footnote:
            output.block("<li id=\"")
            output.raw(HeadingIDs.notePrefix)
            output.escaped(context.footnotePrefix)
            output.integer(document.footnoteNumber(node))
            output.raw("\">\n")
        case .lineBreak:
            context.isPlain ? output.raw("<br />\n") : output.raw("<br>\n")
            return true
        case .codeSpan:
            output.raw("<code>")
            output.escaped(document.textBytes(node))
            output.raw("</code>")
            return true
        case .emphasis: output.raw("<em>")
        case .strong: output.raw("<strong>")
        case .raised: output.raw("<sup>")
        case .lowered: output.raw("<sub>")
        case .link:
            quietDepth += 1
            linkDepth += 1
            writeLinkStart(node, of: document, into: &output)
        case .image:
            writeImage(node, of: document, into: &output)
            return true
        case .crossReference:
            if let crossReference = context.crossReference {
                crossReference(document, node, &self, &output)
            } else {
                writeLinkStart(node, of: document, into: &output)
                output.raw("</a>")
            }
            return true
        case .boundNumber:
            writeNumber(node, of: document, into: &output)
            return true
        case .footnoteReference:
            writeFootnoteReference(node, of: document, into: &output)
            return true
        case .document: break
        }
        return false
    }

    private mutating func close(
        _ node: Int,
        inside parent: Int?,
        of document: Document,
        into output: inout ByteWriter
    ) {
        switch document.kind(node) {
        case .paragraph:
            if let parent, document.kind(parent) == .footnote, document.end(parent) == document.end(node) {
                writeBackLinks(parent, of: document, into: &output)
            }
            if !document.isTight(node) { output.raw("</p>\n") }
        case .heading:
            quietDepth -= 1
            output.raw("</h")
            output.integer(document.headingLevel(node))
            output.raw(">\n")
        case .quote: output.block("</blockquote>\n")
        case .quotation: output.raw("</figcaption></figure>\n")
        case .alert: output.block("</aside>\n")
        case .list: output.raw(document.listStart(node) == nil ? "</ul>\n" : "</ol>\n")
        case .item: output.raw("</li>\n")
        case .table: writeTableEnd(node, of: document, into: &output)
        case .row: writeRowEnd(node, of: document, into: &output)
        case .cell: writeCellEnd(node, of: document, into: &output)
        case .footnotes: output.block("</ol>\n</section>\n")
        case .footnote:
            let last = Array(document.children(node)).last
            if last.map({ document.kind($0) != .paragraph }) ?? true {
                output.block("<p>")
                writeBackLinks(node, of: document, into: &output)
                output.raw("</p>\n")
            }
            output.raw("</li>\n")
        case .emphasis: output.raw("</em>")
        case .strong: output.raw("</strong>")
        case .raised: output.raw("</sup>")
        case .lowered: output.raw("</sub>")
        case .link:
            quietDepth -= 1
            linkDepth -= 1
            output.raw("</a>")
        default: break
        }
    }

    // MARK: Blocks

    private func writeAlertStart(_ alert: Document.Alert, into output: inout ByteWriter) {
        let title = context.strings.title(of: alert)
        output.block("<aside class=\"alert alert-")
        output.raw(alert.name)
        // A note is no landmark: many may have the same name.
        output.raw("\" role=\"note\" aria-label=\"")
        output.escaped(title)
        output.raw("\"><p class=\"alert-title\">")
        output.escaped(title)
        output.raw("</p>\n")
    }

    private func writeCode(_ node: Int, of document: Document, into output: inout ByteWriter) {
        // On a narrow screen long lines scroll sideways; who has no pointer must be able to reach that.
        if context.isPlain { output.block("<pre><code") } else { output.block("<pre tabindex=\"0\"><code") }
        let language = document.secondTextBytes(node).prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        if !language.isEmpty {
            output.raw(" class=\"language-")
            output.escaped(language)
            output.byte(UInt8(ascii: "\""))
        }
        output.raw(">")
        output.escaped(document.textBytes(node))
        output.raw("</code></pre>\n")
    }

    /// A name for the region around a table: its header, with a number where another table has the same.
    mutating func label(ofTable node: Int, in document: Document) -> String {
        var words: [String] = []
        if let header = document.children(node).first(where: { _ in true }) {
            let number = context.boundNumberText
            words = document.children(header).map { cell in
                document.plainText(cell) { number?(document, $0) ?? "" }
            }.filter { !$0.isEmpty }
        }
        var label = context.strings.table + (words.isEmpty ? "" : ": " + words.prefix(6).joined(separator: ", "))
        let count = (tableLabels[label] ?? 0) + 1
        tableLabels[label] = count
        if count > 1 { label += " (\(count))" }
        return label
    }
}

extension ByteWriter {
    /// Begins a new line unless one has just begun.
    mutating func lineStart() { if let last = bytes.last, last != 0x0A { byte(0x0A) } }

    /// Text at the beginning of a line.
    mutating func block(_ text: StaticString) {
        lineStart()
        raw(text)
    }
}
