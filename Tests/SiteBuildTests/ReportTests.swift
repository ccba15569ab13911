// Reports of small programmes: which there are, when they are printed, and what happens when they cannot be.
import Diagnostics
import Foundation
import Reports
import Synchronization
import TestSupport
import Testing

@testable import SiteBuild

private func programme(_ text: String = "Tekst.") -> Files {
    var files = Files(pages: ["index"])
    files.bytes["content/een.md"] = Array(page("Een", "kind: chapter", text: text).utf8)
    files.bytes["content/p.md"] = Array(page("P", "kind: project\nnumber: 4", text: "Tekst.").utf8)
    return files
}

private func options(_ folder: TemporaryFolder, _ choice: ReportChoice, _ printing: Printing = .with(fakeTypesetter()))
    -> ReportOptions
{
    ReportOptions(root: ".", output: folder.path + "/uit", choice: choice, printing: printing)
}

@Suite struct ReportTests {
    @Test func eachChoiceHasItsReports() async throws {
        let folder = try TemporaryFolder()
        func names(_ choice: ReportChoice) async throws -> [String] {
            try await printReports(options(folder, choice), disk: programme().disk()).files.map {
                String($0.path.split(separator: "/").last ?? "")
            }
        }
        #expect(try await names(.endReport) == ["eindrapport.pdf"])
        #expect(try await names(.project(4)) == ["project-4.pdf"])
        #expect(try await names(.all) == ["eindrapport.pdf", "project-4.pdf"])
        #expect(try folder.entries("uit") == ["eindrapport.pdf", "project-4.pdf"])
    }

    @Test func reportsThatThereAreNotAreFindings() async throws {
        let folder = try TemporaryFolder()
        func findings(_ choice: ReportChoice, _ files: Files) async throws -> [String] {
            let result = try await printReports(options(folder, choice), disk: files.disk())
            #expect(!result.isClean && result.files.isEmpty)
            return result.findings.map { "\($0.id): \($0.message.nl) \($0.hint?.nl ?? "")" }
        }
        let empty = Files(pages: ["index"])
        #expect(try await findings(.project(9), programme()) == ["report.no-project: er is geen project 9 er zijn: 4"])
        #expect(try await findings(.endReport, empty)[0].hasPrefix("report.no-chapters: "))
        #expect(try await findings(.all, empty)[0].hasPrefix("report.none: "))
        #expect(try await findings(.project(1), empty) == ["report.no-project: er is geen project 1 "])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/uit"))
    }

    /// The site would say so where it publishes the file; here there is no site.
    @Test(
        arguments: [
            ("<svg onload='a()'/>", "attachment.svg"), ("<svg/>", nil), (nil, "files.unreadable"),
        ] as [(String?, String?)]
    )
    func anImageThatIsRefusedIsAFinding(svg: String?, id: String?) async throws {
        let folder = try TemporaryFolder()
        var files = programme("![een plaat](a.svg)")
        files.bytes["content/a.svg"] = Array((svg ?? "").utf8)
        var disk = files.disk()
        let read = disk.read
        disk.read = { svg == nil && $0 == "content/a.svg" ? .failure(.notAFile) : read($0) }
        let result = try await printReports(options(folder, .endReport), disk: disk)
        #expect(result.findings.map(\.id) == (id.map { [$0] } ?? []))
        #expect(result.files.isEmpty == (id != nil))
    }

