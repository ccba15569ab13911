// `verslag edition verify --rebuild`: the edition is built again from the commit that it was sealed from, and compared byte for byte.
import Diagnostics
import Foundation
import Processes
import Reports
import SiteBuild

/// - Returns: nothing where every byte is the same; otherwise what differs, and what may be why.
public func rebuild(_ edition: SealedEdition, of site: Site, root: String, printing: Printing, jobs: Int) async throws
    -> [Diagnostic]
{
    var findings = Findings()
    let place = Place(file: site.shown + "/" + edition.id)
    if site.list.isExcerpt, edition.previous != nil {
        findings.error(
            "edition.excerpt",
            at: place,
            en: "an edition is compared with the one before it, and that is not here",
            nl: "een editie wordt vergeleken met de vorige, en die is hier niet",
            hint: Wording(
                en: "rebuild it in the site from which it was copied",
                nl: "bouw haar opnieuw in de site waaruit zij komt"
            )
        )
        return findings.sorted
    }
    let repository = Repository(root: root)
    guard try await repository.has(edition.commit) else {
        findings.error(
            "edition.no-commit",
            at: place,
            en: "the commit \(edition.commit) from which this edition was sealed is not in this repository",
            nl: "de commit \(edition.commit) waaruit deze editie is vastgesteld, staat niet in deze repository",
            hint: Wording(
                en: "fetch the whole history: git fetch --unshallow, and the branch or tag that holds it",
                nl: "haal de hele geschiedenis op: git fetch --unshallow, en de branch of tag waarin zij staat"
            )
        )
        return findings.sorted
    }
    let (here, there): (String, [String])
    do {
        (here, there) = (try repository.place(), try await repository.programmes(in: edition.commit))
    } catch ProcessError.failed(_, let complaint) {
        return [incomplete(edition, place, complaint)]
    }
    let folder = edition.folder ?? here
    guard there.contains(folder) else {
        let names = there.joined(separator: ", ")
        let commit = edition.commit.prefix(12)
        findings.error(
            "edition.moved",
            at: place,
            en: "in the commit \(commit) there is no programme in \(folder); it has: \(names.isEmpty ? "none" : names)",
            nl:
                "in de commit \(commit) staat geen programma in \(folder); wel in: \(names.isEmpty ? "geen map" : names)",
            hint: Wording(
                en:
                    "the folder was moved since: git worktree add ../then \(commit), then verify with --root ../then/FOLDER --output \(site.shown)",
                nl:
                    "de map is sindsdien verplaatst: git worktree add ../toen \(commit), en dan verify met --root ../toen/MAP --output \(site.shown)"
            )
        )
        return findings.sorted
    }
    let work = try Workplace()
    defer { withExtendedLifetime(work) {} }
    let workplace = work.path
    let sources: String
    do {
        sources = try await repository.checkOut(edition.commit, into: workplace + "/sources", inside: folder).root
    } catch ProcessError.failed(_, let complaint) {
        return [incomplete(edition, place, complaint)]
    }
    var options = BuildOptions(
        root: sources,
        output: workplace + "/site",
        jobs: jobs,
        isStrict: true,
        printing: printing
    )
    options.edition = EditionName(id: edition.id, title: edition.title, date: edition.date, note: edition.note)
    options.isSealed = true
    options.past = site.past(before: edition.id)
    let result = try await SiteBuild.build(options)
    guard result.isClean else {
        for finding in result.findings { findings.add(finding) }
        findings.error(
            "edition.rebuild",
            at: place,
            en: "the edition cannot be built any more",
            nl: "de editie is niet meer te bouwen",
            hint: reason(edition, "", printing)
        )
        return findings.sorted
    }
    if await sourceDigest(sources, jobs: jobs) != edition.sourceDigest {
        findings.error(
            "edition.sources",
            at: place,
            en: "the commit holds other sources than those that were sealed",
            nl: "de commit bevat andere bronnen dan die zijn vastgesteld"
        )
    }
    let built = workplace + "/site/" + edition.id
    let paths = FolderContents(built).files
    // By the bytes of their paths: names that only look the same are two files.
    let found = Dictionary(
        zip(paths.map { Array($0.utf8) }, await digests(of: paths, in: built, jobs: jobs)),
        uniquingKeysWith: { first, _ in first }
    )
    let sealed = Dictionary(
        edition.files.map { (Array($0.path.utf8), $0.sha256) },
        uniquingKeysWith: { first, _ in first }
    )
    for key in Set(found.keys).union(sealed.keys).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where found[key] != sealed[key] {
        let path = String(decoding: key, as: UTF8.self)
        let (en, nl) =
            sealed[key] == nil
            ? ("is built now and was not sealed", "wordt nu gebouwd en is niet vastgesteld")
            : found[key] == nil
                ? ("was sealed and is not built now", "is vastgesteld en wordt nu niet gebouwd")
                : ("is built differently now", "wordt nu anders gebouwd")
        findings.error(
            "edition.rebuild",
            at: Place(file: "\(site.shown)/\(edition.id)/\(path)"),
            en: en,
            nl: nl,
            hint: reason(edition, path, printing)
        )
    }
    return findings.sorted
}

/// A partial clone has commits without their files, and asks its remote for nothing here.
private func incomplete(_ edition: SealedEdition, _ place: Place, _ complaint: String) -> Diagnostic {
    let commit = edition.commit.prefix(12)
    return Diagnostic(
        .error,
        "edition.no-commit",
        at: place,
        message: Wording(
            en: "not all of the commit \(commit) is in this repository: \(complaint)",
            nl: "niet alles van de commit \(commit) staat in deze repository: \(complaint)"
        ),
        hint: Wording(
            en: "a clone that was made with --filter lacks files of older commits: clone once more without it",
            nl: "een kloon die met --filter is gemaakt, mist bestanden van oudere commits: kloon nog eens zonder"
        )
    )
}

/// Why a file may differ: a newer tool may write other bytes, which says nothing against the edition.
private func reason(_ edition: SealedEdition, _ path: String, _ printing: Printing) -> Wording {
    // Pages say how many pages and bytes their reports have.
    if edition.toolVersion == toolVersion, let sealed = edition.typstVersion, sealed != printing.version {
        guard let present = printing.version else {
            return Wording(
                en: "its reports were set by Typst \(sealed), and here is none",
                nl: "de rapporten zijn gezet met Typst \(sealed), en dat is er hier niet"
            )
        }
        return Wording(
            en: "Typst \(sealed) set its reports, here it is \(present): rebuild with that version",
            nl: "Typst \(sealed) heeft de rapporten gezet, hier is het \(present): bouw met die versie"
        )
    }
    if edition.toolVersion != toolVersion {
        return Wording(
            en: "it was sealed with verslag \(edition.toolVersion), this is \(toolVersion): rebuild with that version",
            nl: "zij is vastgesteld met verslag \(edition.toolVersion), dit is \(toolVersion): bouw met die versie"
        )
    }
    return Wording(
        en:
            "the version of the tool is the same (\(toolVersion)); it may have been built from other sources, see commit \(edition.commit)",
        nl:
            "de versie van het programma is dezelfde (\(toolVersion)); het kan uit andere broncode zijn gebouwd, zie commit \(edition.commit)"
    )
}
