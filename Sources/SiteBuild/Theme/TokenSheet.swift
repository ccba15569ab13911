// tokens.css as far as others than browsers need it: the custom properties of `:root`, for light screens, dark screens and paper.
import Diagnostics

/// The custom properties of a style sheet.
struct TokenSheet {
    /// What a rule holds for. Rules for wide screens, more contrast and the like are for browsers alone.
    enum Ground { case light, dark, paper }

    private struct Value {
        var text: String
        var place: Place
    }

    private var values: [Ground: [String: Value]] = [:]
    /// Where the first rule for `:root` begins.
    private var root: Place

    init(_ bytes: [UInt8], file: String) {
        root = Place(file: file, line: 1)
        var reader = Reader(bytes, file: file)
        readRules(&reader, ground: .light)
    }

    /// The colour of a property.
    ///
    /// - Parameter grounds: the last of them that gives a value decides.
    /// - Returns: nil where it is missing, and, with a finding, where it is no colour.
    func colour(_ name: String, on grounds: [Ground], findings: inout Findings) -> CSSColour? {
        guard let found = value(name, on: grounds) else { return nil }
        // Colours may be named after each other, but not in a ring.
        var text = found.text
        var seen: Set = [name]
        while text.hasPrefix("var("), text.hasSuffix(")") {
            let parts = text.dropFirst(4).dropLast().split(separator: ",", maxSplits: 1).map(trimmed)
            guard let other = parts.first, seen.insert(other).inserted else { break }
            guard let next = value(other, on: grounds)?.text ?? (parts.count > 1 ? parts[1] : nil) else { break }
            text = next
        }
        if let colour = CSSColour(text) { return colour }
        findings.warning(
            "theme.colour",
            at: found.place,
            en: "\(name) is no colour for drawings and reports: \(found.text)",
            nl: "\(name) is geen kleur voor tekeningen en rapporten: \(found.text)",
            hint: Wording(
                en: "write one that covers, such as #1f4e8c; until then they have the standard colour",
                nl: "schrijf een dekkende kleur, zoals #1f4e8c; tot dan hebben ze de standaardkleur"
            )
        )
        return nil
    }

    /// Reports the properties that pages need and that are not there.
    func checkMissing(among names: [String], findings: inout Findings) {
        let missing = names.filter { value($0, on: [.light]) == nil }
        guard !missing.isEmpty else { return }
        let shown = missing.prefix(3).joined(separator: ", ")
        let more = missing.count - 3
        findings.warning(
            "theme.colour-missing",
            at: root,
            en: "colours are missing: \(shown)\(more > 0 ? " and \(more) more" : "")",
            nl: "er ontbreken kleuren: \(shown)\(more > 0 ? " en nog \(more)" : "")",
            hint: Wording(
                en: "take them over from the standard tokens.css; until then the site is without them",
                nl: "neem ze over uit de standaard-tokens.css; tot dan heeft de site ze niet"
            )
        )
    }

    private func value(_ name: String, on grounds: [Ground]) -> Value? {
        grounds.reversed().lazy.compactMap { values[$0]?[name] }.first
    }

    // MARK: Reading

    /// - Parameter ground: nil within a rule that only browsers need.
    private mutating func readRules(_ reader: inout Reader, ground: Ground?) {
        while let (text, place, end) = reader.next(until: ["{", "}", ";"]) {
            switch end {
            case "}": return
            case "{" where text.hasPrefix("@media"):
                readRules(&reader, ground: Self.ground(ofMedia: text, within: ground))
            case "{" where text.hasPrefix("@supports") || text.hasPrefix("@layer"): readRules(&reader, ground: ground)
            case "{":
                let isRoot = text.split(separator: ",").map(trimmed).contains { $0 == ":root" || $0 == "html" }
                if isRoot && values.isEmpty { root = place }
                readDeclarations(&reader, ground: isRoot ? ground : nil)
            default: break
            }
        }
    }

    private static func ground(ofMedia text: String, within outer: Ground?) -> Ground? {
        guard outer == .light else { return nil }
        let words = text.dropFirst("@media".count).filter { !$0.isWhitespace }.lowercased()
        switch words {
        case "print": return .paper
        case "screen", "all": return .light
        case "(prefers-color-scheme:dark)", "screenand(prefers-color-scheme:dark)": return .dark
        default: return nil
        }
    }

    private mutating func readDeclarations(_ reader: inout Reader, ground: Ground?) {
        while let (text, place, end) = reader.next(until: ["{", "}", ";"]) {
            if end == "{" {
                readDeclarations(&reader, ground: nil)
                continue
            }
            if let ground, text.hasPrefix("--"), let colon = text.firstIndex(of: ":") {
                let name = trimmed(text[..<colon])
                // What else has a say in it is for browsers.
                let value = trimmed(text[text.index(after: colon)...].replacing("!important", with: ""))
                values[ground, default: [:]][name] = Value(text: value, place: place)
            }
            if end == "}" { return }
        }
    }
}

/// Parts of a style sheet between its brackets and semicolons; comments are left out, strings are kept whole.
private struct Reader {
    private let bytes: [UInt8]
    private let file: String
    private var offset = 0
    private var line = 1
    private var lineStart = 0

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            offset = 3
            lineStart = 3
        }
    }

    /// The text before the next of `ends`, trimmed, its place, and which it was; at the end of the sheet the last `}` is taken as written.
    mutating func next(until ends: Set<Character>) -> (text: String, place: Place, end: Character)? {
        guard offset < bytes.count else { return nil }
        var text: [UInt8] = []
        var place: Place?
        var quote: UInt8?
        var depth = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if quote == nil, byte == UInt8(ascii: "/"), bytes[offset...].starts(with: "/*".utf8) {
                skipComment()
                continue
            }
            if byte == 0x0A {
                line += 1
                lineStart = offset + 1
            }
            offset += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth = max(0, depth - 1)
            } else if depth == 0, ends.contains(Character(Unicode.Scalar(byte))) {
                return finish(text, place, Character(Unicode.Scalar(byte)))
            }
            if place == nil, ![0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                place = Place(file: file, line: line, column: offset - lineStart)
            }
            text.append(byte)
        }
        return finish(text, place, "}")
    }

    private func finish(_ text: [UInt8], _ place: Place?, _ end: Character) -> (String, Place, Character) {
        let written = trimmed(String(decoding: text, as: UTF8.self))
        var place = place ?? Place(file: file, line: line)
        place.length = max(1, written.utf8.prefix { $0 != 0x0A }.count)
        return (written, place, end)
    }

    private mutating func skipComment() {
        offset += 2
        while offset < bytes.count, !bytes[offset...].starts(with: "*/".utf8) {
            if bytes[offset] == 0x0A {
                line += 1
                lineStart = offset + 1
            }
            offset += 1
        }
        offset = min(bytes.count, offset + 2)
    }
}

private func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
}
