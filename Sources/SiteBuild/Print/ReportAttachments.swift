// The data inside a PDF: the released cells of every figure and table, the numbers, and a Data Package that describes them.
import Indicators
import Markup

struct ReportAttachment {
    /// Its name in the PDF.
    var name: String
    var mime: String
    var description: String
    var source: String?
    var isIllustrative = false

    static let folder = "data/"
}

extension ReportState {
    func attach(_ attachment: ReportAttachment, _ bytes: [UInt8]) {
        attachments.append(attachment)
        add(ReportAttachment.folder + attachment.name, bytes)
    }
}

/// Adds `indicators.json` and, over all that is attached, `datapackage.json` (Data Package v2).
func attachPackage(to state: ReportState, of programme: Programme, named name: String) {
    let strings = programme.strings
    if !state.numbers.isEmpty {
        state.attach(
            ReportAttachment(name: "indicators.json", mime: "application/json", description: strings["provenance"]),
            indicatorsJSON(Indicators(state.numbers), usedOn: programme.usage, language: programme.language)
        )
    }
    let tables = state.attachments.filter { $0.mime == "text/csv" }
    guard !tables.isEmpty else { return }
    var json = JSONWriter()
    json.object { json in
        json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
        json.member("name", name)
        json.member("title", programme.file.title)
        json.key("resources")
        json.list(tables) { json, table in
            json.object { json in
                json.member("name", String(table.name.dropLast(".csv".count)))
                json.member("type", "table")
                json.member("path", table.name)
                json.member(
                    "title",
                    table.isIllustrative ? "\(table.description) (\(strings["illustrative"]))" : table.description
                )
                json.member("mediatype", "text/csv")
                json.member("encoding", "utf-8")
                if let source = table.source {
                    json.key("sources")
                    json.list([source]) { json, source in json.object { $0.member("title", source) } }
                }
            }
        }
    }
    json.end()
    state.attach(
        ReportAttachment(name: "datapackage.json", mime: "application/json", description: strings["data_package"]),
        json.bytes
    )
}
