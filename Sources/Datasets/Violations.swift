// Collects what is wrong with the values of one file: the first of each kind and column in full, the rest as a count.
import Diagnostics

/// Findings about one CSV file.
struct Violations {
    /// The kinds of mistake, each with the stable name of its finding.
    enum Kind: String {
        case raggedRow = "data.ragged-row"
        case invalidValue = "data.invalid-value"
        case required = "data.required"
        case notAllowed = "data.not-allowed"
        case outOfRange = "data.out-of-range"
        case length = "data.length"
        case pattern = "data.pattern"
        case duplicate = "data.duplicate"
        case primaryKey = "data.primary-key"
        case foreignKey = "data.foreign-key"
        case index = "data.index"
    }

    /// This many of each kind and column are shown in full.
    static let shown = 20

    private struct Key: Hashable {
        var kind: Kind
        var column: String
    }

    private var counts: [Key: Int] = [:]
    private var lastPlaces: [Key: Place] = [:]
    private var findings = Findings()

    /// Counts one mistake; true where it is to be shown in full. Finding its column in the file is worth the time only then.
    mutating func count(_ kind: Kind, column: String) -> Bool {
        counts[Key(kind: kind, column: column), default: 0] += 1
        return counts[Key(kind: kind, column: column), default: 0] <= Self.shown
    }

    mutating func show(_ kind: Kind, column: String, at place: Place, _ message: Wording, hint: Wording? = nil) {
        lastPlaces[Key(kind: kind, column: column)] = place
        findings.add(Diagnostic(.error, kind.rawValue, at: place, message: message, hint: hint))
    }

    mutating func finish(_ all: inout Findings) {
        for (key, count) in counts where count > Self.shown {
            guard var place = lastPlaces[key] else { continue }
            let more = count - Self.shown
            let en = key.column.isEmpty ? "" : " in column \(key.column)"
            let nl = key.column.isEmpty ? "" : " in kolom \(key.column)"
            // One byte further than the last one shown, so that it is listed after it.
            place.column += 1
            var finding = Diagnostic(
                .error,
                key.kind.rawValue,
                at: place,
                message: Wording(en: "and \(more) more of these\(en)", nl: "en nog \(more) van zulke fouten\(nl)")
            )
            finding.count = more
            findings.add(finding)
        }
        all.add(contentsOf: findings)
    }
}
