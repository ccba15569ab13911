// The released rows as a chart needs them: categories × series, with a cell for each measure. Sorting happens here, so that drawing,
// table, download and description agree.
import Diagnostics
import Disclosure
import Markup

/// What a chart knows of one value.
enum ChartCell: Hashable, Sendable {
    case value(Double)
    case missing
    case suppressed(below: Int?)
    /// No row for this combination.
    case absent

    var number: Double? { if case .value(let value) = self { value } else { nil } }
    var isSuppressed: Bool { if case .suppressed = self { true } else { false } }
}

struct ChartData: Sendable {
    /// The labels along x, readable and in the order of drawing.
    private(set) var categories: [String] = []
    /// The labels of series or panels; one empty label where there is no second category.
    private(set) var series: [String] = [""]
    /// The same as the dataset writes them, for machines.
    private(set) var categoryCodes: [String] = []
    private(set) var seriesCodes: [String] = [""]
    /// A word about each category, such as its status, where the chart has a column for it; empty where the row has none.
    private(set) var notes: [String] = []
    private(set) var noteCodes: [String] = []
    /// [measure][category][series]
    private(set) var cells: [[[ChartCell]]] = []
    let categoryColumns: [ReleasedTable.Column]
    let noteColumn: ReleasedTable.Column?
    let measureColumns: [ReleasedTable.Column]
    let origin: ReleasedTable.Origin?
    /// The numbers behind the categories where all of them are numbers or moments, for an axis that keeps distances.
    private(set) var moments: MomentPositions?
    /// The same for the series.
    private(set) var seriesMoments: MomentPositions?
    /// The rows as they were released, for what is drawn from them as they stand.
    let table: ReleasedTable?

    var positions: [Double]? { moments?.values }
    var seriesPositions: [Double]? { seriesMoments?.values }
    var hasSeries: Bool { categoryColumns.count > 1 }
    var values: [Double] { cells.joined().joined().compactMap(\.number) }

    func values(of measure: Int) -> [Double] { cells[safe: measure]?.joined().compactMap(\.number) ?? [] }

    func cell(_ measure: Int, _ category: Int, _ series: Int = 0) -> ChartCell {
        cells[safe: measure]?[safe: category]?[safe: series] ?? .absent
    }

    /// The cells of one measure and one series, along x.
    func cells(_ measure: Int, series: Int) -> [ChartCell] { categories.indices.map { cell(measure, $0, series) } }

    init(_ spec: ChartSpec, _ table: ReleasedTable?, language: SiteLanguage, findings: inout Findings) {
        let columns = table?.columns ?? []
        let categoryIndices = columns.indices.filter { columns[$0].role == .category }.prefix(spec.groupColumns.count)
        let measureIndices = spec.measures.compactMap { measure in table?.measure(named: measure.name) }
        let isNoted = spec.split == .words
        categoryColumns = categoryIndices.prefix(isNoted ? 1 : 2).map { columns[$0] }
        noteColumn = isNoted ? categoryIndices.dropFirst().first.map { columns[$0] } : nil
        measureColumns = measureIndices.map { columns[$0] }
        origin = table?.origin
        self.table = table
        guard let table, let x = categoryIndices.first, !spec.kind.hasOwnData else { return }
        let next = categoryIndices.dropFirst().first
        let second = isNoted ? nil : next

        var rawCategories: [ReleasedTable.Cell] = []
        var categoryIndex: [ReleasedTable.Cell: Int] = [:]
        var rawSeries: [ReleasedTable.Cell] = []
        var seriesIndex: [ReleasedTable.Cell: Int] = [:]
        func index(of cell: ReleasedTable.Cell, _ known: inout [ReleasedTable.Cell: Int]) -> Int {
            if let index = known[cell] { return index }
            known[cell] = known.count
            return known.count - 1
        }
        var places: [(row: Int, category: Int, series: Int)] = []
        for (row, cells) in table.rows.enumerated() where cells.count == columns.count {
            let category = index(of: cells[x], &categoryIndex)
            if category == rawCategories.count {
                rawCategories.append(cells[x])
                if isNoted {
                    let note = next.map { cells[$0] } ?? .missing
                    notes.append(note == .missing ? "" : categoryLabel(note, language))
                    noteCodes.append(categoryCode(note))
                }
            }
            var series = 0
            if let second {
                series = index(of: cells[second], &seriesIndex)
                if series == rawSeries.count { rawSeries.append(cells[second]) }
            }
            places.append((row, category, series))
        }
        categories = rawCategories.map { categoryLabel($0, language) }
        categoryCodes = rawCategories.map(categoryCode)
        if second != nil, !rawSeries.isEmpty {
            series = rawSeries.map { categoryLabel($0, language) }
            seriesCodes = rawSeries.map(categoryCode)
        }
        let empty = [ChartCell](repeating: .absent, count: series.count)
        cells = measureIndices.map { _ in Array(repeating: empty, count: categories.count) }
        var duplicates: [String] = []
        var taken = Set<[Int]>()
        for place in places {
            guard taken.insert([place.category, place.series]).inserted else {
                let name = [categories[place.category], series[place.series]].filter { !$0.isEmpty }.joined(
                    separator: ", "
                )
                if !duplicates.contains(name) { duplicates.append(name) }
                continue
            }
            for (measure, column) in measureIndices.enumerated() {
                cells[measure][place.category][place.series] = ChartCell(table.rows[place.row][column])
            }
        }
        if !duplicates.isEmpty {
            let names = duplicates.prefix(3).joined(separator: "; ") + (duplicates.count > 3 ? "; …" : "")
            findings.error(
                "chart.duplicate-category",
                at: spec.groupColumns.first?.place ?? spec.place,
                en: "more than one row for \(names): only one can be drawn",
                nl: "meer dan één rij voor \(names): er kan er maar één getekend worden",
                hint: Wording(
                    en: "narrow the rows with where, or add them up: y: {sum: …}",
                    nl: "kies minder rijen met where, of tel ze op: y: {sum: …}"
                )
            )
        }
        if spec.kind == .waterfall { fillTotals() }
        moments = MomentPositions(rawCategories)
        seriesMoments = second == nil || rawSeries.isEmpty ? nil : MomentPositions(rawSeries)
        sort(spec)
        if spec.kind == .spider {
            // Their order is part of the instrument.
            arrange(
                categories.indices.sorted {
                    (Dimensions.place(of: categories[$0]) ?? 6, $0) < (Dimensions.place(of: categories[$1]) ?? 6, $1)
                }
            )
        }
    }

