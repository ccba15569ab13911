// Which reports go through Typst, and what becomes of the PDFs.
import Diagnostics
import Foundation
import Processes
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
    /// A Python environment that says that it holds the package; nothing in it runs.
    private func environment(_ version: String, in folder: TemporaryFolder) throws {
        try folder.write(".venv/lib/python3.11/site-packages/typst-\(version).dist-info/METADATA", "")
    }

    /// A program that leaves a trace when it runs.
    private func program(_ name: String, in folder: TemporaryFolder) throws {
        try folder.write(name, "#!/bin/sh\ntouch '\(folder.path)/ran'\necho 'typst 0.15.0 (0123abcd)'\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: folder.path + "/" + name
        )
    }

    private func find(named: String? = nil, root: String = "/", beside: String? = nil, path: String = "") async
        -> String?
    {
        try? await findTypesetter(named: named, root: root, beside: beside, path: path).get().version
    }

    @Test(arguments: ["0.14.0", "0.15.2", "1.0"]) func takesTheEnvironmentThatIsNamed(_ version: String) async throws {
        let folder = try TemporaryFolder()
        try environment(version, in: folder)
        #expect(await find(named: folder.path + "/.venv", root: folder.path) == version)
    }

    @Test func takesTheProgramThatIsNamedBesideTheCommandOrOnPath() async throws {
        let (folder, programme) = (try TemporaryFolder(), try TemporaryFolder())
        try program("typst", in: folder)
        #expect(await find(named: folder.path + "/typst") == "0.15.0")
        #expect(await find(root: programme.path, beside: folder.path + "/verslag") == "0.15.0")
        #expect(await find(root: programme.path, path: "/nergens:" + folder.path) == "0.15.0")
    }

    /// Whoever names one means that one.
    @Test func whatIsNamedAndIsNotTypstIsNotReplaced() async throws {
        let folder = try TemporaryFolder()
        try program("typst", in: folder)
        #expect(await find(named: folder.path + "/iets", path: folder.path) == nil)
        try folder.write("tekst", "")
        #expect(await find(named: folder.path + "/tekst", path: folder.path) == nil)
    }

    /// A programme is somebody else's: its environment is not looked for, and what `PATH` finds in it does not run, not even to ask its
    /// version. A link from elsewhere leads into it as well.
    @Test(arguments: ["", ".", "bin", "ROOT", "ROOT/bin", "LINK"]) func runsNothingOfTheProgramme(path: String)
        async throws
    {
        let (programme, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
        try environment("0.15.0", in: programme)
        for name in ["typst", "bin/typst", ".venv/bin/typst", ".venv/bin/python"] { try program(name, in: programme) }
        try FileManager.default.createSymbolicLink(
            atPath: elsewhere.path + "/typst",
            withDestinationPath: programme.path + "/typst"
        )
        let path = path.replacing("ROOT", with: programme.path).replacing("LINK", with: elsewhere.path)
        #expect(await find(root: programme.path, path: path) == nil)
        #expect(!FileManager.default.fileExists(atPath: programme.path + "/ran"))
    }

    /// Folders of `PATH` that depend on where the command runs.
    @Test func relativeFoldersOfPathAreLeftOut() throws {
        let folder = try TemporaryFolder()
        try program("typst", in: folder)
        #expect(executables(named: "typst", on: "bin::.:\(folder.path)") == [folder.path + "/typst"])
        #expect(executables(named: "typst", on: "..") == [])
    }
}
