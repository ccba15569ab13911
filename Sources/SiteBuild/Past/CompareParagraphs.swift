// Which paragraphs of a page differ: the longest common sequence of digests stays, what lies between is old against new.

/// - Returns: differing paragraphs in the order of the text. Two that share half of their words are one that was rewritten; any other
///   went or came.
func compareParagraphs(_ old: [ParagraphRecord], _ new: [ParagraphRecord]) -> [TextChange.Paragraph] {
    let (removed, inserted) = differing(old.map(\.digest), new.map(\.digest))
    var result: [TextChange.Paragraph] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
        var gone: [ParagraphRecord] = []
        var come: [ParagraphRecord] = []
        while left < old.count, removed.contains(left) {
            gone.append(old[left])
            left += 1
        }
        while right < new.count, inserted.contains(right) {
            come.append(new[right])
            right += 1
        }
        result += pair(gone, come)
        // Both stand before a paragraph that stayed, or at the end.
        if left < old.count { left += 1 }
        if right < new.count { right += 1 }
    }
    return result
}

/// Beyond this many pairs the longest common sequence takes too long to find: a paragraph stays where the next one like it stands.
private let mostCompared = 25_000_000

private func differing(_ old: [String], _ new: [String]) -> (removed: Set<Int>, inserted: Set<Int>) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    guard old.count * new.count > mostCompared else {
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return (removed, inserted)
    }
    var places: [String: [Int]] = [:]
    for (place, digest) in new.enumerated().reversed() { places[digest, default: []].append(place) }
    inserted = Set(new.indices)
    var next = 0
    for (place, digest) in old.enumerated() {
        while let first = places[digest]?.last, first < next { places[digest]?.removeLast() }
        if let same = places[digest]?.popLast() {
            inserted.remove(same)
            next = same + 1
        } else {
            removed.insert(place)
        }
    }
    return (removed, inserted)
}

/// Beyond this many pairs nothing is held against each other: a page that was written anew has no rewritten paragraphs.
private let mostPairs = 40_000

private func pair(_ gone: [ParagraphRecord], _ come: [ParagraphRecord]) -> [TextChange.Paragraph] {
    let (oldWords, newWords) = (gone.map { words(of: $0.text) }, come.map { words(of: $0.text) })
    var result: [TextChange.Paragraph] = []
    var next = 0
    for (index, paragraph) in gone.enumerated() {
        let candidates = gone.count * come.count <= mostPairs ? Array(next..<come.count) : []
        guard let partner = candidates.first(where: { share(oldWords[index], newWords[$0]) >= 0.5 }) else {
            result.append(.init(old: paragraph.text, isIllustrative: paragraph.isIllustrative))
            continue
        }
        result += come[next..<partner].map { .init(new: $0.text, isIllustrative: $0.isIllustrative) }
        next = partner + 1
        // What only differs in blanks, or in where a link leads, reads the same.
        if oldWords[index] == newWords[partner] { continue }
        result.append(
            .init(
                old: paragraph.text,
                new: come[partner].text,
                isIllustrative: paragraph.isIllustrative || come[partner].isIllustrative
            )
        )
    }
    return result + come[next...].map { .init(new: $0.text, isIllustrative: $0.isIllustrative) }
}

/// The words of a text, whatever blanks part them.
func words(of text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

/// How many words two texts share, as a part of the longer one.
private func share(_ a: [Substring], _ b: [Substring]) -> Double {
    var left: [Substring: Int] = [:]
    for word in a { left[word, default: 0] += 1 }
    var shared = 0
    for word in b where left[word, default: 0] > 0 {
        left[word, default: 0] -= 1
        shared += 1
    }
    return Double(shared) / Double(max(a.count, b.count, 1))
}
