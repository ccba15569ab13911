// The text of one paragraph, heading or cell as it will be read, with the way back to its place in the source. Signs that were left in it are looked for here.
import Diagnostics

/// Text with marks taken off, and cursors at the beginnings of its parts.
struct LeafText {
    private struct Part {
        var start: Int
        var cursor: SourceCursor
        var isInLink: Bool
    }
    private(set) var bytes: [UInt8] = []
    private var parts: [Part] = []

    /// Stands for what is no text: code, links, HTML. Control characters do not occur in the text.
    static let other: UInt8 = 0x02

    /// Only a text that may hold signs has a cursor; others are not kept.
    mutating func append(_ text: ArraySlice<UInt8>, _ cursor: SourceCursor?, isInLink: Bool) {
        guard let cursor else { return }
        parts.append(Part(start: bytes.count, cursor: cursor, isInLink: isInLink))
        bytes += text
    }

    mutating func appendBreak() { if !isEmpty { bytes.append(0x0A) } }
    mutating func appendOther() { if !isEmpty { bytes.append(Self.other) } }

    var isEmpty: Bool { parts.isEmpty }

    /// Where a byte stands in the source, whether it is escaped there, and whether it is part of a link's text.
    func place(of offset: Int) -> (position: SourcePosition, isEscaped: Bool, isInLink: Bool)? {
        // The last part that begins at or before it, by halves: a line may have as many parts as signs.
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let part = parts[low - 1]
        var cursor = part.cursor
        cursor.follow(text: bytes[part.start..<offset])
        let (position, isEscaped) = cursor.find(bytes[offset])
        return (position, isEscaped, part.isInLink)
    }
}

extension DocumentReader {
    /// Whether a text has what may be a sign of another tool: a quick look before a closer one.
    func mayHoldSigns(_ text: ArraySlice<UInt8>) -> Bool {
        guard features.hasSigns else { return false }
        var previous: UInt8 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "$"), UInt8(ascii: "@"): return true
            case UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"): if previous == byte { return true }
            case UInt8(ascii: "w"), UInt8(ascii: "W"): if previous | 0x20 == byte | 0x20 { return true }
            default: break
            }
            previous = byte
        }
        return false
    }

    /// A finding for every sign that stays in the text; one with a backslash before it is meant as it stands.
    mutating func reportSigns() {
        guard features.hasSigns, !leaf.isEmpty else { return }
        for sign in LeftSigns.find(in: leaf.bytes) {
            guard let found = leaf.place(of: sign.range.lowerBound), !found.isEscaped,
                !(leaf.place(of: sign.mark)?.isEscaped ?? false)
            else { continue }
            if sign.kind == .address && found.isInLink { continue }
            if sign.kind == .fence {
                // The line that closes it is no mistake of its own.
                let isOpening = sign.range.count > 3
                defer { hasColonFence = isOpening }
                if !isOpening && hasColonFence { continue }
            }
            let isOneLine = !leaf.bytes[sign.range].contains(0x0A)
            report(
                sign,
                String(decoding: leaf.bytes[sign.range], as: UTF8.self),
                at: source.place(found.position, length: isOneLine ? sign.range.count : 2)
            )
        }
    }

    private mutating func report(_ sign: LeftSigns.Sign, _ text: String, at place: Place) {
        switch sign.kind {
        case .strikethrough:
            findings.warning(
                "markdown.strikethrough",
                at: place,
                en: "~~ does not strike out: the signs are shown",
                nl: "~~ streept niets door: de tekens staan op de pagina",
                hint: Wording(
                    en: "take out what no longer holds, or say so; for the signs themselves write \\~~",
                    nl: "haal weg wat niet meer geldt, of zeg het; schrijf \\~~ voor de tekens zelf"
                )
            )
        case .formula:
            findings.warning(
                "markdown.formula",
                at: place,
                en: "formulas between $ are not read: the signs are shown",
                nl: "formules tussen $ worden niet gelezen: de tekens staan op de pagina",
                hint: Wording(
                    en: "write it in words and signs: 10<sup>3</sup>, CO<sub>2</sub>; for the sign itself write \\$",
                    nl:
                        "schrijf het in woorden en tekens: 10<sup>3</sup>, CO<sub>2</sub>; schrijf \\$ voor het teken zelf"
                )
            )
        case .fence:
            findings.warning(
                "markdown.colon-fence",
                at: place,
                en: "::: begins nothing: the signs are shown",
                nl: "::: begint niets: de tekens staan op de pagina",
                hint: Wording(
                    en: "for a box write > [!NOTE] on a line of its own, and > before every line of its text",
                    nl: "schrijf voor een kader > [!NOTE] op een eigen regel, en > voor elke regel van de tekst"
                )
            )
        case .address:
            let isMail = text.contains("@") && !text.contains("/")
            let target = isMail || text.contains("://") ? "<\(text)>" : "[\(text)](https://\(text))"
            findings.hint(
                "markdown.bare-address",
                at: place,
                en: "this address is no link",
                nl: "dit adres is geen koppeling",
                hint: Wording(en: "write \(target)", nl: "schrijf \(target)")
            )
        }
    }

    /// `- [ ]` and `- [x]` at the beginning of a list item.
    mutating func reportTask(_ index: Int, _ node: CommonMarkTree.Node, at position: SourcePosition) {
        let nodes = found.tree.nodes
        guard index + 1 < node.end, nodes[index + 1].kind == .text else { return }
        let text = Array(found.tree.bytes(nodes[index + 1].text).prefix(4))
        guard text.count >= 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
            [UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X")].contains(text[1]),
            text.count == 3 ? index + 2 >= node.end || nodes[index + 2].kind == .softBreak : text[3] == 0x20
        else { return }
        let line = source.line(node.line - 1)
        let start = min(source.starts[node.line - 1] + node.column - 1, line.upperBound)
        guard start < line.upperBound, source.bytes[start] == text[0] else { return }
        findings.warning(
            "markdown.task",
            at: source.place(position, length: 3),
            en: "a list to tick off is not read: the brackets are shown",
            nl: "een afvinklijst wordt niet gelezen: de haken staan op de pagina",
            hint: Wording(
                en: "say in words what is done; for the signs themselves write \\[",
                nl: "zeg in woorden wat klaar is; schrijf \\[ voor de tekens zelf"
            )
        )
    }
}
