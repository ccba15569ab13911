// content/errata.yaml: mistakes in sealed editions, with what it should have said. Read in stage read, checked in stage resolve.
import Declarations
import Diagnostics

/// A mistake in a sealed edition that this one mends.
public struct Erratum: Sendable, Equatable {
    /// The edition that is wrong.
    public var edition: String
    /// The id of the number that was wrong, or nil where `page` is.
    public var indicator: String?
    /// The page's id or source file.
    public var page: String?
    public var old: String
    public var new: String
    public var reason: String
    /// An ISO date.
    public var date: String
}

/// An erratum with the places of its words.
struct DeclaredErratum: Sendable {
    var erratum: Erratum
    var edition: Scalar
    var subject: Scalar
}

private let path = "content/errata.yaml"

func readErrata(_ disk: Disk, findings: inout Findings) -> [DeclaredErratum] {
    if case .failure(.missing) = disk.read(path) { return [] }
    guard let value = readYAML(path, disk, findings: &findings) else { return [] }
    guard case .list(let items, _) = value else {
        if case .mapping(let mapping) = value, mapping.entries.isEmpty { return [] }
        findings.error(
            "errata.not-a-list", at: value.place, en: "errata are a list: every one begins with - edition:",
            nl: "verbeteringen zijn een lijst: elke begint met - edition:")
        return []
    }
    return items.compactMap { item in
        guard case .mapping(let mapping) = item else {
            findings.error("errata.not-a-list", at: item.place, en: "an erratum is keys with values", nl: "een verbetering bestaat uit sleutels met waarden")
            return nil
        }
        return readErratum(mapping, findings: &findings)
    }
}

private func readErratum(_ mapping: Mapping, findings: inout Findings) -> DeclaredErratum? {
    var fields = Fields(mapping, of: Wording(en: "an erratum", nl: "een verbetering"))
    defer { fields.finish(&findings) }
    let edition = fields.requiredScalar("edition")
    let (indicator, page) = (fields.scalar("indicator"), fields.scalar("page"))
    let texts = ["old", "new", "reason"].map { fields.requiredText($0) }
    let date = fields.requiredScalar("date")
    if (indicator == nil) == (page == nil) {
        fields.error(
            "errata.subject", at: indicator == nil ? "edition" : "page", en: "an erratum is about an indicator or a page, one of the two",
            nl: "een verbetering gaat over een indicator of een pagina, een van beide",
            hint: Wording(en: "name it with indicator: or page:", nl: "noem die met indicator: of page:"))
    }
    guard let edition, let subject = indicator ?? page, let old = texts[0], let new = texts[1], let reason = texts[2],
        let day = readDate(date, findings: &findings)
    else { return nil }
    let erratum = Erratum(edition: edition.text, indicator: indicator?.text, page: page?.text, old: old, new: new, reason: reason, date: day)
    return DeclaredErratum(erratum: erratum, edition: edition, subject: subject)
}

/// Whether errata name editions that are sealed, and numbers and pages that are known.
func checkErrata(_ errata: [DeclaredErratum], past: Past, numbers: [String], pages: [String], findings: inout Findings) {
    let editions = past.editions.map(\.id)
    for declared in errata {
        let erratum = declared.erratum
        if !editions.contains(erratum.edition) {
            findings.error(
                "errata.unknown-edition", at: declared.edition.place, en: "there is no sealed edition \"\(erratum.edition)\"",
                nl: "er is geen vastgestelde editie \"\(erratum.edition)\"", hint: suggestion(for: erratum.edition, among: editions))
        }
        let known = erratum.indicator != nil ? numbers + (past.previous?.numbers.map(\.id) ?? []) : pages + (past.previous?.pages.map(\.id) ?? [])
        if !known.contains(declared.subject.text) {
            let (en, nl) = erratum.indicator != nil ? ("indicator", "indicator") : ("page", "pagina")
            findings.error(
                "errata.unknown", at: declared.subject.place, en: "there is no \(en) \"\(declared.subject.text)\"",
                nl: "er is geen \(nl) \"\(declared.subject.text)\"", hint: suggestion(for: declared.subject.text, among: known))
        }
    }
}
