// Breaks texts into lines that fit: at blanks, after hyphens, and only then inside a word.

/// The text without line ends, control characters and direction marks; runs of blanks become one.
func readable(_ text: String) -> String {
    func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value < 0x7F || scalar.value > 0xA0 && scalar.value < 0x2000
    }
    var result = ""
    var blank = false
    for scalar in text.unicodeScalars {
        if !isHarmless(scalar) {
            switch scalar.value {
            case 0x20, 0x09, 0x0A, 0x0D, 0x2028, 0x2029:
                blank = true
                continue
            // Characters that XML forbids, and marks that turn the direction of what follows.
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xFFFE,
                0xFFFF:
                continue
            default: break
            }
        }
        if blank, !result.isEmpty { result.unicodeScalars.append(" ") }
        blank = false
        result.unicodeScalars.append(scalar)
    }
    return result
}

/// Lines of at most `width` pixels; what does not fit in `most` lines is cut with an ellipsis. Never empty.
func wrapped(_ text: String, to width: Double, in style: TextStyle, lines most: Int) -> [String] {
    // A room that was made as wide as a text is that wide, whatever adding and taking away cost in the last digit.
    let width = width + 0.001
    if style.width(of: text) <= width, !text.unicodeScalars.contains(softHyphen) { return [text] }
    var wrapper = Wrapper(width: max(width, style.size), style: style)
    for piece in pieces(of: text) where wrapper.lines.count <= most { wrapper.add(piece) }
    wrapper.endLine()
    let lines = wrapper.lines
    guard lines.count > most else { return lines.isEmpty ? [""] : lines }
    var kept = Array(lines.prefix(most))
    kept[most - 1] = cut(kept[most - 1] + "…", to: max(width, style.size), in: style)
    return kept
}

/// One line of at most `width` pixels that ends in an ellipsis where the text was longer.
func cut(_ text: String, to width: Double, in style: TextStyle) -> String {
    let width = width + 0.001
    if style.width(of: text) <= width { return text }
    var kept = text.hasSuffix("…") ? String(text.dropLast()) : text
    while !kept.isEmpty, style.width(of: kept) + style.width(of: "…") > width { kept.removeLast() }
    while let last = kept.last, " -,–".contains(last) { kept.removeLast() }
    return kept + "…"
}

private let softHyphen: Unicode.Scalar = "\u{AD}"

/// A part of a text that is not broken as long as it fits on a line.
private struct Piece {
    var text: String
    /// Whether it follows the previous piece without a blank.
    var isGlued: Bool
    /// Whether a hyphen shows after it at the end of a line.
    var endsInSoftHyphen: Bool
}

private func pieces(of text: String) -> [Piece] {
    var result: [Piece] = []
    for word in text.split(separator: " ") {
        var start = word.startIndex
        var isGlued = false
        var index = start
        while index < word.endIndex {
            let scalar = word.unicodeScalars[index]
            let next = word.unicodeScalars.index(after: index)
            let isBreak = scalar == softHyphen || "-‐–/".unicodeScalars.contains(scalar)
            if isBreak, index > word.startIndex, next < word.endIndex {
                let isSoft = scalar == softHyphen
                result.append(
                    Piece(
                        text: String(word[start..<(isSoft ? index : next)]),
                        isGlued: isGlued,
                        endsInSoftHyphen: isSoft
                    )
                )
                start = next
                isGlued = true
            }
            index = next
        }
        if start < word.endIndex {
            result.append(Piece(text: String(word[start...]), isGlued: isGlued, endsInSoftHyphen: false))
        }
    }
    return result
}

private struct Wrapper {
    let width: Double
    let style: TextStyle
    var lines: [String] = []
    private var line = ""
    private var needsHyphen = false

    init(width: Double, style: TextStyle) {
        self.width = width
        self.style = style
    }

    mutating func add(_ piece: Piece) {
        let joined = line.isEmpty ? piece.text : line + (piece.isGlued ? "" : " ") + piece.text
        let reserve = piece.endsInSoftHyphen ? style.width(of: "-") : 0
        if style.width(of: joined) + reserve <= width {
            line = joined
        } else {
            endLine()
            line = breaking(piece.text, reserve: reserve)
        }
        needsHyphen = piece.endsInSoftHyphen
    }

    mutating func endLine() {
        if !line.isEmpty { lines.append(needsHyphen ? line + "-" : line) }
        line = ""
        needsHyphen = false
    }

    /// Writes full lines of a word that is wider than a line and returns what is left of it.
    private mutating func breaking(_ word: String, reserve: Double) -> String {
        var rest = word
        while style.width(of: rest) + reserve > width, rest.count > 1 {
            let letters = Array(rest)
            var fits = 1
            var used = style.width(of: String(letters[0]) + "-")
            while fits < letters.count - 1 {
                used += style.width(of: String(letters[fits]))
                if used > width { break }
                fits += 1
            }
            let position = syllableBreak(in: letters, atMost: fits)
            lines.append(String(letters[..<position]) + "-")
            rest = String(letters[position...])
        }
        return rest
    }

    /// The last place at or before `most` that looks like the border of a Dutch syllable, or `most` where none is near.
    private func syllableBreak(in letters: [Character], atMost most: Int) -> Int {
        let vowels: Set<Character> = [
            "a", "e", "i", "o", "u", "y", "é", "è", "ë", "ï", "ö", "ü", "A", "E", "I", "O", "U",
        ]
        func isVowel(_ index: Int) -> Bool { vowels.contains(letters[index]) }
        var position = most
        while position >= max(2, most / 2) {
            if letters.count - position >= 3, position + 1 < letters.count {
                // A syllable opens with one consonant before a vowel: zorg-ver-le-ner.
                let opens = !isVowel(position) && isVowel(position + 1)
                let hasVowelBefore = (0..<position).contains(where: isVowel)
                if opens, hasVowelBefore {
                    // None ends in a v: witte-vrouwen, not wittev-rouwen.
                    return letters[position - 1] == "v" && position > 3 ? position - 1 : position
                }
            }
            position -= 1
        }
        // Never one or two letters alone on the next line, if it can be helped.
        return max(1, letters.count - most < 3 ? min(most, letters.count - 3) : most)
    }
}
