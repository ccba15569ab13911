// `verslag edition` from outside: killed, run twice at once, on a full disk; build stops before a site that was tampered with.
import Foundation
import TestSupport
import Testing

/// The small programme in a Git repository.
private func committedProgramme() async throws -> TemporaryFolder {
    let programme = try smallProgramme()
    try programme.write("content/ander.md", "---\ntitle: Ander\n---\n\nTekst.\n")
    for arguments in [
        ["init", "--quiet"], ["add", "--all"],
        [
            "-c", "user.name=P", "-c", "user.email=p@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet",
            "--message", "stand",
        ],
    ] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/git")
        process.arguments = ["-C", programme.path] + arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
    return programme
}

private func seal(_ id: String, _ programme: TemporaryFolder, into site: String? = nil) -> [String] {
    [
        "edition", "seal", id, "--date", "2021-03-15", "--root", programme.path, "--output",
        site ?? programme.path + "/site",
    ]
}

@Suite struct EditionTests {
    @Test func sealVerifyListCompareExport() async throws {
        let programme = try await committedProgramme()
        let sealed = try await Run(seal("2021", programme) + ["--title", "Eindrapport"]).outcome()
        #expect(sealed.status == 0, "\(sealed.errors)")
        #expect(sealed.errors.hasPrefix("sealed 2021: "))
        let verified = try await verslag("edition", "verify", "--rebuild", "2021", "--root", programme.path)
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(verified.errors.hasSuffix("2021: built again, byte for byte the same\n"))
        let nothing = try await verslag(
            "edition",
            "verify",
            "--root",
            programme.path,
            "--output",
            programme.path + "/sitee"
        )
        #expect(nothing.status == 1 && nothing.errors.contains("[edition.none]"))
        let full = try await Run(
            ["edition", "list", "--format", "json", "--root", programme.path],
            output: "/dev/full"
        ).outcome()
        #expect(full.status == 2)
        let list = try await verslag("edition", "list", "--root", programme.path)
        #expect(list.output.hasPrefix("2021\t2021-03-15\t") && list.output.hasSuffix("\t-\tEindrapport\n"))
        let listed = try await verslag("edition", "list", "--root", programme.path, "--format", "json")
        let editions = try #require(
            try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [String: [[String: Any]]]
        )["editions"]
        #expect(editions?.first?["id"] as? String == "2021" && editions?.first?["files"] as? Int ?? 0 > 5)
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        let same = try await verslag("edition", "compare", "2021", "concept", "--root", programme.path)
        #expect(same.status == 0 && same.output == "")
        try programme.write("data/groepen.csv", "groep,mensen\nA,40\nB,38\n")
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        let text = try await verslag("edition", "compare", "2021", "concept", "--root", programme.path)
        #expect(
            text.output
                == "number mensen (Mensen): 75 → 78 (+3) [data] /\nfigure fig-groepen (De groepen): 1 value differs\n  B, Mensen: 35 → 38\n"
        )
        let json = try await verslag(
            "edition",
            "compare",
            "2021",
            "concept",
            "--root",
            programme.path,
            "--format",
            "json"
        )
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: [[String: Any]]]
        )
        #expect(object["numbers"]?.first?["difference"] as? Double == 3)
        #expect(
            try await verslag("edition", "export", "2021", "--zip", "--root", programme.path, in: programme.path).status
                == 0
        )
        #expect(try programme.entries().contains("2021.zip"))
        let unknown = try await verslag("edition", "export", "2020", "--root", programme.path)
        #expect(unknown.status == 1)
        #expect(unknown.errors == "there is no sealed edition \"2020\"; there are: 2021\n")
    }

    /// A draft from before the edition has no figures to compare, and says so; it does not say that they are gone.
    @Test func aDraftThatIsOlderSaysSo() async throws {
        let programme = try await committedProgramme()
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        #expect(try await Run(seal("2021", programme)).outcome().status == 0)
        func compared() async throws -> Outcome {
            try await verslag("edition", "compare", "2021", "concept", "--root", programme.path)
        }
        let stale = try await compared()
        #expect(stale.status == 0 && stale.output == "" && stale.errors.contains("[edition.stale-draft]"))
        #expect(try await verslag("build", "--root", programme.path).status == 0)
        #expect(try await compared().errors == "")
        try programme.write("content/ander.md", "---\ntitle: Ander\n---\n\nAndere tekst.\n")
        #expect(try await compared().errors.contains("[edition.stale-draft]"))
    }

    @Test func exportsBesideTheProgramme() async throws {
        let (programme, elsewhere) = (try await committedProgramme(), try TemporaryFolder())
        #expect(try await Run(seal("2021", programme)).outcome().status == 0)
        let run = try await verslag("edition", "export", "2021", "--root", programme.path, in: elsewhere.path)
        #expect(run.status == 0)
        #expect(try elsewhere.entries() == [] && programme.entries().contains("2021"))
    }

    /// Sealed bytes are looked at before anything is written.
    @Test func buildStopsBeforeASiteThatWasTamperedWith() async throws {
        let programme = try await committedProgramme()
        #expect(try await Run(seal("2021", programme)).outcome().status == 0)
        try programme.write("site/2021/ander/index.html", "anders")
        let before = tree(programme.path)
        for command in [
            ["build"], ["edition", "verify"], ["edition", "compare", "2021", "2021"], seal("2022", programme),
        ] {
            let run = try await Run(command + (command.contains("--root") ? [] : ["--root", programme.path])).outcome()
            #expect(run.status == 1, "\(command)")
            #expect(
                run.errors.contains(
                    "site/2021/ander/index.html: error: this file of a sealed edition was changed [edition.changed]"
                ),
                "\(run.errors)"
            )
        }
        #expect(
            tree(programme.path).filter { !$0.key.hasPrefix(".git/") } == before.filter { !$0.key.hasPrefix(".git/") }
        )
    }

    /// An author who leaves the id of a sealed edition in programme.yaml cannot overwrite it.
    @Test func buildNeverWritesOverASealedEdition() async throws {
        let programme = try await committedProgramme()
        #expect(try await Run(seal("2021", programme)).outcome().status == 0)
        let before = tree(programme.path + "/site")
        try programme.write("content/programme.yaml", "title: Proef\nedition: {id: \"2021\"}\n")
        let run = try await verslag("build", "--root", programme.path)
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "content/programme.yaml:2:10: error: edition 2021 is sealed and never changes [edition.sealed]"
            ),
            "\(run.errors)"
        )
        #expect(tree(programme.path + "/site") == before)
    }

    /// Nor one who lost the list.
    @Test func buildNeverWritesOverAnEditionThatLostItsEntry() async throws {
        let programme = try await committedProgramme()
        #expect(try await Run(seal("2021", programme)).outcome().status == 0)
        try FileManager.default.removeItem(atPath: programme.path + "/site/editions.json")
        let before = tree(programme.path + "/site")
        try programme.write("content/programme.yaml", "title: Proef\nedition: {id: \"2021\"}\n")
        let run = try await verslag("build", "--root", programme.path)
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "error: this folder looks like an edition and is not in editions.json [edition.unlisted]"
            ),
            "\(run.errors)"
        )
        #expect(tree(programme.path + "/site") == before)
        // A draft under an id of its own is built as often as its author likes.
        for _ in 1...2 {
            #expect(
                try await verslag("build", "--root", programme.path, "--output", programme.path + "/elders").status == 0
            )
        }
    }

    /// Killed at a hundred moments from beginning to end: never half an edition, neither before nor after the next command.
    @Test func killedAtAnyMomentItSealsAllOrNothing() async throws {
        let programme = try await committedProgramme()
        let start = ContinuousClock.now
        #expect(try await Run(seal("2021", programme)).outcome().status == 0)
        let whole = tree(programme.path + "/site")
        // The shortest run so far: other tests may have held up the first.
        var duration = ContinuousClock.now - start
        var (sealed, killed) = (0, 0)
        for step in 0..<100 {
            let site = "\(programme.path)/site-\(step)"
            let start = ContinuousClock.now
            let run = try Run(seal("2021", programme, into: site))
            let watch = Task { [delay = duration * (Double(step) / 90)] in
                try await Task.sleep(for: delay)
                run.signal(SIGKILL)
            }
            if try await run.outcome().wasKilled {
                killed += 1
            } else {
                duration = min(duration, ContinuousClock.now - start)
            }
            watch.cancel()
            // What a web server would serve at this moment: a list only of editions that are whole.
            let served = tree(site).filter { !$0.key.hasPrefix(".") }
            if served["editions.json"] != nil {
                #expect(served.filter { $0.key.hasPrefix("2021/") } == whole.filter { $0.key.hasPrefix("2021/") })
            }
            let verified = try await verslag("edition", "verify", "--output", site, "--root", programme.path)
            let left = tree(site)
            if left.isEmpty {
                #expect(verified.errors.contains("[edition.none]"), "after \(step) of 90: \(verified.errors)")
                continue
            }
            #expect(verified.status == 0, "after \(step) of 90: \(verified.errors)")
            sealed += 1
            #expect(left.keys.sorted() == whole.keys.sorted(), "after \(step) of 90")
            #expect(left["editions.json"] == whole["editions.json"])
            try FileManager.default.removeItem(atPath: site)
        }
        #expect(killed > 50)
        #expect(sealed > 0 && sealed < 100)
    }

    @Test func twoAtOnceSealOne() async throws {
        let programme = try await committedProgramme()
        for round in 0..<5 {
            let site = "\(programme.path)/site-\(round)"
            let runs = try ["a", "b", "c"].map { try Run(seal($0, programme, into: site)) }
            var outcomes: [Outcome] = []
            for run in runs { outcomes.append(try await run.outcome()) }
            let done = outcomes.count { $0.status == 0 }
            #expect(done >= 1)
            #expect(
                outcomes.allSatisfy {
                    $0.status == 0 || $0.status == 2 && $0.errors.contains("another build is writing here")
                }
            )
            let verified = try await verslag("edition", "verify", "--output", site, "--root", programme.path)
            #expect(verified.status == 0, "\(verified.errors)")
            #expect(verified.errors.hasPrefix("\(done) edition"))
        }
    }

    /// The disk is full at different points of the work.
    @Test(arguments: [1, 8, 40]) func aFullDiskSealsNothing(limit: Int) async throws {
        let programme = try await committedProgramme()
        let run = try await Run(seal("2021", programme), limit: limit).outcome()
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("verslag: "), "\(run.errors)")
        #expect(try programme.entries() == [".git", "content", "data"])
    }

    @Test func signsAndChecksTheKey() async throws {
        let programme = try await committedProgramme()
        let (key, other) = (programme.path + "/sleutel", programme.path + "/andere")
        let made = try await verslag("key", key)
        #expect(made.output == (try programme.text("sleutel.pub")))
        #expect(try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int == 0o600)
        #expect(try await verslag("key", key).status == 2)
        #expect(try await verslag("key", other).status == 0)
        #expect(try await Run(seal("2021", programme) + ["--sign", key]).outcome().status == 0)
        func verify(_ key: String) async throws -> Outcome {
            try await verslag("edition", "verify", "--key", key, "--root", programme.path)
        }
        #expect(try await verify(key + ".pub").status == 0)
        let wrong = try await verify(other + ".pub")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("signed with another key"))
        #expect(try await verify(key).status == 2)
    }
}
