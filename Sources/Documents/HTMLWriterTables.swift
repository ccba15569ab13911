// Tables as HTML: in a frame that scrolls sideways, with classes for alignment and numbers.
import Markup

extension HTMLWriter {
    mutating func writeTableStart(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.lineStart()
        if !context.isPlain {
            output.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
            output.escaped(label(ofTable: node, in: document))
            output.raw("\">")
        }
        output.raw("<table>\n")
    }

    func writeTableEnd(_ node: Int, of document: Document, into output: inout ByteWriter) {
        // A second row has opened the body.
        if document.end(node + 1) < document.end(node) { output.raw("</tbody>\n") }
        output.raw(context.isPlain ? "</table>\n" : "</table></div>\n")
    }

    func writeRowStart(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.lineStart()
        if document.isHeader(row: node) {
            output.raw("<thead>\n")
        } else if document.isFirst(row: node) {
            output.raw("<tbody>\n")
        }
        output.raw("<tr>\n")
    }

    func writeRowEnd(_ node: Int, of document: Document, into output: inout ByteWriter) {
        output.raw(document.isHeader(row: node) ? "</tr>\n</thead>\n" : "</tr>\n")
    }

    func writeCellStart(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let isHeader = document.isHeader(cell: node)
        output.raw(isHeader && !(isEmpty(node, document) && !context.isPlain) ? "<th" : "<td")
        let alignment = document.alignment(cell: node)
        if context.isPlain {
            if alignment != .none {
                output.raw(" align=\"")
                output.raw(alignment.name)
                output.byte(UInt8(ascii: "\""))
            }
        } else {
            let isNumber = !isHeader && isNumber(node, document)
            if isHeader, !isEmpty(node, document) { output.raw(" scope=\"col\"") }
            if alignment != .none || isNumber {
                output.raw(" class=\"")
                output.raw(alignment.name)
                if isNumber { output.raw(alignment == .none ? "number" : " number") }
                output.byte(UInt8(ascii: "\""))
            }
        }
        output.raw(">")
    }

    func writeCellEnd(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let isHeader = document.isHeader(cell: node) && !(isEmpty(node, document) && !context.isPlain)
        output.raw(isHeader ? "</th>\n" : "</td>\n")
    }

    private func isEmpty(_ node: Int, _ document: Document) -> Bool { document.end(node) == node + 1 }

    /// Whether a cell holds nothing but a number: digits with separators, a sign, a currency or percent sign; or a bound number.
    private func isNumber(_ node: Int, _ document: Document) -> Bool {
        guard document.end(node) == node + 2 else { return false }
        if document.kind(node + 1) == .boundNumber { return true }
        guard document.kind(node + 1) == .text else { return false }
        var text = document.textBytes(node + 1)
        var hasDigit = false
        while let byte = text.first {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigit = true
                text = text.dropFirst()
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x20:
                text = text.dropFirst()
            // Minus sign, euro sign; no-break space, plus-minus.
            case 0xE2 where text.starts(with: [0xE2, 0x88, 0x92]) || text.starts(with: [0xE2, 0x82, 0xAC]):
                text = text.dropFirst(3)
            case 0xC2 where text.starts(with: [0xC2, 0xA0]) || text.starts(with: [0xC2, 0xB1]): text = text.dropFirst(2)
            default: return false
            }
        }
        return hasDigit
    }
}
