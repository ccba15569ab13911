// A whole edition in one file that every system opens: a ZIP archive without compression, the same bytes every time.
import Foundation
import SiteBuild

/// - Parameter files: names with `/`, and bytes. Times are the first that the format knows, because an edition has none.
/// - Returns: nil where the archive would be larger than the format allows (4 GiB, 65,535 files).
func zipArchive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    let size = files.reduce(0) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 } + 22
    guard size < 1 << 32, files.count < 1 << 16 else { return nil }
    var archive: [UInt8] = []
    archive.reserveCapacity(size)
    var directory: [UInt8] = []
    for (name, bytes) in files {
        // Version 2.0, names in UTF-8, stored, 1 January 1980.
        var head: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
        head +=
            littleEndian(crc32(bytes), 4) + littleEndian(UInt32(bytes.count), 4) + littleEndian(UInt32(bytes.count), 4)
        head += littleEndian(UInt32(name.utf8.count), 2) + [0, 0]
        directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + head
        // No comment, disk 0, no attributes, where the file begins.
        directory += [UInt8](repeating: 0, count: 10) + littleEndian(UInt32(archive.count), 4) + Array(name.utf8)
        archive += Array("PK\u{3}\u{4}".utf8) + head + Array(name.utf8) + bytes
    }
    let start = UInt32(archive.count)
    let count = littleEndian(UInt32(files.count), 2)
    archive += directory
    archive +=
        Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0] + count + count + littleEndian(UInt32(directory.count), 4)
        + littleEndian(start, 4) + [0, 0]
    return archive
}

private func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
}

private let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
}

/// CRC-32 as ZIP and PNG have it (ISO 3309).
func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~crcTable.withUnsafeBufferPointer { table in
        bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }
}
