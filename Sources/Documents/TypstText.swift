// Text as Typst code. The author's words are only ever string literals, so nothing in them can be read as a command.
import Markup

extension ByteWriter {
    /// A string literal: `"Een \"noot\""`.
    ///
    /// In Typst only `\` and `"` mean something inside quotes. Line feeds and tabs become blanks, as in HTML runs of blanks become one;
    /// other control characters, which no font has, are left out. Nothing is added: where a long word may break is for the template.
    public mutating func typst(_ text: ArraySlice<UInt8>) {
        byte(UInt8(ascii: "\""))
        var isAfterBlank = false
        for value in text {
            switch value {
            case 0x09, 0x0A, 0x0D, 0x20:
                if isAfterBlank { continue }
                isAfterBlank = true
                byte(0x20)
                continue
            case 0x00...0x1F, 0x7F: continue
            case UInt8(ascii: "\\"), UInt8(ascii: "\""): byte(UInt8(ascii: "\\"))
            default: break
            }
            isAfterBlank = false
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
}
