// The templates of a theme: each is parsed once; one that cannot be read, or that would never end, is a finding and is left out.
import Diagnostics
internal import Mustache

extension Theme {
    /// Honest templates have a few thousand bytes; the parser's time grows with the square of this.
    private static let mostBytes = 65_536
    /// With all that a template calls, each as often as it is called.
    private static let mostUnfoldedBytes = 524_288
    /// The parser and the writer call themselves for each block, so that depth costs stack.
    private static let deepest = 50

    /// - Parameter files: paths below `templates/` with their bytes, sorted by path.
    static func templates(in files: [(key: String, value: [UInt8])], findings: inout Findings) -> MustacheLibrary {
        var parsed: [String: MustacheTemplate] = [:]
        var tags: [String: (tags: TemplateTags, bytes: Int)] = [:]
        for (path, bytes) in files where path.hasSuffix(".mustache") {
            guard let source = SourceText(file: "templates/" + path, bytes: bytes, findings: &findings) else {
                continue
            }
            let name = String(path.dropLast(".mustache".count))
            let found = TemplateTags(source)
            guard isReadable(source, found, findings: &findings) else { continue }
            tags[name] = (found, source.bytes.count)
            parsed[name] = parse(source, findings: &findings)
        }
        let endless = reportEndless(tags, findings: &findings)
        return MustacheLibrary(templates: parsed.filter { !endless.contains($0.key) })
    }

    private static func parse(_ source: SourceText, findings: inout Findings) -> MustacheTemplate? {
        let text = String(decoding: source.bytes, as: UTF8.self)
        do {
            return try MustacheTemplate(string: text)
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
        return nil
    }

    /// Whether a template may be handed to the parser.
    private static func isReadable(_ source: SourceText, _ tags: TemplateTags, findings: inout Findings) -> Bool {
        if let place = tags.unknowable {
            // These would hide from the search for cycles.
            findings.error(
                "theme.template",
                at: place,
                en: "a template may not change its delimiters, nor call a template by a variable name",
                nl:
                    "een sjabloon mag de scheidingstekens niet wijzigen, en geen sjabloon aanroepen met een wisselende naam"
            )
            return false
        }
        if source.bytes.count > mostBytes {
            findings.error(
                "theme.too-large",
                at: Place(file: source.file),
                en: "a template of more than \(mostBytes / 1_024) KB",
                nl: "een sjabloon van meer dan \(mostBytes / 1_024) KB"
            )
            return false
        }
        if let place = tags.deepest, tags.depth > deepest {
            reportDepth(at: place, findings: &findings)
            return false
        }
        return true
    }

    private static func reportDepth(at place: Place, findings: inout Findings) {
        findings.error(
            "theme.too-large",
            at: place,
            en: "more than \(deepest) blocks and calls inside each other",
            nl: "meer dan \(deepest) blokken en aanroepen in elkaar"
        )
    }

    /// Templates that would never end, or only after very long: those that call each other, unfold into too much, nest too deeply, or go
    /// through the menu for every item of the menu.
    ///
    /// - Returns: these templates, which are left out.
    private static func reportEndless(
        _ templates: [String: (tags: TemplateTags, bytes: Int)],
        findings: inout Findings
    ) -> Set<String> {
        var endless: Set<String> = []
        let walked = CallOrder(templates.mapValues { $0.tags.calls.map(\.call) })
        for (chain, place) in walked.cycles {
            endless.formUnion(chain)
            let shown = CallOrder.written(chain)
            findings.error(
                "theme.cycle",
                at: place,
                en: "templates call each other: \(shown)",
                nl: "sjablonen roepen elkaar aan: \(shown)"
            )
        }
        var sums: [String: (bytes: Int, depth: Int, lists: Int)] = [:]
        for name in walked.order where !endless.contains(name) {
            guard let template = templates[name] else { continue }
            var sum = (bytes: template.bytes, depth: template.tags.depth, lists: template.tags.lists)
            var tooMuch: Place?
            var tooDeep: Place?
            var listInList = sum.lists > 1 ? template.tags.deepestList : nil
            for (call, depth, lists) in template.tags.calls {
                guard let called = sums[call.name] else { continue }
                sum.bytes += called.bytes
                sum.depth = max(sum.depth, depth + 1 + called.depth)
                sum.lists = max(sum.lists, lists + called.lists)
                if sum.bytes > mostUnfoldedBytes, tooMuch == nil { tooMuch = call.place }
                if sum.depth > deepest, tooDeep == nil { tooDeep = call.place }
                if sum.lists > 1, listInList == nil { listInList = call.place }
            }
            if let tooMuch {
                findings.error(
                    "theme.too-large",
                    at: tooMuch,
                    en: "with what it calls, this template has more than \(mostUnfoldedBytes / 1_024) KB",
                    nl: "met wat het aanroept heeft dit sjabloon meer dan \(mostUnfoldedBytes / 1_024) KB"
                )
            }
            if let tooDeep { reportDepth(at: tooDeep, findings: &findings) }
            if let listInList {
                findings.error(
                    "theme.too-large",
                    at: listInList,
                    en: "the items of the menu are gone through for every item of the menu",
                    nl: "de items van het menu worden doorlopen voor elk item van het menu"
                )
            }
            // What is left out counts for nothing, so that only the first is reported.
            if tooMuch == nil, tooDeep == nil, listInList == nil { sums[name] = sum } else { endless.insert(name) }
        }
        return endless
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
