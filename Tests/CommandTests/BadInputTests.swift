// Every kind of bad input, alone and all together: place, hint, exit status 1, and the site exactly as it was.
import Foundation
import TestSupport
import Testing

/// One thing that is wrong with a programme, and what must be said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    /// Parts of standard error: the place with the message, the hint.
    var says: [String]
    var make: @Sendable (TemporaryFolder) throws -> Void
    var testDescription: String { name }

    /// A mistake that lies in one page.
    init(page name: String, _ text: String, says: String...) {
        self.init(name, says: says) { try $0.write("content/\(name).md", text) }
    }

    init(_ name: String, says: [String], make: @escaping @Sendable (TemporaryFolder) throws -> Void) {
        self.name = name
        self.says = says
        self.make = make
    }
}

private func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target)
}

private let megabytes100 = Data(repeating: UInt8(ascii: "a"), count: 100 << 20)

private let mistakes: [Mistake] = [
    Mistake(
        page: "yaml",
        "---\ntitle: Een: twee: drie\n---\n",
        says: "content/yaml.md:2:11: error: not YAML: ",
        "2 | title: Een: twee: drie\n",
        "hint: check indentation and quotes"
    ),
    Mistake(
        page: "sleutel",
        "---\ntitle: T\ndescripton: D\n---\n",
        says:
            "content/sleutel.md:3:1: error: front matter has no key \"descripton\" [yaml.unknown-key]\n3 | descripton: D\n  | ^^^^^^^^^^\n",
        "hint: did you mean \"description\"?"
    ),
    Mistake(
        page: "plaat",
        "---\ntitle: T\n---\n\n![Een plein](plein.jpg)\n",
        says: "content/plaat.md:5:1: error: there is no page or file \"plein.jpg\" [link.broken]"
    ),
    Mistake(
        page: "nergens",
        "---\ntitle: T\n---\n\nZie [dit](andr.md) en [](#fig-weg).\n",
        says: "content/nergens.md:5:5: error: there is no page or file \"andr.md\" [link.broken]",
        "hint: did you mean \"ander.md\"?",
        "content/nergens.md:5:23: error: content/nergens.md has no heading, figure or table \"#fig-weg\" [link.no-anchor]"
    ),
    Mistake(
        page: "kolom",
        "---\ntitle: T\n---\n\n```chart\nid: fig-kolom\ntype: bars\nfrom: groepen\nx: groepp\ny: {sum: mensen}\ntitle: T\n```\n",
        says: "content/kolom.md:9:4: error: ",
        "groepp",
        "[data.unknown-column]",
        "hint: did you mean \"groep\"?"
    ),
    Mistake(
        "latin-1 page",
        says: [
            "content/latijn.md:4:4: error: byte 0xE9 is not UTF-8 [text.invalid-utf8]", "hint: save the file as UTF-8",
        ]
    ) {
        try $0.write("content/latijn.md", Data("---\ntitle: T\n---\nCaf".utf8) + [0xE9, 0x0A])
    },
    Mistake(
        "a line of 100 MB",
        says: [
            "content/lang.md:1:1: error: a line of more than 1 MiB [text.line-too-long]",
            "hint: is this the right file?",
        ]
    ) {
        try $0.write("content/lang.md", megabytes100)
    },
    Mistake(
        "two pages with one address",
        says: [
            "content/tweemaal/index.md:1:1: error: this page has the same address as content/tweemaal.md: tweemaal/index.html [page.same-address]",
            "hint: rename one of the two files",
        ]
    ) {
        try $0.write("content/tweemaal.md", "---\ntitle: Een\n---\n")
        try $0.write("content/tweemaal/index.md", "---\ntitle: Twee\n---\n")
    },
    Mistake(
        "include cycle",
        says: [
            "content/_delen/twee.md:2:7: error: texts include each other: content/_delen/een.md → content/_delen/twee.md → content/_delen/een.md",
            "[include.cycle]",
        ]
    ) {
        try $0.write("content/rond.md", "---\ntitle: Rond\n---\n\n```include\nfile: _delen/een.md\n```\n")
        try $0.write("content/_delen/een.md", "```include\nfile: twee.md\n```\n")
        try $0.write("content/_delen/twee.md", "```include\nfile: een.md\n```\n")
    },
    Mistake(
        "link to nothing",
        says: [
            "content/los.md: error: this link points to nothing, or outside the programme's folder [files.unreadable]"
        ]
    ) {
        try link($0, "content/los.md", to: "bestaat-niet.md")
    },
    Mistake(
        "link out of the folder",
        says: ["content/uit.md: error: this link points to nothing, or outside", "data/uit.csv: error: this link"]
    ) {
        try link($0, "content/uit.md", to: "/etc/hostname")
        try link($0, "data/uit.csv", to: "/etc/hostname")
    },
    Mistake("a pipe", says: ["content/pijp.md: error: this is not a file [files.unreadable]"]) {
        guard mkfifo($0.path + "/content/pijp.md", 0o644) == 0 else { throw CocoaError(.fileWriteUnknown) }
    },
    Mistake(
        "data",
        says: [
            "error: ", "[data.missing-file]", "[data.unreadable-file]",
            "data/rafelig.csv:3:", "data/rafelig.csv:4:", "data/kolom.csv:1:", "stad", "data/latijn.csv:2:", "0xE9",
            "data/lang.csv:1", "1 MiB",
        ]
    ) { folder in
        try folder.write(
            "data/datapackage.yaml",
            contract(
                resources: contract(of: "groepen"),
                contract(of: "weg"),
                contract(of: "map"),
                contract(of: "rafelig"),
                contract(of: "kolom", extraField: "stad"),
                contract(of: "latijn"),
                contract(of: "lang")
            )
        )
        try folder.write("data/map.csv/leeg.txt", "")
        try folder.write("data/rafelig.csv", "groep,mensen\nA,40\nB,35,1\nC\n")
        try folder.write("data/kolom.csv", "groep,mensen\nA,40\n")
        try folder.write("data/latijn.csv", Data("groep,mensen\nCaf".utf8) + [0xE9] + Data(",40\n".utf8))
        try folder.write("data/lang.csv", megabytes100)
    },
    Mistake("template", says: ["templates/page.mustache:2:", "error: template cannot be read", "[theme.template]"]) {
        try $0.write("templates/page.mustache", "{{title}}\n{{#body}}\n")
    },
    Mistake(
        "template cycle",
        says: ["templates/b.mustache:1:1: error: templates call each other: a → b → a [theme.cycle]"]
    ) {
        try $0.write("templates/a.mustache", "{{> b}}\n")
        try $0.write("templates/b.mustache", "{{> a}}\n")
    },
]

