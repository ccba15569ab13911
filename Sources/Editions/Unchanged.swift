// What continuous integration asks: does every edition that a commit had sealed still stand in the list, as it was?
import Diagnostics
import SiteBuild

/// Entries that a commit has and that are gone or changed now. New errata are allowed; everything else is a finding.
public func changedSince(_ commit: String, _ site: Site, root: String) async throws -> [Diagnostic] {
    var findings = Findings()
    let file = site.shown + "/" + EditionList.file
    let repository = Repository(root: root)
    guard try await repository.resolves(commit) else {
        findings.error(
            "edition.no-commit",
            at: Place(file: file),
            en: "there is no commit \(commit) in this repository",
            nl: "er is geen commit \(commit) in deze repository",
            hint: Wording(
                en: "fetch more of the history: git fetch --unshallow",
                nl: "haal meer van de geschiedenis op: git fetch --unshallow"
            )
        )
        return findings.sorted
    }
    guard let bytes = try await repository.file(EditionList.file, below: site.folder, at: commit) else { return [] }
    var doubts = Findings()
    let before = EditionList.read(bytes, file: file, findings: &doubts)
    if doubts.hasErrors {
        findings.error(
            "edition.since",
            at: Place(file: file),
            en: "the list of \(commit) is not in order itself, so nobody can tell what was sealed then",
            nl: "de lijst van \(commit) is zelf niet in orde, dus is niet te zeggen wat toen was vastgesteld"
        )
    }
    for old in before.editions {
        guard let new = site.list[old.id] else {
            findings.error(
                "edition.gone",
                at: Place(file: file),
                en: "edition \(old.id) was sealed in \(commit) and is gone",
                nl: "editie \(old.id) was vastgesteld in \(commit) en is weg"
            )
            continue
        }
        if new.core != old.core || new.signature != old.signature || !new.errata.starts(with: old.errata) {
            findings.error(
                "edition.touched",
                at: Place(file: file),
                en: "edition \(old.id) is not what was sealed in \(commit)",
                nl: "editie \(old.id) is niet wat in \(commit) was vastgesteld"
            )
        }
    }
    return findings.sorted
}
