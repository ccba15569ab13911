// Reports on their own: which to print, where they go. The door for the command `report`.
import Diagnostics
import Foundation
import Reports

/// Which reports to print.
public enum ReportChoice: Sendable {
    /// The end report, made of the chapters.
    case endReport
    /// The project with that number.
    case project(Int)
    case all
}

public struct ReportOptions: Sendable {
    /// The programme's folder.
    public var root: String
    /// Where the PDFs go.
    public var output: String
    public var choice: ReportChoice
    public var printing: Printing
    public var jobs: Int
    public var isStrict: Bool
    /// Keeps the Typst files of the reports; nil for a folder that is removed.
    public var typstFolder: String?

    public init(
        root: String,
        output: String,
        choice: ReportChoice = .endReport,
        printing: Printing,
        jobs: Int = 1,
        isStrict: Bool = false,
        typstFolder: String? = nil
    ) {
        self.root = root
        self.output = output
        self.choice = choice
        self.printing = printing
        self.jobs = jobs
        self.isStrict = isStrict
        self.typstFolder = typstFolder
    }

    func path(of name: String) -> String { "\(output)/\(name).pdf" }
    func published(_ name: String) -> [UInt8]? { try? Disk.readFile(path(of: name)).get() }
}

/// What was printed.
public struct ReportResult: Sendable {
    public struct File: Sendable {
        public var path: String
        public var byteCount: Int
        public var pageCount: Int
        /// Whether an earlier PDF was still up to date, and was left alone.
        public var isUnchanged: Bool
    }

    public let findings: [Diagnostic]
    public let isClean: Bool
    public let files: [File]
    public let timings: [(stage: String, milliseconds: Int)]
    public let sourceLine: @Sendable (Place) -> String?

    public var milliseconds: Int { timings.reduce(0) { $0 + $1.milliseconds } }
}

/// Prints reports of the programme at `options.root`.
///
/// - Throws: `OutputError` where the disk refuses; an author's mistake is a finding in the result.
public func printReports(_ options: ReportOptions) async throws -> ReportResult {
    try await printReports(options, disk: .folder(options.root))
}

/// The reports that were asked for; a report that there is not is a finding.
func choose(_ choice: ReportChoice, from plans: [ReportPlan], of programme: Programme, findings: inout Findings)
    -> [ReportPlan]
{
    let place = Place(file: ProgrammeFile.path, line: 1)
    switch choice {
    case .all:
        if plans.isEmpty {
            findings.error(
                "report.none",
                at: place,
                en: "there is nothing to print",
                nl: "er is niets om te drukken",
                hint: Wording(
                    en: "give chapters kind: chapter and projects kind: project",
                    nl: "geef hoofdstukken kind: chapter en projecten kind: project"
                )
            )
        }
        return plans
    case .endReport:
        let found = plans.filter { $0.kind == .programme }
        if found.isEmpty {
            findings.error(
                "report.no-chapters",
                at: place,
                en: "there are no chapters, so there is no end report",
                nl: "er zijn geen hoofdstukken, dus is er geen eindrapport",
                hint: Wording(
                    en: "give the pages of the report kind: chapter",
                    nl: "geef de pagina's van het rapport kind: chapter"
                )
            )
        }
        return found
    case .project(let number):
        func projectNumber(_ plan: ReportPlan) -> Int? {
            plan.kind == .project ? programme.pages[plan.pages[0]].header.number : nil
        }
        let found = plans.filter { projectNumber($0) == number }
        if found.isEmpty {
            let known = plans.compactMap(projectNumber).sorted().map(String.init).joined(separator: ", ")
            findings.error(
                "report.no-project",
                at: place,
                en: "there is no project \(number)",
                nl: "er is geen project \(number)",
                hint: known.isEmpty ? nil : Wording(en: "there are: \(known)", nl: "er zijn: \(known)")
            )
        }
        return found
    }
}

/// Writes what changed; a PDF is there whole or as it was.
func writeReports(_ reports: [SiteReport], to options: ReportOptions) throws -> [ReportResult.File] {
    try reports.map { report in
        let path = options.path(of: report.plan.name)
        let isUnchanged = options.published(report.plan.name) == report.pdf.bytes
        if !isUnchanged {
            for place in [options.output, path] where isLink(place) { throw OutputError.link(place) }
            if let old = try? Disk.readFile(path).get(), !PrintedReport.isOwn(old) {
                throw OutputError.failed(path: path, reason: "verslag did not make this file, and does not replace it")
            }
            do {
                try FileManager.default.createDirectory(atPath: options.output, withIntermediateDirectories: true)
                try Data(report.pdf.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw OutputError.failed(path: path, reason: error.localizedDescription)
            }
        }
        return ReportResult.File(
            path: path,
            byteCount: report.pdf.bytes.count,
            pageCount: report.pdf.pageCount,
            isUnchanged: isUnchanged
        )
    }
}
