// Texts that include texts: long chains and wide trees end in a finding, never in a crash.
import Diagnostics
import Testing

@testable import SiteBuild

@Suite struct IncludesTests {
    private func include(_ name: String) -> String { "```include\nfile: \(name).md\n```\n\n" }

    private func findings(home: String, _ parts: [String: String]) async -> [String] {
        var files = Files(pages: [])
        files.bytes["content/index.md"] = Array(page("Start", text: home).utf8)
        for (name, text) in parts { files.bytes["content/\(name).md"] = Array(text.utf8) }
        return await files.resolved().findings.sorted.map { "\($0.place.file) \($0.id) \($0.count)" }
    }

    /// Each includes the next: one of every thousand and one is not followed.
    @Test func aChainOfThousands() async {
        var parts = Dictionary(uniqueKeysWithValues: (0..<5_000).map { ("_p\($0)", include("_p\($0 + 1)")) })
        parts["_p5000"] = "x"
        let found = await findings(home: include("_p0"), parts)
        #expect(found.count == 4 && found.allSatisfy { $0.hasSuffix("include.too-many 1") }, "\(found)")
    }

    @Test(arguments: [999, 1_000, 20_000]) func aPageOfThousands(count: Int) async {
        let found = await findings(home: String(repeating: include("_p"), count: count), ["_p": "x"])
        #expect(found == (count < 1_000 ? [] : ["content/index.md include.too-many 1"]))
    }

    /// Every part leads back to the first: so many ways in a circle, and one message for each of the first.
    @Test func aCircleOfThousands() async {
        var parts = Dictionary(
            uniqueKeysWithValues: (0..<800).map { ("_p\($0)", include("_p\($0 + 1)") + include("_p0")) }
        )
        parts["_p800"] = include("_p0")
        var files = Files(pages: [])
        files.bytes["content/index.md"] = Array(page("Start", text: include("_p0")).utf8)
        for (name, text) in parts { files.bytes["content/\(name).md"] = Array(text.utf8) }
        let (programme, findings) = await files.resolved()
        #expect(findings.all.allSatisfy { $0.id == "include.cycle" && $0.message.en.utf8.count < 300 })
        #expect(programme.bodies.texts(of: 0).count == 1)
    }

    /// What is not there is looked for among a few; of thousands twenty are shown.
    @Test func thousandsThatAreNotThere() async {
        let home = (0..<3_000).map { include("_q\($0)") }.joined()
        let found = await findings(home: home, ["_p": "x"])
        #expect(found.count == 21 && found.last == "content/index.md include.missing 2980", "\(found.count)")
    }
}
