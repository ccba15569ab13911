// Arguments, exit statuses and the ways in which findings are printed.
import Foundation
import TestSupport
import Testing

@Suite struct ArgumentTests {
    @Test func buildsIntoTheProgrammesOwnFolder() async throws {
        let programme = try smallProgramme()
        let run = try await verslag("build", in: programme.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("3 pages, "))  // the register of numbers is made by the build
        #expect(run.errors.hasSuffix(": ./site/concept/index.html\n"))
        #expect(try programme.entries("site") == ["concept"])
        #expect(try programme.text("site/concept/index.html").contains("<data class=\"bound\" value=\"75\">"))
    }

    @Test func buildsTheSmallestProgrammeAnywhere() async throws {
        let folder = try TemporaryFolder()
        try folder.write("p/content/programme.yaml", "title: Klein\nedition: {id: \"2020\"}\n")
        try folder.write("p/content/index.md", "---\ntitle: Start\n---\nTekst.\n")
        let run = try await verslag("build", "--root", folder.path + "/p", "--output", folder.path + "/uit")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.entries("uit") == ["2020"])
        #expect(try folder.entries("p") == ["content"])
    }

    @Test func checkWritesNothing() async throws {
        let programme = try smallProgramme()
        let before = tree(programme.path)
        let run = try await verslag("check", "--root", programme.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "3 pages, no errors\n")
        #expect(tree(programme.path) == before)
    }

    @Test(arguments: [
        (["--version"], "verslag 0.2.0\n"), (["build", "--version"], "verslag 0.2.0\n"), (["--help"], "OVERVIEW: "),
        (["help", "build"], "OVERVIEW: "),
    ])
    func tellsAboutItself(arguments: [String], start: String) async throws {
        let run = try await Run(arguments).outcome()
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(start))
        #expect(run.errors == "")
    }

    @Test(arguments: [
        (["build", "--wortel", "x"], "Unknown option '--wortel'"), (["bouw"], "Unexpected argument 'bouw'"),
        (["build", "--jobs", "0"], "--jobs takes a number from 1 to 256"),
        (["build", "--jobs", "veel"], "The value 'veel' is invalid"),
        (["check", "--format", "xml"], "The value 'xml' is invalid"),
        (["check", "--language", "fr"], "The value 'fr' is invalid"),
        (["check", "--output", "x"], "Unknown option '--output'"), (["build", "--root"], "Missing value for '--root"),
    ])
    func refusesWhatItDoesNotKnow(arguments: [String], message: String) async throws {
        let run = try await Run(arguments).outcome()
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output == "")
    }

    @Test func aFolderThatIsNotAProgrammeIsTheAuthorsMistake() async throws {
        let folder = try TemporaryFolder()
        for root in [folder.path, folder.path + "/weg"] {
            let run = try await verslag("build", "--root", root)
            #expect(run.status == 1)
            #expect(run.errors.contains("content/programme.yaml: error: there is no such file [files.unreadable]\n"))
            #expect(run.errors.contains("is --root right?"))
        }
        #expect(try folder.entries() == [])
    }

    @Test func speaksTwoLanguages() async throws {
        let programme = try smallProgramme()
        try programme.write("content/index.md", "---\ntitle: Start\n---\n\n[weg](wge.md)\n")
        let english = "content/index.md:5:1: error: there is no page or file \"wge.md\" [link.broken]\n"
        let dutch = "content/index.md:5:1: fout: er is geen pagina of bestand \"wge.md\" [link.broken]\n"
        let root = ["check", "--root", programme.path]
        #expect(try await Run(root).outcome().errors.hasPrefix(english))
        #expect(try await Run(root + ["--language", "nl"]).outcome().errors.hasPrefix(dutch))
        #expect(try await Run(root, environment: ["LC_ALL": "nl_NL.UTF-8"]).outcome().errors.hasPrefix(dutch))
        #expect(
            try await Run(root + ["--language", "en"], environment: ["LC_ALL": "nl_NL.UTF-8"]).outcome().errors
                .hasPrefix(english)
        )
        let summary = try await Run(root + ["--language", "nl"]).outcome().errors
        #expect(summary.hasSuffix("1 fout, 0 waarschuwingen, 0 adviezen; er is niets geschreven\n"))
    }

    @Test func strictTakesWarningsSeriously() async throws {
        let programme = try smallProgramme()
        try programme.write("content/ander.md", "---\ntitle: Ander\n---\n\nEen <b>vet</b> woord.\n")
        let mild = try await verslag("build", "--root", programme.path)
        #expect(mild.status == 0)
        #expect(mild.errors.contains("content/ander.md:5:5: warning: HTML is left out [markdown.html]"))
        let before = inodes(programme.path)
        try programme.write("content/index.md", "---\ntitle: Anders\n---\n")
        let strict = try await verslag("build", "--root", programme.path, "--strict")
        #expect(strict.status == 1)
        #expect(strict.errors.contains("; nothing was written"))
        #expect(
            inodes(programme.path + "/site")
                == before.filter { $0.key.hasPrefix("site/") }.reduce(into: [:]) {
                    $0[String($1.key.dropFirst(5))] = $1.value
                }
        )
    }

    @Test func timesItsStages() async throws {
        let programme = try smallProgramme()
        let run = try await verslag("check", "--root", programme.path, "--timings")
        let stages = run.errors.matches(of: /(?m)^([a-z]+): \d+ ms$/).map { String($0.output.1) }
        #expect(stages == ["discover", "read", "resolve", "print", "render", "check", "write"])
    }
}

/// The same findings for machines, on standard output.
@Suite struct MachineFormatTests {
    private func run(_ format: String, _ more: String...) async throws -> Outcome {
        let programme = try smallProgramme()
        try programme.write(
            "content/index.md",
            "---\ntitle: Start\n---\n\nEen <b>vet</b> woord en é [weg](ander.mdd).\n"
        )
        return try await Run(["build", "--root", programme.path, "--format", format] + more).outcome()
    }

    private struct Finding: Decodable, Equatable {
        var id, severity, file, message: String
        var hint: String?
        var line, column, length: Int
    }

    @Test func json() async throws {
        let run = try await run("json")
        #expect(run.status == 1)
        #expect(run.errors == "")
        let findings = try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8))
        #expect(findings.map(\.id) == ["markdown.html", "link.broken"])
        #expect(findings.map(\.severity) == ["warning", "error"])
        let link = try #require(findings.last)
        #expect(link.file == "content/index.md")
        #expect(link.line == 5)
        #expect(link.column == 28)  // bytes: é takes two
        #expect(link.message == "there is no page or file \"ander.mdd\"")
        #expect(link.hint == "did you mean \"ander.md\"?")
    }

    @Test func jsonOfNothingIsAnEmptyList() async throws {
        let programme = try smallProgramme()
        let run = try await verslag("check", "--root", programme.path, "--format", "json")
        #expect(run.status == 0)
        #expect(try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8)) == [])
    }

    @Test func github() async throws {
        let run = try await run("github", "--language", "nl")
        #expect(run.status == 1)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.last
                == "::error file=content/index.md,line=5,col=27,title=link.broken::er is geen pagina of bestand \"ander.mdd\" (bedoelde u \"ander.md\"?)"
        )
        #expect(lines.first?.hasPrefix("::warning file=content/index.md,line=5,col=5,title=markdown.html::") == true)
    }

    @Test func sarif() async throws {
        let run = try await run("sarif")
        #expect(run.status == 1)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["markdown.html", "link.broken"])
        #expect(results.map { $0["level"] as? String } == ["warning", "error"])
    }
}
