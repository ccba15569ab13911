// Numbers of figures and tables: through the report, on their own elsewhere.
import Testing

@testable import SiteBuild

@Suite struct NumberingTests {
    private func targets(_ ids: String...) -> String {
        ids.map { "```targets\nid: \($0)\nindicators: [n]\n```\n" }.joined(separator: "\n")
    }

    private func diagram(_ id: String) -> String {
        "```chart\nid: \(id)\ntype: organisation\ntitle: Wie\nbodies: [{id: a, name: A}]\n```\n"
    }

    private func programme(_ pages: (String, String)...) -> Files {
        var files: Files = [
            "content/programme.yaml": "title: Proef", "content/index.md": page("Start"),
            "data/indicators.yaml": "- {id: n, label: N, value: 1, source: Proef}",
        ]
        for (name, text) in pages { files.bytes["content/\(name).md"] = Array(text.utf8) }
        return files
    }

    @Test func chaptersShareTheirNumbers() async throws {
        let files = programme(
            ("r/1", page("Een", "kind: chapter", text: targets("tab-a", "tab-b") + diagram("fig-a"))),
            ("r/2", page("Twee", "kind: chapter", text: diagram("fig-b") + targets("tab-c"))),
            ("r/10", page("Bijlage", "kind: appendix", text: targets("tab-d"))),
            ("p", page("Los", text: targets("tab-e") + diagram("fig-c") + targets("tab-f"))),
            ("q", page("Ook los", text: targets("tab-g")))
        )
        let (programme, findings) = await files.resolved()
        #expect(findings.isEmpty, "\(findings.all)")
        let numbers = programme.numbering.floats.mapValues(\.number)
        #expect(
            numbers == [
                "tab-a": 1, "tab-b": 2, "tab-c": 3, "tab-d": 4, "fig-a": 1, "fig-b": 2,  // the report
                "tab-e": 1, "tab-f": 2, "fig-c": 1, "tab-g": 1,  // pages on their own
            ]
        )
        #expect(
            programme.numbering.floats.filter { $0.value.isInReport }.keys.sorted() == [
                "fig-a", "fig-b", "tab-a", "tab-b", "tab-c", "tab-d",
            ]
        )
    }

    @Test func includedFloatsStandWhereTheyAreIncluded() async throws {
        var files = programme(
            ("p", page("P", text: targets("tab-a") + "```include\nfile: _deel.md\n```\n" + targets("tab-c")))
        )
        files.bytes["content/_deel.md"] = Array(targets("tab-b").utf8)
        let numbers = await files.resolved().programme.numbering.floats.mapValues(\.number)
        #expect(numbers == ["tab-a": 1, "tab-b": 2, "tab-c": 3])
    }

    @Test func anIdIsTakenOnce() async throws {
        let files = programme(
            ("p", page("P", text: targets("tab-a"))),
            ("q", page("Q", text: targets("tab-a", "tab-b")))
        )
        let (programme, findings) = await files.resolved()
        #expect(findings.all.map(\.id) == ["float.same-id"])
        #expect(findings.all.first?.place.file == "content/q.md")
        #expect(programme.numbering.floats["tab-a"]?.page == (try programme.page("p")))
        #expect(programme.numbering.floats["tab-b"]?.number == 1)
    }

    @Test(arguments: [
        ("tab-a", true), ("a_1", true), ("Tab", false), ("a b", false), ("é", false), ("a/b", false), ("../x", false),
    ])
    func anIdIsAFileName(id: String, isGood: Bool) async throws {
        let findings = await programme(("p", page("P", text: targets("\"\(id)\"")))).resolved().findings
        #expect(findings.all.map(\.id) == (isGood ? [] : ["float.id"]))
    }
}
