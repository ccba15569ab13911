// What this tool asks of a dataset beyond the standard, under `verslag:`: period, unit, status, privacy and index scores.
import Declarations
import Diagnostics

struct OwnKeys {
    var period: String?
    var unit: String?
    var status = DatasetContract.Status.measured
    var isPadded = false
    var privacy = Privacy(
        counts: .people,
        column: nil,
        minimum: Privacy.standardMinimum,
        showsZero: true,
        exempt: [],
        reason: nil
    )
    var index: IndexContract?
    var definition: String?
    var aliases: [String] = []
    var bridge: String?
    var breaks: [SeriesBreak] = []
}

func readOwnKeys(_ mapping: Mapping?, dataset: Scalar, fields schema: [FieldContract], findings: inout Findings)
    -> OwnKeys
{
    var own = OwnKeys()
    var privacy: Mapping?
    if let mapping {
        var fields = Fields(mapping, of: Wording(en: "verslag", nl: "verslag"))
        own.period = fields.text("period")
        own.unit = fields.text("unit")
        own.status = fields.choice("status") ?? .measured
        own.isPadded = fields.boolean("padded") ?? false
        own.definition = fields.text("definition")
        own.aliases = fields.texts("aliases") ?? []
        own.bridge = fields.text("bridge")
        own.breaks = (fields.mappings("breaks") ?? []).compactMap { readBreak($0, fields: schema, findings: &findings) }
        privacy = fields.mapping("privacy")
        if let mapping = fields.mapping("index") { own.index = readIndex(mapping, fields: schema, findings: &findings) }
        fields.finish(&findings)
    }
    if let privacy {
        own.privacy = readPrivacy(privacy, fields: schema, findings: &findings)
    } else {
        findings.hint(
            "privacy.undeclared",
            at: dataset.place,
            en:
                "dataset \(dataset.text) does not say whether it counts people: every row is taken for one person, and groups of fewer than \(Privacy.standardMinimum) are hidden",
            nl:
                "dataset \(dataset.text) zegt niet of het personen telt: elke rij geldt als één persoon, en groepen van minder dan \(Privacy.standardMinimum) worden verborgen",
            hint: Wording(
                en: "verslag: {privacy: {counts: people, column: …}} or {counts: none, reason: …}",
                nl: "verslag: {privacy: {counts: people, column: …}} of {counts: none, reason: …}"
            )
        )
    }
    return own
}

private func readBreak(_ mapping: Mapping, fields schema: [FieldContract], findings: inout Findings) -> SeriesBreak? {
    var fields = Fields(mapping, of: Wording(en: "a break", nl: "een breuk"))
    defer { fields.finish(&findings) }
    let column = fields.requiredScalar("column").flatMap { position(of: $0, in: schema, findings: &findings) }
    let (from, reason) = (fields.requiredText("from"), fields.requiredText("reason"))
    guard let column, let from, let reason else { return nil }
    return SeriesBreak(column: column, from: from, reason: reason)
}

private func readPrivacy(_ mapping: Mapping, fields schema: [FieldContract], findings: inout Findings) -> Privacy {
    enum Zero: String, CaseIterable { case visible, hidden }
    var fields = Fields(mapping, of: Wording(en: "privacy", nl: "privacy"))
    var privacy = Privacy(
        counts: fields.choice("counts") ?? .people,
        column: nil,
        minimum: fields.integer("minimum") ?? Privacy.standardMinimum,
        showsZero: fields.choice("zero", Zero.self) != .hidden,
        exempt: [],
        reason: fields.text("reason")
    )
    if let name = fields.scalar("column"), let column = position(of: name, in: schema, findings: &findings) {
        if schema[column].isNumeric {
            privacy.column = column
        } else {
            fields.error(
                "privacy.column",
                at: "column",
                en: "the number of people must be a numeric column",
                nl: "het aantal personen moet een kolom met getallen zijn"
            )
        }
    }
    for name in fields.scalars("exempt") ?? [] {
        guard let column = position(of: name, in: schema, findings: &findings) else { continue }
        if column == privacy.column || privacy.counts == .people && schema[column].mustBeProtected {
            reportExempt(
                schema[column],
                isNumberOfPeople: column == privacy.column,
                at: name.place,
                findings: &findings
            )
        } else {
            privacy.exempt.insert(column)
        }
    }
    if privacy.minimum < 1 {
        fields.error(
            "privacy.minimum",
            at: "minimum",
            en: "minimum must be 1 or more",
            nl: "minimum moet 1 of meer zijn"
        )
        privacy.minimum = Privacy.standardMinimum
    }
    let hasReason = !(privacy.reason ?? "").isEmpty
    if privacy.counts == .people, privacy.minimum < Privacy.standardMinimum, !hasReason {
        fields.error(
            "privacy.reason",
            at: "minimum",
            en: "a minimum below \(Privacy.standardMinimum) needs a reason",
            nl: "een minimum onder \(Privacy.standardMinimum) vraagt om een reden",
            hint: Wording(en: "add reason: …", nl: "voeg reason: … toe")
        )
    }
    if privacy.counts == .none, !hasReason, let field = schema.first(where: \.countsPeople) {
        fields.error(
            "privacy.reason",
            at: "counts",
            en: "column \(field.name) counts people, so counts: none needs a reason",
            nl: "kolom \(field.name) telt personen, dus counts: none vraagt om een reden",
            hint: Wording(en: "add reason: …", nl: "voeg reason: … toe")
        )
    }
    fields.finish(&findings)
    return privacy
}

/// A number of people cannot be exempt: its small values are what is protected.
private func reportExempt(
    _ field: FieldContract,
    isNumberOfPeople: Bool,
    at place: Place,
    findings: inout Findings
) {
    findings.error(
        "privacy.exempt",
        at: place,
        en: isNumberOfPeople
            ? "the number of people itself cannot be exempt"
            : "column \(field.name) counts people (unit \(field.unit ?? "")), so it cannot be exempt",
        nl: isNumberOfPeople
            ? "het aantal personen zelf kan niet vrijgesteld zijn"
            : "kolom \(field.name) telt personen (eenheid \(field.unit ?? "")) en kan dus niet vrijgesteld zijn",
        hint: Wording(
            en: "if small numbers may be seen, give a lower minimum and its reason"
                + (isNumberOfPeople ? "" : "; if the column counts no people, correct its unit"),
            nl: "mogen kleine aantallen gezien worden, geef dan een lager minimum met de reden"
                + (isNumberOfPeople ? "" : "; telt de kolom geen personen, verbeter dan de eenheid")
        )
    )
}

extension FieldContract {
    fileprivate var mustBeProtected: Bool { countsPeople && !countsInhabitants }
}
