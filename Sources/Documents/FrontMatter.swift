// The YAML at the top of a page, split off before the Markdown is read. What it says is read elsewhere.
import Diagnostics

/// Front matter and what comes after it.
public struct FrontMatter: Sendable {
    /// The YAML between the lines of hyphens; empty where there is none.
    public var yaml: String
    /// Where the YAML begins.
    public var place: Place
    /// The bytes of the Markdown below it.
    public var body: Range<Int>
    /// How many lines of the file come before the body.
    public var lineOffset: Int
    /// Whether there is front matter at all.
    public var isPresent: Bool

    /// Splits a page. The first line must be `---`; a line `---` or `...` ends the front matter.
    public static func split(_ source: SourceText, findings: inout Findings) -> FrontMatter {
        let bytes = source.bytes
        let nothing = FrontMatter(
            yaml: "",
            place: Place(file: source.file, line: 1),
            body: 0..<bytes.count,
            lineOffset: 0,
            isPresent: false
        )
        guard let (first, afterFirst) = line(bytes, at: 0), isFence(bytes[first], UInt8(ascii: "-")) else {
            return nothing
        }
        var start = afterFirst
        var count = 1
        while let (range, next) = line(bytes, at: start) {
            count += 1
            if isFence(bytes[range], UInt8(ascii: "-")) || isFence(bytes[range], UInt8(ascii: ".")) {
                return FrontMatter(
                    yaml: String(decoding: bytes[afterFirst..<start], as: UTF8.self),
                    place: Place(file: source.file, line: 2),
                    body: next..<bytes.count,
                    lineOffset: count,
                    isPresent: true
                )
            }
            start = next
        }
        findings.error(
            "markdown.front-matter",
            at: Place(file: source.file, line: 1, length: 3),
            en: "the front matter is not closed",
            nl: "het blok met kenmerken boven aan de pagina is niet afgesloten",
            hint: Wording(
                en: "end it with a line of three hyphens",
                nl: "sluit het af met een regel van drie streepjes"
            )
        )
        return nothing
    }

    private static func line(_ bytes: [UInt8], at start: Int) -> (line: Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let textEnd = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
        return (start..<textEnd, min(end + 1, bytes.count))
    }

    private static func isFence(_ line: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
        line.count >= 3 && line.prefix(3).allSatisfy { $0 == byte }
            && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
