// What a text has at all, seen in one pass: most texts lack most extensions, and skip their work.
struct TextFeatures {
    /// `{{`
    var hasNumbers = false
    /// `[^`
    var hasFootnotes = false
    /// `]:`
    var hasDefinitions = false

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "{"): if previous == byte { hasNumbers = true }
                case UInt8(ascii: "^"): if previous == UInt8(ascii: "[") { hasFootnotes = true }
                case UInt8(ascii: ":"): if previous == UInt8(ascii: "]") { hasDefinitions = true }
                default: break
                }
                previous = byte
            }
        }
    }
}
