// What a link leads to: pages by file or address, files beside them, the outside world, nothing.
import Diagnostics
import Testing

@testable import SiteBuild

@Suite struct LinksTests {
    @Test(arguments: [
        ("https://example.org", true), ("mailto:a@b.nl", true), ("tel:+31", true), ("HTTP://x", true),
        ("a+b-c.d:x", true),
        ("a.md", false), ("a/b:c", false), ("#a:b", false), ("", false), (":x", false), ("1a:x", false),
        ("c:/x", false), ("a b:c", false),
        ("é:x", false),
    ])
    func knowsSchemes(destination: String, expected: Bool) {
        #expect(Links.hasScheme(destination) == expected)
    }

    @Test(arguments: [
        ("a.md", "a.md", nil), ("a.md#b", "a.md", "b"), ("#b", "", "b"), ("a.md#", "a.md", nil),
        ("a.md?x=1#b", "a.md", "b"),
        ("a?b", "a", nil), ("a#b?c", "a", "b?c"), ("a#b#c", "a", "b#c"), ("", "", nil),
    ])
    func splitsOffTheFragment(destination: String, path: String, fragment: String?) {
        let split = Links.split(destination)
        #expect(split.path == path)
        #expect(split.fragment == fragment)
    }

    /// Links from `content/a/b.md`, whose address is `a/b/`.
    @Test(arguments: [
        ("c.md", "page a/c"), ("./c.md", "page a/c"), ("../index.md", "page index"), ("/d/index.md", "page d/index"),
        ("d%20e.md", "page a/d e"),
        // Addresses, as in the finished site …
        ("../c/", "page a/c"), ("../c", "page a/c"), ("../c/index.html", "page a/c"), ("/d/", "page d/index"),
        ("../../", "page index"), ("./", "page a/b"),
        // … or as seen from the file.
        ("c/", "page a/c"), ("c", "page a/c"),
        ("#x", "page a/b #x"), ("c.md#x", "page a/c #x"), ("c.md?y#x", "page a/c #x"),
        ("f.pdf", "file content/a/f.pdf"), ("f.pdf#page=2", "file content/a/f.pdf #page=2"),
        ("/a/f.pdf", "file content/a/f.pdf"),
        ("https://example.org/c.md", "external"), ("//example.org", "external"), ("", "external"),
        ("e.md", "broken"), ("../../../x.md", "broken"), ("_deel.md", "broken"), ("programme.yaml", "broken"),
        ("%E0%A4%A.md", "broken"),
    ])
    func leadsSomewhere(destination: String, expected: String) async throws {
        var files = Files(pages: ["index", "a/b", "a/c", "a/d e", "a/_deel", "d/index"])
        files.bytes["content/a/f.pdf"] = [0x25]
        let programme = await files.resolved().programme
        let from = try programme.page("a/b")
        let target = programme.links.target(
            of: destination,
            from: from,
            in: "content/a/b.md",
            at: Place(file: "content/a/b.md", line: 9)
        )
        func suffix(_ fragment: String?) -> String { fragment.map { " #" + $0 } ?? "" }
        let found =
            switch target {
            case .external: "external"
            case .page(let page, let fragment): "page " + programme.names([page])[0] + suffix(fragment)
            case .attachment(let file, let fragment): "file " + file + suffix(fragment)
            case .broken: "broken"
            }
        #expect(found == expected)
    }

    @Test(arguments: [("cc.md", "did you mean \"c.md\"?"), ("f.pdff", "did you mean \"f.pdf\"?")])
    func suggestsWhatIsNear(destination: String, hint: String) async throws {
        var files = Files(pages: ["index", "a/b", "a/c"])
        files.bytes["content/a/f.pdf"] = [0x25]
        let programme = await files.resolved().programme
        let place = Place(file: "content/a/b.md", line: 9, column: 3)
        guard
            case .broken(let link) = programme.links.target(
                of: destination,
                from: try programme.page("a/b"),
                in: place.file,
                at: place
            )
        else {
            Issue.record("\(destination) leads somewhere")
            return
        }
        var findings = Findings()
        programme.links.report(link, findings: &findings)
        #expect(findings.all.map(\.place) == [place])
        #expect(findings.all.first?.hint?.en == hint)
    }
}
