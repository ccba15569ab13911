// `verslag edition export`: one edition that stands on its own, with the list of editions that its pages lead to.
import Foundation
import Markup
import SiteBuild

/// The files of an export: the edition's folder as it is, a list that names only this edition, and a page that leads to it.
private func files(of edition: SealedEdition, in site: Site) throws -> [(name: String, bytes: [UInt8])] {
    let sealed = try edition.files.map { file in
        let path = site.folder + "/" + edition.id + "/" + file.path
        switch Disk.readFile(path) {
        case .success(let bytes): return (name: edition.id + "/" + file.path, bytes: bytes)
        case .failure(let reason): throw OutputError.failed(path: path, reason: "\(reason)")
        }
    }
    return sealed + [
        (LandingFile.attributes.rawValue, Array(LandingFile.attributesText.utf8)),
        (EditionList.file, EditionList([edition], isExcerpt: true).bytes),
        (LandingFile.index.rawValue, page(leadingTo: edition)),
    ]
}

/// Writes a ZIP archive, never in the place of a file; the same archive may stand there already.
public func exportZip(_ edition: SealedEdition, of site: Site, to path: String) throws {
    for file in edition.files {
        // A build refuses such names; an edition may have been sealed by an older version, or by somebody else.
        guard let reason = unportable(file.path) else { continue }
        throw OutputError.failed(
            path: edition.id + "/" + file.path,
            reason: "not every system could unpack an archive with this name (\(reason.en)); export it as a folder"
        )
    }
    guard let archive = zipArchive(try files(of: edition, in: site)) else {
        throw OutputError.failed(path: path, reason: "an archive of this kind holds at most 4 GiB and 65,535 files")
    }
    if kind(of: path) != .missing {
        if !isLink(path), (try? Disk.readFile(path).get()) == archive { return }
        throw OutputError.failed(path: path, reason: "there is something here already")
    }
    do {
        try Data(archive).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
        throw OutputError.failed(path: path, reason: error.localizedDescription)
    }
}

/// Writes the files into a folder that is not there yet.
public func exportFolder(_ edition: SealedEdition, of site: Site, to folder: String) throws {
    guard kind(of: folder) == .missing else {
        throw OutputError.failed(path: folder, reason: "there is something here already")
    }
    for file in try files(of: edition, in: site) {
        let url = URL(fileURLWithPath: folder + "/" + file.name)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        } catch {
            throw OutputError.failed(path: url.path, reason: error.localizedDescription)
        }
    }
}

private func page(leadingTo edition: SealedEdition) -> [UInt8] {
    var output = ByteWriter()
    output.raw("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>")
    output.escaped(edition.title)
    output.raw("</title>\n</head>\n<body>\n<ul id=\"edities\">\n<li>")
    output.element("a", ("href", edition.id + "/index.html"), text: edition.title)
    output.raw("</li>\n</ul>\n</body>\n</html>\n")
    return output.bytes
}
