// Reads a chart block: which keys each type has, and what is wrong with the author's, all at once.
import Declarations
import Diagnostics

extension ChartSpec {
    /// Reads the mapping of a chart block. Returns nil, with findings, where the chart cannot be drawn.
    public static func read(_ mapping: Mapping, findings: inout Findings) -> ChartSpec? {
        var fields = Fields(mapping, of: Wording(en: "a chart block", nl: "een grafiekblok"))
        var own = Findings()
        let kind = readKind(&fields, &own)
        let id = readID(&fields, &own)
        let title = fields.required("title")
        let size: Size? = fields.has("size") ? fields.choice("size") : .text
        let subtitle = fields.scalar("subtitle")
        let caption = fields.scalar("caption")
        let note = fields.scalar("note")
        guard let kind else {
            // Which other keys are right depends on the type: those are left alone until it is known.
            fields.finish(&own, ignoring: Set(mapping.entries.map(\.key.text)))
            findings.add(contentsOf: own)
            return nil
        }

        var channels = Channels()
        var timeline = TimelineBlock()
        var matrix = MatrixBlock()
        switch kind {
        case .indexBars: channels.read(&fields, x: true, measures: ["y"], split: "panels")
        case .bars, .lines: channels.read(&fields, x: true, measures: ["y"], split: "series")
        case .tally:
            channels.read(&fields, x: true, measures: ["sessions", "participants"], split: nil, needsAll: false)
        case .indexDots:
            channels.read(&fields, x: true, measures: ["y"], optional: ["low", "high"], split: "panels")
        case .interval: channels.read(&fields, x: true, measures: ["y", "low", "high"], optional: ["n"], split: nil)
        case .slope, .dumbbell: channels.readMoments(&fields, needsSeries: kind == .dumbbell)
        case .map: channels.read(&fields, x: true, measures: ["y"], split: nil)
        case .indexTable: channels.read(&fields, x: true, measures: ["y"], split: "series")
        case .organisation: break
        case .stacked, .diverging, .waterfall, .flow, .target, .waffle, .pictogram:
            channels.readParts(of: kind, &fields)
        case .timeline: timeline = readTimeline(&fields, &channels, &own)
        case .matrix: matrix = readMatrix(&fields, &channels)
        case .spider: channels.read(&fields, x: true, measures: ["y"], split: "series")
        case .spark: channels.read(&fields, x: true, measures: ["y", "n"], split: "series", needs: ["y"])
        case .tile: channels.read(&fields, x: true, measures: ["y", "n"], split: "over", needs: ["y"])
        }
        let annotations = readAnnotations(&fields, kind, &own)
        if kind == .tally, channels.measures.isEmpty {
            own.error(
                "chart.no-measure",
                at: mapping.place,
                en: "a tally needs sessions, participants or both",
                nl: "een telling heeft sessions, participants of allebei nodig"
            )
        }
        let hasOrder = kind == .organisation || kind == .waterfall || kind == .flow
        let sort: Sort? = !hasOrder && fields.has("sort") ? fields.choice("sort") : .given
        let arrangement: Arrangement? =
            kind == .stacked ? .stacked : kind == .bars && fields.has("layout") ? fields.choice("layout") : .grouped
        let orientation: Orientation? =
            kind == .bars && fields.has("orientation") ? fields.choice("orientation") : .horizontal
        var per: Int?
        if kind == .tally || kind == .pictogram, fields.has("per") {
            per = fields.integer("per")
            if let given = per, given < 1 {
                per = nil
                fields.error("chart.per", at: "per", en: "per must be 1 or more", nl: "per moet 1 of meer zijn")
            }
        }
        var bodies: [Body] = []
        var relations: [Relation] = []
        if kind == .organisation {
            bodies = readBodies(&fields, &own)
            relations = readRelations(&fields, bodies, &own)
        }
        let parts = PartOptions.read(kind, &fields)
        let map = kind == .map ? MapChoice.read(&fields, &own) : nil
        fields.finish(&own)
        findings.add(contentsOf: own)
        guard !own.hasErrors, let id, let title, let size, let sort, let arrangement, let orientation else {
            return nil
        }
        var spec = ChartSpec(
            place: mapping.place,
            id: id,
            kind: kind,
            size: size,
            title: title,
            subtitle: subtitle,
            caption: caption,
            note: note,
            from: channels.from,
            whereMapping: channels.whereMapping,
            groupColumns: channels.columns,
            measures: channels.measures,
            sort: sort,
            split: channels.split,
            arrangement: arrangement,
            orientation: orientation,
            per: per,
            bodies: bodies,
            relations: relations,
            parts: parts,
            map: map
        )
        spec.timeline = timeline
        spec.matrix = matrix
        spec.annotations = annotations
        return spec
    }

    private static func readKind(_ fields: inout Fields, _ findings: inout Findings) -> Kind? {
        guard let word = fields.required("type") else { return nil }
        if let kind = Kind(rawValue: word.text) { return kind }
        findings.error(
            "chart.unknown-type",
            at: word.place,
            en: "there is no chart type \"\(word.text)\"",
            nl: "er is geen grafiektype \"\(word.text)\"",
            hint: suggestion(for: word.text, among: Kind.allCases.map(\.rawValue))
        )
        return nil
    }

