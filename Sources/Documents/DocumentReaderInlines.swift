// From libcmark's inlines to the document: links, cross-references, bound numbers, footnote references; raw HTML is left out.
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

    private func containersStart(_ line: Int) -> Int {
        walk.containers.strip(line, of: source)?.position.indentation.offset ?? source.starts[line]
    }

    private func needsPlaces(_ range: Range<Int>, of tree: CommonMarkTree) -> Bool {
        for index in range {
            switch tree.nodes[index].kind {
            case .link, .image, .htmlInline: return true
            case .text: if nextMark(in: tree.bytes(tree.nodes[index].text)) != nil { return true }
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
            if nextMark(in: text) != nil { cursor = SourceCursor(source, lines: [.init(index: line, range: cell)]) }
            readText(text, at: position, &cursor, isInLink: false)
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
            var node: Int
            var kind: CommonMarkTree.Kind
        }
        var open: [Open] = []
        var links = 0
        var dropping = dropping
        func close(_ last: Open, _ reader: inout DocumentReader, _ cursor: inout SourceCursor?) {
            reader.builder.close(last.node)
            guard last.kind == .link || last.kind == .image else { return }
            cursor?.leaveLink()
            links -= 1
            if last.kind == .image { reader.checkAlternativeText(last.node) }
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
                readText(text, at: fallback, &cursor, isInLink: links > 0)
            case .softBreak:
                builder.text([0x0A], at: cursor?.position ?? fallback)
                cursor?.followBreak()
            case .lineBreak:
                builder.open(.lineBreak, at: cursor?.position ?? fallback)
                cursor?.followBreak()
            case .codeSpan:
                builder.open(.codeSpan, text: tree.bytes(node.text), at: cursor?.position ?? fallback)
                cursor?.followCode()
            case .htmlInline:
                let html = tree.bytes(node.text)
                let position = cursor?.follow(html: html) ?? fallback
                drop(html: html, at: position)
            case .emphasis, .strong:
                noteDepth(open.count, fallback)
                let opened = builder.open(node.kind == .strong ? .strong : .emphasis, at: cursor?.position ?? fallback)
                open.append(Open(end: node.end, node: opened, kind: node.kind))
            case .link, .image:
                noteDepth(open.count, fallback)
                let isImage = node.kind == .image
                let position = cursor?.enterLink(isImage: isImage) ?? fallback
                let opened = openLink(node, isEmpty: node.end == index + 1, of: tree, at: position)
                links += 1
                open.append(Open(end: node.end, node: opened, kind: node.kind))
            default: break
            }
        }
        while let last = open.popLast() { close(last, &self, &cursor) }
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
        isInLink: Bool
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
                    isNumber ? readNumber(rest, at: position) : isInLink ? 0 : readFootnoteReference(rest, at: position)
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
        let window = text.prefix(300)
        var end: Int?
        var offset = window.startIndex + 2
        while offset + 1 < window.endIndex, window[offset] != UInt8(ascii: "{") {
            if window[offset] == UInt8(ascii: "}"), window[offset + 1] == UInt8(ascii: "}") {
                end = offset
                break
            }
            offset += 1
        }
        let words =
            end.map { window[(window.startIndex + 2)..<$0].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } } ?? []
        let isWellFormed = words.count == 1 || words.count == 3 && words[1].elementsEqual("as".utf8)
        guard let end, isWellFormed, words.allSatisfy({ HeadingIDs.isName($0) }) else {
            findings.error(
                "markdown.bound-number",
                at: source.place(position, length: end.map { $0 + 2 - window.startIndex } ?? 2),
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
        return end + 2 - window.startIndex
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
