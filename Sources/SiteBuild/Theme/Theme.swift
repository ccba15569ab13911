import Declarations
// The look of a site: the theme that is built into the command, overlaid with the programme's own templates/.
import Diagnostics
import Foundation
import Markup
internal import Mustache

/// Templates, assets and interface words of one site. Immutable and shared by all workers.
struct Theme: Sendable {
    let library: MustacheLibrary
    /// Path below `assets/` → bytes.
    let assets: [(path: String, bytes: [UInt8])]
    let strings: Strings
    /// `report.typ` and the files that it imports, by their paths below `templates/`.
    let reportTemplate: [(path: String, bytes: [UInt8])]
    /// The fonts of the printed report; browsers get theirs from `assets`.
    let reportFonts: [(path: String, bytes: [UInt8])]

    /// Reads the theme; a template that cannot be parsed is a finding at its place in `templates/`.
    init(disk: Disk, language: SiteLanguage, findings: inout Findings) {
        var files: [String: [UInt8]] = [:]
        for entry in embeddedTheme { files[entry.path] = Data(base64Encoded: entry.base64).map { [UInt8]($0) } ?? [] }
        let words = "strings/\(language.rawValue).yaml"
        let standardWords = files[words] ?? []
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
        let printFonts = "assets/fonts/print/"
        reportTemplate = sorted.filter { $0.key == "report.typ" || $0.key.hasPrefix("report/") }.map {
            ($0.key, $0.value)
        }
        reportFonts = sorted.filter { $0.key.hasPrefix(printFonts) }.map { ($0.key, $0.value) }
        assets = sorted.filter {
            $0.key.hasPrefix("assets/") && !$0.key.hasPrefix(printFonts) && !$0.key.hasSuffix(".md")
        }
        .map { (String($0.key.dropFirst("assets/".count)), $0.value) }
        strings = Strings(files[words] ?? [], over: standardWords, file: "templates/" + words, findings: &findings)
        library = Theme.templates(in: sorted, findings: &findings)
    }
}

/// The words of the interface in the site's language, from `templates/strings/<language>.yaml`.
struct Strings: Sendable {
    private let texts: [String: String]
    /// The same under the names that templates use: `t_` and the key.
    let context: [String: String]

    /// - Parameter standard: the theme's own words, for those that the programme's file does not name.
    init(_ bytes: [UInt8], over standard: [UInt8] = [], file: String, findings: inout Findings) {
        var texts: [String: String] = [:]
        for bytes in [standard, bytes] {
            guard let source = SourceText(file: file, bytes: bytes, findings: &findings),
                case .mapping(let mapping)? = parseYAML(
                    String(decoding: source.bytes, as: UTF8.self),
                    at: Place(file: file, line: 1),
                    findings: &findings
                )
            else { continue }
            for entry in mapping.entries {
                if case .scalar(let scalar) = entry.value { texts[entry.key.text] = scalar.text }
            }
        }
        self.texts = texts
        context = Dictionary(uniqueKeysWithValues: texts.map { ("t_" + $0.key, $0.value) })
    }

    /// All words, by key.
    var all: [(key: String, text: String)] { texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// The text for a key; the key itself where a theme lacks it, so that the gap is seen.
    subscript(key: String) -> String { texts[key] ?? key }

    /// The text with `{name}` replaced. Where the number `n` or `pages` is 1, the text for one is taken, if there is one: `cells_one` for `cells`.
    func callAsFunction(_ key: String, _ replacements: (String, String)...) -> String {
        // In one pass: what is put in may say "{new}" itself.
        let isOne = replacements.contains { ["n", "pages"].contains($0.0) && $0.1 == "1" }
        var rest = (isOne ? texts[key + "_one"] : nil)?[...] ?? self[key][...]
        var text = ""
        while let brace = rest.firstIndex(of: "{") {
            text += rest[..<brace]
            rest = rest[brace...]
            if let (name, value) = replacements.first(where: { rest.hasPrefix("{\($0.0)}") }) {
                text += value
                rest = rest.dropFirst(name.count + 2)
                // Authors' sentences bring a full stop of their own.
                if rest.hasPrefix("."), endsSentence(value) { rest.removeFirst() }
            } else {
                text.append(rest.removeFirst())
            }
        }
        return text + rest
    }
}
