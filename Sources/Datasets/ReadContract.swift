// From data/datapackage.yaml to `PackageContract`: package and resources. Fields are read in ReadSchema, `verslag:` in ReadOwnKeys.
import Declarations
import Diagnostics

/// Reads a Data Package descriptor (v2, YAML or JSON).
///
/// Keys of the standard are accepted, keys that nobody knows are findings. Resources with mistakes are kept where enough of them
/// is known to be named, so that later findings do not pile up.
///
/// - Parameters:
///   - folder: the folder of the descriptor relative to the programme's root; paths of resources are relative to it.
public func readContract(_ value: Value, folder: String, findings: inout Findings) -> PackageContract {
    guard case .mapping(let mapping) = value else {
        findings.error(
            "data.not-a-package",
            at: value.place,
            en: "a data package is keys with values",
            nl: "een datapakket bestaat uit sleutels met waarden"
        )
        return PackageContract(title: nil, sources: [], datasets: [], isWhole: false)
    }
    var fields = Fields(mapping, of: Wording(en: "a data package", nl: "een datapakket"))
    var package = PackageContract(
        title: fields.text("title"),
        sources: sourceTitles(&fields, findings: &findings),
        datasets: []
    )
    package.limits = .read(fields.mapping("verslag"), findings: &findings)
    var earlier: [String: Place] = [:]
    let resources = fields.mappings("resources")
    if fields.has("resources"), resources == nil { package.isWhole = false }
    for (index, resource) in (resources ?? []).enumerated() {
        guard
            var dataset = readResource(
                resource,
                number: index + 1,
                folder: folder,
                package: package,
                findings: &findings
            )
        else {
            var named = Fields(resource, of: Wording(en: "a resource", nl: "een resource"))
            if let name = named.scalar("name") {
                package.unusable.insert(name.text)
            } else {
                package.isWhole = false
            }
            continue
        }
        dataset.limits = package.limits
        if let place = earlier[dataset.name] {
            findings.error(
                "data.duplicate-dataset",
                at: dataset.place,
                en: "dataset \"\(dataset.name)\" is on line \(place.line) already",
                nl: "dataset \"\(dataset.name)\" staat al op regel \(place.line)"
            )
        } else {
            earlier[dataset.name] = dataset.place
            package.datasets.append(dataset)
        }
    }
    let standard = [
        "$schema", "profile", "name", "id", "description", "homepage", "version", "created", "licenses", "contributors",
        "keywords", "image",
    ]
    for key in standard { _ = fields.value(key) }
    fields.finish(&findings)
    return package
}

private func readResource(
    _ mapping: Mapping,
    number: Int,
    folder: String,
    package: PackageContract,
    findings: inout Findings
) -> DatasetContract? {
    var fields = Fields(mapping, of: Wording(en: "a resource", nl: "een resource"))
    let name = fields.scalar("name")
    if name == nil { _ = fields.requiredText("name") }
    let path = readPath(&fields)
    let title = fields.text("title")
    let description = fields.text("description")
    let sources = sourceTitles(&fields, findings: &findings)
    checkFormat(&fields)
    let hash = fields.scalar("hash")
    var dialect = fields.mapping("dialect").map { readDialect($0, findings: &findings) } ?? Dialect()
    let schemaMapping = fields.mapping("schema")
    if schemaMapping == nil, name != nil {
        fields.error(
            "data.no-schema",
            at: "schema",
            en: "a dataset needs a schema with its fields",
            nl: "een dataset heeft een schema met velden nodig"
        )
    }
    let schema = schemaMapping.map { readSchema($0, findings: &findings) } ?? SchemaContract(fields: [])
    let ownMapping = fields.mapping("verslag")
    for key in ["$schema", "profile", "type", "mediatype", "bytes", "licenses", "homepage"] { _ = fields.value(key) }
    fields.finish(&findings)
    guard let name, let path, schemaMapping != nil else { return nil }
    let own = readOwnKeys(ownMapping, dataset: name, fields: schema.fields, findings: &findings)
    dialect.isPadded = own.isPadded
    return DatasetContract(
        name: name.text,
        title: title ?? name.text,
        description: description,
        file: folder.isEmpty ? path : folder + "/" + path,
        dialect: dialect,
        fields: schema.fields,
        primaryKey: schema.primaryKey,
        uniqueKeys: schema.uniqueKeys,
        foreignKeys: schema.foreignKeys,
        sources: sources.isEmpty ? package.sources : sources,
        period: own.period,
        unit: own.unit,
        status: own.status,
        privacy: own.privacy,
        index: own.index,
        definition: own.definition,
        aliases: own.aliases,
        bridge: own.bridge,
        breaks: own.breaks,
        expectedHash: hash,
        place: name.place
    )
}

/// The path of the CSV file, which must stay inside the data folder.
private func readPath(_ fields: inout Fields) -> String? {
    guard let value = fields.requiredValue("path") else { return nil }
    let path: Scalar
    switch value {
    case .scalar(let scalar): path = scalar
    case .list(let values, _):
        guard values.count == 1, case .scalar(let scalar)? = values.first else {
            fields.error("data.path", at: "path", en: "a dataset has one file", nl: "een dataset heeft één bestand")
            return nil
        }
        path = scalar
    case .mapping:
        fields.error(
            "data.path",
            at: "path",
            en: "path must be the name of a file",
            nl: "path moet de naam van een bestand zijn"
        )
        return nil
    }
    let parts = path.text.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.text.hasPrefix("/"), !path.text.contains(":"), !path.text.contains("\\"), !parts.contains(".."),
        !parts.contains("")
    else {
        fields.error(
            "data.path-outside",
            at: "path",
            en: "\"\(path.text.shortened)\" does not lie inside the data folder",
            nl: "\"\(path.text.shortened)\" ligt niet binnen de datamap",
            hint: Wording(
                en: "put the file in the data folder and name it relative to that folder",
                nl: "zet het bestand in de datamap en noem het vanaf die map"
            )
        )
        return nil
    }
    return parts.filter { $0 != "." }.joined(separator: "/")
}

private func checkFormat(_ fields: inout Fields) {
    if let format = fields.text("format"), format.lowercased() != "csv" {
        fields.error(
            "data.format",
            at: "format",
            en: "only csv can be read, not \(format)",
            nl: "alleen csv kan worden gelezen, niet \(format)"
        )
    }
    if let encoding = fields.text("encoding"), !["utf-8", "utf8"].contains(encoding.lowercased()) {
        fields.error(
            "data.encoding",
            at: "encoding",
            en: "only utf-8 can be read, not \(encoding)",
            nl: "alleen utf-8 kan worden gelezen, niet \(encoding)",
            hint: Wording(
                en: "save the file as UTF-8 (in Excel: \"CSV UTF-8\")",
                nl: "sla het bestand op als UTF-8 (in Excel: \"CSV UTF-8\")"
            )
        )
    }
}

/// The titles of `sources`, which may also be plain texts.
private func sourceTitles(_ fields: inout Fields, findings: inout Findings) -> [String] {
    guard let value = fields.value("sources") else { return [] }
    guard case .list(let values, _) = value else {
        fields.error("yaml.wrong-type", at: "sources", en: "sources must be a list", nl: "sources moet een lijst zijn")
        return []
    }
    return values.compactMap { item in
        switch item {
        case .scalar(let scalar): return scalar.text
        case .list: return nil
        case .mapping(let mapping):
            var source = Fields(mapping, of: Wording(en: "a source", nl: "een bron"))
            let title = source.requiredText("title")
            for key in ["path", "email", "version"] { _ = source.value(key) }
            source.finish(&findings)
            return title
        }
    }
}
