// Columns that count people beside the one that `privacy` names: their unit says so, and their small numbers are hidden too.
import Datasets
import Declarations
import Diagnostics
import Testing

@testable import Disclosure

@Suite("Other columns of people")
struct OtherColumnsOfPeopleTests {
    private static let csv = """
        gebied,meldingen,ziek,bevolking,cijfer
        Noord,30,2,4000,7
        Zuid,66,0,900,8
        Oost,483,18,7,6
        West,4,4,5200,9

        """

    @Test(
        arguments: [
            ("ziek", [.suppressed(below: 10), .number(0), .number(18), .suppressed(below: 10)]),
            ("{sum: ziek}", [.suppressed(below: 10), .number(0), .number(18), .suppressed(below: 10)]),
            ("{max: ziek}", [.suppressed(below: 10), .number(0), .number(18), .suppressed(below: 10)]),
            ("{mean: ziek}", [.suppressed(below: nil), .number(0), .number(18), .suppressed(below: nil)]),
            // A mean over few people, whatever the number of people behind the row.
            ("{mean: cijfer, weight: ziek}", [.suppressed(below: nil), .missing, .number(6), .suppressed(below: nil)]),
            // Exempt from the rule of the row: 5200 live in West, where four were reported. Seven inhabitants stay hidden.
            ("bevolking", [.number(4000), .number(900), .suppressed(below: 10), .number(5200)]),
        ] as [(String, [ReleasedTable.Cell])]
    )
    func areProtected(measure: String, expected: [ReleasedTable.Cell]) throws {
        let table = try released("{from: t, group: [gebied], measures: [\(measure)]}")
        #expect(table.rows.map { $0[1] } == expected)
    }

    @Test func areProtectedRowByRow() throws {
        let (selection, columns) = try selection(["ziek", "bevolking"])
        var findings = Findings()
        let table = try #require(releaseRows(selection, columns: columns, findings: &findings))
        #expect(
            table.rows == [
                [.suppressed(below: 10), .number(4000)], [.number(0), .number(900)],
                [.number(18), .suppressed(below: 10)],
                [.suppressed(below: 10), .number(5200)],
            ]
        )
    }

    @Test func areProtectedAsGroups() throws {
        let table = try released("{from: t, group: [ziek], measures: [{sum: meldingen}]}")
        #expect(table.rows.map { $0[0] } == [.suppressed(below: 10), .number(0), .number(18), .suppressed(below: 10)])
    }

    /// Without a number for the row, a number of people still says how many it is about.
    @Test func countThemselves() throws {
        let table = try released(
            "{from: t, group: [gebied], measures: [{sum: ziek}]}",
            csv: "gebied,meldingen,ziek,bevolking,cijfer\nNoord,,60,1,1\nZuid,,6,1,1\n"
        )
        #expect(table.rows.map { $0[1] } == [.number(60), .suppressed(below: 10)])
    }

    @Test(
        arguments: [
            (40, 60, 40, 60), (4, 60, nil, nil), (54, 60, nil, nil), (60, 60, 60, 60), (6, 6, nil, nil),
        ] as [(Int, Int, Int?, Int?)]
    )
    func rowsOfPeopleAreToldWhereTheyAreMany(used: Int, inFile: Int, shownUsed: Int?, shownInFile: Int?) throws {
        let contract = try #require(package("privacy: {counts: people}").all.first?.contract)
        let rows = MinimumCount(contract).rows(used: used, inFile: inFile)
        #expect(rows.used == shownUsed)
        #expect(rows.inFile == shownInFile)
        let other = try #require(package().all.first?.contract)
        #expect(MinimumCount(other).rows(used: used, inFile: inFile).used == used)
    }

    private func package(
        _ own: String = "privacy: {counts: people, column: meldingen, exempt: [bevolking, cijfer]}",
        csv: String = csv
    ) -> DataPackage {
        let contract = """
            resources:
            - name: t
              path: t.csv
              schema:
                fields:
                - {name: gebied}
                - {name: meldingen, type: integer}
                - {name: ziek, type: integer, unit: cliënten}
                - {name: bevolking, type: integer, unit: inwoners}
                - {name: cijfer, type: number, unit: cijfer}
              verslag: {\(own)}
            """
        var findings = Findings()
        guard let source = SourceText(file: "data/datapackage.yaml", bytes: Array(contract.utf8), findings: &findings)
        else { return .empty }
        return readDataPackage(source, file: { _ in .bytes(Array(csv.utf8)) }, findings: &findings)
    }

    private func released(_ block: String, csv: String = csv) throws -> ReleasedTable {
        var findings = Findings()
        guard case .mapping(let mapping)? = parseYAML(block, at: Place(file: "a.md", line: 1), findings: &findings)
        else { throw NoMapping() }
        var fields = Fields(mapping, of: Wording(en: "a block", nl: "een blok"))
        let query = try #require(Query.read(&fields, in: package(csv: csv), findings: &findings))
        let table = release(aggregate(query, findings: &findings))
        #expect(findings.isEmpty, "\(findings.all.map(\.message.en))")
        return table
    }

    private func selection(_ names: [String]) throws -> (Selection, [Int]) {
        let dataset = try #require(package().all.first)
        let columns = names.compactMap { dataset.table.column(named: $0) }
        return (Selection(all: dataset, place: Place(file: "a.md", line: 1)), columns)
    }

    private struct NoMapping: Error {}
}
