// Fenced blocks: what the author asks the build to draw or list. Each is read once, with its page, and drawn in stage render.
import Charts
import Declarations
import Diagnostics

/// One fenced block whose info string names a kind and whose body is YAML.
enum Block: Sendable {
    case chart(ChartBlock)
    case table(TableBlock)
    case tiles([Tile])
    case targets(TargetsBlock)
    case interventions(InterventionsBlock)
    case pages(PagesBlock)
    case include(Scalar)

    /// The info strings that make a fenced block one of these; any other fence is code.
    static let kinds = ["chart", "table", "tiles", "targets", "interventions", "pages", "include"]

    static func read(_ kind: String, body: String, at place: Place, findings: inout Findings) -> Block? {
        guard let value = parseYAML(body, at: place, findings: &findings) else { return nil }
        guard case .mapping(let mapping) = value else {
            findings.error(
                "block.not-a-mapping",
                at: value.place,
                en: "a \(kind) block is keys with values",
                nl: "een \(kind)-blok bestaat uit sleutels met waarden"
            )
            return nil
        }
        switch kind {
        case "chart": return ChartBlock.read(mapping, findings: &findings).map(Block.chart)
        case "table": return TableBlock.read(mapping, findings: &findings).map(Block.table)
        case "tiles": return Tile.readAll(mapping, findings: &findings).map(Block.tiles)
        case "targets": return TargetsBlock.read(mapping, findings: &findings).map(Block.targets)
        case "interventions": return InterventionsBlock.read(mapping, findings: &findings).map(Block.interventions)
        case "pages": return PagesBlock.read(mapping, findings: &findings).map(Block.pages)
        default: return readInclude(mapping, findings: &findings).map(Block.include)
        }
    }

    private static func readInclude(_ mapping: Mapping, findings: inout Findings) -> Scalar? {
        var fields = Fields(mapping, of: Wording(en: "an include block", nl: "een include-blok"))
        let file = fields.requiredScalar("file")
        fields.finish(&findings)
        return file
    }

    /// The id and kind of the numbered float that this block makes, nil for blocks without a number.
    var float: (id: Scalar, series: FloatSeries)? {
        switch self {
        case .chart(let block): (block.spec.id, .figure)
        case .table(let block): (block.id, .table)
        case .targets(let block): (block.id, .table)
        case .interventions(let block): block.id.map { ($0, .table) }
        default: nil
        }
    }
}

/// A chart, with the texts around the drawing.
struct ChartBlock: Sendable {
    var spec: ChartSpec
    var title: InlineText
    var caption: InlineText?
    var note: InlineText?
    /// The texts inside the drawing that may hold numbers: a subtitle, the bodies and relations of a diagram.
    var labels: [InlineText]

    static func read(_ mapping: Mapping, findings: inout Findings) -> ChartBlock? {
        guard let spec = ChartSpec.read(mapping, findings: &findings) else { return nil }
        var block = ChartBlock(
            spec: spec,
            title: InlineText(spec.title, findings: &findings),
            caption: InlineText(spec.caption, findings: &findings),
            note: InlineText(spec.note, findings: &findings),
            labels: []
        )
        var labels: [InlineText] = []
        _ = spec.mappingTexts { scalar in
            if InlineText.holdsMarks(scalar.text) { labels.append(InlineText(scalar, findings: &findings)) }
            return scalar.text
        }
        block.labels = labels
        return block
    }
}

/// The two series in which floats are numbered.
enum FloatSeries: String, Sendable { case figure, table }

/// A key figure: an indicator with what it means.
struct Tile: Sendable {
    var indicator: Scalar
    var label: InlineText?
    var text: InlineText?

    static func readAll(_ mapping: Mapping, findings: inout Findings) -> [Tile]? {
        var fields = Fields(mapping, of: Wording(en: "a tiles block", nl: "een tiles-blok"))
        let items = fields.mappings("tiles")
        if items == nil { _ = fields.requiredValue("tiles") }
        fields.finish(&findings)
        return items?.compactMap { item in
            var inner = Fields(item, of: Wording(en: "a tile", nl: "een tegel"))
            defer { inner.finish(&findings) }
            let indicator = inner.requiredScalar("indicator")
            let label = InlineText(inner.scalar("label"), findings: &findings)
            let text = InlineText(inner.scalar("text"), findings: &findings)
            return indicator.map { Tile(indicator: $0, label: label, text: text) }
        }
    }
}

/// Results beside their baselines and targets.
struct TargetsBlock: Sendable {
    var id: Scalar
    var title: InlineText?
    var caption: InlineText?
    var indicators: [Scalar]

    static func read(_ mapping: Mapping, findings: inout Findings) -> TargetsBlock? {
        var fields = Fields(mapping, of: Wording(en: "a targets block", nl: "een targets-blok"))
        defer { fields.finish(&findings) }
        let title = InlineText(fields.scalar("title"), findings: &findings)
        let caption = InlineText(fields.scalar("caption"), findings: &findings)
        guard let id = fields.requiredScalar("id"), let indicators = fields.scalars("indicators") else {
            _ = fields.requiredValue("indicators")
            return nil
        }
        return TargetsBlock(id: id, title: title, caption: caption, indicators: indicators)
    }
}

/// The interventions of this page, or of all projects.
struct InterventionsBlock: Sendable {
    enum Scope: String, CaseIterable, Sendable { case page, all }
    var id: Scalar?
    var caption: InlineText?
    var projects: Scope

    static func read(_ mapping: Mapping, findings: inout Findings) -> InterventionsBlock? {
        var fields = Fields(mapping, of: Wording(en: "an interventions block", nl: "een interventions-blok"))
        defer { fields.finish(&findings) }
        return InterventionsBlock(
            id: fields.scalar("id"),
            caption: InlineText(fields.scalar("caption"), findings: &findings),
            projects: fields.choice("projects") ?? .page
        )
    }
}

/// A list of pages of one kind or in one folder.
struct PagesBlock: Sendable {
    enum Style: String, CaseIterable, Sendable { case cards, list }
    var kind: PageKind?
    var folder: Scalar?
    var style: Style
    var place: Place

    static func read(_ mapping: Mapping, findings: inout Findings) -> PagesBlock? {
        var fields = Fields(mapping, of: Wording(en: "a pages block", nl: "een pages-blok"))
        defer { fields.finish(&findings) }
        let block = PagesBlock(
            kind: fields.choice("kind"),
            folder: fields.scalar("folder"),
            style: fields.choice("style") ?? .cards,
            place: mapping.place
        )
        if block.kind == nil && block.folder == nil && !fields.has("kind") { _ = fields.requiredText("kind") }
        return block
    }
}