    /// By the first measure, added over the series; shares by their first part, answers by what lies right of the line. Categories without
    /// a value come last.
    private mutating func sort(_ spec: ChartSpec) {
        guard spec.sort != .given else { return }
        if spec.kind == .slope || spec.kind == .dumbbell { return sortPairs(spec) }
        let centre = spec.kind == .diverging ? Centre(spec, self) : nil
        let stacks = spec.parts.isShare && spec.kind == .stacked || centre != nil ? stacks(spec) : []
        let keys = categories.indices.map { category -> Double? in
            if let stack = stacks[safe: category] {
                guard !stack.parts.isEmpty else { return nil }
                return centre?.sums(stack).right ?? stack.parts.first { $0.series == 0 }?.value ?? 0
            }
            let numbers = series.indices.compactMap { cell(0, category, $0).number }
            return numbers.isEmpty ? nil : numbers.reduce(0, +)
        }
        arrange(Self.order(keys, spec.sort))
    }

    /// Charts of two moments: by one of the two, or by the change from one to the other.
    private mutating func sortPairs(_ spec: ChartSpec) {
        let pairs = Pairs(spec, self)
        let keys = pairs.pairs.map { pair in
            switch spec.parts.order {
            case .before: pair.before.number
            case .after: pair.after.number
            case .change: pair.change
            }
        }
        let sorted = Self.order(keys, spec.sort)
        guard pairs.areSeries else { return arrange(sorted) }
        series = sorted.map { series[$0] }
        seriesCodes = sorted.map { seriesCodes[$0] }
        seriesMoments?.arrange(sorted)
        cells = cells.map { measure in measure.map { row in sorted.map { row[$0] } } }
    }

    private static func order(_ keys: [Double?], _ order: ChartSpec.Sort) -> [Int] {
        keys.indices.sorted { a, b in
            switch (keys[a], keys[b]) {
            case (let x?, let y?) where x != y: order == .ascending ? x < y : x > y
            case (_?, nil): true
            case (nil, _?): false
            default: a < b
            }
        }
    }

    private mutating func arrange(_ sorted: [Int]) {
        categories = sorted.map { categories[$0] }
        categoryCodes = sorted.map { categoryCodes[$0] }
        if !notes.isEmpty { (notes, noteCodes) = (sorted.map { notes[$0] }, sorted.map { noteCodes[$0] }) }
        cells = cells.map { measure in sorted.map { measure[$0] } }
        moments?.arrange(sorted)
    }

    /// A total that the dataset leaves open is what the steps before it add up to.
    private mutating func fillTotals() {
        for (index, step) in WaterfallSteps(self).steps.enumerated() where cells.first?[safe: index]?.isEmpty == false {
            if let value = step.computed, cells[0][index][0].number == nil, !cells[0][index][0].isSuppressed {
                cells[0][index][0] = .value(value)
            }
        }
    }

    /// The measure of a channel: its cells by name, so that a channel that was left out shifts nothing.
    func measure(_ name: String) -> Int? { measureColumns.firstIndex { $0.name == name } }
}

extension ChartCell {
    init(_ cell: ReleasedTable.Cell) {
        switch cell {
        case .number(let value): self = value.isFinite ? .value(value) : .missing
        case .suppressed(let below): self = .suppressed(below: below)
        case .missing, .text: self = .missing
        }
    }
}

/// A category for readers. Numbers are years or classes: written without a separator for thousands.
func categoryLabel(_ cell: ReleasedTable.Cell, _ language: SiteLanguage) -> String {
    switch cell {
    case .text(let text):
        let clean = readable(text)
        return clean.isEmpty ? Words(language).unknown : language.date(clean)
    case .number(let number):
        if let whole = Int(exactly: number), abs(whole) < 10_000 { return String(whole) }
        return language.number(number, upTo: 6) ?? String(number)
    case .missing: return Words(language).unknown
    case .suppressed: return Words(language).hidden
    }
}

/// A category for machines: as it stands in the dataset.
func categoryCode(_ cell: ReleasedTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let number): machineDigits(number)
    case .missing, .suppressed: ""
    }
}
