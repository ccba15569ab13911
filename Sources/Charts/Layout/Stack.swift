// The parts of a stacked bar: what each is, where it lies in the bar, and what the bar is in all.
import Markup

/// Adds up the parts of one stacked bar: positive parts from zero up, negative ones from zero down.
struct Stack: Sendable {
    struct Part: Sendable {
        let series: Int
        /// As it is written: a number, a share in hundredths, or the percentage that the data give.
        let value: Double
        /// Where it lies in the bar, in the measure of the axis.
        let from: Double
        let to: Double
        var size: Double { to - from }
    }
    /// A cell and the series to which it belongs.
    typealias Member = (series: Int, cell: ChartCell)

    private(set) var parts: [Part] = []
    private(set) var high = 0.0
    private(set) var low = 0.0
    /// The sum, where every part has a value and none is negative.
    private(set) var total: Double?
    /// What the parts are shares of, where they are drawn as shares: 0 where all are known and none has anything.
    private(set) var whole: Double?
    /// Cells that should be in the stack and have no value to draw.
    private(set) var unshown: [ChartCell] = []

    init(_ members: [Member], scaledBy factor: Double = 1) {
        for (series, cell) in members {
            guard let value = cell.number else {
                if cell != .absent { unshown.append(cell) }
                continue
            }
            let start = value < 0 ? low : high
            let end = start + value * factor
            parts.append(Part(series: series, value: value, from: min(start, end), to: max(start, end)))
            if value < 0 { low = end } else { high = end }
        }
        if parts.isEmpty, unshown.isEmpty { unshown = [.absent] }
        total = unshown.isEmpty && low == 0 ? high : nil
    }

    /// The same parts as hundredths of their sum. Where a part is not known none of the shares is: then nothing is drawn.
    init(sharesOf members: [Member]) {
        let whole = members.reduce(0) { $0 + ($1.cell.number ?? 0) }
        let unknown = members.filter { $0.cell.number == nil && $0.cell != .absent }
        let known = members.compactMap(\.cell.number)
        guard unknown.isEmpty, whole > 0, whole.isFinite, !known.contains(where: { $0 < 0 }) else {
            self.init(unknown)
            // Nobody is not the same as no data.
            if unknown.isEmpty, !known.isEmpty, known.allSatisfy({ $0 == 0 }) { (unshown, self.whole) = ([], 0) }
            return
        }
        self.init(members.map { ($0.series, $0.cell.number.map { .value($0 / whole * 100) } ?? $0.cell) })
        self.whole = whole
    }

    /// Parts that the data give in hundredths: each is written as it was given.
    ///
    /// - Parameters:
    ///   - others: percentages of the same whole that are not in the bar.
    ///   - slack: how far from 100 rounding may bring the sum; within it the bar is a whole one.
    init(given members: [Member], beside others: [ChartCell], slack: Double) {
        let known = members.compactMap(\.cell.number)
        let sum = (known + others.compactMap(\.number)).reduce(0, +)
        let isWhole = sum > 0 && abs(sum - 100) <= slack
        self.init(members, scaledBy: isWhole ? 100 / sum : 1)
        guard unshown.isEmpty, low == 0 else { return }
        whole = sum
        if known.allSatisfy({ $0 == 0 }) { (parts, high) = ([], 0) }
    }
}

extension ChartData {
    /// Whether the first measure is in hundredths already.
    var isPercent: Bool { Unit.isPercent(measureColumns.first?.unit) }

    /// How far rounded percentages may miss 100: half a last digit each.
    func slack(of parts: Int) -> Double {
        scaled(0.5 * Double(max(parts, 1)), by: -min(max(measureColumns.first?.decimals ?? 0, 0), 6)) + 1e-9
    }

    /// The bar of each category: of numbers, of shares, or of percentages as the data give them.
    func stacks(_ spec: ChartSpec) -> [Stack] {
        let centre = spec.kind == .diverging ? Centre(spec, self) : nil
        let shown = centre?.scale ?? Array(series.indices)
        return categories.indices.map { category in
            let members: [Stack.Member] = shown.map { ($0, cell(0, category, $0)) }
            guard spec.parts.isShare || centre != nil else { return Stack(members) }
            guard isPercent else { return Stack(sharesOf: members) }
            let others = (centre?.outside ?? []).map { cell(0, category, $0) }
            let count = members.count { $0.cell.number != nil } + others.count { $0.number != nil }
            return Stack(given: members, beside: others, slack: slack(of: count))
        }
    }

    /// The categories whose given percentages are not a whole, with their sum: by rounding, or by more than that.
    func sumsBeside100(_ spec: ChartSpec) -> (rounded: [Int], wrong: [(category: Int, sum: Double)]) {
        guard isPercent, spec.parts.isShare && spec.kind == .stacked || spec.kind == .diverging else { return ([], []) }
        var sums: (rounded: [Int], wrong: [(category: Int, sum: Double)]) = ([], [])
        for (category, stack) in stacks(spec).enumerated() {
            guard let sum = stack.whole, sum != 0, abs(sum - 100) > 1e-9 else { continue }
            let count = series.indices.count { cell(0, category, $0).number != nil }
            if abs(sum - 100) <= slack(of: count) {
                sums.rounded.append(category)
            } else {
                sums.wrong.append((category, sum))
            }
        }
        return sums
    }
}
