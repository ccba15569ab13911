// From libcmark's inlines to the document: links, cross-references, bound numbers, footnote references, raised and lowered text.
import Diagnostics

extension DocumentReader {
    /// A cursor through the source of a paragraph or heading; nil where nothing in it needs a place of its own.
    func cursor(ofLeaf index: Int, _ node: CommonMarkTree.Node, always: Bool = false) -> SourceCursor? {
        guard always || needsPlaces((index + 1)..<node.end, of: found.tree) else { return nil }
        var lines: [SourceCursor.Line] = []
        for line in (node.line - 1)..<max(node.line, min(node.endLine, source.lineCount)) where line < source.lineCount
        {
            let range = source.line(line)
            var start = range.lowerBound + node.column - 1
            if line > node.line - 1 {
                start = containersStart(line)
            } else if node.kind == .heading, node.endLine == node.line {
                while start < range.upperBound, source.bytes[start] == UInt8(ascii: "#") { start += 1 }
                while start < range.upperBound, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 {
                    start += 1
                }
            }
            lines.append(.init(index: line, range: min(start, range.upperBound)..<range.upperBound))
        }
        var cursor = SourceCursor(source, lines: lines)
        if features.hasDefinitions, found.paragraphsAbove[node.line - 1] == nil { cursor.skipDefinitions() }
        return cursor
    }

    func containersStart(_ line: Int) -> Int {
        walk.containers.strip(line, of: source)?.position.indentation.offset ?? source.starts[line]
    }

    private func needsPlaces(_ range: Range<Int>, of tree: CommonMarkTree) -> Bool {
        for index in range {
            switch tree.nodes[index].kind {
            case .link, .image, .htmlInline: return true
            case .text:
                let text = tree.bytes(tree.nodes[index].text)
                if nextMark(in: text) != nil || mayHoldSigns(text) { return true }
            default: break
            }
        }
        return false
    }

    /// A table cell: its nodes, or its bytes where it is plain text.
    mutating func readCell(_ cell: Range<Int>, line: Int) {
        let position = source.position(line: line, offset: cell.lowerBound)
        var cursor: SourceCursor?
        if let nodes = cells.nodes(ofCellAt: cell.lowerBound) {
            if needsPlaces(nodes, of: cells.tree) {
                cursor = SourceCursor(source, lines: [.init(index: line, range: cell)])
            }
            readInlines(nodes, of: cells.tree, at: position, &cursor)
        } else {
            let text = source.bytes[cell]
            if nextMark(in: text) != nil || mayHoldSigns(text) {
                cursor = SourceCursor(source, lines: [.init(index: line, range: cell)])
            }
            leaf = LeafText()
            if features.hasSigns { leaf.append(text, cursor, isInLink: false) }
            readText(text, at: position, &cursor, isInImage: false)
            reportSigns()
        }
    }

    /// The inline document of a text that stands behind the opening of a cell.
    mutating func readInline(_ range: Range<Int>) -> Document {
        let root = builder.open(.document, at: start)
        let nodes = found.tree.nodes
        if nodes.count > 2, nodes[1].kind == .paragraph, nodes[1].end > 3 {
            var cursor: SourceCursor? = SourceCursor(source, lines: [.init(index: 1, range: range)])
            readInlines(
                4..<nodes[1].end,
                of: found.tree,
                at: source.position(line: 1, offset: range.lowerBound),
                &cursor
            )
        }
        builder.close(root)
        return builder.document(file: source.file)
    }

