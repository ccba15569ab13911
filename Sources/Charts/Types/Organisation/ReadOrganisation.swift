// Reads the bodies and relations of an organisation block.
import Declarations
import Diagnostics

extension ChartSpec {
    static func readBodies(_ fields: inout Fields, _ findings: inout Findings) -> [Body] {
        guard fields.requiredValue("bodies") != nil else { return [] }
        var bodies: [Body] = []
        for mapping in fields.mappings("bodies") ?? [] {
            var body = Fields(mapping, of: Wording(en: "a body", nl: "een orgaan"))
            let id = body.required("id")
            let name = body.required("name")
            let note = body.scalar("note")
            let level = body.integer("level")
            if let level, !(1...50).contains(level) {
                body.error(
                    "chart.level",
                    at: "level",
                    en: "a level is 1 (top) to 50",
                    nl: "een niveau is 1 (boven) tot 50"
                )
            }
            body.finish(&findings)
            guard let id, let name else { continue }
            if bodies.contains(where: { $0.id.text == id.text }) {
                findings.error(
                    "chart.duplicate-body",
                    at: id.place,
                    en: "two bodies with the id \"\(id.text)\"",
                    nl: "twee organen met de id \"\(id.text)\""
                )
            } else {
                bodies.append(Body(id: id, name: name, note: note, level: level))
            }
        }
        if bodies.isEmpty, !findings.hasErrors {
            findings.error(
                "chart.no-bodies",
                at: fields.place(of: "bodies"),
                en: "an organisation needs at least one body",
                nl: "een organisatie heeft minstens één orgaan nodig"
            )
        }
        return bodies
    }

    static func readRelations(_ fields: inout Fields, _ bodies: [Body], _ findings: inout Findings)
        -> [Relation]
    {
        var relations: [Relation] = []
        for mapping in fields.mappings("relations") ?? [] {
            var relation = Fields(mapping, of: Wording(en: "a relation", nl: "een relatie"))
            let from = relation.required("from")
            let to = relation.required("to")
            let label = relation.scalar("label")
            relation.finish(&findings)
            guard let from, let to else { continue }
            var isKnown = true
            for end in [from, to] where !bodies.contains(where: { $0.id.text == end.text }) {
                isKnown = false
                findings.error(
                    "chart.unknown-body",
                    at: end.place,
                    en: "there is no body \"\(end.text)\"",
                    nl: "er is geen orgaan \"\(end.text)\"",
                    hint: suggestion(for: end.text, among: bodies.map(\.id.text))
                )
            }
            if isKnown, from.text == to.text {
                findings.error(
                    "chart.relation-to-itself",
                    at: mapping.place,
                    en: "a body has no relation to itself",
                    nl: "een orgaan heeft geen relatie met zichzelf"
                )
            } else if isKnown {
                relations.append(Relation(from: from, to: to, label: label))
            }
        }
        return relations
    }
}
