// From libcmark's blocks to the document: alerts, quotations, fenced blocks, tables, headings with ids, footnotes at the end.
import Diagnostics

struct DocumentReader {
    let source: MarkdownSource
    let footnotes: FootnoteDefinitions
    let found: TablesAndTree
    let cells: CellTexts
    let options: MarkdownOptions
    let features: TextFeatures

    var findings = Findings()
    var builder: DocumentBuilder
    var walk: BlockWalk
    var ids: HeadingIDs
    /// Headings whose id is made from their text.
    private var unnamedHeadings: [Int] = []
    var calls: FootnoteCalls
    var isTooDeep = false
    /// The paragraph, heading or cell that is being read, as text.
    var leaf = LeafText()
    /// Whether a fence of three colons is open, which nobody reads.
    var hasColonFence = false
    /// The level of the last heading; the title of the page is the first.
    private var lastLevel = 1

    /// Deeper than this nothing can be read by people; browsers and Typst have limits of their own.
    static let deepest = 100

    /// Where the text begins in its file.
    let start: SourcePosition

    init(
        footnotes: FootnoteDefinitions,
        found: TablesAndTree,
        start: SourcePosition,
        options: MarkdownOptions
    ) {
        self.start = start
        source = footnotes.source
        self.footnotes = footnotes
        self.found = found
        features = TextFeatures(footnotes.source.bytes)
        cells = CellTexts(found, footnotes.source, features)
        self.options = options
        builder = DocumentBuilder(reserving: footnotes.source.bytes.count)
        walk = BlockWalk(source: footnotes.source)
        calls = FootnoteCalls(count: footnotes.all.count)
        ids = HeadingIDs(reserved: options.reservedIDs)
    }

    mutating func read() -> Document {
        let nodes = found.tree.nodes
        let root = builder.open(.document, at: start)
        // Footnotes lie in front as block quotes.
        var contents: [Range<Int>] = []
        var next = 1
        for _ in footnotes.all where next < nodes.count {
            contents.append(next..<nodes[next].end)
            next = nodes[next].end
        }
        readBlocks(next..<nodes.count)
        readFootnotes(contents)
        builder.close(root)
        nameHeadings()
        return builder.document(file: source.file)
    }

    // MARK: Blocks

    private struct OpenBlock {
        var end: Int
        var node: Int
        var isTight: Bool
    }

    mutating func readBlocks(_ range: Range<Int>) {
        var open: [OpenBlock] = []
        var index = range.lowerBound
        // The paragraph that ends a quotation with its source, and what is left out at the beginning of an alert.
        var sources: Set<Int> = []
        var skipped: [Int: Int] = [:]
        while index < range.upperBound {
            while let last = open.last, last.end <= index {
                builder.close(last.node)
                open.removeLast()
            }
            let node = found.tree.nodes[index]
            walk.enter(index, node)
            let position = position(of: node)
            switch node.kind {
            case .quote:
                noteDepth(open.count, position)
                let opened: Int
                if let (alert, skip) = alert(index, node, position) {
                    opened = builder.open(.alert, detail: alert.rawValue, at: position)
                    skipped[index + 1] = skip
                } else if let paragraph = sourceParagraph(ofQuote: index, node) {
                    opened = builder.open(.quotation, at: position)
                    sources.insert(paragraph)
                } else {
                    opened = builder.open(.quote, at: position)
                }
                open.append(OpenBlock(end: node.end, node: opened, isTight: false))
            case .list:
                noteDepth(open.count, position)
                let opened = builder.open(.list, detail: node.level, value: node.start, at: position)
                open.append(OpenBlock(end: node.end, node: opened, isTight: node.isTight))
            case .item:
                let opened = builder.open(.item, at: position)
                open.append(OpenBlock(end: node.end, node: opened, isTight: open.last?.isTight ?? false))
            case .paragraph:
                if let table = found.tables[node.line - 1] {
                    read(table)
                } else if sources.contains(index) {
                    readSourceParagraph(index, node)
                } else {
                    if let last = open.last, builder.nodes[last.node].kind == .item,
                        builder.nextIndex == last.node + 1
                    {
                        reportTask(index, node, at: position)
                    }
                    reportTable(in: node)
                    readParagraph(index, node, isTight: open.last?.isTight ?? false, skipping: skipped[index] ?? 0)
                }
                index = node.end
                continue
            case .heading:
                if let table = found.tables[node.line - 1] {
                    read(table)
                } else if !found.tableLines.contains(node.line - 1) {
                    readHeading(index, node)
                }
                index = node.end
                continue
            case .code: readCode(node)
            case .html:
                let html = found.tree.bytes(node.text)
                if !reportLostText(html, at: position) { drop(html: html, at: position) }
            case .rule: builder.open(.rule, at: position)
            default: break
            }
            index += 1
        }
        while let last = open.popLast() { builder.close(last.node) }
    }

    func position(of node: CommonMarkTree.Node) -> SourcePosition {
        let line = max(0, node.line - 1)
        return source.position(line: line, offset: source.starts[min(line, source.starts.count - 1)] + node.column - 1)
    }

    mutating func noteDepth(_ depth: Int, _ position: SourcePosition) {
        guard depth >= Self.deepest, !isTooDeep else { return }
        isTooDeep = true
        findings.error(
            "markdown.too-deep",
            at: source.place(position),
            en: "more than \(Self.deepest) levels inside each other",
            nl: "meer dan \(Self.deepest) niveaus in elkaar"
        )
    }

