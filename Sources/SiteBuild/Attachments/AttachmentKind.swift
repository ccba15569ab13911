// Which files of content/ may be published beside pages: an allow-list, because a host serves whatever it gets under the site's own name.
import Foundation
import Markup

/// A kind of file that runs nothing in a reader's browser and is opened by the programs that readers have.
struct AttachmentKind: Sendable {
    /// What its bytes must look like.
    enum Content: Sendable {
        /// The file begins with one of these, at an offset.
        case magic([[UInt8]], at: Int = 0)
        case svg, json, text, table
        /// Office Open XML, OpenDocument and other ZIP archives.
        case zip
        case mp3, riff(String), mp4
    }

    var content: Content

    /// By the name's end, in small letters.
    static let all: [String: AttachmentKind] = {
        func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
        let kinds: [([String], Content)] = [
            (["png"], .magic([[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]])),
            (["jpg", "jpeg"], .magic([[0xFF, 0xD8, 0xFF]])),
            (["gif"], .magic([bytes("GIF87a"), bytes("GIF89a")])),
            (["webp"], .riff("WEBP")),
            (["avif"], .magic([bytes("ftypavif"), bytes("ftypavis"), bytes("ftypmif1")], at: 4)),
            (["svg"], .svg),
            (["pdf"], .magic([bytes("%PDF-")])),
            (["docx", "xlsx", "pptx", "odt", "ods", "odp", "odg", "zip"], .zip),
            (["gpkg"], .magic([bytes("SQLite format 3\0")])),
            (["csv", "tsv"], .table),
            (["json", "geojson"], .json),
            (["txt", "vtt", "srt"], .text),
            (["mp3"], .mp3),
            (["wav"], .riff("WAVE")),
            (["ogg", "oga", "ogv", "opus"], .magic([bytes("OggS")])),
            (["flac"], .magic([bytes("fLaC")])),
            (["mp4", "m4a", "m4v", "mov"], .mp4),
            (["webm"], .magic([[0x1A, 0x45, 0xDF, 0xA3]])),
        ]
        var all: [String: AttachmentKind] = [:]
        for (names, content) in kinds { for name in names { all[name] = AttachmentKind(content: content) } }
        return all
    }()

    /// The kind of a file by its name; nil for one that is not published.
    static func of(_ file: String) -> AttachmentKind? {
        guard let dot = file.lastIndex(of: ".") else { return nil }
        return all[file[file.index(after: dot)...].lowercased()]
    }

    /// Whether the bytes are what the name promises. Drawings and tables are read by readers of their own.
    func fits(_ bytes: [UInt8]) -> Bool {
        switch content {
        case .magic(let beginnings, let offset):
            beginnings.contains { bytes.dropFirst(offset).starts(with: $0) }
        case .riff(let form): bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: form.utf8)
        case .mp3: bytes.starts(with: "ID3".utf8) || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0
        case .mp4:
            ["ftyp", "moov", "mdat", "wide", "free"].contains { bytes.dropFirst(4).starts(with: $0.utf8) }
        case .zip: bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
        case .json: (try? JSONText.read(withoutMark(bytes))) != nil
        case .text, .table, .svg: !bytes.contains(0)
        }
    }

    /// Whether a file begins like a web page, which some browsers then take it for.
    static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
        let text = withoutMark(bytes).drop { $0 <= 0x20 }
        guard text.first == UInt8(ascii: "<"), let next = text.dropFirst().first else { return false }
        return next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || (0x41...0x5A).contains(next & 0xDF)
    }
}

private func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
}
