// Templates that would never end, or only after very long, never reach the parser.
import Diagnostics
import Testing

@testable import SiteBuild

@Suite struct TemplateTests {
    private func findings(_ templates: [String: String]) async -> [String] {
        var files = Files(pages: ["index"])
        for (name, text) in templates { files.bytes["templates/\(name).mustache"] = Array(text.utf8) }
        return await files.resolved().findings.sorted.map {
            "\($0.place.file.dropFirst("templates/".count)):\($0.place.line):\($0.place.column) \($0.id)"
        }
    }

    private func nested(_ count: Int, _ text: String = "") -> String {
        String(repeating: "{{#has_toc}}", count: count) + text + String(repeating: "{{/has_toc}}", count: count)
    }

    @Test func mayNestAndCall() async {
        #expect(await findings(["a": nested(50), "b": nested(10, "{{> c }}"), "c": nested(39)]) == [])
    }

    @Test(arguments: [51, 5_000, 1_000_000 / 12]) func mayNotNestWithoutBottom(depth: Int) async {
        let text = String(repeating: "{{#has_toc}}", count: depth)
        // Beyond 64 KB a template is too large, whatever stands in it.
        let place = text.utf8.count > 65_536 ? "0:1" : "1:\(1 + (depth - 1) * 12)"
        #expect(await findings(["a": text]) == ["a.mustache:\(place) theme.too-large"])
    }

    @Test func callsNestAsWell() async {
        let found = await findings(["a": nested(30, "\n {{>b}}"), "b": nested(30)])
        #expect(found == ["a.mustache:2:2 theme.too-large"])
    }

    /// Forty templates that each call the next twice would make 2^40 calls.
    @Test func mayNotUnfoldWithoutEnd() async {
        var templates = Dictionary(
            uniqueKeysWithValues: (0..<40).map { ("t\($0 + 10)", "{{>t\($0 + 11)}}{{>t\($0 + 11)}}") }
        )
        templates["t50"] = "x"
        let found = await findings(templates)
        // What is left out counts for nothing, so that it begins anew further up.
        #expect(found.count == 2 && found.allSatisfy { $0.hasSuffix("theme.too-large") }, "\(found)")
    }

    @Test func aChainOfThousandsIsTooDeep() async {
        var templates = Dictionary(uniqueKeysWithValues: (0..<3_000).map { ("t\($0)", "{{>t\($0 + 1)}}") })
        templates["t3000"] = "x"
        let found = await findings(templates)
        // One of every fifty, which is one finding.
        #expect(found.count == 1 && found[0].hasSuffix("theme.too-large"), "\(found)")
    }

    @Test(
        arguments: [
            ["a": "{{#items}}{{#has_toc}}{{#items}}{{/items}}{{/has_toc}}{{/items}}"],
            ["a": "{{#items}}{{>b}}{{/items}}", "b": "{{#items}}{{title}}{{/items}}"],
            ["a": "{{#items}}{{#reversed(items)}}{{/reversed(items)}}{{/items}}"],
        ]
    )
    func theMenuIsNotGoneThroughForEachOfItsItems(templates: [String: String]) async {
        let found = await findings(templates)
        #expect(
            found.count == 1 && found[0].hasPrefix("a.mustache") && found[0].hasSuffix("theme.too-large"),
            "\(found)"
        )
    }

    @Test func twoMenusAreNone() async {
        #expect(await findings(["a": "{{#items}}{{title}}{{/items}}\n{{#items}}{{href}}{{/items}}"]) == [])
    }

    @Test(arguments: ["{{#a", "{{> ", "{{ {{ {{", "{{>" + String(repeating: " ", count: 50_000)])
    func whatIsNotClosedIsOneFinding(text: String) async {
        #expect(await findings(["a": text]).count == 1)
    }
}
