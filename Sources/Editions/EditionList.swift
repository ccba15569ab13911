// site/editions.json: all sealed editions, oldest first. Written in one way only, so that what was edited by hand shows.
import Diagnostics
import Digests
import Foundation
import Markup
import SiteBuild

/// The sealed editions of a site.
public struct EditionList: Sendable, Equatable {
    /// In the order in which they were sealed.
    public var editions: [SealedEdition] = []
    /// Whether this is one edition that was copied out of a site: what came before and after it is not here.
    public var isExcerpt = false
    /// Whether the file has both sides of a merge, so that nobody can tell which editions there are.
    var isInConflict = false
    /// Whether its file differs from what was sealed in line ends only.
    var hasOtherLineEnds = false

    public static let file = "editions.json"

    public init(_ editions: [SealedEdition] = [], isExcerpt: Bool = false) {
        self.editions = editions
        self.isExcerpt = isExcerpt
    }

    public subscript(id: String) -> SealedEdition? { editions.first { $0.id == id } }

    /// The whole file: sorted keys, two blanks a level, a line feed at the end.
    public var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("editions")
            json.list(editions) { $1.write(to: &$0) }
            if isExcerpt { json.member("excerpt", true) }
        }
        json.end()
        return json.bytes
    }

    /// Reads the list of a site; a site without one has no sealed editions.
    ///
    /// - Parameters:
    ///   - site: the folder of all editions.
    ///   - shown: how findings name that folder.
    public static func read(_ site: String, shown: String, findings: inout Findings) -> EditionList {
        // What is no folder holds no editions; that nothing can be written there is for the build to say.
        guard isFolder(site) else { return EditionList() }
        switch Disk.folder(site).read(file) {
        case .success(let bytes): return read(bytes, file: shown + "/" + file, findings: &findings)
        case .failure(.missing) where kind(of: site + "/" + file) == .missing: return EditionList()
        case .failure(let reason):
            let text =
                switch reason {
                case .failed(let text): Wording(en: text, nl: text)
                case .outside:
                    Wording(en: "it is a link that leads elsewhere", nl: "het is een koppeling die naar elders leidt")
                default: Wording(en: "it is not a file", nl: "het is geen bestand")
                }
            findings.error(
                "edition.list",
                at: Place(file: shown + "/" + file),
                en: "the list of sealed editions cannot be read: \(text.en)",
                nl: "de lijst van vastgestelde edities is niet te lezen: \(text.nl)"
            )
            return EditionList()
        }
    }

    /// - Returns: as many entries as can be understood; every doubt about them is a finding.
    public static func read(_ bytes: [UInt8], file: String, findings: inout Findings) -> EditionList {
        let restore = Wording(
            en: "take the file from Git again: git checkout -- \(file)",
            nl: "haal het bestand opnieuw uit Git: git checkout -- \(file)"
        )
        let json: JSONValue
        do throws(JSONFault) { json = try JSONText.read(bytes) } catch {
            if Editions.isInConflict(bytes) {
                reportConflict(bytes, file: file, findings: &findings)
                var list = EditionList()
                list.isInConflict = true
                return list
            }
            let before = bytes.prefix(error.offset)
            let place = Place(
                file: file,
                line: 1 + before.count { $0 == 0x0A },
                column: 1 + before.reversed().prefix { $0 != 0x0A }.count
            )
            let isCut = error.offset >= bytes.count
            findings.error(
                "edition.list",
                at: place,
                en: isCut ? "the list of sealed editions is cut off here" : "this is not JSON",
                nl: isCut ? "de lijst van vastgestelde edities is hier afgebroken" : "dit is geen JSON",
                hint: restore
            )
            return EditionList()
        }
        guard let entries = json["editions"]?.list else {
            findings.error(
                "edition.list",
                at: Place(file: file, line: 1),
                en: "this is not a list of editions",
                nl: "dit is geen lijst van edities",
                hint: restore
            )
            return EditionList()
        }
        var list = EditionList(entries.compactMap(SealedEdition.init), isExcerpt: json["excerpt"]?.flag ?? false)
        if list.editions.count < entries.count {
            findings.error(
                "edition.list",
                at: Place(file: file),
                en: "\(entries.count - list.editions.count) of \(entries.count) entries cannot be understood",
                nl:
                    "\(entries.count - list.editions.count) van de \(entries.count) vermeldingen \(entries.count - list.editions.count == 1 ? "is" : "zijn") niet te begrijpen",
                hint: restore
            )
            return list
        }
        let before = findings.all.count
        list.checkEntries(file: file, hint: restore, findings: &findings)
        let written = list.bytes
        list.hasOtherLineEnds = written != bytes && written == withLineFeeds(bytes)
        if findings.all.count == before, written != bytes, !list.hasOtherLineEnds {
            let line = 1 + zip(written, bytes).prefix { $0 == $1 }.count { $0.0 == 0x0A }
            findings.error(
                "edition.list-edited",
                at: Place(file: file, line: line),
                en: "this file was edited by hand",
                nl: "dit bestand is met de hand gewijzigd",
                hint: restore
            )
        }
        return list
    }

    /// Every entry digests to what it says of itself, and names the one before it.
    private func checkEntries(file: String, hint: Wording, findings: inout Findings) {
        var seen: Set<String> = []
        var previous: SealedEdition?
        if isExcerpt {
            let text = (
                "this is one edition copied out of a site; whether errata were added or taken out cannot be told here",
                "dit is één editie uit een site; of er verbeteringen bij kwamen of weg zijn, is hier niet te zien"
            )
            if editions.count == 1 {
                findings.warning("edition.excerpt", at: Place(file: file), en: text.0, nl: text.1)
            } else {
                findings.error(
                    "edition.excerpt",
                    at: Place(file: file),
                    en: "a site with \(editions.count) editions is no excerpt",
                    nl: "een site met \(editions.count) edities is geen uittreksel",
                    hint: hint
                )
            }
        }
        for edition in editions {
            let place = Place(file: file)
            let id = edition.id
            if !seen.insert(id).inserted || !isEditionID(id) {
                findings.error(
                    "edition.id",
                    at: place,
                    en: "the id \"\(id)\" stands twice or is no id",
                    nl: "de id \"\(id)\" staat er twee keer of is geen id",
                    hint: hint
                )
            }
            if edition.files.contains(where: { !isPlainPath($0.path) })
                || edition.landing.contains(where: { !isPlainPath($0.path) })
            {
                findings.error(
                    "edition.entry",
                    at: place,
                    en: "edition \(id) names files outside its folder",
                    nl: "editie \(id) noemt bestanden buiten haar map",
                    hint: hint
                )
            }
            // Digests say that nobody changed it later, not that it is fit for pages: builds lay these texts on the page of editions.
            let texts =
                [edition.title, edition.note ?? ""] + edition.errata.flatMap { [$0.label, $0.old, $0.new, $0.reason] }
            if texts.contains(where: { firstOverrideOfDirection(in: Array($0.utf8)) != nil }) {
                findings.error(
                    "edition.entry",
                    at: place,
                    en: "a text of edition \(id) has a character that changes the order in which it is read",
                    nl: "een tekst van editie \(id) heeft een teken dat de leesvolgorde verandert",
                    hint: hint
                )
            }
            if edition.entryDigest != edition.properDigest || edition.treeDigest != treeDigest(edition.files) {
                findings.error(
                    "edition.entry",
                    at: place,
                    en: "the entry of edition \(id) is not what was sealed: its digest differs",
                    nl: "de vermelding van editie \(id) is niet wat is vastgesteld: het controlegetal verschilt",
                    hint: hint
                )
            }
            if isExcerpt { continue }
            if let before = edition.previous, before != previous?.id, seen.contains(before) {
                // Both were sealed on top of the same edition, and somebody kept both entries of a merge.
                let other = editions.first { $0.previous == before }?.id ?? before
                findings.error(
                    "edition.order",
                    at: place,
                    en: "editions \(other) and \(id) were both sealed after \(before), on two branches",
                    nl: "de edities \(other) en \(id) zijn allebei vastgesteld na \(before), op twee branches",
                    hint: Wording(
                        en:
                            "take \(Self.file) of one branch, remove the folder of the other edition, commit, and seal that one again from the merged sources",
                        nl:
                            "neem \(Self.file) van één branch, haal de map van de andere editie weg, maak een commit, en stel die opnieuw vast uit de samengevoegde bronnen"
                    )
                )
            } else if edition.previous != previous?.id || edition.previousDigest != previous?.entryDigest {
                let expected = edition.previous ?? "–"
                findings.error(
                    "edition.order",
                    at: place,
                    en:
                        "edition \(id) was sealed after \(expected); that entry is missing, changed or in another place",
                    nl:
                        "editie \(id) is vastgesteld na \(expected); die vermelding ontbreekt, is gewijzigd of staat elders",
                    hint: hint
                )
            }
            if edition.errataDigest != errataDigest(enteredBy: id) {
                findings.error(
                    "edition.errata",
                    at: place,
                    en: "the errata that edition \(id) entered are not those that were sealed",
                    nl: "de verbeteringen die editie \(id) heeft gemeld, zijn niet die welke zijn vastgesteld",
                    hint: hint
                )
            }
            for erratum in edition.errata where self[erratum.mendedIn] == nil {
                findings.error(
                    "edition.errata",
                    at: place,
                    en: "edition \(id) has an erratum of \(erratum.mendedIn), which is not in the list",
                    nl: "editie \(id) heeft een verbetering uit \(erratum.mendedIn), en die staat niet in de lijst",
                    hint: hint
                )
            }
            previous = edition
        }
    }

    /// SHA-256 over the errata that an edition entered, each with the edition that it is about, in the order of the list: JSON as in the list.
    ///
    /// - Returns: nil where it entered none.
    func errataDigest(enteredBy id: String) -> String? {
        let entered = editions.flatMap { edition in
            edition.errata.filter { $0.mendedIn == id }.map { (edition: edition.id, erratum: $0) }
        }
        if entered.isEmpty { return nil }
        var json = JSONWriter()
        json.list(entered) { json, entry in
            json.object { json in
                json.member("edition", entry.edition)
                json.key("erratum")
                json.object { entry.erratum.write(to: &$0) }
            }
        }
        json.end()
        return sha256(json.bytes)
    }
}

private func isPlainPath(_ path: String) -> Bool {
    !path.isEmpty
        && path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        }
}
