// Findings as a person reads them in a terminal: place, message, the source line with a caret, the hint.

/// Prints findings as text; `sourceLine` gives a line of a file where it can be had.
public struct DiagnosticText {
    private let language: Language
    private let sourceLine: (Place) -> String?

    /// At most this many characters of a source line are shown around the place.
    private static let window = 160

    public init(language: Language, sourceLine: @escaping (Place) -> String?) {
        self.language = language
        self.sourceLine = sourceLine
    }

    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined(separator: "\n")
    }

    func render(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        let line = place.line > 0 ? sourceLine(place) : nil
        let characterColumn = line.map { Self.characters(in: $0, bytes: place.column - 1) + 1 } ?? place.column
        let shown = diagnostic.visible()
        let file = shown.place.file
        let position = place.line > 0 ? "\(file):\(place.line):\(characterColumn)" : file
        var text =
            "\(position): \(word(for: shown.severity)): \(shown.message.text(in: language)) [\(shown.id)]\n"
        if let line { text += snippet(line, place: place, column: characterColumn) }
        if let hint = shown.hint { text += "\(language == .nl ? "tip" : "hint"): \(hint.text(in: language))\n" }
        return text
    }

    private func word(for severity: Diagnostic.Severity) -> String {
        switch (severity, language) {
        case (.error, .en): "error"
        case (.error, .nl): "fout"
        case (.warning, .en): "warning"
        case (.warning, .nl): "waarschuwing"
        case (.hint, _): language == .nl ? "advies" : "advice"
        }
    }

    /// The source line and carets under the place; long lines are cut around it, tabs count as one blank. A character that nobody
    /// sees takes as many columns as its `\u{…}`.
    private func snippet(_ line: String, place: Place, column: Int) -> String {
        let characters = line.map { $0 == "\t" ? " " : visible(String($0)) }
        let start = max(0, min(column - 1 - Self.window / 2, characters.count - Self.window))
        let shown = characters.dropFirst(start).prefix(Self.window)
        guard shown.contains(where: { $0 != " " }) else { return "" }
        let end = min(
            Self.characters(in: line, bytes: place.column - 1 + place.length),
            start + shown.count
        )
        func width(_ range: Range<Int>) -> Int {
            characters[range.clamped(to: characters.indices)].reduce(0) { $0 + $1.count }
        }
        let carets = max(1, width(column - 1..<max(end, column)))
        let gutter = "\(place.line) | "
        let cut = start > 0 ? "…" : ""
        let indent =
            String(repeating: " ", count: gutter.count - 2) + "| "
            + String(repeating: " ", count: cut.count + width(start..<max(column - 1, start)))
        return gutter + cut + shown.joined() + "\n" + indent + String(repeating: "^", count: carets) + "\n"
    }

    /// The number of characters in the first `bytes` bytes of `line`.
    static func characters(in line: String, bytes: Int) -> Int {
        guard bytes > 0 else { return 0 }
        let utf8 = line.utf8
        let end = utf8.index(utf8.startIndex, offsetBy: bytes, limitedBy: utf8.endIndex) ?? utf8.endIndex
        return line[..<end].count
    }
}
