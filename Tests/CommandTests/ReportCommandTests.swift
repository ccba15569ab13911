// `verslag report` as it is called: where Typst comes from, what is said without it, which files there are afterwards.
import Foundation
import TestSupport
import Testing

private func programme() throws -> TemporaryFolder {
    let folder = try smallProgramme()
    try folder.write("content/een.md", "---\ntitle: Een\nkind: chapter\n---\n\nTekst.\n")
    try folder.write("content/p.md", "---\ntitle: P\nkind: project\nnumber: 2\n---\n\nTekst.\n")
    return folder
}

/// A folder with a program `typst` that says what version it is, and sets every report as a PDF of one page.
private func typst(_ version: String, status: Int = 0, message: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let script = """
        #!/bin/sh
        if [ "$1" = --version ]; then echo "typst \(version) (0123abcd)"; exit; fi
        for last; do :; done
        echo "$@" >>"\(folder.path)/calls"
        digest=$(sed -n '1s/.*"\\(.*\\)"/\\1/p' "$(dirname "$last")/$(basename "$last" .pdf)/main.typ")
        printf '%%PDF-1.7 verslag-sha256-%s <xmpTPg:NPages>1</xmpTPg:NPages>' "$digest" >"$last"
        printf '\(message)' >&2
        exit \(status)
        """
    try folder.write("typst", script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/typst")
    return folder
}

@Suite struct ReportCommandTests {
    @Test func withoutTypstItSaysWhatToInstall() async throws {
        let programme = try programme()
        let report = try await verslag("report", in: programme.path)
        #expect(report.status == 2)
        #expect(
            report.errors
                == "no reports are printed: Typst is not on PATH and none was named\n"
                + "python3 -m venv .venv && .venv/bin/pip install typst, then --typst .venv; or put typst on PATH\n"
        )
        let build = try await verslag("build", "--language", "nl", in: programme.path)
        #expect(build.status == 0)
        #expect(
            build.errors.contains(
                "content/programme.yaml:1:1: waarschuwing: er worden geen rapporten gedrukt: Typst staat niet op PATH en is niet genoemd [report.no-typst]"
            )
        )
        let quiet = try await verslag("build", "--no-reports", in: programme.path)
        #expect(quiet.status == 0 && !quiet.errors.contains("Typst"))
    }

    @Test func anOldTypstIsNotUsed() async throws {
        let (programme, old) = (try programme(), try typst("0.13.1"))
        let run = try await verslag("report", in: programme.path, environment: ["PATH": old.path + ":/usr/bin:/bin"])
        #expect(run.status == 2)
        #expect(run.errors.contains("Typst 0.13.1 is too old, 0.14 or newer is needed"))
    }

    /// A PDF of somebody under the name of a report, and a link in place of the folder of reports or of one of them.
    @Test(arguments: ["file", "folder", "link"]) func nothingOfSomebodyElseIsReplaced(what: String) async throws {
        let (programme, typst, elsewhere) = (try programme(), try typst("0.14.2"), try TemporaryFolder())
        try elsewhere.write("eindrapport.pdf", "%PDF-1.7 van iemand")
        let own = programme.path + "/reports"
        if what == "file" {
            try programme.write("reports/eindrapport.pdf", "%PDF-1.7 van iemand")
        } else if what == "folder" {
            try FileManager.default.createSymbolicLink(atPath: own, withDestinationPath: elsewhere.path)
        } else {
            try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: own + "/eindrapport.pdf",
                withDestinationPath: elsewhere.path + "/eindrapport.pdf"
            )
        }
        let run = try await verslag("report", "--typst", typst.path + "/typst", in: programme.path)
        #expect(run.status == 2, "\(run.errors)")
        #expect(try elsewhere.entries() == ["eindrapport.pdf"])
        #expect(try elsewhere.text("eindrapport.pdf") == "%PDF-1.7 van iemand")
        #expect(try programme.text("reports/eindrapport.pdf") == "%PDF-1.7 van iemand")
    }

    @Test func theProgramOnPathSetsTheReports() async throws {
        let (programme, typst) = (try programme(), try typst("0.14.2"))
        let path = ["PATH": typst.path + ":/usr/bin:/bin"]
        let run = try await verslag("report", "--all", in: programme.path, environment: path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try programme.entries("reports") == ["eindrapport.pdf", "project-2.pdf"])
        #expect(run.errors.contains("reports/project-2.pdf: 1 page, 1 kB\n"))
        let calls = try typst.text("calls")
        #expect(calls.contains("--ignore-system-fonts --pdf-standard ua-1,a-3a"))
        #expect(calls.split(separator: "\n").count == 2)
        let before = inodes(programme.path)
        let again = try await verslag("report", "--all", in: programme.path, environment: path)
        #expect(again.errors.contains("project-2.pdf: 1 page, 1 kB, unchanged\n"))
        #expect(inodes(programme.path) == before)
        #expect(try typst.text("calls") == calls)
    }

    @Test func itsErrorsComeBackWithTheProgramme() async throws {
        let (programme, typst) = (try programme(), try typst("0.14.2", status: 1, message: "error: out of paper\\n"))
        let run = try await verslag("build", in: programme.path, environment: ["PATH": typst.path + ":/usr/bin:/bin"])
        #expect(run.status == 1)
        #expect(run.errors.contains("error: the report cannot be set: out of paper [report.typst]"))
        #expect(try !programme.entries().contains("site"))
    }

    @Test func choicesThatExcludeEachOtherAreRefused() async throws {
        let run = try await verslag("report", "--all", "--project", "2")
        #expect(run.status == 2 && run.errors.contains("--all and --project exclude each other."))
    }
}
