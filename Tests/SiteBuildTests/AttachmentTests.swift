// Which files a page may lead to: passive ones that are what their name says; drawings without anything that runs, moves or fetches.
import Diagnostics
import Foundation
import Testing

@testable import SiteBuild

@Suite struct AttachmentTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]

    @Test(
        arguments: [
            ("a.png", png), ("a.PNG", png), ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), ("a.gif", Array("GIF89a..".utf8)),
            ("a.webp", Array("RIFF....WEBPVP8 ".utf8)), ("a.avif", Array("....ftypavif".utf8)),
            ("a.pdf", Array("%PDF-1.7".utf8)), ("a.docx", [0x50, 0x4B, 3, 4]), ("a.zip", [0x50, 0x4B, 5, 6]),
            ("a.csv", Array("a;b\n-5;+3 (12%)\n- (onbekend),@naam\n==,-\n".utf8)), ("a.csv", []),
            ("a.json", Array("\u{FEFF}{\"a\": [1]}".utf8)), ("a.geojson", Array("{}".utf8)),
            ("a.txt", Array("a < b".utf8)), ("a.txt", [0x63, 0x61, 0x66, 0xE9]), ("a.vtt", Array("WEBVTT".utf8)),
            ("a.mp3", Array("ID3".utf8)), ("a.mp4", Array("....ftypisom".utf8)), ("a.wav", Array("RIFF....WAVE".utf8)),
            ("a.svg", Array("<svg/>".utf8)),
        ] as [(String, [UInt8])]
    )
    func isPublished(file: String, bytes: [UInt8]) {
        #expect(checkAttachment("content/" + file, bytes).all.map(\.id) == [])
    }

    @Test(
        arguments: [
            ("a.html", Array("a".utf8), "type"), ("a.htm", [], "type"), ("a.xhtml", [], "type"), ("a.xml", [], "type"),
            ("a.js", [], "type"), ("a.mjs", [], "type"), ("a.mht", [], "type"), ("a.svgz", [], "type"),
            ("a.png.html", png, "type"), ("html", [], "type"), ("a.swf", [], "type"), ("a.xlsm", [], "type"),
            ("a.png", Array("<html>".utf8), "content"), ("a.jpg", png, "content"),
            ("a.pdf", Array("<a>".utf8), "content"),
            ("a.txt", Array("\u{FEFF} \n<!doctype html>".utf8), "content"),
            ("a.csv", Array("<script>".utf8), "content"),
            ("a.json", Array("<a>".utf8), "content"), ("a.geojson", Array("{".utf8), "content"),
            ("a.txt", [0x61, 0], "content"), ("a.avif", Array("<a> ftypavif<script>".utf8), "content"),
            ("a.docx", Array("PK\u{3}\u{4} word/vbaProject.bin".utf8), "content"),
            ("a.csv", Array("a,b\n1,=1+1".utf8), "formula"), ("a.csv", Array("a;\"@SUM(1)\"".utf8), "formula"),
            ("a.csv", Array("-2+cmd|' /C calc'!A0".utf8), "formula"), ("a.tsv", Array("a\t= 1".utf8), "formula"),
        ] as [(String, [UInt8], String)]
    )
    func isRefused(file: String, bytes: [UInt8], why: String) {
        #expect(checkAttachment("content/" + file, bytes).all.map(\.id) == ["attachment." + why])
    }

    private func problems(_ svg: String) -> [String] {
        checkDrawing("content/a.svg", Array(svg.utf8)).all.map {
            "\($0.place.line):\($0.place.column) \($0.message.en)"
        }
    }

    @Test(arguments: [
        "<svg onload='a()'/>", "<svg ONLOAD='a()'/>", "<svg><script>a()</script></svg>", "<svg><script/></svg>",
        "<svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></svg>", "<svg><SCRIPT/></svg>",
        "<svg xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></svg>", "<h:svg xmlns:h='urn:x'><h:script/></h:svg>x",
        "<svg><foreignObject><body/></foreignObject></svg>", "<svg><a href='javascript:a()'/></svg>",
        "<svg><a href='&#106;avascript:a()'/></svg>", "<svg><a href=' https://example.org'/></svg>",
        "<svg><use href='data:image/svg+xml,x'/></svg>", "<svg><image href='data:image/svg+xml;base64,x'/></svg>",
        "<svg><image x:href='//example.org'/></svg>", "<svg><feImage href='a.png'/></svg>",
        // Chromium runs these four.
        "<svg><metadata><script>a()</script></metadata></svg>", "<svg><?xpacket begin='?><script>a()</script>?></svg>",
        "<svg><metadata xmlns='http://www.w3.org/1999/xhtml'><script>a()</script></metadata></svg>",
        "<svg><style>a{b:c}/*</style><script>a()</script>*/</svg>",
        "<svg><set attributeName='href' to='javascript:a()'/></svg>", "<svg><animate/></svg>", "<svg><iframe/></svg>",
        "<svg><style>@import 'a.css';</style></svg>", "<svg><style>@im<!-- -->port 'a';</style></svg>",
        "<svg><style><![CDATA[a{fill:url(//b)}]]></style></svg>", "<svg><style>a{fill:\\75rl(//b)}</style></svg>",
        "<svg><style>a{fill:&#117;rl('//b')}</style></svg>", "<svg><g style='fill:URL( \"//b\")'/></svg>",
        "<svg><g fill='url(a.svg#b)'/></svg>", "<svg><g style='x:image-set(\"//b\" 1x)'/></svg>",
        "<svg xml:base='//b'/>", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "<svg>&nbsp;</svg>",
        "<?xml-stylesheet href='a.css'?><svg/>", "<?xml version='1.0' encoding='utf-7'?><svg/>",
        "<?xml version='1.0' encoding='utf-7' x='utf-8'?><svg/>", "<html/>", "", "a",
        "<svg>", "<svg></g>", "<svg/><svg/>", "<svg a/>", "<svg a='<'/>", "<svg><!-- </svg>",
        String(repeating: "<g>", count: 300),
    ])
    func activeDrawingsAreRefused(svg: String) {
        #expect(!problems(svg).isEmpty)
    }

    @Test(arguments: [
        "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- a --><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg xmlns='http://www.w3.org/2000/svg'/>\n",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:file='C:\\a(b)'><i:grid/><metadata><i:x>a &amp; b</i:x></metadata></svg>",
        "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='#a'/><g fill='url(#b)' style=\"clip-path:url('#c')\"/></svg>",
        "<svg><image href='data:image/png;base64,AA=='/><style>@font-face{src:url(data:font/woff2;base64,AA)} @media print{a{b:c}}</style></svg>",
        "<svg><text font-family=\"'Open Sans'\">5 &#8364; (x)</text><filter><feGaussianBlur/></filter></svg>",
        "<svg><g transform='rotate(5)' fill='rgb(1,2,3)'/><switch><g/></switch><title>على</title></svg>",
    ])
    func passiveDrawingsArePublished(svg: String) { #expect(problems(svg) == []) }

    /// What the command itself draws can be put on a page again.
    @Test func ownDrawingsArePublished() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "ChartsTests/Golden")
        let files = try FileManager.default.contentsOfDirectory(atPath: golden.path).filter { $0.hasSuffix(".svg") }
        #expect(!files.isEmpty)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: golden.appending(path: file)))
            #expect(checkDrawing(file, bytes).all == [], "\(file)")
        }
    }

    @Test func aDrawingIsReadOnce() {
        let many = "<svg>" + String(repeating: "<g id='a'/>\n", count: 50_000) + "<b/></svg>"
        #expect(problems(many) == ["50001:1 the element b in a drawing"])
        let wrong = "<svg>" + String(repeating: "<b/>", count: 50_000) + "</svg>"
        #expect(problems(wrong).count == 20)
    }

    @Test(arguments: [
        ("a/b-c_1.2.pdf", true), ("é/ü (2).png", true), ("con/x", false), ("a/NUL.txt", false), ("com1", false),
        ("console.md", true), ("a\\b", false), ("c:x", false), ("a/b.", false), ("a /b", false), ("a?", false),
        ("a\u{202E}b", false), ("a\u{200B}b", false), ("a\u{1B}[2J", false), ("lpt¹.md", false),
    ])
    func namesThatEverySystemTakes(path: String, isPortable: Bool) {
        #expect((unportable(path) == nil) == isPortable)
    }

    @Test func filesOfTheSiteHaveSuchNames() async throws {
        var files = Files(pages: ["index", "a\\..\\..\\b", "nul"])
        files.bytes["content/index.md"] = Array(
            page("Index", text: "[x](<c:x.txt>) [y](x%E2%80%AEtxt.csv) [z](goed.txt)").utf8
        )
        files.bytes["content/c:x.txt"] = [0x61]
        files.bytes["content/x\u{202E}txt.csv"] = [0x61]
        files.bytes["content/goed.txt"] = [0x61]
        // Not on a page, so not of the site.
        files.bytes["content/d:x.txt"] = [0x61]
        let result = try await build(BuildOptions(root: "", output: nil), disk: files.disk())
        let named = result.findings.filter { $0.id == "files.name" }.map(\.place.file)
        #expect(
            named == ["content/a\\..\\..\\b.md", "content/c:x.txt", "content/nul.md", "content/x\u{202E}txt.csv"]
        )
    }

    /// However it was saved again; and a table of which nobody said what it is about.
    @Test(arguments: [
        ("k.csv", "buurt,n\nNoord,3\n", true), ("k.txt", "\u{FEFF}\"buurt\";\"n\"\r\n\"Noord\";3", true),
        ("k.csv", "buurt,n\nNoord,4\n", false), ("k.csv", "open,1\n", false), ("k.csv", "los,1\n", true),
        ("k.geojson", "{}", false), ("k.csv", "", false),
    ])
    func dataAboutPeopleAreNotHandedOut(file: String, text: String, isRefused: Bool) async throws {
        var files = Files(pages: ["index"])
        files.bytes["content/index.md"] = Array(page("Index", text: "[x](\(file))").utf8)
        files.bytes["content/" + file] = Array(text.utf8)
        files.bytes["data/mensen.csv"] = Array("buurt,n\nNoord,3\n".utf8)
        files.bytes["data/open.csv"] = Array("open,1\n".utf8)
        files.bytes["data/los.csv"] = Array("los;1\n".utf8)
        files.bytes["data/leeg.csv"] = []
        files.bytes["data/a.geojson"] = Array("{}".utf8)
        files.bytes["data/datapackage.yaml"] = Array(
            """
            name: p
            resources:
            - {name: mensen, path: mensen.csv, schema: {fields: [{name: buurt, type: string}, {name: n, type: integer}]}, verslag: {privacy: {counts: people, column: n}}}
            - {name: open, path: open.csv, schema: {fields: [{name: open, type: string}, {name: "1", type: string}]}, verslag: {privacy: {counts: none, reason: proef}}}
            """.utf8
        )
        let result = try await build(BuildOptions(root: "", output: nil), disk: files.disk())
        #expect(result.findings.contains { $0.id == "attachment.people" } == isRefused, "\(result.findings)")
    }
}
