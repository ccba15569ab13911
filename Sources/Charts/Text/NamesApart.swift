// Names that do not fit are cut; those that would then read the same are cut in their middle instead, where they are alike.

/// Each name as lines of at most `width` pixels, as `wrapped` makes them, but no two different names read the same.
func wrappedApart(_ names: [String], to width: Double, in style: TextStyle, lines most: Int) -> [[String]] {
    namesApart(names, to: width, in: style, lines: most).map { wrapped($0, to: width, in: style, lines: most) }
}

/// Each name on one line of at most `width` pixels, as `cut` makes it, but no two different names read the same.
func cutApart(_ names: [String], to width: Double, in style: TextStyle) -> [String] {
    namesApart(names) { cut($1, to: width, in: style) }.map { cut($0, to: width, in: style) }
}

/// The names, some of them shortened, so that `wrapped` leaves them different.
func namesApart(_ names: [String], to width: Double, in style: TextStyle, lines most: Int) -> [String] {
    // Most names fit on one line; what is whole needs no look at the others.
    if names.allSatisfy({ style.width(of: $0) <= width }) { return names }
    return namesApart(names) { wrapped($1, to: width, in: style, lines: most).joined(separator: " ") }
}

/// The names, some of them shortened, so that they are different as a reader sees them.
///
/// - Parameter shown: what a reader sees of a text in the place of the name with this index.
func namesApart(_ names: [String], shown: (Int, String) -> String) -> [String] {
    var result = names
    var seen = names.indices.map { shown($0, names[$0]) }
    // Each round looks further into names that are still alike, so that there are no more rounds than letters.
    for _ in 0..<12 {
        let groups = alike(seen, names)
        if groups.isEmpty { break }
        for group in groups {
            let others = Set(seen.indices.filter { !group.contains($0) }.map { seen[$0] })
            guard let texts = shortened(group.map { names[$0] }, apartFrom: others, shown: { shown(group[$0], $1) })
            else { continue }
            for (index, text) in zip(group, texts) {
                result[index] = text
                seen[index] = shown(index, text)
            }
        }
    }
    return result
}

/// The indices of different names of which a reader sees the same, together.
private func alike(_ seen: [String], _ names: [String]) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    for (index, text) in seen.enumerated() { groups[text, default: []].append(index) }
    return groups.values.filter { group in group.contains { names[$0] != names[group[0]] } }.sorted { $0[0] < $1[0] }
}

/// Shorter texts for names with a common beginning: some of that beginning, an ellipsis, and what comes after it. Nil where even that is alike.
private func shortened(_ names: [String], apartFrom others: Set<String>, shown: (Int, String) -> String) -> [String]? {
    let letters = names.map(Array.init)
    let shortest = letters.reduce(Int.max) { min($0, $1.count) }
    let common = (0..<shortest).first { place in letters.contains { $0[place] != letters[0][place] } } ?? shortest
    func texts(head: Int, tail: Int, most: Int, glue: String) -> [String] {
        letters.map { name in
            let rest = name.dropFirst(tail)
            let end = rest.count > most ? String(rest.prefix(most)) + "…" : String(rest)
            return beginning(name, head) + glue + end
        }
    }
    // The same name may stand twice; what a reader sees of it is the same as well.
    func differ(_ seen: [String]) -> Bool {
        Set(seen).count == Set(names).count && Set(seen).isDisjoint(with: others)
    }
    func seen(_ texts: [String]) -> [String] { texts.indices.map { shown($0, texts[$0]) } }
    func fits(_ texts: [String]) -> Bool { zip(seen(texts), texts).allSatisfy { isWhole($0, of: $1) } }
    let before = seen(names)
    // From the word in which they part, or from the very letter where that word is long; whole to the end, or as much as tells them apart.
    let word = letters[0].prefix(common).lastIndex(of: " ").map { $0 + 1 } ?? 0
    var better: [String]?
    for most in [Int.max, 16, 8, 4, 2] {
        for tail in word == common || word == 0 ? [common] : [word, common] {
            // A word that begins after the ellipsis stays a word where there is room for that.
            for glue in tail > 0 && letters[0][tail - 1] == " " ? ["… ", "…"] : ["…"] {
                func candidate(_ head: Int) -> [String] { texts(head: head, tail: tail, most: most, glue: glue) }
                guard fits(candidate(0)) else { continue }
                // As much of the beginning as there is room for.
                var (head, tooMuch) = (0, max(1, tail - 1))
                while tooMuch - head > 1 {
                    let middle = (head + tooMuch) / 2
                    if fits(candidate(middle)) { head = middle } else { tooMuch = middle }
                }
                let seen = seen(candidate(head))
                if differ(seen) { return candidate(head) }
                // Some of them apart is a beginning: the others get another round.
                if better == nil, Set(seen).count > Set(before).count { better = candidate(head) }
            }
        }
    }
    return better
}

/// So many letters of a name, without a word that they would break off, unless it is the only one.
private func beginning(_ name: [Character], _ count: Int) -> String {
    var kept = name.prefix(count)
    if count < name.count, name[count] != " ", let blank = kept.lastIndex(of: " ") { kept = kept[..<blank] }
    while let last = kept.last, " -,–(".contains(last) { kept.removeLast() }
    return String(kept)
}

/// Whether a reader sees all of a text: line ends and hyphens at them do not count.
private func isWhole(_ seen: String, of text: String) -> Bool {
    func bare(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !" -\u{AD}\u{A0}".unicodeScalars.contains($0) }
    }
    return bare(seen) == bare(text)
}
