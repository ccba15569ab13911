// The main menu and where a page stands in it.
import Testing

@testable import SiteBuild

@Suite struct MenuTests {
    private func programme(_ navigation: String) -> Files {
        var files = Files(pages: ["index", "a/index", "a/b", "c"])
        files.bytes["content/programme.yaml"] = Array("title: Proef\n\(navigation)\n".utf8)
        files.bytes["content/c.md"] = Array(page("Een lange titel", "short: Kort").utf8)
        files.bytes["content/x.pdf"] = [1]
        return files
    }

    @Test func isTheTopLevelUnlessListed() async throws {
        let menu = await programme("").resolved().programme.menu
        #expect(menu.map(\.title) == ["a/index", "Kort"])
        #expect(menu.map(\.file) == ["a/index.html", "c/index.html"])
    }

    @Test func isWhatTheProgrammeLists() async throws {
        let files = programme(
            """
            navigation:
              - {page: c.md}
              - {page: a/index.md, title: Anders}
              - {page: "a/b/"}
              - {page: "https://example.org/", title: Buiten}
            """
        )
        let (programme, findings) = await files.resolved()
        #expect(findings.isEmpty, "\(findings.all)")
        #expect(programme.menu.map(\.title) == ["Kort", "Anders", "a/b", "Buiten"])
        #expect(programme.menu.map(\.external) == [nil, nil, nil, "https://example.org/"])
    }

    @Test(arguments: [("weg.md", "link.broken"), ("x.pdf", "menu.file")])
    func leadsToPagesOnly(page: String, finding: String) async throws {
        let (programme, findings) = await programme("navigation:\n  - page: \(page)").resolved()
        #expect(findings.all.map(\.id) == [finding])
        #expect(findings.all.first?.place.line == 3)
        #expect(programme.menu.isEmpty)
    }

    /// On a page: which item is the page itself, and within which item it stands.
    @Test(arguments: [("index", nil, nil), ("a/index", 1, 1), ("a/b", nil, 1), ("c", 0, 0)])
    func knowsWhereAPageStands(name: String, current: Int?, within: Int?) async throws {
        let programme = await programme("navigation: [{page: c.md}, {page: a/index.md}]").resolved().programme
        let index = try programme.page(name)
        let key = navigationKey(
            index,
            address: programme.map.addresses[index],
            map: programme.map,
            menu: programme.menu
        )
        #expect(key.current == current)
        #expect(key.within == within)
    }
}