    private mutating func readParagraph(_ index: Int, _ node: CommonMarkTree.Node, isTight: Bool, skipping: Int) {
        let inlines = (index + 1 + skipping)..<node.end
        if skipping > 0, inlines.isEmpty { return }
        let opened = builder.open(.paragraph, detail: isTight ? 1 : 0, at: position(of: node))
        var cursor = cursor(ofLeaf: index, node)
        if skipping > 1 { cursor?.followBreak() }
        readInlines(inlines, of: found.tree, at: position(of: node), &cursor)
        builder.close(opened)
    }

    private mutating func readHeading(_ index: Int, _ node: CommonMarkTree.Node) {
        let position = position(of: node)
        if node.endLine > node.line { reportTable(in: node) }
        let opened = builder.open(.heading, detail: node.level, at: position)
        var cursor = cursor(ofLeaf: index, node)
        readInlines((index + 1)..<node.end, of: found.tree, at: position, &cursor)
        let id = takeHeadingID(position)
        builder.close(opened)
        if builder.isEmpty(opened) {
            findings.warning(
                "markdown.empty-heading",
                at: source.place(position, length: node.endLine == node.line ? Int(node.level) : 1),
                en: "a heading without text is left out",
                nl: "een kop zonder tekst wordt weggelaten",
                hint: Wording(
                    en: "write a heading, or take the line away",
                    nl: "schrijf een kop, of haal de regel weg"
                )
            )
            return
        }
        checkLevel(Int(node.level), position)
        if let id {
            builder.set(opened, text: id)
            builder.set(opened, value: 1)
        } else {
            unnamedHeadings.append(opened)
        }
    }

    /// The title of a page is its only heading of the first level, and no level is skipped.
    private mutating func checkLevel(_ level: Int, _ position: SourcePosition) {
        if level == 1 {
            findings.warning(
                "markdown.heading-level",
                at: source.place(position),
                en: "a second title: the page has its title already",
                nl: "een tweede titel: de pagina heeft haar titel al",
                hint: Wording(en: "begin with ## inside a page", nl: "begin binnen een pagina met ##")
            )
        } else if level > lastLevel + 1 {
            let wanted = String(repeating: "#", count: lastLevel + 1)
            findings.warning(
                "markdown.heading-level",
                at: source.place(position),
                en: "this heading skips a level",
                nl: "deze kop slaat een niveau over",
                hint: Wording(en: "write \(wanted)", nl: "schrijf \(wanted)")
            )
        }
        lastLevel = level
    }

    /// Takes `{#id}` off the end of the heading that is being read.
    private mutating func takeHeadingID(_ position: SourcePosition) -> [UInt8]? {
        let text = builder.openText
        guard text.last == UInt8(ascii: "}"), let start = text.lastIndex(of: UInt8(ascii: "{")),
            start + 1 < text.endIndex,
            text[start + 1] == UInt8(ascii: "#")
        else { return nil }
        let id = Array(text[(start + 2)..<(text.endIndex - 1)])
        var blanks = 0
        while start - blanks > text.startIndex, text[start - blanks - 1] == 0x20 { blanks += 1 }
        guard HeadingIDs.isValid(id[...]) else {
            let word = String(decoding: id, as: UTF8.self)
            findings.error(
                "markdown.heading-id",
                at: source.place(position),
                en: "\"\(word)\" cannot be the id of a heading",
                nl: "\"\(word)\" kan niet de id van een kop zijn",
                hint: Wording(
                    en: "begin with a letter; use letters, digits, hyphens, underscores and full stops",
                    nl: "begin met een letter; gebruik letters, cijfers, koppeltekens, lage streepjes en punten"
                )
            )
            builder.dropFromText(last: text.endIndex - start + blanks)
            return nil
        }
        builder.dropFromText(last: text.endIndex - start + blanks)
        let word = String(decoding: id, as: UTF8.self)
        if ids.isReserved(id) {
            findings.error(
                "markdown.reserved-id",
                at: source.place(position),
                en: "id \"\(word)\" is the page's own",
                nl: "id \"\(word)\" is van de pagina zelf",
                hint: Wording(en: "give the heading another {#id}", nl: "geef de kop een andere {#id}")
            )
            return nil
        }
        if !ids.take(id) {
            findings.error(
                "markdown.heading-id-twice",
                at: source.place(position),
                en: "id \"\(word)\" is used twice on this page",
                nl: "id \"\(word)\" staat er twee keer op deze pagina"
            )
            return nil
        }
        return id
    }

    /// Ids that the author gave come first; what is made from text makes room for them.
    private mutating func nameHeadings() {
        for heading in unnamedHeadings {
            builder.set(heading, text: ids.free(slug(bytes: builder.plainText(heading)[...])))
        }
    }

    private mutating func readCode(_ node: CommonMarkTree.Node) {
        let info = found.tree.bytes(node.second)
        let word = info.prefix { $0 != 0x20 && $0 != 0x09 }
        let name = String(decoding: word, as: UTF8.self)
        var position = position(of: node)
        guard options.blockKinds.contains(name) else {
            reportTable(inCode: node, at: position)
            if !word.isEmpty, let suggestion = didYouMean(name, among: options.blockKinds) {
                findings.warning(
                    "markdown.block-kind",
                    at: source.place(position),
                    en: "\"\(name)\" is no kind of block; it is shown as code",
                    nl: "\"\(name)\" is geen soort blok; het wordt als code getoond",
                    hint: Wording(en: "did you mean \"\(suggestion)\"?", nl: "bedoelde u \"\(suggestion)\"?")
                )
            }
            builder.open(.code, text: found.tree.bytes(node.text), second: info, at: position)
            return
        }
        position = source.position(
            line: node.line,
            offset: node.line < source.starts.count ? source.starts[node.line] + node.column - 1 : 0
        )
        builder.open(.block, text: found.tree.bytes(node.text), second: word, at: position)
    }
}
