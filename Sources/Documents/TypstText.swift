// Text as Typst code. The author's words are only ever string literals, so nothing in them can be read as a command.
import Markup

extension ByteWriter {
    /// A string literal: `"Een \"noot\""`.
    ///
    /// In Typst only `\` and `"` mean something inside quotes. Line feeds and tabs become blanks, as in HTML runs of blanks become one;
    /// other control characters, which no font has, are left out. A word that is longer than a line gets places where it may break.
    public mutating func typst(_ text: ArraySlice<UInt8>) {
        byte(UInt8(ascii: "\""))
        var isAfterBlank = false
        var run = 0
        for value in text {
            switch value {
            case 0x09, 0x0A, 0x0D, 0x20:
                run = 0
                if isAfterBlank { continue }
                isAfterBlank = true
                byte(0x20)
                continue
            case 0x00...0x1F, 0x7F: continue
            case UInt8(ascii: "\\"), UInt8(ascii: "\""): byte(UInt8(ascii: "\\"))
            default: break
            }
            isAfterBlank = false
            // Bytes that go on with a character are no place to break.
            if value & 0xC0 != 0x80 || run == 0 {
                run += 1
                if run > TypstBreak.wordLength && run % TypstBreak.interval == 1 { insertBreak(before: value) }
            }
            byte(value)
        }
        byte(UInt8(ascii: "\""))
    }

    public mutating func typst(_ text: String) { typst(ArraySlice(text.utf8)) }

    public mutating func typstVerbatim(_ text: String) { typstVerbatim(ArraySlice(text.utf8)) }

    /// A literal that keeps every blank and line: code, labels, addresses, paths.
    public mutating func typstVerbatim(_ text: ArraySlice<UInt8>) {
        byte(UInt8(ascii: "\""))
        for value in text {
            switch value {
            case 0x0A: raw("\\n")
            case 0x09: raw("    ")
            case 0x00...0x1F, 0x7F: continue
            case UInt8(ascii: "\\"), UInt8(ascii: "\""):
                byte(UInt8(ascii: "\\"))
                byte(value)
            default: byte(value)
            }
        }
        byte(UInt8(ascii: "\""))
    }

    /// A zero-width space; where an escape has been begun it comes before the backslash, which is written again.
    private mutating func insertBreak(before value: UInt8) {
        let isEscaped = value == UInt8(ascii: "\\") || value == UInt8(ascii: "\"")
        if isEscaped { raw("u{200b}\\") } else { raw("\u{200B}") }
    }
}

/// No Dutch word is this long; what is, is an address or a mistake.
private enum TypstBreak {
    static let wordLength = 40
    static let interval = 12
}
