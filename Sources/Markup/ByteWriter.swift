// Where all output begins: a growing buffer of bytes with escaping by runs. HTML, SVG, CSV and Typst are written through it.

/// A buffer of UTF-8 bytes.
public struct ByteWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    public var count: Int { bytes.count }
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    @inline(__always)
    public mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    public mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }
    public mutating func raw(_ other: [UInt8]) { bytes.append(contentsOf: other) }
    public mutating func raw(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }
    @inline(__always)
    public mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// A whole number in decimal digits.
    public mutating func integer(_ value: Int) {
        // Coordinates are written by the thousand: small numbers take no detour through a string.
        guard (0..<100_000).contains(value) else { return raw(String(value)) }
        func digit(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x30 + value / place % 10) }
        if value >= 10_000 { byte(digit(10_000)) }
        if value >= 1_000 { byte(digit(1_000)) }
        if value >= 100 { byte(digit(100)) }
        if value >= 10 { byte(digit(10)) }
        byte(digit(1))
    }

    /// Text between tags or in a double-quoted attribute: `&`, `<`, `>` and `"` become entities, as in the CommonMark reference output.
    public mutating func escaped(_ text: String) {
        var text = text
        text.withUTF8 { escaped(bytes: $0) }
    }

    public mutating func escaped(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { escaped(bytes: $0) }
    }

    /// Copies runs of harmless bytes at once: escaping byte by byte is many times slower.
    private mutating func escaped(bytes text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case 0x26: entity = "&amp;"
            case 0x3C: entity = "&lt;"
            case 0x3E: entity = "&gt;"
            case 0x22: entity = "&quot;"
            default: continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            raw(entity)
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}
