// Where a page stands in the site: `content/a/b.md` has the address `a/b/`; all links between pages are relative.

/// An address within an edition: empty for the home page, otherwise folder names that each end in `/`.
struct Address: Hashable, Sendable, Comparable {
    let path: String

    init(path: String) { self.path = path }

    /// The address of a Markdown file below `content/`.
    init(file: String) {
        var name = file.dropFirst("content/".count).dropLast(".md".count)
        if name == "index" { name = "" } else if name.hasSuffix("/index") { name = name.dropLast("/index".count) }
        path = name.isEmpty ? "" : name + "/"
    }

    static let home = Address(path: "")

    /// The file that a host serves for this address.
    var file: String { path + "index.html" }

    /// From a page at this address to the edition's home folder: `./`, `../`, `../../` …
    var toRoot: String {
        let depth = path.utf8.reduce(0) { $0 + ($1 == 0x2F ? 1 : 0) }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    /// The address one folder up, nil for the home page.
    var parent: Address? {
        guard !path.isEmpty else { return nil }
        let trimmed = path.dropLast()
        guard let slash = trimmed.lastIndex(of: "/") else { return .home }
        return Address(path: String(trimmed[...slash]))
    }

    /// The address of the first folder on the way to this one; its own where it stands directly under the home page.
    var top: Address? { path.firstIndex(of: "/").map { Address(path: String(path[...$0])) } }

    /// The last folder's name as a title: `2-plan-van-aanpak/` is *Plan van aanpak*.
    var folderName: String {
        let name = path.split(separator: "/").last ?? ""
        let words = name.split { $0 == "-" || $0 == "_" }
        let isNumbered = words.count > 1 && words[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
        let title = words.dropFirst(isNumbered ? 1 : 0).joined(separator: " ")
        return title.isEmpty ? String(name) : title.prefix(1).uppercased() + title.dropFirst()
    }

    /// A relative link from a page at this address to a file of the edition. The file is always named:
    /// a link to a folder works on a web server, but not when the site is opened from a disk.
    func link(to file: String) -> String {
        percentEncoded(relativePath(to: file, from: path))
    }

    func link(to address: Address, fragment: String? = nil) -> String {
        link(to: address.file) + (fragment.map { "#" + $0 } ?? "")
    }

    static func < (a: Address, b: Address) -> Bool { a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
}

/// The folder in which a file stands, without a slash at its end.
func parentFolder(of file: String) -> String {
    file.utf8.lastIndex(of: 0x2F).map { String(file[..<$0]) } ?? ""
}

/// The way from a folder to a file; both are relative to the same top folder.
///
/// Paths are taken apart as bytes: by characters it is the slowest part of a large build.
func relativePath(to file: String, from folder: String) -> String {
    let own = folder.utf8.split(separator: 0x2F)
    let other = file.utf8.split(separator: 0x2F)
    var shared = 0
    while shared < own.count, shared < other.count - 1, own[shared].elementsEqual(other[shared]) { shared += 1 }
    return String(repeating: "../", count: own.count - shared) + joined(other[shared...])
}

private func joined(_ parts: ArraySlice<Substring.UTF8View>) -> String {
    var path = ""
    for (index, part) in parts.enumerated() {
        if index > 0 { path += "/" }
        path += Substring(part)
    }
    return path
}

/// A path as it stands in a link: all but plain letters, digits, `-`, `.`, `_`, `~` and `/` becomes `%XX`.
func percentEncoded(_ path: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: true
        default: false
        }
    }
    if path.utf8.allSatisfy(isPlain) { return path }
    let digits = Array("0123456789ABCDEF".utf8)
    let encoded = path.utf8.flatMap { isPlain($0) ? [$0] : [0x25, digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: encoded, as: UTF8.self)
}

/// Resolves `.` and `..` in a relative path; nil where it leads out of the top folder.
func normalized(_ path: String) -> String? {
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: 0x2F) {
        if part.elementsEqual(".".utf8) { continue }
        if part.elementsEqual("..".utf8) {
            if parts.isEmpty { return nil }
            parts.removeLast()
        } else {
            parts.append(part)
        }
    }
    return joined(parts[...])
}
