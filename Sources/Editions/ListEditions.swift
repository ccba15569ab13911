// The answers of `verslag edition list`: for a terminal, and for programs.
import Markup

/// A line for each edition, oldest first, and below it one for each erratum; parts are separated by tabs.
public func listText(_ list: EditionList) -> String {
    var lines: [String] = []
    for edition in list.editions {
        let parts = [
            edition.id, edition.date, String(edition.commit.prefix(12)), String(edition.files.count),
            edition.signature == nil ? "-" : "signed", edition.title,
        ]
        lines.append(parts.joined(separator: "\t"))
        for erratum in edition.errata {
            lines.append(
                [
                    "", "erratum", erratum.indicator ?? erratum.page ?? "", "\(erratum.old) → \(erratum.new)",
                    erratum.reason,
                ].joined(separator: "\t")
            )
        }
    }
    return lines.map { $0 + "\n" }.joined()
}

/// The sealed editions for programs, oldest first, without the digests of their files, which stand in editions.json
/// (UTF-8, ends with a newline).
public func listJSON(_ list: EditionList) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("editions")
        json.list(list.editions) { json, edition in
            json.object { json in
                json.member("id", edition.id)
                json.member("title", edition.title)
                json.member("date", edition.date)
                json.member("commit", edition.commit)
                json.member("toolVersion", edition.toolVersion)
                json.member("typstVersion", edition.typstVersion)
                json.member("treeDigest", edition.treeDigest)
                json.member("files", edition.files.count)
                json.member("publicKey", edition.signature?.publicKey)
                json.key("reports")
                json.list(edition.reports) { $0.text($1) }
                json.key("errata")
                json.list(edition.errata) { json, erratum in json.object { erratum.write(to: &$0) } }
            }
        }
    }
    json.end()
    return json.bytes
}