    @Test func anUnchangedReportIsLeftAlone() async throws {
        let folder = try TemporaryFolder()
        let count = Mutex(0)
        let printing = Printing.with(fakeTypesetter { names in count.withLock { $0 += names.count } })
        let first = try await printReports(options(folder, .all, printing), disk: programme().disk())
        #expect(first.files.map(\.isUnchanged) == [false, false] && first.files.map(\.pageCount) == [3, 3])
        let before = inodes(folder.path)
        let second = try await printReports(options(folder, .all, printing), disk: programme().disk())
        #expect(
            second.files.map(\.isUnchanged) == [true, true] && inodes(folder.path) == before
                && count.withLock { $0 } == 2
        )
        _ = try await printReports(options(folder, .all, printing), disk: programme("Anders.").disk())
        #expect(count.withLock { $0 } == 3)
    }

    @Test func typstsErrorStandsAtTheAuthorsLineAndStopsTheBuild() async throws {
        let folder = try TemporaryFolder()
        let files = programme("Goed.\n\nDit moet FAIL zijn.")
        let result = try await build(
            BuildOptions(root: ".", output: folder.path, printing: .with(fakeTypesetter())),
            disk: files.disk()
        )
        #expect(result.findings.map(\.id) == ["report.no-glyph"])
        #expect(result.findings[0].place == Place(file: "content/een.md", line: 7, column: 1))
        #expect(!result.isClean)
        #expect(try folder.entries() == [])
    }

    /// The site is more than its PDFs: without Typst it is built, and says what is missing.
    @Test func withoutTypstTheSiteIsBuilt() async throws {
        let folder = try TemporaryFolder()
        let problem = TypesetterProblem(
            message: Wording(en: "none", nl: "geen"),
            hint: Wording(en: "get it", nl: "haal het")
        )
        let result = try await build(
            BuildOptions(root: ".", output: folder.path, printing: .unavailable(problem)),
            disk: programme().disk()
        )
        #expect(result.isClean && result.findings.map(\.id) == ["report.no-typst"])
        #expect(!tree(folder.path).keys.contains { $0.hasSuffix(".pdf") })
        #expect(try !folder.text("concept/index.html").contains("report-link"))
    }

    @Test func pagesOfferTheReportTheyBelongTo() async throws {
        let folder = try TemporaryFolder()
        _ = try await build(
            BuildOptions(root: ".", output: folder.path, printing: .with(fakeTypesetter())),
            disk: programme().disk()
        )
        #expect(
            try folder.text("concept/index.html").contains(
                "<a href=\"eindrapport.pdf\">Eindrapport als PDF</a> (0,1 MB, 3 pagina"
            )
        )
        #expect(try folder.text("concept/een/index.html").contains("<a href=\"../eindrapport.pdf\">"))
        #expect(try folder.text("concept/p/index.html").contains("<a href=\"project-4.pdf\">"))
        #expect(
            tree(folder.path).keys.filter { $0.hasSuffix(".pdf") }.sorted() == [
                "concept/eindrapport.pdf", "concept/p/project-4.pdf",
            ]
        )
    }

    @Test func noTwoReportsShareAName() async throws {
        var files = programme()
        for name in ["a/b-c", "a-b/c", "eindrapport", "A-B-C"] {
            files.bytes["content/\(name).md"] = Array(page("R", "kind: project").utf8)
        }
        let names = ReportPlan.all(of: await files.resolved().programme).map { $0.name.lowercased() }
        #expect(Set(names).count == names.count && names.count == 6, "\(names)")
    }

    /// Python without the package, or a folder whose Python is gone: the site is more than its PDFs.
    @Test func aTypstThatDoesNotRunIsAWarning() async throws {
        let folder = try TemporaryFolder()
        let broken = Typesetter(version: "1") { _, _ in
            throw TypesetterProblem(message: Wording(en: "broken", nl: "stuk"), hint: Wording(en: "mend", nl: "maak"))
        }
        let site = try await build(
            BuildOptions(root: ".", output: folder.path, printing: .with(broken)),
            disk: programme().disk()
        )
        #expect(site.isClean && site.findings.map(\.id) == ["report.no-typst"] && site.pageCount == 3)
        let report = try await printReports(options(folder, .all, .with(broken)), disk: programme().disk())
        #expect(!report.isClean && report.findings.map(\.id) == ["report.no-typst"])
    }

    @Test(arguments: [
        ("2021", true), ("2021-02", true), ("2021-02-28", true), ("2020-02-29", true), ("2021-02-29", false),
        ("2021-02-31", false), ("2100-02-29", false),
        ("2021-04-31", false), ("2021-13", false), ("2021-00-01", false), ("0000", false), ("21-03-15", false),
        ("2021-3-15", false), ("2021-03-15-", false),
    ])
    func datesAreDaysThatThereWere(_ text: String, _ expected: Bool) { #expect(isDate(text) == expected) }

    @Test(arguments: [
        ("Tussenrapport 2019", "tussenrapport-2019"), ("???", "eindrapport"),
        (String(repeating: "lang ", count: 99), "lang-lang-"),
    ])
    func thePageThatOpensTheReportNamesIt(_ title: String, _ name: String) async throws {
        let files: Files = [
            "content/programme.yaml": "title: P", "content/r/index.md": page("\"\(title)\""),
            "content/r/1.md": page("Een", "kind: chapter"),
        ]
        let plan = try #require(ReportPlan.all(of: await files.resolved().programme).first)
        #expect(plan.title == title && plan.name.hasPrefix(name) && plan.name.count <= 60)
    }

    @Test func twoProjectsWithOneNumberHaveTwoReports() async throws {
        var files = programme()
        files.bytes["content/q/r.md"] = Array(page("R", "kind: project\nnumber: 4").utf8)
        files.bytes["content/z.md"] = Array(page("Z", "kind: project").utf8)
        let plans = ReportPlan.all(of: await files.resolved().programme)
        #expect(plans.map(\.name) == ["eindrapport", "project-4", "q-r", "z"])
        #expect(plans.map(\.path) == ["eindrapport.pdf", "p/project-4.pdf", "q/r/q-r.pdf", "z/z.pdf"])
    }
}

