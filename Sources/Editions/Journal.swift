// Sealing in one step, whatever happens: everything is made in site/.sealing/, and its editions.json, which is written last, decides.
// Killed before it is there: nothing was sealed, and the folder is thrown away. Killed after: the next command finishes what is left.
import Diagnostics
import Foundation
import SiteBuild

/// The folder in which an edition is made ready.
struct Journal: Sendable {
    let site: String
    var folder: String { site + "/.sealing" }

    /// Begins with an empty folder.
    func begin() throws {
        try? FileManager.default.removeItem(atPath: folder)
        guard mkdir(folder, 0o755) == 0 else { throw failure(folder) }
    }

    func throwAway() { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes what stands beside the editions, and then the list that decides.
    func decide(_ list: EditionList, landing: [(path: String, bytes: [UInt8])]) throws {
        for (path, bytes) in landing { try write(bytes, folder + "/landing/" + path) }
        try write(list.bytes, folder + "/list")
        guard rename(folder + "/list", folder + "/" + EditionList.file) == 0 else { throw failure(folder) }
    }

    /// Moves everything to its place; the list of editions comes last. May be called again after it was killed.
    func publish(_ list: EditionList) throws {
        for edition in list.editions where kind(of: folder + "/" + edition.id) == .folder {
            guard rename(folder + "/" + edition.id, site + "/" + edition.id) == 0 else { throw failure(site + "/" + edition.id) }
        }
        for path in FolderContents(folder + "/landing").files {
            let target = site + "/" + path
            let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            guard rename(folder + "/landing/" + path, target) == 0 else { throw failure(target) }
        }
        guard rename(folder + "/" + EditionList.file, site + "/" + EditionList.file) == 0 else { throw failure(site) }
        throwAway()
    }

    /// Finishes or throws away what a killed command left. The caller holds the lock on the site.
    ///
    /// - Returns: the ids of editions whose sealing was finished.
    func recover(shown: String, jobs: Int, findings: inout Findings) async throws -> [String] {
        guard kind(of: folder) != .missing else { return [] }
        guard case .success(let bytes) = Disk.readFile(folder + "/" + EditionList.file) else {
            throwAway()
            return []
        }
        var doubts = Findings()
        let list = EditionList.read(bytes, file: shown + "/.sealing/" + EditionList.file, findings: &doubts)
        let begun = list.editions.filter { kind(of: folder + "/" + $0.id) == .folder }
        doubts.add(contentsOf: await verifyFiles(EditionList(begun), in: folder, shown: shown + "/.sealing", jobs: jobs))
        for edition in begun where kind(of: site + "/" + edition.id) != .missing {
            doubts.error("edition.exists", at: Place(file: shown + "/" + edition.id), en: "this edition is there already", nl: "deze editie is er al")
        }
        guard !doubts.hasErrors else {
            // What was made ready is damaged, or its place was taken meanwhile: then nothing was sealed.
            throwAway()
            findings.warning(
                "edition.half", at: Place(file: shown), en: "a sealing that was cut off could not be finished; nothing was sealed",
                nl: "een vaststelling die was afgebroken, kon niet worden afgemaakt; er is niets vastgesteld")
            return []
        }
        let current = EditionList.read(site, shown: shown, findings: &findings)
        try publish(list)
        return list.editions.map(\.id).filter { current[$0] == nil }
    }

    private func failure(_ path: String) -> OutputError { .failed(path: path, reason: String(cString: strerror(errno))) }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { throw failure(path) }
    }
}
