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
        var outputs = Outputs(into: folder)
        // A second page with the same address has had its finding.
        if programme.map.byAddress[renderer.address] == index {
            let maker = Maker(file: renderer.page.file, line: 1)
            try outputs.add(renderer.address.file, by: maker, html)
            for file in renderer.state.files { try outputs.add(file.path, by: maker, file.bytes) }
        }
        // The list alone: a worker's hold on the folder would outlive it, and leave the folder behind where nothing is published.
        return (renderer.state.record, renderer.state.findings, outputs.files)
    }
    var rendered = Rendered()
    var outputs = Outputs(into: folder)
    for asset in programme.theme.assets {
        try outputs.add("assets/" + asset.path, by: Maker(file: "templates/assets/" + asset.path), asset.bytes)
    }
    rendered.reports = reports.map(\.plan.path)
    for report in reports {
        try outputs.add(
            report.plan.path,
            by: Maker(en: "a printed report", nl: "een gedrukt rapport"),
            report.pdf.bytes
        )
    }
    for (record, pageFindings, files) in results {
        findings.add(contentsOf: pageFindings)
        rendered.pages.append(record)
        outputs.note(files)
    }
    if programme.makesProvenancePage { rendered.pages.append(try renderProvenance(programme, into: &outputs)) }
    if programme.changes != nil { rendered.pages.append(try renderChanges(programme, into: &outputs)) }
    try writeData(programme, into: &outputs)
    try writeAttachments(of: rendered.pages, programme, disk, into: &outputs, findings: &findings)
    rendered.files = outputs.files
    return rendered
}

/// The register of numbers of a programme that has no page for it.
private func renderProvenance(_ programme: Programme, into outputs: inout Outputs) throws -> RenderedPage {
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
    try outputs.add(
        address.file,
        by: Maker(en: "the register of numbers", nl: "het register van cijfers"),
        programme.layout.page(parts, at: address, navigation: key)
    )
    var record = RenderedPage(page: nil, file: address.file)
    record.ids = programme.publishedNumbers.map(\.id)
    return record
}

/// What the edition says, for machines and for the editions after it.
private func writeData(_ programme: Programme, into outputs: inout Outputs) throws {
    let facts = programme.facts
    let made = [
        EditionFacts.numbersFile: programme.publishedNumbers.isEmpty ? nil : programme.numbersJSON,
        EditionFacts.pagesFile: pagesJSON(facts),
        EditionFacts.datasetsFile: datasetsJSON(facts),
        EditionFacts.figuresFile: figuresJSON(facts),
        EditionFacts.textsFile: textsJSON(facts),
    ]
    for file in EditionFacts.files {
        if let bytes = made[file.path] ?? nil { try outputs.add(file.path, by: file.maker, bytes) }
    }
}

/// Files of `content/` that pages lead to.
private func writeAttachments(
    of pages: [RenderedPage],
    _ programme: Programme,
    _ disk: Disk,
    into outputs: inout Outputs,
    findings: inout Findings
) throws {
    // Pages come in their order, so that the first link to a file is the one that a finding points at.
    let links = pages.reduce(into: [String: Place]()) { $0.merge($1.attachments) { first, _ in first } }
    let people = links.isEmpty ? nil : PeopleFiles(programme.package, disk)
    for (file, link) in links.sorted(by: { $0.key < $1.key }) {
        switch disk.read(file) {
        case .success(let bytes):
            findings.add(contentsOf: checkAttachment(file, bytes))
            people?.check(file, bytes, findings: &findings)
            // After an error nothing of the folder is published.
            try outputs.add(String(file.dropFirst("content/".count)), by: Maker(file: file), bytes)
        case .failure(let reason): findings.add(unusable(file, reason, linkedAt: link))
        }
    }
}
