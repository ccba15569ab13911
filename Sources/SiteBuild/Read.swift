import Charts
import Datasets
// Stage 2, read: every file on its own. Markdown becomes documents, YAML becomes declarations, CSV becomes tables; nothing looks at a neighbour yet.
import Declarations
import Diagnostics
import Documents
import Indicators

/// A page as its file has it.
struct SourcePage: Sendable {
    let file: String
    let address: Address
    let header: PageHeader
    let text: SourceBody

    init(file: String, header: PageHeader, text: SourceBody) {
        self.file = file
        address = Address(file: file)
        self.header = header
        self.text = text
    }
}

/// The text of a page or of a part: its document and the blocks in it.
struct SourceBody: Sendable {
    let document: Document
    /// Blocks by the node they stand at.
    let blocks: [Document.NodeIndex: Block]
}

/// All files, read.
struct Reading: Sendable {
    var programme: ProgrammeFile
    let pages: [SourcePage]
    /// Texts to include, by file.
    let parts: [String: SourceBody]
    let attachments: Set<String>
    let glossary: [GlossaryTerm]
    let data: DataReading
    let shapes: ShapeFiles
    let theme: Theme
    let errata: [DeclaredErratum]
}

func read(_ tree: SourceTree, _ disk: Disk, jobs: Int, findings: inout Findings) async -> Reading {
    let programme = ProgrammeFile.read(disk, findings: &findings)
    let theme = Theme(disk: disk, language: programme.language, findings: &findings)
    let frame = theme.frameIDs
    let pages = await inSlices(tree.pages, jobs: jobs) { readPage($0, disk, frame: frame) }
    let parts = await inSlices(tree.parts, jobs: jobs) { readPart($0, disk, frame: frame) }
    for (_, pageFindings) in pages { findings.add(contentsOf: pageFindings) }
    for (_, partFindings) in parts { findings.add(contentsOf: partFindings) }
    let bodies = pages.compactMap(\.0).filter { !$0.header.isDraft }.map(\.text) + parts.compactMap(\.0)
    // In the order of the text, so that the first block that names a file is the one that a finding points at.
    let blocks = bodies.flatMap { body in body.blocks.sorted { $0.key < $1.key }.map(\.value) }
    return Reading(
        programme: programme,
        pages: pages.compactMap(\.0).filter { !$0.header.isDraft },
        parts: Dictionary(
            uniqueKeysWithValues: zip(tree.parts, parts).compactMap { path, part in part.0.map { (path, $0) } }
        ),
        attachments: tree.attachments,
        glossary: readGlossary(disk, findings: &findings),
        data: readData(disk, files: tree.dataFiles, language: programme.language, findings: &findings),
        shapes: ShapeFiles.read(blocks, disk, files: tree.dataFiles, findings: &findings),
        theme: theme,
        errata: readErrata(disk, findings: &findings)
    )
}

private func readPage(_ file: String, _ disk: Disk, frame: [String]) -> (SourcePage?, Findings) {
    var findings = Findings()
    guard let source = readText(file, disk, findings: &findings) else { return (nil, findings) }
    let front = FrontMatter.split(source, findings: &findings)
    let yaml = front.isPresent ? parseYAML(front.yaml, at: front.place, findings: &findings) : nil
    // A header that is not YAML has had its finding; a page without any gets one about its title.
    let header =
        findings.hasErrors
        ? PageHeader(place: front.place)
        : PageHeader.read(yaml, file: file, isHome: Address(file: file) == .home, findings: &findings)
    let text = readBody(
        source,
        from: front.body.lowerBound,
        linesBefore: front.lineOffset,
        frame: frame,
        findings: &findings
    )
    return (SourcePage(file: file, header: header, text: text), findings)
}

private func readPart(_ file: String, _ disk: Disk, frame: [String]) -> (SourceBody?, Findings) {
    var findings = Findings()
    guard let source = readText(file, disk, findings: &findings) else { return (nil, findings) }
    if source.bytes.starts(with: Array("---\n".utf8)) || source.bytes.starts(with: Array("---\r\n".utf8)) {
        findings.error(
            "include.front-matter",
            at: Place(file: file, line: 1, length: 3),
            en: "a text to include is no page and has no front matter",
            nl: "een tekst om in te voegen is geen pagina en heeft geen kop met kenmerken"
        )
    }
    return (readBody(source, from: 0, linesBefore: 0, frame: frame, findings: &findings), findings)
}

func readText(_ file: String, _ disk: Disk, findings: inout Findings) -> SourceText? {
    switch disk.read(file) {
    case .success(let bytes): return SourceText(file: file, bytes: bytes, findings: &findings)
    case .failure(let reason):
        findings.add(unusable(file, reason))
        return nil
    }
}

/// - Parameter frame: ids that the page has from its template.
private func readBody(
    _ source: SourceText,
    from start: Int,
    linesBefore: Int,
    frame: [String],
    findings: inout Findings
) -> SourceBody {
    let bytes = Array(source.bytes[start...])
    func parse(reserving ids: [String]) -> (document: Document, findings: Findings) {
        var findings = Findings()
        let document = Markdown.parse(
            bytes,
            file: source.file,
            lineOffset: linesBefore,
            options: MarkdownOptions(blockKinds: Block.kinds, reservedIDs: ids),
            findings: &findings
        )
        return (document, findings)
    }
    var (document, ownFindings) = parse(reserving: frame)
    var blocks: [Document.NodeIndex: Block] = [:]
    for node in 0..<document.nodeCount {
        switch document.kind(node) {
        case .block:
            blocks[node] = Block.read(
                document.secondText(node),
                body: document.text(node),
                at: document.place(node),
                findings: &findings
            )
        case .text where looksLikeLink(document.textBytes(node)):
            findings.warning(
                "markdown.no-link",
                at: document.place(node),
                en: "this paragraph has a link or image that is not read as one",
                nl: "in deze alinea staat een koppeling of afbeelding die niet als zodanig wordt gelezen",
                hint: Wording(
                    en: "an address with blanks stands between < and >: [text](<my file.pdf>)",
                    nl: "een adres met spaties staat tussen < en >: [tekst](<mijn bestand.pdf>)"
                )
            )
        default: break
        }
    }
    // A figure keeps the id that its author gave; a heading whose text gives the same makes room. That is rare: only then the text is
    // read again, which changes nothing but ids.
    let ids = blocks.values.compactMap(\.float).flatMap {
        [$0.id.text, FloatFrame.titleID(of: $0.id.text)] + drawingIDs(of: $0.id.text)
    }
    if !ids.isEmpty, document.headings.contains(where: { Set(ids).contains($0.id) }) {
        (document, ownFindings) = parse(reserving: frame + ids.sorted())
    }
    findings.add(contentsOf: ownFindings)
    return SourceBody(document: document, blocks: blocks)
}

/// Whether `](` was left in a text: CommonMark ends a destination at the first blank, and what is no link is text.
private func looksLikeLink(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
        bytes.indices.dropLast().contains { bytes[$0] == UInt8(ascii: "]") && bytes[$0 + 1] == UInt8(ascii: "(") }
    }
}
