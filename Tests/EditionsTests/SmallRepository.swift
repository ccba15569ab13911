// A programme in a Git repository, and a way to seal editions of it.
import Foundation
import Processes
import SiteBuild
import TestSupport
import Testing

@testable import Editions

struct SmallRepository {
    let folder: TemporaryFolder
    var root: String { folder.path }
    var site: String { folder.path + "/site" }

    init() async throws {
        folder = try TemporaryFolder()
        try folder.write("content/programme.yaml", "title: Proef\n")
        try folder.write("content/index.md", "---\ntitle: Start\n---\n\nEr deden {{ mensen }} mensen mee.\n")
        try folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nTekst.\n")
        try folder.write(
            "data/indicators.yaml",
            "- {id: mensen, label: Mensen, value: 75, unit: personen, source: Telling}\n"
        )
        try folder.write(".gitignore", "site/concept/\n*.tmp\n")
        try await git("init", "--quiet")
        try await commit()
    }

    func git(_ arguments: String...) async throws {
        let who = ["-c", "user.name=Proef", "-c", "user.email=proef@example.org", "-c", "commit.gpgsign=false"]
        let outcome = try await run("git", who + arguments, in: root)
        try #require(outcome.status == 0, "git \(arguments): \(outcome.complaint)")
    }

    func commit() async throws {
        try await git("add", "--all")
        try await git("commit", "--quiet", "--allow-empty", "-m", "stand")
    }

    func seal(_ id: String, date: String? = "2021-03-15", key: SigningKey? = nil) async throws -> SealResult {
        try await Editions.seal(
            SealOptions(
                root: root,
                site: site,
                edition: EditionName(id: id, title: "Editie \(id)", date: date),
                key: key,
                printing: .off,
                jobs: 2
            )
        )
    }

    /// What a check of the site finds: ids with the names of the files.
    func check() async throws -> [String] {
        try await Site(site, jobs: 2).findings.sorted.map { "\($0.id) \($0.place.file.dropFirst(site.count + 1))" }
    }
}

extension SealResult {
    var ids: [String] { findings.map(\.id) }
}