    private static func readID(_ fields: inout Fields, _ findings: inout Findings) -> Scalar? {
        guard let id = fields.required("id") else { return nil }
        let rest = id.text.utf8.dropFirst(4)
        let isWord =
            !rest.isEmpty && rest.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if id.text.hasPrefix("fig-"), isWord { return id }
        findings.error(
            "chart.id",
            at: id.place,
            en: "\"\(id.text)\" cannot be the id of a figure",
            nl: "\"\(id.text)\" kan niet de id van een figuur zijn",
            hint: Wording(
                en: "begin with fig- and go on with small letters, digits and hyphens, such as fig-wijkprofiel",
                nl: "begin met fig- en ga door met kleine letters, cijfers en streepjes, zoals fig-wijkprofiel"
            )
        )
        return nil
    }
}

/// The part of a block that asks for data.
struct Channels {
    var from: Scalar?
    var whereMapping: Mapping?
    var columns: [Scalar] = []
    var measures: [ChartSpec.Measure] = []
    var split = ChartSpec.Split.none

    /// - Parameter split: the key for a second category column, where the type has one.
    mutating func read(
        _ fields: inout Fields,
        x: Bool,
        measures names: [String],
        optional: [String] = [],
        split key: String?,
        needsAll: Bool = true,
        needs: [String] = []
    ) {
        from = fields.required("from")
        whereMapping = fields.mapping("where")
        if let column = fields.required("x") { columns.append(column) }
        for name in names {
            let value =
                needs.contains(name) || (needsAll && needs.isEmpty) ? fields.requiredValue(name) : fields.value(name)
            if let value { measures.append(ChartSpec.Measure(name: name, value: value)) }
        }
        for name in optional {
            if let value = fields.value(name) { measures.append(ChartSpec.Measure(name: name, value: value)) }
        }
        if optional.contains("low"), fields.has("low") != fields.has("high") {
            let (given, other) = fields.has("low") ? ("low", "high") : ("high", "low")
            fields.error(
                "chart.half-interval",
                at: given,
                en: "\(given) without \(other): an interval has two ends",
                nl: "\(given) zonder \(other): een interval heeft twee grenzen"
            )
        }
        if let key { readSecond(key, as: key == "panels" ? .panels : .series, &fields) }
    }

    /// A second column beside x.
    mutating func readSecond(_ key: String, as split: ChartSpec.Split, _ fields: inout Fields) {
        guard let column = fields.scalar(key) else { return }
        if column.text == columns.first?.text {
            fields.error(
                "chart.same-column",
                at: key,
                en: "\(key) and x are the same column",
                nl: "\(key) en x zijn dezelfde kolom",
                hint: Wording(en: "leave out \(key)", nl: "laat \(key) weg")
            )
        }
        columns.append(column)
        self.split = split
    }

    /// Two moments: as two measures, or as a column.
    mutating func readMoments(_ fields: inout Fields, needsSeries: Bool) {
        if fields.has("before") || fields.has("after") {
            read(&fields, x: true, measures: ["before", "after"], split: nil)
            return
        }
        read(&fields, x: true, measures: ["y"], split: "series")
        if needsSeries, !fields.has("series") {
            fields.error(
                "chart.no-moments",
                at: "x",
                en: "before and after are missing",
                nl: "voor en na ontbreken",
                hint: Wording(
                    en: "name two columns, before: … and after: …, or the column of the moments, series: …",
                    nl: "noem twee kolommen, before: … en after: …, of de kolom met de meetmomenten, series: …"
                )
            )
        }
    }
}

extension ChartSpec {
    /// The name of the measure that counts the rows behind an entry of a timeline or a cell of a matrix, so that disclosure control sees them.
    static let rowsChannel = "rows"
}

extension Channels {
    /// Reads columns whose words are shown as they stand; `roles` says under which key each stands and whether it must.
    mutating func readNames(
        _ fields: inout Fields,
        _ roles: [(role: String, key: String, isRequired: Bool)],
        into places: inout [String: Int]
    ) {
        from = fields.required("from")
        whereMapping = fields.mapping("where")
        for (role, key, isRequired) in roles {
            guard let column = isRequired ? fields.required(key) : fields.scalar(key) else { continue }
            if columns.contains(where: { $0.text == column.text }) {
                fields.error(
                    "chart.same-column",
                    at: key,
                    en: "the column \(column.text) is used twice",
                    nl: "de kolom \(column.text) is twee keer gebruikt"
                )
                continue
            }
            places[role] = columns.count
            columns.append(column)
        }
        let place = fields.mapping.place
        func word(_ text: String) -> Scalar { Scalar(text: text, place: place) }
        let count = Mapping.Entry(key: word("count"), value: .scalar(word("rows")))
        measures = [
            ChartSpec.Measure(
                name: ChartSpec.rowsChannel,
                value: .mapping(Mapping(entries: [count], place: place))
            )
        ]
    }
}

extension Fields {
    /// A text with its place; its absence is a finding.
    mutating func required(_ key: String) -> Scalar? { requiredText(key) == nil ? nil : scalar(key) }
}
