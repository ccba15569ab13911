// Whole small programmes and the sites and findings that they give, byte for byte. RECORD_GOLDEN=1 rewrites `expected/` and fails the run.
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

private let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
private let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
private let names = ((try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []).filter {
    !$0.contains(".")
}.sorted()

/// Where a case has no template of its own, pages are little more than their text: the theme may change without touching a case.
private func disk(_ name: String) throws -> Disk {
    var files: Files = [:]
    files.bytes["templates/page.mustache"] = [UInt8](try Data(contentsOf: cases.appending(path: "page.mustache")))
    return files.disk(over: .folder(cases.appending(path: name).path))
}

/// The editions that came before: a case has what they published below `past/<id>/`, the oldest first.
private func options(_ name: String, output: String, jobs: Int) -> BuildOptions {
    let past = cases.appending(path: name).appending(path: "past").path
    let ids = ((try? FileManager.default.contentsOfDirectory(atPath: past)) ?? []).sorted()
    var options = BuildOptions(root: name, output: output, jobs: jobs, printing: .with(fakeTypesetter()))
    options.past = Past(
        editions: ids.map {
            PastEdition(
                id: $0,
                title: "Editie \($0)",
                date: $0,
                reports: [.init(path: "rapport.pdf", title: nil), .init(path: "a/project-1.pdf", title: "Lopen & zo")],
                changes: "wijzigingen/",
                errata: [.init(erratum: erratum(of: $0), label: "Weg")]
            )
        },
        previous: ids.last.flatMap { EditionFacts.read(past + "/" + $0) },
        facts: { ids.contains($0) ? EditionFacts.read(past + "/" + $0) : nil }
    )
    return options
}

/// One that every edition has from before.
private func erratum(of edition: String) -> Erratum {
    Erratum(
        edition: edition,
        indicator: "weg",
        page: nil,
        old: "7",
        new: "8",
        reason: "Eerder gemeld.",
        date: "2019-06-01"
    )
}

/// What a case is judged by: pages without their drawings, data files, and the findings in both languages.
private func outcome(_ result: BuildResult, _ folder: String, past: [PastEdition]) -> [String: Data] {
    var files: [String: Data] = [:]
    for (path, data) in tree(folder)
    where !path.hasSuffix("/.verslag") && !path.contains("assets/") && !path.hasSuffix(".svg") {
        files[path] =
            path.hasSuffix(".html") ? withoutDrawings(data) : path.hasSuffix(".pdf") ? withoutTheme(data) : data
    }
    for (file, language) in [("diagnostics.txt", Language.en), ("diagnostics.nl.txt", .nl)] {
        files[file] = Data(render(result.findings, as: .text, language: language, sourceLine: result.sourceLine).utf8)
    }
    if result.isClean && !past.isEmpty {
        let latest = PastEdition(
            id: result.edition.id,
            title: "De laatste",
            date: "2021-06",
            reports: result.reports.map { .init(path: $0, title: nil) }
        )
        for file in result.landing(past + [latest]) { files["landing/" + file.path] = Data(file.bytes) }
    }
    return files
}

/// Words and template have a say in the digest, and stand in every report: they may change without touching a case.
private func withoutTheme(_ typst: Data) -> Data {
    let text = String(decoding: typst, as: UTF8.self)
    return Data(
        text.replacing(/[0-9a-f]{64}(?="?\n)/, with: "…").replacing(
            /words: \([^\n]*?\), attachments:/,
            with: "words: …, attachments:"
        ).utf8
    )
}

/// Drawings have golden files of their own, in `ChartsTests`.
private func withoutDrawings(_ html: Data) -> Data {
    Data(String(decoding: html, as: UTF8.self).replacing(/<svg[^>]*>(?s:.*?)<\/svg>/, with: "<svg/>").utf8)
}

@Suite struct GoldenSites {
    @Test(arguments: names) func givesWhatIsRecorded(_ name: String) async throws {
        let output = try TemporaryFolder()
        let disk = try disk(name)
        let options = options(name, output: output.path + "/site", jobs: 1)
        let result = try await build(options, disk: disk)
        let found = outcome(result, output.path + "/site", past: options.past.editions)
        let expected = cases.appending(path: name).appending(path: "expected")
        #expect(result.isClean == !found.keys.filter { $0.hasSuffix(".html") }.isEmpty)
        if isRecording {
            try? FileManager.default.removeItem(at: expected)
            for (file, data) in found {
                let url = expected.appending(path: file)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try data.write(to: url)
            }
            Issue.record("recorded \(name): \(found.count) files")
            return
        }
        let recorded = tree(expected.path)
        #expect(found.keys.sorted() == recorded.keys.sorted())
        for (file, data) in found.sorted(by: { $0.key < $1.key }) where recorded[file] != data {
            Issue.record("\(name)/expected/\(file) differs:\n\(String(decoding: data, as: UTF8.self))")
        }
    }

    /// Neither the number of workers nor what stood there before changes a byte, and what is the same is not written again.
    @Test(arguments: names) func isTheSameEveryTime(_ name: String) async throws {
        let (one, many) = (try TemporaryFolder(), try TemporaryFolder())
        let disk = try disk(name)
        func run(_ folder: TemporaryFolder, jobs: Int) async throws -> [Diagnostic] {
            try await build(options(name, output: folder.path, jobs: jobs), disk: disk).findings
        }
        let findings = try await run(one, jobs: 1)
        #expect(try await run(many, jobs: 8) == findings)
        #expect(tree(many.path) == tree(one.path))
        let before = inodes(one.path)
        #expect(try await run(one, jobs: 8) == findings)
        #expect(inodes(one.path) == before)
        #expect(tree(many.path) == tree(one.path))
    }

    /// A finding that no case shows has a wording that nobody has looked at.
    @Test func everyFindingOfTheSiteBuildIsShown() throws {
        let sources = cases.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/SiteBuild")
        var made: Set<String> = []
        for (path, data) in tree(sources.path) where path.hasSuffix(".swift") {
            let text = String(decoding: data, as: UTF8.self)
            for match in text.matches(of: /(?:\.error|\.warning|\.hint)\(\s*"([a-z]+\.[a-z0-9-]+)"/) {
                made.insert(String(match.output.1))
            }
            for match in text.matches(of: /Diagnostic\(\s*\.(?:error|warning|hint),\s*"([a-z]+\.[a-z0-9-]+)"/) {
                made.insert(String(match.output.1))
            }
        }
        #expect(made.count > 20)
        var shown: Set<String> = []
        for name in names {
            let text = try String(
                contentsOf: cases.appending(path: "\(name)/expected/diagnostics.txt"),
                encoding: .utf8
            )
            for match in text.matches(of: /\[([a-z]+\.[a-z0-9-]+)\]\n/) { shown.insert(String(match.output.1)) }
        }
        // CommandTests makes files that a repository cannot hold; ReportTests asks for reports that there are not.
        let elsewhere: Set = [
            "files.name", "files.same-name", "files.unreadable", "report.no-chapters", "report.no-project",
            "report.no-typst",
            "report.none",
        ]
        #expect(made.subtracting(shown).sorted() == elsewhere.subtracting(shown).sorted())
    }
}
