// From data/indicators.yaml to published numbers: computed through a query and the release door, or declared with a source.
import Datasets
import Declarations
import Diagnostics

/// Reads and computes all indicators.
public func readIndicators(_ source: SourceText, in package: DataPackage, findings: inout Findings) -> Indicators {
    let place = Place(file: source.file, line: 1)
    guard let value = parseYAML(String(decoding: source.bytes, as: UTF8.self), at: place, findings: &findings) else {
        return .unreadable
    }
    let items: [Value]
    switch value {
    case .list(let values, _): items = values
    case .mapping(let mapping) where mapping.entries.isEmpty: return .none
    default:
        findings.error(
            "indicator.not-a-list",
            at: value.place,
            en: "indicators are a list: every one begins with - id:",
            nl: "indicatoren zijn een lijst: elke begint met - id:"
        )
        return .unreadable
    }
    var numbers: [PublishedNumber] = []
    var lineOfId: [String: Int] = [:]
    var isWhole = true
    for item in items {
        guard case .mapping(let mapping) = item else {
            isWhole = false
            findings.error(
                "indicator.not-a-list",
                at: item.place,
                en: "an indicator is keys with values",
                nl: "een indicator bestaat uit sleutels met waarden"
            )
            continue
        }
        guard let number = readIndicator(mapping, in: package, findings: &findings) else {
            isWhole = false
            continue
        }
        if let line = lineOfId[number.id] {
            findings.error(
                "indicator.duplicate",
                at: number.place,
                en: "indicator \"\(number.id)\" is on line \(line) already",
                nl: "indicator \"\(number.id)\" staat al op regel \(line)"
            )
            continue
        }
        lineOfId[number.id] = number.place.line
        numbers.append(number)
    }
    return Indicators(numbers, isWhole: isWhole)
}

/// One definition. Returns nil only where it has no usable id, so that uses of it do not become findings as well.
private func readIndicator(_ mapping: Mapping, in package: DataPackage, findings: inout Findings) -> PublishedNumber? {
    enum Status: String, CaseIterable { case measured, illustrative }
    var fields = Fields(mapping, of: Wording(en: "an indicator", nl: "een indicator"))
    let id = fields.scalar("id")
    if id == nil { _ = fields.requiredText("id") }
    let label = fields.requiredText("label")
    var number = PublishedNumber(
        id: id?.text ?? "",
        label: label ?? id?.text ?? "",
        value: .missing,
        decimals: 2,
        unit: fields.text("unit"),
        period: fields.text("period"),
        n: stated("n", &fields),
        baseline: stated("baseline", &fields),
        target: stated("target", &fields),
        qualifier: fields.text("qualifier"),
        source: fields.text("source"),
        note: fields.text("note"),
        bridge: fields.text("bridge"),
        isIllustrative: fields.choice("status", Status.self) == .illustrative,
        provenance: nil,
        place: id?.place ?? mapping.place
    )
    number.unitOne = fields.text("unitOne")
    number.changed = ExplainedChange.read(&fields, findings: &findings)
    if let id, !isIdentifier(id.text) {
        fields.error(
            "indicator.id",
            at: "id",
            en: "an id has small letters, digits and hyphens: \"\(id.text)\"",
            nl: "een id heeft kleine letters, cijfers en streepjes: \"\(id.text)\""
        )
    }
    switch (fields.has("from"), fields.has("value")) {
    case (true, true):
        fields.error(
            "indicator.both",
            at: "value",
            en: "an indicator is computed (from) or declared (value), not both",
            nl: "een indicator is berekend (from) of opgegeven (value), niet allebei",
            hint: Wording(
                en: "take the value of one row with column: …",
                nl: "neem de waarde van één rij met column: …"
            )
        )
        for key in ["from", "where", "weight", "of", "value", "number"] + Measure.keys { _ = fields.value(key) }
    case (false, false):
        fields.error(
            "indicator.empty",
            at: "id",
            en: "an indicator needs from with a measure, or value with source",
            nl: "een indicator heeft from met een maat nodig, of value met source"
        )
        for key in ["where", "weight", "of", "number"] + Measure.keys { _ = fields.value(key) }
    case (true, false): compute(&number, &fields, in: package, findings: &findings)
    case (false, true): declare(&number, &fields)
    }
    fields.finish(&findings)
    return id == nil ? nil : number
}

private func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != 0x2D else { return false }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
}
