// Blanks of every kind, and characters that nobody sees: what may stand around a value without being part of it.

extension Unicode.Scalar {
    /// Whether readers see nothing here: blanks, line ends, soft hyphens, marks of direction and of byte order.
    var isBlank: Bool { isInvisible || properties.isWhitespace }

    /// Takes no place at all.
    fileprivate var isInvisible: Bool { [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF].contains(value) }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        return String(scalars)
    }

    /// The text with one plain blank wherever it has any: two texts for which this is the same look the same.
    var withPlainBlanks: String {
        // Nothing but plain blanks, one at a time: most texts.
        var previous: UInt8 = 0x20
        let isPlain = utf8.allSatisfy { byte in
            defer { previous = byte }
            return byte < 0x80 && (byte > 0x20 || byte == 0x20 && previous != 0x20)
        }
        if isPlain, previous != 0x20 { return self }
        return unicodeScalars.lazy.filter { !$0.isInvisible }.split { $0.properties.isWhitespace }.map { word in
            String(String.UnicodeScalarView(word))
        }.joined(separator: " ")
    }

    /// At most 60 characters, for messages.
    var shortened: String {
        let clean = String(map { $0.isNewline ? " " : $0 })
        return clean.count > 60 ? clean.prefix(59) + "…" : clean
    }
}

extension UnsafeBufferPointer<UInt8>.SubSequence {
    /// Without blanks at both ends.
    var trimmingBlanks: Self {
        func isEdge(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 || $0 >= 0x80 } ?? false }
        guard isEdge(first) || isEdge(last) else { return self }
        var slice = self
        while isEdge(slice.first), let blank = blankBytes.first(where: { slice.starts(with: $0) }) {
            slice = slice.dropFirst(blank.count)
        }
        while isEdge(slice.last), let blank = blankBytes.first(where: { slice.suffix($0.count).elementsEqual($0) }) {
            slice = slice.dropLast(blank.count)
        }
        return slice
    }
}

private let blankBytes: [[UInt8]] = (UInt32(0x09)...0xFEFF).compactMap(Unicode.Scalar.init).filter(\.isBlank).map {
    Array(String($0).utf8)
}
