// libcmark does not say where inline text stands; this follows its output through the source to find the place of each part.

/// A position in the text of one block that moves along with libcmark's inline nodes.
///
/// What cannot be followed (it should not occur) leaves the cursor where it is until the next line: a place is then a little off, never the text.
struct SourceCursor {
    struct Line {
        /// The line of the source, from 0.
        var index: Int
        var range: Range<Int>
    }
    private let source: MarkdownSource
    private let lines: [Line]
    private var current = 0
    private var offset: Int
    private var isLost = false
    /// Whether each open link was written between pointed brackets.
    private var links: [Bool] = []

    init(_ source: MarkdownSource, lines: [Line]) {
        self.source = source
        self.lines = lines.isEmpty ? [Line(index: 0, range: 0..<0)] : lines
        offset = self.lines[0].range.lowerBound
    }

    var position: SourcePosition { source.position(line: lines[current].index, offset: offset) }

    static let newline: UInt8 = 0x0A

    /// The byte here; a line feed at the end of a line, nil at the end of the block.
    var byte: UInt8? {
        if offset < lines[current].range.upperBound { return source.bytes[offset] }
        return current + 1 < lines.count ? Self.newline : nil
    }

    func byte(after count: Int) -> UInt8? {
        offset + count < lines[current].range.upperBound ? source.bytes[offset + count] : nil
    }

    mutating func step() {
        if offset < lines[current].range.upperBound {
            offset += 1
        } else if current + 1 < lines.count {
            current += 1
            offset = lines[current].range.lowerBound
        }
    }

    mutating func take(_ wanted: UInt8) -> Bool {
        guard byte == wanted else { return false }
        step()
        return true
    }

    private mutating func skipEmphasisMarks() {
        while let mark = byte, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") { step() }
    }

    // MARK: Following libcmark

    /// Follows literal text.
    mutating func follow(text: ArraySlice<UInt8>) {
        var rest = text
        if isPlain(text), !isLost, offset + text.count <= lines[current].range.upperBound,
            source.bytes[offset..<offset + text.count].elementsEqual(text)
        {
            offset += text.count
            return
        }
        while let wanted = rest.first, !isLost {
            rest = rest.dropFirst(followOne(wanted, rest))
        }
    }

    /// Whether the text stands in the source as it is, if it stands there at all.
    private func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        !text.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
    }

    /// Where the next byte of text stands and whether a backslash is before it; the byte itself is not passed.
    mutating func find(_ wanted: UInt8) -> (position: SourcePosition, isEscaped: Bool) {
        while !isLost, let here = byte, here != wanted, here == UInt8(ascii: "*") || here == UInt8(ascii: "_") {
            step()
        }
        let isEscaped = !isLost && byte != wanted
        return (position, isEscaped)
    }

    /// Follows one byte of text, or the whole of what an entity stands for; returns how many bytes of text that were.
    private mutating func followOne(_ wanted: UInt8, _ rest: ArraySlice<UInt8>) -> Int {
        while let here = byte {
            if here == UInt8(ascii: "\\"), let next = byte(after: 1), isPunctuation(next) {
                guard next == wanted else { break }
                offset += 2
                return 1
            }
            if here == UInt8(ascii: "&"), let count = entity(rest) { return count }
            if here == wanted {
                step()
                return 1
            }
            guard here == UInt8(ascii: "*") || here == UInt8(ascii: "_") else { break }
            step()
        }
        isLost = true
        return 1
    }

    /// Passes an entity; nil where the ampersand here is just an ampersand.
    private mutating func entity(_ rest: ArraySlice<UInt8>) -> Int? {
        let line = source.bytes[offset..<min(lines[current].range.upperBound, offset + 40)]
        guard let end = line.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = line[(offset + 1)..<end]
        guard !name.isEmpty, name.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "#") }) else { return nil }
        let standsForAmpersand =
            name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8) || name.elementsEqual("#38".utf8)
        if rest.first == UInt8(ascii: "&"), !standsForAmpersand { return nil }
        offset = end + 1
        var count = 0
        // Most entities are one character; what follows tells the few that are two.
        for _ in 0..<2 {
            count += 1
            while count < rest.count, rest[rest.startIndex + count] & 0xC0 == 0x80 { count += 1 }
            guard count < rest.count, let next = byte, rest[rest.startIndex + count] != next else { break }
            if next < 0x80 && !isLetterOrDigit(next) && next != 0x20 { break }
        }
        return count
    }

    /// Follows a line break of any kind.
    mutating func followBreak() {
        isLost = false
        guard current + 1 < lines.count else { return }
        current += 1
        offset = lines[current].range.lowerBound
    }

    mutating func followCode() {
        skipEmphasisMarks()
        guard !isLost, byte == UInt8(ascii: "`") else { return }
        let ticks = takeRun(of: UInt8(ascii: "`"))
        while byte != nil {
            if byte == UInt8(ascii: "`") {
                if takeRun(of: UInt8(ascii: "`")) == ticks { return }
            } else {
                step()
            }
        }
        isLost = true
    }

    private mutating func takeRun(of wanted: UInt8) -> Int {
        var count = 0
        while take(wanted) { count += 1 }
        return count
    }

    /// Follows raw HTML and says where it began.
    mutating func follow(html: ArraySlice<UInt8>) -> SourcePosition {
        skipEmphasisMarks()
        let start = position
        for wanted in html where !isLost && wanted != 0x0D {
            if wanted == 0x20 || wanted == 0x09, byte != wanted { continue }
            if !take(wanted) { isLost = true }
        }
        return start
    }

    /// Goes into a link or image and says where it began.
    mutating func enterLink(isImage: Bool) -> SourcePosition {
        skipEmphasisMarks()
        let start = position
        if isLost { return start }
        if !isImage, take(UInt8(ascii: "<")) {
            links.append(true)
            return start
        }
        links.append(false)
        if isImage, !take(UInt8(ascii: "!")) { isLost = true }
        if !take(UInt8(ascii: "[")) { isLost = true }
        return start
    }

    /// Leaves a link or image and passes its destination.
    mutating func leaveLink() {
        guard let isPointed = links.popLast(), !isLost else { return }
        skipEmphasisMarks()
        if isPointed {
            if !take(UInt8(ascii: ">")) { isLost = true }
            return
        }
        guard take(UInt8(ascii: "]")) else { return isLost = true }
        var probe = self
        if probe.take(UInt8(ascii: "(")) {
            if probe.passInlineDestination() { self = probe }
        } else if byte == UInt8(ascii: "["), probe.passLabel() {
            self = probe
        }
    }
}

func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
        || (0x7B...0x7E).contains(byte)
}

func isLetterOrDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) }
