// Whether the commits that editions were sealed from are still to be had: a squash or rebase merge leaves them behind.
import Diagnostics
import Foundation
import SiteBuild

/// Editions whose commit is in no branch or tag, in a clone that has the whole history.
///
/// - Parameters:
///   - root: the programme's folder; where it is in no repository, or in another than the site, nothing can be told.
///   - ids: editions that are left out.
public func lostCommits(_ site: Site, root: String, except ids: [String] = []) async throws -> [Diagnostic] {
    var findings = Findings()
    // One view for all editions: making one looks at every object.
    guard !site.list.isExcerpt, let view = try await wholeRepository(root, with: site.folder) else { return [] }
    for edition in site.list.editions where !ids.contains(edition.id) {
        let isThere = try await view.has(edition.commit)
        if isThere, try await view.isReachable(edition.commit) { continue }
        let (commit, tag) = (edition.commit.prefix(12), "sealed/\(edition.id)")
        findings.warning(
            "edition.lost-commit",
            at: Place(file: site.shown + "/" + edition.id),
            en: isThere
                ? "the commit \(commit) from which this edition was sealed is in no branch or tag: Git will throw it away"
                : "the commit \(commit) from which this edition was sealed is gone: it cannot be built again",
            nl: isThere
                ? "de commit \(commit) waaruit deze editie is vastgesteld, staat in geen branch of tag: Git gooit hem op den duur weg"
                : "de commit \(commit) waaruit deze editie is vastgesteld, is weg: zij is niet opnieuw te bouwen",
            hint: isThere
                ? Wording(
                    en:
                        "a squash or rebase merge leaves it behind; keep it: git tag \(tag) \(commit) && git push origin \(tag)",
                    nl:
                        "squash en rebase bij het samenvoegen laten hem achter; bewaar hem: git tag \(tag) \(commit) && git push origin \(tag)"
                )
                : Wording(
                    en:
                        "if the branch it was sealed on still stands in another clone, push it, or a tag on that commit, from there",
                    nl: "staat de branch nog in een andere kloon, push die, of een tag op die commit, dan van daar"
                )
        )
    }
    return findings.sorted
}

/// The repository of a programme where its history is whole, and the site's folder is part of it.
private func wholeRepository(_ root: String, with site: String) async throws -> GitView? {
    // Verifying needs no Git: where there is none, this is not told.
    guard isFolder(site), let own = try? GitView(root), own.top == (try? GitView.top(of: site)),
        let outcome = try? await own.git(["rev-parse", "--is-shallow-repository"]), outcome.text == "false"
    else { return nil }
    return own
}

extension GitView {
    fileprivate func isReachable(_ commit: String) async throws -> Bool {
        if try await git(["merge-base", "--is-ancestor", commit, "HEAD"]).status == 0 { return true }
        return try await !git(["for-each-ref", "--contains", commit, "--count=1"]).standardOutput.isEmpty
    }
}
