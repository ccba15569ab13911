// Collects what is wrong with the values of one file. What has one cause is one finding, with its first places and a count.
import Diagnostics

/// Findings about one CSV file.
struct Violations {
    /// The kinds of mistake, each with the stable name of its finding.
    enum Kind: String {
        case undeclaredColumn = "data.undeclared-column"
        case raggedRow = "data.ragged-row"
        case invalidValue = "data.invalid-value"
        case tooLarge = "data.too-large-number"
        case people = "data.people"
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

    /// So many causes of each kind and column are shown.
    static let shownCauses = 20
    /// So many mistakes of each kind and column are looked at; what comes after them is only counted. Looking for a similar name is slow.
    private static func examined(_ kind: Kind) -> Int {
        switch kind {
        case .undeclaredColumn, .notAllowed, .foreignKey: 100
        default: 10_000
        }
    }
    /// So many places of one cause are named.
    private static let namedPlaces = 3

    fileprivate struct Subject: Hashable {
        var kind: Kind
        var column: String
    }

    /// Mistakes that ask for the same remedy have the same cause.
    private struct Cause: Hashable {
        var subject: Subject
        var hint: Wording?
        var why: String
    }

    fileprivate struct Fold {
        var subject: Subject
        var finding: Diagnostic
        var value: String?
        var line: Int
        var count = 1
        var more: [Wording] = []
        /// Of those, how many are meant by a name in `more`.
        var named = 1
    }

    private var counts: [Subject: Int] = [:]
    private var causes: [Subject: Int] = [:]
    private var uncounted: [Subject: Int] = [:]
    private var lastPlaces: [Subject: Place] = [:]
    private var positions: [Cause: Int] = [:]
    private var folds: [Fold] = []

    /// Whether one more mistake is worth a look; if not, it has been counted.
    mutating func examines(_ kind: Kind, column: String) -> Bool {
        let subject = Subject(kind: kind, column: column)
        counts[subject, default: 0] += 1
        if counts[subject, default: 0] <= Self.examined(kind) { return true }
        if causes[subject] == 1, let only = folds.lastIndex(where: { $0.subject == subject }) {
            folds[only].count += 1
        } else {
            uncounted[subject, default: 0] += 1
        }
        return false
    }

    /// Adds a mistake to others with the same hint.
    ///
    /// - Parameters:
    ///   - column: the columns that it is about, or nothing where it is about the row.
    ///   - value: what stands there, where the message names it.
    ///   - line: of the file.
    ///   - why: tells causes with the same hint apart.
    ///   - first: place and message of the first of its cause; finding its column in the file takes time.
    mutating func add(
        _ kind: Kind,
        column: String,
        value: String? = nil,
        line: Int,
        hint: Wording? = nil,
        why: String = "",
        first: () -> (place: Place, message: Wording)
    ) {
        let subject = Subject(kind: kind, column: column)
        let cause = Cause(subject: subject, hint: hint, why: why)
        if let position = positions[cause] {
            folds[position].count += 1
            if folds[position].more.count < Self.namedPlaces - 1 {
                folds[position].more.append(mention(value, line, after: folds[position]))
                folds[position].named += 1
            }
            return
        }
        guard causes[subject, default: 0] < Self.shownCauses else {
            uncounted[subject, default: 0] += 1
            return
        }
        causes[subject, default: 0] += 1
        positions[cause] = folds.count
        let (place, message) = first()
        lastPlaces[subject] = place
        let finding = Diagnostic(.error, kind.rawValue, at: place, message: message, hint: hint)
        folds.append(Fold(subject: subject, finding: finding, value: value, line: line))
    }

    /// `line 7`, `"x" (line 7)` where another value stands there, `"x"` in the same line.
    private func mention(_ value: String?, _ line: Int, after fold: Fold) -> Wording {
        let shown = value.map { "\"\($0.shortened)\"" } ?? ""
        if fold.line == line, value != nil { return Wording(en: shown, nl: shown) }
        if fold.value == value { return Wording(en: "line \(line)", nl: "regel \(line)") }
        return Wording(en: "\(shown) (line \(line))", nl: "\(shown) (regel \(line))")
    }

    /// Whether a column has had findings: then it gets no questions about the column as a whole.
    func concern(_ column: String) -> Bool { causes.keys.contains { $0.column == column } }

    /// Padding is a matter of the file: of all columns that have it the first speaks, and names the others.
    private var mergedByFile: [Fold] {
        folds.reduce(into: []) { merged, fold in
            guard fold.finding.hint == paddingHint,
                let first = merged.firstIndex(where: {
                    $0.finding.hint == paddingHint && $0.subject.kind == fold.subject.kind
                })
            else {
                merged.append(fold)
                return
            }
            merged[first].count += fold.count
            let column = fold.subject.column
            merged[first].more.append(Wording(en: "column \(column)", nl: "kolom \(column)"))
            merged[first].named += fold.count
        }
    }

    mutating func finish(_ all: inout Findings) {
        for fold in mergedByFile { all.add(fold.whole) }
        for (subject, more) in uncounted {
            guard var place = lastPlaces[subject] else { continue }
            let en = subject.column.isEmpty ? "" : " in column \(subject.column)"
            let nl = subject.column.isEmpty ? "" : " in kolom \(subject.column)"
            // One byte further than the last one shown, so that it is listed after it.
            place.column += 1
            var finding = Diagnostic(
                .error,
                subject.kind.rawValue,
                at: place,
                message: Wording(en: "and \(more) more of these\(en)", nl: "en nog \(more) van zulke fouten\(nl)")
            )
            finding.count = more
            all.add(finding)
        }
    }
}

extension Violations.Fold {
    /// The finding with the other places that it stands for: *; also line 7, "x" (line 9) and 39 more*.
    fileprivate var whole: Diagnostic {
        guard count > 1 else { return finding }
        let rest = count - named
        func list(_ parts: [String], and: String, more: String) -> String {
            let parts = rest > 0 ? parts + [more] : parts
            return parts.dropLast().joined(separator: ", ") + (parts.count > 1 ? " \(and) " : "") + (parts.last ?? "")
        }
        var finding = finding
        finding.count = count
        finding.message.en += "; also \(list(more.map(\.en), and: "and", more: "\(rest) more"))"
        finding.message.nl += "; ook \(list(more.map(\.nl), and: "en", more: "nog \(rest)"))"
        return finding
    }
}
