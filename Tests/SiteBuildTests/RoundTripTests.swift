// What the page shows, read back by the rules of its language, is what the data file holds, or there is a finding: random contracts and values.
import Diagnostics
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct RoundTripTests {
    @Test(arguments: [1, 2, 3], ["nl", "en"])
    func whatThePageShowsIsWhatTheFileHolds(seed: Int, language: String) async throws {
        var random = Seeded(state: UInt64(seed * 7919))
        let columns = (0..<60).map { RandomColumn(number: $0, isClean: $0 % 2 == 0, &random) }
        let all = await programme(columns, language).resolved()
        let found = Dictionary(grouping: all.findings.all, by: \.place.file)
        #expect(Set(found.keys).isSubset(of: Set(columns.map(\.file) + ["data/indicators.yaml"])))

        for column in columns {
            let findings = found[column.file] ?? []
            // What is written as the contract says gets questions at most.
            let questions: Set = ["data.thousands", "data.missing-code", "data.leading-zero", "data.tiny-number"]
            if column.isClean { #expect(findings.allSatisfy { questions.contains($0.id) }, "\(column) \(findings)") }
            // What has no meaning is never read.
            if column.values.contains(where: { column.meaning(of: $0) == nil }) {
                #expect(findings.contains { $0.severity == .error }, "\(column)")
            }
        }

        let shown = columns.filter { found[$0.file] == nil }
        #expect(shown.count > 20)
        let folder = try TemporaryFolder()
        let options = BuildOptions(root: "round-trip", output: folder.path)
        let result = try await build(options, disk: programme(shown, language).disk())
        #expect(result.findings == [])
        let page = try folder.text("concept/index.html")
        for column in shown {
            for (row, text) in column.values.enumerated() {
                let held = try #require(column.meaning(of: text))
                let key = "r\(column.number)x\(row)"
                let inTable = page.between("<th scope=\"row\">\(key)</th><td class=\"number\">", "</td>")
                #expect(
                    readBack(inTable, language).map { held.isShown(by: $0) } ?? false,
                    "\(text) → \(inTable ?? "–"): \(column)"
                )
                let inText = page.between("[\(key) ", "]")
                #expect(
                    readBack(inText, language).map { held.isShown(by: $0) } ?? false,
                    "\(text) → \(inText ?? "–"): \(column)"
                )
                let machine = inText?.between("value=\"", "\"").flatMap(Exact.init(plain:))
                #expect(machine.map { held.isShown(by: $0) } ?? false, "\(text) → \(inText ?? "–"): \(column)")
            }
        }
    }

    /// One in 2,500 is left: neither the table nor the text may say that it is all.
    @Test func aShareIsNotAllBeforeItIs() async throws {
        let block =
            "```table\nid: tab-a\nfrom: d\ngroup: [all]\nmeasures: [{share: {kind: a}, of: n}]\n```\n\n[{{ share as percent }}]\n"
        var files: Files = ["content/programme.yaml": "title: Proef\n"]
        files.bytes["content/index.md"] = Array(page("Start", text: block).utf8)
        files.bytes["data/datapackage.yaml"] = Array(
            """
            resources:
            - name: d
              path: d.csv
              schema: {fields: [{name: all}, {name: kind}, {name: n, type: integer}]}
              sources: [{title: Bron}]
              verslag: {period: "2020", privacy: {counts: none, reason: Proef}}
            """.utf8
        )
        files.bytes["data/indicators.yaml"] = Array(
            "- {id: share, label: Deel, from: d, share: {kind: a}, of: n}\n".utf8
        )
        files.bytes["data/d.csv"] = Array("all,kind,n\nx,a,2499\nx,b,1\n".utf8)
        let folder = try TemporaryFolder()
        let result = try await build(BuildOptions(root: "share", output: folder.path), disk: files.disk())
        #expect(result.findings == [])
        let page = try folder.text("concept/index.html")
        #expect(page.between("<th scope=\"row\">x</th><td class=\"number\">", "</td>") == "99,96%")
        #expect(page.between("[", "]")?.contains(">99,96%<") ?? false)
    }

    /// Each column is a dataset of its own, with a table and an indicator for every value.
    private func programme(_ columns: [RandomColumn], _ language: String) -> Files {
        var text = ""
        var indicators = ""
        for column in columns {
            text += "```table\nid: tab-\(column.number)\nfrom: d\(column.number)\ncolumns: [k, v]\n```\n\n"
            for row in column.values.indices {
                let key = "r\(column.number)x\(row)"
                text += "[\(key) {{ \(key) }}]\n\n"
                indicators += "- {id: \(key), label: \(key), from: d\(column.number), where: {k: \(key)}, column: v}\n"
            }
        }
        var files: Files = ["content/programme.yaml": "title: Proef\nlanguage: \(language)\n"]
        files.bytes["content/index.md"] = Array(page("Start", text: text).utf8)
        files.bytes["data/datapackage.yaml"] = Array(("resources:\n" + columns.map(\.contract).joined()).utf8)
        files.bytes["data/indicators.yaml"] = Array(indicators.utf8)
        for column in columns { files.bytes[column.file] = Array(column.csv.utf8) }
        return files
    }

    /// The number that a reader of the language sees.
    private func readBack(_ html: String?, _ language: String) -> Exact? {
        guard let html else { return nil }
        let text = html.replacing(/<[^>]*>/, with: "").replacing("\u{2212}", with: "-")
        let number = text.filter { "0123456789.,-".contains($0) }
        let (group, point) = language == "nl" ? (".", ",") : (",", ".")
        guard
            number.wholeMatch(of: language == "nl" ? /-?\d{1,3}(\.\d{3})*(,\d+)?/ : /-?\d{1,3}(,\d{3})*(\.\d+)?/) != nil
        else { return nil }
        return Exact(plain: number.replacing(group, with: "").replacing(point, with: "."))
    }
}

extension String {
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound
        else {
            return nil
        }
        return String(self[from..<to])
    }
}
