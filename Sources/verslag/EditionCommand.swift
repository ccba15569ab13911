// `verslag edition …`: seal, verify, list, compare and export published editions.
import ArgumentParser
import Diagnostics
import Editions
import Foundation
import Reports
import SiteBuild

struct Edition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Published editions, which never change.",
        subcommands: [Seal.self, Verify.self, List.self, Compare.self, Export.self]
    )
}

/// What all these commands ask: which programme, which site.
struct SiteArguments: ParsableArguments {
    @OptionGroup var programme: ProgrammeArguments

    @Option(name: .long, help: "The folder of all editions (default: ROOT/site).", completion: .directory)
    var output: String?

    var folder: String { output ?? programme.root + "/site" }

    /// Findings of a command whose answer is JSON are for people: two answers would be none.
    var asked: ProgrammeArguments {
        var arguments = programme
        if programme.format == .json { arguments.format = .text }
        return arguments
    }

    /// The site, checked; with mistakes in it the command ends here.
    func openSite() async throws -> Site {
        let site = try await open(folder, asked)
        if site.findings.hasErrors { throw ExitCode(1) }
        return site
    }

    /// An edition by its id, or the command ends here.
    func edition(_ id: String, in site: Site) throws -> SealedEdition {
        if let edition = site.list[id] { return edition }
        let ids = site.list.editions.map(\.id).joined(separator: ", ")
        say(
            Wording(
                en: "there is no sealed edition \"\(id)\"\(ids.isEmpty ? "" : "; there are: \(ids)")",
                nl: "er is geen vastgestelde editie \"\(id)\"\(ids.isEmpty ? "" : "; er zijn: \(ids)")"
            ),
            programme
        )
        throw ExitCode(1)
    }
}

func sayFinished(_ id: String, _ programme: ProgrammeArguments) {
    say(
        Wording(
            en: "the sealing of \(id) had been cut off; it is finished now",
            nl: "de vaststelling van \(id) was afgebroken; zij is nu afgemaakt"
        ),
        programme
    )
}

/// Opens a site and says what is wrong with it.
func open(_ folder: String, _ programme: ProgrammeArguments) async throws -> Site {
    let site = try await reportingFailures { try await Site(folder, jobs: programme.workers) }
    for id in site.finished { sayFinished(id, programme) }
    if !site.findings.isEmpty {
        try show(
            site.findings.sorted,
            isClean: !site.findings.hasErrors,
            timings: [],
            sourceLine: { _ in nil },
            programme
        )
    }
    return site
}

