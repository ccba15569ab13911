// The whole build, stage by stage, in the order in which they run. Read this file first.
//
//   discover → read ∥ → resolve → print → render ∥ → check → write
//
// Each stage takes values and returns values; findings gather in one list. After an error nothing is published:
// what was rendered lies beside the site and is thrown away.
import Diagnostics

/// Builds or, without an output folder, checks a programme.
///
/// - Parameter disk: the programme's files; the command hands in the folder, tests may hand in a dictionary.
/// - Throws: `OutputError` where the disk refuses.
func build(_ options: BuildOptions, disk: Disk) async throws -> BuildResult {
    var findings = Findings()
    var watch = Stopwatch()

    let tree = discover(disk, findings: &findings)
    try watch.lap("discover")

    var reading = await read(tree, disk, jobs: options.jobs, findings: &findings)
    if let edition = options.edition { reading.programme.edition = edition.completed(by: reading.programme.edition) }
    try watch.lap("read")

    let programme = await resolve(reading, past: options.past, jobs: options.jobs, findings: &findings)
    try watch.lap("resolve")

    // After a mistake everything is still rendered, for what more there is to find, but nothing is written.
    func isClean(_ findings: Findings) -> Bool {
        !findings.hasErrors && !(options.isStrict && findings.count(of: .warning) > 0)
    }
    let folder =
        isClean(findings)
        ? try options.output.map {
            try OutputFolder(
                parent: $0,
                edition: programme.file.edition.id,
                root: options.root,
                isSealed: options.isSealed
            )
        } : nil
    let reports = try await print(
        ReportPlan.all(of: programme),
        of: programme,
        disk,
        with: options.printing,
        jobs: options.jobs,
        published: { folder?.published($0.path) },
        findings: &findings
    )
    try watch.lap("print")

    let rendered = try await render(programme, reports, disk, into: folder, jobs: options.jobs, findings: &findings)
    try watch.lap("render")

    check(rendered, programme, findings: &findings)
    try watch.lap("check")

    if isClean(findings) { try folder?.commit() }
    try watch.lap("write")

    return BuildResult(
        findings: findings.sorted,
        isClean: isClean(findings),
        edition: programme.file.edition,
        reports: rendered.reports,
        errata: programme.errata,
        landing: { landingFiles($0, programme) },
        isPublished: { programme.isPublished(in: $0) },
        pageCount: rendered.pages.count,
        fileCount: rendered.fileCount,
        timings: watch.laps,
        sourceLine: { place in sourceLine(of: place, disk) }
    )
}

/// Prints reports without building the site: the same stages as far as they go.
///
/// - Throws: `OutputError` where the disk refuses.
func printReports(_ options: ReportOptions, disk: Disk) async throws -> ReportResult {
    var findings = Findings()
    var watch = Stopwatch()

    let tree = discover(disk, findings: &findings)
    try watch.lap("discover")

    let reading = await read(tree, disk, jobs: options.jobs, findings: &findings)
    try watch.lap("read")

    let programme = await resolve(reading, past: .none, jobs: options.jobs, findings: &findings)
    try watch.lap("resolve")

    let plans = choose(options.choice, from: ReportPlan.all(of: programme), of: programme, findings: &findings)
    let reports = try await print(
        plans,
        of: programme,
        disk,
        with: options.printing,
        jobs: options.jobs,
        published: { options.published($0.name) },
        typstFolder: options.typstFolder,
        findings: &findings
    )
    try watch.lap("print")

    // Who asked for reports and gets none has to be told; a site does without.
    let isClean =
        !findings.hasErrors && reports.count == plans.count && !(options.isStrict && findings.count(of: .warning) > 0)
    let files = isClean ? try writeReports(reports, to: options) : []
    try watch.lap("write")

    return ReportResult(
        findings: findings.sorted,
        isClean: isClean,
        files: files,
        timings: watch.laps,
        sourceLine: { place in sourceLine(of: place, disk) }
    )
}
