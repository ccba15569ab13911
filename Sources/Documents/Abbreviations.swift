// Abbreviations in running text: the first use on a page is written out, later ones carry their meaning as a title.
import Markup

/// The abbreviations of a site.
public struct Abbreviations: Sendable {
    struct Term: Sendable {
        var bytes: [UInt8]
        var meaning: String
    }
    let terms: [Term]
    /// The terms as a tree of bytes: from a node, which stands for the beginning of terms, and a byte to the next node. So looking
    /// at a word takes no longer where there are thousands of terms.
    private var next: [Int: Int] = [:]
    /// The term that ends at a node.
    private var ends: [Int?] = [nil]
    private var isFirstByte = [Bool](repeating: false, count: 256)

    public init(_ terms: [(term: String, meaning: String)]) {
        self.terms = terms.filter { !$0.term.isEmpty }.map { Term(bytes: Array($0.term.utf8), meaning: $0.meaning) }
        for (index, term) in self.terms.enumerated() {
            var node = 0
            isFirstByte[Int(term.bytes[0])] = true
            for byte in term.bytes {
                let step = node << 8 | Int(byte)
                if next[step] == nil {
                    next[step] = ends.count
                    ends.append(nil)
                }
                node = next[step] ?? 0
            }
            ends[node] = ends[node] ?? index
        }
    }

    var isEmpty: Bool { terms.isEmpty }

    /// The first term at or after `start` that stands as a whole word, and its place; `Wmo-loket` goes before `Wmo`.
    func next(in text: ArraySlice<UInt8>, from start: Int) -> (term: Int, range: Range<Int>)? {
        text.withUnsafeBufferPointer { bytes in
            let base = text.startIndex
            var offset = start - base
            while offset < bytes.count {
                if isFirstByte[Int(bytes[offset])], offset == 0 || Self.isBoundary(before: bytes, offset),
                    let (term, end) = longest(in: bytes, at: offset)
                {
                    return (term, (base + offset)..<(base + end))
                }
                offset += 1
            }
            return nil
        }
    }

    private func longest(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (term: Int, end: Int)? {
        var node = 0
        var offset = start
        var found: (term: Int, end: Int)?
        while offset < bytes.count, let step = next[node << 8 | Int(bytes[offset])] {
            node = step
            offset += 1
            if let term = ends[node], Self.isBoundary(after: bytes, offset) { found = (term, offset) }
        }
        return found
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