    /// Reads inline nodes.
    ///
    /// - Parameter dropping: bytes to leave out at the beginning of the first text.
    mutating func readInlines(
        _ range: Range<Int>,
        of tree: CommonMarkTree,
        at fallback: SourcePosition,
        _ cursor: inout SourceCursor?,
        dropping: Int = 0
    ) {
        struct Open {
            var end: Int
            /// nil for a link inside a link, which is none of its own.
            var node: Int?
            var kind: CommonMarkTree.Kind
        }
        var open: [Open] = []
        var links = 0
        var dropping = dropping
        var closingTags: Set<Int> = []
        leaf = LeafText()
        func close(_ last: Open, _ reader: inout DocumentReader, _ cursor: inout SourceCursor?) {
            if let node = last.node { reader.builder.close(node) }
            guard last.kind == .link || last.kind == .image else { return }
            cursor?.leaveLink()
            links -= 1
            guard let node = last.node else { return }
            if last.kind == .image { reader.checkAlternativeText(node) } else { reader.checkLinkText(node) }
        }
        for index in range {
            while let last = open.last, last.end <= index {
                open.removeLast()
                close(last, &self, &cursor)
            }
            let node = tree.nodes[index]
            switch node.kind {
            case .text:
                var text = tree.bytes(node.text)
                if text.first == TablesAndTree.nothing {
                    if [.softBreak, .lineBreak].contains(tree.nodes[max(index - 1, 0)].kind) {
                        builder.dropLineBreak()
                        continue
                    }
                    // Somebody wrote `&#1;`.
                    text = ArraySlice("\u{FFFD}".utf8)
                }
                if dropping > 0 {
                    cursor?.follow(text: text.prefix(dropping))
                    text = text.dropFirst(dropping)
                    dropping = 0
                }
                if features.hasSigns { leaf.append(text, cursor, isInLink: links > 0) }
                readText(text, at: fallback, &cursor, isInImage: open.contains { $0.kind == .image })
            case .softBreak:
                leaf.appendBreak()
                // Behind <br> the line has ended already.
                if builder.nodes.last?.kind != .lineBreak { builder.text([0x0A], at: cursor?.position ?? fallback) }
                cursor?.followBreak()
            case .lineBreak:
                leaf.appendBreak()
                builder.open(.lineBreak, at: cursor?.position ?? fallback)
                cursor?.followBreak()
            case .codeSpan:
                leaf.appendOther()
                builder.open(.codeSpan, text: tree.bytes(node.text), at: cursor?.position ?? fallback)
                cursor?.followCode()
            case .htmlInline:
                let html = tree.bytes(node.text)
                let position = cursor?.follow(html: html) ?? fallback
                leaf.appendOther()
                guard let tag = InlineTag(html) else {
                    drop(html: html, at: position)
                    continue
                }
                if closingTags.contains(index) { continue }
                if tag.name == .lineBreak {
                    builder.open(.lineBreak, at: position)
                } else if !tag.isClosing,
                    let end = closingTag(of: tag, at: index, before: open.last?.end ?? range.upperBound, in: tree)
                {
                    noteDepth(open.count, fallback)
                    closingTags.insert(end)
                    let kind = tag.name == .raised ? Document.Kind.raised : .lowered
                    open.append(Open(end: end, node: builder.open(kind, at: position), kind: .htmlInline))
                } else {
                    reportUnpaired(tag, length: html.count, at: position)
                }
            case .emphasis, .strong:
                noteDepth(open.count, fallback)
                let opened = builder.open(node.kind == .strong ? .strong : .emphasis, at: cursor?.position ?? fallback)
                open.append(Open(end: node.end, node: opened, kind: node.kind))
            case .link, .image:
                noteDepth(open.count, fallback)
                let isImage = node.kind == .image
                let position = cursor?.enterLink(isImage: isImage) ?? fallback
                let isInside = !isImage && open.contains { $0.kind == .link }
                if isInside { reportInside(position) }
                let opened = isInside ? nil : openLink(node, isEmpty: node.end == index + 1, of: tree, at: position)
                links += 1
                leaf.appendOther()
                open.append(Open(end: node.end, node: opened, kind: node.kind))
            default: break
            }
        }
        while let last = open.popLast() { close(last, &self, &cursor) }
        reportSigns()
    }

    /// libcmark lets an address between < and > stand in the text of a link; HTML does not.
    private mutating func reportInside(_ position: SourcePosition) {
        findings.warning(
            "markdown.link-in-link",
            at: source.place(position),
            en: "a link inside a link is shown as text",
            nl: "een koppeling binnen een koppeling wordt als tekst getoond",
            hint: Wording(en: "take one of the two away", nl: "haal een van de twee weg")
        )
    }

