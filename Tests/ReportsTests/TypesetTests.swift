// Which reports go through Typst, and what becomes of the PDFs.
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reports

private func source(_ name: String, _ text: String = "#{}") -> ReportSource {
    ReportSource(name: name, text: Array(text.utf8), files: [.init(path: "drawings/a.svg", bytes: [1, 2])], marks: [])
}

/// Writes a PDF that has the digest of the first line of its Typst, and notes what it was asked for.
private final class Press: @unchecked Sendable {
    var asked: [[String]] = []
    var folder = ""

    func typesetter(_ version: String = "1") -> Typesetter {
        Typesetter(version: version) { folder, names in
            self.asked.append(names)
            self.folder = folder
            return try names.map { name in
                let text = try String(contentsOfFile: "\(folder)/\(name)/main.typ", encoding: .utf8)
                #expect(FileManager.default.contents(atPath: "\(folder)/\(name)/drawings/a.svg") == Data([1, 2]))
                #expect(FileManager.default.fileExists(atPath: folder + "/fonts/F.otf"))
                let digest = text.split(separator: "\"")[1]
                try Data("%PDF- \(ReportSource.digestMark)\(digest) <xmpTPg:NPages>7</xmpTPg:NPages>".utf8).write(
                    to: URL(filePath: "\(folder)/\(name).pdf")
                )
                return Typesetter.Outcome(
                    isError: name == "fout",
                    messages: name == "fout" ? "no message that we know" : ""
                )
            }
        }
    }
}

private let fonts = [ReportSource.File(path: "assets/fonts/print/F.otf", bytes: [9])]

@Suite struct TypesetTests {
    @Test func takesOverWhatIsUpToDate() async throws {
        let press = Press()
        var findings = Findings()
        let first = try await typeset(
            [source("a"), source("b")],
            fonts: fonts,
            with: press.typesetter(),
            published: { _ in nil },
            findings: &findings
        )
        #expect(first.map(\.name) == ["a", "b"] && first.map(\.pageCount) == [7, 7])
        #expect(!FileManager.default.fileExists(atPath: press.folder))
        let old = Dictionary(uniqueKeysWithValues: first.map { ($0.name, $0.bytes) })
        func again(_ sources: [ReportSource], fonts: [ReportSource.File] = fonts, version: String = "1") async throws
            -> [String]
        {
            press.asked = []
            _ = try await typeset(
                sources,
                fonts: fonts,
                with: press.typesetter(version),
                published: { old[$0] },
                findings: &findings
            )
            return press.asked.flatMap { $0 }
        }
        #expect(try await again([source("a"), source("b")]) == [])
        #expect(try await again([source("a"), source("b", "#{1}")]) == ["b"])
        #expect(try await again([source("a")], version: "2") == ["a"])
        #expect(try await again([source("a")], fonts: [.init(path: "assets/fonts/print/F.otf", bytes: [8])]) == ["a"])
        var other = source("a")
        other.files[0].bytes = [1, 2]
        other.files.append(.init(path: "x", bytes: []))
        #expect(try await again([other]) == ["a"])
        #expect(findings.isEmpty)
    }

    @Test func aReportWithAnErrorIsLeftOut() async throws {
        var findings = Findings()
        let printed = try await typeset(
            [source("fout"), source("a")],
            fonts: fonts,
            with: Press().typesetter(),
            published: { _ in nil },
            findings: &findings
        )
        #expect(printed.map(\.name) == ["a"])
        #expect(findings.all.map(\.id) == ["report.typst"])
        #expect(findings.all[0].message.en.contains("no message that we know"))
    }

    @Test func keepsTheTypstForWhoAsks() async throws {
        let folder = try TemporaryFolder()
        var findings = Findings()
        _ = try await typeset(
            [source("a")],
            fonts: fonts,
            with: Press().typesetter(),
            published: { _ in nil },
            in: folder.path + "/typst",
            findings: &findings
        )
        #expect(try folder.text("typst/a/main.typ").hasSuffix("\n#{}"))
    }

    @Test(arguments: [
        "", "%PDF-1.7", "%PDF- <xmpTPg:NPages>x</xmpTPg:NPages>", "%PDF- </xmpTPg:NPages><xmpTPg:NPages>",
        "<xmpTPg:NPages>1</xmpTPg:NPages>",
    ])
    func whatIsNoPDFIsNone(_ text: String) { #expect(PrintedReport(name: "a", bytes: Array(text.utf8)) == nil) }
}

@Suite struct FindTypesetterTests {
    private func environment(_ version: String?) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        if let version {
            try folder.write(".venv/lib/python3.11/site-packages/typst-\(version).dist-info/METADATA", "")
        }
        return folder
    }

    /// No `typst` on the `PATH` of a test: folders without programs.
    private func find(_ version: String?) async throws -> Result<Typesetter, TypesetterProblem> {
        await findTypesetter(in: try environment(version).path, environment: [:])
    }

    @Test(arguments: ["0.14.0", "0.15.2", "1.0"]) func takesTheVersionInTheFolder(_ version: String) async throws {
        let folder = try environment(version)
        #expect(try await findTypesetter(in: folder.path, environment: [:]).get().version == version)
        let elsewhere = try TemporaryFolder()
        #expect(
            try await findTypesetter(in: elsewhere.path, environment: ["VIRTUAL_ENV": folder.path + "/.venv"]).get()
                .version == version
        )
    }
}
