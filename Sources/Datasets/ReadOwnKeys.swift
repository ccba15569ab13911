// What this tool asks of a dataset beyond the standard, under `verslag:`: period, unit, status, privacy and index scores.
import Declarations
import Diagnostics

struct OwnKeys {
    var period: String?
    var unit: String?
    var status = DatasetContract.Status.measured
    var isPadded = false
    var privacy = Privacy(counts: .people, column: nil, minimum: Privacy.standardMinimum, showsZero: true, exempt: [], reason: nil)
    var index: IndexContract?
}

func readOwnKeys(_ mapping: Mapping?, dataset: Scalar, fields schema: [FieldContract], findings: inout Findings) -> OwnKeys {
    var own = OwnKeys()
    var privacy: Mapping?
    if let mapping {
        var fields = Fields(mapping, of: Wording(en: "verslag", nl: "verslag"))
        own.period = fields.text("period")
        own.unit = fields.text("unit")
        own.status = fields.choice("status") ?? .measured
        own.isPadded = fields.boolean("padded") ?? false
        privacy = fields.mapping("privacy")
        if let mapping = fields.mapping("index") { own.index = readIndex(mapping, fields: schema, findings: &findings) }
        fields.finish(&findings)
    }
    if let privacy {
        own.privacy = readPrivacy(privacy, fields: schema, findings: &findings)
    } else {
        findings.hint(
            "privacy.undeclared", at: dataset.place,
            en: "dataset \(dataset.text) does not say whether it counts people: every row is taken for one person, and groups of fewer than \(Privacy.standardMinimum) are hidden",
            nl: "dataset \(dataset.text) zegt niet of het personen telt: elke rij geldt als één persoon, en groepen van minder dan \(Privacy.standardMinimum) worden verborgen",
            hint: Wording(
                en: "verslag: {privacy: {counts: people, column: …}} or {counts: none, reason: …}",
                nl: "verslag: {privacy: {counts: people, column: …}} of {counts: none, reason: …}"))
    }
    return own
}

private func readPrivacy(_ mapping: Mapping, fields schema: [FieldContract], findings: inout Findings) -> Privacy {
    enum Zero: String, CaseIterable { case visible, hidden }
    var fields = Fields(mapping, of: Wording(en: "privacy", nl: "privacy"))
    var privacy = Privacy(
        counts: fields.choice("counts") ?? .people, column: nil, minimum: fields.integer("minimum") ?? Privacy.standardMinimum,
        showsZero: fields.choice("zero", Zero.self) != .hidden, exempt: [], reason: fields.text("reason"))
    if let name = fields.scalar("column"), let column = position(of: name, in: schema, findings: &findings) {
        if schema[column].isNumeric {
            privacy.column = column
        } else {
            fields.error(
                "privacy.column", at: "column", en: "the number of people must be a numeric column", nl: "het aantal personen moet een kolom met getallen zijn")
        }
    }
    for name in fields.scalars("exempt") ?? [] {
        if let column = position(of: name, in: schema, findings: &findings) { privacy.exempt.insert(column) }
    }
    if privacy.minimum < 1 {
        fields.error("privacy.minimum", at: "minimum", en: "minimum must be 1 or more", nl: "minimum moet 1 of meer zijn")
        privacy.minimum = Privacy.standardMinimum
    }
    let hasReason = !(privacy.reason ?? "").isEmpty
    if privacy.counts == .people, privacy.minimum < Privacy.standardMinimum, !hasReason {
        fields.error(
            "privacy.reason", at: "minimum", en: "a minimum below \(Privacy.standardMinimum) needs a reason",
            nl: "een minimum onder \(Privacy.standardMinimum) vraagt om een reden", hint: Wording(en: "add reason: …", nl: "voeg reason: … toe"))
    }
    if privacy.counts == .none, !hasReason, let field = schema.first(where: \.countsPeople) {
        fields.error(
            "privacy.reason", at: "counts", en: "column \(field.name) counts people, so counts: none needs a reason",
            nl: "kolom \(field.name) telt personen, dus counts: none vraagt om een reden", hint: Wording(en: "add reason: …", nl: "voeg reason: … toe"))
    }
    fields.finish(&findings)
    return privacy
}

