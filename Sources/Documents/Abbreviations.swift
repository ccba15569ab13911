// Abbreviations in running text: the first use on a page is written out, later ones carry their meaning as a title.
import Markup

/// The abbreviations of a site.
public struct Abbreviations: Sendable {
    struct Term: Sendable {
        var bytes: [UInt8]
        var meaning: String
    }
    /// Longest first, so that `Wmo-loket` is found before `Wmo`.
    let terms: [Term]
    /// Indices of the terms by their first byte; nil for most bytes.
    let byFirst: [[Int]?]

    public init(_ terms: [(term: String, meaning: String)]) {
        self.terms = terms.filter { !$0.term.isEmpty }.map { Term(bytes: Array($0.term.utf8), meaning: $0.meaning) }
            .sorted { $0.bytes.count > $1.bytes.count }
        var byFirst = [[Int]?](repeating: nil, count: self.terms.isEmpty ? 0 : 256)
        for (index, term) in self.terms.enumerated() {
            byFirst[Int(term.bytes[0])] = (byFirst[Int(term.bytes[0])] ?? []) + [index]
        }
        self.byFirst = byFirst
    }

    var isEmpty: Bool { terms.isEmpty }

    /// The first term at or after `start` that stands as a whole word, and its place.
    func next(in text: ArraySlice<UInt8>, from start: Int) -> (term: Int, range: Range<Int>)? {
        text.withUnsafeBufferPointer { bytes in
            let base = text.startIndex
            var offset = start - base
            while offset < bytes.count {
                if let candidates = byFirst[Int(bytes[offset])], offset == 0 || Self.isBoundary(before: bytes, offset) {
                    for index in candidates {
                        let term = terms[index].bytes
                        let end = offset + term.count
                        guard end <= bytes.count, Self.isBoundary(after: bytes, end) else { continue }
                        if (1..<term.count).allSatisfy({ bytes[offset + $0] == term[$0] }) {
                            return (index, (base + offset)..<(base + end))
                        }
                    }
                }
                offset += 1
            }
            return nil
        }
    }

    /// Whether the byte before `offset` is no part of a word: letters, digits, hyphens and most of what is not ASCII are.
    private static func isBoundary(before bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let byte = bytes[offset - 1]
        if byte < 0x80 { return !isLetterOrDigit(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") }
        // General punctuation (U+2000 to U+203F) and the no-break space.
        return offset >= 3 && bytes[offset - 3] == 0xE2 && bytes[offset - 2] == 0x80
            || offset >= 2 && bytes[offset - 2] == 0xC2 && byte == 0xA0
    }

    private static func isBoundary(after bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        guard end < bytes.count else { return true }
        let byte = bytes[end]
        if byte < 0x80 {
            return !isLetterOrDigit(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
                && byte != UInt8(ascii: "'")
        }
        // A curly apostrophe (U+2019) goes on with the word, other general punctuation does not.
        if byte == 0xE2, end + 2 < bytes.count, bytes[end + 1] == 0x80 { return bytes[end + 2] != 0x99 }
        return byte == 0xC2 && end + 1 < bytes.count && bytes[end + 1] == 0xA0
    }

    /// Whether the author has explained the term: `Meaning (Term)` or `Term (Meaning)`.
    func isExplained(_ term: Abbreviations.Term, _ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
        func isOpening(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "(") }
        let before = text[text.startIndex..<range.lowerBound]
        if isOpening(before.last) { return true }
        let after = text[range.upperBound...]
        guard after.first == 0x20 || after.first == 0x0A, isOpening(after.dropFirst().first) else { return false }
        let meaning = Array(term.meaning.lowercased().utf8)
        let written = String(decoding: after.dropFirst(2).prefix(meaning.count), as: UTF8.self).lowercased()
        return Array(written.utf8) == meaning
    }
}

extension HTMLWriter {
    /// Writes running text with its abbreviations explained.
    mutating func writeExplaining(_ text: ArraySlice<UInt8>, into output: inout ByteWriter) {
        let abbreviations = context.abbreviations
        var start = text.startIndex
        while let (index, range) = abbreviations.next(in: text, from: start) {
            output.escaped(text[start..<range.upperBound].dropLast(range.count))
            let term = abbreviations.terms[index]
            if explained.insert(index).inserted {
                output.escaped(text[range])
                if !abbreviations.isExplained(term, text, range) {
                    output.raw(" (")
                    output.escaped(term.meaning)
                    output.raw(")")
                }
            } else {
                output.raw("<abbr title=\"")
                output.escaped(term.meaning)
                output.raw("\">")
                output.escaped(text[range])
                output.raw("</abbr>")
            }
            start = range.upperBound
        }
        output.escaped(text[start...])
    }
}
