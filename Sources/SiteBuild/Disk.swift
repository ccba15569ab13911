// The disk as the pipeline sees it: a few closures, so that a test can hand in a programme that exists only in memory.
import Foundation

/// Reading a programme's folder. Paths are relative to its root, use `/`, and write accents as one sign (NFC): a file that was made on a
/// Mac may have its name otherwise, and is found all the same.
public struct Disk: Sendable {
    /// What a folder holds, in the order of its paths' bytes.
    public struct Listing: Sendable {
        public var files: [String] = []
        /// Entries that cannot be used, with the reason in the system's words.
        public var unusable: [(path: String, reason: Unusable)] = []
        public init() {}
    }
    public enum Unusable: Hashable, Sendable, Error {
        case missing
        /// A symbolic link out of the programme's folder.
        case outside
        /// A symbolic link to a folder in which it stands.
        case loop
        case notAFile
        /// There is another whose name differs only in how its accents are written: as one sign or as a letter and a mark.
        case twice
        /// Beyond a gigabyte nothing is read into memory.
        case tooLarge
        /// While it was read, or since it was read before: a page and a digest must tell of the same bytes.
        case changed
        /// In the system's words.
        case failed(String)
    }

    /// All files below a folder; hidden ones and hidden folders are left out. A folder that is not there is empty.
    public var list: @Sendable (_ folder: String) -> Listing
    public var read: @Sendable (_ path: String) -> Result<[UInt8], Unusable>

    public init(
        list: @escaping @Sendable (String) -> Listing,
        read: @escaping @Sendable (String) -> Result<[UInt8], Unusable>
    ) {
        self.list = list
        self.read = read
    }

    /// The bytes of a file, or nil where there is none or it cannot be read.
    func bytes(_ path: String) -> [UInt8]? { try? read(path).get() }
}

extension Disk {
    /// The folder `root` on this machine. Symbolic links are followed only within the root.
    public static func folder(_ root: String) -> Disk {
        let base = root.hasSuffix("/") ? String(root.dropLast()) : root
        let seen = SeenFiles()
        let realRoot = realPath(base) ?? base
        return Disk(
            list: { folder in
                var listing = Listing()
                let root = realPath(base) ?? base
                if let real = realPath(base + "/" + folder) {
                    if isWithin(root, real) {
                        walk(base, folder, root: root, above: [root, real], into: &listing)
                    } else {
                        listing.unusable.append((folder, .outside))
                    }
                }
                listing.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                for index in listing.files.indices.dropFirst().reversed()
                where listing.files[index] == listing.files[index - 1] {
                    listing.unusable.append((listing.files.remove(at: index), .twice))
                }
                return listing
            },
            // Whoever asks: what lies outside is not opened, so that no finding can quote it.
            read: { path in
                var real = realPath(base + "/" + path)
                if real == nil {
                    let reason = unresolved(base + "/" + path)
                    guard reason == .missing, let spelled = spelled(path, below: base) else { return .failure(reason) }
                    real = realPath(base + "/" + spelled)
                }
                guard let real else { return .failure(.missing) }
                return isWithin(realRoot, real) ? readFile(real, seen: seen) : .failure(.outside)
            }
        )
    }

    /// A path as its folders have it, where they write its accents in another way; nil where they do not.
    private static func spelled(_ path: String, below base: String) -> String? {
        guard !path.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var found = base
        for name in path.split(separator: "/") {
            // Names are the same to Swift however their accents are written.
            guard let entry = names(in: found).first(where: { $0 == name }) else { return nil }
            found += "/" + entry
        }
        return String(found.dropFirst(base.count + 1))
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) { names.append(name(of: entry.pointee)) }
        return names
    }

    private static func name(of entry: dirent) -> String {
        withUnsafeBytes(of: entry.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    private static func isWithin(_ root: String, _ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }

    /// - Parameters:
    ///   - root: the programme's folder, links resolved.
    ///   - above: this folder and those that it was reached through, links resolved.
    private static func walk(
        _ base: String,
        _ folder: String,
        root: String,
        above: [String],
        into listing: inout Listing
    ) {
        guard above.count <= 65 else {
            listing.unusable.append((composed(folder), .failed("more than 64 folders inside each other")))
            return
        }
        guard let directory = opendir(base + "/" + folder) else {
            if errno != ENOENT { listing.unusable.append((composed(folder), .failed(systemMessage()))) }
            return
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = name(of: entry.pointee)
            if name.hasPrefix(".") { continue }
            let path = folder.isEmpty ? name : folder + "/" + name
            var type = Int32(entry.pointee.d_type)
            var real = (above.last ?? root) + "/" + name
            if type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN) {
                guard let target = realPath(base + "/" + path), isWithin(root, target) else {
                    listing.unusable.append((composed(path), .outside))
                    continue
                }
                if above.contains(target) {
                    listing.unusable.append((composed(path), .loop))
                    continue
                }
                var status = stat()
                guard stat(target, &status) == 0 else { continue }
                type = Int32(DT_UNKNOWN)
                if status.st_mode & S_IFMT == S_IFDIR { type = Int32(DT_DIR) }
                if status.st_mode & S_IFMT == S_IFREG { type = Int32(DT_REG) }
                real = target
            }
            switch type {
            case Int32(DT_DIR): walk(base, path, root: root, above: above + [real], into: &listing)
            case Int32(DT_REG): listing.files.append(composed(path))
            default: listing.unusable.append((composed(path), .notAFile))
            }
        }
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Why a path leads to nothing: there is nothing there, or a link that leads to nothing.
    private static func unresolved(_ path: String) -> Unusable {
        let code = errno
        var status = stat()
        if code == ENOENT { return lstat(path, &status) == 0 ? .outside : .missing }
        return code == ELOOP ? .loop : .failed(String(cString: strerror(code)))
    }

    private static func systemMessage() -> String { String(cString: strerror(errno)) }

    private static let largest = 1 << 30

    /// Plain open and read: `Data(contentsOf:)` costs several times as much for thousands of small files. Nothing is waited for: a pipe
    /// or a device is no file.
    public static func readFile(_ path: String) -> Result<[UInt8], Unusable> { readFile(path, seen: nil) }

    private static func readFile(_ path: String, seen: SeenFiles?) -> Result<[UInt8], Unusable> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(errno == ENOENT ? .missing : .failed(systemMessage())) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(.failed(systemMessage())) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
        let size = Int(status.st_size)
        guard size <= largest else { return .failure(.tooLarge) }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            while count < size {
                let got = Glibc.read(descriptor, start + count, size - count)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += got
            }
        }
        if failed { return .failure(.failed(systemMessage())) }
        var after = stat()
        guard fstat(descriptor, &after) == 0 else { return .failure(.failed(systemMessage())) }
        let stamp = SeenFiles.Stamp(after)
        guard stamp == SeenFiles.Stamp(status), bytes.count == size, seen?.isSame(path, stamp) ?? true else {
            return .failure(.changed)
        }
        return .success(bytes)
    }
}

/// A path with its accents as single signs (NFC), as most keyboards and all links of this site write them.
func composed(_ path: String) -> String {
    path.utf8.allSatisfy { $0 < 0x80 } ? path : path.precomposedStringWithCanonicalMapping
}
