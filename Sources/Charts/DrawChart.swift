// The door of this module: a block and its released rows in; drawings, description, table and download out.
import Diagnostics
import Disclosure
import Markup

/// Everything that a page needs to show one chart.
public struct DrawnChart: Sendable {
    /// An inline `<svg class="chart">` drawn for a desk: 680 or 1040 pixels wide (300 where the size is small).
    public let wide: [UInt8]
    /// The same chart drawn for a phone: 340 pixels wide.
    public let narrow: [UInt8]
    /// A file on its own, with title, subtitle, source and style.
    public let standalone: [UInt8]
    /// What a person would say about the drawing; plain text in the language of the site.
    public let description: String
    /// What is measured: the author's words, or unit and period of the dataset.
    public let subtitle: String?
    public let table: DataTable
    /// RFC 4180 with a byte order mark, comma, CRLF and decimal point; missing and hidden cells are empty.
    public let csv: [UInt8]
    public let findings: Findings
}

/// Draws one chart.
///
/// - Parameters:
///   - table: category columns in the order of `spec.groupColumns`, then a column for each of `spec.measures`, named by its channel; nil only for an organisation.
///   - shapes: the areas of `spec.shapesFile`; only for a map that names one.
///   - style: the colours of the file that stands alone; a page has its own.
///   - idPrefix: put before all ids in the SVGs, for a chart that stands twice on one page.
public func draw(
    _ spec: ChartSpec,
    table: ReleasedTable?,
    language: SiteLanguage,
    shapes: Shapes? = nil,
    style: ChartStyle = .none,
    idPrefix: String = ""
) -> DrawnChart {
    let chart = Chart(spec, table, language, shapes, idPrefix: idPrefix)
    let wide = drawing(chart.context(spec.size.width))
    let narrow = drawing(chart.context(ChartContext.narrowWidth))
    let frame = chart.frame("wide", .page)
    let marks = wide.marks(id: frame.id)
    let around = Surroundings(
        subtitle: chart.subtitle,
        note: spec.note.map { readable($0.text) },
        origin: chart.data.origin
    )
    return DrawnChart(
        wide: wide.svg(frame, marks: marks),
        narrow: narrow.svg(chart.frame("narrow", .page)),
        standalone: wide.standalone(chart.frame("file", .elsewhere(style: style.file)), marks: marks, around),
        description: chart.description,
        subtitle: chart.subtitle,
        table: dataTable(spec, chart.data, language: language),
        csv: download(spec, chart.data, language: language),
        findings: chart.findings
    )
}

/// What all drawings of one chart share.
struct Chart {
    let spec: ChartSpec
    let data: ChartData
    let shapes: Shapes?
    let language: SiteLanguage
    let idPrefix: String
    let title: String
    let subtitle: String?
    let description: String
    let findings: Findings

    init(_ spec: ChartSpec, _ table: ReleasedTable?, _ language: SiteLanguage, _ shapes: Shapes?, idPrefix: String) {
        var findings = Findings()
        data = ChartData(spec, table, language: language, findings: &findings)
        check(spec, data, findings: &findings)
        checkMap(spec, data, shapes, findings: &findings)
        self.spec = spec
        self.shapes = shapes
        self.language = language
        self.idPrefix = idPrefix
        self.findings = findings
        title = readable(spec.title.text)
        subtitle = spec.subtitle.map { readable($0.text) } ?? defaultSubtitle(spec, data, language: language)
        description = describe(spec, data, language: language, shapes: shapes)
    }

    func context(_ width: Double, isOnPaper: Bool = false) -> ChartContext {
        ChartContext(spec: spec, data: data, language: language, width: width, shapes: shapes, isOnPaper: isOnPaper)
    }

    func frame(_ name: String, _ surface: SVGFrame.Surface) -> SVGFrame {
        SVGFrame(
            id: "\(idPrefix)\(spec.id.text)-\(name)",
            title: title,
            description: description,
            language: language,
            surface: surface
        )
    }
}

/// The marks of a chart at one width; tests measure these.
func drawing(_ context: ChartContext) -> Drawing {
    if !context.spec.kind.hasOwnData, context.data.categories.isEmpty { return emptyDrawing(context) }
    var drawing = marks(context)
    // A series for which no mark can stand would be lost without a word.
    let lost = context.data.seriesWithoutValues.map { context.data.series[$0] }
    if !lost.isEmpty, ![.slope, .dumbbell, .flow, .tile, .spark].contains(context.spec.kind) {
        let note = context.words(
            "Zonder waarde die getoond kan worden: \(context.words.list(lost)).",
            "Without a value that can be shown: \(context.words.list(lost))."
        )
        drawing.height = drawing.notes([note], top: drawing.height) + 2
    }
    return drawing
}

private func marks(_ context: ChartContext) -> Drawing {
    switch context.spec.kind {
    case .indexBars: IndexBars(context).draw()
    case .bars: drawBars(context)
    case .tally: Tally(context).draw()
    case .lines: Lines(context).draw()
    case .indexDots: IndexDots(context).draw()
    case .indexTable: IndexTable(context).draw()
    case .map: AreaMap(context).draw()
    case .dumbbell: Dumbbell(context).draw()
    case .slope: Slope(context).draw()
    case .interval: Interval(context).draw()
    case .organisation: drawOrganisation(context)
    case .stacked, .diverging: HorizontalBars(context).draw()
    case .waterfall: Waterfall(context).draw()
    case .flow: Flow(context).draw()
    case .target: Targets(context).draw()
    case .waffle: Waffle(context).draw()
    case .pictogram: Pictogram(context).draw()
    case .timeline: Timeline(context).draw()
    case .matrix: Matrix(context).draw()
    case .spider: drawSpider(context)
    case .spark: Sparks(context).draw()
    case .tile: KeyFigures(context).draw()
    }
}

private func emptyDrawing(_ context: ChartContext) -> Drawing {
    var drawing = Drawing(width: context.width)
    drawing.height = 80
    drawing.lines([context.words.noData], x: context.width / 2, middle: 40, .note, anchor: .middle)
    return drawing
}

/// Unit, or else what is measured, and period, as far as the dataset gives them: *Index (Maastricht = 100), 2020*.
private func defaultSubtitle(_ spec: ChartSpec, _ data: ChartData, language: SiteLanguage) -> String? {
    guard let origin = data.origin else { return nil }
    if spec.kind.hasOwnData { return origin.period.map { readable($0).capitalised } }
    // A target measures the same as its result, a whole the same as its part, an interval the same as its value; a number of people is said beside each value.
    let measured =
        [.target, .pictogram, .indexDots, .interval].contains(spec.kind)
        ? data.measureColumns.prefix(1) : data.measureColumns[...]
    let titles = measured.filter { $0.name != "n" }.map { inSentence(readable($0.title)) }.filter { !$0.isEmpty }
    let unit = origin.unit.map(readable) ?? ""
    // A sign such as € or % says too little on its own.
    let what =
        unit.contains { $0.isLetter }
        ? unit : titles.joined(separator: Words(language)(" en ", " and ")) + (unit.isEmpty ? "" : " (\(unit))")
    let parts = [what, origin.period.map(readable) ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ").capitalised
}
