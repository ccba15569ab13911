// Every way in which a sealed edition or the list of them can be changed is found and named, and nothing else is.
import Diagnostics
import Digests
import Foundation
import SiteBuild
import TestSupport
import Testing

@testable import Editions

/// Numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct VerifyTests {
    @Test func everyFlippedByteIsFound() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        _ = try await repository.seal("2021")
        let files = ["2020", "2021"].flatMap { id in
            tree(repository.site + "/" + id).filter { !$0.value.isEmpty }.map { (id + "/" + $0.key, $0.value) }
        }
        .sorted { $0.0 < $1.0 }
        var dice = Dice(state: 5)
        for _ in 0..<200 {
            let (path, data) = try #require(files.randomElement(using: &dice))
            var changed = data
            let position = Int.random(in: 0..<data.count, using: &dice)
            changed[changed.startIndex + position] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try repository.folder.write("site/" + path, changed)
            #expect(try await repository.check() == ["edition.changed \(path)"], "byte \(position) of \(path)")
            try repository.folder.write("site/" + path, data)
        }
        #expect(try await repository.check() == [])
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var expected: [String]
        var make: @Sendable (TemporaryFolder) throws -> Void
    }

    static let changes = [
        Change(testDescription: "removed", expected: ["edition.missing 2021/ander/index.html"]) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/2021/ander/index.html")
        },
        Change(testDescription: "added", expected: ["edition.added 2021/nieuw.txt"]) {
            try $0.write("site/2021/nieuw.txt", "nieuw")
        },
        Change(testDescription: "added, hidden", expected: ["edition.added 2021/assets/.x"]) {
            try $0.write("site/2021/assets/.x", "")
        },
        Change(testDescription: "renamed", expected: ["edition.renamed 2021/ander/anders.html"]) {
            let folder = $0.path + "/site/2021/ander/"
            try FileManager.default.moveItem(atPath: folder + "index.html", toPath: folder + "anders.html")
        },
        Change(testDescription: "longer", expected: ["edition.changed 2021/index.html"]) {
            try $0.write("site/2021/index.html", try $0.text("site/2021/index.html") + "\n")
        },
        Change(testDescription: "replaced by a link to the same bytes", expected: ["edition.link 2021/index.html"]) {
            try FileManager.default.moveItem(
                atPath: $0.path + "/site/2021/index.html",
                toPath: $0.path + "/elders.html"
            )
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/site/2021/index.html",
                withDestinationPath: $0.path + "/elders.html"
            )
        },
        Change(testDescription: "a folder replaced by a link out of the site", expected: ["edition.link 2021/assets"]) {
            try FileManager.default.moveItem(atPath: $0.path + "/site/2021/assets", toPath: $0.path + "/elders")
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/site/2021/assets",
                withDestinationPath: $0.path + "/elders"
            )
        },
        Change(testDescription: "a link to nothing", expected: ["edition.link 2021/los"]) {
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/site/2021/los",
                withDestinationPath: "nergens"
            )
        },
        Change(
            testDescription: "replaced by a named pipe",
            expected: ["edition.changed 2021/index.html", "edition.link 2021/index.html"]
        ) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/2021/index.html")
            mkfifo($0.path + "/site/2021/index.html", 0o644)
        },
        Change(testDescription: "the edition is a link", expected: ["edition.link 2021"]) {
            try FileManager.default.moveItem(atPath: $0.path + "/site/2021", toPath: $0.path + "/elders")
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/site/2021",
                withDestinationPath: $0.path + "/elders"
            )
        },
        Change(testDescription: "the edition is gone", expected: ["edition.no-folder 2021"]) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/2021")
        },
        Change(testDescription: "the landing page was changed", expected: ["edition.landing index.html"]) {
            try $0.write("site/index.html", try $0.text("site/index.html").replacing("2021/", with: "concept/"))
        },
        Change(testDescription: "a redirect is gone", expected: ["edition.landing _redirects"]) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/_redirects")
        },
        Change(testDescription: "latest is a link to the latest", expected: []) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/latest")
            try FileManager.default.createSymbolicLink(atPath: $0.path + "/site/latest", withDestinationPath: "2021")
        },
        Change(testDescription: "the landing page is a link to the same bytes", expected: ["edition.link index.html"]) {
            try FileManager.default.moveItem(atPath: $0.path + "/site/index.html", toPath: $0.path + "/elders.html")
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/site/index.html",
                withDestinationPath: "../elders.html"
            )
        },
        Change(
            testDescription: "latest is a link to elsewhere",
            expected: ["edition.landing latest/index.html", "edition.link latest"]
        ) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/latest")
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/site/latest",
                withDestinationPath: "../content"
            )
        },
        Change(
            testDescription: "a file became a folder",
            expected: ["edition.added 2021/index.html/x", "edition.changed 2021/index.html"]
        ) {
            try FileManager.default.removeItem(atPath: $0.path + "/site/2021/index.html")
            try $0.write("site/2021/index.html/x", "x")
        },
    ]

    @Test(arguments: changes) func isNamed(change: Change) async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        try change.make(repository.folder)
        #expect(try await repository.check().sorted() == change.expected)
    }

    /// Not even the same bytes: what a link leads to is not the publisher's to read here.
    @Test func whatLiesOutsideIsNotRead() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        func moveOut(_ name: String) throws {
            let (path, elsewhere) = (repository.site + "/" + name, repository.root + "/elders.json")
            try? FileManager.default.removeItem(atPath: elsewhere)
            try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
        }
        try moveOut("2021/data/pages.json")
        #expect(EditionFacts.read(repository.site + "/2021") == nil)
        #expect(try await repository.check() == ["edition.link 2021/data/pages.json"])
        try moveOut("editions.json")
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.list.editions == [])
        #expect(site.findings.all.contains { $0.id == "edition.list" })
    }

    @Test func aFolderThatIsNotListedIsNamed() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2021")
        try repository.folder.write("site/2019/index.html", "half")
        try repository.folder.write("site/concept/index.html", "het concept")
        let site = try await Site(repository.site, jobs: 1)
        #expect(site.findings.isEmpty)
        #expect(
            site.moreFindings(trusted: nil).sorted.map { "\($0.id) \($0.place.file)" } == [
                "edition.unlisted \(repository.site)/2019"
            ]
        )
    }
}

