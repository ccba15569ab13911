// Suggestions for mistyped names, used wherever an author's word must be one of a known set.

/// The candidate that is closest to `word`, or nil where none is close enough to be worth saying.
///
/// Distance is optimal string alignment (Damerau–Levenshtein without moving a substring), case-insensitive;
/// at most a third of the longer word may differ. Ties go to the first in the given order.
/// Words of more than 200 characters are no names, and only the first 1,000 candidates are compared.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longestName else { return nil }
    let target = Array(word.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(mostCandidates) where candidate != word {
        if candidate.utf8.count > longestName { continue }
        let other = Array(candidate.lowercased().unicodeScalars)
        let limit = max(1, max(target.count, other.count) / 3)
        if abs(target.count - other.count) > limit { continue }
        let distance = alignmentDistance(target, other)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// The usual hint: *did you mean "x"?*, or the first few names that exist, or nil where nothing is known.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> Wording? {
    if let match = didYouMean(word, among: candidates) {
        return Wording(en: "did you mean \"\(match)\"?", nl: "bedoelde u \"\(match)\"?")
    }
    let known = Array(candidates)
    guard !known.isEmpty else { return nil }
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return Wording(en: "known here: \(shown)", nl: "hier bekend: \(shown)")
}

private let longestName = 200
private let mostCandidates = 1_000

private func alignmentDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    // What both begin or end with costs nothing: paths have most of their letters in common.
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 }.count
    let (a, b) = (Array(one[start..<(one.count - end)]), Array(other[start..<(other.count - end)]))
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var current = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            current[j] = min(previous[j] + 1, current[j - 1] + 1, substitution)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                current[j] = min(current[j], beforePrevious[j - 2] + 1)
            }
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
}
