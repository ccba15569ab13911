// The one list of what a site consists of: every file is written through it, and stage check walks the same list.
import Diagnostics

/// What makes a file of the site.
struct Maker: Hashable, Sendable {
    var name: Wording
    /// Where its author finds it; nil for what the build makes by itself.
    var place: Place?

    init(file: String, line: Int = 0) {
        name = Wording(en: file, nl: file)
        place = Place(file: file, line: line)
    }

    init(en: String, nl: String) { name = Wording(en: en, nl: nl) }
}

/// Files of the site in the order in which they are made. Each worker has its own; they are put together in the order of the pages.
struct Outputs {
    struct File: Sendable {
        /// Below the edition's folder.
        var path: String
        var maker: Maker
    }

    private(set) var files: [File] = []
    private let folder: OutputFolder?

    /// - Parameter folder: where the bytes go, at once, so that memory does not grow with them; nil for a check, which keeps only the list.
    init(into folder: OutputFolder?) { self.folder = folder }

    /// - Throws: `OutputError` where the disk refuses.
    mutating func add(_ path: String, by maker: Maker, _ bytes: [UInt8]) throws {
        files.append(File(path: path, maker: maker))
        try folder?.write(path, bytes)
    }

    /// Takes over what a worker has written.
    mutating func note(_ written: [File]) { files += written }
}
