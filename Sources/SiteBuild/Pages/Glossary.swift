// content/begrippen.yaml: abbreviations and terms, declared once, explained where they are first used and listed on one page.
import Declarations
import Diagnostics

/// One term of the glossary.
struct GlossaryTerm: Sendable {
    var term: String
    /// What an abbreviation stands for, or a term in a few words.
    var meaning: String
    var explanation: String?
    /// Whether the term is written out at its first use on a page.
    var isAbbreviation: Bool
}

/// Reads the glossary; a programme without one has none.
func readGlossary(_ disk: Disk, findings: inout Findings) -> [GlossaryTerm] {
    let path = "content/begrippen.yaml"
    if case .failure(.missing) = disk.read(path) { return [] }
    guard let value = readYAML(path, disk, findings: &findings) else { return [] }
    guard case .list(let items, _) = value else {
        findings.error(
            "yaml.wrong-type",
            at: value.place,
            en: "a glossary is a list of terms",
            nl: "een begrippenlijst is een lijst van termen"
        )
        return []
    }
    var seen: Set<String> = []
    return items.compactMap { item in
        guard case .mapping(let mapping) = item else {
            findings.error(
                "yaml.wrong-type",
                at: item.place,
                en: "a term is keys with values",
                nl: "een term bestaat uit sleutels met waarden"
            )
            return nil
        }
        var fields = Fields(mapping, of: Wording(en: "a term", nl: "een term"))
        defer { fields.finish(&findings) }
        let (required, meaning) = (fields.requiredScalar("term"), fields.requiredText("meaning"))
        let explanation = fields.text("explanation")
        let isAbbreviation = fields.boolean("abbreviation") ?? false
        guard let term = required, let meaning else { return nil }
        if !seen.insert(term.text).inserted {
            fields.error(
                "glossary.twice",
                at: "term",
                en: "\"\(term.text)\" is declared twice",
                nl: "\"\(term.text)\" staat er twee keer in"
            )
        }
        return GlossaryTerm(term: term.text, meaning: meaning, explanation: explanation, isAbbreviation: isAbbreviation)
    }
}
