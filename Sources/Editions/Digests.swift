// Digests of bytes, files and whole folders: what an edition is held against.
import Digests
import Foundation
import SiteBuild

/// One digest for many files: SHA-256 over a line `<sha256>  <path>` for each, by path, as `sha256sum` prints them.
func treeDigest(_ files: [SealedEdition.File]) -> String {
    var lines: [UInt8] = []
    for file in files { lines += Array("\(file.sha256)  \(file.path)\n".utf8) }
    return sha256(lines)
}

/// What stands in a folder, hidden files too. Links are not followed: a sealed edition has none.
struct FolderContents: Sendable {
    /// By path, relative to the folder.
    var files: [String] = []
    /// Links, pipes, sockets and folders that cannot be opened.
    var others: [String] = []

    init(_ folder: String) {
        walk(folder, "")
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        others.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func walk(_ folder: String, _ prefix: String) {
        guard let directory = opendir(prefix.isEmpty ? folder : folder + "/" + prefix) else {
            others.append(prefix)
            return
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            let path = prefix.isEmpty ? name : prefix + "/" + name
            var type = Int32(entry.pointee.d_type)
            if type == Int32(DT_UNKNOWN) {
                var status = stat()
                if lstat(folder + "/" + path, &status) == 0 {
                    type =
                        status.st_mode & S_IFMT == S_IFDIR
                        ? Int32(DT_DIR) : status.st_mode & S_IFMT == S_IFREG ? Int32(DT_REG) : type
                }
            }
            switch type {
            case Int32(DT_DIR): walk(folder, path)
            case Int32(DT_REG): files.append(path)
            default: others.append(path)
            }
        }
    }
}

/// The digests of files below a folder, in their order; nil for one that cannot be read.
func digests(of paths: [String], in folder: String, jobs: Int) async -> [String?] {
    await inSlices(paths, jobs: jobs) { path in try? sha256(Disk.readFile(folder + "/" + path).get()) }
}

/// One digest for all that a site is built from: content/, data/ and templates/.
func sourceDigest(_ root: String, jobs: Int) async -> String {
    let disk = Disk.folder(root)
    let paths = ["content", "data", "templates"].flatMap { disk.list($0).files }
    let found = await digests(of: paths, in: root, jobs: jobs)
    return treeDigest(zip(paths, found).map { SealedEdition.File(path: $0, sha256: $1 ?? "") })
}