/// The digest of a file with hidden cells would let who knows the others try which values fit.
@Suite struct WithheldDigestTests {
    private func site(hiding: Bool) async throws -> (files: [String: Data], digest: String) {
        var files = Files(pages: ["index"])
        files.bytes["content/een.md"] = Array(
            page(
                "Een",
                "kind: chapter",
                text: "{{ deelnames }}\n\n```table\nid: tab-a\nfrom: d\ngroup: [wijk]\nmeasures: [{sum: mensen}]\n```\n"
            ).utf8
        )
        files.bytes["data/d.csv"] = Array(
            "wijk,mensen\nNoord,40\nZuid,\(hiding ? 3 : 30)\nOost,\(hiding ? 4 : 50)\n".utf8
        )
        files.bytes["data/datapackage.yaml"] = Array(
            """
            name: d
            resources:
              - name: d
                path: d.csv
                title: D
                schema: {fields: [{name: wijk, title: Wijk, type: string}, {name: mensen, title: Mensen, type: integer}]}
                verslag: {period: "2020", privacy: {counts: people, column: mensen}}
            """.utf8
        )
        files.bytes["data/indicators.yaml"] = Array("- {id: deelnames, label: Deelnames, from: d, sum: mensen}\n".utf8)
        let folder = try TemporaryFolder()
        let result = try await build(
            BuildOptions(root: ".", output: folder.path, printing: .with(fakeTypesetter())),
            disk: files.disk()
        )
        #expect(result.isClean, "\(result.findings)")
        let (programme, _) = await files.resolved()
        return (tree(folder.path), try #require(programme.tables["tab-a"]?.origin.sha256))
    }

    @Test func standsNowhereInTheSiteOrItsReports() async throws {
        let (files, digest) = try await site(hiding: true)
        #expect(files.count > 5 && files.values.contains { String(decoding: $0, as: UTF8.self).contains("&lt;10") })
        for (name, data) in files { #expect(!String(decoding: data, as: UTF8.self).contains(digest), "\(name)") }
    }

    @Test func standsThereWhereNothingIsHidden() async throws {
        let (files, digest) = try await site(hiding: false)
        let with = files.filter { String(decoding: $0.value, as: UTF8.self).contains(digest) }.keys.sorted()
        #expect(
            with.contains("concept/data/indicators.json") && with.contains("concept/eindrapport.pdf")
                && with.contains { $0.hasPrefix("concept/herkomst/") }
        )
    }
}
