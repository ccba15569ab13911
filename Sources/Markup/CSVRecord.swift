// Rows of a download: RFC 4180 with two courtesies for spreadsheets.

extension ByteWriter {
    /// The byte order mark without which Excel takes a file for Windows-1252.
    public mutating func byteOrderMark() { raw("\u{FEFF}") }

    /// One record of RFC 4180, in which no text is run as a formula.
    ///
    /// A Dutch Excel takes `;` for the delimiter and cuts there, quotes or not; so does a reader that was told to cut at tabs. So a text
    /// gets an apostrophe wherever such a cell would begin with a formula: at its start, after `;`, after a tab, after a line end. One that
    /// has apostrophes there gets one more: whoever takes one away at these places has the text again (`withoutFormulaGuards`).
    /// Numbers stay numbers.
    public mutating func csvRecord(_ fields: [String]) {
        // Cut at another delimiter, a record that begins with -5 is one cell that does; with a quote in it, it is no formula.
        let opensFormula = fields.count > 1 && fields[0].unicodeScalars.first.map(isFormulaStart) ?? false
        for (index, field) in fields.enumerated() {
            if index > 0 { raw(",") }
            if isPlainNumber(field) {
                raw(field)
                continue
            }
            let guarded = withFormulaGuards(field)
            guard
                opensFormula || guarded.utf8.count != field.utf8.count
                    || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
            else {
                raw(field)
                continue
            }
            raw("\"")
            for byte in guarded.utf8 {
                if byte == 0x22 { raw("\"") }
                self.byte(byte)
            }
            raw("\"")
        }
        raw("\r\n")
    }
}

/// The text with an apostrophe before everything that could be a formula.
func withFormulaGuards(_ text: String) -> String {
    var guarded = String.UnicodeScalarView()
    var startsCell = true
    let scalars = text.unicodeScalars
    for index in scalars.indices {
        let scalar = scalars[index]
        if startsCell, wouldRun(scalars[index...]) { guarded.append("'") }
        guarded.append(scalar)
        startsCell = isDelimiter(scalar)
    }
    return String(guarded)
}

/// What a cell of a download says, without the apostrophes that keep spreadsheets from running it.
public func withoutFormulaGuards(_ cell: String) -> String {
    var text = String.UnicodeScalarView()
    var startsCell = true
    let scalars = cell.unicodeScalars
    for index in scalars.indices {
        let scalar = scalars[index]
        let isGuard = startsCell && scalar == "'" && wouldRun(scalars[index...])
        startsCell = isDelimiter(scalar)
        if !isGuard { text.append(scalar) }
    }
    return String(text)
}

/// Whether a cell with this text could run, now or after somebody took quotes or apostrophes off.
private func wouldRun(_ cell: Substring.UnicodeScalarView) -> Bool {
    cell.first { $0 != "'" && $0 != "\"" }.map(isFormulaStart) ?? false
}

/// Where a reader that knows another delimiter begins a cell. Commas are safe: whoever cuts at them knows the quotes.
private func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "\t" || scalar == "\n" || scalar == "\r"
}

/// The signs with which Excel, LibreOffice and Google Sheets begin a formula, and their full-width forms. Some leave out a tab or a line end
/// that comes before; what stands behind these begins a cell here as well.
private func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
}

/// `-5`, `0.25`, `1e-7`: digits with a sign, a point and an exponent; not `nan`, not `0x1F`.
private func isPlainNumber(_ text: String) -> Bool {
    !text.isEmpty && Double(text) != nil
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
}
