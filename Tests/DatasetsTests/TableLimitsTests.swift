// A table has a largest size, and what is wrong with a table of any size is told in a few findings.
import Testing

@testable import Datasets

@Suite struct TableLimitsTests {
    private func reading(limits: String, rows: Int) -> Reading {
        let yaml = """
            name: test
            \(limits)
            resources:
            - {name: t, path: t.csv, schema: {fields: [{name: a}]}, verslag: {privacy: {counts: none, reason: r}}}
            """
        let csv = "a\n" + String(repeating: "x\n", count: rows)
        return Reading(yaml, files: ["data/t.csv": .bytes(Array(csv.utf8))])
    }

    @Test func haveAStandard() {
        let limits = reading(limits: "", rows: 1).package.contract.limits
        #expect(limits.rows == 1_000_000 && limits.bytes == 200_000_000)
    }

    @Test(
        arguments: [
            ("verslag: {limits: {rows: 10}}", 10, []),
            ("verslag: {limits: {rows: 10}}", 11, ["12:1 data.too-large"]),
            ("verslag: {limits: {rows: 10}}", 30_000, ["12:1 data.too-large"]),
            ("verslag: {limits: {bytes: 22}}", 10, []),
            ("verslag: {limits: {bytes: 21}}", 10, ["0:1 data.too-large"]),
            ("verslag: {limits: {rows: 0}}", 1, ["2:26 data.limit"]),
            ("verslag: {limits: {row: 5}}", 1, ["2:20 yaml.unknown-key"]),
        ] as [(String, Int, [String])]
    )
    func areASetting(limits: String, rows: Int, expected: [String]) {
        let reading = reading(limits: limits, rows: rows)
        #expect(reading.summary == expected)
        #expect((reading.dataset == nil) == expected.contains { $0.hasSuffix("too-large") })
    }

    @Test func aHundredThousandColumnsAreOneFinding() {
        let header = (0..<100_000).map { "k\($0)" }.joined(separator: ",")
        let reading = Reading(csv: "a,\(header)\n", fields: ["{name: a}"])
        let shown = reading.findings.sorted
        #expect(shown.map(\.count) == [100_000])
        #expect(shown.map(\.place.column) == [3])
        #expect(shown.allSatisfy { $0.message.en.hasSuffix("\"k1\", \"k2\" and 99997 more") })
    }

    @Test func columnsOfOneNameAreOneFinding() {
        let reading = Reading(csv: String(repeating: "a,", count: 5_000) + "a\n", fields: ["{name: a}"])
        #expect(reading.findings.sorted.map(\.count) == [5_000])
    }
}
