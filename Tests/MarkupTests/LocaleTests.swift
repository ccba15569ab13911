import Testing

@testable import Markup

@Suite struct LocaleTests {
    @Test(
        arguments: [
            (1_000, 0, "1.000", "1,000"), (12.5, 1, "12,5", "12.5"), (-3, 0, "\u{2212}3", "\u{2212}3"),
            (1_234_567.891, 2, "1.234.567,89", "1,234,567.89"),
            (0.005, 2, "0,01", "0.01"), (2.675, 2, "2,68", "2.68"), (999.5, 0, "1.000", "1,000"), (0, 0, "0", "0"),
            (0.04, 1, "0,0", "0.0"),
        ] as [(Double, Int, String, String)]
    )
    func numbers(value: Double, decimals: Int, dutch: String, english: String) {
        #expect(SiteLanguage.nl.number(value, decimals: decimals) == dutch)
        #expect(SiteLanguage.en.number(value, decimals: decimals) == english)
    }

    @Test(
        arguments: [(8, "8"), (8.4, "8,4"), (8.45, "8,45"), (8.456, "8,46"), (100.10, "100,1")] as [(Double, String)]
    )
    func asManyDecimalsAsNeeded(value: Double, expected: String) {
        #expect(SiteLanguage.nl.number(value, upTo: 2) == expected)
    }

    @Test(arguments: [("8", 0), ("8,4", 1), ("1.000", 0), ("1.000,25", 2), ("ruim 2,5 uur", 1), ("11–18", 0)])
    func decimalsOfAWrittenNumber(written: String, expected: Int) {
        #expect(SiteLanguage.nl.decimals(written) == expected)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func whatCannotBeWritten(value: Double) {
        #expect(SiteLanguage.nl.number(value) == nil)
        #expect(SiteLanguage.nl.euro(value) == nil)
        #expect(SiteLanguage.nl.number(value, upTo: 2) == nil)
    }

    @Test func money() {
        #expect(SiteLanguage.nl.euro(359_000) == "€\u{A0}359.000")
        #expect(SiteLanguage.en.euro(-1_200) == "\u{2212}€1,200")
    }

    @Test(arguments: [
        ("2017-05-02", "2 mei 2017"), ("2018-05", "mei 2018"), ("2018", "2018"), ("2016-2020", "2016-2020"),
        ("2018-13", "2018-13"), ("vanaf 2018", "vanaf 2018"),
    ])
    func dates(iso: String, expected: String) { #expect(SiteLanguage.nl.date(iso) == expected) }
}
