// The tags of a template, found before the template is parsed: what would never end, or nest without bottom, never reaches the parser.
import Diagnostics

/// What the tags of a template call, and how they nest.
struct TemplateTags {
    /// Templates that this one calls, and how many blocks and lists are open around each call.
    private(set) var calls: [(call: CallOrder.Call, depth: Int, lists: Int)] = []
    /// How many blocks stand inside each other.
    private(set) var depth = 0
    private(set) var deepest: Place?
    /// How many lists are gone through inside each other, and where.
    private(set) var lists = 0
    private(set) var deepestList: Place?
    /// A tag that makes the others mean something else: other delimiters, or a template whose name is known only when a page is written.
    private(set) var unknowable: Place?

    init(_ source: SourceText) {
        let bytes = source.bytes
        var line = 1
        var start = 0
        var offset = 0
        var open = Open()
        while offset + 1 < bytes.count {
            if bytes[offset] == 0x0A {
                line += 1
                start = offset + 1
            }
            guard bytes[offset] == UInt8(ascii: "{"), bytes[offset + 1] == UInt8(ascii: "{") else {
                offset += 1
                continue
            }
            let place = Place(file: source.file, line: line, column: offset - start + 1, length: 2)
            offset += 2
            var end = offset
            while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "}") || bytes[end + 1] != UInt8(ascii: "}") {
                end += 1
            }
            guard end + 1 < bytes.count else { return }  // not closed: the parser says so
            guard let sign = bytes[offset..<end].first else { continue }
            let name = bytes[offset..<end].dropFirst().drop { $0 <= 0x20 }
            let isCall = sign == UInt8(ascii: ">") || sign == UInt8(ascii: "<")
            if sign == UInt8(ascii: "=") || isCall && name.first == UInt8(ascii: "*") {
                unknowable = unknowable ?? place
            }
            note(sign, String(decoding: name, as: UTF8.self), place, &open)
            for inside in offset..<end where bytes[inside] == 0x0A {
                line += 1
                start = inside + 1
            }
            offset = end + 2
        }
    }

    /// The blocks around a tag: whether each goes through a list.
    private struct Open {
        private(set) var blocks: [Bool] = []
        private(set) var lists = 0

        mutating func push(isList: Bool) {
            blocks.append(isList)
            if isList { lists += 1 }
        }

        mutating func pop() { if blocks.popLast() == true { lists -= 1 } }
    }

    private mutating func note(_ sign: UInt8, _ text: String, _ place: Place, _ open: inout Open) {
        let name = String(text.trimmingSuffix(while: \.isWhitespace))
        if sign == UInt8(ascii: ">") || sign == UInt8(ascii: "<") {
            calls.append((.init(name: name, place: place), open.blocks.count, open.lists))
        }
        switch sign {
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "<"):
            // The menu's items are the only list that a template is given.
            open.push(isList: sign == UInt8(ascii: "#") && name.contains("items"))
            if open.blocks.count > depth { (depth, deepest) = (open.blocks.count, place) }
            if open.lists > lists { (lists, deepestList) = (open.lists, place) }
        case UInt8(ascii: "/"): open.pop()
        default: break
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, case let before = index(before: end), isLeftOut(self[before]) { end = before }
        return self[..<end]
    }
}
