// Repositories that name programs in their own configuration, and a `.git` that leads elsewhere: none of them runs when an edition is
// sealed, verified or built again. Each trap is shown to be one: Git itself, called without our view, springs it.
import Diagnostics
import Foundation
import Processes
import SiteBuild
import TestSupport
import Testing

@testable import Editions

/// One way in which a repository makes Git start a program.
struct Trap: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Sets the trap in a repository that has one sealed edition; `spy` is a program that leaves a trace and passes its input on.
    let set: @Sendable (SmallRepository, _ spy: String) async throws -> Void
    /// What springs it: arguments for Git, as it would be called by a program that trusts the repository.
    let spring: [String]
}

private let traps: [Trap] = [
    Trap(
        testDescription: "core.fsmonitor",
        set: { try await $0.git("config", "core.fsmonitor", $1) },
        spring: ["status"]
    ),
    Trap(
        testDescription: "a hook",
        set: { repository, spy in
            try repository.link(spy, ".git/hooks/post-index-change")
        },
        spring: ["read-tree", "HEAD"]
    ),
    Trap(
        testDescription: "core.hooksPath",
        set: { repository, spy in
            try repository.link(spy, "haken.tmp/post-index-change")
            try await repository.git("config", "core.hooksPath", repository.root + "/haken.tmp")
        },
        spring: ["read-tree", "HEAD"]
    ),
    Trap(
        testDescription: "a clean filter",
        set: { repository, spy in
            try await repository.attributes("* filter=spion")
            try await repository.git("config", "filter.spion.clean", spy)
            try repository.touch()
        },
        spring: ["status"]
    ),
    Trap(
        testDescription: "a smudge filter",
        set: { repository, spy in
            try await repository.attributes("* filter=spion")
            try await repository.git("config", "filter.spion.smudge", spy)
        },
        spring: ["checkout-index", "--all", "--prefix=uit.tmp/"]
    ),
    Trap(
        testDescription: "a filter that stays running",
        set: { repository, spy in
            try await repository.attributes("* filter=spion")
            try await repository.git("config", "filter.spion.process", spy)
        },
        spring: ["checkout-index", "--all", "--prefix=uit.tmp/"]
    ),
    Trap(
        testDescription: "an included file",
        set: { repository, spy in
            try repository.folder.write("instelling.tmp", "[core]\n\tfsmonitor = \(spy)\n")
            try await repository.git("config", "include.path", repository.root + "/instelling.tmp")
        },
        spring: ["status"]
    ),
    Trap(
        testDescription: "an included file under a condition",
        set: { repository, spy in
            try repository.folder.write("instelling.tmp", "[core]\n\tfsmonitor = \(spy)\n")
            try await repository.git("config", "includeIf.gitdir:/.path", repository.root + "/instelling.tmp")
        },
        spring: ["status"]
    ),
    Trap(
        testDescription: "a submodule's own monitor",
        set: { repository, spy in
            let other = repository.root + "/content/onder"
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
            try await repository.git("-C", other, "init", "--quiet")
            try await repository.git("-C", other, "commit", "--quiet", "--allow-empty", "-m", "leeg")
            try await repository.git("-c", "advice.addEmbeddedRepo=false", "add", "content/onder")
            try await repository.git("commit", "--quiet", "-m", "onder")
            try await repository.git("-C", other, "config", "core.fsmonitor", spy)
        },
        spring: ["status"]
    ),
    Trap(
        testDescription: "a promised object over ssh",
        set: { repository, spy in
            try await repository.promise("ssh://nergens.invalid/bron", "core.sshCommand", spy + "-stil")
        },
        spring: ["cat-file", "-e", "HEAD:content/ander.md"]
    ),
    Trap(
        testDescription: "a promised object over ext",
        set: { repository, spy in
            try await repository.promise("ext::\(spy)-stil", "protocol.ext.allow", "always")
        },
        spring: ["cat-file", "-e", "HEAD:content/ander.md"]
    ),
    Trap(
        testDescription: "a promised object by uploadpack",
        set: { repository, spy in
            try await repository.promise(repository.root, "remote.bron.uploadpack", spy + "-stil")
        },
        spring: ["cat-file", "-e", "HEAD:content/ander.md"]
    ),
    Trap(
        testDescription: "a .git that leads elsewhere",
        set: { repository, spy in
            let (git, elsewhere) = (repository.root + "/.git", repository.root + "/elders.tmp")
            try await repository.git("config", "core.fsmonitor", spy)
            try FileManager.default.moveItem(atPath: git, toPath: elsewhere)
            try repository.folder.write(".git", "gitdir: elders.tmp\n")
        },
        spring: ["status"]
    ),
]

