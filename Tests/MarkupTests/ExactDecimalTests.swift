import Testing

@testable import Markup

/// What an author or a file wrote comes out digit by digit.
@Suite("Exact decimals")
struct ExactDecimalTests {
    @Test(arguments: [
        ("127000000000", "127.000.000.000"), ("1234567890123456", "1.234.567.890.123.456"),
        ("9007199254740993", "9.007.199.254.740.993"), ("12345678901234567890.75", "12.345.678.901.234.567.890,75"),
        ("0.004", "0,004"), ("8.40", "8,40"), ("-0", "0"), ("-0.00", "0,00"), ("1e3", "1.000"), ("1.5e-3", "0,0015"),
        ("007", "7"), ("-12.5", "\u{2212}12,5"),
    ])
    func keepsWhatIsWritten(text: String, expected: String) throws {
        #expect(SiteLanguage.nl.number(try #require(ExactDecimal(text))) == expected)
    }

    @Test(arguments: ["", "-", "1.", ".5", "+5", "0x10", "1_000", "1 000", "12a", "1e", "1e+", "--1", "½", "1e999"])
    func refusesOtherTexts(text: String) { #expect(ExactDecimal(text) == nil) }

    @Test(
        arguments: [
            (127_000_000_000, "127000000000"), (1_234_567_890_123_456, "1234567890123456"),
            (9_007_199_254_740_992, "9007199254740992"), (0.1 + 0.2, "0.3"), (2.675, "2.675"),
            (2.6749999999999994, "2.675"), (10_000_000_000.25, "10000000000.25"), (-0.0, "0"), (1e-7, "0.0000001"),
            (1.0 / 3, "0.333333333333333"),
        ] as [(Double, String)]
    )
    func readsBinaryNumbers(value: Double, digits: String) { #expect(ExactDecimal(value)?.digits() == digits) }

    @Test(
        arguments: [
            ("2.675", 2, "2.68"), ("-2.675", 2, "-2.68"), ("999.5", 0, "1000"), ("0.4", 0, "0"), ("-0.4", 0, "0"),
            ("0.5", 0, "1"), ("8", 2, "8.00"), ("99.995", 2, "100.00"), ("127000000000.004", 2, "127000000000.00"),
        ] as [(String, Int, String)]
    )
    func rounds(text: String, decimals: Int, digits: String) {
        #expect(ExactDecimal(text)?.rounded(to: decimals).digits() == digits)
    }

    /// A small number is not nothing.
    @Test(arguments: [
        ("0.004", "0.004"), ("0.0046", "0.005"), ("0.0096", "0.01"), ("0.00096", "0.001"), ("12.004", "12"), ("0", "0"),
        ("1.25", "1.25"), ("-0.001", "-0.001"),
    ])
    func neverShortensToZero(text: String, digits: String) {
        #expect(ExactDecimal(text)?.shortened(to: 2).digits() == digits)
    }

    /// No number that is written here may read back as another one.
    @Test func readsBackAsItWas() throws {
        var seed: UInt64 = 42
        func next() -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return seed >> 20
        }
        for _ in 0..<20_000 {
            let decimals = Int(next() % 4)
            let whole = String(next() % (next() % 2 == 0 ? 1000 : 10_000_000_000))
            let fraction = String(String(1000 + next() % 1000).dropFirst().prefix(decimals))
            let text = decimals == 0 ? whole : whole + "." + fraction
            let value = try #require(Double(text))
            let shown = try #require(SiteLanguage.nl.number(value, decimals: decimals))
            #expect(shown.replacing(".", with: "").replacing(",", with: ".") == text)
        }
    }

    @Test(
        arguments: [
            (127_000_000_000, 2, "127.000.000.000"), (1_234_567_890_123_456, 0, "1.234.567.890.123.456"),
            (1e18, 0, "1.000.000.000.000.000.000"), (1e20, 2, "100.000.000.000.000.000.000"),
            (123_456_789_012.34, 2, "123.456.789.012,34"), (10_000_000_000.5, 1, "10.000.000.000,5"),
        ] as [(Double, Int, String)]
    )
    func largeNumbersGetNoDigitsOfTheirOwn(value: Double, most: Int, text: String) {
        #expect(SiteLanguage.nl.number(value, upTo: most) == text)
    }

    @Test(
        arguments: [
            (1_234_567_890_123_456, "1234567890123456"), (1e18, "1000000000000000000"), (1e-7, "0.0000001"),
            (1e-12, "0.000000000001"), (0.1, "0.1"), (1e300, "1e+300"), (12, "12"), (-0.5, "-0.5"),
        ] as [(Double, String)]
    )
    func machinesReadTheSame(value: Double, digits: String) {
        #expect(machineDigits(value) == digits)
        #expect(Double(machineDigits(value)) == value)
    }

    @Test(
        arguments: [
            ("99.96", 1, "99.96"), ("99.996", 1, "99.996"), ("99.9957", 1, "99.996"), ("99.94", 1, "99.9"),
            ("99.5", 0, "99.5"), ("-99.98", 1, "-99.98"), ("100", 1, "100"), ("100.04", 1, "100"), ("199.96", 1, "200"),
            ("9.99", 1, "10"), ("0.04", 1, "0.04"), ("99.99999999999999", 1, "99.99999999999999"),
        ] as [(String, Int, String)]
    )
    func aPercentageIsNotAllBeforeItIs(text: String, most: Int, shown: String) throws {
        let number = try #require(ExactDecimal(text))
        #expect(number.shortened(to: most, isPercentage: true).digits() == shown)
    }

    @Test func pointsBetweenPercentages() {
        #expect(SiteLanguage.nl.points("4,4") == "4,4\u{A0}procentpunt")
        #expect(SiteLanguage.en.points("4.4") == "4.4\u{A0}percentage points")
        #expect(SiteLanguage.en.points("1") == "1\u{A0}percentage point")
    }
}

@Suite("Units of one")
struct UnitOfOneTests {
    @Test(arguments: [
        ("personen", "persoon"), ("Cliënten", "Cliënt"), ("personen per week", "persoon per week"),
        ("pagina's", "pagina"),
        ("rijen", "rij"), ("weeks", "week"), ("people", "person"), ("gezinnen of kinderen", "gezinnen of kinderen"),
        ("fte", "fte"), ("%", "%"), ("", ""),
    ])
    func isKnown(unit: String, one: String) { #expect(unitOfOne(unit) == one) }
}
