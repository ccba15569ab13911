// JSON in the order in which it is written: the lists of a site for machines, and of its editions.

/// Writes one JSON value, indented by two blanks a level.
public struct JSONWriter: Sendable {
    private var writer = ByteWriter()
    private var depth = 0
    private var needsComma = false

    public init() {}

    public var bytes: [UInt8] { writer.bytes }

    public mutating func object(_ content: (inout JSONWriter) -> Void) { nested("{", "}", content) }

    public mutating func list<Element>(_ elements: [Element], _ each: (inout JSONWriter, Element) -> Void) {
        nested("[", "]") { json in
            for element in elements {
                json.next()
                each(&json, element)
                json.needsComma = true
            }
        }
    }

    /// A list on one line, for rows of a table.
    public mutating func line<Element>(_ elements: [Element], _ each: (inout JSONWriter, Element) -> Void) {
        writer.raw("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { writer.raw(", ") }
            each(&self, element)
        }
        writer.raw("]")
    }

    public mutating func key(_ name: String) {
        next()
        text(name)
        writer.raw(": ")
        needsComma = true
    }

    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { text(value) } else { null() }
    }

    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        flag(value)
    }

    public mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { writer.integer(value) } else { null() }
    }

    public mutating func number(_ value: Double) { writer.raw(machineDigits(value)) }
    public mutating func number(_ exact: ExactDecimal) { writer.raw(exact.trimmed.digits()) }
    public mutating func flag(_ value: Bool) { writer.raw(value ? "true" : "false") }
    public mutating func null() { writer.raw("null") }
    public mutating func end() { writer.raw("\n") }

    /// A string; control characters, quotes and backslashes are escaped (RFC 8259).
    public mutating func text(_ value: String) {
        writer.byte(0x22)
        for byte in value.utf8 {
            switch byte {
            case 0x22: writer.raw("\\\"")
            case 0x5C: writer.raw("\\\\")
            case 0x0A: writer.raw("\\n")
            case 0x0D: writer.raw("\\r")
            case 0x09: writer.raw("\\t")
            case 0..<0x20:
                writer.raw("\\u00")
                writer.raw(byte < 16 ? "0" : "1")
                writer.raw(String(byte & 15, radix: 16))
            default: writer.byte(byte)
            }
        }
        writer.byte(0x22)
    }

    private mutating func next() {
        if needsComma { writer.raw(",") }
        writer.raw("\n")
        for _ in 0..<depth { writer.raw("  ") }
    }

    private mutating func nested(_ open: String, _ close: String, _ content: (inout JSONWriter) -> Void) {
        writer.raw(open)
        depth += 1
        needsComma = false
        content(&self)
        depth -= 1
        if needsComma {
            writer.raw("\n")
            for _ in 0..<depth { writer.raw("  ") }
        }
        writer.raw(close)
        needsComma = true
    }
}
