// `diverging`: where the line lies around which answers stand, and how the answers on either side of it look.

/// Answers before the line, a neutral one split in two halves by it where there is one, answers after it.
struct Centre: Sendable {
    /// The series that lies on the line.
    let neutral: Int?
    /// The first series right of the line.
    private let right: Int
    private let count: Int

    init(_ spec: ChartSpec, _ data: ChartData) {
        count = data.series.count
        if let wanted = spec.parts.neutral {
            neutral = data.seriesCodes.firstIndex(of: wanted.text) ?? data.series.firstIndex(of: readable(wanted.text))
        } else {
            neutral = count.isMultiple(of: 2) ? nil : count / 2
        }
        right = neutral.map { $0 + 1 } ?? (count + 1) / 2
    }

    private var left: Int { neutral ?? right }

    /// From the start of a stack to the line.
    func offset(_ stack: Stack) -> Double {
        stack.parts.reduce(0) { sum, part in
            part.series < left ? sum + part.value : part.series == neutral ? sum + part.value / 2 : sum
        }
    }

    /// Whether more than one answer lies on a side, so that their sum says something new.
    var hasSums: Bool { left > 1 || count - right > 1 }

    /// What lies on either side, without the neutral answer.
    func sums(_ stack: Stack) -> (left: Double, right: Double) {
        stack.parts.reduce((0, 0)) { sums, part in
            part.series < left
                ? (sums.0 + part.value, sums.1) : part.series >= right ? (sums.0, sums.1 + part.value) : sums
        }
    }

    /// Orange and blue, which nobody mixes up and which say nothing about good or bad; the outer answers full, those nearer the line hatched.
    func look(_ series: Int) -> SeriesLook {
        if series == neutral { return SeriesLook(.muted) }
        return series < left
            ? SeriesLook(.third, isHatched: series > 0) : SeriesLook(.first, isHatched: series < count - 1)
    }
}
