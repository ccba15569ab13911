// Line ends that Git changed at checkout: told from real changes when editions are verified, prevented when one is sealed.
import Diagnostics
import Digests
import SiteBuild

/// Whether bytes are those of a digest but for their line ends, all of which Git turned round.
func differsInLineEndsOnly(_ bytes: [UInt8], from digest: String) -> Bool {
    sha256(withLineFeeds(bytes)) == digest || sha256(withCarriageReturns(bytes)) == digest
}

/// CR LF becomes LF.
func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
        let isBeforeLineFeed = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        if !isBeforeLineFeed { result.append(byte) }
    }
    return result
}

private func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in withLineFeeds(bytes) { result += byte == 0x0A ? [0x0D, 0x0A] : [byte] }
    return result
}

/// One finding for all files: they have one cause.
func reportLineEnds(_ paths: [String], in shown: String, findings: inout Findings) {
    guard let first = paths.first else { return }
    let more = paths.count > 3 ? ", …" : ""
    let names = paths.prefix(3).joined(separator: ", ") + more
    let isOne = paths.count == 1
    findings.error(
        "edition.line-ends",
        at: Place(file: shown + "/" + first),
        en:
            "\(isOne ? "this file was" : "\(paths.count) files were") sealed with other line ends, nothing else differs: \(names)",
        nl:
            "\(isOne ? "dit bestand is" : "\(paths.count) bestanden zijn") vastgesteld met andere regeleinden, verder is alles gelijk: \(names)",
        hint: Wording(
            en:
                "Git changed them at checkout: put the line * -text in \(shown)/.gitattributes, commit it, remove these files and take them from Git again: git checkout -- \(shown)",
            nl:
                "Git heeft ze bij het ophalen veranderd: zet de regel * -text in \(shown)/.gitattributes, maak een commit, haal deze bestanden weg en haal ze opnieuw uit Git: git checkout -- \(shown)"
        )
    )
}

extension Repository {
    /// Whether Git would leave the line ends of a file alone; a file in no repository is left alone.
    func keepsLineEnds(of path: String, in folder: String) async throws -> Bool {
        guard let view = try? GitView(folder) else { return true }
        // What is wrong above it, `state` says.
        guard (try? view.checkReadable(folder)) != nil else {
            return isRegular(folder + "/" + LandingFile.attributes.rawValue, throughLinks: true)
        }
        let outcome = try await view.git(["check-attr", "-z", "text", "--", view.prefix + path])
        guard outcome.status == 0 else { return true }
        // "path NUL text NUL unset NUL"
        return outcome.standardOutput.split(separator: 0).dropFirst(2).first.map { $0.elementsEqual("unset".utf8) }
            ?? false
    }
}

/// A publisher's own `.gitattributes` stays as it is; where it lets Git change line ends, an edition would come out of it broken.
func checkAttributes(_ site: String, shown: String, edition: String, _ repository: Repository, findings: inout Findings)
    async throws
{
    let path = LandingFile.attributes.rawValue
    guard kind(of: site + "/" + path) != .missing,
        try await !repository.keepsLineEnds(of: edition + "/" + LandingFile.index.rawValue, in: site)
    else { return }
    findings.error(
        "edition.attributes",
        at: Place(file: shown + "/" + path),
        en: "with this file Git changes the line ends of a sealed edition, and another clone would not verify",
        nl:
            "met dit bestand verandert Git de regeleinden van een vastgestelde editie, en een andere kloon klopt dan niet",
        hint: Wording(en: "add the line * -text at its end", nl: "zet de regel * -text aan het eind")
    )
}
