// A chart block as the author wrote it, checked on its own. The site build turns what it asks for into a released table; `draw` does the rest.
import Declarations
import Diagnostics

/// One chart block, read and checked; nothing of the data is known yet.
public struct ChartSpec: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case indexBars = "index-bars"
        case bars, tally, lines, organisation
        case stacked, diverging, waterfall, flow, target, waffle, pictogram
        case timeline, matrix, spider, spark, tile
        case indexDots = "index-dots"
        case indexTable = "index-table"
        case dumbbell, slope, interval, map
    }

    public enum Size: String, CaseIterable, Sendable { case small, text, wide, full }

    /// A channel of the drawing and the measure that fills it, as the author wrote it: a column's name or `{sum: participants}`.
    public struct Measure: Sendable {
        /// The channel, such as `y`, `low` or `participants`; the released table's column has this name.
        public let name: String
        public let value: Value
    }

    enum Sort: String, CaseIterable, Sendable { case given, ascending, descending }
    enum Arrangement: String, CaseIterable, Sendable { case grouped, stacked }
    enum Orientation: String, CaseIterable, Sendable { case horizontal, vertical }

    /// The second column of a chart, if it has one: a second category, or a word about each row such as its status.
    enum Split: Sendable { case none, series, panels, words }

    /// Which way a value improves.
    enum Better: String, CaseIterable, Sendable { case higher, lower }

    /// A body of an organisation chart.
    struct Body: Sendable {
        var id: Scalar
        var name: Scalar
        var note: Scalar?
        var level: Int?
    }

    /// A relation between two bodies, by their ids.
    struct Relation: Sendable {
        var from: Scalar
        var to: Scalar
        var label: Scalar?
    }

    /// Where the block stands; findings about the data are placed here.
    public let place: Place
    public let id: Scalar
    public let kind: Kind
    public let size: Size
    /// What to see.
    public internal(set) var title: Scalar
    /// What is measured; nil where the dataset has to say it.
    public internal(set) var subtitle: Scalar?
    public internal(set) var caption: Scalar?
    public internal(set) var note: Scalar?
    /// The dataset; nil for what stands in the block itself: an organisation, the entries of a timeline.
    public let from: Scalar?
    /// The rows to take, as written.
    public let whereMapping: Mapping?
    /// The columns to group by: x, then series or panels.
    public let groupColumns: [Scalar]
    public let measures: [Measure]

    let sort: Sort
    let split: Split
    let arrangement: Arrangement
    let orientation: Orientation
    /// People per mark of a tally; nil where the author left it to us.
    let per: Int?
    var bodies: [Body]
    var relations: [Relation]
    var parts = PartOptions()
    var timeline = TimelineBlock()
    var matrix = MatrixBlock()
    var annotations: [Annotation] = []
    /// The areas and classes of a map.
    var map: MapChoice?

    /// The same chart with every text for readers replaced; used to fill in bound numbers.
    public func mappingTexts(_ transform: (Scalar) -> String) -> ChartSpec {
        func mapped(_ scalar: Scalar) -> Scalar {
            var result = scalar
            result.text = transform(scalar)
            return result
        }
        var spec = self
        spec.title = mapped(title)
        spec.subtitle = subtitle.map(mapped)
        spec.caption = caption.map(mapped)
        spec.note = note.map(mapped)
        for index in spec.bodies.indices {
            spec.bodies[index].name = mapped(spec.bodies[index].name)
            spec.bodies[index].note = spec.bodies[index].note.map(mapped)
        }
        for index in spec.relations.indices { spec.relations[index].label = spec.relations[index].label.map(mapped) }
        spec.parts.stages = spec.parts.stages.map(mapped)
        spec.parts.mark = spec.parts.mark.map(mapped)
        for index in spec.timeline.entries.indices {
            spec.timeline.entries[index].name = mapped(spec.timeline.entries[index].name)
            spec.timeline.entries[index].group = spec.timeline.entries[index].group.map(mapped)
            spec.timeline.entries[index].note = spec.timeline.entries[index].note.map(mapped)
        }
        for index in spec.annotations.indices {
            spec.annotations[index].text = mapped(spec.annotations[index].text)
        }
        return spec
    }
}

extension ChartSpec.Kind {
    /// Drawn from the block or from rows as they stand, not from categories and series with a value each.
    var hasOwnData: Bool {
        switch self {
        case .organisation, .timeline, .matrix: true
        default: false
        }
    }
}
