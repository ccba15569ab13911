// The folder of all editions as a command opens it: what was left half is put right, the list is read, every sealed byte is checked.
import Diagnostics
import Foundation
import Processes
import SiteBuild

/// A site with its sealed editions, checked.
public struct Site: Sendable {
    public let folder: String
    /// How findings name the folder.
    public let shown: String
    public let list: EditionList
    public let findings: Findings
    /// Editions whose sealing had been cut off and is finished now.
    public let finished: [String]

    /// - Parameter jobs: how many workers read and digest at once.
    /// - Throws: `OutputError` where the disk refuses, or where another command is sealing.
    public init(_ folder: String, jobs: Int) async throws {
        self.folder = folder
        shown = Site.shown(folder)
        var findings = Findings()
        finished = try await Site.recover(folder, shown: shown, jobs: jobs, findings: &findings)
        list = EditionList.read(folder, shown: shown, findings: &findings)
        findings.add(contentsOf: await verifyFiles(list, in: folder, shown: shown, jobs: jobs))
        findings.add(contentsOf: verifySignatures(list, file: shown + "/" + EditionList.file, trusted: nil))
        // What follows from a conflict stays silent.
        if list.isInConflict {
            self.findings = findings
            return
        }
        // Only sealing announces an edition: what is announced and not listed has lost its entry. Another folder may be a draft.
        findings.add(contentsOf: findUnlisted(list, in: folder, shown: shown, where: announcement(in: folder)))
        self.findings = findings
    }

    /// The editions of a site as a build is given them, without looking at their files.
    public static func past(of folder: String) -> Past {
        var findings = Findings()
        return past(EditionList.read(folder, shown: shown(folder), findings: &findings).editions, in: folder)
    }

    /// The editions before one, or before the next, as a build is given them: with the errata that were known then.
    public func past(before id: String? = nil) -> Past {
        var editions = Array(list.editions.prefix { $0.id != id })
        let ids = Set(editions.map(\.id))
        for index in editions.indices { editions[index].errata.removeAll { !ids.contains($0.mendedIn) } }
        return Site.past(editions, in: folder)
    }

    private static func past(_ editions: [SealedEdition], in folder: String) -> Past {
        let ids = Set(editions.map(\.id))
        return Past(
            editions: editions.map { $0.past() },
            previous: editions.last.flatMap { EditionFacts.read(folder + "/" + $0.id) },
            facts: { ids.contains($0) ? EditionFacts.read(folder + "/" + $0) : nil },
            outline: { ids.contains($0) ? EditionFacts.read(folder + "/" + $0, withTexts: false) : nil }
        )
    }

    /// What signatures and unknown folders add, for the command that only verifies.
    ///
    /// - Parameter trusted: keys of which one must have signed every edition; nil asks for none.
    public func moreFindings(trusted: [String]?) -> Findings {
        if list.isInConflict { return Findings() }
        var findings = verifySignatures(list, file: shown + "/" + EditionList.file, trusted: trusted)
        findings.add(contentsOf: findUnlisted(list, in: folder, shown: shown))
        return findings
    }

    private static func recover(_ folder: String, shown: String, jobs: Int, findings: inout Findings) async throws
        -> [String]
    {
        let journal = Journal(site: folder)
        guard kind(of: journal.folder) != .missing else { return [] }
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        return try await journal.recover(shown: shown, jobs: jobs, findings: &findings)
    }

    static func shown(_ folder: String) -> String { folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder }
}

extension SealedEdition {
    /// - Parameter pages: the pages of the edition, for the names of their reports and for *Wijzigingen*.
    func past(pages: [PageRecord] = []) -> PastEdition {
        let reports = reports.map { path in
            let address = path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? ""
            let title = pages.first { $0.address == address }?.title
            return PastEdition.Report(path: path, title: address.isEmpty ? nil : title ?? address)
        }
        let changes = pages.first { $0.id == PageRecord.changesID }?.address
        return PastEdition(
            id: id,
            title: title,
            date: date,
            note: note,
            reports: reports,
            changes: changes,
            errata: errata.map { .init(erratum: $0.declared(of: id), label: $0.label) }
        )
    }
}
