import Testing

@testable import Datasets

@Suite("Numbers in data files")
struct NumberReadingTests {
    @Test(
        arguments: [
            ("12", 12.0, 0), ("-3", -3, 0), ("+7", 7, 0), ("12.5", 12.5, 1), ("0.10", 0.1, 2), ("1e3", 1000, 0),
            ("123456789012345678901", 1.2345678901234568e20, 0),
            ("0.1234567890123456789", 0.12345678901234568, 9),
        ] as [(String, Double, Int)]
    )
    func readsADecimalPoint(text: String, value: Double, decimals: Int) {
        let read = bytes(text) { readNumber($0, decimalMark: 0x2E, groupMark: nil) }
        #expect(read?.value == value)
        #expect(read.map { min($0.decimals, 9) } == decimals)
    }

    @Test(
        arguments: [
            ("12,5", 12.5), ("1.234,5", 1234.5), ("1.234.567", 1_234_567), ("999", 999), ("-1.000,25", -1000.25),
        ] as [(String, Double)]
    )
    func readsADecimalCommaWithGroups(text: String, value: Double) {
        #expect(bytes(text) { readNumber($0, decimalMark: 0x2C, groupMark: 0x2E) }?.value == value)
    }

    /// A mark in the wrong place is a mistake of the author's, not something to repair.
    @Test(arguments: [
        "1.5", "0.123", "00.123", "-0.500", "0.123.456", "12.34,5", "1234.567", ".123", "1..234", "1,", ",5", "", "-",
        "1 2", "12a", "0x1p3", "nan", "inf",
        "1,5e", "１２",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(bytes(text) { readNumber($0, decimalMark: 0x2C, groupMark: 0x2E) } == nil)
    }

    @Test(arguments: [("0", 0), ("-12", -12), ("999999999999999999", 999_999_999_999_999_999)])
    func readsIntegers(text: String, value: Int) { #expect(bytes(text) { readInteger($0, groupMark: nil) } == value) }

    @Test(arguments: ["1.0", "1,0", " 1", "1 ", "9999999999999999999", "--1", "", "-"])
    func refusesWhatIsNoInteger(text: String) { #expect(bytes(text) { readInteger($0, groupMark: nil) } == nil) }

    private func bytes<Result>(_ text: String, _ read: (UnsafeBufferPointer<UInt8>.SubSequence) -> Result) -> Result {
        Array(text.utf8).withUnsafeBufferPointer { read($0[...]) }
    }
}
