// What Typst says, led back to the files of the author.
import Diagnostics
import Foundation

/// One message of Typst, taken out of what it prints for people.
struct TypstMessage: Equatable {
    var isError: Bool
    var text: String
    var hints: [String] = []
    /// The places that it names, the cause first, then the calls that led there.
    var locations: [Location] = []

    struct Location: Equatable {
        var file: String
        var line: Int
        var column: Int
    }

    /// Reads a run of messages:
    ///
    ///     error: failed to decode image
    ///       ┌─ report.typ:8:50
    ///       = hint: …
    static func read(_ output: String) -> [TypstMessage] {
        var messages: [TypstMessage] = []
        for line in output.split(separator: "\n") {
            if line.hasPrefix("error: ") || line.hasPrefix("warning: ") {
                messages.append(
                    TypstMessage(isError: line.hasPrefix("error"), text: String(line.drop { $0 != " " }.dropFirst()))
                )
                continue
            }
            guard !messages.isEmpty else { continue }
            let words = line.drop { $0 == " " }
            if words.hasPrefix("┌─ ") {
                if let location = location(words.dropFirst(3)) {
                    messages[messages.count - 1].locations.append(location)
                }
            } else if words.hasPrefix("= hint: ") {
                messages[messages.count - 1].hints.append(String(words.dropFirst("= hint: ".count)))
            }
        }
        return messages
    }

    private static func location(_ text: Substring) -> Location? {
        let parts = text.split(separator: ":")
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1]) else {
            return nil
        }
        let file = parts.dropLast(2).joined(separator: ":").replacing("\\", with: "/")
        return Location(file: file, line: line, column: column)
    }

    /// The text that cannot be printed, where the message is about one.
    var unprintable: String? {
        guard text.contains("could not be displayed with") || text.contains("the PDF contains the codepoint"),
            let start = text.firstIndex(of: "\""), let end = text.firstRange(of: "\"`")?.lowerBound, start < end
        else { return nil }
        return TypstMessage.unescaped(text[text.index(after: start)..<end])
    }

    /// Typst writes what cannot be seen as Rust does: `\u{20e3}`.
    private static func unescaped(_ text: Substring) -> String {
        let parts = text.components(separatedBy: "\\u{")
        var result = parts[0]
        for part in parts.dropFirst() {
            let digits = part.prefix { $0 != "}" }
            if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                result.unicodeScalars.append(scalar)
                result += part.dropFirst(digits.count + 1)
            } else {
                result += "\\u{" + part
            }
        }
        return result
    }

    /// The findings of a run of messages. Signs that cannot be printed are looked for first.
    static func findings(_ messages: [TypstMessage], for source: ReportSource, places: SignPlaces) -> [Diagnostic] {
        let signs = messages.compactMap(\.unprintable)
        let found = source.unprintable(Set(signs.flatMap(\.unicodeScalars)), places: places)
        // Where none of them stands in the text, the template has them itself.
        return found + messages.filter { $0.unprintable == nil || found.isEmpty }.map { $0.diagnostic(for: source) }
    }

    /// The finding, at the author's block where one is named, otherwise in the template.
    func diagnostic(for source: ReportSource) -> Diagnostic {
        // Typst names files from where it was started; the report's own folder ends with its name.
        let own = locations.map { location in
            var location = location
            if let folder = location.file.range(of: source.name + "/", options: .backwards) {
                location.file = String(location.file[folder.upperBound...])
            }
            return location
        }
        let inText = own.first { $0.file == "main.typ" }.flatMap { source.place(ofLine: $0.line) }
        let inFile = own.lazy.compactMap { location in source.files.first { $0.path == location.file }?.place }.first
        let inTemplate = own.first { $0.file.hasSuffix(".typ") && $0.file != "main.typ" }.map {
            Place(file: "templates/" + $0.file, line: $0.line, column: $0.column)
        }
        let place = inText ?? inFile ?? inTemplate ?? .programme
        if let unprintable { return noGlyph(unprintable, at: place) }
        return Diagnostic(
            isError ? .error : .warning,
            isError ? "report.typst" : "report.typst-warning",
            at: place,
            message: isError
                ? Wording(en: "the report cannot be set: \(text)", nl: "het rapport kan niet worden opgemaakt: \(text)")
                : Wording(
                    en: "Typst doubts how it set the report: \(text)",
                    nl: "Typst twijfelt over de opmaak van het rapport: \(text)"
                ),
            hint: hints.first.map { Wording(en: $0, nl: $0) }
        )
    }
}
