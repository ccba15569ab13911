// `verslag build` and `verslag check`: run the pipeline, print the findings, say what was made.
import ArgumentParser
import Diagnostics
import Editions
import Foundation
import Reports
import SiteBuild

struct ProgrammeArguments: ParsableArguments {
    @Option(name: .long, help: "The programme's folder.", completion: .directory)
    var root = "."

    @Option(name: .long, help: "How many workers render at once (default: one per core).")
    var jobs: Int?

    @Option(name: .long, help: "How findings are printed: text, json, github or sarif.")
    var format = DiagnosticFormat.text

    @Option(name: .long, help: "The language of messages: en or nl (default: from the environment).")
    var language: Language?

    @Flag(name: .long, help: "Warnings count as errors.")
    var strict = false

    @Flag(name: .long, help: "Say how long each stage took.")
    var timings = false

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    }

    var messageLanguage: Language {
        if let language { return language }
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("nl") ? .nl : .en
    }

    var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    func options(output: String?, printing: Printing) -> BuildOptions {
        BuildOptions(root: root, output: output, jobs: workers, isStrict: strict, printing: printing)
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Build the website into OUTPUT/<edition>/.")

    @OptionGroup var programme: ProgrammeArguments
    @OptionGroup var typst: PrintingArguments

    @Option(name: .long, help: "The folder of all editions (default: ROOT/site).", completion: .directory)
    var output: String?

    @Flag(name: .long, inversion: .prefixedNo, help: "Print the reports as PDF as well.")
    var reports = true

    func run() async throws {
        let output = output ?? programme.root + "/site"
        let site = try await open(output, programme)
        if site.findings.hasErrors { throw ExitCode(1) }
        let result = try await runPipeline(
            programme,
            output: output,
            past: site.past(),
            printing: reports ? await typst.printing(for: programme) : .off
        )
        guard result.isClean else { throw ExitCode(1) }
        let (pages, files) = (result.pageCount, result.fileCount)
        let place = output + "/" + result.edition.id + "/index.html"
        say(
            Wording(
                en:
                    "\(counted(pages, "page", "pages")), \(counted(files, "file", "files")) in \(result.milliseconds) ms: \(place)",
                nl:
                    "\(counted(pages, "pagina", "pagina's")), \(counted(files, "bestand", "bestanden")) in \(result.milliseconds) ms: \(place)"
            ),
            programme
        )
    }
}

/// `1 page`, `2 pages`.
func counted(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

/// Where Typst is, for commands that print.
struct PrintingArguments: ParsableArguments {
    @Option(
        name: .long,
        help:
            "Typst, which sets the reports: the program, or a Python environment with the package typst (default: VERSLAG_TYPST; then beside this command and on PATH, never in ROOT).",
        completion: .file()
    )
    var typst: String?

    func typesetter(for programme: ProgrammeArguments) async -> Result<Typesetter, TypesetterProblem> {
        let named = typst ?? ProcessInfo.processInfo.environment["VERSLAG_TYPST"].flatMap { $0.isEmpty ? nil : $0 }
        return await findTypesetter(named: named, root: programme.root)
    }

    func printing(for programme: ProgrammeArguments) async -> Printing {
        switch await typesetter(for: programme) {
        case .success(let typesetter): .with(typesetter)
        case .failure(let problem): .unavailable(problem)
        }
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Look for mistakes without writing anything.")

    @OptionGroup var programme: ProgrammeArguments

    func run() async throws {
        // A check looks at the sources; what was sealed is looked at by build and by edition verify.
        let past = Site.past(of: programme.root + "/site")
        let result = try await runPipeline(programme, output: nil, past: past, printing: .composeOnly)
        guard result.isClean else { throw ExitCode(1) }
        say(
            Wording(
                en: "\(counted(result.pageCount, "page", "pages")), no errors",
                nl: "\(counted(result.pageCount, "pagina", "pagina's")), geen fouten"
            ),
            programme
        )
    }
}

/// Runs the pipeline and prints its findings.
private func runPipeline(_ programme: ProgrammeArguments, output: String?, past: Past, printing: Printing) async throws
    -> BuildResult
{
    var options = programme.options(output: output, printing: printing)
    options.past = past
    let result = try await reportingFailures { [options] in try await build(options) }
    try show(
        result.findings,
        isClean: result.isClean,
        timings: result.timings,
        sourceLine: result.sourceLine,
        programme
    )
    return result
}

/// What the disk or another program refuses is said in one line; exit status 2.
func reportingFailures<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
        return try await work()
    } catch let error where error is ExitCode || error is CancellationError {
        throw error
    } catch let error as CocoaError {
        // As a sentence: its own description is a dump.
        let path = error.filePath.map { "\($0): " } ?? ""
        complain("verslag: \(path)\(error.localizedDescription)\n")
        throw ExitCode(2)
    } catch {
        complain("verslag: \(error)\n")
        throw ExitCode(2)
    }
}

/// Prints findings: for people on standard error, for machines on standard output.
func show(
    _ findings: [Diagnostic],
    isClean: Bool,
    timings: [(stage: String, milliseconds: Int)],
    sourceLine: @escaping @Sendable (Place) -> String?,
    _ programme: ProgrammeArguments
) throws {
    let text = render(findings, as: programme.format, language: programme.messageLanguage, sourceLine: sourceLine)
    if programme.format == .text {
        complain(text)
        if !findings.isEmpty { say(summary(of: findings, isClean: isClean), programme) }
    } else {
        try answer(Array(text.utf8))
    }
    if programme.timings {
        for (stage, milliseconds) in timings { complain("\(stage): \(milliseconds) ms\n") }
    }
}

private func summary(of findings: [Diagnostic], isClean: Bool) -> Wording {
    func count(_ severity: Diagnostic.Severity) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    }
    func words(_ severity: Diagnostic.Severity, _ en: (String, String), _ nl: (String, String)) -> Wording {
        let number = count(severity)
        return Wording(en: counted(number, en.0, en.1), nl: counted(number, nl.0, nl.1))
    }
    let errors = words(.error, ("error", "errors"), ("fout", "fouten"))
    let warnings = words(.warning, ("warning", "warnings"), ("waarschuwing", "waarschuwingen"))
    let hints = words(.hint, ("piece of advice", "pieces of advice"), ("advies", "adviezen"))
    let nothing = isClean ? ("", "") : ("; nothing was written", "; er is niets geschreven")
    return Wording(
        en: "\(errors.en), \(warnings.en), \(hints.en)\(nothing.0)",
        nl: "\(errors.nl), \(warnings.nl), \(hints.nl)\(nothing.1)"
    )
}

func say(_ wording: Wording, _ programme: ProgrammeArguments) {
    complain((wording.text(in: programme.messageLanguage) + "\n"))
}
