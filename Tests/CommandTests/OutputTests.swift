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
        let first = try held(programme)
        let second = try await verslag("build", "--root", programme.path)
        #expect(second.status == 2)
        #expect(second.errors == "verslag: \(programme.path)/site: another build is writing here\n")
        first.signal(SIGCONT)
        let end = try await first.outcome()
        #expect(end.status == 0, "\(end.errors)")
        #expect(try programme.entries("site") == ["concept"])
        #expect(try programme.text("site/concept/index.html").hasPrefix("<!DOCTYPE html>"))
    }

    @Test func aBuildThatIsKilledLeavesTheSiteWhole() async throws {
        let programme = try smallProgramme()
        try programme.write("site/concept/oud.html", "zoals het was")
        let first = try held(programme)
        first.signal(SIGKILL)
        let end = try await first.outcome()
        #expect(end.wasKilled)
        #expect(try programme.entries("site") == [".concept.new", "concept"])
        #expect(try programme.entries("site/concept") == ["oud.html"])
        #expect(try programme.text("site/concept/oud.html") == "zoals het was")
        let next = try await verslag("build", "--root", programme.path)
        #expect(next.status == 0, "\(next.errors)")
        #expect(try programme.entries("site") == ["concept"])
        #expect(try !programme.entries("site/concept").contains("oud.html"))
        #expect(try programme.text("site/concept/index.html").hasPrefix("<!DOCTYPE html>"))
    }

    /// A pipe in the draft is nothing to wait for: whoever puts one there must not hold up a build.
    @Test func aPipeInTheDraftIsRefused() async throws {
        let programme = try smallProgramme()
        try programme.write("site/concept/oud.html", "zoals het was")
        try #require(mkfifo(programme.path + "/site/concept/index.html", 0o644) == 0)
        let run = try await verslag("build", "--root", programme.path)
        #expect(run.status == 2)
        let path = programme.path + "/site/concept/index.html"
        #expect(run.errors == "verslag: \(path): this is not a file, and no build made it; remove it\n")
        #expect(try programme.entries("site/concept") == ["index.html", "oud.html"])
        #expect(try programme.entries("site") == ["concept"])
    }

    /// A build in the middle of its pages: there are so many that it can be stopped between two of them.
    private func held(_ programme: TemporaryFolder) throws -> Run {
        for number in 0..<3_000 { try programme.write("content/veel/p\(number).md", "---\ntitle: P\n---\n") }
        let run = try Run(["build", "--root", programme.path, "--jobs", "1"])
        // Without giving the thread away: between two looks the other tests could take longer than the build.
        var looks = 0
        while access(programme.path + "/site/.concept.new/ander/index.html", F_OK) != 0, looks < 300_000 {
            usleep(100)
            looks += 1
        }
        run.signal(SIGSTOP)
        try #require(try programme.entries("site").contains(".concept.new"))
        return run
    }
}
