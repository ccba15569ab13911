// The list of terms below the introduction of a glossary page.
import Documents
import Markup

func writeGlossary(_ terms: [GlossaryTerm], into writer: inout ByteWriter, ids: inout [String]) {
    guard !terms.isEmpty else { return }
    writer.raw("<dl class=\"glossary\">\n")
    var taken: Set<String> = Set(ids)
    for term in terms {
        // Two terms may differ in signs only; the second gets a number.
        let base = slug(term.term)
        var id = base
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        ids.append(id)
        writer.element("dt", ("id", id), text: term.term)
        writer.raw("<dd>")
        writer.element("p", ("class", "glossary-meaning"), text: term.meaning)
        if let explanation = term.explanation { writer.element("p", text: explanation) }
        writer.raw("</dd>\n")
    }
    writer.raw("</dl>\n")
}
