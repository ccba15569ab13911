// The tree of pages and their order.
import Testing

@testable import SiteBuild

@Suite struct SiteMapTests {
    @Test func ordersNaturally() async throws {
        let programme = await Files(pages: [
            "index", "10-ggz", "2-poh", "1-gezond", "b", "a/index", "a/2", "a/10", "a/1",
        ]).resolved().programme
        #expect(
            programme.names(programme.map.inReadingOrder()) == [
                "index", "1-gezond", "2-poh", "10-ggz", "a/index", "a/1", "a/2", "a/10", "b",
            ]
        )
    }

    @Test func orderInTheHeaderComesFirst() async throws {
        let files: Files = [
            "content/programme.yaml": "title: Proef", "content/index.md": page("Start"), "content/a.md": page("A"),
            "content/b.md": page("B", "order: 2"), "content/c.md": page("C", "order: 1"),
            "content/d.md": page("D", "order: -1"),
        ]
        let programme = await files.resolved().programme
        #expect(programme.names(programme.map.inReadingOrder()) == ["index", "d", "c", "b", "a"])
    }

    @Test func standsUnderTheNearestPage() async throws {
        let programme = await Files(pages: ["index", "a/index", "a/x/y/z", "q/r"]).resolved().programme
        let map = programme.map
        #expect(programme.names(map.trail(to: try programme.page("a/x/y/z"))) == ["index", "a/index", "a/x/y/z"])
        #expect(programme.names(map.trail(to: try programme.page("q/r"))) == ["index", "q/r"])
        #expect(map.home == (try programme.page("index")))
    }

    @Test func withoutAHomePageEveryTopPageIsARoot() async throws {
        let programme = await Files(pages: ["b", "a/index", "a/c"]).resolved().programme
        #expect(programme.map.home == nil)
        #expect(Set(programme.names(programme.map.inReadingOrder())) == ["b", "a/index", "a/c"])
        #expect(programme.map.parent[try programme.page("b")] == nil)
    }

    @Test(arguments: [
        ("a/1", nil, "a/2"), ("a/2", "a/1", "a/3"), ("a/3", "a/2", nil), ("a/index", nil, nil), ("b", nil, nil),
        ("index", nil, nil),
    ])
    func hasNeighbours(name: String, previous: String?, next: String?) async throws {
        let programme = await Files(pages: ["index", "b", "a/index", "a/1", "a/2", "a/3"]).resolved().programme
        let neighbours = programme.map.neighbours(of: try programme.page(name))
        #expect(neighbours.previous.map { programme.names([$0]) } == previous.map { [$0] })
        #expect(neighbours.next.map { programme.names([$0]) } == next.map { [$0] })
    }

    @Test func oneAddressIsOnePage() async throws {
        let (_, findings) = await Files(pages: ["index", "a", "a/index"]).resolved()
        #expect(findings.all.map(\.id) == ["page.same-address"])
        #expect(findings.all.map(\.place.file) == ["content/a/index.md"])
    }

    @Test func draftsAreLeftOut() async throws {
        var files = Files(pages: ["index", "a"])
        files.bytes["content/b.md"] = Array(page("B", "draft: true").utf8)
        let programme = await files.resolved().programme
        #expect(programme.names(programme.map.inReadingOrder()) == ["index", "a"])
    }
}
