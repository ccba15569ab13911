// content/programme.yaml: the programme's name and what every page shows of it.
import Datasets
import Declarations
import Diagnostics
import Indicators
import Markup

/// What `content/programme.yaml` declares.
public struct ProgrammeFile: Sendable {
    struct MenuItem: Sendable {
        var page: Scalar
        var title: String?
    }

    var title = ""
    var subtitle: String?
    var description: String?
    var period: String?
    var place: String?
    var language = SiteLanguage.nl
    var edition = EditionName(id: "concept")
    /// What the author says of all that changed, in a few sentences.
    var changed: ExplainedChange?
    /// Where the id of the edition stands, for a finding about it.
    var editionPlace = Place(file: path)
    var partners: [String] = []
    var funders: [String] = []
    var publisher: String?
    var contact: String?
    var email: String?
    var website: String?
    var navigation: [MenuItem] = []

    static let path = "content/programme.yaml"

    static func read(_ disk: Disk, findings: inout Findings) -> ProgrammeFile {
        var programme = ProgrammeFile()
        guard let value = readYAML(path, disk, findings: &findings) else { return programme }
        guard case .mapping(let mapping) = value else {
            findings.error(
                "yaml.wrong-type",
                at: value.place,
                en: "a programme is keys with values",
                nl: "een programma bestaat uit sleutels met waarden"
            )
            return programme
        }
        var fields = Fields(mapping, of: Wording(en: "a programme", nl: "een programma"))
        programme.title = fields.requiredText("title") ?? ""
        programme.subtitle = fields.text("subtitle")
        programme.description = fields.text("description")
        programme.period = fields.text("period")
        programme.place = fields.text("place")
        programme.language = fields.choice("language") ?? .nl
        programme.partners = fields.texts("partners") ?? []
        programme.funders = fields.texts("funders") ?? []
        programme.publisher = fields.text("publisher")
        if let website = fields.scalar("website") { programme.website = readWebsite(website, findings: &findings) }
        if let edition = fields.mapping("edition") {
            programme.edition = programme.readEdition(edition, findings: &findings)
            programme.editionPlace = edition.place
        }
        if let contact = fields.mapping("contact") {
            var inner = Fields(contact, of: Wording(en: "a contact", nl: "een contact"))
            programme.contact = inner.requiredText("name")
            if let email = inner.scalar("email") { programme.email = readEmail(email, findings: &findings) }
            inner.finish(&findings)
        }
        for item in fields.mappings("navigation") ?? [] {
            var inner = Fields(item, of: Wording(en: "a menu item", nl: "een menu-item"))
            let title = inner.text("title")
            if let page = inner.requiredScalar("page") {
                programme.navigation.append(MenuItem(page: page, title: title))
            }
            inner.finish(&findings)
        }
        fields.finish(&findings)
        return programme
    }

    private mutating func readEdition(_ mapping: Mapping, findings: inout Findings) -> EditionName {
        var fields = Fields(mapping, of: Wording(en: "an edition", nl: "een editie"))
        var edition = EditionName(id: "concept")
        if let id = fields.scalar("id") {
            edition.id = id.text
            if id.text != "concept" && !isEditionID(id.text) {
                findings.error(
                    "edition.id",
                    at: id.place,
                    en:
                        "an edition's id is made of a–z, 0–9, hyphens and dots, and is not latest, index.html or editions.json",
                    nl:
                        "de id van een editie bestaat uit a–z, 0–9, streepjes en punten, en is niet latest, index.html of editions.json"
                )
                edition.id = "concept"
            }
        }
        edition.title = fields.text("title")
        edition.date = readDate(fields.scalar("date"), findings: &findings)
        edition.note = fields.text("note")
        changed = ExplainedChange.read(&fields, findings: &findings)
        fields.finish(&findings)
        return edition
    }
}

/// A link that leaves the site: nothing else than a web address, so that no programme can make one run code.
func isWebAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start == "https://" && text.utf8.count > 8 || start.hasPrefix("http://") && text.utf8.count > 7
}

private func readWebsite(_ scalar: Scalar, findings: inout Findings) -> String? {
    if isWebAddress(scalar.text) { return scalar.text }
    findings.error(
        "programme.website",
        at: scalar.place,
        en: "the address of a website begins with https://",
        nl: "het adres van een website begint met https://",
        hint: scalar.text.contains(":")
            ? nil : Wording(en: "write https://\(scalar.text)", nl: "schrijf https://\(scalar.text)")
    )
    return nil
}

private func readEmail(_ scalar: Scalar, findings: inout Findings) -> String? {
    // No more than what keeps it one address: `?` and `&` would add fields to the message.
    let parts = scalar.text.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress =
        parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        && !scalar.text.utf8.contains { $0 <= 0x20 || "?&%,;:".utf8.contains($0) }
    if isAddress { return scalar.text }
    findings.error(
        "programme.email",
        at: scalar.place,
        en: "this is not an e-mail address",
        nl: "dit is geen e-mailadres"
    )
    return nil
}

/// A date as it stands in front matter and programme.yaml: a day, a month or a year.
func readDate(_ scalar: Scalar?, findings: inout Findings) -> String? {
    guard let scalar else { return nil }
    if isDate(scalar.text) { return scalar.text }
    findings.error(
        "yaml.date",
        at: scalar.place,
        en: "\"\(scalar.text)\" is not a date",
        nl: "\"\(scalar.text)\" is geen datum",
        hint: Wording(en: "write 2021-03-15, 2021-03 or 2021", nl: "schrijf 2021-03-15, 2021-03 of 2021")
    )
    return nil
}

/// A date of a page or an edition: `2021`, `2021-03` or `2021-03-15`.
public func isDate(_ text: String) -> Bool { isDate(text, parts: 1...3) }

/// Reads a YAML file that must exist.
func readYAML(_ path: String, _ disk: Disk, findings: inout Findings) -> Value? {
    switch disk.read(path) {
    case .failure(let reason):
        findings.add(missingFile(path, reason))
        return nil
    case .success(let bytes):
        guard let text = SourceText(file: path, bytes: bytes, findings: &findings) else { return nil }
        return parseYAML(
            String(decoding: text.bytes, as: UTF8.self),
            at: Place(file: path, line: 1),
            findings: &findings
        )
    }
}

private func missingFile(_ path: String, _ reason: Disk.Unusable) -> Diagnostic {
    var diagnostic = unusable(path, reason)
    if path == ProgrammeFile.path, reason == .missing {
        diagnostic.hint = Wording(
            en: "a programme needs content/programme.yaml with a title; is --root right?",
            nl: "een programma heeft content/programme.yaml met een title nodig; klopt --root?"
        )
    }
    return diagnostic
}
