// SHA-256 as every room writes it: of data files, of reports, of paragraphs, of whole editions.
internal import Crypto

/// SHA-256 in lower-case hexadecimal: 64 digits.
public func sha256(_ bytes: [UInt8]) -> String {
    var digest = RunningDigest()
    digest.add(bytes)
    return digest.text
}

/// A SHA-256 over bytes that are not all there at once.
public struct RunningDigest {
    private var hash = SHA256()

    public init() {}

    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }

    /// Adds the number of bytes, then the bytes: so `ab` and `c` are not `a` and `bc`.
    public mutating func add(counted bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
        add(bytes)
    }

    /// In lower-case hexadecimal.
    public var text: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in hash.finalize() {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
