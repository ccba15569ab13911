// Sealing in one step, whatever happens: everything is made in site/.sealing/, and its editions.json, which is written last, decides.
// Killed before it is there: nothing was sealed, and the folder is thrown away. Killed after, or stopped by the disk: the next command finishes what is left.
internal import CLinux
import Diagnostics
import Digests
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
        try write(Array(identity.utf8), folder + "/" + Journal.identityFile)
    }

    /// Holds which folder of which disk this is: a copy, whether it came in an archive or with a clone, is another one.
    static let identityFile = ".made-here"
    var identity: String {
        var status = stat()
        return lstat(folder, &status) == 0 ? "\(status.st_dev) \(status.st_ino)\n" : ""
    }

    /// Where the sources of the commit stand while an edition is built; hidden, and gone before anything is decided.
    /// Git runs elsewhere: the path starts at the root.
    var sources: String { URL(fileURLWithPath: folder).path + "/.sources" }

    func throwAway() { try? FileManager.default.removeItem(atPath: folder) }

    /// What stands beside the editions, until it is moved there.
    private func beside(_ path: String) -> String { folder + "/.landing/" + path }

    /// Writes what stands beside the editions, and then the list that decides.
    func decide(_ list: EditionList, landing: [(path: String, bytes: [UInt8])]) throws {
        for (path, bytes) in landing { try write(bytes, beside(path)) }
        try write(list.bytes, folder + "/.list")
        try synchronize()
        guard rename(folder + "/.list", folder + "/" + EditionList.file) == 0 else { throw failure(folder) }
        try synchronize()
    }

    /// Moves everything to its place; the list of editions comes last. May be called again after it was killed.
    func publish(_ list: EditionList) throws {
        for edition in list.editions where kind(of: folder + "/" + edition.id) == .folder {
            guard rename(folder + "/" + edition.id, site + "/" + edition.id) == 0 else {
                throw failure(site + "/" + edition.id)
            }
        }
        for path in LandingFile.allCases.map(\.rawValue) where kind(of: folder + "/.landing/" + path) != .missing {
            let target = site + "/" + path
            let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
            // A link in place of `latest` may lead into a sealed edition; it goes, what it leads to stays.
            if path.contains("/"), isLink(parent), unlink(parent) != 0 { throw failure(parent) }
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            guard rename(beside(path), target) == 0 else { throw failure(target) }
        }
        try synchronize()
        guard rename(folder + "/" + EditionList.file, site + "/" + EditionList.file) == 0 else { throw failure(site) }
        try synchronize()
        throwAway()
    }

    /// Finishes or throws away what a killed command left. The caller holds the lock on the site.
    ///
    /// - Returns: the ids of editions whose sealing was finished.
    func recover(shown: String, jobs: Int, findings: inout Findings) async throws -> [String] {
        guard kind(of: folder) != .missing else { return [] }
        if kind(of: folder) == .folder && kind(of: folder + "/" + EditionList.file) == .missing {
            throwAway()
            return []
        }
        var doubts = Findings()
        guard try await isMadeHere(), let (list, sealed) = decided(shown: shown) else {
            findings.error(
                "edition.journal",
                at: Place(file: shown + "/.sealing"),
                en: "this is not what a sealing that was cut off leaves here; nothing was touched",
                nl: "dit is niet wat een afgebroken vaststelling hier achterlaat; er is niets aangeraakt",
                hint: Wording(
                    en:
                        "if git status shows no change in \(EditionList.file), move the folder away and look whether an edition is missing",
                    nl:
                        "laat git status geen wijziging in \(EditionList.file) zien, zet de map dan elders en kijk of er een editie ontbreekt"
                )
            )
            return []
        }
        // It may have been moved to its place already.
        let isMoved = kind(of: folder + "/" + sealed.id) == .missing
        doubts.add(
            contentsOf: await verifyFiles(
                EditionList([sealed], isExcerpt: true),
                in: isMoved ? site : folder,
                shown: shown,
                jobs: jobs
            )
        )
        let attributes = SealedEdition.File(
            path: LandingFile.attributes.rawValue,
            sha256: sha256(Array(LandingFile.attributesText.utf8))
        )
        for file in sealed.landing + [attributes]
        where kind(of: beside(file.path)) != .missing || !isMoved && file != attributes {
            let digest = try? sha256(Disk.readFile(beside(file.path)).get())
            if digest != file.sha256 {
                doubts.error(
                    "edition.landing",
                    at: Place(file: shown + "/" + file.path),
                    en: "it is damaged",
                    nl: "het is beschadigd"
                )
            }
        }
        if !isMoved && kind(of: site + "/" + sealed.id) != .missing {
            doubts.error(
                "edition.exists",
                at: Place(file: shown + "/" + sealed.id),
                en: "this edition is there already",
                nl: "deze editie is er al"
            )
        }
        guard !doubts.hasErrors else {
            // What was made ready is damaged, or its place was taken meanwhile: then nothing was sealed.
            throwAway()
            findings.warning(
                "edition.half",
                at: Place(file: shown),
                en: "a sealing that was cut off could not be finished; nothing was sealed",
                nl: "een vaststelling die was afgebroken, kon niet worden afgemaakt; er is niets vastgesteld"
            )
            return []
        }
        try publish(list)
        return [sealed.id]
    }

    /// Whether this folder was made by this command on this machine. One that somebody else made, and that Git brought with a clone,
    /// would put his files here.
    private func isMadeHere() async throws -> Bool {
        guard kind(of: folder) == .folder,
            case .success(let bytes) = Disk.readFile(folder + "/" + Journal.identityFile),
            bytes == Array(identity.utf8)
        else { return false }
        let view: GitView
        do { view = try GitView(folder) } catch GitViewProblem.none { return true } catch is GitViewProblem {
            return false
        }
        let tracked = try await view.git(["ls-tree", "-r", "-z", "--name-only", "HEAD", "--", view.prefix])
        return tracked.status != 0 || tracked.standardOutput.isEmpty
    }

    /// The list that was decided and the edition that it adds; nil where the folder holds anything else than a sealing on top of
    /// the list as it is now. Whatever came here otherwise, in an archive or a commit, must not take the place of the list.
    private func decided(shown: String) -> (EditionList, SealedEdition)? {
        var doubts = Findings()
        let current = EditionList.read(site, shown: shown, findings: &doubts)
        guard kind(of: folder) == .folder, case .success(let bytes) = Disk.readFile(folder + "/" + EditionList.file)
        else { return nil }
        let list = EditionList.read(bytes, file: "", findings: &doubts)
        guard !doubts.hasErrors, let sealed = list.editions.last, list.editions.count == current.editions.count + 1,
            sealed.previous == current.editions.last?.id
        else { return nil }
        // A sealing adds nothing to earlier entries but errata.
        let isContinued = zip(current.editions, list.editions).allSatisfy { old, new in
            old.core == new.core && old.signature == new.signature && new.errata.starts(with: old.errata)
        }
        let contents = FolderContents(folder)
        let known = LandingFile.allCases.map { ".landing/" + $0.rawValue } + [EditionList.file, Journal.identityFile]
        // Nothing that sealing writes can be run as a program.
        func isProgram(_ path: String) -> Bool {
            var status = stat()
            return lstat(folder + "/" + path, &status) != 0 || status.st_mode & 0o111 != 0
        }
        guard isContinued, contents.others.isEmpty,
            sealed.landing.allSatisfy({ LandingFile(rawValue: $0.path) != nil }),
            contents.files.allSatisfy({ known.contains($0) || $0.hasPrefix(sealed.id + "/") }),
            !contents.files.contains(where: isProgram)
        else { return nil }
        return (list, sealed)
    }

    /// Power may fail as well: what decides must not reach the disk before what it decides on. One call for all files of an edition.
    private func synchronize() throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw failure(folder) }
        defer { close(descriptor) }
        guard syncfs(descriptor) == 0 else { throw failure(folder) }
    }

    private func failure(_ path: String) -> OutputError {
        .failed(path: path, reason: String(cString: strerror(errno)))
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { throw failure(path) }
    }
}
