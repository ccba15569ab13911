// Folders beside the sealed editions that the list does not know: with their entry they would have lost all protection.
import Diagnostics
import Foundation
import SiteBuild

/// Folders that look like an edition and are not listed.
///
/// - Parameter isMeant: which of them are looked for, by name.
func findUnlisted(_ list: EditionList, in site: String, shown: String, where isMeant: (String) -> Bool = { _ in true })
    -> Findings
{
    var findings = Findings()
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: site)) ?? []).sorted() {
        guard !["concept", "latest"].contains(name), !name.hasPrefix("."), list[name] == nil,
            kind(of: "\(site)/\(name)/index.html") == .other, isMeant(name)
        else { continue }
        findings.error(
            "edition.unlisted",
            at: Place(file: shown + "/" + name),
            en: "this folder looks like an edition and is not in \(EditionList.file)",
            nl: "deze map lijkt een editie en staat niet in \(EditionList.file)",
            hint: Wording(
                en:
                    "if it was sealed, take \(EditionList.file) from Git again; a draft, or an edition of another branch that is sealed again, is removed",
                nl:
                    "is zij vastgesteld, haal \(EditionList.file) dan opnieuw uit Git; een concept, of een editie van een andere branch die opnieuw wordt vastgesteld, gaat weg"
            )
        )
    }
    return findings
}

/// Whether the pages beside the editions lead to one. A build makes the same files for a draft as sealing does for an edition,
/// but only sealing writes these pages.
func announcement(in site: String) -> (String) -> Bool {
    let pages = LandingFile.allCases.compactMap { try? Disk.folder(site).read($0.rawValue).get() }
        .map { String(decoding: $0, as: UTF8.self) }
    return { id in pages.contains { page in ["\"\(id)/", "../\(id)/", " /\(id)/"].contains { page.contains($0) } } }
}
