// A line of Markdown inside YAML: a caption, a goal, the result of an intervention. It may hold links and bound numbers.
import Declarations
import Diagnostics
import Documents

struct InlineText: Sendable {
    let document: Document

    init(_ scalar: Scalar, findings: inout Findings) {
        document = Markdown.parseInline(scalar.text, at: scalar.place, findings: &findings)
    }

    /// Whether a text inside a drawing, which knows no marks, has a number to fill in or signs to raise.
    static func holdsMarks(_ text: String) -> Bool {
        text.contains("{{") || text.contains(/<(br|sup|sub)\b[^>]*>/.ignoresCase())
    }

    init?(_ scalar: Scalar?, findings: inout Findings) {
        guard let scalar else { return nil }
        self.init(scalar, findings: &findings)
    }
}
