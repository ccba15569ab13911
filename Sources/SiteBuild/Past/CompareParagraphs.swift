// Which paragraphs of a page differ: the longest common sequence of digests stays, what lies between is old against new.

/// - Returns: differing paragraphs in the order of the text; those between the same neighbours are paired.
func compareParagraphs(_ old: [ParagraphRecord], _ new: [ParagraphRecord]) -> [TextChange.Paragraph] {
    let difference = new.map(\.digest).difference(from: old.map(\.digest))
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }
    var result: [TextChange.Paragraph] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
        var gone: [String] = []
        var come: [String] = []
        while left < old.count, removed.contains(left) {
            gone.append(old[left].text)
            left += 1
        }
        while right < new.count, inserted.contains(right) {
            come.append(new[right].text)
            right += 1
        }
        for index in 0..<max(gone.count, come.count) {
            result.append(
                TextChange.Paragraph(old: index < gone.count ? gone[index] : nil, new: index < come.count ? come[index] : nil))
        }
        // Both stand before a paragraph that stayed, or at the end.
        if left < old.count { left += 1 }
        if right < new.count { right += 1 }
    }
    return result
}
