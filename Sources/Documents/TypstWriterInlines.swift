// Words, links, numbers and footnotes as values that join to content.
import Markup

extension TypstWriter {
    /// Writes what is inside a node as one value: `{"Een "; strong({"woord"})}`.
    public mutating func writeInlines(of node: Document.NodeIndex, in document: Document, into output: inout ByteWriter)
    {
        depth += 1
        defer { depth -= 1 }
        output.raw("{")
        if depth > Self.deepest {
            output.typst(document.plainText(node))
        } else if document.end(node) == node + 1 {
            // An empty block of code has no value, which no function takes for content.
            output.raw("[]")
        } else {
            var isFirst = true
            let children = Array(document.children(node))
            for (index, child) in children.enumerated() {
                // Two notes with a blank between them are two notes beside each other: Typst takes the blank away.
                if raised == .note, isBlank(child, of: document), index + 1 < children.count,
                    document.kind(children[index + 1]) == .footnoteReference
                {
                    continue
                }
                if !isFirst { output.raw("; ") }
                isFirst = false
                writeInline(child, of: document, into: &output)
            }
        }
        output.raw("}")
    }

    private func isBlank(_ node: Int, of document: Document) -> Bool {
        document.kind(node) == .text && document.textBytes(node).allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    }

    private mutating func writeInline(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let kind = document.kind(node)
        if ![.emphasis, .strong, .link, .footnoteReference].contains(kind) { raised = nil }
        switch kind {
        case .text:
            if quietDepth > 0 || context.abbreviations.isEmpty {
                output.typst(document.textBytes(node))
            } else {
                writeExplaining(document.textBytes(node), into: &output)
            }
        case .lineBreak: output.raw("linebreak()")
        case .codeSpan:
            output.raw("raw(")
            output.typst(document.textBytes(node))
            output.raw(")")
        case .emphasis: writeMarked("emph", node, of: document, into: &output)
        case .strong: writeMarked("strong", node, of: document, into: &output)
        case .raised: writeScript("super", node, of: document, into: &output)
        case .lowered: writeScript("sub", node, of: document, into: &output)
        case .link:
            quietDepth += 1
            writeLink(node, of: document, into: &output)
            quietDepth -= 1
        case .image:
            mark(document.place(node), in: output)
            if let path = context.image?(document, node) {
                writePicture("inline-picture", path, node, of: document, into: &output)
            } else {
                output.typst(alternative(node, of: document))
            }
        case .crossReference: writeCrossReference(node, of: document, into: &output)
        case .boundNumber: writeNumber(node, of: document, into: &output)
        case .footnoteReference:
            if linkDepth > 0 {
                notesBehindLink.append(node)
                output.raw("[]")
            } else {
                writeFootnote(node, of: document, into: &output)
            }
        default: output.raw("[]")
        }
    }

    private mutating func writeMarked(
        _ function: StaticString,
        _ node: Int,
        of document: Document,
        into output: inout ByteWriter
    ) {
        output.raw(function)
        output.raw("(")
        writeInlines(of: node, in: document, into: &output)
        output.raw(")")
    }

    private mutating func writeLink(_ node: Int, of document: Document, into output: inout ByteWriter) {
        let destination = context.destination?(document, node) ?? .none
        raised = nil
        let isOpen = writeLinkStart(destination, into: &output)
        if isOpen { linkDepth += 1 }
        writeInlines(of: node, in: document, into: &output)
        if case .web(let target) = destination,
            let address = printedAddress(of: target, besides: alternative(node, of: document))
        {
            output.raw(", address: ")
            output.typstVerbatim(address)
            raised = .address
        }
        guard isOpen else { return }
        linkDepth -= 1
        output.raw(")")
        guard linkDepth == 0 else { return }
        let notes = notesBehindLink
        notesBehindLink = []
        for note in notes {
            output.raw("; ")
            writeFootnote(note, of: document, into: &output)
        }
    }

    /// Where Unicode has signs for it, text that is copied and outlines keep what it is; the rest is set smaller.
    private mutating func writeScript(
        _ function: StaticString,
        _ node: Int,
        of document: Document,
        into output: inout ByteWriter
    ) {
        let isText = document.children(node).allSatisfy { document.kind($0) == .text }
        let (inside, isRaised) = (document.plainText(node), document.kind(node) == .raised)
        if isText, let signs = ScriptText.signs(for: inside, isRaised: isRaised) {
            output.typst(signs)
        } else if isText, quietDepth > 0 {
            // An outline has nothing but the words of a heading.
            output.typst(ScriptText.plain(inside, isRaised: isRaised))
        } else {
            writeMarked(function, node, of: document, into: &output)
        }
    }

