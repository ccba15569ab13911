// The findings that a stage collects: a list with the few operations that every reader needs.

/// Findings in the order in which they were made; `sorted` gives the order in which they are shown.
///
/// A hint is only worked out while a kind has few findings in a file: looking for a similar name is the slowest part of a
/// finding, and nobody reads the hundredth.
public struct Findings: Sendable {
    public private(set) var all: [Diagnostic] = []
    public private(set) var hasErrors = false

    private struct Kind: Hashable {
        var id: String
        var file: String
    }
    private var counts: [Kind: Int] = [:]

    /// So many findings of a kind have hints in each file.
    private static let mostHints = 100

    public init() {}

    public var isEmpty: Bool { all.isEmpty }

    /// By file, line and column, then by severity and name; the same finding is kept once, and many that are alike are folded.
    public var sorted: [Diagnostic] {
        var seen = Set<Diagnostic>()
        return folded(
            all.filter { seen.insert($0).inserted }
                .sorted {
                    ($0.place, $0.severity, $0.id, $0.message.en) < ($1.place, $1.severity, $1.id, $1.message.en)
                }
        )
    }

    public func count(of severity: Diagnostic.Severity) -> Int {
        all.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
    }

    public mutating func add(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
        counts[Kind(id: diagnostic.id, file: diagnostic.place.file), default: 0] += 1
        if diagnostic.severity == .error { hasErrors = true }
    }

    public mutating func add(contentsOf other: Findings) {
        all.append(contentsOf: other.all)
        counts.merge(other.counts, uniquingKeysWith: +)
        if other.hasErrors { hasErrors = true }
    }

    public mutating func error(
        _ id: String,
        at place: Place,
        en: String,
        nl: String,
        hint: @autoclosure () -> Wording? = nil
    ) { add(.error, id, at: place, Wording(en: en, nl: nl), hint) }

    public mutating func warning(
        _ id: String,
        at place: Place,
        en: String,
        nl: String,
        hint: @autoclosure () -> Wording? = nil
    ) { add(.warning, id, at: place, Wording(en: en, nl: nl), hint) }

    public mutating func hint(
        _ id: String,
        at place: Place,
        en: String,
        nl: String,
        hint: @autoclosure () -> Wording? = nil
    ) { add(.hint, id, at: place, Wording(en: en, nl: nl), hint) }

    private mutating func add(
        _ severity: Diagnostic.Severity,
        _ id: String,
        at place: Place,
        _ message: Wording,
        _ hint: () -> Wording?
    ) {
        var diagnostic = Diagnostic(severity, id, at: place, message: message)
        diagnostic.isHintLeftOut = counts[Kind(id: id, file: place.file), default: 0] >= Self.mostHints
        if !diagnostic.isHintLeftOut { diagnostic.hint = hint() }
        add(diagnostic)
    }
}
