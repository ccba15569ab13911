// Many findings with one cause become one with a count, before they are shown: a broken file may have a hundred thousand mistakes.

/// How many findings are shown, whatever the input.
private enum Most {
    /// More than this many with one message in a file have one cause.
    static let alike = 5
    /// The same for one message in many files.
    static let files = 20
    /// Of one kind in a file; where there are more, one finding counts the rest.
    static let ofKind = 20
    /// Places that are named where many became one.
    static let places = 3
}

/// Folds findings in three steps: those of one message in a file, those of one message in many files, and what one kind has
/// more than twenty of in a file. The sum of `count` stays what it was.
///
/// - Parameter findings: in the order in which they are shown.
func folded(_ findings: [Diagnostic]) -> [Diagnostic] {
    let inFiles = groups(of: findings, by: { $0.place.file }, atMost: Most.alike)
    return restCounted(groups(of: inFiles, by: { _ in "" }, atMost: Most.files))
}

private struct Cause: Hashable {
    var id: String
    var severity: Diagnostic.Severity
    var scope: String
    var message: Wording
}

/// In the place of each group that is too large stands its first finding, with a count and its first places.
private func groups(of findings: [Diagnostic], by scope: (Diagnostic) -> String, atMost most: Int) -> [Diagnostic] {
    func cause(_ finding: Diagnostic) -> Cause {
        Cause(id: finding.id, severity: finding.severity, scope: scope(finding), message: finding.message)
    }
    guard findings.count > most else { return findings }
    // One message may come with several hints, which are several causes; a hint that was left out goes with the first.
    var members: [Cause: [Wording?: [Int]]] = [:]
    var firstHints: [Cause: Wording?] = [:]
    for finding in findings {
        let cause = cause(finding)
        if !finding.isHintLeftOut && firstHints[cause] == nil { firstHints[cause] = .some(finding.hint) }
    }
    for (index, finding) in findings.enumerated() {
        let cause = cause(finding)
        let hint = finding.isHintLeftOut ? firstHints[cause] ?? nil : finding.hint
        members[cause, default: [:]][hint, default: []].append(index)
    }
    var result: [Diagnostic?] = findings
    for indices in members.values.flatMap(\.values) where indices.count > most {
        for index in indices { result[index] = nil }
        result[indices[0]] = one(for: indices.map { findings[$0] })
    }
    return result.compactMap { $0 }
}

private func one(for group: [Diagnostic]) -> Diagnostic {
    var finding = group[0]
    finding.hint = group.first { !$0.isHintLeftOut }?.hint
    finding.count = group.reduce(0) { $0 + $1.count }
    let others = group.dropFirst().prefix(Most.places - 1).map { spot($0.place, seenFrom: finding.place) }
    let more = group.count > Most.places ? ", …" : ""
    finding.message.en += " (\(finding.count) times: also \(others.map(\.en).joined(separator: ", "))\(more))"
    finding.message.nl += " (\(finding.count) keer: ook \(others.map(\.nl).joined(separator: ", "))\(more))"
    return finding
}

private func spot(_ place: Place, seenFrom first: Place) -> Wording {
    if place.file != first.file {
        let text = place.line > 0 ? "\(place.file):\(place.line)" : place.file
        return Wording(en: text, nl: text)
    }
    if place.line != first.line { return Wording(en: "line \(place.line)", nl: "regel \(place.line)") }
    return Wording(en: "column \(place.column)", nl: "kolom \(place.column)")
}

/// The first twenty of each kind in a file, then one that counts the others. A single other one is shown as it is.
private func restCounted(_ findings: [Diagnostic]) -> [Diagnostic] {
    struct Kind: Hashable {
        var id: String
        var file: String
    }
    var members: [Kind: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
        members[Kind(id: finding.id, file: finding.place.file), default: []].append(index)
    }
    var result: [Diagnostic?] = findings
    for indices in members.values where indices.count > Most.ofKind + 1 {
        let rest = indices.dropFirst(Most.ofKind)
        guard let first = rest.first, let severity = rest.map({ findings[$0].severity }).min() else { continue }
        for index in rest { result[index] = nil }
        let count = rest.reduce(0) { $0 + findings[$1].count }
        var finding = Diagnostic(
            severity,
            findings[first].id,
            at: findings[first].place,
            message: Wording(
                en: "and \(count) more findings of this kind in this file, from here on",
                nl: "en nog \(count) van zulke bevindingen in dit bestand, vanaf hier"
            )
        )
        finding.count = count
        result[first] = finding
    }
    return result.compactMap { $0 }
}
