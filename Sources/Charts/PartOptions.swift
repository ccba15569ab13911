// The keys of the charts that show parts, steps and targets; part of reading a chart block.
import Declarations
import Diagnostics

/// What only some types ask for; what a type does not know stays as it is here.
struct PartOptions: Sendable {
    /// Whether bars show shares: of their own whole (`stacked`), of their own target (`target`).
    var isShare = false
    var better: ChartSpec.Better?
    /// What all parts together are, where the rows do not add up to it.
    var whole: Double?
    /// The answer that lies on the centre line of a diverging chart, as the dataset writes it.
    var neutral: Scalar?
    /// Answers of a diverging chart that lie on no scale, such as *weet niet*; nil where the author does not say.
    var outside: [Scalar]?
    /// By what a chart of two moments is sorted.
    var order = PairOrder.before
    /// What one figure of a pictogram is, such as *gezin*.
    var mark: Scalar?
    /// Headings above the stages of a flow.
    var stages: [Scalar] = []

    enum PairOrder: String, CaseIterable, Sendable { case before, after, change }
    enum StackLayout: String, CaseIterable, Sendable { case share, absolute }
    enum TargetLayout: String, CaseIterable, Sendable { case value, share }

    static func read(_ kind: ChartSpec.Kind, _ fields: inout Fields) -> PartOptions {
        var options = PartOptions()
        switch kind {
        case .stacked:
            let layout: StackLayout? = fields.has("layout") ? fields.choice("layout") : .share
            options.isShare = layout == .share
        case .target:
            let layout: TargetLayout? = fields.has("layout") ? fields.choice("layout") : .value
            options.isShare = layout == .share
            if fields.has("better") { options.better = fields.choice("better") }
        case .waterfall: if fields.has("better") { options.better = fields.choice("better") }
        case .diverging:
            options.neutral = fields.scalar("neutral")
            options.outside = fields.scalars("outside")
        case .slope, .dumbbell: if fields.has("by") { options.order = fields.choice("by") ?? .before }
        case .pictogram: options.mark = fields.scalar("mark")
        case .flow: options.stages = fields.scalars("stages") ?? []
        case .waffle:
            guard fields.has("whole") else { break }
            options.whole = fields.number("whole")
            if let whole = options.whole, !(whole > 0 && whole.isFinite) {
                options.whole = nil
                fields.error(
                    "chart.whole",
                    at: "whole",
                    en: "whole must be more than 0",
                    nl: "whole moet meer dan 0 zijn"
                )
            }
        default: break
        }
        return options
    }
}

extension Channels {
    /// Which columns and measures these types have.
    mutating func readParts(of kind: ChartSpec.Kind, _ fields: inout Fields) {
        switch kind {
        case .stacked, .diverging:
            read(&fields, x: true, measures: ["y"], split: "series")
            if split == .none { _ = fields.requiredText("series") }
        case .flow:
            read(&fields, x: true, measures: ["y"], split: "to")
            if split == .none { _ = fields.requiredText("to") }
        case .waterfall:
            read(&fields, x: true, measures: ["y"], split: nil)
            readSecond("step", as: .words, &fields)
        case .target:
            read(&fields, x: true, measures: ["result"], split: nil)
            readMore(["target", "baseline"], &fields)
            readSecond("status", as: .words, &fields)
        case .pictogram:
            read(&fields, x: true, measures: ["y"], split: nil)
            readMore(["whole"], &fields)
        default: read(&fields, x: true, measures: ["y"], split: nil)
        }
    }

    /// Measures that a chart can do without.
    private mutating func readMore(_ names: [String], _ fields: inout Fields) {
        for name in names {
            if let value = fields.value(name) { measures.append(ChartSpec.Measure(name: name, value: value)) }
        }
    }
}
