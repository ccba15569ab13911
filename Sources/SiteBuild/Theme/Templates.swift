// The templates of a theme: each is parsed once; one that cannot be read, or that would never end, is a finding and is left out.
import Diagnostics
internal import Mustache

extension Theme {
    /// A place at which one template calls another.
    private struct Call {
        var name: String
        var place: Place
    }

    /// - Parameter files: paths below `templates/` with their bytes, sorted by path.
    static func templates(in files: [(key: String, value: [UInt8])], findings: inout Findings) -> MustacheLibrary {
        var parsed: [String: MustacheTemplate] = [:]
        var calls: [String: [Call]] = [:]
        for (path, bytes) in files where path.hasSuffix(".mustache") {
            guard let source = SourceText(file: "templates/" + path, bytes: bytes, findings: &findings) else {
                continue
            }
            let name = String(path.dropLast(".mustache".count))
            let text = String(decoding: source.bytes, as: UTF8.self)
            guard hasKnownCallsOnly(text, in: source.file, findings: &findings) else { continue }
            do {
                parsed[name] = try MustacheTemplate(string: text)
            } catch let error as MustacheTemplate.ParserError {
                let reason = wording(error.error)
                // The parser names the line after the last one where something is not closed.
                let last = max(
                    1,
                    text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
                )
                let line = min(error.context.lineNumber, last)
                findings.error(
                    "theme.template",
                    at: Place(
                        file: source.file,
                        line: line,
                        column: line < error.context.lineNumber ? 1 : error.context.columnNumber
                    ),
                    en: "template cannot be read: \(reason.en)",
                    nl: "sjabloon is niet te lezen: \(reason.nl)"
                )
            } catch {
                findings.error(
                    "theme.template",
                    at: Place(file: source.file),
                    en: "template cannot be read: \(error)",
                    nl: "sjabloon is niet te lezen: \(error)"
                )
            }
            calls[name] = text.matches(of: /\{\{[><]\s*([^}]*?)\s*\}\}/).map {
                Call(name: String($0.output.1), place: place(of: $0.range.lowerBound, in: text, file: source.file))
            }
        }
        let endless = reportCycles(calls, findings: &findings)
        return MustacheLibrary(templates: parsed.filter { !endless.contains($0.key) })
    }

    /// Delimiters and names that are made while a page is written would hide from the search for cycles.
    private static func hasKnownCallsOnly(_ text: String, in file: String, findings: inout Findings) -> Bool {
        guard let found = text.firstMatch(of: /\{\{=|\{\{[><]\s*\*/) else { return true }
        findings.error(
            "theme.template",
            at: place(of: found.range.lowerBound, in: text, file: file),
            en: "a template may not change its delimiters, nor call a template by a variable name",
            nl: "een sjabloon mag de scheidingstekens niet wijzigen, en geen sjabloon aanroepen met een wisselende naam"
        )
        return false
    }

    /// Each cycle is reported once, at the call that closes it.
    ///
    /// - Returns: the templates that take part in one.
    private static func reportCycles(_ calls: [String: [Call]], findings: inout Findings) -> Set<String> {
        var endless: Set<String> = []
        var done: Set<String> = []
        func visit(_ name: String, trail: [String]) {
            guard !done.contains(name) else { return }
            let trail = trail + [name]
            for call in calls[name] ?? [] {
                guard let start = trail.firstIndex(of: call.name) else {
                    visit(call.name, trail: trail)
                    continue
                }
                endless.formUnion(trail[start...])
                let chain = (trail[start...] + [call.name]).joined(separator: " → ")
                findings.error(
                    "theme.cycle",
                    at: call.place,
                    en: "templates call each other: \(chain)",
                    nl: "sjablonen roepen elkaar aan: \(chain)"
                )
            }
            done.insert(name)
        }
        for name in calls.keys.sorted() { visit(name, trail: []) }
        return endless
    }

    private static func place(of index: String.Index, in text: String, file: String) -> Place {
        let before = text.utf8[..<index]
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = before.lastIndex(of: 0x0A).map { text.utf8.index(after: $0) } ?? text.startIndex
        return Place(file: file, line: line, column: text.utf8.distance(from: start, to: index) + 1, length: 2)
    }

    private static func wording(_ error: any Error) -> Wording {
        switch error as? MustacheTemplate.Error {
        case nil: Wording(en: "a tag is not closed with }}", nl: "een code is niet met }} gesloten")
        case .sectionCloseNameIncorrect:
            Wording(en: "a section is closed under another name", nl: "een blok wordt onder een andere naam gesloten")
        case .unfinishedName: Wording(en: "a tag is not closed with }}", nl: "een code is niet met }} gesloten")
        case .expectedSectionEnd: Wording(en: "a section is not closed", nl: "een blok is niet gesloten")
        default: Wording(en: "\(error)", nl: "\(error)")
        }
    }
}
