// The three tags for which Markdown has no sign of its own, and without which words or numbers would be other ones: <br>, <sup>, <sub>.
import Diagnostics

/// `<br>`, `<sup>` or `<sub>`, opening or closing, in any case and with any attributes.
struct InlineTag {
    enum Name { case lineBreak, raised, lowered }

    var name: Name
    var isClosing: Bool

    init?(_ html: ArraySlice<UInt8>) {
        guard html.first == UInt8(ascii: "<") else { return nil }
        var rest = html.dropFirst()
        isClosing = rest.first == UInt8(ascii: "/")
        if isClosing { rest = rest.dropFirst() }
        let word = rest.prefix(while: isLetterOrDigit).map { $0 | 0x20 }
        guard let next = rest.dropFirst(word.count).first,
            next <= 0x20 || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
        else { return nil }
        switch word {
        case Array("br".utf8): name = .lineBreak
        case Array("sup".utf8): name = .raised
        case Array("sub".utf8): name = .lowered
        default: return nil
        }
    }

    /// As an author writes it, without attributes.
    var text: String {
        let word =
            switch name {
            case .lineBreak: "br"
            case .raised: "sup"
            case .lowered: "sub"
            }
        return isClosing ? "</\(word)>" : "<\(word)>"
    }
}

extension DocumentReader {
    /// More nodes than this in one superscript are no number.
    private static let longestScript = 1_000

    /// The node of the tag that closes the one at `index`, within the same marks and before `limit`.
    func closingTag(of tag: InlineTag, at index: Int, before limit: Int, in tree: CommonMarkTree) -> Int? {
        var next = index + 1
        var inside = 0
        var count = 0
        while next < limit, count < Self.longestScript {
            let node = tree.nodes[next]
            if node.kind == .htmlInline, let other = InlineTag(tree.bytes(node.text)), other.name == tag.name {
                if !other.isClosing {
                    inside += 1
                } else if inside == 0 {
                    return next
                } else {
                    inside -= 1
                }
            }
            next = node.end
            count += 1
        }
        return nil
    }

    /// Left out it would turn 10³ into 103.
    mutating func reportUnpaired(_ tag: InlineTag, length: Int, at position: SourcePosition) {
        let hint = Wording(
            en: "write 10<sup>3</sup>, both tags in one paragraph and within the same marks",
            nl: "schrijf 10<sup>3</sup>, met beide codes in één alinea en binnen dezelfde tekens"
        )
        let place = source.place(position, length: length)
        if tag.isClosing {
            findings.error(
                "markdown.unpaired-tag",
                at: place,
                en: "\(tag.text) closes nothing here",
                nl: "\(tag.text) sluit hier niets af",
                hint: hint
            )
        } else {
            findings.error(
                "markdown.unpaired-tag",
                at: place,
                en: "\(tag.text) is not closed here",
                nl: "\(tag.text) wordt hier niet afgesloten",
                hint: hint
            )
        }
    }

    /// A line that begins with one of the three tags and has nothing else on it makes HTML of all lines up to the next blank one.
    ///
    /// - Returns: false where the block is something else, or holds no words that would be lost.
    mutating func reportLostText(_ html: ArraySlice<UInt8>, at position: SourcePosition) -> Bool {
        let start = html.drop { $0 <= 0x20 }
        guard let tag = InlineTag(start) else { return false }
        var isInTag = false
        let holdsText = start.contains { byte in
            if byte == UInt8(ascii: "<") { isInTag = true }
            defer { if byte == UInt8(ascii: ">") { isInTag = false } }
            return !isInTag && byte > 0x20
        }
        guard holdsText else { return false }
        findings.error(
            "markdown.tag-on-its-own",
            at: source.place(position, length: tag.text.utf8.count),
            en: "with \(tag.text) alone on its line, what follows it is not read as text",
            nl: "met \(tag.text) alleen op een regel wordt wat erop volgt niet als tekst gelezen",
            hint: Wording(
                en: "put \(tag.text) at the end of the line above",
                nl: "zet \(tag.text) aan het eind van de regel erboven"
            )
        )
        return true
    }
}
