// Markdown to HTML without a site: what the outside judges compare with the reference implementations.
import Diagnostics
import Markup

/// Markdown as HTML: headings carry no ids that the author did not give, tables stand without a frame.
/// Extensions and safety rules stay on.
public func renderPlain(_ markdown: String) -> String {
    var findings = Findings()
    let document = Markdown.parse(Array(markdown.utf8), file: "", findings: &findings)
    var output = ByteWriter(reserving: markdown.utf8.count * 2)
    var writer = HTMLWriter(HTMLContext(isPlain: true))
    writer.write(document, into: &output)
    return output.string
}
