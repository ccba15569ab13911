// `verslag: {index: …}`: how a dataset's index scores are made, checked for parts that do not fit together.
import Declarations
import Diagnostics

func readIndex(_ mapping: Mapping, fields schema: [FieldContract], findings: inout Findings) -> IndexContract? {
    var fields = Fields(mapping, of: Wording(en: "index", nl: "index"))
    func column(_ key: String, _ fields: inout Fields, isNumeric: Bool = true) -> Int? {
        guard let name = fields.scalar(key), let column = position(of: name, in: schema, findings: &findings) else {
            return nil
        }
        if isNumeric, !schema[column].isNumeric {
            fields.error(
                "data.index-column",
                at: key,
                en: "\(key) must be a numeric column",
                nl: "\(key) moet een kolom met getallen zijn"
            )
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
            "data.index-reference",
            at: "method",
            en: "method \(method.rawValue) needs the key reference",
            nl: "methode \(method.rawValue) heeft de sleutel reference nodig"
        )
    }
    if (denominator == nil) != (referenceDenominator == nil) {
        fields.error(
            "data.index-denominator",
            at: denominator == nil ? "referenceDenominator" : "denominator",
            en: "denominator and referenceDenominator belong together",
            nl: "denominator en referenceDenominator horen bij elkaar"
        )
    }
    if !combined.isEmpty, area == nil || denominator == nil || method == .given {
        fields.error(
            "data.index-combine",
            at: "combine",
            en:
                "areas can only be combined from numerators and denominators: give area, denominator and referenceDenominator",
            nl:
                "gebieden zijn alleen samen te voegen uit tellers en noemers: geef area, denominator en referenceDenominator",
            hint: Wording(
                en: "an average of index scores is not an index score",
                nl: "een gemiddelde van indexscores is geen indexscore"
            )
        )
    }
    fields.finish(&findings)
    guard let value, let direction, let method, method == .given || reference != nil,
        (denominator == nil) == (referenceDenominator == nil)
    else {
        return nil
    }
    let poolable = area != nil && denominator != nil && method != .given
    return IndexContract(
        base: base,
        baseYear: baseYear,
        direction: direction,
        method: method,
        value: value,
        denominator: denominator,
        reference: reference,
        referenceDenominator: referenceDenominator,
        referenceTitle: title,
        combined: poolable ? combined : [],
        areaColumn: area,
        place: mapping.place
    )
}

private func readCombined(_ fields: inout Fields) -> [IndexContract.CombinedArea] {
    guard let mapping = fields.mapping("combine") else { return [] }
    return mapping.entries.compactMap { entry in
        guard case .list(let values, _) = entry.value else {
            fields.error(
                "yaml.wrong-type",
                at: "combine",
                en: "combine needs a list of areas for \"\(entry.key.text)\"",
                nl: "combine heeft een lijst gebieden nodig voor \"\(entry.key.text)\""
            )
            return nil
        }
        let members = values.compactMap { value -> Scalar? in
            if case .scalar(let scalar) = value { scalar } else { nil }
        }
        return IndexContract.CombinedArea(name: entry.key, members: members)
    }
}
