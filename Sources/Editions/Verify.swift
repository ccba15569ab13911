// Holds sealed editions against their digests: every file that was changed, added, removed or renamed is a finding.
import Diagnostics
import Digests
import Foundation
import SiteBuild

/// Checks all sealed editions of a site, and what leads to them, byte for byte.
///
/// - Parameter shown: how findings name the site's folder.
func verifyFiles(_ list: EditionList, in site: String, shown: String, jobs: Int) async -> Findings {
    var findings = Findings()
    var expected: [(place: String, path: String, sha256: String)] = []
    for edition in list.editions {
        let place = shown + "/" + edition.id
        switch kind(of: site + "/" + edition.id) {
        case .folder: break
        case .missing:
            findings.error(
                "edition.no-folder",
                at: Place(file: place),
                en: "the sealed edition \(edition.id) is not there",
                nl: "de vastgestelde editie \(edition.id) is er niet",
                hint: restoring(place)
            )
            continue
        case .other:
            findings.error(
                "edition.link",
                at: Place(file: place),
                en: "the sealed edition \(edition.id) is not a folder of its own",
                nl: "de vastgestelde editie \(edition.id) is geen eigen map",
                hint: restoring(place)
            )
            continue
        }
        for file in edition.files { expected.append((place, edition.id + "/" + file.path, file.sha256)) }
    }
    for file in landing(list, in: site) { expected.append((shown, file.path, file.sha256)) }
    // Neighbours go to different workers: large files tend to stand together.
    let order = (0..<max(jobs, 1)).flatMap { stride(from: $0, to: expected.count, by: max(jobs, 1)) }
    let wanted = expected
    let disk = Disk.folder(site)
    let differing = await inSlices(order, jobs: jobs) { index -> Difference? in
        let read = disk.read(wanted[index].path)
        // Behind a link, which is a finding of its own.
        if case .failure(.outside) = read { return nil }
        let bytes = try? read.get()
        let digest = wanted[index].sha256
        if bytes.map(sha256) == digest { return nil }
        return Difference(
            index: index,
            isReadable: bytes != nil,
            isOfLineEnds: bytes.map { differsInLineEndsOnly($0, from: digest) } ?? false,
            isInConflict: bytes.map(isInConflict) ?? false
        )
    }
    var missing: [(path: String, sha256: String)] = []
    var otherLineEnds = list.hasOtherLineEnds ? [EditionList.file] : []
    for difference in differing.compactMap({ $0 }) {
        let file = expected[difference.index]
        if difference.isOfLineEnds {
            otherLineEnds.append(file.path)
        } else if file.place == shown {
            findings.error(
                "edition.landing",
                at: Place(file: shown + "/" + file.path),
                en: "this file beside the editions is not what sealing wrote",
                nl: "dit bestand naast de edities is niet wat bij het vaststellen is geschreven",
                hint: difference.isInConflict
                    ? Wording(
                        en: "two branches both wrote it: git checkout --ours -- \(shown)/\(file.path)",
                        nl: "twee branches schreven het allebei: git checkout --ours -- \(shown)/\(file.path)"
                    ) : restoring(shown + "/" + file.path)
            )
        } else if !difference.isReadable, kind(of: site + "/" + file.path) == .missing {
            missing.append((file.path, file.sha256))
        } else {
            findings.error(
                "edition.changed",
                at: Place(file: shown + "/" + file.path),
                en: "this file of a sealed edition was changed",
                nl: "dit bestand van een vastgestelde editie is gewijzigd",
                hint: restoring(file.place)
            )
        }
    }
    reportLineEnds(
        otherLineEnds.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        in: shown,
        findings: &findings
    )
    for path in [EditionList.file, "latest"] + landing(list, in: site).map(\.path)
    where !list.editions.isEmpty && isLink(site + "/" + path) && !isLatestLink(path, list, in: site) {
        findings.error(
            "edition.link",
            at: Place(file: shown + "/" + path),
            en: "a link stands here in place of what sealing wrote",
            nl: "hier staat een koppeling in plaats van wat bij het vaststellen is geschreven",
            hint: restoring(shown + "/" + path)
        )
    }
    for edition in list.editions where kind(of: site + "/" + edition.id) == .folder {
        await checkStrangers(edition, in: site, shown: shown, missing: &missing, findings: &findings)
    }
    for file in missing {
        findings.error(
            "edition.missing",
            at: Place(file: shown + "/" + file.path),
            en: "this file of a sealed edition is gone",
            nl: "dit bestand van een vastgestelde editie is weg",
            hint: restoring(shown + "/" + file.path)
        )
    }
    return findings
}

