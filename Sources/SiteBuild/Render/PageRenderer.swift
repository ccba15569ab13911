// One page: its text through the HTML writer, with the site's answers for links, numbers and blocks.
import Declarations
import Diagnostics
import Documents
import Indicators
import Markup

/// Renders one page of the programme.
struct PageRenderer {
    let programme: Programme
    let index: Int
    let state: PageState
    /// The PDFs that the page may lead to; none in print.
    let reports: [SiteReport]

    let page: SourcePage
    var address: Address { page.address }
    var strings: Strings { programme.strings }
    var language: SiteLanguage { programme.language }

    init(_ programme: Programme, page index: Int, reports: [SiteReport] = []) {
        self.programme = programme
        self.index = index
        self.reports = reports
        page = programme.pages[index]
        state = PageState(page: index, file: programme.map.addresses[index].file)
    }

    /// The whole HTML document.
    func render() -> [UInt8] {
        var parts = PageParts()
        parts.id = programme.pageID(index)
        parts.title = page.header.title
        parts.kind = kindName
        parts.eyebrow = eyebrow(of: index, programme)
        parts.description = page.header.description.map(plain) ?? ""
        parts.meta = metaHTML()
        parts.body = body()
        parts.breadcrumbs = breadcrumbs()
        parts.toc = contentsHTML(contents(), strings: strings)
        parts.pager = pager()
        return programme.layout.page(
            parts,
            at: address,
            navigation: programme.menu.key(index, address: address, map: programme.map)
        )
    }

    // MARK: Text

    private func body() -> [UInt8] {
        var output = ByteWriter(reserving: 16_384)
        var writer = HTMLWriter(context(explaining: true))
        writer.write(page.text.document, into: &output)
        for body in programme.bodies.texts(of: index) { state.record.ids += body.document.headings.map(\.id) }
        switch page.header.kind {
        case .provenance:
            writeProvenance(programme, at: address, into: &output)
            state.record.ids += programme.publishedNumbers.map(\.id)
        case .glossary:
            writeGlossary(programme.glossary, into: &output, ids: &state.record.ids, frame: programme.theme.frameIDs)
        default: break
        }
        if isSection && !hasOwnList { writeChildren(into: &output) }
        return output.bytes
    }

    /// A line of Markdown from YAML as HTML.
    func inline(_ text: InlineText) -> String {
        var output = ByteWriter()
        var writer = HTMLWriter(context(explaining: false))
        writer.writeChildren(of: text.document.root, in: text.document, into: &output)
        return output.string
    }

    /// The same without marks, for places that hold plain text only.
    func plain(_ text: InlineText) -> String {
        text.document.plainText(text.document.root) {
            numberText(text.document, $0)
        } reference: {
            crossReference(text.document, $0)?.text ?? ""
        }
    }

    private func context(explaining: Bool) -> HTMLContext {
        var context = HTMLContext(
            strings: programme.htmlStrings,
            abbreviations: explaining ? programme.abbreviations : Abbreviations([])
        )
        context.destination = { document, node in destination(document, node) }
        context.crossReference = { document, node, _, output in writeCrossReference(document, node, into: &output) }
        context.boundNumber = { document, node, writer, output in
            guard let (number, written) = bound(document, node) else { return }
            writeNumber(number, written, isLinked: !writer.isInLink, into: &output)
        }
        context.boundNumberText = { document, node in numberText(document, node) }
        context.block = { document, node, writer, output in writeBlock(document, node, &writer, into: &output) }
        return context
    }

    // MARK: Numbers

    /// - Parameter isLinked: whether the number leads to its entry in the register; inside another link it cannot.
    func writeNumber(
        _ number: PublishedNumber,
        _ written: WrittenNumber,
        isLinked: Bool = true,
        into output: inout ByteWriter
    ) {
        if let machine = written.machine {
            output.open("data", ("class", "bound"), ("value", machine))
        } else if case .suppressed = number.value {
            output.raw("<span class=\"bound suppressed\">")
        } else {
            output.raw("<span class=\"bound\">")
        }
        if isLinked {
            let href = address.link(to: programme.provenanceAddress, fragment: number.id)
            output.element("a", ("href", href), text: written.text)
        } else {
            output.escaped(written.text)
        }
        output.raw(written.machine == nil ? "</span>" : "</data>")
    }

    private func numberText(_ document: Document, _ node: Document.NodeIndex) -> String {
        bound(document, node)?.written.text ?? ""
    }

    func bound(_ document: Document, _ node: Document.NodeIndex) -> (number: PublishedNumber, written: WrittenNumber)? {
        let format = document.secondText(node)
        return programme.numbers.bind(
            document.text(node),
            as: format.isEmpty ? nil : format,
            at: document.place(node),
            language: language,
            findings: &state.findings
        )
    }
}