@Suite struct TwinTests {
    /// The same name for a reader, other bytes: é as one letter, and as e with an accent.
    @Test func namesAreComparedByTheirBytes() async throws {
        let folder = try TemporaryFolder()
        let (letter, accent) = ("caf\u{E9}.txt", "cafe\u{301}.txt")
        var edition = SealedEdition(
            id: "2021",
            title: "t",
            date: "2021",
            toolVersion: "1",
            commit: "0",
            previous: nil,
            previousDigest: nil,
            sourceDigest: "",
            treeDigest: "",
            reports: [],
            files: [.init(path: letter, sha256: sha256([0x61]))]
        )
        try folder.write("2021/" + letter, "a")
        try folder.write("2021/" + accent, "b")
        func check() async -> [String] {
            await verifyFiles(EditionList([edition]), in: folder.path, shown: "site", jobs: 1).all.map {
                "\($0.id) \($0.place.file.utf8.count)"
            }
        }
        #expect(await check() == ["edition.added \("site/2021/\(accent)".utf8.count)"])
        edition.files.insert(.init(path: accent, sha256: sha256([0x62])), at: 0)
        #expect(await check() == [])
        // Both are read again.
        edition.treeDigest = treeDigest(edition.files)
        edition.entryDigest = edition.properDigest
        var findings = Findings()
        #expect(EditionList.read(EditionList([edition]).bytes, file: "", findings: &findings).editions == [edition])
        #expect(findings.isEmpty)
    }
}

@Suite struct ListTests {
    private func list() async throws -> (SmallRepository, Data) {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020", key: SigningKey())
        _ = try await repository.seal("2021")
        return (repository, try Data(contentsOf: URL(filePath: repository.site + "/editions.json")))
    }