/// A file that is not what was sealed.
private struct Difference: Sendable {
    /// In the list of all files.
    var index: Int
    var isReadable: Bool
    var isOfLineEnds: Bool
    /// Whether it has the marks of a merge.
    var isInConflict: Bool
}

/// The files beside the editions that the last of them wrote.
private func landing(_ list: EditionList, in site: String) -> [SealedEdition.File] {
    guard !list.isExcerpt, let last = list.editions.last else { return [] }
    return last.landing.filter { !$0.path.hasPrefix("latest/") || !isLatestLink("latest", list, in: site) }
}

/// A host that follows links may have `latest` as one: it leads to the same edition as the page that sealing wrote.
private func isLatestLink(_ path: String, _ list: EditionList, in site: String) -> Bool {
    path == "latest"
        && (try? FileManager.default.destinationOfSymbolicLink(atPath: site + "/latest")) == list.editions.last?.id
}

/// What stands in a sealed edition and does not belong there. A file with the bytes of one that is gone was renamed.
private func checkStrangers(
    _ edition: SealedEdition,
    in site: String,
    shown: String,
    missing: inout [(path: String, sha256: String)],
    findings: inout Findings
) async {
    let contents = FolderContents(site + "/" + edition.id)
    // By bytes: two names that look the same, one with é as a letter and one with an accent put on, are two files.
    let known = Set(edition.files.map { Array($0.path.utf8) })
    for path in contents.others where !known.contains(Array(path.utf8)) {
        findings.error(
            "edition.link",
            at: Place(file: "\(shown)/\(edition.id)/\(path)"),
            en: "a link or special file in a sealed edition",
            nl: "een koppeling of bijzonder bestand in een vastgestelde editie",
            hint: Wording(en: "remove it", nl: "haal het weg")
        )
    }
    for path in contents.others where known.contains(Array(path.utf8)) {
        // Even a link to the same bytes: they could change behind its back.
        findings.error(
            "edition.link",
            at: Place(file: "\(shown)/\(edition.id)/\(path)"),
            en: "this file of a sealed edition was replaced by a link",
            nl: "dit bestand van een vastgestelde editie is vervangen door een koppeling",
            hint: restoring("\(shown)/\(edition.id)")
        )
    }
    for path in contents.files where !known.contains(Array(path.utf8)) {
        let digest = try? sha256(Disk.readFile("\(site)/\(edition.id)/\(path)").get())
        let place = Place(file: "\(shown)/\(edition.id)/\(path)")
        if let old = missing.firstIndex(where: { $0.sha256 == digest && $0.path.hasPrefix(edition.id + "/") }) {
            let name = missing.remove(at: old).path.dropFirst(edition.id.utf8.count + 1)
            findings.error(
                "edition.renamed",
                at: place,
                en: "this file of a sealed edition was called \(name)",
                nl: "dit bestand van een vastgestelde editie heette \(name)",
                hint: Wording(en: "give it its name again", nl: "geef het zijn naam terug")
            )
        } else {
            findings.error(
                "edition.added",
                at: place,
                en: "this file was added to a sealed edition",
                nl: "dit bestand is toegevoegd aan een vastgestelde editie",
                hint: Wording(en: "remove it", nl: "haal het weg")
            )
        }
    }
}

enum EntryKind { case missing, folder, other }

/// What stands at a path; a link is never taken for what it points at.
func kind(of path: String) -> EntryKind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
}

/// Whether a folder stands here, or a link to one: an author may keep the whole site elsewhere.
func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func restoring(_ path: String) -> Wording {
    Wording(en: "bring it back: git checkout -- \(path)", nl: "haal het terug: git checkout -- \(path)")
}
