// What every chart type is handed: the block, its data, the words and the width to draw for.
import Disclosure
import Markup

struct ChartContext: Sendable {
    let spec: ChartSpec
    let data: ChartData
    let language: SiteLanguage
    let width: Double
    /// The areas of a map with shapes.
    var shapes: Shapes?
    /// Drawn for a report that may be printed in grey, where blue and green are one.
    var isOnPaper = false

    /// Drawn for a phone: labels wrap sooner and panels stand under each other.
    var isNarrow: Bool { width < 440 }
    var words: Words { Words(language) }

    /// Up to this many categories have their value beside the mark; more have an axis.
    static let mostDirectValues = 12

    func format(_ measure: Int = 0) -> NumberText {
        data.format(measure, spec, language)
    }

    static let narrowWidth = 340.0
    /// The text column of a page of A4, 125 mm: at 0.75 pt a pixel the smallest text is 9.75 pt.
    static let columnWidth = 472.0
    /// The text column with the margin of notes beside it, 165 mm.
    static let paperWidth = 624.0
}

extension ChartSpec.Size {
    /// The width of the drawing on a desk, in pixels.
    var width: Double {
        switch self {
        case .small: 300
        case .text: 680
        case .wide, .full: 1040
        }
    }

    /// The width of the drawing on paper, in pixels of 0.75 pt.
    var printedWidth: Double {
        switch self {
        case .small: 300
        case .text: ChartContext.columnWidth
        case .wide, .full: ChartContext.paperWidth
        }
    }
}