    private mutating func openLink(
        _ node: CommonMarkTree.Node,
        isEmpty: Bool,
        of tree: CommonMarkTree,
        at position: SourcePosition
    ) -> Int {
        let destination = tree.bytes(node.text)
        let title = tree.bytes(node.second)
        let isImage = node.kind == .image
        if Self.holdsNumber(title) {
            findings.warning(
                "markdown.number-in-title",
                at: source.place(position),
                en: "no number is filled in in the title of a link or image",
                nl: "in de titel van een koppeling of afbeelding wordt geen getal ingevuld",
                hint: Wording(en: "write the number in the text", nl: "schrijf het getal in de tekst")
            )
        }
        if isUnsafe(destination: destination) {
            let scheme = String(
                decoding: destination.prefix { $0 != UInt8(ascii: ":") }.filter { $0 > 0x20 },
                as: UTF8.self
            )
            findings.error(
                "markdown.unsafe-link",
                at: source.place(position),
                en: "a link may not lead to \(scheme):",
                nl: "een link mag niet naar \(scheme): leiden"
            )
            return builder.open(isImage ? .image : .link, detail: 1, second: title, at: position)
        }
        if isEmpty, !isImage {
            if destination.isEmpty {
                findings.error(
                    "markdown.empty-link",
                    at: source.place(position),
                    en: "a link without text and without destination",
                    nl: "een link zonder tekst en zonder doel"
                )
            } else {
                return builder.open(.crossReference, text: destination, second: title, at: position)
            }
        }
        return builder.open(isImage ? .image : .link, text: destination, second: title, at: position)
    }

    /// A link of a comment or of blanks only cannot be found by anyone.
    private mutating func checkLinkText(_ link: Int) {
        let node = builder.nodes[link]
        // One without a destination too has had its finding.
        let isBare = Int(node.end) == link + 1 && node.textCount == 0
        guard node.kind == .link, !isBare, builder.isEmpty(link), !isTooDeep else { return }
        findings.error(
            "markdown.link-text",
            at: source.place(SourcePosition(line: Int(node.line), column: Int(node.column))),
            en: "this link has no text",
            nl: "deze koppeling heeft geen tekst",
            hint: Wording(en: "say between [ and ] where it leads", nl: "zeg tussen [ en ] waar hij heen leidt")
        )
    }

    private mutating func checkAlternativeText(_ image: Int) {
        let node = builder.nodes[image]
        if isTooDeep { return }
        guard Int(node.end) == image + 1 || builder.plainText(image).allSatisfy({ $0 <= 0x20 }) else { return }
        let destination = String(
            decoding: builder.pool[Int(node.textStart)..<Int(node.textStart + node.textCount)],
            as: UTF8.self
        )
        if options.decorativeImages.contains(destination) { return }
        findings.error(
            "markdown.image-text",
            at: source.place(SourcePosition(line: Int(node.line), column: Int(node.column))),
            en: "this image has no alternative text",
            nl: "deze afbeelding heeft geen alternatieve tekst",
            hint: Wording(
                en: "say between [ and ] what is to be seen: ![…](\(destination))",
                nl: "zeg tussen [ en ] wat er te zien is: ![…](\(destination))"
            )
        )
    }

    // MARK: Text

