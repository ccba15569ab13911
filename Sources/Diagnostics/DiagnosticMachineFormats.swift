// The same findings for machines: JSON lines of one array, GitHub annotations, SARIF 2.1.0.
import Foundation

/// The ways in which `verslag` prints findings.
public enum DiagnosticFormat: String, CaseIterable, Sendable { case text, json, github, sarif }

/// Renders findings in the given format; text ends with a newline where there is any finding. Characters that nobody sees are shown.
public func render(
    _ diagnostics: [Diagnostic],
    as format: DiagnosticFormat,
    language: Language,
    sourceLine: @escaping (Place) -> String?
) -> String {
    switch format {
    case .text: DiagnosticText(language: language, sourceLine: sourceLine).render(diagnostics)
    case .github: diagnostics.map { annotation($0, language: language, sourceLine: sourceLine) }.joined()
    case .json: encoded(diagnostics.map { JSONFinding($0.visible(keepsLines: true), language: language) })
    case .sarif: encoded(SARIFLog(diagnostics, language: language, sourceLine: sourceLine))
    }
}

private func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding these structs of strings and integers cannot fail: no floats, no custom encoders.
    return ((try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "[]") + "\n"
}

/// One GitHub workflow command; percent signs and line ends are escaped as its documentation asks.
private func annotation(_ diagnostic: Diagnostic, language: Language, sourceLine: (Place) -> String?) -> String {
    func escaped(_ text: String, property: Bool) -> String {
        var result = text.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: "\r", with: "%0D")
            .replacingOccurrences(of: "\n", with: "%0A")
        if property {
            result = result.replacingOccurrences(of: ":", with: "%3A").replacingOccurrences(of: ",", with: "%2C")
        }
        return result
    }
    let command = ["error", "warning", "notice"][diagnostic.severity.rawValue]
    let place = diagnostic.place
    let shown = diagnostic.visible(keepsLines: true)
    var properties = "file=\(escaped(shown.place.file, property: true))"
    if place.line > 0 {
        let column = codePointColumn(of: place, in: sourceLine(place)) ?? place.column
        properties += ",line=\(place.line),col=\(column)"
    }
    properties += ",title=\(escaped(diagnostic.id, property: true))"
    let hint = shown.hint.map { " (\($0.text(in: language)))" } ?? ""
    return "::\(command) \(properties)::\(escaped(shown.message.text(in: language) + hint, property: false))\n"
}

/// The column of a place counted in code points, from 1; nil where its line is not to be had, since bytes would be another column.
private func codePointColumn(of place: Place, in line: String?) -> Int? {
    if place.column <= 1 { return 1 }
    guard let line, place.column - 1 <= line.utf8.count else { return nil }
    // A byte that continues a code point counts for the one that it belongs to.
    return 1 + line.utf8.prefix(place.column - 1).count { $0 & 0xC0 != 0x80 }
}

/// A path as the reference that RFC 3986 allows: what is neither unreserved nor a stroke is percent-encoded, a colon too, which would
/// make a scheme of what stands before it.
private func uriReference(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
        let scalar = Unicode.Scalar(byte)
        let isLetterOrDigit =
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        if isLetterOrDigit || "-._~/".unicodeScalars.contains(scalar) {
            uri.unicodeScalars.append(scalar)
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            uri += byte < 16 ? "%0" + digits : "%" + digits
        }
    }
    return uri
}

private struct JSONFinding: Encodable {
    var id, severity, file, message: String
    var hint: String?
    var line, column, length: Int
    /// How many mistakes it stands for; left out where that is one.
    var count: Int?

    init(_ diagnostic: Diagnostic, language: Language) {
        id = diagnostic.id
        severity = ["error", "warning", "hint"][diagnostic.severity.rawValue]
        file = diagnostic.place.file
        line = diagnostic.place.line
        column = diagnostic.place.column
        length = diagnostic.place.length
        message = diagnostic.message.text(in: language)
        hint = diagnostic.hint?.text(in: language)
        count = diagnostic.count > 1 ? diagnostic.count : nil
    }
}

private struct SARIFLog: Encodable {
    struct Text: Encodable { var text: String }
    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int?
    }
    struct Artifact: Encodable { var uri: String }
    struct Physical: Encodable {
        var artifactLocation: Artifact
        var region: Region?
    }
    struct Location: Encodable { var physicalLocation: Physical }
    struct Result: Encodable {
        var ruleId, level: String
        var message: Text
        var locations: [Location]
        var occurrenceCount: Int?
    }
    struct Driver: Encodable { var name = "verslag" }
    struct Tool: Encodable { var driver = Driver() }
    struct Run: Encodable {
        var tool = Tool()
        /// Columns count code points; the standard knows no bytes.
        var columnKind = "unicodeCodePoints"
        var results: [Result]
    }
    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    init(_ diagnostics: [Diagnostic], language: Language, sourceLine: (Place) -> String?) {
        runs = [
            Run(
                results: diagnostics.map { diagnostic in
                    let place = diagnostic.place
                    let column = place.line > 0 ? codePointColumn(of: place, in: sourceLine(place)) : nil
                    let region = place.line > 0 ? Region(startLine: place.line, startColumn: column) : nil
                    let shown = diagnostic.visible(keepsLines: true)
                    let hint = shown.hint.map { " (\($0.text(in: language)))" } ?? ""
                    return Result(
                        ruleId: diagnostic.id,
                        level: ["error", "warning", "note"][diagnostic.severity.rawValue],
                        message: Text(text: shown.message.text(in: language) + hint),
                        locations: [
                            Location(
                                physicalLocation: Physical(
                                    artifactLocation: Artifact(uri: uriReference(place.file)),
                                    region: region
                                )
                            )
                        ],
                        occurrenceCount: diagnostic.count > 1 ? diagnostic.count : nil
                    )
                }
            )
        ]
    }
}
