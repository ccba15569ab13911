// One page of a report: its text through the Typst writer, with the report's answers for links, numbers and images.
import Diagnostics
import Documents
import Indicators
import Markup
import Reports

/// What gathers while a report is composed; it never leaves the worker that composes it.
final class ReportState {
    var files: [ReportSource.File] = []
    var marks: [(offset: Int, place: Place)] = []
    /// The numbers that stand in the report, in the order in which they first do.
    var numbers: [PublishedNumber] = []
    private var knownNumbers: Set<String> = []
    private var knownFiles: Set<String> = []
    /// Figures with the data behind them, for the appendix.
    var figures: [ReportFigure] = []
    /// The ids of figures and tables.
    var floats: [String] = []
    /// What goes into the PDF beside its pages.
    var attachments: [ReportAttachment] = []

    func note(_ number: PublishedNumber) { if knownNumbers.insert(number.id).inserted { numbers.append(number) } }

    func add(_ path: String, _ bytes: [UInt8], place: Place? = nil) {
        if knownFiles.insert(path).inserted { files.append(ReportSource.File(path: path, bytes: bytes, place: place)) }
    }

    /// Images by their file below `content/`: where they stand in the report.
    var images: [String: String] = [:]
}

struct ReportPage {
    let plan: ReportPlan
    let state: ReportState
    let disk: Disk
    /// The same page on the web: what it knows of links, numbers and blocks holds for print as well.
    let web: PageRenderer
    /// The labels that exist in this report.
    let labels: ReportLabels

    var programme: Programme { web.programme }
    var strings: Strings { web.strings }
    var language: SiteLanguage { web.language }
    var index: Int { web.index }

    /// Writes the page's text as statements.
    func write(into output: inout ByteWriter) {
        var writer = TypstWriter(context(explaining: true))
        writer.write(web.page.text.document, into: &output)
        state.marks += writer.marks.map { ($0.offset, $0.place) }
    }

    func context(explaining: Bool) -> TypstContext {
        var context = TypstContext(
            alertTitles: programme.htmlStrings.alerts,
            abbreviations: explaining ? programme.abbreviations : Abbreviations([])
        )
        context.labelPrefix = labels.page(index)
        // A project's own headings are the main ones of its report; under a chapter's title they stand one level down, as on the web.
        context.headingShift = plan.kind == .project ? -1 : 0
        context.destination = { document, node in destination(document, node) }
        context.crossReference = { document, node in
            web.crossReference(document, node).map { TypstContext.Reference($0.text, destination($0.target)) }
        }
        context.boundNumber = { document, node in web.bound(document, node).map { number($0.number, $0.written) } }
        context.image = { document, node in image(document, node) }
        context.isFloat = { document, node in isFloat(document, node) }
        context.block = { document, node, writer, output in writeBlock(document, node, &writer, into: &output) }
        return context
    }

    /// A line of Markdown from YAML as a value.
    func inline(_ text: InlineText, into output: inout ByteWriter) {
        var writer = TypstWriter(context(explaining: false))
        writer.writeInlines(of: text.document.root, in: text.document, into: &output)
        state.marks += writer.marks.map { ($0.offset, $0.place) }
    }

    // MARK: Numbers

    func number(_ number: PublishedNumber, _ written: WrittenNumber) -> TypstContext.Number {
        state.note(number)
        var isHidden = false
        if case .suppressed = number.value { isHidden = true }
        return TypstContext.Number(text: written.text, label: number.id, isHidden: isHidden)
    }

    // MARK: Links

    private func destination(_ document: Document, _ node: Document.NodeIndex) -> TypstContext.Destination {
        let written = document.text(node)
        switch programme.links.target(of: written, from: index, in: document.file, at: document.place(node)) {
        case .external:
            return isWebAddress(written) || written.lowercased().hasPrefix("mailto:") ? .web(written) : .none
        case .page(let page, let fragment): return destination(.page(page, fragment: fragment))
        // The site finds broken links; on paper a file of the site is out of reach.
        case .attachment, .broken: return .none
        }
    }

    private func destination(_ target: PageRenderer.Reference.Target) -> TypstContext.Destination {
        guard case .page(let page, let fragment) = target else { return .none }
        return labels.label(page, fragment: fragment).map { .inner($0) } ?? .none
    }
}

/// Which places of a programme a report contains, and what they are called in it.
struct ReportLabels: Sendable {
    private let programme: Programme
    private let pages: Set<Int>

    init(_ plan: ReportPlan, _ programme: Programme) {
        self.programme = programme
        pages = Set(plan.pages)
    }

    func page(_ page: Int) -> String { "p-" + programme.map.addresses[page].path }

    /// nil for a place outside the report.
    func label(_ page: Int, fragment: String?) -> String? {
        guard pages.contains(page) else { return nil }
        guard let fragment else { return self.page(page) }
        if let float = programme.numbering.floats[fragment], float.page == page { return fragment }
        let isHeading = programme.bodies.texts(of: page).contains { body in
            body.document.headings.contains { $0.id == fragment }
        }
        return isHeading ? self.page(page) + "#" + fragment : self.page(page)
    }
}
