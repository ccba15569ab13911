// The programme of this repository, built as a reader of the README would build it.
import Foundation
import TestSupport
import Testing

/// This repository's programme, built once for all tests of this file.
private let built = Task {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let folder = try TemporaryFolder()
    for name in ["content", "data", "templates"] {
        try FileManager.default.copyItem(atPath: root.path + "/" + name, toPath: folder.path + "/" + name)
    }
    let run = try await verslag("build", "--root", folder.path, "--output", folder.path + "/een", "--jobs", "1")
    return (folder: folder, run: run, site: folder.path + "/een/concept")
}

@Suite struct RepositoryTests {
    @Test func hasNoErrorsAndManyPages() async throws {
        let (_, run, site) = try await built.value
        #expect(run.status == 0, "\(run.errors)")
        #expect(tree(site).keys.count { $0.hasSuffix(".html") } >= 40)
    }

    @Test func isTheSameWithManyWorkers() async throws {
        let (folder, _, site) = try await built.value
        let run = try await verslag("build", "--root", folder.path, "--output", folder.path + "/twee", "--jobs", "8")
        #expect(run.status == 0, "\(run.errors)")
        let (one, many) = (tree(site), tree(folder.path + "/twee/concept"))
        #expect(one.keys.sorted() == many.keys.sorted())
        #expect(one.filter { many[$0.key] != $0.value }.keys.sorted() == [])
        let before = inodes(folder.path + "/twee")
        #expect(try await verslag("build", "--root", folder.path, "--output", folder.path + "/twee").status == 0)
        #expect(inodes(folder.path + "/twee") == before)
    }

    @Test func everyLinkLeadsToAFileAndEveryAnchorIsThere() async throws {
        let files = tree(try await built.value.site)
        var ids: [String: Set<String>] = [:]
        var texts: [String: String] = [:]
        for (path, data) in files where path.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self)
            texts[path] = text
            let all = values(of: "id", in: text)
            ids[path] = Set(all)
            let twice = Dictionary(grouping: all, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
            #expect(twice == [], "\(path): ids that stand twice")
        }
        var count = 0
        for (path, text) in texts {
            for link in values(of: "href", in: text) + values(of: "src", in: text)
            where !link.contains("://") && !link.hasPrefix("mailto:") {
                count += 1
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target =
                    parts[0].isEmpty ? path : resolved(parts[0].removingPercentEncoding ?? parts[0], from: path)
                guard files[target] != nil else {
                    Issue.record("\(path) leads to \(link): there is no \(target)")
                    continue
                }
                if parts.count == 2, ids[target]?.contains(parts[1]) != true {
                    Issue.record("\(path) leads to \(link): there is no such anchor")
                }
            }
        }
        #expect(count > 1_000)
    }

    /// One row of one table: the number in the text, the drawing, the table, the downloads, the numbers for machines and their provenance.
    @Test func oneRowChangesEverythingThatItIsIn() async throws {
        let (original, _, site) = try await built.value
        let folder = try TemporaryFolder()
        for name in ["content", "data", "templates"] {
            try FileManager.default.copyItem(atPath: original.path + "/" + name, toPath: folder.path + "/" + name)
        }
        let rows = try folder.text("data/training.csv")
        let row = "Training professionals,training,professionals,2018–2020,38,340,1,1"
        #expect(rows.contains(row))
        try folder.write(
            "data/training.csv",
            rows.replacingOccurrences(of: row, with: row.replacingOccurrences(of: "340", with: "347"))
        )
        let run = try await verslag("build", "--root", folder.path, "--output", folder.path + "/site")
        #expect(run.status == 0, "\(run.errors)")
        let (before, after) = (tree(site), tree(folder.path + "/site/concept"))
        #expect(before.keys.sorted() == after.keys.sorted())
        for (file, part) in [
            ("scholing/index.html", "<data class=\"bound\" value=\"NNN\">"),
            ("scholing/fig-scholing-doelgroep.svg", "NNN"),
            ("scholing/fig-scholing-doelgroep.csv", "professionals,NNN\r\n"),
            ("scholing/tab-scholing-overzicht.csv", ",38,NNN\r\n"),
            ("data/indicators.json", "\"value\": NNN,"),
            ("herkomst/index.html", "NNN"),
        ] {
            func holds(_ tree: [String: Data], _ number: String) -> Bool {
                String(decoding: tree[file] ?? Data(), as: UTF8.self).contains(
                    part.replacingOccurrences(of: "NNN", with: number)
                )
            }
            #expect(holds(before, "340") && holds(after, "347"), "\(file)")
            #expect(
                !holds(after, "340") || file.hasSuffix(".html") || file.hasSuffix(".json"),
                "\(file) still has the old number"
            )
        }
        // Nothing that does not show this table has changed.
        let changed = before.filter { after[$0.key] != $0.value }.keys
        #expect(changed.contains { $0.hasSuffix("wijkprofiel/index.html") } == false)
        // The file is another one now, and says so.
        func digests(_ tree: [String: Data]) -> Set<String> {
            Set(
                String(decoding: tree["herkomst/index.html"] ?? Data(), as: UTF8.self).matches(
                    of: /class="digest">([0-9a-f]{64})</
                ).map { String($0.output.1) }
            )
        }
        #expect(digests(after).subtracting(digests(before)).count == 1)
    }

    /// An invented number beside the name of a real neighbourhood may be taken for a fact.
    @Test func inventedFiguresNameNoRealAreaAndSayThatTheyAreExamples() async throws {
        var count = 0
        for (path, data) in tree(try await built.value.site) where path.hasSuffix(".html") {
            for part in String(decoding: data, as: UTF8.self).components(separatedBy: "<figure ").dropFirst() {
                let figure = part.components(separatedBy: "</figure>")[0]
                guard figure.contains("class=\"label-illustrative\"") else { continue }
                count += 1
                let id = values(of: "id", in: " " + figure).first ?? ""
                let title = figure.firstMatch(of: /class="float-title"[^>]*>([^<]*)</)?.output.1.lowercased() ?? ""
                #expect(title.contains("voorbeeld"), "\(path) \(id): \(title)")
                for area in ["Wittevrouwenveld", "Wyckerpoort", "Nazareth", "Limmel", "Malberg", "Maastricht"] {
                    #expect(!figure.contains(area), "\(path) \(id) names \(area)")
                }
            }
        }
        #expect(count > 10)
    }

    /// The values of an attribute, entities decoded.
    private func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { part in
            String(part.prefix { $0 != "\"" }).replacingOccurrences(of: "&#39;", with: "'").replacingOccurrences(
                of: "&quot;",
                with: "\""
            )
            .replacingOccurrences(of: "&amp;", with: "&")
        }
    }

    private func resolved(_ link: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
