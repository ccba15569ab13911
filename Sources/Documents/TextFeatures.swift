// What a text has at all, seen in one pass: most texts lack most extensions, and skip their work.
struct TextFeatures {
    /// `{{`
    var hasNumbers = false
    /// `[^`
    var hasFootnotes = false
    /// `]:`
    var hasDefinitions = false
    /// Signs that mean something to other tools: `~~`, `$`, `::`, `//`, `@`, `www`.
    var hasSigns = false
    /// `|` or `+-`
    var hasTableSigns = false

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "{"): if previous == byte { hasNumbers = true }
                case UInt8(ascii: "^"): if previous == UInt8(ascii: "[") { hasFootnotes = true }
                case UInt8(ascii: ":"):
                    if previous == UInt8(ascii: "]") { hasDefinitions = true }
                    if previous == byte { hasSigns = true }
                case UInt8(ascii: "~"), UInt8(ascii: "/"): if previous == byte { hasSigns = true }
                case UInt8(ascii: "w"), UInt8(ascii: "W"): if previous | 0x20 == byte | 0x20 { hasSigns = true }
                case UInt8(ascii: "$"), UInt8(ascii: "@"): hasSigns = true
                case UInt8(ascii: "|"): hasTableSigns = true
                case UInt8(ascii: "-"), UInt8(ascii: "="): if previous == UInt8(ascii: "+") { hasTableSigns = true }
                default: break
                }
                previous = byte
            }
        }
    }
}
