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
    /// More pages of the edition that say it, without binding the number.
    public var pages: [String]
    public var old: String
    public var new: String
    public var reason: String
    /// An ISO date.
    public var date: String

    public init(
        edition: String,
        indicator: String?,
        page: String?,
        pages: [String] = [],
        old: String,
        new: String,
        reason: String,
        date: String
    ) {
        self.edition = edition
        self.indicator = indicator
        self.page = page
        self.pages = pages
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
    var pages: [Scalar]
    var old: Scalar
    var new: Scalar
}

private let path = "content/errata.yaml"

func readErrata(_ disk: Disk, findings: inout Findings) -> [DeclaredErratum] {
    if case .failure(.missing) = disk.read(path) { return [] }
    guard let value = readYAML(path, disk, findings: &findings) else { return [] }
    guard case .list(let items, _) = value else {
        if case .mapping(let mapping) = value, mapping.entries.isEmpty { return [] }
        findings.error(
            "errata.not-a-list",
            at: value.place,
            en: "errata are a list: every one begins with - edition:",
            nl: "verbeteringen zijn een lijst: elke begint met - edition:"
        )
        return []
    }
    return items.compactMap { item in
        guard case .mapping(let mapping) = item else {
            findings.error(
                "errata.not-a-list",
                at: item.place,
                en: "an erratum is keys with values",
                nl: "een verbetering bestaat uit sleutels met waarden"
            )
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
    let pages = fields.scalars("pages") ?? []
    let old = fields.requiredScalar("old")
    let new = fields.requiredScalar("new")
    let reason = fields.requiredScalar("reason")
    let date = fields.requiredScalar("date")
    if (indicator == nil) == (page == nil) {
        fields.error(
            "errata.subject",
            at: indicator == nil ? "edition" : "page",
            en: "an erratum is about an indicator or a page, one of the two",
            nl: "een verbetering gaat over een indicator of een pagina, een van beide",
            hint: Wording(en: "name it with indicator: or page:", nl: "noem die met indicator: of page:")
        )
        return nil
    }
    for text in [old, new, reason].compactMap({ $0 }) where text.text.allSatisfy(\.isWhitespace) {
        findings.error(
            "errata.empty",
            at: text.place,
            en: "an erratum says what it is about in words",
            nl: "een verbetering zegt in woorden waar het om gaat"
        )
        return nil
    }
    guard let edition, let subject = indicator ?? page, let old, let new, let reason,
        let day = readDate(date, findings: &findings)
    else { return nil }
    let erratum = Erratum(
        edition: edition.text,
        indicator: indicator?.text,
        page: page?.text,
        pages: pages.map(\.text),
        old: old.text,
        new: new.text,
        reason: reason.text,
        date: day
    )
    return DeclaredErratum(erratum: erratum, edition: edition, subject: subject, pages: pages, old: old, new: new)
}

/// Whether new errata name editions that are sealed, and what these say. What an earlier edition entered already is settled:
/// the number may be gone, or have changed once more.
///
/// - Parameter programme: what the programme says now.
func checkErrata(_ errata: [DeclaredErratum], past: Past, programme: EditionFacts, findings: inout Findings) {
    // Built into another folder, or printed on its own, a programme has no editions beside it; sealing asks for them itself.
    guard !past.editions.isEmpty else { return }
    let editions = past.editions.map(\.id)
    var known: [String: EditionFacts] = [:]
    for declared in errata {
        let erratum = declared.erratum
        guard let edition = past.editions.first(where: { $0.id == erratum.edition }) else {
            findings.error(
                "errata.unknown-edition",
                at: declared.edition.place,
                en: "there is no sealed edition \"\(erratum.edition)\"",
                nl: "er is geen vastgestelde editie \"\(erratum.edition)\"",
                hint: suggestion(for: erratum.edition, among: editions)
            )
            continue
        }
        guard !edition.errata.contains(where: { $0.erratum == erratum }) else { continue }
        guard let facts = known[edition.id] ?? past.facts(edition.id) else { continue }
        known[edition.id] = facts
        for page in declared.pages { _ = findPage(page, of: erratum.edition, in: facts, findings: &findings) }
        if erratum.page != nil {
            checkErratumOnPage(declared, in: facts, findings: &findings)
        } else {
            checkErratum(declared, in: facts, programme, findings: &findings)
        }
    }
}

private func checkErratum(
    _ declared: DeclaredErratum,
    in facts: EditionFacts,
    _ programme: EditionFacts,
    findings: inout Findings
) {
    let erratum = declared.erratum
    guard let number = facts.numbers.first(where: { $0.id == declared.subject.text }) else {
        findings.error(
            "errata.unknown",
            at: declared.subject.place,
            en: "edition \(erratum.edition) has no indicator \"\(declared.subject.text)\"",
            nl: "editie \(erratum.edition) heeft geen indicator \"\(declared.subject.text)\"",
            hint: suggestion(for: declared.subject.text, among: facts.numbers.map(\.id))
        )
        return
    }
    if !says(erratum.old, number, in: facts) {
        findings.error(
            "errata.old",
            at: declared.old.place,
            en: "edition \(erratum.edition) does not say \"\(erratum.old)\" but \"\(number.written)\"",
            nl: "in editie \(erratum.edition) staat niet \"\(erratum.old)\" maar \"\(number.written)\"",
            hint: Wording(en: "write old: \"\(number.text)\"", nl: "schrijf old: \"\(number.text)\"")
        )
        return
    }
    // Of another period, the number may be another one for two reasons.
    guard let now = programme.numbers.first(where: { $0.id == number.id }), now.period == number.period else { return }
    if now.text == number.text, now.qualifier == number.qualifier {
        findings.error(
            "errata.not-mended",
            at: declared.subject.place,
            en: "indicator \"\(number.id)\" is still \"\(now.written)\"",
            nl: "indicator \"\(number.id)\" is nog steeds \"\(now.written)\"",
            hint: Wording(en: "mend it in data/ as well", nl: "verbeter die ook in data/")
        )
    } else if !says(erratum.new, now, in: programme) {
        findings.error(
            "errata.new",
            at: declared.new.place,
            en: "indicator \"\(number.id)\" is not \"\(erratum.new)\" but \"\(now.written)\"",
            nl: "indicator \"\(number.id)\" is niet \"\(erratum.new)\" maar \"\(now.written)\"",
            hint: Wording(en: "write new: \"\(now.text)\"", nl: "schrijf new: \"\(now.text)\"")
        )
    }
}

/// Whether an edition gives a number in this way: as it stands in lists, or in words as one of its pages says it: *ruim tien*.
private func says(_ words: String, _ number: NumberRecord, in facts: EditionFacts) -> Bool {
    if [number.text, number.written].contains(where: { comparable($0) == comparable(words) }) { return true }
    guard words.contains(where: \.isLetter) else { return false }
    let pages = facts.pages.filter { page in number.uses.contains { $0.address == page.address } }
    return pages.contains { page in
        facts.texts?[page.id]?.contains { comparable($0.text).contains(comparable(words)) } ?? false
    }
}

private func checkErratumOnPage(_ declared: DeclaredErratum, in facts: EditionFacts, findings: inout Findings) {
    let erratum = declared.erratum
    let name = declared.subject.text
    guard let page = findPage(declared.subject, of: erratum.edition, in: facts, findings: &findings) else { return }
    guard let texts = facts.texts?[page.id],
        !texts.contains(where: { comparable($0.text).contains(comparable(erratum.old)) })
    else { return }
    findings.error(
        "errata.old",
        at: declared.old.place,
        en: "page \"\(name)\" of edition \(erratum.edition) does not say \"\(erratum.old)\"",
        nl: "op pagina \"\(name)\" van editie \(erratum.edition) staat niet \"\(erratum.old)\"",
        hint: Wording(en: "quote it as it stands there", nl: "haal het aan zoals het daar staat")
    )
}

private func findPage(_ name: Scalar, of edition: String, in facts: EditionFacts, findings: inout Findings)
    -> PageRecord?
{
    if let page = facts.pages.first(where: { $0.isCalled(name.text) }) { return page }
    findings.error(
        "errata.unknown",
        at: name.place,
        en: "edition \(edition) has no page \"\(name.text)\"",
        nl: "editie \(edition) heeft geen pagina \"\(name.text)\"",
        hint: suggestion(for: name.text, among: facts.pages.map(\.id))
    )
    return nil
}
