// Reads JSON (RFC 8259) from bytes: GeoJSON, and what earlier editions published. Numbers are doubles, keys stay as they stand, depth is bounded.

/// One JSON value.
public indirect enum JSONValue: Sendable {
    case null, bool(Bool), number(Double), string(String)
    case list([JSONValue])
    /// In their order. Keys are equal when their bytes are, and the last of two equal ones counts: for a dictionary of strings
    /// é as a letter and é as e with an accent would be one.
    case object([(key: String, value: JSONValue)])

    public subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members.last { $0.key.utf8.elementsEqual(key.utf8) }?.value } else { nil }
    }
    public var text: String? { if case .string(let text) = self { text } else { nil } }
    public var number: Double? { if case .number(let number) = self { number } else { nil } }
    public var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    public var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
}

/// What is wrong and at which byte.
public struct JSONFault: Error {
    public let offset: Int
}

public struct JSONText {
    private let bytes: [UInt8]
    private var at = 0
    private static let deepest = 64

    /// - Throws: `JSONFault` where the bytes are not one JSON value.
    public static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var text = JSONText(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { text.at = 3 }
        let value = try text.value(depth: 0)
        text.blanks()
        guard text.at == bytes.count else { throw JSONFault(offset: text.at) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    private mutating func blanks() { while [0x20, 0x09, 0x0A, 0x0D].contains(next) { at += 1 } }

    private mutating func expect(_ byte: UInt8) throws(JSONFault) {
        blanks()
        guard next == byte else { throw JSONFault(offset: at) }
        at += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let count = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
        guard bytes[at...].prefix(count).elementsEqual(expected) else { throw JSONFault(offset: at) }
        at += count
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.deepest else { throw JSONFault(offset: at) }
        blanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func list(_ depth: Int) throws(JSONFault) -> JSONValue {
        try expect(UInt8(ascii: "["))
        var values: [JSONValue] = []
        blanks()
        if next == UInt8(ascii: "]") {
            at += 1
            return .list(values)
        }
        while true {
            values.append(try value(depth: depth + 1))
            blanks()
            if next == UInt8(ascii: ",") {
                at += 1
            } else {
                try expect(UInt8(ascii: "]"))
                return .list(values)
            }
        }
    }

    private mutating func object(_ depth: Int) throws(JSONFault) -> JSONValue {
        try expect(UInt8(ascii: "{"))
        var members: [(key: String, value: JSONValue)] = []
        blanks()
        if next == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        while true {
            blanks()
            let key = try string()
            try expect(UInt8(ascii: ":"))
            members.append((key, try value(depth: depth + 1)))
            blanks()
            if next == UInt8(ascii: ",") {
                at += 1
            } else {
                try expect(UInt8(ascii: "}"))
                return .object(members)
            }
        }
    }

    private mutating func number() throws(JSONFault) -> Double {
        let start = at
        while "+-.0123456789eE".utf8.contains(next), at < bytes.count { at += 1 }
        guard let number = Double(String(decoding: bytes[start..<at], as: UTF8.self)), number.isFinite else {
            throw JSONFault(offset: start)
        }
        return number
    }

    private mutating func string() throws(JSONFault) -> String {
        try expect(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
            default: text.append(byte)
            }
        }
        throw JSONFault(offset: at)
    }

    private mutating func escape() throws(JSONFault) -> Character {
        let byte = next
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if (0xD800..<0xDC00).contains(code), bytes[at...].starts(with: [0x5C, 0x75]) {
                at += 2
                code = 0x10000 + (code - 0xD800) << 10 + (try hexadecimal()) &- 0xDC00
            }
            return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
        default: throw JSONFault(offset: at - 1)
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        guard at + 4 <= bytes.count, let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw JSONFault(offset: at) }
        at += 4
        return code
    }
}
