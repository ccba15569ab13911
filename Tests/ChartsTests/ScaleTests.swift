// Ticks, scales and how numbers are written.
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private func column(_ unit: String? = nil, decimals: Int = 1) -> ReleasedTable.Column {
    ReleasedTable.Column(name: "y", title: "Y", role: .measure, unit: unit, decimals: decimals)
}

@Suite struct ScaleTests {
    @Test(arguments: [
        (0.0, 100.0, 5, [0.0, 20, 40, 60, 80, 100]),
        (0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
        (92, 155, 4, [100, 120, 140]),
        (0, 10, 4, [0, 2.5, 5, 7.5, 10]),
        (-1, 1, 4, [-1, -0.5, 0, 0.5, 1]),
        (0, 3e-9, 3, [0, 1e-9, 2e-9, 3e-9]),
        (0, 1e12, 2, [0, 5e11, 1e12]),
    ])
    func ticksAreRound(low: Double, high: Double, count: Int, expected: [Double]) {
        #expect(Ticks(low...high, count: count).values == expected)
    }

    @Test func coveringTicksReachOverBothEnds() {
        #expect(Ticks(92...155, count: 4, covering: true).values == [80, 100, 120, 140, 160])
        #expect(Ticks(0...100, count: 4, covering: true).span == 0...100)
        #expect(Ticks(42...42, count: 4, covering: true).span.contains(42))
    }

    @Test(arguments: [(0.0, 1.0, 2), (0, 2, 1), (0, 10, 1), (0, 100, 0), (0, 0.003, 3)])
    func labelsHaveTheDecimalsOfTheirStep(low: Double, high: Double, decimals: Int) {
        #expect(Ticks(low...high, count: 4).decimals == decimals)
    }

    @Test func scalesStayInsideTheirRange() {
        let scale = LinearScale(0...10, from: 100, to: 300)
        #expect(scale(5) == 200)
        #expect(scale(-4) == 100)
        #expect(scale(40) == 300)
        #expect(scale(.nan) == 100)
        #expect(LinearScale(3...3, from: 0, to: 10)(3) == 5)
        #expect(LinearScale(-1.7e308...1.7e308, from: 0, to: 10)(0) == 5)
    }

    @Test(
        arguments: [
            (1494.0, nil, 0, "1.494", "1,494"), (12.5, "%", 1, "12,5%", "12.5%"),
            (359_000, "€", 0, "€\u{A0}359.000", "€359,000"),
            (-21_500, "€", 0, "\u{2212}€\u{A0}21.500", "\u{2212}€21,500"), (1e12, nil, 0, "1\u{A0}bln", "1\u{A0}tn"),
            (2.5e9, nil, 1, "2,5\u{A0}mld", "2.5\u{A0}bn"),
            (1e-9, nil, 1, "1·10⁻⁹", "1·10⁻⁹"), (0.004, nil, 1, "0,004", "0.004"), (0, nil, 1, "0", "0"),
        ] as [(Double, String?, Int, String, String)]
    )
    func numbersAreWrittenAsReadersDo(value: Double, unit: String?, decimals: Int, nl: String, en: String) {
        #expect(NumberText(column(unit, decimals: decimals), values: [value], language: .nl)(value) == nl)
        #expect(NumberText(column(unit, decimals: decimals), values: [value], language: .en)(value) == en)
    }

    @Test func valuesUnderEachOtherHaveTheSameDecimals() {
        let format = NumberText(column(), values: [134.9, 136], language: .nl)
        #expect(format(136) == "136,0")
        #expect(NumberText(column(), values: [12, 136], language: .nl)(136) == "136")
    }

    @Test func labelsAreSpreadAsLittleAsNeeded() {
        #expect(spread(centers: [10, 50], heights: [10, 10], within: 0...100) == [5, 45])
        #expect(spread(centers: [50, 50], heights: [10, 10], within: 0...100) == [40, 50])
        #expect(spread(centers: [98, 99], heights: [10, 10], within: 0...100) == [80, 90])
        #expect(spread(centers: [0, 1, 60], heights: [10, 10, 10], within: 0...100) == [0, 10, 55])
    }
}
