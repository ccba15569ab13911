// A small, strict reader of XML: it takes an SVG file apart so that every element and attribute can be held against a list.

/// What a drawing consists of, with the offset of each part in the file.
enum DrawingPart {
    /// Names as written; values with references resolved.
    case element(name: String, attributes: [(name: String, value: String, offset: Int)], offset: Int)
    /// What stands in an element `style`.
    case style(String, offset: Int)
}

/// Why the file is not read any further.
struct DrawingProblem: Error {
    enum Reason { case notXML, doctype, instruction, encoding, tooDeep }
    var reason: Reason
    var offset: Int
}

struct DrawingReader {
    private let bytes: [UInt8]
    private var index = 0
    /// The elements that are open.
    private var open: [String] = []
    private var hasRoot = false

    static let deepest = 256

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Hands every part to `each`, in the order of the file.
    mutating func read(_ each: (DrawingPart) -> Void) throws(DrawingProblem) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        if begins("<?xml "), let end = offset(of: "?>") {
            let declaration = text(index..<end).lowercased()
            if declaration.contains("encoding"),
                declaration.firstMatch(of: /\sencoding\s*=\s*(?:"utf-8"|'utf-8'|"us-ascii"|'us-ascii')/) == nil
            {
                throw problem(.encoding)
            }
            index = end + 2
        }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                try readText(each)
                continue
            }
            if begins("<!--") {
                try skip(to: "-->")
            } else if begins("<![CDATA[") {
                let start = index + 9
                try skip(to: "]]>")
                guard !open.isEmpty else { throw problem(.notXML) }
                if isInStyle { each(.style(text(start..<index - 3), offset: start)) }
            } else if begins("<!") {
                try readDoctype()
            } else if begins("<?") {
                // What Adobe writes around its notes; others, such as style sheets, act on the file.
                guard begins("<?xpacket") else { throw problem(.instruction) }
                try skip(to: "?>")
            } else if begins("</") {
                try readEnd()
            } else {
                try readElement(each)
            }
        }
        guard hasRoot, open.isEmpty else { throw problem(.notXML) }
    }

    private var isInStyle: Bool { open.last.map { localName($0) == "style" } ?? false }

    private mutating func readText(_ each: (DrawingPart) -> Void) throws(DrawingProblem) {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        if open.isEmpty {
            guard bytes[start..<index].allSatisfy({ $0 <= 0x20 }) else { throw problem(.notXML, at: start) }
            return
        }
        let value = try resolved(start..<index)
        if isInStyle { each(.style(value, offset: start)) }
    }

    private mutating func readDoctype() throws(DrawingProblem) {
        guard begins("<!DOCTYPE"), !hasRoot else { throw problem(.notXML) }
        let start = index
        try skip(to: ">")
        // Entities are declared between brackets.
        if bytes[start..<index].contains(UInt8(ascii: "[")) { throw problem(.doctype, at: start) }
    }

    private mutating func readEnd() throws(DrawingProblem) {
        let start = index
        index += 2
        let name = readName()
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: ">"), open.popLast() == name else {
            throw problem(.notXML, at: start)
        }
        index += 1
    }

    private mutating func readElement(_ each: (DrawingPart) -> Void) throws(DrawingProblem) {
        let start = index
        index += 1
        let name = readName()
        guard !name.isEmpty, !(open.isEmpty && hasRoot) else { throw problem(.notXML, at: start) }
        var attributes: [(name: String, value: String, offset: Int)] = []
        while true {
            let before = index
            skipBlanks()
            guard index < bytes.count else { throw problem(.notXML, at: start) }
            if bytes[index] == UInt8(ascii: ">") {
                index += 1
                open.append(name)
                guard open.count <= Self.deepest else { throw problem(.tooDeep, at: start) }
                break
            }
            if begins("/>") {
                index += 2
                break
            }
            guard index > before else { throw problem(.notXML) }
            attributes.append(try readAttribute())
        }
        hasRoot = true
        each(.element(name: name, attributes: attributes, offset: start))
    }

    private mutating func readAttribute() throws(DrawingProblem) -> (name: String, value: String, offset: Int) {
        let start = index
        let name = readName()
        skipBlanks()
        guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else { throw problem(.notXML) }
        index += 1
        skipBlanks()
        guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else { throw problem(.notXML) }
        let quote = bytes[index]
        index += 1
        let valueStart = index
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "<") { throw problem(.notXML) }
            index += 1
        }
        guard index < bytes.count else { throw problem(.notXML, at: start) }
        index += 1
        return (name, try resolved(valueStart..<index - 1), start)
    }

    /// A text with its references resolved: the five that XML knows, and numbers. All others would be declared in a DOCTYPE.
    private func resolved(_ range: Range<Int>) throws(DrawingProblem) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return text(range) }
        var value: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard bytes[position] == UInt8(ascii: "&") else {
                value.append(bytes[position])
                position += 1
                continue
            }
            guard let end = bytes[position..<min(position + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";")),
                let scalar = reference(text(position + 1..<end))
            else { throw problem(.notXML, at: position) }
            value += Array(String(scalar).utf8)
            position = end + 1
        }
        return String(decoding: value, as: UTF8.self)
    }

    private func reference(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            if name.hasPrefix("#x") {
                UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            } else if name.hasPrefix("#") {
                UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
            } else {
                nil
            }
        }
    }

    private mutating func readName() -> String {
        let start = index
        while index < bytes.count, !" \t\r\n/>=<\"'&".utf8.contains(bytes[index]) { index += 1 }
        return text(start..<index)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func skip(to end: StaticString) throws(DrawingProblem) {
        guard let found = offset(of: end) else { throw problem(.notXML) }
        index = found + end.utf8CodeUnitCount
    }

    private func begins(_ text: StaticString) -> Bool {
        bytes[index...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private func offset(of text: StaticString) -> Int? {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return bytes.indices[index...].first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func problem(_ reason: DrawingProblem.Reason, at offset: Int? = nil) -> DrawingProblem {
        DrawingProblem(reason: reason, offset: min(offset ?? index, max(bytes.count - 1, 0)))
    }
}

/// A name without its prefix.
func localName(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
