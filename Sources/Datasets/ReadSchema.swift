// The fields of a dataset and their constraints, in the keys of the Table Schema standard (v2).
import Declarations
import Diagnostics

struct SchemaContract {
    var fields: [FieldContract]
    /// Positions in `fields`.
    var primaryKey: [Int] = []
    var uniqueKeys: [[Int]] = []
    var foreignKeys: [ForeignKey] = []
}

func readSchema(_ mapping: Mapping, findings: inout Findings) -> SchemaContract {
    var fields = Fields(mapping, of: Wording(en: "a schema", nl: "een schema"))
    let missingValues = missingTexts(&fields) ?? [""]
    var schema = SchemaContract(fields: [])
    var names: Set<String> = []
    for mapping in fields.mappings("fields") ?? [] {
        guard let field = readField(mapping, missingValues: missingValues, findings: &findings) else { continue }
        if !names.insert(field.name).inserted {
            findings.error(
                "data.duplicate-field",
                at: field.place,
                en: "field \"\(field.name)\" is declared twice",
                nl: "veld \"\(field.name)\" staat er twee keer"
            )
        } else {
            schema.fields.append(field)
        }
    }
    if schema.fields.isEmpty {
        fields.error("data.no-fields", at: "fields", en: "a schema needs fields", nl: "een schema heeft velden nodig")
    }
    for name in fields.scalars("primaryKey") ?? [] {
        if let field = position(of: name, in: schema.fields, findings: &findings) { schema.primaryKey.append(field) }
    }
    for key in ["$schema", "fieldsMatch", "title", "description"] { _ = fields.value(key) }
    if let keys = fields.value("uniqueKeys") {
        schema.uniqueKeys = readUniqueKeys(keys, in: schema.fields, findings: &findings)
    }
    schema.foreignKeys = readForeignKeys(
        fields.mappings("foreignKeys") ?? [],
        fields: schema.fields,
        findings: &findings
    )
    fields.finish(&findings)
    return schema
}

/// `uniqueKeys`: a list of lists of field names.
private func readUniqueKeys(_ value: Value, in fields: [FieldContract], findings: inout Findings) -> [[Int]] {
    guard case .list(let keys, _) = value else {
        findings.error(
            "yaml.wrong-type",
            at: value.place,
            en: "uniqueKeys must be a list of lists",
            nl: "uniqueKeys moet een lijst van lijsten zijn"
        )
        return []
    }
    return keys.compactMap { key in
        let names: [Scalar] =
            switch key {
            case .scalar(let name): [name]
            case .list(let values, _): values.compactMap { if case .scalar(let name) = $0 { name } else { nil } }
            case .mapping: []
            }
        let positions = names.compactMap { position(of: $0, in: fields, findings: &findings) }
        return positions.isEmpty ? nil : positions
    }
}

/// The position of a field that another key names.
func position(of name: Scalar, in fields: [FieldContract], findings: inout Findings) -> Int? {
    if let position = fields.firstIndex(where: { $0.name == name.text }) { return position }
    findings.error(
        "data.unknown-field",
        at: name.place,
        en: "no field \"\(name.text)\" in this dataset",
        nl: "geen veld \"\(name.text)\" in deze dataset",
        hint: suggestion(for: name.text, among: fields.map(\.name))
    )
    return nil
}

