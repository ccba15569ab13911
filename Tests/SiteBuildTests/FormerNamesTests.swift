// Names that pages had before: a reader of the oldest edition finds the page in the newest, though its authors named only the last name.
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct FormerNamesTests {
    /// - Parameter editions: pages by id with their aliases, the oldest edition first.
    private func built(_ pages: [String: String], after editions: [[String: [String]]]) async throws -> (
        findings: [String], aliases: [String: [String]]
    ) {
        let folder = try TemporaryFolder()
        try folder.write("content/programme.yaml", "title: Proef\n")
        try folder.write("content/index.md", "---\ntitle: Start\n---\n")
        for (name, header) in pages { try folder.write("content/\(name).md", "---\ntitle: \(name)\n\(header)\n---\n") }
        var options = BuildOptions(root: folder.path, output: folder.path + "/site")
        let records = editions.map { edition in
            var facts = EditionFacts()
            facts.pages = edition.sorted { $0.key < $1.key }.map { id, aliases in
                PageRecord(
                    id: "content/\(id).md",
                    address: id + "/",
                    title: id,
                    aliases: aliases.map { "content/\($0).md" }
                )
            }
            return facts
        }
        options.past = Past(
            editions: records.indices.map { PastEdition(id: "\($0)", title: "\($0)", date: "2020") },
            previous: records.last,
            facts: { Int($0).map { records[$0] } }
        )
        let result = try await build(options)
        let facts = EditionFacts.read(folder.path + "/site/concept")
        let aliases = (facts?.pages ?? []).map { ($0.id, $0.aliases) }
        return (
            result.findings.map { "\($0.severity) \($0.id) \($0.place.line):\($0.place.column)" },
            Dictionary(aliases, uniquingKeysWith: { first, _ in first })
        )
    }

    @Test func chainsOfNamesAreFollowed() async throws {
        let editions: [[String: [String]]] = [["lopen": []], ["wandelen": ["lopen"]]]
        let (findings, aliases) = try await built(["pad": "aliases: [content/wandelen.md]"], after: editions)
        #expect(findings == [])
        #expect(aliases["content/pad.md"] == ["content/wandelen.md", "content/lopen.md"])
        // Also where the page kept its name and its author forgot what it had been called.
        #expect(
            try await built(["wandelen": ""], after: editions).aliases["content/wandelen.md"] == ["content/lopen.md"]
        )
    }

    /// A name that another page bears by now, or claims, is not taken from it.
    @Test func aNameInUseStaysWhereItIs() async throws {
        let editions: [[String: [String]]] = [["lopen": []], ["wandelen": ["lopen"]]]
        let taken = try await built(["pad": "aliases: [content/wandelen.md]", "lopen": ""], after: editions)
        #expect(taken.aliases["content/pad.md"] == ["content/wandelen.md"])
        let claimed = try await built(
            ["pad": "aliases: [content/wandelen.md]", "ren": "aliases: [content/lopen.md]"],
            after: editions
        )
        #expect(claimed.findings == [])
        #expect(claimed.aliases["content/pad.md"] == ["content/wandelen.md"])
        #expect(claimed.aliases["content/ren.md"] == ["content/lopen.md"])
    }

    @Test func namesThatAreTakenOrUnknown() async throws {
        let editions: [[String: [String]]] = [["lopen": []]]
        let twice = try await built(
            ["a": "aliases: [content/lopen.md]", "b": "aliases: [content/lopen.md]"],
            after: editions
        )
        #expect(twice.findings == ["error page.alias-taken 3:11"])
        #expect(
            try await built(["a": "aliases: [content/index.md]"], after: []).findings == ["error page.alias-taken 3:11"]
        )
        #expect(
            try await built(["a": "aliases: [content/lopn.md]"], after: editions).findings == [
                "hint page.alias-unknown 3:11"
            ]
        )
        // Before anything is sealed nobody can tell; and a page with an id may name its own file.
        #expect(try await built(["a": "aliases: [content/lopn.md]"], after: []).findings == [])
        #expect(try await built(["a": "id: aa\naliases: [content/a.md]"], after: editions).findings == [])
    }
}
