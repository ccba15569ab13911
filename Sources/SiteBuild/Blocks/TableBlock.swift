// A table from data: rows as they stand (`columns`) or groups with measures (`group`, `measures`).
import Declarations
import Diagnostics

/// A `table` block. What it takes from the data stays YAML until the datasets are read.
struct TableBlock: Sendable {
    enum Size: String, CaseIterable, Sendable { case small, text, wide, full }
    enum Sort: String, CaseIterable, Sendable { case given, ascending, descending }

    var id: Scalar
    var title: InlineText?
    var caption: InlineText?
    var note: InlineText?
    var size: Size
    var showsTotal: Bool
    var sort: Sort
    /// `from`, `where` and either `columns` or `group` and `measures`.
    var data: Mapping

    static let dataKeys = ["from", "where", "columns", "group", "measures"]

    static func read(_ mapping: Mapping, findings: inout Findings) -> TableBlock? {
        var fields = Fields(mapping, of: Wording(en: "a table block", nl: "een table-blok"))
        defer { fields.finish(&findings) }
        for key in dataKeys { _ = fields.value(key) }
        let block = TableBlock(
            id: fields.requiredScalar("id") ?? Scalar(text: "", place: mapping.place),
            title: InlineText(fields.scalar("title"), findings: &findings),
            caption: InlineText(fields.scalar("caption"), findings: &findings),
            note: InlineText(fields.scalar("note"), findings: &findings),
            size: fields.choice("size") ?? .text,
            showsTotal: fields.boolean("total") ?? false,
            sort: fields.choice("sort") ?? .given,
            data: Mapping(entries: mapping.entries.filter { dataKeys.contains($0.key.text) }, place: mapping.place)
        )
        if fields.has("columns") && (fields.has("measures") || fields.has("group")) {
            fields.error(
                "table.columns-and-measures",
                at: "columns",
                en: "a table shows columns as they stand, or groups with measures, not both",
                nl: "een tabel toont kolommen zoals ze zijn, of groepen met maten, niet allebei"
            )
        }
        return block.id.text.isEmpty ? nil : block
    }
}
