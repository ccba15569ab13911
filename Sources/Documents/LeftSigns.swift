// Signs that other tools read and CommonMark leaves as they are: struck out text, formulas, fences of colons, addresses that are no links.

/// What such a sign is and where it stands in a text. Works on bytes alone; places come from `LeafText`.
enum LeftSigns {
    enum Kind { case strikethrough, formula, fence, address }

    struct Sign: Equatable {
        var kind: Kind
        var range: Range<Int>
        /// A byte that an author escapes to keep the signs: the last pair, the `:` or `@` of an address.
        var mark: Int
    }

    static func find(in text: [UInt8]) -> [Sign] {
        var signs: [Sign] = []
        var strike: Int?
        var dollar: Int?
        var dollars: Int?
        var offset = 0
        func byte(_ index: Int) -> UInt8? { text.indices.contains(index) ? text[index] : nil }
        while offset < text.count {
            let here = text[offset]
            var length = 1
            switch here {
            case 0x0A: dollar = nil
            case UInt8(ascii: "~"):
                length = run(text, offset)
                guard length == 2 else { break }
                if let start = strike, !isBlank(byte(offset - 1)), offset > start + 2 {
                    signs.append(Sign(kind: .strikethrough, range: start..<offset + 2, mark: offset))
                    strike = nil
                } else if !isBlank(byte(offset + 2)) {
                    strike = offset
                }
            case UInt8(ascii: "$"):
                length = run(text, offset)
                if length == 2 {
                    if let start = dollars, offset > start + 2 {
                        signs.append(Sign(kind: .formula, range: start..<offset + 2, mark: offset))
                        dollars = nil
                    } else {
                        dollars = offset
                    }
                }
                guard length == 1 else { break }
                if let start = dollar, !isBlank(byte(offset - 1)), !isWord(byte(offset + 1)),
                    isFormula(text[start + 1..<offset])
                {
                    signs.append(Sign(kind: .formula, range: start..<offset + 1, mark: offset))
                    dollar = nil
                } else if !isWord(byte(offset - 1)), !isBlank(byte(offset + 1)) {
                    dollar = offset
                }
            case UInt8(ascii: ":"):
                length = run(text, offset)
                guard length >= 3, offset == 0 || text[offset - 1] == 0x0A else { break }
                let line = text[offset...].prefix { $0 != 0x0A }
                let end = line.lastIndex { !isBlank($0) && $0 != here }.map { $0 + 1 } ?? offset + 3
                signs.append(Sign(kind: .fence, range: offset..<end, mark: offset))
            case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "w"),
                UInt8(ascii: "W"):
                guard !isWord(byte(offset - 1)), byte(offset - 1) != UInt8(ascii: "@"),
                    let address = webAddress(text, offset)
                else { break }
                signs.append(address)
                length = address.range.count
            case UInt8(ascii: "@"):
                guard let address = mailAddress(text, offset, after: signs.last?.range.upperBound ?? 0) else { break }
                signs.append(address)
                length = address.range.upperBound - offset
            default: break
            }
            offset += length
        }
        return signs
    }

    private static func run(_ text: [UInt8], _ offset: Int) -> Int {
        text[offset...].prefix { $0 == text[offset] }.count
    }

    /// The end of the text counts as blank.
    private static func isBlank(_ byte: UInt8?) -> Bool {
        byte.map { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? true
    }

    /// Letters, digits and whatever is not ASCII.
    private static func isWord(_ byte: UInt8?) -> Bool { byte.map { isLetterOrDigit($0) || $0 >= 0x80 } ?? false }

    /// Whether what stands between two dollar signs is mathematics and not an amount: *$5 en 10$* is none, *$x$* and *$n = 5$* are.
    private static func isFormula(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(where: { Array("\\^_=+{}<>".utf8).contains($0) }) { return true }
        guard !text.contains(where: { isBlank($0) }), let first = text.first else { return false }
        return (0x41...0x5A).contains(first & 0xDF) || text.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `https://…`, `www.…`: up to the first blank, without the signs that end a sentence.
    private static func webAddress(_ text: [UInt8], _ start: Int) -> Sign? {
        let rest = text[start...].prefix(2_000)
        func begins(_ word: String) -> Bool {
            rest.count >= word.utf8.count && zip(rest, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        guard let opening = ["https://", "http://", "ftp://", "www."].first(where: begins) else { return nil }
        var end = start + opening.utf8.count
        guard end < text.count, isLetterOrDigit(text[end]) else { return nil }
        end +=
            text[end...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != 0x22 }.count
        while end > start, Array(".,;:!?)]}'*_".utf8).contains(text[end - 1]) { end -= 1 }
        let mark = start + opening.utf8.count - (opening == "www." ? 1 : 3)
        // A name of one part is no address: *www.*
        if opening == "www." && !text[(mark + 1)..<max(mark + 1, end)].contains(UInt8(ascii: ".")) { return nil }
        return Sign(kind: .address, range: start..<end, mark: mark)
    }

    private static func mailAddress(_ text: [UInt8], _ at: Int, after floor: Int) -> Sign? {
        func isLocal(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || Array("._%+-".utf8).contains(byte) }
        var start = at
        while start > floor, isLocal(text[start - 1]) { start -= 1 }
        let host = text[(at + 1)...].prefix(255).prefix {
            isLetterOrDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // A full stop at the end belongs to the sentence.
        let names = parts.last?.isEmpty ?? true ? parts.dropLast() : parts[...]
        guard start < at, names.count >= 2, names.allSatisfy({ !$0.isEmpty }), let last = names.last, last.count >= 2,
            last.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
        else { return nil }
        return Sign(kind: .address, range: start..<last.endIndex, mark: at)
    }
}