extension SmallRepository {
    fileprivate func link(_ target: String, _ path: String) throws {
        let place = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
    }

    fileprivate func attributes(_ text: String) async throws {
        try folder.write("content/.gitattributes", text + "\n")
        try await commit()
    }

    /// Git looks at a file again whose time has changed.
    fileprivate func touch() throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
            ofItemAtPath: root + "/content/ander.md"
        )
    }

    /// The object of a page is taken away and promised by a remote; Git fetches it when it is asked for.
    fileprivate func promise(_ address: String, _ name: String, _ value: String) async throws {
        let outcome = try await run("git", ["rev-parse", "HEAD:content/ander.md"], in: root)
        let object = outcome.text
        try await git("config", "core.repositoryFormatVersion", "1")
        try await git("config", "extensions.partialClone", "bron")
        try await git("config", "remote.bron.url", address)
        try await git("config", "remote.bron.promisor", "true")
        try await git("config", name, value)
        try FileManager.default.removeItem(atPath: "\(root)/.git/objects/\(object.prefix(2))/\(object.dropFirst(2))")
    }
}

@Suite struct HostileRepositoryTests {
    @Test(arguments: traps) func runsNothing(trap: Trap) async throws {
        let repository = try await SmallRepository()
        let edition = try #require(try await repository.seal("2020").edition)
        try await repository.commit()
        let outside = try TemporaryFolder()
        // A filter passes on what it is given; a transport that says nothing is not waited for.
        for (name, rest) in [("spion", "cat"), ("spion-stil", "exit 1")] {
            try outside.write(name, "#!/bin/sh\ntouch '\(outside.path)/gelopen'\n\(rest)\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: outside.path + "/" + name
            )
        }
        try await trap.set(repository, outside.path + "/spion")
        let trace = outside.path + "/gelopen"
        try? FileManager.default.removeItem(atPath: trace)  // Setting the trap may have sprung it.

        let site = try await Site(repository.site, jobs: 1)
        // What comes of it is for other tests: some of these repositories cannot be sealed any more.
        _ = try? await repository.seal("2021")
        _ = try? await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 1)
        _ = try? await changedSince("HEAD", site, root: repository.root)
        #expect(!FileManager.default.fileExists(atPath: trace))

