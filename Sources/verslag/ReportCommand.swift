// `verslag report`: the printed reports, without the site.
import ArgumentParser
import Diagnostics
import Foundation
import Reports
import SiteBuild

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the end report, or reports of projects, as PDF (PDF/UA-1 and PDF/A-3a).",
        discussion:
            "Reports are set by Typst: the one that --typst or VERSLAG_TYPST names, or typst beside this command or on PATH."
    )

    @OptionGroup var programme: ProgrammeArguments
    @OptionGroup var typst: PrintingArguments

    @Option(name: .long, help: "The number of the project to report on, in place of the end report.")
    var project: Int?

    @Flag(name: .long, help: "Print the end report and the reports of all projects.")
    var all = false

    @Option(name: .long, help: "The folder of the PDFs (default: ROOT/reports).", completion: .directory)
    var output: String?

    @Option(name: .long, help: "Keep the Typst files of the reports in this folder.", completion: .directory)
    var keepTypst: String?

    func validate() throws {
        if all && project != nil { throw ValidationError("--all and --project exclude each other.") }
    }

    func run() async throws {
        let typesetter: Typesetter
        switch await typst.typesetter(for: programme) {
        case .success(let found): typesetter = found
        case .failure(let problem):
            say(problem.message, programme)
            say(problem.hint, programme)
            throw ExitCode(2)
        }
        let options = ReportOptions(
            root: programme.root,
            output: output ?? programme.root + "/reports",
            choice: all ? .all : project.map(ReportChoice.project) ?? .endReport,
            printing: .with(typesetter),
            jobs: programme.workers,
            isStrict: programme.strict,
            typstFolder: keepTypst
        )
        let result = try await reportingFailures { try await printReports(options) }
        try show(
            result.findings,
            isClean: result.isClean,
            timings: result.timings,
            sourceLine: result.sourceLine,
            programme
        )
        guard result.isClean else { throw ExitCode(1) }
        for file in result.files {
            let (pages, kilobytes) = (file.pageCount, (file.byteCount + 999) / 1000)
            say(
                Wording(
                    en:
                        "\(file.path): \(counted(pages, "page", "pages")), \(kilobytes) kB\(file.isUnchanged ? ", unchanged" : "")",
                    nl:
                        "\(file.path): \(counted(pages, "pagina", "pagina's")), \(kilobytes) kB\(file.isUnchanged ? ", ongewijzigd" : "")"
                ),
                programme
            )
        }
    }
}
