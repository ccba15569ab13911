// Stage 5, render: every page on its own, straight into the folder beside the site, so that memory does not grow with the number of pages.
import Diagnostics
import Indicators
import Markup

/// Renders all pages and writes the files that belong to the site as a whole.
///
/// - Parameter reports: the PDFs that stand in the site.
/// - Parameter folder: where files go; nil for a check, which renders everything and keeps nothing.
func render(
    _ programme: Programme,
    _ reports: [SiteReport],
    _ disk: Disk,
    into folder: OutputFolder?,
    jobs: Int,
    findings: inout Findings
) async throws -> Rendered {
    let results = try await inSlices(Array(programme.pages.indices), jobs: jobs) { index in
        try Task.checkCancellation()
        let renderer = PageRenderer(programme, page: index, reports: reports)
        let html = renderer.render()
        try folder?.write(renderer.address.file, html)
        for file in renderer.state.files { try folder?.write(file.path, file.bytes) }
        return (renderer.state.record, renderer.state.findings)
    }
    var rendered = Rendered()
    for (record, pageFindings) in results {
        findings.add(contentsOf: pageFindings)
        rendered.pages.append(record)
        rendered.fileCount += 1 + record.downloads.count
    }
    for report in reports { try folder?.write(report.plan.path, report.pdf.bytes) }
    rendered.reports = reports.map(\.plan.path)
    rendered.fileCount += reports.count
    if programme.makesProvenancePage {
        rendered.pages.append(try renderProvenance(programme, into: folder))
        rendered.fileCount += 1
    }
    if programme.changes != nil {
        rendered.pages.append(try renderChanges(programme, into: folder))
        rendered.fileCount += 1
    }
    rendered.fileCount += try writeSharedFiles(programme, rendered, disk, into: folder, findings: &findings)
    return rendered
}

/// The register of numbers of a programme that has no page for it.
private func renderProvenance(_ programme: Programme, into folder: OutputFolder?) throws -> RenderedPage {
    let address = programme.provenanceAddress
    var output = ByteWriter()
    writeProvenance(programme, at: address, into: &output)
    var parts = PageParts()
    parts.id = PageRecord.provenanceID
    parts.title = programme.strings["provenance"]
    parts.kind = PageKind.provenance.rawValue
    parts.body = output.bytes
    if programme.map.home != nil {
        parts.breadcrumbs = breadcrumbsHTML(
            [(programme.strings["home"], address.link(to: .home))],
            current: parts.title,
            strings: programme.strings
        )
    }
    let key = Layout.NavigationKey(toRoot: address.toRoot)
    try folder?.write(address.file, programme.layout.page(parts, at: address, navigation: key))
    var record = RenderedPage(page: nil, file: address.file)
    record.ids = programme.publishedNumbers.map(\.id)
    return record
}

/// Assets of the theme, files that pages lead to, and the numbers for machines.
private func writeSharedFiles(
    _ programme: Programme,
    _ rendered: Rendered,
    _ disk: Disk,
    into folder: OutputFolder?,
    findings: inout Findings
) throws -> Int {
    for asset in programme.theme.assets { try folder?.write("assets/" + asset.path, asset.bytes) }
    var count = programme.theme.assets.count
    let attachments = rendered.pages.reduce(into: Set<String>(), { $0.formUnion($1.attachments) }).sorted()
    let people = attachments.isEmpty ? nil : PeopleFiles(programme.package, disk)
    for file in attachments {
        switch disk.read(file) {
        case .success(let bytes):
            findings.add(contentsOf: checkAttachment(file, bytes))
            people?.check(file, bytes, findings: &findings)
            // After an error nothing of the folder is published.
            try folder?.write(String(file.dropFirst("content/".count)), bytes)
        case .failure(let reason): findings.add(unusable(file, reason))
        }
        count += 1
    }
    if !programme.publishedNumbers.isEmpty {
        try folder?.write("data/indicators.json", programme.numbersJSON)
        count += 1
    }
    try folder?.write(EditionFacts.pagesFile, pagesJSON(programme.facts))
    count += 1
    if let datasets = datasetsJSON(programme.facts) {
        try folder?.write(EditionFacts.datasetsFile, datasets)
        count += 1
    }
    if let figures = figuresJSON(programme.facts) {
        try folder?.write(EditionFacts.figuresFile, figures)
        count += 1
    }
    if let texts = textsJSON(programme.facts) {
        try folder?.write(EditionFacts.textsFile, texts)
        count += 1
    }
    return count
}
