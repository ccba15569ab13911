// What the Typst writer needs to know of the report: where links lead in print, numbers, images, blocks.
import Markup

/// The report's part in the Typst of a document. Without it links are plain text and nothing is resolved.
public struct TypstContext {
    /// Where a link leads from paper.
    public enum Destination {
        /// An address outside the report.
        case web(String)
        /// A label in the same report.
        case inner(String)
        /// Nowhere that a reader of the report could go: the text stands alone.
        case none
    }
    public struct Reference {
        public var text: String
        public var destination: Destination
        public init(_ text: String, _ destination: Destination) {
            self.text = text
            self.destination = destination
        }
    }
    public struct Number {
        public var text: String
        /// The label of its entry in the report's register; nil for a number that has none.
        public var label: String?
        public var isHidden: Bool
        public init(text: String, label: String?, isHidden: Bool) {
            self.text = text
            self.label = label
            self.isHidden = isHidden
        }
    }

    public var alertTitles: [String]
    public var abbreviations: Abbreviations
    /// Stands in the labels of headings and footnotes, so that pages of one report do not get in each other's way.
    public var labelPrefix = ""
    /// Stands in the labels of footnotes as well; a part that is included has footnotes of its own.
    public var footnotePrefix = ""
    /// How many levels deeper (positive) or higher (negative) headings stand in the report than on their page.
    public var headingShift = 0
    public var destination: ((Document, Document.NodeIndex) -> Destination)?
    public var crossReference: ((Document, Document.NodeIndex) -> Reference?)?
    public var boundNumber: ((Document, Document.NodeIndex) -> Number?)?
    /// The file of an image within the report's folder; nil leaves its alternative text.
    public var image: ((Document, Document.NodeIndex) -> String?)?
    /// Whether a block of the site is a figure or table, which headings and text stay with.
    public var isFloat: ((Document, Document.NodeIndex) -> Bool)?
    /// Writes a block of the site as statements.
    public var block: ((Document, Document.NodeIndex, inout TypstWriter, inout ByteWriter) -> Void)?

    public init(alertTitles: [String] = HTMLStrings().alerts, abbreviations: Abbreviations = Abbreviations([])) {
        self.alertTitles = alertTitles
        self.abbreviations = abbreviations
    }
}
