// The same findings for machines: JSON lines of one array, GitHub annotations, SARIF 2.1.0.
import Foundation

/// The ways in which `verslag` prints findings.
public enum DiagnosticFormat: String, CaseIterable, Sendable { case text, json, github, sarif }

/// Renders findings in the given format; text ends with a newline where there is any finding.
public func render(
    _ diagnostics: [Diagnostic],
    as format: DiagnosticFormat,
    language: Language,
    sourceLine: @escaping (Place) -> String?
) -> String {
    switch format {
    case .text: DiagnosticText(language: language, sourceLine: sourceLine).render(diagnostics)
    case .github: diagnostics.map { annotation($0, language: language) }.joined()
    case .json: encoded(diagnostics.map { JSONFinding($0, language: language) })
    case .sarif: encoded(SARIFLog(diagnostics, language: language))
    }
}

private func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding these structs of strings and integers cannot fail: no floats, no custom encoders.
    return ((try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "[]") + "\n"
}

/// One GitHub workflow command; percent signs and line ends are escaped as its documentation asks.
private func annotation(_ diagnostic: Diagnostic, language: Language) -> String {
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
    var properties = "file=\(escaped(place.file, property: true))"
    if place.line > 0 { properties += ",line=\(place.line),col=\(place.column)" }
    properties += ",title=\(escaped(diagnostic.id, property: true))"
    let hint = diagnostic.hint.map { " (\($0.text(in: language)))" } ?? ""
    return "::\(command) \(properties)::\(escaped(diagnostic.message.text(in: language) + hint, property: false))\n"
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
    struct Region: Encodable { var startLine, startColumn: Int }
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
        var results: [Result]
    }
    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    init(_ diagnostics: [Diagnostic], language: Language) {
        runs = [
            Run(
                results: diagnostics.map { diagnostic in
                    let place = diagnostic.place
                    let region = place.line > 0 ? Region(startLine: place.line, startColumn: place.column) : nil
                    let hint = diagnostic.hint.map { " (\($0.text(in: language)))" } ?? ""
                    return Result(
                        ruleId: diagnostic.id,
                        level: ["error", "warning", "note"][diagnostic.severity.rawValue],
                        message: Text(text: diagnostic.message.text(in: language) + hint),
                        locations: [
                            Location(
                                physicalLocation: Physical(artifactLocation: Artifact(uri: place.file), region: region)
                            )
                        ],
                        occurrenceCount: diagnostic.count > 1 ? diagnostic.count : nil
                    )
                }
            )
        ]
    }
}