    private func writeLinkStart(_ destination: TypstContext.Destination, into output: inout ByteWriter) -> Bool {
        switch destination {
        case .web(let address):
            output.raw("link(")
            // An address is kept as it is: a place to break in it would lead elsewhere.
            output.typstVerbatim(address)
        case .inner(let label):
            output.raw("inner(")
            output.typstVerbatim(label)
        case .none: return false
        }
        output.raw(", ")
        return true
    }

    private func writeCrossReference(_ node: Int, of document: Document, into output: inout ByteWriter) {
        // Where it leads nowhere, which was a finding, it has no name either.
        guard let reference = context.crossReference?(document, node) else { return output.raw("[]") }
        let isOpen = writeLinkStart(reference.destination, into: &output)
        output.typst(reference.text)
        if isOpen { output.raw(")") }
    }

    private func writeNumber(_ node: Int, of document: Document, into output: inout ByteWriter) {
        guard let resolve = context.boundNumber else {
            let format = document.secondText(node)
            output.typst("{{ " + document.text(node) + (format.isEmpty ? "" : " as " + format) + " }}")
            return
        }
        // An unknown number is an error of the author; nothing is printed then.
        guard var number = resolve(document, node) else { return output.raw("[]") }
        if linkDepth > 0 { number.label = nil }
        output.typst(number)
    }

    /// The note stands where its number first stands: the report sets it at the foot of that page.
    private mutating func writeFootnote(_ node: Int, of document: Document, into output: inout ByteWriter) {
        switch raised {
        case .note: output.raw("apart(); ")
        case .address: output.raw("apart-from-address(); ")
        case nil: break
        }
        defer { raised = .note }
        let number = document.footnoteNumber(node)
        let label = "fn-\(context.labelPrefix)-\(context.footnotePrefix)\(number)"
        guard let footnotes = document.children(document.root).first(where: { document.kind($0) == .footnotes }),
            let footnote = document.children(footnotes).first(where: { document.footnoteNumber($0) == number })
        else { return output.raw("[]") }
        guard printedFootnotes.insert(label).inserted else {
            output.raw("footnote(label(")
            output.typstVerbatim(label)
            output.raw("))")
            return
        }
        output.raw("[#footnote(")
        raised = nil
        let blocks = Array(document.children(footnote))
        if blocks.count == 1, document.kind(blocks[0]) == .paragraph {
            writeInlines(of: blocks[0], in: document, into: &output)
        } else {
            writeBlockValue(footnote, of: document, into: &output)
        }
        output.raw(")#label(")
        output.typstVerbatim(label)
        output.raw(")]")
    }

    func writePicture(
        _ function: StaticString,
        _ path: String,
        _ node: Int,
        of document: Document,
        into output: inout ByteWriter
    ) {
        output.raw(function)
        output.raw("(")
        output.typstVerbatim(path)
        output.raw(", alt: ")
        output.typst(alternative(node, of: document))
        let title = document.secondTextBytes(node)
        if !title.isEmpty {
            output.raw(", title: ")
            output.typst(title)
        }
        output.raw(")")
    }

    func alternative(_ node: Int, of document: Document) -> String {
        document.plainText(node) { context.boundNumber?(document, $0)?.text ?? "" }
    }

    /// Running text with each abbreviation explained at its first use on the page.
    private mutating func writeExplaining(_ text: ArraySlice<UInt8>, into output: inout ByteWriter) {
        var start = text.startIndex
        var plainStart = start
        while let (index, range) = context.abbreviations.next(in: text, from: start) {
            start = range.upperBound
            let term = context.abbreviations.terms[index]
            guard explained.insert(index).inserted, !context.abbreviations.isExplained(term, text, range) else {
                continue
            }
            output.typst(text[plainStart..<range.upperBound].dropLast(range.count))
            output.raw("; abbr(")
            output.typst(text[range])
            output.raw(", ")
            output.typst(term.meaning)
            output.raw("); ")
            plainStart = start
        }
        output.typst(text[plainStart...])
    }
}

extension ByteWriter {
    /// A bound number as a call.
    public mutating func typst(_ number: TypstContext.Number) {
        if let label = number.label {
            raw("number(")
            typstVerbatim(label)
            raw(", ")
        } else if number.isHidden {
            raw("hidden-number(")
        } else {
            return typst(number.text)
        }
        typst(number.text)
        raw(")")
    }
}
