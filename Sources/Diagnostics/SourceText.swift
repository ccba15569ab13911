// The gate for every text file that an author hands in: valid UTF-8, no absurd lines. Readers behind it may trust the bytes.

/// The bytes of one text file, known to be valid UTF-8 with lines of a sane length; a byte order mark is taken off.
public struct SourceText: Sendable {
    public let file: String
    public let bytes: [UInt8]

    /// A line longer than this (1 MiB) is taken for a damaged or wrong file.
    public static let longestLine = 1 << 20

    /// Checks the bytes of `file`; returns nil and adds a finding with its line and column where they cannot be read as text.
    public init?(file: String, bytes: [UInt8], findings: inout Findings) {
        self.file = file
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard SourceText.linesAreSane(in: self.bytes, file: file, findings: &findings) else { return nil }
        if let bad = SourceText.firstInvalidByte(in: self.bytes) {
            let (line, column) = SourceText.position(of: bad, in: self.bytes)
            findings.error(
                "text.invalid-utf8",
                at: Place(file: file, line: line, column: column),
                en: "byte 0x\(String(self.bytes[bad], radix: 16, uppercase: true)) is not UTF-8",
                nl: "byte 0x\(String(self.bytes[bad], radix: 16, uppercase: true)) is geen UTF-8",
                hint: Wording(
                    en: "save the file as UTF-8 (in Excel: \"CSV UTF-8\")",
                    nl: "sla het bestand op als UTF-8 (in Excel: \"CSV UTF-8\")"
                )
            )
            return nil
        }
        if let control = self.bytes.firstIndex(where: SourceText.isControl) {
            let (line, column) = SourceText.position(of: control, in: self.bytes)
            let name = String(self.bytes[control], radix: 16, uppercase: true)
            findings.error(
                "text.control-character",
                at: Place(file: file, line: line, column: column),
                en: "control character 0x\(name) has no place in a text",
                nl: "stuurteken 0x\(name) hoort niet in een tekst",
                hint: Wording(
                    en: "retype this spot; is this a text file?",
                    nl: "typ deze plek opnieuw; is dit een tekstbestand?"
                )
            )
            return nil
        }
        if let turn = firstOverrideOfDirection(in: self.bytes) {
            let (line, column) = SourceText.position(of: turn, in: self.bytes)
            findings.error(
                "text.direction",
                at: Place(file: file, line: line, column: column, length: 3),
                en: "an unseen character that changes the order in which a text is read",
                nl: "een onzichtbaar teken dat de leesvolgorde van een tekst verandert",
                hint: SourceText.withoutOverride
            )
            return nil
        }
    }

    /// What to do about an override of direction.
    public static let withoutOverride = Wording(
        en: "delete it; Arabic and Hebrew letters need no such character, and often it came along from another program",
        nl:
            "haal het weg; Arabische en Hebreeuwse letters hebben zo'n teken niet nodig, vaak kwam het mee uit een ander programma"
    )

    /// All below the blank but tab, line feed, form feed and carriage return: HTML and XML cannot hold them.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte) || byte == 0x7F
    }

    private static func linesAreSane(in bytes: [UInt8], file: String, findings: inout Findings) -> Bool {
        guard bytes.count > longestLine else { return true }
        var line = 1
        var start = 0
        for (offset, byte) in bytes.enumerated() {
            if byte == 0x0A {
                line += 1
                start = offset + 1
            } else if offset - start == longestLine {
                findings.error(
                    "text.line-too-long",
                    at: Place(file: file, line: line),
                    en: "a line of more than 1 MiB",
                    nl: "een regel van meer dan 1 MiB",
                    hint: Wording(
                        en: "is this the right file? break the text into lines",
                        nl: "is dit het goede bestand? breek de tekst in regels"
                    )
                )
                return false
            }
        }
        return true
    }

    /// The offset of the first byte that is not part of well-formed UTF-8.
    static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        // The standard library's validation is vectorised; the slow walk is only for the place of the mistake.
        if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return bytes.count > offset ? offset : nil
            case .error: return offset
            }
        }
    }

    private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let line = bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, offset - start + 1)
    }
}
