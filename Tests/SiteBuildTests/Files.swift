// A programme that exists only in memory: paths and texts, handed to the pipeline as its disk.
import Diagnostics
import Testing

@testable import SiteBuild

/// The files of a programme by their path below its root.
struct Files: ExpressibleByDictionaryLiteral, Sendable {
    var bytes: [String: [UInt8]]

    init(dictionaryLiteral elements: (String, String)...) {
        bytes = Dictionary(uniqueKeysWithValues: elements.map { ($0.0, Array($0.1.utf8)) })
    }

    /// Pages of which only the address matters: `content/<name>.md` with the name as its title.
    init(pages: [String]) {
        bytes = Dictionary(uniqueKeysWithValues: pages.map { ("content/\($0).md", Array(page($0).utf8)) })
        bytes["content/programme.yaml"] = Array("title: Proef\n".utf8)
    }

    /// The disk that the pipeline sees; with `fallback` where the programme has no such file.
    func disk(over fallback: Disk? = nil) -> Disk {
        Disk(
            list: { folder in
                var listing = fallback?.list(folder) ?? Disk.Listing()
                let own = bytes.keys.filter { $0.hasPrefix(folder + "/") && !listing.files.contains($0) }
                listing.files = (listing.files + own).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                return listing
            },
            read: { path in
                if let fallback, case .success(let found) = fallback.read(path) { return .success(found) }
                return bytes[path].map(Result.success) ?? .failure(.missing)
            }
        )
    }

    /// The stages up to resolve.
    func resolved() async -> (programme: Programme, findings: Findings) {
        var findings = Findings()
        let tree = discover(disk(), findings: &findings)
        let reading = await read(tree, disk(), jobs: 1, findings: &findings)
        let programme = await resolve(reading, past: .none, jobs: 1, findings: &findings)
        return (programme, findings)
    }
}

/// A page's text: front matter with a title and, where given, more lines.
func page(_ title: String, _ header: String = "", text: String = "") -> String {
    "---\ntitle: \(title)\n\(header.isEmpty ? "" : header + "\n")---\n\(text)\n"
}

extension Programme {
    /// The index of the page that `content/<name>.md` became.
    func page(_ name: String) throws -> Int {
        try #require(map.byFile["content/\(name).md"], "there is no page \(name)")
    }

    /// File names without `content/` and `.md`, for reading in a test.
    func names(_ pages: [Int]) -> [String] {
        pages.map { String(self.pages[$0].file.dropFirst("content/".count).dropLast(".md".count)) }
    }
}
