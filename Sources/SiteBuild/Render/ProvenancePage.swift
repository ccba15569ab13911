// The register of numbers: every published number with its definition, its rows and file, and the pages that show it.
import Indicators
import Markup

/// Writes the list below the page's own introduction. Every entry has the indicator's id as its anchor.
func writeProvenance(_ programme: Programme, at address: Address, into writer: inout ByteWriter) {
    let strings = programme.strings
    writer.raw("<ul class=\"provenance\">\n")
    for number in programme.publishedNumbers {
        writer.open("li", ("class", "provenance-entry"), ("id", number.id))
        writer.element("h2", text: number.label)
        writer.raw("<p class=\"provenance-value\">")
        if let qualifier = number.qualifier {
            writer.escaped(qualifier)
            writer.raw(" ")
        }
        writer.escaped(number.written(as: .unit, in: programme.language).text)
        writer.raw("</p>")
        if number.isIllustrative { writer.element("p", ("class", "label-illustrative"), text: strings["illustrative"]) }
        writer.raw("<dl class=\"facts\">")
        writeFacts(of: number, programme, at: address, into: &writer)
        writer.raw("</dl></li>\n")
    }
    writer.raw("</ul>\n")
}

/// Everything that is known about one number, a row for each fact.
private func writeFacts(of number: PublishedNumber, _ programme: Programme, at address: Address, into writer: inout ByteWriter) {
    let strings = programme.strings
    let language = programme.language
    func fact(_ key: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        row(key) { $0.escaped(value) }
    }
    func row(_ key: String, _ content: (inout ByteWriter) -> Void) {
        writer.raw("<div><dt>")
        writer.escaped(strings[key])
        writer.raw("</dt><dd>")
        content(&writer)
        writer.raw("</dd></div>")
    }
    fact("formula", number.provenance.map { language == .nl ? $0.definition.nl : $0.definition.en } ?? strings["declared"])
    fact("source", number.source)
    fact("period", number.period)
    fact("n", number.writtenN(in: language))
    fact("baseline", number.baseline.map { number.written($0, in: language) })
    fact("target", number.target.map { number.written($0, in: language) })
    fact("note_on_number", number.note)
    if let provenance = number.provenance {
        let used = language.number(Double(provenance.rowsUsed)) ?? ""
        let all = language.number(Double(provenance.rowsInFile)) ?? ""
        fact("rows", strings("rows_of", ("used", used), ("all", all)))
        // The file is named, not linked: raw rows are not released, and only released cells may be published.
        row("file") { $0.element("code", text: provenance.file) }
        row("digest") { $0.element("code", ("class", "digest"), text: provenance.sha256) }
    }
    fact("id", number.id)
    let uses = programme.usage.uses(of: number.id)
    guard !uses.isEmpty else { return }
    row("used_on") { writer in
        for (index, use) in uses.enumerated() {
            if index > 0 { writer.raw(" · ") }
            writer.element("a", ("href", address.link(to: Address(path: use.address))), text: use.title)
        }
    }
}
