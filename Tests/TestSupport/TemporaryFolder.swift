// A folder for one test, removed with the value that stands for it; and a folder's contents as values that can be compared.
import Foundation

/// An empty folder that lives as long as this object.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "verslag-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    public func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    public func write(_ name: String, _ data: Data) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    public func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    /// The names in this folder or one below it, hidden ones too.
    public func entries(_ name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: name.isEmpty ? path : path + "/" + name).sorted()
    }
}

/// Every file below a folder with its bytes, hidden ones too; empty where there is no folder.
public func tree(_ folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    let folder = URL(filePath: folder).resolvingSymlinksInPath().path
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
        var isFolder: ObjCBool = false
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            continue
        }
        files[name] = FileManager.default.contents(atPath: path)
    }
    return files
}

/// The number by which the disk knows each file: it changes when a file is written anew.
public func inodes(_ folder: String) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for name in tree(folder).keys {
        numbers[name] =
            (try? FileManager.default.attributesOfItem(atPath: folder + "/" + name))?[.systemFileNumber] as? Int
    }
    return numbers
}
