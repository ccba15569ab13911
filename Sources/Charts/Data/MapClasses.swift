// The classes of a map: limits, and for each a paint and a tint. With an index the tint grows away from the base, otherwise with the value.

struct MapClasses: Sendable {
    struct Class: Sendable {
        /// Lower and upper limit; nil where the class is open.
        let low: Double?
        let high: Double?
        let paint: Paint
        let shade: Int
    }

    let classes: [Class]
    private let limits: [Double]
    /// The value that is neither favourable nor unfavourable, and in no class.
    let neutral: Double?

    /// - Parameter limits: as the author gave them; empty for round limits from the data.
    init(_ limits: [Double], values: [Double], index: IndexReading?) {
        var limits = limits
        if limits.isEmpty {
            // One far value needs no class for itself: the outer classes are open.
            let range = usualExtent(of: values)
            let ticks = Ticks(range, count: 4).values
            // The ends of the data are no limits: nothing lies beyond them.
            limits = ticks.filter { $0 > range.lowerBound && $0 < range.upperBound }
            if limits.count > 5 { limits = limits.enumerated().filter { $0.offset % 2 == 1 }.map(\.element) }
        }
        if let base = index?.base, !limits.contains(base), limits.count < 6 {
            limits.append(base)
            limits.sort()
        }
        self.limits = limits
        neutral = index?.base
        let count = limits.count + 1
        func spread(_ step: Int, of steps: Int) -> Int {
            steps <= 1 ? 3 : 1 + Int((Double(step) * 4 / Double(steps - 1)).rounded())
        }
        classes = (0..<count).map { place in
            let low = place > 0 ? limits[place - 1] : nil
            let high = place < limits.count ? limits[place] : nil
            guard let index, let split = limits.firstIndex(of: index.base) else {
                return Class(low: low, high: high, paint: .first, shade: spread(place, of: count))
            }
            // Classes below the base run away from it downward, those above upward.
            let isAbove = place > split
            let (steps, distance) = isAbove ? (count - 1 - split, place - split - 1) : (split + 1, split - place)
            return Class(
                low: low,
                high: high,
                paint: isAbove == index.isHigherWorse ? .less : .more,
                shade: steps <= 1 ? 3 : spread(distance, of: steps)
            )
        }
    }

    /// The class of a value: a limit belongs to the class that begins with it. Nil for the base itself.
    func index(of value: Double) -> Int? {
        value == neutral ? nil : limits.firstIndex { value < $0 } ?? limits.count
    }

    /// How an area with this value is filled.
    func look(_ value: Double) -> (paint: Paint, shade: Int) {
        index(of: value).map { (classes[$0].paint, classes[$0].shade) } ?? (.muted, 2)
    }

    /// *90 tot 100*, *minder dan 90*, *130 of meer*; above the base, which is in no class, *meer dan 100*
    func text(_ place: Int, _ format: NumberText, _ words: Words) -> String {
        let one = classes[place]
        func number(_ value: Double) -> String { format.limit(value) }
        switch (one.low, one.high) {
        case (let low?, nil) where low == neutral:
            return words("meer dan \(number(low))", "more than \(number(low))")
        case (let low?, let high?) where low == neutral:
            return words(
                "meer dan \(number(low)) tot \(number(high))",
                "more than \(number(low)) to \(number(high))"
            )
        case (nil, nil): return words("alle waarden", "all values")
        case (nil, let high?): return words("minder dan \(number(high))", "less than \(number(high))")
        case (let low?, nil): return words("\(number(low)) of meer", "\(number(low)) or more")
        case (let low?, let high?):
            return words("\(number(low)) tot \(number(high))", "\(number(low)) to \(number(high))")
        }
    }
}

extension Ticks {
    /// The decimals that a round number needs, at most six.
    static func decimals(of value: Double) -> Int {
        for decimals in 0..<6 where scaled(value, by: decimals).rounded() == scaled(value, by: decimals) {
            return decimals
        }
        return 6
    }
}