    private func findings(_ bytes: some Sequence<UInt8>) -> [String] {
        var findings = Findings()
        _ = EditionList.read(Array(bytes), file: "editions.json", findings: &findings)
        return findings.sorted.map(\.id)
    }

    @Test func everyCutIsFound() async throws {
        let (_, data) = try await list()
        #expect(findings(data) == [])
        for end in stride(from: 0, to: data.count, by: 7) {
            #expect(findings(data.prefix(end)) != [], "cut after byte \(end)")
        }
        #expect(findings(data.dropLast()) == ["edition.list-edited"])
        #expect(findings(data + [0x0A]) == ["edition.list-edited"])
    }

    /// A list that was edited says so, or its signature does, or a file that it names.
    @Test func everyEditIsFound() async throws {
        let (repository, data) = try await list()
        var dice = Dice(state: 9)
        for _ in 0..<500 {
            var changed = data
            let position = Int.random(in: 0..<data.count, using: &dice)
            changed[changed.startIndex + position] = UInt8.random(in: 0x20..<0x7F, using: &dice)
            if changed == data { continue }
            var found = Findings()
            let list = EditionList.read(Array(changed), file: "editions.json", findings: &found)
            found.add(contentsOf: verifySignatures(list, file: "editions.json", trusted: nil))
            if !found.hasErrors {
                found.add(contentsOf: await verifyFiles(list, in: repository.site, shown: "site", jobs: 1))
            }
            #expect(found.hasErrors, "byte \(position)")
        }
    }

    @Test(arguments: [
        ("[]", ["edition.list"]), ("{\"editions\": {}}", ["edition.list"]),
        ("{\"editions\": [{\"id\": \"2020\"}]}", ["edition.list"]),
        ("{\"editions\": []}", ["edition.list-edited"]), ("{\n  \"editions\": []\n}\n", []), ("", ["edition.list"]),
        ("nee", ["edition.list"]),
    ])
    func otherTexts(text: String, expected: [String]) { #expect(findings(text.utf8) == expected) }

    @Test func aCutNamesItsLine() {
        var found = Findings()
        _ = EditionList.read(Array("{\n  \"editions\": [\n    {".utf8), file: "site/editions.json", findings: &found)
        #expect(
            found.sorted.map { "\($0.place.line):\($0.place.column) \($0.message.en)" } == [
                "3:6 the list of sealed editions is cut off here"
            ]
        )
    }

    /// What is said of an edition later is sealed too: with the edition that said it, and under its signature.
    @Test func everyChangeOfAnErratumIsFound() async throws {
        let repository = try await SmallRepository()
        _ = try await repository.seal("2020")
        try repository.folder.write(
            "content/errata.yaml",
            "- {edition: \"2020\", indicator: mensen, old: \"75\", new: \"57\", reason: Verwisseld., date: 2021-04-01}\n"
        )
        try repository.folder.write(
            "data/indicators.yaml",
            "- {id: mensen, label: Mensen, value: 57, unit: personen, source: Telling}\n"
        )
        try await repository.commit()
        let key = SigningKey()
        #expect(try await repository.seal("2021", key: key).findings == [])
        let whole = try await Site(repository.site, jobs: 1).list
        func check(_ change: (inout EditionList) -> Void) -> [String] {
            var list = whole
            change(&list)
            return findings(list.bytes)
        }
        #expect(check { _ in } == [])
        #expect(check { $0.editions[0].errata[0].new = "75" } == ["edition.errata"])
        #expect(check { $0.editions[0].errata[0].addresses = [] } == ["edition.errata"])
        #expect(check { $0.editions[0].errata = [] } == ["edition.errata"])
        #expect(check { $0.editions[0].errata.append($0.editions[0].errata[0]) } == ["edition.errata"])
        #expect(Set(check { $0.editions[0].errata[0].mendedIn = "2022" }) == ["edition.errata"])
        #expect(check { $0.editions[1].errata = $0.editions[0].errata } == ["edition.errata"])
        // Digests can be made to fit again; the signature cannot.
        var forged = whole
        forged.editions[0].errata = []
        forged.editions[1].errataDigest = nil
        forged.editions[1].entryDigest = forged.editions[1].properDigest
        #expect(findings(forged.bytes) == [])
        #expect(verifySignatures(forged, file: "", trusted: nil).all.map(\.id) == ["edition.signature"])
    }

