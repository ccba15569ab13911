// The second door of this module, for the report on paper: the same chart, drawn once, as wide as the page has room.
import Diagnostics
import Disclosure
import Markup

/// The same chart for a report on paper, which sets title, subtitle, note and source around it.
public struct PrintedChart: Sendable {
    /// An SVG with its style in it: light colours, no variables, no text below 13 pixels.
    public let svg: [UInt8]
    /// How wide it was drawn, in pixels of 0.75 pt: 472 for a column of text, 624 for wide and full, 300 for small.
    public let width: Double
    /// What a person would say about the drawing; plain text in the language of the site.
    public let description: String
    public let subtitle: String?
    public let table: DataTable
    /// As `DrawnChart.csv`.
    public let csv: [UInt8]
    public let findings: Findings
}

/// Draws one chart for paper; table and shapes as for `draw`.
public func drawForPrint(
    _ spec: ChartSpec,
    table: ReleasedTable?,
    language: SiteLanguage,
    shapes: Shapes? = nil,
    style: ChartStyle = .none
) -> PrintedChart {
    let chart = Chart(spec, table, language, shapes, idPrefix: "")
    let width = spec.size.printedWidth
    return PrintedChart(
        svg: drawing(chart.context(width, isOnPaper: true)).svg(chart.frame("print", .elsewhere(style: style.paper))),
        width: width,
        description: chart.description,
        subtitle: chart.subtitle,
        table: dataTable(spec, chart.data, language: language),
        csv: download(spec, chart.data, language: language),
        findings: chart.findings
    )
}