struct Seal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build an edition strictly, and publish it for good.",
        discussion:
            "Everything in content/, data/ and templates/ must be committed. The edition stands in OUTPUT/ID/ and in OUTPUT/editions.json; commit both."
    )

    @OptionGroup var site: SiteArguments
    @OptionGroup var typst: PrintingArguments

    @Argument(help: "The edition's id, such as 2021-eindrapport.")
    var id: String

    @Option(name: .long, help: "Its title (default: as in programme.yaml under this id, otherwise the id).")
    var title: String?

    @Option(name: .long, help: "Its date, such as 2021-03-15 (default: as in programme.yaml).")
    var date: String?

    @Option(
        name: .long,
        help: "What readers must know of it wherever they meet it (default: as in programme.yaml under this id)."
    )
    var note: String?

    @Option(name: .long, help: "Sign it with this key, made by verslag key.", completion: .file())
    var sign: String?

    func validate() throws {
        if let date, !isDate(date) { throw ValidationError("--date takes a date: 2021-03-15, 2021-03 or 2021.") }
    }

    func run() async throws {
        let key = try sign.map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8), let key = SigningKey(pem: text) else {
                throw ValidationError("\(path) is no key; make one with: verslag key \(path)")
            }
            return key
        }
        let programme = site.programme
        let options = SealOptions(
            root: programme.root,
            site: site.folder,
            edition: EditionName(id: id, title: title, date: date, note: note),
            key: key,
            printing: await typst.printing(for: programme),
            jobs: programme.workers
        )
        let result = try await reportingFailures { try await seal(options) }
        try show(result.findings, isClean: result.edition != nil, timings: [], sourceLine: result.sourceLine, programme)
        guard let edition = result.edition else { throw ExitCode(1) }
        say(
            Wording(
                en:
                    "sealed \(edition.id): \(counted(edition.files.count, "file", "files")) from commit \(edition.commit.prefix(12)); commit \(site.folder)",
                nl:
                    "vastgesteld: \(edition.id), \(counted(edition.files.count, "bestand", "bestanden")) uit commit \(edition.commit.prefix(12)); maak een commit van \(site.folder)"
            ),
            programme
        )
    }
}

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check every byte of the sealed editions.")

    @OptionGroup var site: SiteArguments
    @OptionGroup var typst: PrintingArguments

    @Option(name: .long, help: "Build this edition again from its commit and compare byte for byte.")
    var rebuild: [String] = []

    @Option(
        name: .long,
        help: "A public key that must have signed every edition; of several, one of them.",
        completion: .file()
    )
    var key: [String] = []

    @Option(name: .long, help: "Also check that no edition that this commit had was changed or removed.")
    var since: String?

    func run() async throws {
        let trusted = try key.map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8), let key = publicKey(pem: text) else {
                throw ValidationError("\(path) is no public key.")
            }
            return key
        }
        let programme = site.programme
        let opened = try await reportingFailures { try await Site(site.folder, jobs: programme.workers) }
        for id in opened.finished { sayFinished(id, programme) }
        var findings = opened.findings
        if opened.list.editions.isEmpty && !findings.hasErrors {
            findings.error(
                "edition.none",
                at: Place(file: site.folder.isEmpty ? "." : site.folder),
                en: "there are no sealed editions here",
                nl: "hier zijn geen vastgestelde edities",
                hint: Wording(en: "is --output, or --root, right?", nl: "klopt --output, of --root?")
            )
        }
        findings.add(contentsOf: opened.moreFindings(trusted: trusted.isEmpty ? nil : trusted))
        if let since {
            for finding in try await reportingFailures({ try await changedSince(since, opened, root: programme.root) })
            { findings.add(finding) }
        }
        for finding in try await reportingFailures({
            try await lostCommits(opened, root: programme.root, except: rebuild)
        }) { findings.add(finding) }
        // An edition that was changed on disk is not worth building again.
        let wanted = findings.hasErrors ? [] : try rebuild.map { try site.edition($0, in: opened) }
        for edition in wanted {
            let printing = await typst.printing(for: programme)
            let found = try await reportingFailures {
                try await Editions.rebuild(
                    edition,
                    of: opened,
                    root: programme.root,
                    printing: printing,
                    jobs: programme.workers
                )
            }
            for finding in found { findings.add(finding) }
        }
        let isClean = !findings.hasErrors && !(programme.strict && findings.count(of: .warning) > 0)
        try show(findings.sorted, isClean: !findings.hasErrors, timings: [], sourceLine: { _ in nil }, programme)
        if !isClean { throw ExitCode(1) }
        let (count, files) = (opened.list.editions.count, opened.list.editions.reduce(0) { $0 + $1.files.count })
        say(
            Wording(
                en: "\(counted(count, "edition", "editions")), \(counted(files, "file", "files")): as sealed",
                nl:
                    "\(counted(count, "editie", "edities")), \(counted(files, "bestand", "bestanden")): zoals vastgesteld"
            ),
            programme
        )
        for edition in wanted {
            say(
                Wording(
                    en: "\(edition.id): built again, byte for byte the same",
                    nl: "\(edition.id): opnieuw gebouwd, byte voor byte gelijk"
                ),
                programme
            )
        }
    }
}

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the sealed editions, oldest first.")

    @OptionGroup var site: SiteArguments

    func run() async throws {
        let opened = try await open(site.folder, site.asked)
        if site.programme.format == .json { try answer(listJSON(opened.list)) }
        if site.programme.format != .json { try answer(Array(visible(listText(opened.list), keepsLines: true).utf8)) }
        if opened.findings.hasErrors { throw ExitCode(1) }
    }
}

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what changed from one edition to another, number by number."
    )

    @OptionGroup var site: SiteArguments

    @Argument(help: "The older edition.")
    var old: String

    @Argument(help: "The newer edition; may be concept.")
    var new: String

    func run() async throws {
        let opened = try await site.openSite()
        let facts = try [old, new].map { id in
            if id != "concept" { _ = try site.edition(id, in: opened) }
            guard let facts = EditionFacts.read(opened.folder + "/" + id) else {
                say(
                    Wording(
                        en: "\(opened.shown)/\(id) has no data/pages.json",
                        nl: "\(opened.shown)/\(id) heeft geen data/pages.json"
                    ),
                    site.programme
                )
                throw ExitCode(1)
            }
            return facts
        }
        if new == "concept" { try await sayIfStale(opened) }
        // Those that were known in the newer edition.
        let later = opened.list.editions.drop { $0.id != old }.dropFirst().map(\.id)
        let known = new == "concept" ? Array(later) : later.firstIndex(of: new).map { Array(later[...$0]) } ?? []
        let errata = (opened.list[old]?.errata ?? []).filter { known.contains($0.mendedIn) }
            .compactMap { erratum in
                erratum.indicator.map { ($0, Correction(new: erratum.new, reason: erratum.reason)) }
            }
        let changes = compare(
            facts[0],
            facts[1],
            corrections: Dictionary(errata, uniquingKeysWith: { first, _ in first })
        )
        if site.programme.format == .json {
            try answer(changesJSON(changes))
        } else {
            let text = changesText(changes, since: old, language: site.programme.messageLanguage)
            try answer(Array(visible(text, keepsLines: true).utf8))
        }
    }
}

