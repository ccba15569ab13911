// Links, images, numbers and footnote references as HTML.
import Markup

extension HTMLWriter {
    func writeLinkStart(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.raw("<a href=\"")
        writeDestination(node, of: document, into: &output)
        writeTitle(node, of: document, into: &output)
        output.raw("\">")
    }

    private func writeDestination(_ node: Int, of document: Document, into output: inout ByteWriter) {
        if let destination = context.destination?(document, node) {
            output.escapedHref(Array(destination.utf8)[...])
        } else {
            output.escapedHref(document.textBytes(node))
        }
    }

    private func writeTitle(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let title = document.secondTextBytes(node)
        if title.isEmpty { return }
        output.raw("\" title=\"")
        output.escaped(title)
    }

    mutating func writeImage(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.raw("<img src=\"")
        writeDestination(node, of: document, into: &output)
        output.raw("\" alt=\"")
        let number = context.boundNumberText
        output.escaped(document.plainText(node) { number?(document, $0) ?? document.text($0) })
        writeTitle(node, of: document, into: &output)
        output.byte(UInt8(ascii: "\""))
        if let attributes = context.imageAttributes { attributes(document, node, &self, &output) }
        output.raw(context.isPlain ? " />" : ">")
    }

    mutating func writeNumber(_ node: Int, of document: Document, into output: inout ByteWriter) {
        if let number = context.boundNumber {
            number(document, node, &self, &output)
        } else {
            output.raw("{{ ")
            output.escaped(document.textBytes(node))
            if !document.secondTextBytes(node).isEmpty {
                output.raw(" as ")
                output.escaped(document.secondTextBytes(node))
            }
            output.raw(" }}")
        }
    }

    func writeFootnoteReference(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let number = document.footnoteNumber(node)
        if isInLink {
            // A link of its own is not possible here; the note still leads back.
            output.raw("<sup class=\"footnote-ref\" id=\"")
            writeReferenceID(number, document.footnoteOccurrence(node), into: &output)
            output.raw("\">")
            output.integer(number)
            return output.raw("</sup>")
        }
        output.raw("<sup class=\"footnote-ref\"><a id=\"")
        writeReferenceID(number, document.footnoteOccurrence(node), into: &output)
        output.raw("\" href=\"#")
        output.raw(HeadingIDs.notePrefix)
        output.escaped(context.footnotePrefix)
        output.integer(number)
        output.raw("\" role=\"doc-noteref\">")
        output.integer(number)
        output.raw("</a></sup>")
    }

    private func writeReferenceID(_ number: Int, _ occurrence: Int, into output: inout ByteWriter) {
        output.raw(HeadingIDs.referencePrefix)
        output.escaped(context.footnotePrefix)
        output.integer(number)
        if occurrence > 1 {
            output.byte(UInt8(ascii: "-"))
            output.integer(occurrence)
        }
    }

    /// One arrow back for each reference to a footnote.
    func writeBackLinks(_ footnote: Int, of document: Document, into output: inout ByteWriter) {
        let number = document.footnoteNumber(footnote)
        for occurrence in 1...max(1, document.footnoteOccurrence(footnote)) {
            output.raw(" <a class=\"footnote-back\" href=\"#")
            writeReferenceID(number, occurrence, into: &output)
            output.raw("\" role=\"doc-backlink\" aria-label=\"")
            output.escaped(context.strings.backToText)
            if occurrence > 1 {
                output.raw(" (")
                output.integer(occurrence)
                output.byte(UInt8(ascii: ")"))
            }
            output.raw("\">↩</a>")
        }
    }
}
