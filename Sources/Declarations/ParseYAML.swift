// From YAML text to `Value`: the only place that knows Yams.
import Diagnostics
internal import Yams

/// Reads one YAML document. Returns nil, with a finding, where it is not YAML; an empty document is an empty mapping.
///
/// - Parameters:
///   - yaml: the text; for front matter and fenced blocks the part inside the fences.
///   - place: where that text begins in its file (line of its first line, column of its first byte).
public func parseYAML(_ yaml: String, at place: Place, findings: inout Findings) -> Value? {
    do {
        // Types are ours to judge: without rules for them, and with the encoding given, Yams reads twice as fast.
        guard let node = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot() else {
            return .mapping(Mapping(entries: [], place: place))
        }
        var converter = Converter(yaml: yaml, place: place)
        let value = converter.value(node, depth: 0)
        findings.add(contentsOf: converter.findings)
        return converter.findings.hasErrors ? nil : value
    } catch let error as YamlError {
        findings.add(finding(for: error, yaml: yaml, place: place))
    } catch {
        findings.error("yaml.syntax", at: place, en: "not YAML: \(error)", nl: "geen YAML: \(error)")
    }
    return nil
}

private func finding(for error: YamlError, yaml: String, place: Place) -> Diagnostic {
    var problem = "\(error)"
    var spot = place
    switch error {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
        .composer(let context, let text, let mark, _):
        problem = [context.map { $0.text }, text].compactMap { $0 }.joined(separator: ": ")
        var marks = Marks(yaml: yaml, place: place)
        spot = marks.place(of: mark, length: 1)
    case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.sorted().joined(separator: ", ")
        var marks = Marks(yaml: yaml, place: place)
        return Diagnostic(
            .error,
            "yaml.duplicate-key",
            at: marks.place(of: context.mark, length: 1),
            message: Wording(en: "key given twice: \(names)", nl: "sleutel staat er twee keer: \(names)")
        )
    case .reader(let text, _, _, _): problem = text
    default: break
    }
    return Diagnostic(
        .error,
        "yaml.syntax",
        at: spot,
        message: Wording(en: "not YAML: \(problem)", nl: "geen YAML: \(problem)"),
        hint: Wording(
            en: "check indentation and quotes; a text with a colon or # needs quotes",
            nl:
                "kijk naar inspringing en aanhalingstekens; een tekst met een dubbele punt of # heeft aanhalingstekens nodig"
        )
    )
}

/// Turns libyaml's marks (line and character, from 1) into places in the author's file (line and byte).
private struct Marks {
    let place: Place
    private let lines: [Substring.UTF8View]?
    /// How far the line of the last mark was walked: marks come in order, and a line of many values is walked once.
    private var walked = (line: 0, characters: 0, bytes: 0)

    init(yaml: String, place: Place) {
        self.place = place
        // Characters and bytes differ only where the text is not ASCII.
        lines =
            yaml.utf8.allSatisfy { $0 < 0x80 }
            ? nil : yaml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    mutating func place(of mark: Mark?, length: Int) -> Place {
        guard let mark else { return place }
        let column = bytes(before: mark) + 1
        let firstLine = mark.line == 1
        return Place(
            file: place.file,
            line: max(place.line, 1) + mark.line - 1,
            column: firstLine ? place.column + column - 1 : column,
            length: max(1, length)
        )
    }
}

extension Marks {
    private mutating func bytes(before mark: Mark) -> Int {
        let wanted = max(0, mark.column - 1)
        guard let lines, mark.line >= 1, mark.line <= lines.count else { return wanted }
        if walked.line != mark.line || walked.characters > wanted { walked = (mark.line, 0, 0) }
        let line = lines[mark.line - 1]
        var index = line.index(line.startIndex, offsetBy: walked.bytes)
        while walked.characters < wanted, index < line.endIndex {
            repeat {
                index = line.index(after: index)
                walked.bytes += 1
            } while index < line.endIndex && line[index] & 0xC0 == 0x80
            walked.characters += 1
        }
        return walked.bytes
    }
}

private struct Converter {
    var findings = Findings()
    private var marks: Marks
    private var count = 0

    /// Aliases can make a small file unfold into an endless one; no honest file comes near these limits.
    private static let mostNodes = 500_000
    private static let deepest = 64

    init(yaml: String, place: Place) { marks = Marks(yaml: yaml, place: place) }

    mutating func value(_ node: Node, depth: Int) -> Value {
        count += 1
        let place = marks.place(of: node.mark, length: node.scalar.map { $0.string.utf8.count } ?? 1)
        guard count <= Self.mostNodes, depth <= Self.deepest else {
            if !findings.hasErrors {
                findings.error(
                    "yaml.too-large",
                    at: place,
                    en: "too many or too deeply nested values",
                    nl: "te veel of te diep geneste waarden"
                )
            }
            return .scalar(Scalar(text: "", place: place))
        }
        switch node {
        case .scalar(let scalar):
            // "\u0001" in quotes: a character that no page can hold.
            if scalar.string.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F })
            {
                findings.error(
                    "yaml.control-character",
                    at: place,
                    en: "a control character in a text",
                    nl: "een stuurteken in een tekst"
                )
            }
            if scalar.style == .doubleQuoted { refuseOverride(scalar.string, at: place) }
            return .scalar(
                Scalar(text: scalar.string, place: place, isQuoted: scalar.style != .plain && scalar.style != .any)
            )
        case .sequence(let sequence):
            return .list(sequence.map { value($0, depth: depth + 1) }, place)
        case .mapping(let mapping):
            let entries = mapping.map { key, content -> Mapping.Entry in
                let keyPlace = marks.place(of: key.mark, length: key.scalar.map { $0.string.utf8.count } ?? 1)
                if key.scalar == nil {
                    findings.error(
                        "yaml.key",
                        at: keyPlace,
                        en: "a key must be a word",
                        nl: "een sleutel moet een woord zijn"
                    )
                }
                let scalar = Scalar(text: key.scalar?.string ?? "", place: keyPlace)
                refuseOverride(scalar.text, at: keyPlace)
                return Mapping.Entry(key: scalar, value: value(content, depth: depth + 1))
            }
            return .mapping(Mapping(entries: entries, place: place))
        case .alias:
            return .scalar(Scalar(text: "", place: place))
        }
    }

    /// `"\u202E"` in quotes: the file itself has no such character.
    private mutating func refuseOverride(_ text: String, at place: Place) {
        guard text.utf8.contains(0xE2), firstOverrideOfDirection(in: Array(text.utf8)) != nil else { return }
        findings.error(
            "yaml.direction",
            at: place,
            en: "a character in a text that changes the order in which it is read",
            nl: "een teken in een tekst dat de leesvolgorde verandert",
            hint: SourceText.withoutOverride
        )
    }
}
