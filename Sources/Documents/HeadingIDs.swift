// The ids of headings: given by the author, otherwise made from the text.

/// The id for a heading with this text: lower case, letters and digits without diacritics, hyphens between words.
public func slug(_ text: String) -> String { String(decoding: slug(bytes: Array(text.utf8)[...]), as: UTF8.self) }

func slug(bytes text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var hyphen = false
    func isWord(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) }
    func append(_ byte: UInt8) {
        if hyphen, !result.isEmpty { result.append(UInt8(ascii: "-")) }
        hyphen = false
        result.append(byte)
    }
    if text.allSatisfy({ $0 < 0x80 }) {
        for byte in text {
            if isWord(byte) {
                append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else if byte != UInt8(ascii: "'") {
                hyphen = true
            }
        }
        return result
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case 0..<0x80:
            let byte = UInt8(scalar.value)
            if isWord(byte) {
                append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else if byte != UInt8(ascii: "'") {
                hyphen = true
            }
        // Combining marks, soft hyphens and apostrophes leave no trace.
        case 0x300...0x36F, 0xAD, 0x2019: break
        case 0xC0...0x17F:
            let folded = foldedLetters[Int(scalar.value) - 0xC0]
            if folded == 0x20 { hyphen = true } else { append(folded) }
            if let second = secondLetters[scalar.value] { append(second) }
        default: hyphen = true
        }
    }
    return result
}

/// U+00C0 to U+017F without their diacritics, in lower case.
private let foldedLetters: [UInt8] = Array(
    ("aaaaaaaceeeeiiii" + "dnooooo ouuuuyts" + "aaaaaaaceeeeiiii" + "dnooooo ouuuuyty"
        + "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll"
        + "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs").utf8
)

/// Letters that become two: æ, œ, ß, þ, ĳ.
private let secondLetters: [UInt32: UInt8] = [
    0xC6: UInt8(ascii: "e"), 0xE6: UInt8(ascii: "e"), 0xDF: UInt8(ascii: "s"), 0xDE: UInt8(ascii: "h"),
    0xFE: UInt8(ascii: "h"),
    0x132: UInt8(ascii: "j"), 0x133: UInt8(ascii: "j"), 0x152: UInt8(ascii: "e"), 0x153: UInt8(ascii: "e"),
]

/// Ids that are in use on a page.
public struct HeadingIDs: Sendable {
    private var used: Set<[UInt8]> = []
    /// The last number that was tried after an id: many equal headings must not be slow.
    private var last: [[UInt8]: Int] = [:]
    /// Ids of the page's frame, which are nobody else's.
    private let reserved: Set<[UInt8]>

    /// How the ids of notes and of references to them begin; the writer gives them, on every page and in every text that is included.
    static let notePrefix = "fn-"
    static let referencePrefix = "fnref-"

    /// - Parameter reserved: ids that the page has from elsewhere.
    public init(reserved: some Sequence<String> = []) { self.reserved = Set(reserved.map { Array($0.utf8) }) }

    /// Whether an id belongs to the page itself: to its frame, or to notes.
    public func isReserved(_ id: String) -> Bool { isReserved(Array(id.utf8)) }

    func isReserved(_ id: [UInt8]) -> Bool { reserved.contains(id) || isNote(id) }

    private func isNote(_ id: [UInt8]) -> Bool {
        id.starts(with: Self.notePrefix.utf8) || id.starts(with: Self.referencePrefix.utf8)
    }

    /// False where the id is in use already.
    mutating func take(_ id: [UInt8]) -> Bool { !isReserved(id) && used.insert(id).inserted }

    public mutating func take(_ id: String) -> Bool { take(Array(id.utf8)) }
    public mutating func free(_ id: String) -> String { String(decoding: free(Array(id.utf8)), as: UTF8.self) }

    /// The id itself or with `-2`, `-3` … behind it; with `h-` before it where one of these could be the id of a note.
    mutating func free(_ id: [UInt8]) -> [UInt8] {
        let given = id.isEmpty ? Array("h".utf8) : id
        if take(given) { return given }
        let base = isNote(given + Array("-".utf8)) ? Array("h-".utf8) + given : given
        if base != given, take(base) { return base }
        var number = last[base] ?? 1
        while true {
            number += 1
            let candidate = base + Array("-\(number)".utf8)
            if take(candidate) {
                last[base] = number
                return candidate
            }
        }
    }

    /// Letters, digits, hyphens, underscores and full stops: the id or format of a bound number.
    static func isName(_ id: ArraySlice<UInt8>) -> Bool {
        !id.isEmpty
            && id.allSatisfy {
                isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
            }
    }

    /// A letter first; letters, digits, hyphens, underscores and full stops after it.
    static func isValid(_ id: ArraySlice<UInt8>) -> Bool {
        guard let first = id.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
        return isName(id)
    }
}
