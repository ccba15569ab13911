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
        // Findings on one line follow each other: a line of a million characters is fetched once.
        var last: (file: String, number: Int, line: String?)?
        return diagnostics.map { diagnostic in
            let place = diagnostic.place
            if last?.file != place.file || last?.number != place.line {
                last = (place.file, place.line, place.line > 0 ? sourceLine(place) : nil)
            }
            return render(diagnostic, line: last?.line)
        }
        .joined(separator: "\n")
    }

    private func render(_ diagnostic: Diagnostic, line: String?) -> String {
        let place = diagnostic.place
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
        let anchor = Self.index(in: line, bytes: place.column - 1)
        let before = line.index(anchor, offsetBy: -Self.window / 2, limitedBy: line.startIndex) ?? line.startIndex
        let end = line.index(before, offsetBy: Self.window, limitedBy: line.endIndex) ?? line.endIndex
        let start = line.index(end, offsetBy: -Self.window, limitedBy: line.startIndex) ?? line.startIndex
        func shown(_ range: Range<String.Index>) -> String {
            line[range].map { $0 == "\t" ? " " : visible(String($0)) }.joined()
        }
        let text = shown(start..<end)
        guard text.contains(where: { $0 != " " }) else { return "" }
        let marked = min(Self.index(in: line, bytes: place.column - 1 + place.length), end)
        let carets = max(1, marked > anchor ? shown(anchor..<marked).count : 1)
        let gutter = "\(place.line) | "
        let cut = start > line.startIndex ? "…" : ""
        let indent =
            String(repeating: " ", count: gutter.count - 2) + "| "
            + String(repeating: " ", count: cut.count + shown(start..<max(start, anchor)).count)
        return gutter + cut + text + "\n" + indent + String(repeating: "^", count: carets) + "\n"
    }

    /// The character at which the byte after `bytes` bytes of a line stands.
    private static func index(in line: String, bytes: Int) -> String.Index {
        line.utf8.index(line.startIndex, offsetBy: max(0, bytes), limitedBy: line.endIndex) ?? line.endIndex
    }

    /// The number of characters in the first `bytes` bytes of `line`.
    static func characters(in line: String, bytes: Int) -> Int {
        guard bytes > 0 else { return 0 }
        let start = line[..<index(in: line, bytes: bytes)]
        // In most lines every byte is a character, and counting bytes takes no time.
        return start.utf8.allSatisfy { $0 < 0x80 } ? start.utf8.count : start.count
    }
}
