// `verslag edition seal`: a strict build in a folder of its own, digested, entered in the list and published in one step.
import Diagnostics
import Digests
import Foundation
import Processes
import Reports
import SiteBuild

/// What to seal.
public struct SealOptions: Sendable {
    /// The programme's folder, within a Git repository.
    public var root: String
    /// The folder of all editions.
    public var site: String
    public var edition: EditionName
    public var key: SigningKey?
    public var printing: Printing
    public var jobs: Int

    public init(root: String, site: String, edition: EditionName, key: SigningKey? = nil, printing: Printing, jobs: Int)
    {
        self.root = root
        self.site = site
        self.edition = edition
        self.key = key
        self.jobs = jobs
        self.printing = printing
    }
}

/// What came of it.
public struct SealResult: Sendable {
    /// Findings about the programme and about the site.
    public var findings: [Diagnostic]
    /// The new entry; nil where nothing was sealed.
    public var edition: SealedEdition?
    public var sourceLine: @Sendable (Place) -> String? = { _ in nil }
}

/// - Throws: `OutputError` where the disk refuses or another command writes here, `ProcessError` without Git.
public func seal(_ options: SealOptions) async throws -> SealResult {
    let journal = Journal(site: options.site)
    let madeSite = mkdir(options.site, 0o755) == 0
    guard madeSite || errno == EEXIST else {
        throw OutputError.failed(path: options.site, reason: String(cString: strerror(errno)))
    }
    if isLink(options.site) { throw OutputError.link(options.site) }
    let lock = try FolderLock(options.site)
    defer { withExtendedLifetime(lock) {} }
    // Only who made the folder, and while nobody else may write; it fails, as it should, where anything stands.
    defer { if madeSite { rmdir(options.site) } }
    var findings = Findings()
    let shown = Site.shown(options.site)
    let finished = try await journal.recover(shown: shown, jobs: options.jobs, findings: &findings)
    guard !findings.hasErrors else { return SealResult(findings: findings.sorted) }
    let site = try await Site(options.site, jobs: options.jobs)
    if finished.contains(options.edition.id), site.findings.isEmpty {
        // It had been cut off after it was decided; what was asked for is done.
        return SealResult(findings: [], edition: site.list[options.edition.id])
    }
    // In the middle of a merge nothing else can be told.
    if site.list.isInConflict { return SealResult(findings: site.findings.sorted) }
    if site.list.isExcerpt {
        findings.error(
            "edition.excerpt",
            at: Place(file: shown),
            en: "this is one edition copied out of a site, and no place to seal others",
            nl: "dit is één editie uit een site, en geen plek om andere vast te stellen",
            hint: Wording(
                en: "seal in the site itself, or in a new folder",
                nl: "stel vast in de site zelf, of in een nieuwe map"
            )
        )
    }
    findings.add(contentsOf: site.findings)
    // A list that is begun anew, or goes on without one of its editions, would leave that one unprotected.
    findings.add(contentsOf: findUnlisted(site.list, in: options.site, shown: site.shown) { $0 != options.edition.id })
    checkName(options, site, findings: &findings)
    let repository = Repository(root: options.root)
    try await checkAttributes(
        options.site,
        shown: site.shown,
        edition: options.edition.id,
        repository,
        findings: &findings
    )
    let state = try await repository.state()
    checkSources(state, findings: &findings)
    guard !findings.hasErrors, let commit = state.commit else { return SealResult(findings: findings.sorted) }
    guard !touchesSources(options.site + "/" + options.edition.id, of: options.root) else {
        throw OutputError.sources(options.site)
    }

    try journal.begin()
    var isDecided = false
    // What was decided stays when it cannot be put in its place: the next command goes on with it.
    defer { if !isDecided { journal.throwAway() } }
    let past = site.past()
    // From the commit, not from the disk: what is written there meanwhile, or hidden from Git, would be in no commit.
    let (sources, foreign) = try await repository.checkOut(commit, into: journal.sources)
    for path in foreign {
        findings.error(
            "edition.foreign",
            at: Place(file: path),
            en: "a link or another repository stands here: the commit does not have what it leads to",
            nl: "hier staat een koppeling of een andere repository: de commit heeft niet waar die naartoe leidt",
            hint: Wording(en: "put the files themselves here", nl: "zet de bestanden zelf hier")
        )
    }
    guard !findings.hasErrors else { return SealResult(findings: findings.sorted) }
    var build = BuildOptions(
        root: sources,
        output: journal.folder,
        jobs: options.jobs,
        isStrict: true,
        printing: options.printing
    )
    build.edition = options.edition
    build.isSealed = true
    build.past = past
    let result = try await SiteBuild.build(build)
    findings = Findings()
    for finding in result.findings { findings.add(finding) }
    if !result.isClean && !findings.hasErrors {
        findings.error(
            "edition.warnings",
            at: Place(file: "content/programme.yaml"),
            en: "warnings are left, and an edition is sealed without any",
            nl: "er zijn nog waarschuwingen, en een editie wordt zonder vastgesteld"
        )
    }
    if result.isClean && result.edition.date == nil {
        findings.error(
            "edition.no-date",
            at: Place(file: "content/programme.yaml"),
            en: "an edition needs a date",
            nl: "een editie heeft een datum nodig",
            hint: Wording(
                en: "give --date 2021-03-15, or write it under edition:",
                nl: "geef --date 2021-03-15, of schrijf die onder edition:"
            )
        )
    }
    checkTitle(result.edition, findings: &findings)
    for erratum in result.errata where site.list[erratum.edition] == nil && !findings.hasErrors {
        findings.error(
            "errata.unknown-edition",
            at: Place(file: "content/errata.yaml"),
            en: "there is no sealed edition \"\(erratum.edition)\" in \(site.shown)",
            nl: "er is geen vastgestelde editie \"\(erratum.edition)\" in \(site.shown)"
        )
    }
    // Read now: the sources are gone when findings are printed.
    let lines = Dictionary(
        findings.all.map { ($0.place, result.sourceLine($0.place)) },
        uniquingKeysWith: { first, _ in first }
    )
    guard !findings.hasErrors else { return SealResult(findings: findings.sorted, sourceLine: { lines[$0] ?? nil }) }

    var list = site.list
    record(result.errata, mendedIn: result.edition.id, in: &list, site: options.site)
    var edition = try await entry(
        for: result,
        options,
        commit: commit,
        folder: try repository.place(),
        after: list,
        in: journal.folder,
        sources: sources
    )
    let landing = result.landing(
        (list.editions + [edition]).map { entry in
            let folder = entry.id == edition.id ? journal.folder : options.site
            return entry.past(pages: EditionFacts.read(folder + "/" + entry.id, withTexts: false)?.pages ?? [])
        }
    )
    checkLanding(landing.map(\.path), site, findings: &findings)
    guard !findings.hasErrors else { return SealResult(findings: findings.sorted, sourceLine: { lines[$0] ?? nil }) }
    edition.landing = landing.map { SealedEdition.File(path: $0.path, sha256: sha256($0.bytes)) }.sorted {
        $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    edition.entryDigest = edition.properDigest
    if let key = options.key { edition.signature = try key.sign(edition) }
    list.editions.append(edition)
    try FileManager.default.removeItem(atPath: journal.sources)
    try journal.decide(list, landing: landing + attributes(options.site))
    isDecided = true
    do { try journal.publish(list) } catch {
        throw OutputError.failed(
            path: options.site,
            reason: "\(error); \(edition.id) is sealed, and the next command puts it in its place"
        )
    }
    return SealResult(findings: findings.sorted, edition: edition, sourceLine: { lines[$0] ?? nil })
}

/// What a publisher put where the landing pages go is not overwritten; what sealing wrote has been verified.
private func checkLanding(_ paths: [String], _ site: Site, findings: inout Findings) {
    guard site.list.editions.isEmpty else { return }
    for path in paths where kind(of: site.folder + "/" + path) != .missing {
        findings.error(
            "edition.in-the-way",
            at: Place(file: site.shown + "/" + path),
            en: "sealing writes a file of this name, and there is one already",
            nl: "vaststellen schrijft een bestand met deze naam, en er is er al een",
            hint: Wording(en: "move it away", nl: "zet het elders")
        )
    }
}

/// What a publisher wrote there stays.
private func attributes(_ site: String) -> [(path: String, bytes: [UInt8])] {
    let path = LandingFile.attributes.rawValue
    return kind(of: site + "/" + path) == .missing ? [(path, Array(LandingFile.attributesText.utf8))] : []
}

private func checkName(_ options: SealOptions, _ site: Site, findings: inout Findings) {
    let id = options.edition.id
    let place = Place(file: site.shown + "/" + id)
    if !isEditionID(id) {
        findings.error(
            "edition.id",
            at: place,
            en:
                "an edition's id is made of a–z, 0–9, hyphens and dots, and is not concept, latest, \(LandingFile.index.rawValue) or \(EditionList.file)",
            nl:
                "de id van een editie bestaat uit a–z, 0–9, streepjes en punten, en is niet concept, latest, \(LandingFile.index.rawValue) of \(EditionList.file)"
        )
    } else if site.list[id] != nil {
        let folder = site.shown
        findings.error(
            "edition.exists",
            at: place,
            en: "this edition is there already, and sealed editions never change",
            nl: "deze editie is er al, en vastgestelde edities veranderen nooit",
            hint: Wording(
                en:
                    "a corrected edition has an id of its own: \(id).1; one that is in no commit yet, and that nobody has seen, is taken back with: git clean -f -d -- \(folder) && git checkout -- \(folder)",
                nl:
                    "een verbeterde editie heeft een eigen id: \(id).1; een die nog in geen commit staat en die niemand heeft gezien, neemt u terug met: git clean -f -d -- \(folder) && git checkout -- \(folder)"
            )
        )
    } else if kind(of: options.site + "/" + id) != .missing {
        // Sealing announces what it seals; a build writes the same files and announces nothing.
        let isDraft =
            kind(of: "\(options.site)/\(id)/\(LandingFile.index.rawValue)") == .other
            && !announcement(in: options.site)(id)
        findings.error(
            "edition.exists",
            at: place,
            en: isDraft
                ? "here stands a draft that verslag build wrote under this id; it was never sealed"
                : "something stands here already, and no edition takes its place",
            nl: isDraft
                ? "hier staat een concept dat verslag build met deze id heeft geschreven; het is nooit vastgesteld"
                : "hier staat al iets, en een editie komt daar niet voor in de plaats",
            hint: isDraft
                ? Wording(
                    en:
                        "remove the folder, and seal again; write id: concept under edition: in programme.yaml while you draft",
                    nl:
                        "haal de map weg en stel opnieuw vast; schrijf id: concept onder edition: in programme.yaml zolang u eraan werkt"
                )
                : Wording(en: "move it away, or take another id", nl: "zet het elders, of neem een andere id")
        )
    }
}

/// A title stands in lists, on pages and in reports, and can never be mended.
private func checkTitle(_ edition: EditionName, findings: inout Findings) {
    guard let title = edition.title else { return }
    let isPlain = title.unicodeScalars.allSatisfy {
        ![.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    if !isPlain || title.utf8.count > 200 || !title.contains(where: { $0.isLetter || $0.isNumber }) {
        findings.error(
            "edition.title",
            at: Place(file: "content/programme.yaml"),
            en: "the title of an edition is one line with at least one letter or digit",
            nl: "de titel van een editie is één regel met minstens één letter of cijfer",
            hint: Wording(
                en: "give --title Eindrapport, or write it under edition:",
                nl: "geef --title Eindrapport, of schrijf die onder edition:"
            )
        )
    }
}

/// What an author sees must be what the commit has: the edition is built from that.
private func checkSources(_ state: Repository.State, findings: inout Findings) {
    if let complaint = state.complaint {
        findings.error(
            "edition.git",
            at: Place(file: "."),
            en: "this repository cannot be read: \(complaint.en)",
            nl: "deze repository is niet te lezen: \(complaint.nl)"
        )
        return
    }
    guard state.commit != nil else {
        findings.error(
            "edition.no-commit",
            at: Place(file: "."),
            en: "an edition is sealed from a Git commit, and there is none here",
            nl: "een editie wordt vastgesteld uit een Git-commit, en die is er hier niet",
            hint: Wording(en: "git init, git add, git commit", nl: "git init, git add, git commit")
        )
        return
    }
    for path in state.uncommitted where state.filtered.contains(path) {
        findings.error(
            "edition.filter",
            at: Place(file: path),
            en: "Git stores other bytes of this file than stand here (its attributes name a filter, such as Git LFS)",
            nl:
                "Git bewaart van dit bestand andere bytes dan er staan (de attributen noemen een filter, zoals Git LFS)",
            hint: Wording(
                en:
                    "an edition is sealed from what Git itself has, and no filter is run: keep content, data and templates out of it",
                nl:
                    "een editie wordt vastgesteld uit wat Git zelf heeft, en filters lopen niet: houd content, data en templates erbuiten"
            )
        )
    }
    for path in state.uncommitted where !state.filtered.contains(path) {
        findings.error(
            "edition.uncommitted",
            at: Place(file: path),
            en: "this is not committed",
            nl: "dit staat niet in een commit",
            hint: Wording(
                en: "an edition is sealed from what Git has: commit it first",
                nl: "een editie wordt vastgesteld uit wat Git heeft: maak eerst een commit"
            )
        )
    }
}

private func entry(
    for result: BuildResult,
    _ options: SealOptions,
    commit: String,
    folder place: String,
    after list: EditionList,
    in folder: String,
    sources: String
) async throws -> SealedEdition {
    let name = result.edition
    let target = folder + "/" + name.id
    let paths = FolderContents(target).files
    let found = await digests(of: paths, in: target, jobs: options.jobs)
    let files = try zip(paths, found).map { path, digest in
        guard let digest else { throw OutputError.failed(path: target + "/" + path, reason: "cannot be read again") }
        return SealedEdition.File(path: path, sha256: digest)
    }
    let previous = list.editions.last
    return SealedEdition(
        id: name.id,
        title: name.title ?? name.id,
        date: name.date ?? "",
        note: name.note,
        toolVersion: toolVersion,
        typstVersion: result.reports.isEmpty ? nil : options.printing.version,
        commit: commit,
        folder: place,
        previous: previous?.id,
        previousDigest: previous?.entryDigest,
        errataDigest: list.errataDigest(enteredBy: name.id),
        sourceDigest: await sourceDigest(sources, jobs: options.jobs),
        treeDigest: treeDigest(files),
        reports: result.reports,
        files: files
    )
}

/// Enters errata with the editions that they mend; their sealed pages read them from the list.
func record(_ errata: [Erratum], mendedIn id: String, in list: inout EditionList, site: String) {
    for index in list.editions.indices {
        let own = errata.filter { $0.edition == list.editions[index].id }
        guard !own.isEmpty else { continue }
        let facts = EditionFacts.read(site + "/" + list.editions[index].id, withTexts: false)
        for erratum in own {
            let recorded = SealedEdition.Erratum(
                date: erratum.date,
                label: label(of: erratum, in: facts),
                indicator: erratum.indicator,
                page: erratum.page,
                old: erratum.old,
                new: erratum.new,
                reason: erratum.reason,
                pages: erratum.pages,
                addresses: addresses(of: erratum, in: facts),
                mendedIn: id
            )
            // An erratum stays in errata.yaml for good; it is entered once.
            let isKnown = list.editions[index].errata.contains { known in
                var known = known
                known.mendedIn = id
                known.addresses = recorded.addresses
                known.label = recorded.label
                return known == recorded
            }
            if !isKnown { list.editions[index].errata.append(recorded) }
        }
    }
}

private func label(of erratum: Erratum, in facts: EditionFacts?) -> String {
    if let id = erratum.indicator { return facts?.numbers.first { $0.id == id }?.label ?? id }
    return facts?.pages.first { $0.isCalled(erratum.page) }?.title ?? erratum.page ?? ""
}

/// Where readers of the old edition meet it: the pages of the number and the register of numbers, or the page; and those that the author adds.
private func addresses(of erratum: Erratum, in facts: EditionFacts?) -> [String] {
    guard let facts else { return [] }
    var addresses = facts.numbers.first { $0.id == erratum.indicator }.map { $0.uses.map(\.address) } ?? []
    for page in facts.pages {
        let isRegister = erratum.indicator != nil && page.kind == "provenance"
        let isNamed = ([erratum.page].compactMap { $0 } + erratum.pages).contains { page.isCalled($0) }
        if (isRegister || isNamed) && !addresses.contains(page.address) { addresses.append(page.address) }
    }
    return addresses
}
