// Two branches that both sealed, merged: Git cannot join their lists, and one of the editions has to be sealed again on top of the other.
import Diagnostics
import Foundation
import Markup

/// Whether Git left the marks of a conflict in a file.
func isInConflict(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains { $0.starts(with: Array("<<<<<<< ".utf8)) }
}

/// What to do about a list that has both sides of a merge.
func reportConflict(_ bytes: [UInt8], file: String, findings: inout Findings) {
    let line =
        1
        + bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix {
            !$0.starts(with: Array("<<<<<<< ".utf8))
        }.count
    let (ours, theirs) = (ids(resolved(bytes, keepsOurs: true)), ids(resolved(bytes, keepsOurs: false)))
    let site = URL(fileURLWithPath: file).deletingLastPathComponent().relativePath
    let extra = theirs.filter { !ours.contains($0) }
    let folders = extra.map { site + "/" + $0 }.joined(separator: " ")
    let names = extra.joined(separator: ", ")
    findings.error(
        "edition.conflict",
        at: Place(file: file, line: line),
        en: "two branches both sealed an edition, and Git cannot merge their lists",
        nl: "twee branches hebben allebei een editie vastgesteld, en Git kan hun lijsten niet samenvoegen",
        // The same id on both sides, or a list that cannot be read: the folder of this side may have files of the other one.
        hint: extra.isEmpty
            ? Wording(
                en:
                    "keep this side: git rm -r -q -f -- \(site) && git checkout HEAD -- \(site); commit; then seal the other one again from the merged sources, under an id of its own",
                nl:
                    "houd deze kant: git rm -r -q -f -- \(site) && git checkout HEAD -- \(site); maak een commit; stel de andere daarna opnieuw vast uit de samengevoegde bronnen, met een eigen id"
            )
            : Wording(
                en:
                    "keep this side: git checkout --ours -- \(site) && git add \(site); remove the folder of the other edition: git rm -r -f -- \(folders); commit; then seal \(names) again from the merged sources",
                nl:
                    "houd deze kant: git checkout --ours -- \(site) && git add \(site); haal de map van de andere editie weg: git rm -r -f -- \(folders); maak een commit; stel \(names) daarna opnieuw vast uit de samengevoegde bronnen"
            )
    )
}

/// One side of every conflict.
private func resolved(_ bytes: [UInt8], keepsOurs: Bool) -> [UInt8] {
    enum Side { case both, ours, base, theirs }
    var side = Side.both
    var result: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        func begins(_ mark: String) -> Bool { line.starts(with: Array(mark.utf8)) }
        switch side {
        case .both where begins("<<<<<<< "): side = .ours
        case .ours where begins("||||||| "): side = .base
        case .ours where begins("======="), .base where begins("======="): side = .theirs
        case .theirs where begins(">>>>>>> "): side = .both
        default: if side == .both || side == (keepsOurs ? .ours : .theirs) { result += line + [0x0A] }
        }
    }
    return result
}

private func ids(_ bytes: [UInt8]) -> [String] {
    ((try? JSONText.read(bytes))?["editions"]?.list ?? []).compactMap { $0["id"]?.text }
}
