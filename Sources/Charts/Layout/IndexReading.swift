// How scores against a base are read, for every chart of an index: which side is unfavourable, the sign of a value, what the base stands for.
import Disclosure
import Markup

struct IndexReading: Sendable {
    let base: Double
    /// Above the base is less favourable unless the dataset says that higher is better.
    let isHigherWorse: Bool
    /// *100 = gemiddelde van Maastricht*
    let baseText: String
    /// The same as it is said: *100 is gemiddelde van Maastricht*
    let baseSentence: String
    private let words: Words

    init(_ index: ReleasedTable.IndexScale?, words: Words, format: NumberText) {
        base = index.map(\.base) ?? 100
        isHigherWorse = index?.direction != .higherIsBetter
        let number = words.language.number(base, upTo: 2) ?? format(base)
        let reference = index.map { readable($0.reference) } ?? words("vergelijkingswaarde", "reference value")
        baseText = "\(number) = \(reference)"
        baseSentence = "\(number) is \(reference)"
        self.words = words
    }

    func isLess(_ value: Double) -> Bool { (value > base) == isHigherWorse }
    func paint(_ value: Double) -> Paint { isLess(value) ? .less : .more }
    func tone(_ value: Double) -> TextMark.Tone? { value == base ? nil : isLess(value) ? .less : .more }

    /// The arrow says on which side of the base the value lies; hatch, form and words say what that means.
    func text(_ value: Double, _ format: NumberText) -> String {
        value == base ? format(value) : (value > base ? "▲\u{A0}" : "▼\u{A0}") + format(value)
    }

    var lessText: String { (isHigherWorse ? "▲ " : "▼ ") + words.less }
    var moreText: String { (isHigherWorse ? "▼ " : "▲ ") + words.more }
}
