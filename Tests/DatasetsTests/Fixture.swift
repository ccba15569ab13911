// A data package out of strings: what the tests of this module read, without a disk.
import Datasets
import Declarations
import Diagnostics

/// One dataset `t` in data/t.csv with the given schema lines (YAML in flow style) and its findings.
struct Reading {
    var package: DataPackage
    var findings = Findings()

    init(_ yaml: String, files: [String: DataFile] = [:]) {
        package = .empty
        guard let source = SourceText(file: "data/datapackage.yaml", bytes: Array(yaml.utf8), findings: &findings)
        else { return }
        package = readDataPackage(
            source,
            files: Array(files.keys),
            file: { files[$0] ?? .missing },
            findings: &findings
        )
    }

    /// - Parameters:
    ///   - fields: one YAML mapping per field.
    ///   - more: further lines of the resource.
    init(
        csv: String,
        fields: [String],
        more: String = "",
        schema: String = "",
        own: String = "privacy: {counts: none, reason: test}"
    ) {
        let list = fields.map { "      - \($0)" }.joined(separator: "\n")
        let yaml = """
            name: test
            resources:
            - name: t
              path: t.csv
            \(more.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
              schema:
                fields:
            \(list)
            \(schema.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
              verslag:
            \(own.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            """
        self.init(yaml, files: ["data/t.csv": .bytes(Array(csv.utf8))])
    }

    var table: Table? { package.datasets["t"]?.table }
    var dataset: Dataset? { package.datasets["t"] }

    /// Findings as `line:column id`, in the order in which they are shown.
    var summary: [String] { findings.sorted.map { "\($0.place.line):\($0.place.column) \($0.id)" } }
    var messages: [String] { findings.sorted.map(\.message.en) }
    var hints: [String] { findings.sorted.compactMap(\.hint?.en) }

    /// All values of a column, `·` for a missing one.
    func values(_ name: String) -> [String] {
        guard let table, let column = table.column(named: name) else { return [] }
        return (0..<table.rowCount).map { row in
            let text = table.columns[column].shownValue(row)
            return text.isEmpty ? "·" : text
        }
    }

    /// Reads a block's YAML through `read`.
    mutating func block<Result>(_ yaml: String, _ read: (inout Fields, DataPackage, inout Findings) -> Result?)
        -> Result?
    {
        guard
            case .mapping(let mapping)? = parseYAML(
                yaml,
                at: Place(file: "content/a.md", line: 10),
                findings: &findings
            )
        else { return nil }
        var fields = Fields(mapping, of: Wording(en: "a block", nl: "een blok"))
        let result = read(&fields, package, &findings)
        fields.finish(&findings)
        return result
    }

    mutating func aggregated(_ yaml: String) throws -> Aggregate {
        guard let query = block(yaml, { Query.read(&$0, in: $1, findings: &$2) }) else { throw NoQuery() }
        return aggregate(query, findings: &findings)
    }
    private struct NoQuery: Error {}
}
