// The smallest, largest or middle number of people of a group is that of one of its rows.
import Datasets
import Declarations
import Diagnostics
import Testing

@testable import Disclosure

@Suite("Counts of one row")
struct CountOfOneRowTests {
    private static let contract = """
        resources:
        - name: t
          title: Cliënten
          path: t.csv
          sources: [Bron]
          schema:
            fields:
            - {name: area}
            - {name: clients, type: integer}
            - {name: meetings, type: integer}
          verslag: {period: "2018", privacy: {counts: people, column: clients}}
        """

    @Test(
        arguments: [
            ("{min: clients}", ReleasedTable.Cell.suppressed(below: 10)), ("{max: clients}", .number(340)),
            ("{median: clients}", .suppressed(below: 10)), ("{sum: clients}", .number(346)),
            // Of other columns the group counts.
            ("{min: meetings}", .number(1)),
        ])
    func isHiddenBelowTheMinimum(measure: String, expected: ReleasedTable.Cell) throws {
        let table = try released(
            "{from: t, group: [area], measures: [\(measure)]}",
            csv: "area,clients,meetings\nA,340,1\nA,3,2\nA,3,3\n"
        )
        #expect(table.rows[0][1] == expected)
    }

    /// The number of people as what rows are grouped by is a number of people all the same.
    @Test func isHiddenAsAGroupToo() throws {
        let table = try released(
            "{from: t, group: [clients], measures: [{count: rows}]}",
            csv: "area,clients,meetings\nA,340,1\nA,3,2\n"
        )
        #expect(table.rows.map { $0[0] } == [.number(340), .suppressed(below: 10)])
    }

    @Test func theNumberOfPeopleIsNeverExempt() throws {
        var findings = Findings()
        let text = Self.contract.replacing("column: clients", with: "column: clients, exempt: [meetings, clients]")
        let source = try #require(
            SourceText(file: "data/datapackage.yaml", bytes: Array(text.utf8), findings: &findings)
        )
        let package = readDataPackage(
            source,
            file: { _ in .bytes(Array("area,clients,meetings\nA,3,1\n".utf8)) },
            findings: &findings
        )
        #expect(findings.all.map(\.id) == ["privacy.exempt"])
        #expect(package.all[0].contract.privacy.exempt == [2])
    }

    private func released(_ block: String, csv: String) throws -> ReleasedTable {
        var findings = Findings()
        let source = try #require(
            SourceText(file: "data/datapackage.yaml", bytes: Array(Self.contract.utf8), findings: &findings)
        )
        let package = readDataPackage(source, file: { _ in .bytes(Array(csv.utf8)) }, findings: &findings)
        let value = try #require(parseYAML(block, at: Place(file: "a.md", line: 1), findings: &findings))
        guard case .mapping(let mapping) = value else { throw NoMapping() }
        var fields = Fields(mapping, of: Wording(en: "a block", nl: "een blok"))
        let query = try #require(Query.read(&fields, in: package, findings: &findings))
        let table = release(aggregate(query, findings: &findings))
        #expect(findings.isEmpty, "\(findings.all.map(\.message.en))")
        return table
    }
    private struct NoMapping: Error {}
}
