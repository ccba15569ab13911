// The steps of a waterfall, added up: where each bar begins and ends, and whether declared totals agree with the steps before them.

struct WaterfallSteps: Sendable {
    enum Kind: Sendable { case start, change, subtotal, total }

    struct Step: Sendable {
        let kind: Kind
        /// The ends of the bar; nil where they are not known.
        let from: Double?
        let to: Double?
        /// What the steps add up to, for a subtotal or total whose steps are all known.
        let computed: Double?
        /// How much a declared total differs from that; nil where it agrees or cannot be compared.
        let difference: Double?
    }

    private(set) var steps: [Step] = []
    /// Words in the column of steps that are none of the declared ones.
    private(set) var unknownKinds: [String] = []
    /// Whether the first step is a change: the steps are the parts of what they add up to, and begin at nought.
    private(set) var beginsAtZero = false

    init(_ data: ChartData) {
        let decimals = min(max(data.measureColumns.first?.decimals ?? 0, 0), 9)
        var running: Double?
        let largest = data.values(of: 0).reduce(0) { max($0, abs($1)) }
        var parts = 0
        for index in data.categories.indices {
            let code = data.noteCodes[safe: index] ?? ""
            let fallback = index == 0 ? Kind.start : .change
            let known = Self.kind(code)
            if known == nil, !code.isEmpty, !unknownKinds.contains(code) { unknownKinds.append(code) }
            let kind = known ?? fallback
            let value = data.cell(0, index).number
            if index == 0, kind == .change { (running, beginsAtZero) = (0, true) }
            switch kind {
            case .start:
                running = value
                parts = 1
                steps.append(Step(kind: kind, from: value.map { _ in 0 }, to: value, computed: nil, difference: nil))
            case .change:
                let before = running
                // The sum, or 0 where only what fractions leave over is left.
                running = value.flatMap { step in before.map { change(from: -step, to: $0, among: largest) } }
                parts += 1
                steps.append(
                    Step(
                        kind: kind,
                        from: running == nil ? nil : before,
                        to: running,
                        computed: nil,
                        difference: nil
                    )
                )
            case .subtotal, .total:
                let computed = parts > 0 ? running : nil
                let shown = value ?? computed
                // Parts that were rounded each may miss the total by half a last digit each.
                let slack = scaled(0.5 * Double(parts + 1), by: -decimals)
                let difference = shown.flatMap { shown in computed.map { shown - $0 } }
                steps.append(
                    Step(
                        kind: kind,
                        from: shown.map { _ in 0 },
                        to: shown,
                        computed: computed,
                        difference: difference.flatMap { abs($0) > slack ? $0 : nil }
                    )
                )
                running = shown
                parts = 1
            }
        }
    }

    static let words = ["start", "change", "subtotal", "total"]

    private static func kind(_ word: String) -> Kind? {
        switch word.lowercased() {
        case "start", "begin", "before", "voor": .start
        case "change", "verandering", "stap": .change
        case "subtotal", "subtotaal", "after", "na": .subtotal
        case "total", "totaal", "net", "netto": .total
        default: nil
        }
    }
}
