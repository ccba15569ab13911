// Pages with the parts they include: which texts a page consists of, and that no part includes itself.
import Declarations
import Diagnostics
import Documents

/// The texts of all pages, includes followed.
struct Bodies: Sendable {
    private let pages: [SourcePage]
    private let parts: [String: SourceBody]
    /// Parts that take part in a cycle, or that unfold into too many, are not followed.
    private let endless: Set<String>

    /// Parts that include others twice, which do so again, grow without end in a few files; no honest page comes near this.
    private static let mostTexts = 1_000

    init(pages: [SourcePage], parts: [String: SourceBody], findings: inout Findings) {
        self.pages = pages
        self.parts = parts
        let cyclic = Bodies.reportCycles(parts, findings: &findings)
        endless = cyclic.union(Bodies.reportTooMany(parts, leavingOut: cyclic, findings: &findings))
        for page in pages { Bodies.reportMissing(page.text, in: page.file, parts, findings: &findings) }
        for (file, part) in parts.sorted(by: { $0.key < $1.key }) {
            Bodies.reportMissing(part, in: file, parts, findings: &findings)
        }
    }

    /// The part that an include block names, nil where there is none to follow.
    func part(_ name: Scalar, from file: String) -> (file: String, body: SourceBody)? {
        guard let path = Bodies.path(name.text, from: file), !endless.contains(path), let body = parts[path] else {
            return nil
        }
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

    /// `_delen/doelen.md`, relative to the including file.
    private static func path(_ name: String, from file: String) -> String? {
        normalized(parentFolder(of: file) + "/" + composed(name))
    }

    private static func includes(_ body: SourceBody) -> [Scalar] {
        body.blocks.sorted { $0.key < $1.key }.compactMap {
            if case .include(let name) = $0.value { name } else { nil }
        }
    }

    private static func reportMissing(
        _ body: SourceBody,
        in file: String,
        _ parts: [String: SourceBody],
        findings: inout Findings
    ) {
        for name in includes(body) where path(name.text, from: file).flatMap({ parts[$0] }) == nil {
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
                    : suggestion(for: name.text, among: parts.keys.sorted().map { relativePath(to: $0, from: folder) })
            )
        }
    }

    /// Parts in which more than `mostTexts` texts are included, counting those that are included in turn.
    private static func reportTooMany(
        _ parts: [String: SourceBody],
        leavingOut cyclic: Set<String>,
        findings: inout Findings
    ) -> Set<String> {
        var counts: [String: Int] = [:]
        var found: Set<String> = []
        func count(_ file: String) -> Int {
            if let known = counts[file] { return known }
            guard let body = parts[file], !cyclic.contains(file) else { return 0 }
            var total = 1
            for name in includes(body) {
                guard let next = path(name.text, from: file) else { continue }
                total += count(next)
                if total > mostTexts && found.insert(file).inserted {
                    findings.error(
                        "include.too-many",
                        at: name.place,
                        en: "more than \(mostTexts) texts are included here",
                        nl: "hier worden meer dan \(mostTexts) teksten ingevoegd"
                    )
                }
            }
            // A part that is not followed counts for nothing, so that only the first is reported.
            counts[file] = found.contains(file) ? 0 : total
            return counts[file] ?? 0
        }
        for file in parts.keys.sorted() { _ = count(file) }
        return found
    }

    /// Each cycle is reported once, at the include that closes it.
    private static func reportCycles(_ parts: [String: SourceBody], findings: inout Findings) -> Set<String> {
        var cyclic: Set<String> = []
        var done: Set<String> = []
        func visit(_ file: String, path trail: [String]) {
            guard !done.contains(file), let body = parts[file] else { return }
            for name in includes(body) {
                guard let next = path(name.text, from: file) else { continue }
                if let start = (trail + [file]).firstIndex(of: next) {
                    let cycle = Array((trail + [file])[start...]) + [next]
                    cyclic.formUnion(cycle)
                    let chain = cycle.joined(separator: " → ")
                    findings.error(
                        "include.cycle",
                        at: name.place,
                        en: "texts include each other: \(chain)",
                        nl: "teksten voegen elkaar in: \(chain)"
                    )
                } else {
                    visit(next, path: trail + [file])
                }
            }
            done.insert(file)
        }
        for file in parts.keys.sorted() { visit(file, path: []) }
        return cyclic
    }
}