        _ = try? await run("git", trap.spring, in: repository.root)
        #expect(FileManager.default.fileExists(atPath: trace), "this is no trap")
    }

    /// What is left of such a repository is read as it is: nothing of these settings is needed.
    @Test(arguments: ["core.fsmonitor", "core.hooksPath"]) func sealsAllTheSame(setting: String) async throws {
        let repository = try await SmallRepository()
        try await repository.git("config", setting, "/nergens")
        let edition = try #require(try await repository.seal("2021").edition)
        let site = try await Site(repository.site, jobs: 1)
        #expect(try await rebuild(edition, of: site, root: repository.root, printing: .off, jobs: 1) == [])
    }

    @Test func saysThatAFilterKeepsOtherBytes() async throws {
        let repository = try await SmallRepository()
        try await repository.git("config", "filter.omgekeerd.clean", "tr a-z n-za-m")
        try await repository.git("config", "filter.omgekeerd.smudge", "tr a-z n-za-m")
        try await repository.attributes("ander.md filter=omgekeerd")
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nLang.\n")
        try await repository.commit()
        #expect(
            try await repository.seal("2021").findings.map { "\($0.id) \($0.place.file)" } == [
                "edition.filter content/ander.md"
            ]
        )
    }

    /// A further checkout has a `.git` that leads to the repository, and the repository knows it.
    @Test func sealsInAFurtherCheckout() async throws {
        let repository = try await SmallRepository()
        try await repository.git("worktree", "add", "--quiet", "tweede.tmp", "HEAD")
        let root = repository.root + "/tweede.tmp"
        let result = try await seal(
            SealOptions(
                root: root,
                site: root + "/site",
                edition: EditionName(id: "2021", title: "Eind", date: "2021-03-15"),
                printing: .off,
                jobs: 1
            )
        )
        #expect(result.ids == [])
        #expect(result.edition != nil)
    }

    /// Nothing that Git waits for.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ".git/HEAD", ".git/objects/00", ".git/refs/heads/pijp", ".git/shallow", ".git/packed-refs",
            ".gitignore", ".gitattributes", "content/.gitattributes", "data/.gitignore",
        ]
    )
    func aPipeIsRefused(path: String) async throws {
        let repository = try await SmallRepository()
        let place = repository.root + "/" + path
        try? FileManager.default.removeItem(atPath: place)
        try #require(mkfifo(place, 0o644) == 0)
        #expect(try await repository.seal("2021").ids == ["edition.git"])
    }

    @Test(.timeLimit(.minutes(1))) func aPipeAmongBorrowedObjectsIsRefused() async throws {
        let (repository, other) = (try await SmallRepository(), try TemporaryFolder())
        try other.write("a/pack/leeg", "")
        try other.write("b/info/leeg", "")
        try other.write("a/info/alternates", "../b\n")
        try repository.folder.write(".git/objects/info/alternates", other.path + "/a\n")
        #expect(try await repository.seal("2021").ids == [])
        try #require(mkfifo(other.path + "/b/info/alternates", 0o644) == 0)
        #expect(try await repository.seal("2022").ids == ["edition.git"])
    }

    @Test(.timeLimit(.minutes(1))) func aPipeForTheListIsToldInWords() async throws {
        let folder = try TemporaryFolder()
        try #require(mkfifo(folder.path + "/editions.json", 0o644) == 0)
        let messages = try await Site(folder.path, jobs: 1).findings.sorted.map(\.message.nl)
        #expect(messages == ["de lijst van vastgestelde edities is niet te lezen: het is geen bestand"])
    }

    @Test(.timeLimit(.minutes(1))) func aPipeForTheAttributesOfTheSiteIsRefused() async throws {
        let repository = try await SmallRepository()
        try FileManager.default.createDirectory(atPath: repository.site, withIntermediateDirectories: false)
        try #require(mkfifo(repository.site + "/.gitattributes", 0o644) == 0)
        #expect(try await repository.seal("2021").ids == ["edition.attributes"])
    }

    /// What sealing writes would land elsewhere.
    @Test func aLinkInPlaceOfTheSiteIsRefused() async throws {
        let (repository, other) = (try await SmallRepository(), try TemporaryFolder())
        try FileManager.default.createSymbolicLink(atPath: repository.site, withDestinationPath: other.path)
        await #expect(throws: OutputError.self) { try await repository.seal("2021") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == [])
    }

    /// A replaced commit would be sealed under the digest of another one.
    @Test func replacedObjectsAreNotUsed() async throws {
        let repository = try await SmallRepository()
        let old = try await run("git", ["rev-parse", "HEAD"], in: repository.root).text
        try repository.folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nVervangen.\n")
        try await repository.commit()
        let new = try await run("git", ["rev-parse", "HEAD"], in: repository.root).text
        try await repository.git("replace", new, old)
        #expect(try await repository.seal("2021").edition != nil)
        #expect(try repository.folder.text("site/2021/ander/index.html").contains("Vervangen."))
    }
}
