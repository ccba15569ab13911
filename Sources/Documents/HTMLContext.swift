// What the HTML writer needs to know about the site: destinations, numbers, figures, words.
import Markup

/// The site's part in the HTML of a document. Without it links stay as written and nothing is resolved.
///
/// A context belongs to one page and one writer; it is not shared between pages that are written side by side.
public struct HTMLContext {
    /// Writes what stands for a node; the writer is handed over so that texts inside (captions) share its state.
    public typealias Part = (Document, Document.NodeIndex, inout HTMLWriter, inout ByteWriter) -> Void

    public var strings: HTMLStrings
    public var abbreviations: Abbreviations
    /// The destination of a link or the source of an image as it must stand in the page; nil leaves it as written.
    public var destination: ((Document, Document.NodeIndex) -> String?)?
    /// More attributes of an image, each with a blank before it: ` width="800" height="600"`.
    public var imageAttributes: Part?
    /// Writes a cross-reference, link and all.
    public var crossReference: Part?
    /// Writes a bound number with its `<data>` element.
    public var boundNumber: Part?
    /// The value of a bound number as plain text, for alternative texts.
    public var boundNumberText: ((Document, Document.NodeIndex) -> String)?
    /// Writes a block of the site.
    public var block: Part?
    /// Stands in the ids of footnotes; a part that is included needs its own, so that ids stay unique.
    public var footnotePrefix = ""
    /// Output as the reference implementations write it: no ids that the author did not give, tables without a frame.
    public var isPlain: Bool

    public init(
        strings: HTMLStrings = HTMLStrings(),
        abbreviations: Abbreviations = Abbreviations([]),
        isPlain: Bool = false
    ) {
        self.strings = strings
        self.abbreviations = abbreviations
        self.isPlain = isPlain
    }
}

/// The words that the writer itself puts on a page.
public struct HTMLStrings: Sendable {
    /// By kind of alert: note, tip, important, warning, caution.
    public var alerts: [String] = ["Note", "Tip", "Important", "Warning", "Caution"]
    public var footnotes = "Notes"
    public var backToText = "Back to the text"
    public var table = "Table"

    public init() {}

    func title(of alert: Document.Alert) -> String {
        let index = Int(alert.rawValue)
        return index < alerts.count ? alerts[index] : "\(alert.name)"
    }
}
