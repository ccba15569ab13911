// What an untrusted file brings into a message is shown as it is: no sign moves the cursor, hides a word or turns the order of reading.

/// The text with every character that nobody sees as `\u{…}`: control characters, overrides of direction, characters without width.
///
/// - Parameter keepsLines: whether line feeds and tabs stay; true for text that is laid out already.
public func visible(_ text: String, keepsLines: Bool = false) -> String {
    // Bytes above 0x7F are looked at below; most text has neither these nor control characters.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
        if scalar.isUnseen && !(keepsLines && (scalar == "\n" || scalar == "\t")) {
            shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
            shown.unicodeScalars.append(scalar)
        }
    }
    return shown
}

extension Unicode.Scalar {
    /// Whether a reader cannot see that it is there. Soft hyphens and the forms of emoji have their use in every text.
    var isUnseen: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector && value != 0xAD
        }
    }
}

/// The offset of the first character that changes the order in which others are read (U+202A–202E, U+2066–2069). Arabic and Hebrew need
/// none of them: their letters have a direction of their own. The marks U+200E and U+200F only help at punctuation, and stay.
public func firstOverrideOfDirection(in bytes: some RandomAccessCollection<UInt8>) -> Int? {
    let found = bytes.withContiguousStorageIfAvailable { bytes -> Int? in
        var index = 0
        while index + 2 < bytes.count {
            // All begin with E2 80 or E2 81.
            guard bytes[index] == 0xE2 else {
                index += 1
                continue
            }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            if second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third) {
                return index
            }
            index += 3
        }
        return nil
    }
    return found ?? nil
}

extension Diagnostic {
    /// As it may be printed, in any format.
    ///
    /// - Parameter keepsLines: whether the format has a sign of its own for line ends in messages.
    func visible(keepsLines: Bool = false) -> Diagnostic {
        func shown(_ wording: Wording) -> Wording {
            Wording(
                en: Diagnostics.visible(wording.en, keepsLines: keepsLines),
                nl: Diagnostics.visible(wording.nl, keepsLines: keepsLines)
            )
        }
        var diagnostic = self
        diagnostic.place.file = Diagnostics.visible(place.file)
        diagnostic.message = shown(message)
        diagnostic.hint = hint.map(shown)
        return diagnostic
    }
}
