// Links of a page: where they lead in the finished site, and the text of cross-references.
import Diagnostics
import Documents
import Markup

extension PageRenderer {
    /// The destination of a link or image as it must stand in the page; nil leaves it as the author wrote it.
    func destination(_ document: Document, _ node: Document.NodeIndex) -> String? {
        let written = document.text(node)
        let place = document.place(node)
        let isImage = document.kind(node) == .image
        if written.isEmpty {
            if document.isUnsafe(node) { return nil }  // that was a finding
            state.findings.error("link.empty", at: place, en: "this leads to nothing", nl: "dit leidt nergens heen")
            return nil
        }
        switch programme.links.target(of: written, from: index, in: document.file, at: place) {
        case .external:
            // What other hosts show or note of a reader is out of the programme's hands: a page asks nothing of them.
            if isImage, !written.lowercased().hasPrefix("data:") {
                state.findings.error(
                    "image.elsewhere",
                    at: place,
                    en: "an image on another website is not shown",
                    nl: "een afbeelding op een andere website wordt niet getoond",
                    hint: Wording(
                        en: "put the file in content/ and name it here",
                        nl: "zet het bestand in content/ en noem het hier"
                    )
                )
            }
            return nil
        case .page where isImage:
            state.findings.error(
                "image.page",
                at: place,
                en: "this is a page, not an image",
                nl: "dit is een pagina, geen afbeelding"
            )
            return nil
        case .page(let target, let fragment):
            if let fragment { state.record.anchors.append((target, fragment, place)) }
            if target == index, let fragment { return "#" + fragment }
            return address.link(to: programme.map.addresses[target], fragment: fragment)
        case .attachment(let file, let fragment):
            noteAttachment(file, at: place)
            return address.link(to: String(file.dropFirst("content/".count))) + (fragment.map { "#" + $0 } ?? "")
        case .broken(let link):
            programme.links.report(link, findings: &state.findings)
            return nil
        }
    }

    private func noteAttachment(_ file: String, at place: Place) {
        if state.record.attachments[file] == nil { state.record.attachments[file] = place }
    }

    /// What a link without text of its own stands for.
    struct Reference {
        /// *Figuur 3*, a heading, the title of a page, the name of a file.
        var text: String
        var target: Target

        enum Target {
            case page(Int, fragment: String?)
            case attachment(String)
        }
    }

    func writeCrossReference(_ document: Document, _ node: Document.NodeIndex, into output: inout ByteWriter) {
        guard let reference = crossReference(document, node) else { return }
        let href: String
        switch reference.target {
        case .page(index, let fragment?): href = "#" + fragment
        case .page(let page, let fragment): href = address.link(to: programme.map.addresses[page], fragment: fragment)
        case .attachment(let file):
            noteAttachment(file, at: document.place(node))
            href = address.link(to: String(file.dropFirst("content/".count)))
        }
        output.element("a", ("class", "reference"), ("href", href), text: reference.text)
    }

    /// nil, with a finding, for a link that leads nowhere.
    func crossReference(_ document: Document, _ node: Document.NodeIndex) -> Reference? {
        let written = document.text(node)
        let place = document.place(node)
        let (path, fragment) = Links.split(written)
        if path.isEmpty, let fragment, let float = programme.numbering.floats[fragment] {
            return Reference(text: name(of: float), target: .page(float.page, fragment: fragment))
        }
        switch programme.links.target(of: written, from: index, in: document.file, at: place) {
        case .external:
            state.findings.error(
                "link.no-text",
                at: place,
                en: "a link to another website needs a text",
                nl: "een koppeling naar een andere website heeft een tekst nodig",
                hint: Wording(en: "write [text](\(written))", nl: "schrijf [tekst](\(written))")
            )
        case .page(let target, let fragment):
            let text = fragment.map { name(of: $0, on: target, at: place) } ?? programme.pages[target].header.title
            return Reference(text: text, target: .page(target, fragment: fragment))
        case .attachment(let file, _):
            return Reference(text: file.split(separator: "/").last.map(String.init) ?? file, target: .attachment(file))
        case .broken(let link): programme.links.report(link, findings: &state.findings)
        }
        return nil
    }

    /// *Figuur 3*; with the page's title where the number alone would mislead.
    private func name(of float: NumberedFloat) -> String {
        let number = floatNumber(float)
        let isHere = float.page == index || (float.isInReport && programme.reportPages.contains(index))
        return isHere ? number : "\(number) (\(programme.pages[float.page].header.title))"
    }

    func floatNumber(_ float: NumberedFloat) -> String { "\(strings[float.series.rawValue])\u{A0}\(float.number)" }

    private func name(of anchor: String, on target: Int, at place: Place) -> String {
        if let float = programme.numbering.floats[anchor], float.page == target { return name(of: float) }
        let headings = state.headings(of: target, in: programme.bodies) { document, node in
            document.plainText(node) { plainNumber(document, $0) }
        }
        if let text = headings.texts[anchor] { return text }
        state.findings.error(
            "link.no-anchor",
            at: place,
            en: "\(programme.pages[target].file) has no heading, figure or table \"#\(anchor)\"",
            nl: "\(programme.pages[target].file) heeft geen kop, figuur of tabel \"#\(anchor)\"",
            hint: suggestion(for: anchor, among: headings.ids + programme.numbering.floats.keys.sorted())
        )
        return anchor
    }
}
