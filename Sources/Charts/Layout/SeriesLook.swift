// How the series of a chart are told apart: three colours and a quiet one, then the same four with a hatch.

struct SeriesLook: Sendable {
    let paint: Paint
    let isHatched: Bool
    /// 1…5: a tint of the paint; nil for the full colour.
    var shade: Int?

    /// - Parameter isAlternating: whether every other one has a hatch, for print in grey.
    init(_ index: Int, isAlternating: Bool = false) {
        paint = Paint.series(index % 4)
        isHatched = (index % 8 >= 4) != (isAlternating && index % 2 == 1)
    }

    init(_ paint: Paint, shade: Int? = nil) {
        self.paint = paint
        isHatched = false
        self.shade = shade
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
        let shown = spec.kind == .diverging ? Centre(spec, data).scale : Array(data.series.indices)
        return shown.map { index in
            let look = look(index)
            let swatch: KeyItem.Swatch =
                look.shade.map { .tints(look.paint, [$0]) } ?? .bar(look.paint, isHatched: look.isHatched)
            return KeyItem(swatch: swatch, text: data.series[index])
        }
    }
}
