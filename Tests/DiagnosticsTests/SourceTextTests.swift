import Testing

@testable import Diagnostics

@Suite struct SourceTextTests {
    @Test(
        arguments: [
            ([0x61, 0x0A, 0x62, 0xFF, 0x63], 2, 2),
            ([0xC3], 1, 1),
            (Array("één\n".utf8) + [0xE2, 0x82], 2, 1),
            (Array("ab".utf8) + [0xED, 0xA0, 0x80], 1, 3),
        ] as [([UInt8], Int, Int)]
    )
    func invalidBytesAreLocated(bytes: [UInt8], line: Int, column: Int) {
        var findings = Findings()
        #expect(SourceText(file: "a.md", bytes: bytes, findings: &findings) == nil)
        #expect(findings.all.map(\.id) == ["text.invalid-utf8"])
        #expect(findings.all.first?.place.line == line)
        #expect(findings.all.first?.place.column == column)
    }

    @Test func byteOrderMarkIsTakenOff() {
        var findings = Findings()
        #expect(SourceText(file: "a", bytes: [0xEF, 0xBB, 0xBF, 0x61], findings: &findings)?.bytes == [0x61])
        #expect(findings.isEmpty)
    }

    @Test func aLineOfHundredMegabytesIsRefused() {
        var findings = Findings()
        let bytes = Array("kop\n".utf8) + [UInt8](repeating: 0x61, count: 100_000_000)
        #expect(SourceText(file: "a.md", bytes: bytes, findings: &findings) == nil)
        #expect(findings.all.map(\.id) == ["text.line-too-long"])
        #expect(findings.all.first?.place.line == 2)
    }

    @Test(arguments: [UInt8(0x00), 0x01, 0x0B, 0x1F, 0x7F])
    func controlCharactersAreNoText(byte: UInt8) {
        var findings = Findings()
        #expect(SourceText(file: "a.md", bytes: [0x61, 0x0A, byte], findings: &findings) == nil)
        #expect(findings.all.map(\.id) == ["text.control-character"])
        #expect(findings.all.first?.place.line == 2)
    }

    @Test func tabsAndLineEndsAreText() {
        var findings = Findings()
        #expect(SourceText(file: "a.md", bytes: Array("a\tb\r\nc\n".utf8), findings: &findings) != nil)
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    ])
    func overridesOfDirectionAreNoText(sign: String) {
        var findings = Findings()
        #expect(SourceText(file: "a.md", bytes: Array("a\n“b\(sign)c".utf8), findings: &findings) == nil)
        #expect(findings.all.map(\.id) == ["text.direction"])
        #expect(findings.all.first?.place == Place(file: "a.md", line: 2, column: 5, length: 3))
    }

    @Test func textFromRightToLeftIsText() {
        var findings = Findings()
        let text = "سلام \u{200F}(12)\u{200E} שלום ‘a’ … می\u{200C}خواهم"
        #expect(SourceText(file: "a.md", bytes: Array(text.utf8), findings: &findings) != nil)
        #expect(findings.isEmpty)
    }
}
