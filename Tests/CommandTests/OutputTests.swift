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
        try programme.write("site/concept/oud.html", "zoals het was")
        let first = try await held(programme)
        first.signal(SIGKILL)
        let end = try await first.outcome()
        #expect(end.wasKilled)
        #expect(try programme.entries("site") == [".concept.new", "concept"])
        #expect(try programme.entries("site/concept") == ["index.html", "oud.html"])
        #expect(try programme.text("site/concept/oud.html") == "zoals het was")
        try FileManager.default.removeItem(atPath: programme.path + "/site/concept/index.html")
        let next = try await verslag("build", "--root", programme.path)
        #expect(next.status == 0, "\(next.errors)")
        #expect(try programme.entries("site") == ["concept"])
        #expect(try !programme.entries("site/concept").contains("oud.html"))
        #expect(try programme.text("site/concept/index.html").hasPrefix("<!DOCTYPE html>"))
    }

    /// A build in the middle of its pages: it waits at the home page, because a pipe lies where the published one was, and nobody writes into it.
    private func held(_ programme: TemporaryFolder) async throws -> Run {
        try FileManager.default.createDirectory(
            atPath: programme.path + "/site/concept",
            withIntermediateDirectories: true
        )
        try #require(mkfifo(programme.path + "/site/concept/index.html", 0o644) == 0)
        let run = try Run(["build", "--root", programme.path, "--jobs", "1"])
        try #require(
            try await waits {
                FileManager.default.fileExists(atPath: programme.path + "/site/.concept.new/ander/index.html")
            }
        )
        return run
    }

    private func letGo(_ programme: TemporaryFolder) throws {
        let pipe = open(programme.path + "/site/concept/index.html", O_WRONLY)
        try #require(pipe >= 0)
        close(pipe)
    }
}