extension FieldContract {
    /// Whether the unit says so; a column without a unit is not taken for people.
    fileprivate var countsPeople: Bool {
        let people = [
            "personen", "mensen", "deelnemers", "cliënten", "patiënten", "inwoners", "bewoners", "gezinnen", "huishoudens", "kinderen", "jongeren",
            "ouders", "professionals", "people", "persons", "participants", "clients", "patients", "residents", "households", "children",
        ]
        return unit.map { people.contains($0.lowercased()) } ?? false
    }
}

private func readIndex(_ mapping: Mapping, fields schema: [FieldContract], findings: inout Findings) -> IndexContract? {
    var fields = Fields(mapping, of: Wording(en: "index", nl: "index"))
    func column(_ key: String, _ fields: inout Fields, isNumeric: Bool = true) -> Int? {
        guard let name = fields.scalar(key), let column = position(of: name, in: schema, findings: &findings) else { return nil }
        if isNumeric, !schema[column].isNumeric {
            fields.error("data.index-column", at: key, en: "\(key) must be a numeric column", nl: "\(key) moet een kolom met getallen zijn")
            return nil
        }
        return column
    }
    let base = fields.number("base") ?? 100
    let baseYear = fields.integer("baseYear")
    let direction: IndexContract.Direction? = fields.choice("direction")
    if direction == nil, !fields.has("direction") { _ = fields.requiredText("direction") }
    let method: IndexContract.Method? = fields.has("method") ? fields.choice("method") : .given
    let value = column("value", &fields)
    if value == nil, !fields.has("value") { _ = fields.requiredText("value") }
    let denominator = column("denominator", &fields)
    let reference = column("reference", &fields)
    let referenceDenominator = column("referenceDenominator", &fields)
    let title = fields.text("referenceTitle")
    let area = column("area", &fields, isNumeric: false)
    let combined = readCombined(&fields)
    if let method, method != .given, !fields.has("reference") {
        fields.error(
            "data.index-reference", at: "method", en: "method \(method.rawValue) needs the key reference",
            nl: "methode \(method.rawValue) heeft de sleutel reference nodig")
    }
    if (denominator == nil) != (referenceDenominator == nil) {
        fields.error(
            "data.index-denominator", at: denominator == nil ? "referenceDenominator" : "denominator",
            en: "denominator and referenceDenominator belong together", nl: "denominator en referenceDenominator horen bij elkaar")
    }
    if !combined.isEmpty, area == nil || denominator == nil || method == .given {
        fields.error(
            "data.index-combine", at: "combine",
            en: "areas can only be combined from numerators and denominators: give area, denominator and referenceDenominator",
            nl: "gebieden zijn alleen samen te voegen uit tellers en noemers: geef area, denominator en referenceDenominator",
            hint: Wording(en: "an average of index scores is not an index score", nl: "een gemiddelde van indexscores is geen indexscore"))
    }
    fields.finish(&findings)
    guard let value, let direction, let method, method == .given || reference != nil, (denominator == nil) == (referenceDenominator == nil) else {
        return nil
    }
    let poolable = area != nil && denominator != nil && method != .given
    return IndexContract(
        base: base, baseYear: baseYear, direction: direction, method: method, value: value, denominator: denominator, reference: reference,
        referenceDenominator: referenceDenominator, referenceTitle: title ?? "gemeentelijk gemiddelde", combined: poolable ? combined : [],
        areaColumn: area, place: mapping.place)
}

private func readCombined(_ fields: inout Fields) -> [IndexContract.CombinedArea] {
    guard let mapping = fields.mapping("combine") else { return [] }
    return mapping.entries.compactMap { entry in
        guard case .list(let values, _) = entry.value else {
            fields.error(
                "yaml.wrong-type", at: "combine", en: "combine needs a list of areas for \"\(entry.key.text)\"",
                nl: "combine heeft een lijst gebieden nodig voor \"\(entry.key.text)\"")
            return nil
        }
        let members = values.compactMap { value -> Scalar? in if case .scalar(let scalar) = value { scalar } else { nil } }
        return IndexContract.CombinedArea(name: entry.key, members: members)
    }
}
