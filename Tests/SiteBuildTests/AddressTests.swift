// Addresses and relative paths: the arithmetic behind every link.
import Testing

@testable import SiteBuild

@Suite struct AddressTests {
    @Test(arguments: [
        ("content/index.md", "", "index.html", "./"),
        ("content/a.md", "a/", "a/index.html", "../"),
        ("content/a/index.md", "a/", "a/index.html", "../"),
        ("content/a/b.md", "a/b/", "a/b/index.html", "../../"),
        ("content/a/b/index.md", "a/b/", "a/b/index.html", "../../"),
        ("content/index/index.md", "index/", "index/index.html", "../"),
        ("content/a/myindex.md", "a/myindex/", "a/myindex/index.html", "../../"),
        ("content/1.2 café.md", "1.2 café/", "1.2 café/index.html", "../"),
    ])
    func standsWhereItsFileSays(file: String, path: String, html: String, toRoot: String) {
        let address = Address(file: file)
        #expect(address.path == path)
        #expect(address.file == html)
        #expect(address.toRoot == toRoot)
    }

    @Test(arguments: [("a/b/c/", "a/b/"), ("a/b/", "a/"), ("a/", "")])
    func standsUnderAnother(path: String, parent: String) {
        #expect(Address(path: path).parent?.path == parent)
    }

    @Test func homeStandsUnderNothing() { #expect(Address.home.parent == nil) }

    @Test(arguments: [
        ("", "index.html", "index.html"),
        ("", "a/index.html", "a/index.html"),
        ("a/", "index.html", "../index.html"),
        ("a/", "a/index.html", "index.html"),
        ("a/b/", "a/index.html", "../index.html"),
        ("a/b/", "a/c/index.html", "../c/index.html"),
        ("a/b/", "x/y.csv", "../../x/y.csv"),
        ("a/b/", "a/b/c/d.csv", "c/d.csv"),
        ("ab/", "a/index.html", "../a/index.html"),
        // A file is never taken for a folder of the same name.
        ("a/b/", "a/b", "../b"),
    ])
    func findsTheWay(from folder: String, to file: String, way: String) {
        #expect(relativePath(to: file, from: folder) == way)
    }

    @Test func linksNameTheFile() {
        #expect(Address(path: "a/b/").link(to: Address(path: "a/"), fragment: "kosten") == "../index.html#kosten")
        #expect(Address.home.link(to: .home) == "index.html")
    }

    @Test(arguments: [
        ("a-b_c.d~e/F0", "a-b_c.d~e/F0"), ("met spatie/x", "met%20spatie/x"), ("café", "caf%C3%A9"),
        ("100%#?", "100%25%23%3F"), ("a:b", "a%3Ab"),
        ("\"<&'>", "%22%3C%26%27%3E"),
    ])
    func linksAreEncoded(path: String, link: String) {
        #expect(percentEncoded(path) == link)
        #expect(Address(path: "a/").link(to: path) == "../" + link)
    }

    @Test(arguments: [
        ("a/./b", "a/b"), ("a/../b", "b"), ("a/b/../../c", "c"), ("./a", "a"), ("a//b/", "a/b"), ("/a", "a"),
        ("a/..", ""), ("", ""),
        ("..", nil), ("a/../../b", nil), ("...", "..."),
    ])
    func staysWithinTheTopFolder(path: String, result: String?) {
        #expect(normalized(path) == result)
    }
}
