// References between datasets, checked once all of them are read.
import Declarations
import Diagnostics

/// Columns whose values must occur in another dataset (or in the same one, where `resource` is nil).
public struct ForeignKey: Sendable {
    /// Positions in the dataset's fields.
    public var fields: [Int]
    public var resource: Scalar?
    public var referenced: [Scalar]
    public var place: Place
}

func readForeignKeys(_ mappings: [Mapping], fields schema: [FieldContract], findings: inout Findings) -> [ForeignKey] {
    mappings.compactMap { mapping in
        var fields = Fields(mapping, of: Wording(en: "a foreign key", nl: "een verwijzende sleutel"))
        let own = (fields.scalars("fields") ?? []).compactMap { position(of: $0, in: schema, findings: &findings) }
        let reference = fields.mapping("reference")
        if reference == nil { _ = fields.requiredText("reference") }
        fields.finish(&findings)
        guard let reference else { return nil }
        var target = Fields(reference, of: Wording(en: "a reference", nl: "een verwijzing"))
        let resource = target.scalar("resource").flatMap { $0.text.isEmpty ? nil : $0 }
        let referenced = target.scalars("fields") ?? []
        target.finish(&findings)
        guard !own.isEmpty, own.count == referenced.count else {
            findings.error(
                "data.foreign-key-fields",
                at: mapping.place,
                en: "a foreign key needs as many fields on both sides",
                nl: "een verwijzende sleutel heeft aan beide kanten evenveel velden nodig"
            )
            return nil
        }
        return ForeignKey(fields: own, resource: resource, referenced: referenced, place: mapping.place)
    }
}

/// Finds rows that refer to a row that is not there. Rows with a missing part refer to nothing.
func checkForeignKeys(of dataset: Dataset, in package: DataPackage, findings: inout Findings) {
    for key in dataset.contract.foreignKeys {
        guard let target = referencedDataset(key, from: dataset, in: package, findings: &findings) else { continue }
        let columns = key.referenced.compactMap { target.column($0, findings: &findings) }
        guard columns.count == key.referenced.count else { continue }
        let known = Set(
            (0..<target.table.rowCount).map { row in columns.map { target.table.columns[$0].shownValue(row) } }
        )
        let names = key.fields.map { dataset.contract.fields[$0].name }.joined(separator: ", ")
        var violations = Violations()
        for row in 0..<dataset.rowsInFile {
            let values = key.fields.map { dataset.table.columns[$0].shownValue(row) }
            guard !values.contains(""), !known.contains(values), violations.examines(.foreignKey, column: names) else {
                continue
            }
            let value = values.joined(separator: ", ")
            let shown = value.shortened
            let line = Int(dataset.table.lines[row])
            let hint =
                key.fields.count == 1 ? valueHint(for: values[0], among: known.compactMap(\.first).sorted()) : nil
            violations.add(.foreignKey, column: names, value: value, line: line, hint: hint) {
                (
                    Place(file: dataset.contract.file, line: line),
                    Wording(
                        en: "\(names) \"\(shown)\" does not occur in dataset \(target.contract.name)",
                        nl: "\(names) \"\(shown)\" komt niet voor in dataset \(target.contract.name)"
                    )
                )
            }
        }
        violations.finish(&findings)
    }
}

private func referencedDataset(
    _ key: ForeignKey,
    from dataset: Dataset,
    in package: DataPackage,
    findings: inout Findings
) -> Dataset? {
    guard let name = key.resource else { return dataset }
    let known = package.contract.datasets.map(\.name)
    if !known.contains(name.text), !package.contract.hasReported(name.text) {
        findings.error(
            "data.unknown-dataset",
            at: name.place,
            en: "no dataset \"\(name.text)\" in the data package",
            nl: "geen dataset \"\(name.text)\" in het datapakket",
            hint: suggestion(for: name.text, among: known)
        )
    }
    return package.datasets[name.text]
}
