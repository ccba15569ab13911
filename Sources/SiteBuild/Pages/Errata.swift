// content/errata.yaml: mistakes in sealed editions, with what it should have said. Read in stage read, checked in stage resolve.
import Declarations
import Diagnostics
import Markup

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

    public init(edition: String, indicator: String?, page: String?, old: String, new: String, reason: String, date: String) {
        self.edition = edition
        self.indicator = indicator
        self.page = page
        self.old = old
        self.new = new
        self.reason = reason
        self.date = date
    }
}

/// An erratum with the places of its words.
struct DeclaredErratum: Sendable {
    var erratum: Erratum
    var edition: Scalar
    var subject: Scalar
    var old: Scalar
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
    let old = fields.requiredScalar("old")
    let texts = ["new", "reason"].map { fields.requiredText($0) }
    let date = fields.requiredScalar("date")
    if (indicator == nil) == (page == nil) {
        fields.error(
            "errata.subject", at: indicator == nil ? "edition" : "page", en: "an erratum is about an indicator or a page, one of the two",
            nl: "een verbetering gaat over een indicator of een pagina, een van beide",
            hint: Wording(en: "name it with indicator: or page:", nl: "noem die met indicator: of page:"))
        return nil
    }
    guard let edition, let subject = indicator ?? page, let old, let new = texts[0], let reason = texts[1],
        let day = readDate(date, findings: &findings)
    else { return nil }
    let erratum = Erratum(edition: edition.text, indicator: indicator?.text, page: page?.text, old: old.text, new: new, reason: reason, date: day)
    return DeclaredErratum(erratum: erratum, edition: edition, subject: subject, old: old)
}

/// Whether new errata name editions that are sealed, and what these say. What an earlier edition entered already is settled:
/// the number may be gone, or have changed once more.
///
/// - Parameter numbers: the programme's own numbers as it shows them now, by id.
func checkErrata(_ errata: [DeclaredErratum], past: Past, numbers: [String: NumberRecord], language: SiteLanguage, findings: inout Findings) {
    let editions = past.editions.map(\.id)
    var known: [String: EditionFacts] = [:]
    for declared in errata {
        let erratum = declared.erratum
        guard let edition = past.editions.first(where: { $0.id == erratum.edition }) else {
            findings.error(
                "errata.unknown-edition", at: declared.edition.place, en: "there is no sealed edition \"\(erratum.edition)\"",
                nl: "er is geen vastgestelde editie \"\(erratum.edition)\"", hint: suggestion(for: erratum.edition, among: editions))
            continue
        }
        guard !edition.errata.contains(erratum) else { continue }
        guard let facts = known[edition.id] ?? past.facts(edition.id) else { continue }
        known[edition.id] = facts
        if let page = erratum.page {
            checkErratum(declared, onPage: page, in: facts, findings: &findings)
        } else {
            checkErratum(declared, in: facts, now: numbers[declared.subject.text], language: language, findings: &findings)
        }
    }
}

private func checkErratum(_ declared: DeclaredErratum, in facts: EditionFacts, now: NumberRecord?, language: SiteLanguage, findings: inout Findings) {
    let erratum = declared.erratum
    guard let number = facts.numbers.first(where: { $0.id == declared.subject.text }) else {
        findings.error(
            "errata.unknown", at: declared.subject.place, en: "edition \(erratum.edition) has no indicator \"\(declared.subject.text)\"",
            nl: "editie \(erratum.edition) heeft geen indicator \"\(declared.subject.text)\"",
            hint: suggestion(for: declared.subject.text, among: facts.numbers.map(\.id)))
        return
    }
    let whole = number.written(in: language)
    // As it stands in lists, or in words as a text says it: *ruim tien*.
    let isWorded = erratum.old.contains(where: \.isLetter)
    let pages = facts.pages.filter { page in number.uses.contains { $0.address == page.address } }
    let quoted = pages.contains { page in facts.texts?[page.id]?.contains { comparable($0.text).contains(comparable(erratum.old)) } ?? false }
    if !(isWorded && quoted) && ![number.text, whole].contains(where: { comparable($0) == comparable(erratum.old) }) {
        findings.error(
            "errata.old", at: declared.old.place, en: "edition \(erratum.edition) does not say \"\(erratum.old)\" but \"\(whole)\"",
            nl: "in editie \(erratum.edition) staat niet \"\(erratum.old)\" maar \"\(whole)\"",
            hint: Wording(en: "write old: \"\(number.text)\"", nl: "schrijf old: \"\(number.text)\""))
    } else if let now, now.text == number.text, now.qualifier == number.qualifier, now.period == number.period {
        findings.error(
            "errata.not-mended", at: declared.subject.place, en: "indicator \"\(number.id)\" is still \"\(now.written(in: language))\"",
            nl: "indicator \"\(number.id)\" is nog steeds \"\(now.written(in: language))\"",
            hint: Wording(en: "mend it in data/ as well", nl: "verbeter die ook in data/"))
    }
}

private func checkErratum(_ declared: DeclaredErratum, onPage name: String, in facts: EditionFacts, findings: inout Findings) {
    let erratum = declared.erratum
    guard let page = facts.pages.first(where: { $0.id == name || $0.aliases.contains(name) }) else {
        findings.error(
            "errata.unknown", at: declared.subject.place, en: "edition \(erratum.edition) has no page \"\(name)\"",
            nl: "editie \(erratum.edition) heeft geen pagina \"\(name)\"", hint: suggestion(for: name, among: facts.pages.map(\.id)))
        return
    }
    guard let texts = facts.texts?[page.id], !texts.contains(where: { comparable($0.text).contains(comparable(erratum.old)) }) else { return }
    findings.error(
        "errata.old", at: declared.old.place, en: "page \"\(name)\" of edition \(erratum.edition) does not say \"\(erratum.old)\"",
        nl: "op pagina \"\(name)\" van editie \(erratum.edition) staat niet \"\(erratum.old)\"",
        hint: Wording(en: "quote it as it stands there", nl: "haal het aan zoals het daar staat"))
}

/// A blank that does not break is a blank.
private func comparable(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
