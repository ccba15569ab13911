// From a value to a pixel. The only place where data become positions.

/// A straight line from a domain of values to a range of pixels; an empty domain lies in the middle of the range.
struct LinearScale: Sendable {
    let domain: ClosedRange<Double>
    /// Pixels of the lower and the upper end of the domain; they may run downward.
    let start: Double
    let end: Double

    init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// Pixels; values outside the domain and not-a-number land on its ends, so that nothing is ever drawn outside the plot.
    func callAsFunction(_ value: Double) -> Double {
        // Halves keep the difference of two huge numbers finite.
        let span = domain.upperBound / 2 - domain.lowerBound / 2
        guard span > 0, value.isFinite else { return value.isFinite ? (start + end) / 2 : start }
        let share = (value / 2 - domain.lowerBound / 2) / span
        return start + min(max(share, 0), 1) * (end - start)
    }
}

/// The values from the least to the greatest, with others that the scale must reach; 0...0 for none.
func extent(of values: some Sequence<Double>, including others: Double...) -> ClosedRange<Double> {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
        low = min(low, value)
        high = max(high, value)
    }
    for value in others where value.isFinite {
        low = min(low, value)
        high = max(high, value)
    }
    return low <= high ? low...high : 0...0
}
