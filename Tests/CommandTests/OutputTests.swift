// The disk: an output folder that cannot be written, two builds at once, a build that is killed.
import Foundation
import TestSupport
import Testing

@Suite struct OutputTests {
    @Test(arguments: ["bestand", "bestand/site", "/dev/full", "/proc/site"])
    func cannotBeWritten(output: String) async throws {
        let programme = try smallProgramme()
        try programme.write("bestand", "van iemand")
        let output = output.hasPrefix("/") ? output : programme.path + "/" + output
        let run = try await verslag("build", "--root", programme.path, "--output", output)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("verslag: \(output)"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(try programme.text("bestand") == "van iemand")
    }

    /// The disk is full in the middle of a build.
    @Test func aFullDiskChangesNothing() async throws {
        let programme = try smallProgramme()
        try programme.write("site/concept/index.html", "zoals het was")
        let run = try await verslag("build", "--root", programme.path, limit: 8)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("verslag: "), "\(run.errors)")
        #expect(tree(programme.path + "/site") == ["concept/index.html": Data("zoals het was".utf8)])
        #expect(try programme.entries("site") == ["concept"])
    }

    @Test func whatIsTheSameIsNotWrittenAgain() async throws {
        let programme = try smallProgramme()
        #expect(try await verslag("build", "--root", programme.path, "--jobs", "1").status == 0)
        let before = (tree(programme.path + "/site"), inodes(programme.path + "/site"))
        #expect(try await verslag("build", "--root", programme.path, "--jobs", "8").status == 0)
        #expect(tree(programme.path + "/site") == before.0)
        #expect(inodes(programme.path + "/site") == before.1)
        try programme.write("content/ander.md", "---\ntitle: Ander\n---\n\nNieuw.\n")
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        let after = inodes(programme.path + "/site")
        #expect(after.filter { before.1[$0.key] != $0.value }.keys.sorted() == ["concept/ander/index.html"])
    }

    @Test func whatIsGoneFromTheProgrammeIsGoneFromTheSite() async throws {
        let programme = try smallProgramme()
        try programme.write("content/map/weg.md", "---\ntitle: Weg\n---\n")
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        #expect(try programme.entries("site/concept").contains("map"))
        try FileManager.default.removeItem(atPath: programme.path + "/content/map")
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        #expect(try !programme.entries("site/concept").contains("map"))
    }

    /// The first build is held in its middle while the second tries.
    @Test func oneBuildAtATime() async throws {
        let programme = try smallProgramme()
        let first = try await held(programme)
        let second = try await verslag("build", "--root", programme.path)
        #expect(second.status == 2)
        #expect(second.errors == "verslag: \(programme.path)/site: another build is writing here\n")
        try letGo(programme)
        let end = try await first.outcome()
        #expect(end.status == 0, "\(end.errors)")
        #expect(try programme.entries("site") == ["concept"])
        #expect(try programme.text("site/concept/index.html").hasPrefix("<!DOCTYPE html>"))
    }

    @Test func aBuildThatIsKilledLeavesTheSiteWhole() async throws {
        let programme = try smallProgramme()
        try programme.write("site/concept/.verslag", "")
        try programme.write("site/concept/oud.html", "zoals het was")
        let first = try await held(programme)
        first.signal(SIGKILL)
        let end = try await first.outcome()
        #expect(end.wasKilled)
        #expect(try programme.entries("site") == [".concept.new", "concept"])
        #expect(try programme.entries("site/concept") == [".verslag", "oud.html"])
        #expect(try programme.text("site/concept/oud.html") == "zoals het was")
        #expect(try !programme.entries("temporary").isEmpty)
        try letGo(programme)
        let next = try await verslag(
            "build",
            "--root",
            programme.path,
            environment: ["TMPDIR": programme.path + "/temporary"]
        )
        #expect(next.status == 0, "\(next.errors)")
        #expect(try programme.entries("site") == ["concept"])
        #expect(try programme.entries("temporary").isEmpty)
        #expect(try !programme.entries("site/concept").contains("oud.html"))
        #expect(try programme.text("site/concept/index.html").hasPrefix("<!DOCTYPE html>"))
    }

    /// What ends a program from outside: it takes with it what it had begun, and the program that it waits for.
    @Test(arguments: [SIGTERM, SIGINT, SIGHUP]) func aBuildThatIsEndedLeavesNothing(signal: Int32) async throws {
        let programme = try smallProgramme()
        try programme.write("site/concept/.verslag", "")
        try programme.write("site/concept/oud.html", "zoals het was")
        let before = tree(programme.path + "/site")
        let run = try await held(programme)
        let typst = try #require(Int32(try programme.text("typst/pid").trimmingCharacters(in: .newlines)))
        #expect(kill(typst, 0) == 0)
        run.signal(signal)
        let end = try await run.outcome()
        #expect(end.wasKilled && end.status == signal, "\(end)")
        #expect(tree(programme.path + "/site") == before)
        #expect(try programme.entries("site") == ["concept"])
        #expect(try programme.entries("temporary").isEmpty)
        #expect(try await waits { kill(typst, 0) != 0 })
    }

    /// A pipe in the draft is nothing to wait for: whoever puts one there must not hold up a build.
    @Test func aPipeInTheDraftIsRefused() async throws {
        let programme = try smallProgramme()
        try programme.write("site/concept/.verslag", "")
        try #require(mkfifo(programme.path + "/site/concept/index.html", 0o644) == 0)
        let run = try await verslag("build", "--root", programme.path)
        #expect(run.status == 2)
        let path = programme.path + "/site/concept/index.html"
        #expect(run.errors == "verslag: \(path): this is not a file, and no build made it; remove it\n")
        #expect(try programme.entries("site/concept") == [".verslag", "index.html"])
        #expect(try programme.entries("site") == ["concept"])
    }

    /// A build that waits while its report is set: the Typst that it was given goes on when it is told to.
    private func held(_ programme: TemporaryFolder) async throws -> Run {
        try programme.write("content/hoofdstuk.md", "---\ntitle: Een\nkind: chapter\n---\n\nTekst.\n")
        try programme.write("temporary/keep", "")
        try FileManager.default.removeItem(atPath: programme.path + "/temporary/keep")
        try programme.write(
            "typst/typst",
            """
            #!/bin/sh
            if [ "$1" = --version ]; then echo 'typst 0.15.0 (0123abcd)'; exit; fi
            for last; do :; done
            echo $$ >'\(programme.path)/typst/pid.new'
            mv '\(programme.path)/typst/pid.new' '\(programme.path)/typst/pid'
            while ! [ -e '\(programme.path)/typst/go' ]; do sleep 0.01; done
            printf '%%PDF-1.7 <xmpTPg:NPages>1</xmpTPg:NPages>' >"$last"
            """
        )
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: programme.path + "/typst/typst"
        )
        let run = try Run(
            ["build", "--root", programme.path, "--jobs", "1", "--typst", programme.path + "/typst/typst"],
            environment: ["TMPDIR": programme.path + "/temporary"]
        )
        try #require(
            try await waits { FileManager.default.fileExists(atPath: programme.path + "/typst/pid") }
        )
        return run
    }

    private func letGo(_ programme: TemporaryFolder) throws { try programme.write("typst/go", "") }
}