@Suite struct BadInputTests {
    @Test(arguments: mistakes) func isNamedAndChangesNothing(_ mistake: Mistake) async throws {
        let programme = try smallProgramme()
        try mistake.make(programme)
        try await refused(programme, says: mistake.says)
    }

    @Test func allAtOnce() async throws {
        let programme = try smallProgramme()
        for mistake in mistakes { try mistake.make(programme) }
        try await refused(programme, says: mistakes.flatMap(\.says))
    }

    /// The page's template calls itself: nothing may be rendered with it.
    @Test(arguments: [
        "{{> page}}", "{{> navigation}}{{> a}}", "{{#title}}{{>page}}{{/title}}", "{{> *title}}",
        "{{=<% %>=}}<%> page %>", "{{<page}}{{/page}}",
    ])
    func aTemplateThatCallsItselfEnds(text: String) async throws {
        let programme = try smallProgramme()
        try programme.write("templates/page.mustache", text)
        try programme.write("templates/a.mustache", "{{> page}}")
        let run = try await verslag("check", "--root", programme.path)
        #expect(!run.wasKilled)
        #expect(run.status == 1)
        #expect(run.errors.contains("[theme."), "\(run.errors)")
    }

    /// A folder is not the same as no file.
    @Test(arguments: ["content/programme.yaml", "content/begrippen.yaml"])
    func aFolderInThePlaceOfAFile(name: String) async throws {
        let programme = try smallProgramme()
        try? FileManager.default.removeItem(atPath: programme.path + "/" + name)
        try programme.write(name + "/leeg.txt", "")
        try await refused(programme, says: [name + ": error: this is not a file [files.unreadable]"])
    }

    /// Exit status 1 with all of `says`; a site that stood there is the same down to its inodes, one that did not is not made.
    private func refused(_ programme: TemporaryFolder, says: [String]) async throws {
        let fresh = try await verslag("build", "--root", programme.path)
        #expect(fresh.status == 1, "\(fresh.errors)")
        #expect(!fresh.wasKilled)
        for part in says { #expect(fresh.errors.contains(part), "\(part)\nis not in\n\(fresh.errors)") }
        #expect(!FileManager.default.fileExists(atPath: programme.path + "/site"))

        try programme.write("site/concept/.verslag", "")
        try programme.write("site/concept/index.html", "zoals het was")
        try programme.write("site/concept/oud/weg.html", "ook dit")
        try programme.write("site/2019/index.html", "een oude uitgave")
        let before = (tree(programme.path + "/site"), inodes(programme.path + "/site"))
        let again = try await verslag("build", "--root", programme.path, "--jobs", "3")
        #expect(again.status == 1)
        #expect(again.errors == fresh.errors)
        #expect(tree(programme.path + "/site") == before.0)
        #expect(inodes(programme.path + "/site") == before.1)
        #expect(try programme.entries("site") == ["2019", "concept"])
    }
}
