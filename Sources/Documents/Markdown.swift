// The door of this module: Markdown in, a document and findings out.
import Diagnostics

/// What the caller knows about a site's Markdown.
public struct MarkdownOptions: Sendable {
    /// First words of info strings that make a fenced block a block of the site: `chart`, `table`, `tiles` …
    public var blockKinds: [String]
    /// Destinations of images that are mere decoration: these need no alternative text.
    public var decorativeImages: Set<String>

    /// Ids that headings may not get, because the page has them from elsewhere: its frame, a figure.
    public var reservedIDs: [String]

    public init(blockKinds: [String] = [], decorativeImages: Set<String> = [], reservedIDs: [String] = []) {
        self.blockKinds = blockKinds
        self.decorativeImages = decorativeImages
        self.reservedIDs = reservedIDs
    }
}

public enum Markdown {
    /// Reads Markdown.
    ///
    /// - Parameters:
    ///   - bytes: the text without its front matter, UTF-8.
    ///   - lineOffset: how many lines of the file come before it.
    public static func parse(
        _ bytes: [UInt8],
        file: String,
        lineOffset: Int = 0,
        options: MarkdownOptions = MarkdownOptions(),
        findings: inout Findings
    ) -> Document {
        let start = SourcePosition(line: lineOffset + 1, column: 1)
        let footnotes = FootnoteDefinitions(withoutControls(bytes), file: file, start: start, findings: &findings)
        let found = TablesAndTree(footnotes.source, findings: &findings)
        var reader = DocumentReader(
            footnotes: footnotes,
            found: found,
            start: start,
            options: options
        )
        let document = reader.read()
        findings.add(contentsOf: reader.findings)
        return document
    }

    /// Reads the Markdown of a page below its front matter.
    public static func parse(
        _ source: SourceText,
        below frontMatter: FrontMatter,
        options: MarkdownOptions = MarkdownOptions(),
        findings: inout Findings
    ) -> Document {
        parse(
            Array(source.bytes[frontMatter.body]),
            file: source.file,
            lineOffset: frontMatter.lineOffset,
            options: options,
            findings: &findings
        )
    }

    /// Reads a text inside YAML (a caption, a result) as inline Markdown; the document's children are inline nodes.
    ///
    /// - Parameter place: where the text begins in its file.
    public static func parseInline(
        _ text: String,
        at place: Place,
        options: MarkdownOptions = MarkdownOptions(),
        findings: inout Findings
    ) -> Document {
        let content = withoutControls(text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
        let bytes = CellTexts.opening + content
        let shift = place.column - CellTexts.contentColumn
        let source = MarkdownSource(
            bytes: bytes,
            file: place.file,
            origin: .lines([(line: place.line, shift: shift), (line: place.line, shift: shift)])
        )
        var reader = DocumentReader(
            footnotes: FootnoteDefinitions(none: source),
            found: TablesAndTree(plain: source),
            start: SourcePosition(line: place.line, column: place.column),
            options: options
        )
        let document = reader.readInline(CellTexts.opening.count..<bytes.count)
        findings.add(contentsOf: reader.findings)
        return document
    }

    /// Control characters have no meaning in a text and no place in HTML; they become blanks so that columns stay what they are.
    private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0 }
        guard bytes.contains(where: isControl) else { return bytes }
        return bytes.map { isControl($0) ? 0x20 : $0 }
    }
}
