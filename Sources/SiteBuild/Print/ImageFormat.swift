// What an image is, read from its bytes: a check knows without Typst which images cannot be printed.

/// The image formats that both browsers and Typst show, with the size that stands in the file's first bytes.
struct ImageFormat {
    /// In pixels; nil for drawings, and where the header hides it.
    var size: (width: Int, height: Int)?
    var suffix: String
    /// Whether its header is sound, the file has its end, and its image a size.
    var isWhole: Bool
    /// Whether its colours are those of a printing press; the PDF has no profile for them.
    var isCMYK = false

    static let mostPixels = 24e6

    /// - Parameter name: only drawings are known by it; other formats by their bytes, whatever they are called.
    init?(_ bytes: [UInt8], name: String) {
        let little = { (offset: Int, count: Int) in
            bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            let header = PNGHeader(bytes)
            size = header.map { ($0.width, $0.height) }
            suffix = "png"
            isWhole = header?.isSound ?? false
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            let header = JPEGHeader(bytes)
            size = header.map { ($0.width, $0.height) }
            suffix = "jpg"
            isCMYK = header?.components == 4
            // Some cameras put more behind the end.
            isWhole =
                header?.isSound ?? false
                && bytes.indices.dropLast().contains { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xD9 }
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
            isWhole = isWholeSVG(bytes)
        } else {
            return nil
        }
        if let size, size.width == 0 || size.height == 0 { isWhole = false }
    }
}

/// The frame header of a JPEG (ITU-T T.81, B.2.2); it comes after segments that say how long they are.
private struct JPEGHeader {
    var width: Int
    var height: Int
    /// 1 for grey, 3 for colour, 4 for CMYK and its kin YCCK.
    var components: Int
    /// Eight bits a colour, coded by Huffman: others are rare, and neither browsers nor Typst decode them.
    var isSound: Bool

    init?(_ bytes: [UInt8]) {
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            // Bytes of filling before a marker, and markers without a length.
            if marker == 0xFF || marker == 0x01 || (0xD0...0xD8).contains(marker) {
                offset += marker == 0xFF ? 1 : 2
                continue
            }
            let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
            if (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) {
                width = Int(bytes[offset + 7]) << 8 | Int(bytes[offset + 8])
                height = Int(bytes[offset + 5]) << 8 | Int(bytes[offset + 6])
                components = Int(bytes[offset + 9])
                isSound =
                    marker <= 0xC2 && bytes[offset + 4] == 8 && [1, 3, 4].contains(components)
                    && length == 8 + 3 * components
                return
            }
            offset += 2 + length
        }
        return nil
    }
}

/// The header of a PNG (W3C PNG, 11.2.1) and the chain of its chunks.
private struct PNGHeader {
    var width: Int
    var height: Int
    var isSound: Bool

    init?(_ bytes: [UInt8]) {
        func big(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard bytes.count >= 24, big(8) == 13, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        width = big(16)
        height = big(20)
        guard bytes.count >= 33 else {
            isSound = false
            return
        }
        let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        let isKnown = depths[bytes[25]]?.contains(bytes[24]) ?? false
        isSound = isKnown && big(29) == Int(PNGHeader.checksum(bytes[12..<29])) && PNGHeader.isComplete(bytes, big)
    }

    /// Whether every chunk is followed by another, up to the end, and what the picture needs is among them.
    private static func isComplete(_ bytes: [UInt8], _ big: (Int) -> Int) -> Bool {
        var offset = 8
        var hasPalette = bytes[25] != 3
        while offset + 12 <= bytes.count {
            let kind = bytes[offset + 4..<offset + 8]
            if kind.elementsEqual("IEND".utf8) { return true }
            if kind.elementsEqual("PLTE".utf8) { hasPalette = true }
            if kind.elementsEqual("IDAT".utf8) && !hasPalette { return false }
            offset += 12 + big(offset)
        }
        return false
    }

    /// CRC-32 (W3C PNG, annex D), bit by bit: it is asked for seventeen bytes.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}

/// Whether a text begins and ends as a drawing, and its size is not nothing. Text in other encodings than UTF-8 is not read by Typst.
private func isWholeSVG(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self), let start = text.firstRange(of: /<(?:\w+:)?svg[\s>\/]/),
        let rootEnd = text[start.lowerBound...].firstIndex(of: ">")
    else { return false }
    let root = text[start.lowerBound...rootEnd]
    if root.contains(/\s(?:width|height)\s*=\s*["']\s*0+(?:\.0*)?(?:px|pt|mm|cm|in|em|%)?\s*["']/) { return false }
    return root.hasSuffix("/>") || text[rootEnd...].contains(/<\/(?:\w+:)?svg\s*>/)
}
