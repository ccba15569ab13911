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

private func writeFacts(
    of number: PublishedNumber,
    _ programme: Programme,
    at address: Address,
    into writer: inout ByteWriter
) {
    let strings = programme.strings
    func row(_ key: String, _ content: (inout ByteWriter) -> Void) {
        writer.raw("<div><dt>")
        writer.escaped(strings[key])
        writer.raw("</dt><dd>")
        content(&writer)
        writer.raw("</dd></div>")
    }
    for fact in programme.facts(of: number) {
        row(fact.key) { writer in
            if fact.isCode {
                writer.element("code", fact.key == "digest" ? ("class", "digest") : nil, text: fact.text)
            } else {
                writer.escaped(fact.text)
            }
        }
    }
    let uses = programme.usage.uses(of: number.id)
    guard !uses.isEmpty else { return }
    row("used_on") { writer in
        for (index, use) in uses.enumerated() {
            if index > 0 { writer.raw(" · ") }
            writer.element("a", ("href", address.link(to: Address(path: use.address))), text: use.title)
        }
    }
}
