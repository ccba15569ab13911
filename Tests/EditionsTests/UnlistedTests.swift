// Editions that lost their entry: the pages beside them still lead to them, and nothing takes their place.
import Foundation
import SiteBuild
import TestSupport
import Testing

@testable import Editions

@Suite struct UnlistedTests {
    struct Loss: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var expected: [String]
        /// Given the path of the list and its bytes before the second edition was sealed.
        var make: @Sendable (String, Data) throws -> Void
    }

    static let both = ["edition.unlisted 2019", "edition.unlisted 2020"]
    static let landing = [
        "edition.landing _redirects", "edition.landing index.html", "edition.landing latest/index.html",
    ]
    static let losses = [
        Loss(testDescription: "removed", expected: both) { path, _ in try FileManager.default.removeItem(atPath: path)
        },
        Loss(testDescription: "emptied", expected: both) { path, _ in
            try Data(EditionList().bytes).write(to: URL(filePath: path))
        },
        Loss(testDescription: "without the last", expected: landing + ["edition.unlisted 2020"]) { path, before in
            try before.write(to: URL(filePath: path))
        },
        Loss(testDescription: "a link to nothing", expected: ["edition.list editions.json"] + both) { path, _ in
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nergens")
        },
        Loss(testDescription: "a named pipe", expected: ["edition.list editions.json"] + both) { path, _ in
            try FileManager.default.removeItem(atPath: path)
            mkfifo(path, 0o644)
        },
    ]

    @Test(.timeLimit(.minutes(1)), arguments: losses) func areStillProtected(loss: Loss) async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2019")
        let list = repository.site + "/editions.json"
        let first = try Data(contentsOf: URL(filePath: list))
        _ = try await repository.seal("2020")
        try loss.make(list, first)
        #expect(try await repository.check().sorted() == loss.expected)
        let before = try repository.folder.entries("site")
        #expect(try await repository.seal("2021").edition == nil)
        #expect(try repository.folder.entries("site") == before)
    }

    /// A draft under an id of its own is no edition for a build; sealing another beside it would leave it there unlisted.
    @Test func aDraftBesideIsNamedBySealingOnly() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        var options = BuildOptions(root: repository.root, output: repository.site)
        options.edition = EditionName(id: "proef")
        #expect(try await build(options).isClean)
        #expect(try await repository.check() == [])
        #expect(try await repository.seal("2021").ids == ["edition.unlisted"])
    }
}
