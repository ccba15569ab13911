// How large a table may be: beyond that it is a mistake, or an attack, and not read. A data package may say otherwise.
import Declarations
import Diagnostics

/// The largest table of a data package; under `verslag: {limits: {rows: …, bytes: …}}` in its descriptor.
public struct TableLimits: Hashable, Sendable {
    public var rows = 1_000_000
    public var bytes = 200_000_000

    public init() {}

    static func read(_ mapping: Mapping?, findings: inout Findings) -> TableLimits {
        var limits = TableLimits()
        guard let mapping else { return limits }
        var own = Fields(mapping, of: Wording(en: "verslag", nl: "verslag"))
        if let inner = own.mapping("limits") {
            var fields = Fields(inner, of: Wording(en: "limits", nl: "limits"))
            for (key, path) in [("rows", \TableLimits.rows), ("bytes", \.bytes)] {
                guard let number = fields.integer(key) else { continue }
                if number > 0 {
                    limits[keyPath: path] = number
                } else {
                    fields.error("data.limit", at: key, en: "\(key) is 1 or more", nl: "\(key) is 1 of meer")
                }
            }
            fields.finish(&findings)
        }
        own.finish(&findings)
        return limits
    }

    /// Whether a file may be read at all.
    func allow(_ count: Int, of contract: DatasetContract, findings: inout Findings) -> Bool {
        guard count > bytes else { return true }
        report(
            Place(file: contract.file),
            Wording(en: "\(count) bytes", nl: "\(count) bytes"),
            atMost: bytes,
            key: "bytes",
            findings: &findings
        )
        return false
    }

    /// The finding about the first row that is too many.
    func reportRow(_ line: Int, in file: String, findings: inout Findings) {
        report(
            Place(file: file, line: line),
            Wording(en: "more than \(rows) rows", nl: "meer dan \(rows) rijen"),
            atMost: rows,
            key: "rows",
            findings: &findings
        )
    }

    private func report(_ place: Place, _ found: Wording, atMost most: Int, key: String, findings: inout Findings) {
        findings.error(
            "data.too-large",
            at: place,
            en: "the table has \(found.en); at most \(most) are read",
            nl: "de tabel heeft \(found.nl); er worden er hoogstens \(most) gelezen",
            hint: Wording(
                en: "if it must be so large: verslag: {limits: {\(key): …}} at the top of datapackage.yaml",
                nl: "moet de tabel zo groot zijn: verslag: {limits: {\(key): …}} bovenaan datapackage.yaml"
            )
        )
    }
}
