// Images in print: which files Typst gets, and that they are ones it can set.
import Diagnostics
import Documents
import Foundation

extension ReportPage {
    /// Takes an image into the report; its path there, or nil, with a finding, where it cannot be printed.
    func image(_ document: Document, _ node: Document.NodeIndex) -> String? {
        let place = document.place(node)
        guard
            case .attachment(let file, _) = programme.links.target(
                of: document.text(node),
                from: index,
                in: document.file,
                at: place
            )
        else { return nil }
        if let path = state.images[file] { return path }
        let bytes: [UInt8]
        switch disk.read(file) {
        case .success(let found): bytes = found
        case .failure(let reason):
            web.state.findings.add(unusable(file, reason))
            return nil
        }
        // The site says the same where it publishes the file; a finding that is made twice is shown once.
        let refused = checkAttachment(file, bytes)
        guard !refused.hasErrors else {
            web.state.findings.add(contentsOf: refused)
            return nil
        }
        let format = ImageFormat(bytes, name: file)
        if let size = format?.size, Double(size.width) * Double(size.height) > ImageFormat.mostPixels {
            let (megapixels, most) = (
                Int(Double(size.width) * Double(size.height) / 1e6), Int(ImageFormat.mostPixels / 1e6)
            )
            web.state.findings.error(
                "image.too-large",
                at: place,
                en: "\(file) has \(megapixels) megapixels; more than \(most) are not printed",
                nl: "\(file) heeft \(megapixels) megapixel; meer dan \(most) wordt niet gedrukt",
                hint: Wording(
                    en: "make it at most 3500 pixels wide: a whole A4 page at 300 dots per inch has 8.7 megapixels",
                    nl: "maak hem hoogstens 3500 pixels breed: een hele A4 op 300 punten per inch heeft 8,7 megapixel"
                )
            )
            return nil
        }
        guard let format, format.isWhole else {
            web.state.findings.error(
                "image.not-printable",
                at: place,
                en: "\(file) is no image that can be printed, or only a part of one",
                nl: "\(file) is geen afbeelding die gedrukt kan worden, of maar een deel ervan",
                hint: Wording(
                    en: "use a whole PNG, JPEG, GIF, WebP or SVG file",
                    nl: "gebruik een heel PNG-, JPEG-, GIF-, WebP- of SVG-bestand"
                )
            )
            return nil
        }
        // Numbered: names may hold signs that Typst takes for parts of a path.
        let path = "images/\(state.images.count + 1).\(format.suffix)"
        state.images[file] = path
        state.add(path, bytes, place: place)
        return path
    }
}

/// The image formats that both browsers and Typst show, with the size that stands in the file's first bytes.
struct ImageFormat {
    /// In pixels; nil for drawings, and where the header hides it.
    var size: (width: Int, height: Int)?
    var suffix: String
    /// Whether the file has its end, and its image a size.
    var isWhole: Bool

    static let mostPixels = 24e6

    init?(_ bytes: [UInt8], name: String) {
        func big(_ offset: Int, _ count: Int) -> Int { bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) } }
        func little(_ offset: Int, _ count: Int) -> Int {
            bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
            size = (big(16, 4), big(20, 4))
            suffix = "png"
            isWhole = bytes.suffix(12).dropFirst(4).starts(with: "IEND".utf8)
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            size = ImageFormat.jpegSize(bytes)
            suffix = "jpg"
            // Some cameras put more behind the end.
            isWhole = size != nil && bytes.indices.dropLast().contains { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xD9 }
        } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
            size = (little(6, 2), little(8, 2))
            suffix = "gif"
            isWhole = bytes.last == 0x3B
        } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) {
            if bytes[12..<16].elementsEqual("VP8X".utf8) { size = (little(24, 3) + 1, little(27, 3) + 1) }
            if bytes[12..<16].elementsEqual("VP8 ".utf8) { size = (little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF) }
            if bytes[12..<16].elementsEqual("VP8L".utf8) {
                size = ((little(21, 4) & 0x3FFF) + 1, (little(21, 4) >> 14 & 0x3FFF) + 1)
            }
            suffix = "webp"
            isWhole = bytes.count >= little(4, 4) + 8
        } else if name.lowercased().hasSuffix(".svg") {
            size = nil
            suffix = "svg"
            isWhole = true
        } else {
            return nil
        }
        if let size, size.width == 0 || size.height == 0 { isWhole = false }
    }

    /// The frame header of a JPEG comes after segments that say how long they are.
    private static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                return (
                    Int(bytes[offset + 7]) << 8 | Int(bytes[offset + 8]),
                    Int(bytes[offset + 5]) << 8 | Int(bytes[offset + 6])
                )
            }
            offset += 2 + (Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3]))
        }
        return nil
    }
}
