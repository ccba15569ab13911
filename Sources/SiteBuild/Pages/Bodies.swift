// Pages with the parts they include: which texts a page consists of, and that no part includes itself.
import Declarations
import Diagnostics
import Documents

/// The texts of all pages, includes followed.
struct Bodies: Sendable {
    private let pages: [SourcePage]
    private let parts: [String: SourceBody]
    /// Parts that take part in a cycle, or that unfold into too many, are not followed; nor is anything from pages that do.
    private let endless: Set<String>

    init(pages: [SourcePage], parts: [String: SourceBody], findings: inout Findings) {
        self.pages = pages
        self.parts = parts
        let includes = Includes(pages: pages, parts: parts, findings: &findings)
        endless = includes.endless
        let files = parts.keys.sorted()
        for page in pages { Bodies.reportMissing(page.text, in: page.file, parts, files, findings: &findings) }
        for file in files {
            if let part = parts[file] { Bodies.reportMissing(part, in: file, parts, files, findings: &findings) }
        }
    }

    /// The part that an include block names, nil where there is none to follow.
    func part(_ name: Scalar, from file: String) -> (file: String, body: SourceBody)? {
        guard !endless.contains(file), let path = Includes.path(name.text, from: file), !endless.contains(path),
            let body = parts[path]
        else { return nil }
        return (path, body)
    }

    /// The page's own text and those of its parts, each once per place where it is included, in the order of the text.
    func texts(of page: Int) -> [SourceBody] {
        var texts: [SourceBody] = []
        collect(pages[page].text, in: pages[page].file, into: &texts)
        return texts
    }

    /// The blocks of a page in the order of the text, with those of its parts where these are included.
    func blocks(of page: Int) -> [Block] {
        var blocks: [Block] = []
        collectBlocks(pages[page].text, in: pages[page].file, into: &blocks)
        return blocks
    }

    func header(of page: Int) -> PageHeader { pages[page].header }
    func file(of page: Int) -> String { pages[page].file }

    private func collect(_ body: SourceBody, in file: String, into texts: inout [SourceBody]) {
        texts.append(body)
        for (_, block) in body.blocks.sorted(by: { $0.key < $1.key }) {
            if case .include(let name) = block, let part = part(name, from: file) {
                collect(part.body, in: part.file, into: &texts)
            }
        }
    }

    private func collectBlocks(_ body: SourceBody, in file: String, into blocks: inout [Block]) {
        for (_, block) in body.blocks.sorted(by: { $0.key < $1.key }) {
            if case .include(let name) = block {
                if let part = part(name, from: file) { collectBlocks(part.body, in: part.file, into: &blocks) }
            } else {
                blocks.append(block)
            }
        }
    }

    /// A name is compared with this many others.
    private static let mostCompared = 300

    private static func reportMissing(
        _ body: SourceBody,
        in file: String,
        _ parts: [String: SourceBody],
        _ files: [String],
        findings: inout Findings
    ) {
        for name in Includes.names(in: body) where Includes.path(name.text, from: file).flatMap({ parts[$0] }) == nil {
            let folder = parentFolder(of: file)
            findings.error(
                "include.missing",
                at: name.place,
                en: "there is no text \"\(name.text)\" to include",
                nl: "er is geen tekst \"\(name.text)\" om in te voegen",
                hint: parts.isEmpty
                    ? Wording(
                        en: "texts to include stand in files or folders whose name starts with _",
                        nl: "teksten om in te voegen staan in bestanden of mappen waarvan de naam met _ begint"
                    )
                    : suggestion(
                        for: name.text,
                        among: files.prefix(mostCompared).map { relativePath(to: $0, from: folder) }
                    )
            )
        }
    }
}
