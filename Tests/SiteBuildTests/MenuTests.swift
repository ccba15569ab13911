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
        let menu = await programme("").resolved().programme.menu.entries
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
        #expect(programme.menu.entries.map(\.title) == ["Kort", "Anders", "a/b", "Buiten"])
        #expect(programme.menu.entries.map(\.external) == [nil, nil, nil, "https://example.org/"])
    }

    @Test(arguments: [("weg.md", "link.broken"), ("x.pdf", "menu.file")])
    func leadsToPagesOnly(page: String, finding: String) async throws {
        let (programme, findings) = await programme("navigation:\n  - page: \(page)").resolved()
        #expect(findings.all.map(\.id) == [finding])
        #expect(findings.all.first?.place.line == 3)
        #expect(programme.menu.entries.isEmpty)
    }

    /// On a page: which item is the page itself, and within which item it stands.
    @Test(arguments: [("index", nil, nil), ("a/index", 1, 1), ("a/b", nil, 1), ("c", 0, 0)])
    func knowsWhereAPageStands(name: String, current: Int?, within: Int?) async throws {
        let programme = await programme("navigation: [{page: c.md}, {page: a/index.md}]").resolved().programme
        let index = try programme.page(name)
        let key = programme.menu.key(index, address: programme.map.addresses[index], map: programme.map)
        #expect(key.current == current)
        #expect(key.within == within)
    }

    /// Four thousand pages that nobody put under an index page are one item, which leads to the first.
    @Test(arguments: [2, 4_000]) func aFolderWithoutAnIndexIsOneItem(count: Int) async throws {
        let files = Files(pages: ["index", "over"] + (0..<count).map { "2-oude-stukken/p\($0)" })
        let programme = await files.resolved().programme
        #expect(programme.menu.entries.map(\.title) == ["Oude stukken", "over"])
        #expect(programme.menu.entries.map(\.file) == ["2-oude-stukken/p0/index.html", "over/index.html"])
        let last = try programme.page("2-oude-stukken/p\(count - 1)")
        let key = programme.menu.key(last, address: programme.map.addresses[last], map: programme.map)
        #expect(key.within == 0 && key.current == nil)
        // The others are found from there.
        #expect(programme.map.neighbours(of: last).previous == (try programme.page("2-oude-stukken/p\(count - 2)")))
    }

    /// What pages show of a long menu does not grow with it.
    @Test(arguments: [100, 101, 3_000]) func aLongMenuStandsInFullOnTheHomePageOnly(count: Int) async throws {
        let (programme, findings) = await Files(pages: ["index"] + (0..<count).map { "p\($0)" }).resolved()
        #expect(programme.menu.entries.count == count)
        #expect(findings.all.map(\.id) == (count > 100 ? ["menu.too-long"] : []))
        func items(_ page: String) throws -> Int {
            let index = try programme.page(page)
            let html = String(decoding: PageRenderer(programme, page: index).render(), as: UTF8.self)
            let menu = try #require(html.firstMatch(of: /(?s)<nav class="menu".*?<\/nav>/))
            return menu.output.ranges(of: "<li>").count
        }
        #expect(try items("index") == count)
        #expect(try items("p0") == min(count, 100) + (count > 100 ? 1 : 0))
        // So many different menus are written, whatever the number of pages.
        let keys = Set(
            programme.pages.indices.map {
                programme.menu.key($0, address: programme.map.addresses[$0], map: programme.map)
            }
        )
        #expect(keys.count <= 102)
    }
}
