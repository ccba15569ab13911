// Stage 4, print: the programme's reports as PDF. They come before the pages, because pages say how large a report is.
import Diagnostics
import Reports

/// A PDF in the edition.
struct SiteReport: Sendable {
    var plan: ReportPlan
    var pdf: PrintedReport
}

/// Composes the reports and typesets those that changed.
///
/// - Parameters:
///   - plans: the reports to print.
///   - published: the PDF that stands at a report's place already.
///   - typstFolder: where the Typst files are kept; nil for a folder that is removed.
/// - Returns: no PDFs for a check, and none where there is no Typst, which is a warning.
/// - Throws: where the disk refuses or Typst cannot be run.
func print(
    _ plans: [ReportPlan],
    of programme: Programme,
    _ disk: Disk,
    with printing: Printing,
    jobs: Int,
    published: (ReportPlan) -> [UInt8]?,
    typstFolder: String? = nil,
    findings: inout Findings
) async throws -> [SiteReport] {
    if case .off = printing { return [] }
    let composed = await inSlices(plans, jobs: jobs) { compose($0, programme, disk) }
    for (_, found) in composed { findings.add(contentsOf: found) }
    guard !plans.isEmpty, !findings.hasErrors else { return [] }
    switch printing {
    case .off, .composeOnly: return []
    case .unavailable(let problem):
        findings.add(noTypst(problem))
        return []
    case .with(let typesetter):
        let byName = Dictionary(uniqueKeysWithValues: plans.map { ($0.name, $0) })
        let fonts = programme.theme.reportFonts.map { ReportSource.File(path: $0.path, bytes: $0.bytes) }
        do {
            let printed = try await typeset(
                composed.map(\.source),
                fonts: fonts,
                with: typesetter,
                published: { byName[$0].flatMap(published) },
                places: { signPlaces($0, in: $1, disk) },
                in: typstFolder,
                findings: &findings
            )
            return printed.compactMap { pdf in byName[pdf.name].map { SiteReport(plan: $0, pdf: pdf) } }
        } catch let problem as TypesetterProblem {
            findings.add(noTypst(problem))
            return []
        }
    }
}

private func noTypst(_ problem: TypesetterProblem) -> Diagnostic {
    Diagnostic(
        .warning,
        "report.no-typst",
        at: Place(file: ProgrammeFile.path, line: 1),
        message: problem.message,
        hint: problem.hint
    )
}