    /// The first `{{` or `[^`.
    func nextMark(in text: ArraySlice<UInt8>) -> Int? {
        guard features.hasNumbers || features.hasFootnotes else { return nil }
        return text.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset + 1 < bytes.count {
                let byte = bytes[offset]
                if byte == UInt8(ascii: "{"), features.hasNumbers, bytes[offset + 1] == byte {
                    return text.startIndex + offset
                }
                if byte == UInt8(ascii: "["), features.hasFootnotes, bytes[offset + 1] == UInt8(ascii: "^") {
                    return text.startIndex + offset
                }
                offset += 1
            }
            return nil
        }
    }

    mutating func readText(
        _ text: ArraySlice<UInt8>,
        at fallback: SourcePosition,
        _ cursor: inout SourceCursor?,
        isInImage: Bool
    ) {
        var rest = text
        while let mark = nextMark(in: rest) {
            pass(rest[rest.startIndex..<mark], at: fallback, &cursor)
            rest = rest[mark...]
            let (position, isEscaped) = cursor?.find(rest[mark]) ?? (fallback, false)
            let isNumber = rest[mark] == UInt8(ascii: "{")
            var count = 0
            if !isEscaped {
                count =
                    isNumber
                    ? readNumber(rest, at: position) : isInImage ? 0 : readFootnoteReference(rest, at: position)
            }
            if count > 0 {
                cursor?.follow(text: rest.prefix(count))
            } else {
                count = 2
                pass(rest.prefix(2), at: fallback, &cursor)
            }
            rest = rest.dropFirst(count)
        }
        pass(rest, at: fallback, &cursor)
    }

    private mutating func pass(_ text: ArraySlice<UInt8>, at fallback: SourcePosition, _ cursor: inout SourceCursor?) {
        builder.text(text, at: cursor?.position ?? fallback)
        cursor?.follow(text: text)
    }

    /// Reads `{{ id }}` or `{{ id as format }}` at the beginning of `text`; returns its length, or 0 with a finding.
    private mutating func readNumber(_ text: ArraySlice<UInt8>, at position: SourcePosition) -> Int {
        let (end, words) = Self.numberWords(text)
        guard let end, let words else {
            findings.error(
                "markdown.bound-number",
                at: source.place(position, length: end.map { $0 + 2 - text.startIndex } ?? 2),
                en: "this is not a bound number",
                nl: "dit is geen gebonden getal",
                hint: Wording(
                    en: "write {{ id }} or {{ id as format }} on one line; for the signs themselves write \\{{",
                    nl: "schrijf {{ id }} of {{ id as format }} op één regel; schrijf \\{{ voor de tekens zelf"
                )
            )
            return 0
        }
        let format = words.count == 3 ? words[2] : []
        builder.open(.boundNumber, text: words[0], second: format, at: position)
        return end + 2 - text.startIndex
    }

    /// Where `{{ id }}` or `{{ id as format }}` at the beginning of a text ends, before its last two signs, and the words in it; no words
    /// where they are no bound number.
    private static func numberWords(_ text: ArraySlice<UInt8>) -> (end: Int?, words: [ArraySlice<UInt8>]?) {
        let window = text.prefix(300)
        var offset = window.startIndex + 2
        while offset + 1 < window.endIndex, window[offset] != UInt8(ascii: "{") {
            if window[offset] == UInt8(ascii: "}"), window[offset + 1] == UInt8(ascii: "}") {
                let words = window[(window.startIndex + 2)..<offset].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
                let isWellFormed = words.count == 1 || words.count == 3 && words[1].elementsEqual("as".utf8)
                return (offset, isWellFormed && words.allSatisfy { HeadingIDs.isName($0) } ? words : nil)
            }
            offset += 1
        }
        return (nil, nil)
    }

    private static func holdsNumber(_ text: ArraySlice<UInt8>) -> Bool {
        text.indices.dropLast().contains {
            text[$0] == UInt8(ascii: "{") && text[$0 + 1] == text[$0] && numberWords(text[$0...]).words != nil
        }
    }

    /// Comparing a label with more others than this would take too long where many are wrong.
    private static let mostSuggested = 100

    private mutating func readFootnoteReference(_ text: ArraySlice<UInt8>, at position: SourcePosition) -> Int {
        guard let end = footnoteLabelEnd(text) else { return 0 }
        let label = String(decoding: text[(text.startIndex + 2)..<end], as: UTF8.self)
        guard let index = footnotes.byLabel[label.lowercased()] else {
            findings.error(
                "markdown.footnote-unknown",
                at: source.place(position, length: end + 1 - text.startIndex),
                en: "footnote [^\(label)] is not defined",
                nl: "voetnoot [^\(label)] bestaat niet",
                hint: footnotes.all.isEmpty
                    ? Wording(
                        en: "write [^\(label)]: and its text on a line of its own",
                        nl: "schrijf [^\(label)]: en de tekst op een eigen regel"
                    )
                    : suggestion(for: label, among: footnotes.all.prefix(Self.mostSuggested).map(\.label))
            )
            return 0
        }
        let (number, occurrence) = calls.call(index)
        let node = builder.open(.footnoteReference, value: number, text: Array(label.utf8)[...], at: position)
        builder.set(node, secondCount: occurrence)
        return end + 1 - text.startIndex
    }
}
