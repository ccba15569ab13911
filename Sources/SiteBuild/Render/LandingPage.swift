// What stands beside the editions: the page that leads to the latest and lists all, and the address `latest`.
// It is written anew with every edition; its digests stand in the entry of the last.
import Markup

/// - Parameter editions: all sealed editions; the last one is the programme at hand.
func landingFiles(_ editions: [PastEdition], _ programme: Programme) -> [(path: String, bytes: [UInt8])] {
    guard let latest = editions.last else { return [] }
    return [
        (LandingFile.index.rawValue, landingPage(editions, latest: latest, programme)),
        (LandingFile.latest.rawValue, redirectPage(to: latest, programme)),
        // Hosts that know this file (Netlify, Cloudflare, GitLab) lead every page of `latest` on; others show the page above.
        (LandingFile.redirects.rawValue, Array("/latest/* /\(latest.id)/:splat 302\n".utf8)),
    ]
}

/// The main menu of the latest edition, seen from the folder above it.
func landingNavigation(_ edition: String) -> Layout.NavigationKey { Layout.NavigationKey(toRoot: edition + "/") }

private func landingPage(_ editions: [PastEdition], latest: PastEdition, _ programme: Programme) -> [UInt8] {
    let strings = programme.strings
    var output = ByteWriter()
    output.raw("<p class=\"latest\">")
    output.escaped(strings["latest_edition"])
    output.raw(" ")
    output.element("a", ("href", latest.id + "/index.html"), text: latest.title)
    output.raw("</p>\n<h2 id=\"edities\">")
    output.escaped(strings["editions"])
    output.raw("</h2>\n<ul class=\"edition-list\">\n")
    for (index, edition) in editions.enumerated().reversed() {
        output.raw("<li>")
        output.element("a", ("class", "edition-title"), ("href", edition.id + "/index.html"), text: edition.title)
        output.element("p", ("class", "edition-dated"), text: programme.language.date(edition.date))
        if let note = edition.note { output.element("p", ("class", "edition-dated"), text: note) }
        writeReports(edition, strings: strings, into: &output)
        if let changes = edition.changes, index > 0 {
            let text = strings("changes_since", ("title", editions[index - 1].title))
            output.element("p") {
                $0.element("a", ("href", percentEncoded(edition.id + "/" + changes) + "index.html"), text: text)
            }
        }
        writeErrata(edition, programme, into: &output)
        output.raw("</li>\n")
    }
    output.raw("</ul>\n")
    var parts = PageParts()
    parts.title = programme.file.title
    parts.description = programme.file.subtitle ?? ""
    parts.kind = "editions"
    parts.edition = strings["all_editions"]
    parts.body = output.bytes
    return programme.layout.page(parts, address: nil, toRoot: latest.id + "/", navigation: landingNavigation(latest.id))
}

/// In full: who reads without a script, or holds a printed report, meets them here only.
private func writeErrata(_ edition: PastEdition, _ programme: Programme, into output: inout ByteWriter) {
    for known in edition.errata {
        let erratum = known.erratum
        output.raw("<p class=\"edition-errata\"><strong>")
        output.escaped("\(programme.strings["erratum"]) (\(programme.language.date(erratum.date)))")
        output.raw("</strong> ")
        output.escaped(
            programme.strings("erratum_notice", ("label", known.label), ("old", erratum.old), ("new", erratum.new))
                + " " + sentence(erratum.reason)
        )
        output.raw("</p>")
    }
}

/// The end report stands out; those of single pages are folded.
private func writeReports(_ edition: PastEdition, strings: Strings, into output: inout ByteWriter) {
    func link(_ report: PastEdition.Report, _ text: String) {
        output.element("a", ("href", percentEncoded(edition.id + "/" + report.path)), text: text)
    }
    for report in edition.reports where report.title == nil {
        output.raw("<p>")
        link(report, strings("edition_report", ("title", edition.title)))
        output.raw("</p>")
    }
    let others = edition.reports.filter { $0.title != nil }
    guard !others.isEmpty else { return }
    output.raw("<details><summary>")
    output.escaped(strings("edition_reports", ("n", String(others.count))))
    output.raw("</summary><ul>")
    for report in others {
        output.raw("<li>")
        link(report, report.title ?? "")
        output.raw("</li>")
    }
    output.raw("</ul></details>")
}

private func redirectPage(to latest: PastEdition, _ programme: Programme) -> [UInt8] {
    var output = ByteWriter()
    let target = "../\(latest.id)/index.html"
    output.raw("<!DOCTYPE html>\n")
    output.open("html", ("lang", programme.language.rawValue))
    output.raw(
        "\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
    )
    output.escaped("\(latest.title) – \(programme.file.title)")
    output.raw("</title>\n")
    output.open("meta", ("http-equiv", "refresh"), ("content", "0; url=" + target))
    output.raw("\n")
    output.open("link", ("rel", "canonical"), ("href", target))
    output.raw("\n</head>\n<body>\n<p>")
    output.element("a", ("href", target), text: latest.title)
    output.raw("</p>\n</body>\n</html>\n")
    return output.bytes
}
