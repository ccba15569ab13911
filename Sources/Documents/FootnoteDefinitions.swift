// libcmark knows no footnotes: their definitions are taken out of the text before it reads it, and put in front as block quotes.
import Diagnostics

/// The footnotes that a text defines, and the text with their contents as block quotes before everything else.
struct FootnoteDefinitions {
    struct Definition {
        var label: String
        var position: SourcePosition
    }
    private(set) var source: MarkdownSource
    private(set) var all: [Definition] = []
    /// Index in `all` by label, without regard to case.
    private(set) var byLabel: [String: Int] = [:]

    /// A text in which footnotes are not looked for.
    init(none source: MarkdownSource) { self.source = source }

    /// - Parameter start: where the text stands in its file.
    init(_ bytes: [UInt8], file: String, start: SourcePosition, findings: inout Findings) {
        source = MarkdownSource(bytes: bytes, file: file, origin: .whole(start))
        let candidates = Self.candidates(source)
        if candidates.isEmpty { return }
        let isCode = Self.codeLines(source)
        var extracted: [(line: Int, offset: Int)] = []
        var isTaken = [Bool](repeating: false, count: source.lineCount)
        var isStart = [Bool](repeating: false, count: source.lineCount)
        for (line, _) in candidates { isStart[line] = true }
        var text = ByteLines()
        for (line, labelEnd) in candidates where !isCode[line] {
            let range = source.line(line)
            let label = String(decoding: bytes[(range.lowerBound + 2)..<labelEnd], as: UTF8.self)
            let position = source.position(line: line, offset: range.lowerBound)
            extracted = Self.lines(from: line, contentAt: labelEnd + 2, source, isStart)
            for part in extracted { isTaken[part.line] = true }
            guard byLabel[label.lowercased()] == nil else {
                findings.error(
                    "markdown.footnote-twice",
                    at: source.place(position, length: labelEnd + 1 - range.lowerBound),
                    en: "footnote [^\(label)] is defined twice",
                    nl: "voetnoot [^\(label)] staat er twee keer"
                )
                continue
            }
            byLabel[label.lowercased()] = all.count
            all.append(Definition(label: label, position: position))
            for part in extracted {
                let end = source.line(part.line).upperBound
                let shift = source.position(line: part.line, offset: part.offset).column - 3
                text.append(
                    prefix: "> ",
                    bytes[part.offset..<max(end, part.offset)],
                    line: source.position(line: part.line, offset: 0).line,
                    shift: shift
                )
            }
            text.append(prefix: "", [], line: position.line, shift: 0)
        }
        if all.isEmpty && !isTaken.contains(true) { return }
        for line in 0..<source.lineCount {
            text.append(
                prefix: "",
                isTaken[line] ? [] : bytes[source.line(line)],
                line: start.line + line,
                shift: line == 0 ? start.column - 1 : 0
            )
        }
        source = MarkdownSource(bytes: text.bytes, file: file, origin: .lines(text.origins))
    }

    /// Lines that begin with `[^label]:`, and where their label ends.
    private static func candidates(_ source: MarkdownSource) -> [(line: Int, labelEnd: Int)] {
        let bytes = source.bytes
        var result: [(Int, Int)] = []
        for line in 0..<source.lineCount {
            let start = source.starts[line]
            guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^")
            else { continue }
            let range = source.line(line)
            guard let end = footnoteLabelEnd(bytes[range]), end + 1 < range.upperBound,
                bytes[end + 1] == UInt8(ascii: ":")
            else { continue }
            result.append((line, end))
        }
        return result
    }

    /// Lines of code and raw HTML, where nothing is a definition.
    private static func codeLines(_ source: MarkdownSource) -> [Bool] {
        var isCode = [Bool](repeating: false, count: source.lineCount)
        for node in readCommonMark(source.bytes).nodes where node.kind == .code || node.kind == .html {
            let last = min(node.endLine, source.lineCount)
            if node.line >= 1, node.line <= last { for line in node.line - 1..<last { isCode[line] = true } }
        }
        return isCode
    }

    /// The lines of a definition: to the end of its paragraph, and what is indented by four columns below it.
    private static func lines(
        from first: Int,
        contentAt offset: Int,
        _ source: MarkdownSource,
        _ isStart: [Bool]
    ) -> [(line: Int, offset: Int)] {
        let bytes = source.bytes
        var content = offset
        let firstRange = source.line(first)
        while content < firstRange.upperBound, bytes[content] == 0x20 || bytes[content] == 0x09 { content += 1 }
        var result = [(line: first, offset: min(content, firstRange.upperBound))]
        var blanks = 0
        var line = first + 1
        while line < source.lineCount {
            let range = source.line(line)
            var position = LinePosition(bytes, line: range)
            let (columns, text) = position.indentation
            if text == range.upperBound {
                blanks += 1
            } else if columns >= 4 || blanks == 0 && !isStart[line] && !beginsBlock(bytes, text, range.upperBound) {
                for blank in (line - blanks)..<line { result.append((blank, source.line(blank).upperBound)) }
                blanks = 0
                position.advance(columns: min(columns, 4))
                result.append((line, position.offset))
            } else {
                break
            }
            line += 1
        }
        return result
    }
}

/// Offset of the bracket that closes `[^label]` at the beginning of `text`; nil where it is not a label (1 to 100 bytes, no blanks or brackets).
func footnoteLabelEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count > 3, text.starts(with: [UInt8(ascii: "["), UInt8(ascii: "^")]) else { return nil }
    let label = text.dropFirst(2)
    for offset in label.indices.prefix(101) {
        switch label[offset] {
        case UInt8(ascii: "]"): return offset > label.startIndex ? offset : nil
        case UInt8(ascii: "["), 0x00...0x20: return nil
        default: break
        }
    }
    return nil
}

/// Lines put together, with their origins.
private struct ByteLines {
    var bytes: [UInt8] = []
    var origins: [(line: Int, shift: Int)] = []

    mutating func append(prefix: StaticString, _ content: ArraySlice<UInt8>, line: Int, shift: Int) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
        bytes.append(contentsOf: content)
        bytes.append(0x0A)
        origins.append((line, shift))
    }
}
