// A PDF and what the site says of it.

/// One typeset report.
public struct PrintedReport: Sendable {
    public var name: String
    public var bytes: [UInt8]
    public var pageCount: Int

    /// Reads the facts from the PDF's metadata, which PDF/A keeps uncompressed; nil for bytes that are no PDF of ours.
    init?(name: String, bytes: [UInt8]) {
        let end = PrintedReport.position(of: "</xmpTPg:NPages>", in: bytes)
        guard bytes.starts(with: "%PDF-".utf8), let end,
            let start = PrintedReport.position(of: "<xmpTPg:NPages>", in: bytes)
        else { return nil }
        let digits = bytes[(start + "<xmpTPg:NPages>".utf8.count)..<max(end, start + "<xmpTPg:NPages>".utf8.count)]
        guard let count = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        self.name = name
        self.bytes = bytes
        pageCount = count
    }

    /// Whether bytes are a PDF that this command made, of whatever sources.
    public static func isOwn(_ bytes: [UInt8]) -> Bool { position(of: ReportSource.digestMark, in: bytes) != nil }

    /// A PDF of an earlier build, if it was made from exactly these sources.
    init?(name: String, bytes: [UInt8], digest: String) {
        guard PrintedReport.position(of: ReportSource.digestMark + digest, in: bytes) != nil else { return nil }
        self.init(name: name, bytes: bytes)
    }

    /// Metadata stands near the end of the file, so it is searched from there.
    private static func position(of text: String, in bytes: [UInt8]) -> Int? {
        let wanted = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count >= wanted.count, let first = wanted.first else { return nil }
            var start = bytes.count - wanted.count
            while start >= 0 {
                if bytes[start] == first, (1..<wanted.count).allSatisfy({ bytes[start + $0] == wanted[$0] }) {
                    return start
                }
                start -= 1
            }
            return nil
        }
    }
}
