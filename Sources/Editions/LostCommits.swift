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
    let repository = Repository(root: root)
    guard !site.list.isExcerpt, try await repository.isWhole(with: site.folder) else { return [] }
    for edition in site.list.editions where !ids.contains(edition.id) {
        let isThere = try await repository.has(edition.commit)
        if isThere, try await repository.isReachable(edition.commit) { continue }
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

extension Repository {
    /// Whether the history is whole, and the site's folder is part of the same repository.
    fileprivate func isWhole(with site: String) async throws -> Bool {
        // Verifying needs no Git: where there is none, this is not told.
        guard isFolder(site), let own = try? view(), let other = try? GitView(site), own.top == other.top,
            let outcome = try? await own.git(["rev-parse", "--is-shallow-repository"])
        else { return false }
        return outcome.text == "false"
    }

    fileprivate func isReachable(_ commit: String) async throws -> Bool {
        guard let view = try view() else { return false }
        if try await view.git(["merge-base", "--is-ancestor", commit, "HEAD"]).status == 0 { return true }
        return try await !view.git(["for-each-ref", "--contains", commit, "--count=1"]).standardOutput.isEmpty
    }
}
