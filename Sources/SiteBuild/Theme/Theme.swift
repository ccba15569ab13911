// The look of a site: the theme that is built into the command, overlaid with the programme's own templates/.
import Diagnostics
import Declarations
import Foundation
import Markup
internal import Mustache

/// Templates, assets and interface words of one site. Immutable and shared by all workers.
struct Theme: Sendable {
    let library: MustacheLibrary
    /// Path below `assets/` → bytes.
    let assets: [(path: String, bytes: [UInt8])]
    let strings: Strings

    /// Reads the theme; a template that cannot be parsed is a finding at its place in `templates/`.
    init(disk: Disk, language: SiteLanguage, findings: inout Findings) {
        var files: [String: [UInt8]] = [:]
        for entry in embeddedTheme { files[entry.path] = Data(base64Encoded: entry.base64).map { [UInt8]($0) } ?? [] }
        let own = disk.list("templates")
        findings.add(contentsOf: unusableEntries(own))
        for path in own.files {
            let name = String(path.dropFirst("templates/".count))
            switch disk.read(path) {
            case .success(let bytes): files[name] = bytes
            case .failure(let reason): findings.add(unusable(path, reason))
            }
        }
        let sorted = files.sorted { $0.key < $1.key }
        assets = sorted.filter { $0.key.hasPrefix("assets/") && !$0.key.hasPrefix("assets/fonts/print/") && !$0.key.hasSuffix(".md") }
            .map { (String($0.key.dropFirst("assets/".count)), $0.value) }
        strings = Strings(files["strings/\(language.rawValue).yaml"] ?? [], file: "templates/strings/\(language.rawValue).yaml", findings: &findings)
        library = Theme.templates(in: sorted, findings: &findings)
    }

    private static func templates(in files: [(key: String, value: [UInt8])], findings: inout Findings) -> MustacheLibrary {
        var library = MustacheLibrary()
        var partials: [String: [String]] = [:]
        for (path, bytes) in files where path.hasSuffix(".mustache") {
            let name = String(path.dropLast(".mustache".count))
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                try library.register(text, named: name)
            } catch let error as MustacheTemplate.ParserError {
                findings.error(
                    "theme.template", at: Place(file: "templates/" + path, line: error.context.lineNumber, column: max(1, error.context.columnNumber)),
                    en: "template cannot be read: \(error.error)", nl: "sjabloon is niet te lezen: \(error.error)")
            } catch {
                findings.error("theme.template", at: Place(file: "templates/" + path), en: "template cannot be read: \(error)", nl: "sjabloon is niet te lezen: \(error)")
            }
            partials[name] = text.matches(of: /\{\{\s*[><]\s*([^\s}]+)\s*\}\}/).map { String($0.output.1) }
        }
        reportCycles(partials, findings: &findings)
        return library
    }

    /// A partial that includes itself would never end.
    private static func reportCycles(_ partials: [String: [String]], findings: inout Findings) {
        func cycle(from name: String, path: [String]) -> [String]? {
            if let start = path.firstIndex(of: name) { return Array(path[start...]) + [name] }
            for next in partials[name] ?? [] {
                if let found = cycle(from: next, path: path + [name]) { return found }
            }
            return nil
        }
        for name in partials.keys.sorted() {
            guard let found = cycle(from: name, path: []), found.first == name else { continue }
            let chain = found.joined(separator: " → ")
            findings.error(
                "theme.cycle", at: Place(file: "templates/\(name).mustache"), en: "templates include each other: \(chain)",
                nl: "sjablonen roepen elkaar aan: \(chain)")
        }
    }
}

/// The words of the interface in the site's language, from `templates/strings/<language>.yaml`.
struct Strings: Sendable {
    private let texts: [String: String]
    /// The same under the names that templates use: `t_` and the key.
    let context: [String: String]

    init(_ bytes: [UInt8], file: String, findings: inout Findings) {
        var texts: [String: String] = [:]
        if let source = SourceText(file: file, bytes: bytes, findings: &findings),
            case .mapping(let mapping)? = parseYAML(String(decoding: source.bytes, as: UTF8.self), at: Place(file: file, line: 1), findings: &findings)
        {
            for entry in mapping.entries {
                if case .scalar(let scalar) = entry.value { texts[entry.key.text] = scalar.text }
            }
        }
        self.texts = texts
        context = Dictionary(uniqueKeysWithValues: texts.map { ("t_" + $0.key, $0.value) })
    }

    /// The text for a key; the key itself where a theme lacks it, so that the gap is seen.
    subscript(key: String) -> String { texts[key] ?? key }

    /// The text with `{name}` replaced.
    func callAsFunction(_ key: String, _ replacements: (String, String)...) -> String {
        replacements.reduce(self[key]) { $0.replacingOccurrences(of: "{\($1.0)}", with: $1.1) }
    }
}