extension Compare {
    /// A draft that was built from other sources than there are now, or before the last edition was sealed, says what is not so any more.
    private func sayIfStale(_ opened: Site) async throws {
        let programme = site.programme
        guard access(programme.root + "/content/programme.yaml", F_OK) == 0 else { return }
        var options = BuildOptions(root: programme.root, output: nil, jobs: programme.workers)
        options.past = opened.past()
        options.edition = EditionName(id: "concept")
        let result = try await reportingFailures { [options] in try await build(options) }
        if result.isPublished(opened.folder + "/concept") { return }
        var findings = Findings()
        findings.warning(
            "edition.stale-draft",
            at: Place(file: opened.shown + "/concept"),
            en: "this draft is older than its sources, or than the last edition; what follows is about the draft",
            nl: "dit concept is ouder dan de bronnen, of dan de laatste editie; wat volgt gaat over het concept",
            hint: Wording(en: "build it again: verslag build", nl: "bouw het opnieuw: verslag build")
        )
        try show(findings.sorted, isClean: true, timings: [], sourceLine: { _ in nil }, site.asked)
    }
}

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Copy one edition out whole.")

    @OptionGroup var site: SiteArguments

    @Argument(help: "The edition's id.")
    var id: String

    @Flag(name: .long, help: "As one ZIP archive.")
    var zip = false

    @Option(name: .long, help: "Where it goes (default: ROOT/ID, or ROOT/ID.zip).", completion: .directory)
    var to: String?

    func run() async throws {
        let opened = try await site.openSite()
        let edition = try site.edition(id, in: opened)
        let target = to ?? site.programme.root + "/" + (zip ? id + ".zip" : id)
        try await reportingFailures {
            if zip {
                try exportZip(edition, of: opened, to: target)
            } else {
                try exportFolder(edition, of: opened, to: target)
            }
        }
        say(
            Wording(
                en: "\(counted(edition.files.count, "file", "files")): \(target)",
                nl: "\(counted(edition.files.count, "bestand", "bestanden")): \(target)"
            ),
            site.programme
        )
    }
}