private func readField(_ mapping: Mapping, missingValues: [String], findings: inout Findings) -> FieldContract? {
    var fields = Fields(mapping, of: Wording(en: "a field", nl: "een veld"))
    let name = fields.requiredText("name")
    let kind: FieldContract.Kind? = fields.has("type") ? fields.choice("type") : .string
    var field = FieldContract(
        name: name ?? "",
        title: fields.text("title") ?? name ?? "",
        kind: kind ?? .any,
        // One sign for one unit, so that every value of the column carries it.
        unit: fields.text("unit").map { ["procent", "percent"].contains($0) ? "%" : $0 },
        missingValues: missingTexts(&fields) ?? missingValues,
        place: fields.place(of: "name")
    )
    readMarks(of: &field, &fields)
    if let bare = fields.boolean("bareNumber") { field.isBareNumber = bare }
    if let words = truthWords("trueValues", &fields) { field.trueValues = words }
    if let words = truthWords("falseValues", &fields) { field.falseValues = words }
    if let format = fields.text("format"), !["default", "email", "uri", "uuid"].contains(format) {
        fields.error(
            "data.unsupported",
            at: "format",
            en: "format \(format) cannot be read",
            nl: "format \(format) kan niet worden gelezen",
            hint: Wording(en: "write dates as 2018-05-02", nl: "schrijf datums als 2018-05-02")
        )
    }
    if let constraints = fields.mapping("constraints") {
        field.constraints = readConstraints(constraints, of: field, findings: &findings)
    }
    if let categories = fields.texts("categories"), field.constraints.allowed == nil {
        field.constraints.allowed = categories
    }
    for key in ["description", "example", "rdfType", "categoriesOrdered"] { _ = fields.value(key) }
    fields.finish(&findings)
    return name == nil ? nil : field
}

private func truthWords(_ key: String, _ fields: inout Fields) -> [String]? {
    guard let words = fields.texts(key) else { return nil }
    if !words.isEmpty { return words }
    fields.error("data.truth-values", at: key, en: "\(key) needs a word", nl: "\(key) heeft een woord nodig")
    return nil
}

private func readConstraints(_ mapping: Mapping, of field: FieldContract, findings: inout Findings) -> Constraints {
    var fields = Fields(mapping, of: Wording(en: "constraints", nl: "constraints"))
    var constraints = Constraints()
    constraints.isRequired = fields.boolean("required") ?? false
    constraints.isUnique = fields.boolean("unique") ?? false
    constraints.allowed = fields.texts("enum")
    constraints.minimum =
        readBound("minimum", isExclusive: false, field, &fields)
        ?? readBound("exclusiveMinimum", isExclusive: true, field, &fields)
    constraints.maximum =
        readBound("maximum", isExclusive: false, field, &fields)
        ?? readBound("exclusiveMaximum", isExclusive: true, field, &fields)
    constraints.minLength = fields.integer("minLength")
    constraints.maxLength = fields.integer("maxLength")
    constraints.pattern = fields.text("pattern")
    if let pattern = constraints.pattern, (try? Regex(pattern)) == nil {
        fields.error(
            "data.bad-pattern",
            at: "pattern",
            en: "not a regular expression: \(pattern)",
            nl: "geen reguliere expressie: \(pattern)"
        )
        constraints.pattern = nil
    }
    fields.finish(&findings)
    return constraints
}

private func readBound(_ key: String, isExclusive: Bool, _ field: FieldContract, _ fields: inout Fields) -> Constraints
    .Bound?
{
    guard let text = fields.text(key) else { return nil }
    guard field.isNumeric else { return Constraints.Bound(text: text, number: 0, isExclusive: isExclusive) }
    guard let number = Double(text), number.isFinite else {
        fields.error(
            "yaml.wrong-type",
            at: key,
            en: "\(key) must be a number with a decimal point, not \"\(text)\"",
            nl: "\(key) moet een getal met een decimale punt zijn, niet \"\(text)\""
        )
        return nil
    }
    return Constraints.Bound(text: text, number: number, isExclusive: isExclusive)
}

/// `missingValues`: texts, or in v2 mappings with a value and a label.
private func missingTexts(_ fields: inout Fields) -> [String]? {
    guard let value = fields.value("missingValues") else { return nil }
    guard case .list(let values, _) = value else {
        fields.error(
            "yaml.wrong-type",
            at: "missingValues",
            en: "missingValues must be a list",
            nl: "missingValues moet een lijst zijn"
        )
        return nil
    }
    return values.compactMap { item in
        switch item {
        case .scalar(let scalar): return scalar.text
        case .mapping(let mapping):
            guard case .scalar(let scalar)? = mapping.entries.first(where: { $0.key.text == "value" })?.value else {
                return nil
            }
            return scalar.text
        case .list: return nil
        }
    }
}
