// Five tints for distances from a base: equal round steps that fit nearly all values, so that one far value does not pale all others.

struct DistanceTints: Sendable {
    /// The distances at which a stronger tint begins; nil where there is nothing to tint.
    let step: Double?
    /// Whether some values lie beyond five steps.
    let isOpen: Bool

    /// - Parameter distances: not negative; zero is the base itself, which has no tint.
    init(_ distances: [Double]) {
        let known = distances.filter { $0 > 0 && $0.isFinite }.sorted()
        guard let farthest = known.last else {
            (step, isOpen) = (nil, false)
            return
        }
        var usual = usualExtent(of: known).upperBound
        // Of three or four the greatest is far off where it is more than three times the next.
        if (3...4).contains(known.count), usual > 3 * known[known.count - 2] { usual = known[known.count - 2] }
        let ticks = Ticks(0...usual, count: 5, covering: true)
        var size = ticks.step
        // Ticks give between half and double the steps asked for.
        while size * 5 < usual * 0.999_999 { size = Ticks(0...size * 5 * 1.5, count: 5).step }
        step = size
        isOpen = farthest > size * 5
    }

    /// 1…5; a limit belongs to the tint that ends with it.
    func shade(_ distance: Double) -> Int {
        guard let step, distance.isFinite else { return distance.isFinite ? 1 : 5 }
        let steps = distance / step
        return steps >= 5 ? 5 : max(1, Int((steps - 1e-9).rounded(.up)))
    }

    /// *Van licht naar sterk: tot 10, 20, 30, 40 en verder dan 40 van 100*
    func text(_ format: NumberText, base: Double, _ words: Words) -> String? {
        guard let step else { return nil }
        let limits = (1...5).map { format.limit(Double($0) * step) }
        let near = limits.prefix(4).joined(separator: ", ")
        let center = format.limit(base)
        return isOpen
            ? words(
                "Tint, van licht naar sterk: tot \(near) en meer dan \(limits[3]) van \(center) af.",
                "Tint, from light to strong: up to \(near) and more than \(limits[3]) away from \(center)."
            )
            : words(
                "Tint, van licht naar sterk: tot \(near) en \(limits[4]) van \(center) af.",
                "Tint, from light to strong: up to \(near) and \(limits[4]) away from \(center)."
            )
    }
}

/// The least and the greatest value that are not far from all others: within three times the range of the middle half beyond its ends
/// (J. W. Tukey, *Exploratory Data Analysis*, 1977: what lies outside is *far out*). The extent of all where there are fewer than five.
func usualExtent(of values: [Double]) -> ClosedRange<Double> {
    let sorted = values.filter(\.isFinite).sorted()
    let all = extent(of: sorted)
    guard sorted.count >= 5 else { return all }
    func quantile(_ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let low = Int(place)
        let next = sorted[min(low + 1, sorted.count - 1)]
        return sorted[low] + (next - sorted[low]) * (place - Double(low))
    }
    let (low, high) = (quantile(0.25), quantile(0.75))
    let reach = 3 * (high - low)
    guard reach > 0, reach.isFinite else { return all }
    let usual = sorted.filter { $0 >= low - reach && $0 <= high + reach }
    return extent(of: usual)
}
