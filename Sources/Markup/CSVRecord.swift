// Rows of a download: RFC 4180 with two courtesies for spreadsheets.

extension ByteWriter {
    /// The byte order mark without which Excel takes a file for Windows-1252.
    public mutating func byteOrderMark() { raw("\u{FEFF}") }

    /// One record of RFC 4180. A text that a spreadsheet would run as a formula is kept a text by an apostrophe.
    public mutating func csvRecord(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { raw(",") }
            let isFormula = field.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true && Double(field) == nil
            guard isFormula || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
            else {
                raw(field)
                continue
            }
            raw("\"")
            if isFormula { raw("'") }
            for byte in field.utf8 {
                if byte == 0x22 { raw("\"") }
                self.byte(byte)
            }
            raw("\"")
        }
        raw("\r\n")
    }
}
