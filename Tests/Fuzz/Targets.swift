// The parsers that are fuzzed, each with the way in which a file reaches it in the pipeline.
import Charts
import Datasets
import Declarations
import Diagnostics
import Documents
import Foundation
import Indicators
import Markup
import Mustache

@testable import Editions
@testable import SiteBuild

enum FuzzTarget: String, CaseIterable {
    case markdown, page, csv, declarations, geojson, editions, templates, drawing, programme

    func run(_ bytes: [UInt8]) -> Findings {
        var findings = Findings()
        switch self {
        case .markdown: readMarkdown(bytes, &findings)
        case .page: readPage(bytes, &findings)
        case .csv: readTable(bytes, &findings)
        case .declarations: readDeclarations(bytes, &findings)
        case .geojson:
            _ = Shapes.read(
                bytes,
                file: "data/a.geojson",
                key: nil,
                at: Place(file: "a.md", line: 1),
                findings: &findings
            )
            _ = Shapes.read(
                bytes,
                file: "data/a.geojson",
                key: "code",
                at: Place(file: "a.md", line: 1),
                findings: &findings
            )
        case .editions: _ = EditionList.read(bytes, file: "editions.json", findings: &findings).bytes
        case .templates:
            let library = Theme.templates(
                in: [("page.mustache", bytes), ("a.mustache", Array("{{title}}".utf8))],
                findings: &findings
            )
            _ = library.render(
                ["title": "T", "items": ["a", "b"], "body": "B"] as [String: Any],
                withTemplate: "page"
            )
        case .drawing: findings = checkAttachment("content/a.svg", bytes)
        case .programme: checkProgramme(bytes, &findings)
        }
        return findings
    }
}

/// A document through both writers.
private func write(_ document: Document) {
    var html = ByteWriter()
    var htmlWriter = HTMLWriter()
    htmlWriter.write(document, into: &html)
    var typst = ByteWriter()
    var typstWriter = TypstWriter()
    typstWriter.write(document, into: &typst)
}

private func readMarkdown(_ bytes: [UInt8], _ findings: inout Findings) {
    guard let source = SourceText(file: "a.md", bytes: bytes, findings: &findings) else { return }
    write(
        Markdown.parse(
            source.bytes,
            file: "a.md",
            options: MarkdownOptions(blockKinds: Block.kinds),
            findings: &findings
        )
    )
    write(
        Markdown.parseInline(
            String(decoding: source.bytes.prefix(2000), as: UTF8.self),
            at: Place(file: "a.md", line: 1),
            findings: &findings
        )
    )
}

/// Front matter and the blocks of a page.
private func readPage(_ bytes: [UInt8], _ findings: inout Findings) {
    guard let source = SourceText(file: "content/a.md", bytes: bytes, findings: &findings) else { return }
    let front = FrontMatter.split(source, findings: &findings)
    let yaml = front.isPresent ? parseYAML(front.yaml, at: front.place, findings: &findings) : nil
    _ = PageHeader.read(yaml, file: source.file, isHome: false, findings: &findings)
    let document = Markdown.parse(
        source,
        below: front,
        options: MarkdownOptions(blockKinds: Block.kinds),
        findings: &findings
    )
    for node in 0..<document.nodeCount where document.kind(node) == .block {
        _ = Block.read(
            document.secondText(node),
            body: document.text(node),
            at: document.place(node),
            findings: &findings
        )
    }
}

/// A table under a contract with a column of every type; the first byte chooses the dialect.
private func readTable(_ bytes: [UInt8], _ findings: inout Findings) {
    let dialects = ["", "{delimiter: \";\"}", "{delimiter: \"\\t\"}", "{skipInitialSpace: true}"]
    let dialect = dialects[Int(bytes.first ?? 0) % dialects.count]
    let contract = """
        name: a
        resources:
        - name: t
          path: t.csv
          dialect: \(dialect.isEmpty ? "{}" : dialect)
          schema:
            fields:
            - {name: tekst, type: string}
            - {name: aantal, type: integer}
            - {name: getal, type: number, decimalChar: ",", groupChar: "."}
            - {name: dag, type: date}
            - {name: jaar, type: year}
            - {name: maand, type: yearmonth}
            - {name: waar, type: boolean}
            missingValues: ["", "-"]
            primaryKey: [tekst]
          verslag: {privacy: {counts: none, reason: test}}
        """
    guard let source = SourceText(file: "data/datapackage.yaml", bytes: Array(contract.utf8), findings: &findings)
    else { return }
    let table = Array(bytes.dropFirst())
    _ = readDataPackage(source, file: { _ in .bytes(table) }, findings: &findings)
}

/// Every file in YAML; the first byte chooses which one the rest is.
private func readDeclarations(_ bytes: [UInt8], _ findings: inout Findings) {
    let text = Array(bytes.dropFirst())
    func disk(_ path: String) -> Disk {
        Disk(list: { _ in Disk.Listing() }, read: { $0 == path ? .success(text) : .failure(.missing) })
    }
    switch (bytes.first ?? 0) % 6 {
    case 0:
        guard let source = SourceText(file: "data/datapackage.yaml", bytes: text, findings: &findings) else { return }
        let package = readDataPackage(source, file: { _ in .bytes(Array("a,b\n1,2\n".utf8)) }, findings: &findings)
        _ = readIndicators(source, in: package, findings: &findings)
    case 1:
        guard let source = SourceText(file: "data/indicators.yaml", bytes: text, findings: &findings) else { return }
        _ = readIndicators(source, in: .empty, findings: &findings)
    case 2: _ = ProgrammeFile.read(disk("content/programme.yaml"), findings: &findings)
    case 3: _ = readGlossary(disk("content/begrippen.yaml"), findings: &findings)
    case 4: _ = readErrata(disk("content/errata.yaml"), findings: &findings)
    default: _ = Strings(text, file: "templates/strings/nl.yaml", findings: &findings)
    }
}

/// A whole small programme: its files stand one after the other, each below a line `=== path`.
private func checkProgramme(_ bytes: [UInt8], _ findings: inout Findings) {
    var files = ["content/programme.yaml": Array("title: A\n".utf8)]
    var path = "content/index.md"
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.starts(with: Array("=== ".utf8)) {
            path = String(decoding: line.dropFirst(4), as: UTF8.self)
            files[path] = []
        } else {
            files[path, default: []] += line + [0x0A]
        }
    }
    let programme = files
    let disk = Disk(
        list: { folder in
            var listing = Disk.Listing()
            listing.files = programme.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
            return listing
        },
        read: { path in programme[path].map(Result.success) ?? .failure(.missing) }
    )
    let found = Found()
    let done = DispatchSemaphore(value: 0)
    Task {
        let options = BuildOptions(root: "", output: nil, printing: .composeOnly)
        if let result = try? await build(options, disk: disk) { found.set(result.findings) }
        done.signal()
    }
    done.wait()
    for finding in found.all { findings.add(finding) }
}

/// Carries findings from the task to the thread that waits for it.
private final class Found: @unchecked Sendable {
    private(set) var all: [Diagnostic] = []
    func set(_ findings: [Diagnostic]) { all = findings }
}
