// An SVG file is a program as much as a picture: what could run, move or fetch something is refused, by a list of what may be there.
import Diagnostics
import Foundation

/// The first twenty things in a drawing that readers would not get.
func checkDrawing(_ file: String, _ bytes: [UInt8]) -> Findings {
    var findings = Findings()
    func place(_ offset: Int) -> Place {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        return Place(file: file, line: line, column: offset - (before.lastIndex(of: 0x0A) ?? -1))
    }
    func refuse(_ reason: Wording, at offset: Int) {
        guard findings.count(of: .error) < 20 else { return }
        findings.error(
            "attachment.svg",
            at: place(offset),
            en: reason.en,
            nl: reason.nl,
            hint: Wording(
                en:
                    "export the drawing as plain SVG (in Inkscape: Plain SVG, in draw.io: without formatted text), or as PNG",
                nl:
                    "exporteer de tekening als gewone SVG (in Inkscape: Plain SVG, in draw.io: zonder opgemaakte tekst), of als PNG"
            )
        )
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
        refuse(wording(.encoding), at: 0)
        return findings
    }
    var rules = DrawingRules()
    var reader = DrawingReader(bytes)
    do {
        try reader.read { part in
            for (reason, offset) in rules.problems(part) { refuse(reason, at: offset) }
        }
    } catch {
        refuse(wording(error.reason), at: error.offset)
    }
    return findings
}

private func wording(_ reason: DrawingProblem.Reason) -> Wording {
    switch reason {
    case .notXML: Wording(en: "this drawing is not XML from here on", nl: "deze tekening is vanaf hier geen XML")
    case .doctype:
        Wording(en: "a drawing declares no entities of its own", nl: "een tekening verklaart geen eigen entiteiten")
    case .instruction:
        Wording(
            en: "a drawing has no instruction for other programs",
            nl: "een tekening heeft geen opdracht voor andere programma's"
        )
    case .encoding: Wording(en: "a drawing is written in UTF-8", nl: "een tekening staat in UTF-8")
    case .tooDeep:
        Wording(
            en: "more than \(DrawingReader.deepest) elements inside each other",
            nl: "meer dan \(DrawingReader.deepest) elementen in elkaar"
        )
    }
}

/// What may stand in a drawing. Namespaces hold for the whole file: a prefix means one thing.
struct DrawingRules {
    private var namespaces: [String: String] = [:]
    private var isRoot = true

