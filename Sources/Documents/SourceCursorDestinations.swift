// Passing the parts of a link that are not text: libcmark tells its destination, not where that ends.
extension SourceCursor {
    private mutating func skipBlanks() {
        while let here = byte, here == 0x20 || (0x09...0x0D).contains(here) { step() }
    }

    /// `(…)` after its opening bracket.
    mutating func passInlineDestination() -> Bool {
        skipBlanks()
        if take(UInt8(ascii: ")")) { return true }
        guard passDestination() else { return false }
        skipBlanks()
        if take(UInt8(ascii: ")")) { return true }
        guard passTitle() else { return false }
        skipBlanks()
        return take(UInt8(ascii: ")"))
    }

    private mutating func passDestination() -> Bool {
        if take(UInt8(ascii: "<")) {
            while let here = byte, here != Self.newline, here != UInt8(ascii: "<") {
                step()
                if here == UInt8(ascii: ">") { return true }
                if here == UInt8(ascii: "\\"), byte != Self.newline { step() }
            }
            return false
        }
        var depth = 0
        var count = 0
        while let here = byte, here > 0x20, count < 20 * Self.longestTitle {
            if here == UInt8(ascii: "\\"), let next = byte(after: 1), isPunctuation(next) {
                step()
            } else if here == UInt8(ascii: "(") {
                depth += 1
            } else if here == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            step()
            count += 1
        }
        return count > 0
    }

    /// A title of more bytes than this is not followed: looking for an end that is not there may not take long.
    private static let longestTitle = 2_000

    private mutating func passTitle() -> Bool {
        guard let open = byte, [0x22, 0x27, 0x28].contains(open) else { return false }
        let close = open == 0x28 ? 0x29 : open
        step()
        var count = 0
        while let here = byte, count < Self.longestTitle {
            count += 1
            step()
            if here == close { return true }
            if here == UInt8(ascii: "\\") { step() }
        }
        return false
    }

    /// `[…]` with no brackets inside.
    mutating func passLabel() -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        var count = 0
        while let here = byte, here != UInt8(ascii: "["), count < Self.longestTitle {
            count += 1
            step()
            if here == UInt8(ascii: "]") { return true }
            if here == UInt8(ascii: "\\") { step() }
        }
        return false
    }

    /// Passes the link definitions with which a paragraph may begin: libcmark has taken them off.
    mutating func skipDefinitions() {
        while byte == UInt8(ascii: "[") {
            var probe = self
            guard probe.passLabel(), probe.take(UInt8(ascii: ":")) else { return }
            probe.skipBlanks()
            guard probe.passDestination() else { return }
            var withTitle = probe
            withTitle.skipBlanks()
            if withTitle.passTitle(), withTitle.passLineEnd() {
                self = withTitle
            } else if probe.passLineEnd() {
                self = probe
            } else {
                return
            }
        }
    }

    private mutating func passLineEnd() -> Bool {
        while let here = byte, here == 0x20 || here == 0x09 { step() }
        guard byte == Self.newline else { return false }
        step()
        return true
    }
}
