// The findings that a stage collects: a list with the few operations that every reader needs.

/// Findings in the order in which they were made; `sorted` gives the order in which they are shown.
public struct Findings: Sendable {
    public private(set) var all: [Diagnostic] = []

    public init() {}

    public var isEmpty: Bool { all.isEmpty }
    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// By file, line and column, then by severity and name; the same finding is kept once.
    public var sorted: [Diagnostic] {
        var seen = Set<Diagnostic>()
        return all.filter { seen.insert($0).inserted }
            .sorted { ($0.place, $0.severity, $0.id, $0.message.en) < ($1.place, $1.severity, $1.id, $1.message.en) }
    }

    public func count(of severity: Diagnostic.Severity) -> Int {
        all.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
    }

    public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
    public mutating func add(contentsOf other: Findings) { all.append(contentsOf: other.all) }

    public mutating func error(_ id: String, at place: Place, en: String, nl: String, hint: Wording? = nil) {
        add(Diagnostic(.error, id, at: place, message: Wording(en: en, nl: nl), hint: hint))
    }

    public mutating func warning(_ id: String, at place: Place, en: String, nl: String, hint: Wording? = nil) {
        add(Diagnostic(.warning, id, at: place, message: Wording(en: en, nl: nl), hint: hint))
    }

    public mutating func hint(_ id: String, at place: Place, en: String, nl: String, hint: Wording? = nil) {
        add(Diagnostic(.hint, id, at: place, message: Wording(en: en, nl: nl), hint: hint))
    }
}
