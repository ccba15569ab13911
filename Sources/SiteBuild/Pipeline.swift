// The whole build, stage by stage, in the order in which they run. Read this file first.
//
//   discover → read ∥ → resolve → render ∥ → check → write
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
    watch.lap("discover")

    let reading = await read(tree, disk, jobs: options.jobs, findings: &findings)
    watch.lap("read")

    let programme = resolve(reading, findings: &findings)
    watch.lap("resolve")

    // What cannot be read or resolved cannot be rendered; mistakes in rendering itself are still looked for together.
    let folder = try options.output.map { try OutputFolder(parent: $0, edition: programme.file.edition.id) }
    let rendered = try await render(programme, disk, into: folder, jobs: options.jobs, findings: &findings)
    watch.lap("render")

    check(rendered, programme, findings: &findings)
    watch.lap("check")

    let isClean = !findings.hasErrors && !(options.isStrict && findings.count(of: .warning) > 0)
    if isClean { try folder?.commit() }
    watch.lap("write")

    return BuildResult(
        findings: findings.sorted, isClean: isClean, edition: programme.file.edition.id,
        pageCount: rendered.pages.count, fileCount: rendered.fileCount, timings: watch.laps,
        sourceLine: { place in sourceLine(of: place, disk) })
}
