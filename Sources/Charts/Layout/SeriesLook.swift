// How the series of a chart are told apart: three colours and a quiet one, then the same four with a hatch.

struct SeriesLook: Sendable {
    let paint: Paint
    let isHatched: Bool

    /// - Parameter isAlternating: whether every other one has a hatch, for print in grey.
    init(_ index: Int, isAlternating: Bool = false) {
        paint = Paint.series(index % 4)
        isHatched = (index % 8 >= 4) != (isAlternating && index % 2 == 1)
    }

    init(_ paint: Paint, isHatched: Bool = false) {
        self.paint = paint
        self.isHatched = isHatched
    }

    /// Up to this many series a reader can keep apart.
    static let most = 4
}

extension ChartContext {
    func look(_ series: Int) -> SeriesLook {
        spec.kind == .diverging ? Centre(spec, data).look(series) : SeriesLook(series, isAlternating: isOnPaper)
    }

    var seriesKey: [KeyItem] {
        guard data.hasSeries else { return [] }
        return data.series.enumerated().map { index, name in
            let look = look(index)
            return KeyItem(swatch: .bar(look.paint, isHatched: look.isHatched), text: name)
        }
    }
}

/// Adds up the parts of one stacked bar: positive parts from zero up, negative ones from zero down.
struct Stack: Sendable {
    struct Part: Sendable {
        let series: Int
        let value: Double
        let from: Double
        let to: Double
    }
    private(set) var parts: [Part] = []
    private(set) var high = 0.0
    private(set) var low = 0.0
    /// The sum, where every part has a value and none is negative.
    private(set) var total: Double?
    /// What the parts are shares of, where they are drawn as shares.
    private(set) var whole: Double?
    /// Cells that should be in the stack and have no value to draw.
    private(set) var unshown: [ChartCell] = []

    init(_ cells: [ChartCell]) {
        for (series, cell) in cells.enumerated() {
            guard let value = cell.number else {
                if cell != .absent { unshown.append(cell) }
                continue
            }
            let start = value < 0 ? low : high
            let end = start + value
            parts.append(Part(series: series, value: value, from: min(start, end), to: max(start, end)))
            if value < 0 { low = end } else { high = end }
        }
        if parts.isEmpty, unshown.isEmpty { unshown = [.absent] }
        total = unshown.isEmpty && low == 0 ? high : nil
    }

    /// The same parts as hundredths of their sum. Where a part is not known none of the shares is: then nothing is drawn.
    init(sharesOf cells: [ChartCell]) {
        let whole = cells.reduce(0) { $0 + ($1.number ?? 0) }
        let unknown = cells.filter { $0.number == nil && $0 != .absent }
        guard unknown.isEmpty, whole > 0, whole.isFinite, !cells.contains(where: { ($0.number ?? 0) < 0 }) else {
            self.init(unknown)
            return
        }
        self.init(cells.map { cell in cell.number.map { .value($0 / whole * 100) } ?? cell })
        self.whole = whole
    }
}