    private static let svg = "http://www.w3.org/2000/svg"
    /// Browsers make more of these than a picture.
    private static let active = ["1999/xhtml", "1999/XSL", "1998/Math", "2001/xml-events", "mozilla.org", "xbl"]

    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "a", "switch", "view", "title", "desc", "metadata", "style",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "text", "tspan", "textPath",
        "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter", "solidcolor",
        "font", "font-face", "glyph", "missing-glyph", "hkern", "flowRoot", "flowRegion", "flowPara",
    ]

    mutating func problems(_ part: DrawingPart) -> [(Wording, Int)] {
        switch part {
        case .style(let text, let offset): return stylesheetProblem(text).map { [($0, offset)] } ?? []
        case .element(let name, let attributes, let offset):
            var problems: [(Wording, Int)] = []
            for attribute in attributes where attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") {
                if let problem = declare(attribute.name, attribute.value) {
                    problems.append((problem, attribute.offset))
                }
            }
            if let problem = elementProblem(name) { problems.append((problem, offset)) }
            for attribute in attributes where attribute.name != "xmlns" && !attribute.name.hasPrefix("xmlns:") {
                if let problem = attributeProblem(attribute.name, attribute.value, on: localName(name)) {
                    problems.append((problem, attribute.offset))
                }
            }
            return problems
        }
    }

    private mutating func declare(_ name: String, _ value: String) -> Wording? {
        let prefix = name == "xmlns" ? "" : localName(name)
        let isKnown = namespaces[prefix] == nil || namespaces[prefix] == value
        namespaces[prefix] = value
        guard isKnown, !DrawingRules.active.contains(where: { value.lowercased().contains($0.lowercased()) }) else {
            return Wording(en: "elements of \(value) in a drawing", nl: "elementen van \(value) in een tekening")
        }
        return nil
    }

    private mutating func elementProblem(_ name: String) -> Wording? {
        defer { isRoot = false }
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        let local = localName(name)
        if isRoot, local != "svg" { return Wording(en: "this is no drawing", nl: "dit is geen tekening") }
        // What other programs note for themselves is shown by nobody.
        if parts.count == 2, let namespace = namespaces[prefix], namespace != DrawingRules.svg { return nil }
        let isDrawn =
            parts.count <= 2 && (parts.count == 1 || namespaces[prefix] != nil)
            && ["", DrawingRules.svg].contains(namespaces[prefix] ?? "")
        let isFilter = local.hasPrefix("fe") && local.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        guard isDrawn, DrawingRules.elements.contains(local) || isFilter else {
            return Wording(en: "the element \(name) in a drawing", nl: "het element \(name) in een tekening")
        }
        return nil
    }

    private func attributeProblem(_ name: String, _ value: String, on element: String) -> Wording? {
        let local = localName(name).lowercased()
        if local.hasPrefix("on") {
            return Wording(en: "a drawing runs nothing: \(name)", nl: "een tekening voert niets uit: \(name)")
        }
        if ["src", "base", "action", "formaction", "srcdoc", "ping", "handler"].contains(local) {
            return Wording(en: "the attribute \(name) in a drawing", nl: "het attribuut \(name) in een tekening")
        }
        let trimmed = String(value.unicodeScalars.drop { $0.value <= 0x20 })
        if local == "href" {
            let isImage = element == "image" || element == "feImage"
            guard trimmed.isEmpty || trimmed.hasPrefix("#") || isImage && isRasterData(trimmed) else {
                return Wording(
                    en: "a drawing leads to nothing outside",
                    nl: "een tekening verwijst nergens naar buiten"
                )
            }
            return nil
        }
        // Attributes of other programs are shown by nobody.
        if name.contains(":") { return nil }
        return styleProblem(value)
    }

    /// Style sheets import and name nothing.
    private func stylesheetProblem(_ text: String) -> Wording? {
        let lower = text.lowercased()
        let rules = lower.split(separator: "@", omittingEmptySubsequences: false).dropFirst()
        let isKnown = rules.allSatisfy { rule in ["font-face", "media", "keyframes"].contains { rule.hasPrefix($0) } }
        if !isKnown || lower.contains("\\") {
            return Wording(en: "a style sheet that fetches others", nl: "een opmaakblad dat andere ophaalt")
        }
        return styleProblem(text)
    }

    /// `url(#pijl)` is in the drawing; other addresses are outside, in whatever way they are written.
    private func styleProblem(_ value: String) -> Wording? {
        guard value.utf8.contains(UInt8(ascii: "(")) || value.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let lower = value.lowercased()
        let outside = Wording(en: "a drawing fetches nothing from outside", nl: "een tekening haalt niets van buiten")
        if lower.contains("(") {
            if lower.contains("\\") { return outside }
            let calls = ["image-set(", "image(", "src(", "cross-fade(", "expression(", "element(", "paint("]
            if calls.contains(where: lower.contains) { return outside }
            for call in lower.components(separatedBy: "url(").dropFirst() {
                let address = String(call.unicodeScalars.drop { $0.value <= 0x20 || $0 == "\"" || $0 == "'" })
                guard address.hasPrefix("#") || isRasterData(address) || isFontData(address) else { return outside }
            }
        }
        if lower.contains("-moz-binding") || lower.contains("behavior:") { return outside }
        return nil
    }

    private func isRasterData(_ address: String) -> Bool {
        ["png", "jpeg", "jpg", "gif", "webp"].contains { address.lowercased().hasPrefix("data:image/\($0);base64,") }
    }

    private func isFontData(_ address: String) -> Bool {
        ["font/", "application/font-", "application/x-font-"].contains { address.hasPrefix("data:" + $0) }
    }
}
