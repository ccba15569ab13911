// The list of terms below the introduction of a glossary page.
import Documents
import Markup

func writeGlossary(_ terms: [GlossaryTerm], into writer: inout ByteWriter, ids: inout [String], frame: [String]) {
    guard !terms.isEmpty else { return }
    writer.raw("<dl class=\"glossary\">\n")
    var free = HeadingIDs(reserved: frame)
    for id in ids { _ = free.take(id) }
    for term in terms {
        // Two terms may differ in signs only; the second gets a number.
        let id = free.free(slug(term.term))
        ids.append(id)
        writer.element("dt", ("id", id), text: term.term)
        writer.raw("<dd>")
        writer.element("p", ("class", "glossary-meaning"), text: term.meaning)
        if let explanation = term.explanation { writer.element("p", text: explanation) }
        writer.raw("</dd>\n")
    }
    writer.raw("</dl>\n")
}
