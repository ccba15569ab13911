// `diverging`: which answers lie on the scale and which beside it, where the centre line lies, and how the answers on either side look.

/// Answers before the line, a neutral one split in two halves by it where there is one, answers after it; others stand apart.
struct Centre: Sendable {
    /// The series that lie on the scale, from left to right.
    let scale: [Int]
    /// Answers that say nothing on the scale, such as *weet niet*: they stand apart and count in no share.
    let outside: [Int]
    /// Those of them that the author did not declare.
    let recognised: [Int]
    /// The series that lies on the line.
    let neutral: Int?
    private let left: [Int]
    private let right: [Int]

    init(_ spec: ChartSpec, _ data: ChartData) {
        let wanted = spec.parts.neutral.flatMap { data.series(named: $0.text) }
        if let declared = spec.parts.outside {
            let apart = Set(declared.compactMap { data.series(named: $0.text) })
            (outside, recognised) = (data.series.indices.filter(apart.contains), [])
        } else {
            outside = Self.recognised(in: data, except: wanted)
            recognised = outside
        }
        let apart = outside
        let scale = data.series.indices.filter { !apart.contains($0) }
        self.scale = scale
        let middle = scale.count.isMultiple(of: 2) ? nil : scale[safe: scale.count / 2]
        let neutral = spec.parts.neutral == nil ? middle : wanted.flatMap { scale.contains($0) ? $0 : nil }
        self.neutral = neutral
        let place = neutral.flatMap { scale.firstIndex(of: $0) } ?? (scale.count + 1) / 2
        left = Array(scale.prefix(place))
        right = Array(scale.dropFirst(neutral == nil ? place : place + 1))
    }

    func isLeft(_ series: Int) -> Bool { left.contains(series) }

    /// From the start of a stack to the line.
    func offset(_ stack: Stack) -> Double {
        stack.parts.reduce(0) { sum, part in
            isLeft(part.series) ? sum + part.size : part.series == neutral ? sum + part.size / 2 : sum
        }
    }

    /// Whether more than one answer lies on a side, so that their sum says something new.
    var hasSums: Bool { left.count > 1 || right.count > 1 }

    /// What lies on either side, without the neutral answer.
    func sums(_ stack: Stack) -> (left: Double, right: Double) {
        stack.parts.reduce((0, 0)) { sums, part in
            isLeft(part.series)
                ? (sums.0 + part.value, sums.1) : part.series == neutral ? sums : (sums.0, sums.1 + part.value)
        }
    }

    /// Orange and blue, which nobody mixes up and which say nothing about good or bad; the further from the line, the stronger.
    func look(_ series: Int) -> SeriesLook {
        if let place = left.firstIndex(of: series) {
            return SeriesLook(.third, shade: Self.shade(place, of: left.count))
        }
        if let place = right.firstIndex(of: series) {
            return SeriesLook(.first, shade: Self.shade(right.count - 1 - place, of: right.count))
        }
        return SeriesLook(.muted)
    }

    /// The tint of an answer by its distance from the outermost, which has the full colour.
    private static func shade(_ place: Int, of count: Int) -> Int? {
        guard place > 0 else { return nil }
        let tints = [2: [4], 3: [5, 2], 4: [5, 3, 1], 5: [5, 4, 2, 1]][count] ?? [5, 4, 3, 2, 1]
        return tints[safe: place - 1] ?? 1
    }

    /// *Weet niet* and the like at either end of the answers: in their middle it is a place on the scale.
    private static func recognised(in data: ChartData, except neutral: Int?) -> [Int] {
        func isOutside(_ series: Int) -> Bool { series != neutral && saysNothing(data.series[series]) }
        let first = data.series.indices.prefix(while: isOutside)
        let last = data.series.indices.dropFirst(first.count).reversed().prefix(while: isOutside)
        // Without two others there is no scale to stand beside.
        return data.series.count - first.count - last.count < 2 ? [] : first + last.reversed()
    }

    private static func saysNothing(_ answer: String) -> Bool {
        let text = answer.lowercased().replacing("’", with: "'")
        if ["weet niet", "weet ik niet", "weet het niet", "don't know", "do not know"].contains(where: text.hasPrefix) {
            return true
        }
        return [
            "n.v.t.", "n.v.t", "nvt", "niet van toepassing", "geen mening", "geen antwoord", "wil niet zeggen",
            "wil ik niet zeggen", "zeg ik liever niet", "onbekend", "niet ingevuld", "niet beantwoord",
            "not applicable",
            "n/a", "no opinion", "no answer", "not answered", "prefer not to say", "refused", "unknown",
        ].contains(text)
    }
}

extension ChartData {
    /// The place of a series by its code or by what readers see.
    func series(named name: String) -> Int? {
        seriesCodes.firstIndex(of: name) ?? series.firstIndex(of: readable(name))
    }
}