    /// Taking an entry out, swapping two or entering one twice breaks the chain.
    @Test func theOrderIsPartOfTheEntries() async throws {
        let (_, data) = try await list()
        var ignored = Findings()
        let editions = EditionList.read([UInt8](data), file: "editions.json", findings: &ignored).editions
        #expect(findings(EditionList([editions[1]]).bytes) == ["edition.order"])
        #expect(findings(EditionList([editions[1], editions[0]]).bytes) == ["edition.order", "edition.order"])
        #expect(Set(findings(EditionList([editions[0], editions[0]]).bytes)) == ["edition.id", "edition.order"])
        var renamed = editions
        renamed[1].title = "Een andere titel"
        #expect(findings(EditionList(renamed).bytes) == ["edition.entry"])
        var outside = editions
        outside[1].files[0].path = "../buiten"
        outside[1].treeDigest = treeDigest(outside[1].files)
        outside[1].entryDigest = outside[1].properDigest
        #expect(findings(EditionList(outside).bytes) == ["edition.entry"])
    }
}

@Suite struct SignatureTests {
    @Test func aSignatureHoldsAndAWrongOneDoesNot() async throws {
        let repository = try await SmallRepository()
        let key = SigningKey()
        let edition = try #require(try await repository.seal("2021", key: key).edition)
        let trusted = try #require(publicKey(pem: key.publicPEM))
        func check(_ edition: SealedEdition, _ trusted: String? = nil) -> [String] {
            verifySignatures(EditionList([edition]), file: "", trusted: trusted.map { [$0] }).all.map(\.message.en)
        }
        #expect(check(edition, trusted) == [])
        #expect(check(edition, publicKey(pem: SigningKey().publicPEM)) == ["edition 2021: signed with another key"])
        // A publisher who took a new key has editions of both.
        let keys = [try #require(publicKey(pem: SigningKey().publicPEM)), trusted]
        #expect(verifySignatures(EditionList([edition]), file: "", trusted: keys).isEmpty)
        var other = edition
        other.title += "!"
        #expect(check(other) == ["edition 2021: the signature is wrong"])
        other = edition
        other.signature?.value = "AAAA"
        #expect(check(other) == ["edition 2021: the signature is wrong"])
        // The last letter before the padding holds four bits that say nothing.
        other = edition
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = Array(try #require(edition.signature?.value))
        let last = try #require(letters.firstIndex(of: text[85]))
        text[85] = letters[last ^ 1]
        other.signature?.value = String(text)
        #expect(Data(base64Encoded: String(text)) == Data(base64Encoded: edition.signature?.value ?? ""))
        #expect(check(other) == ["edition 2021: the signature is wrong"])
        other = edition
        other.signature?.publicKey = "geen sleutel"
        #expect(check(other) == ["edition 2021: the signature is wrong"])
        other.signature = nil
        #expect(check(other) == [])
        #expect(check(other, trusted) == ["edition 2021: there is no signature"])
        // Errata are entered later, without the key.
        other = edition
        other.errata = [
            .init(
                date: "2021",
                label: "Mensen",
                indicator: "mensen",
                page: nil,
                old: "1",
                new: "2",
                reason: "r",
                pages: [],
                addresses: [],
                mendedIn: "2022"
            )
        ]
        #expect(check(other, trusted) == [])
    }

    @Test func keysAreReadAsTheyWereWritten() throws {
        let key = SigningKey()
        #expect(SigningKey(pem: key.secretPEM)?.publicPEM == key.publicPEM)
        for text in ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", key.publicPEM] {
            #expect(SigningKey(pem: text) == nil)
        }
        #expect(publicKey(pem: key.secretPEM) == nil)
    }
}
