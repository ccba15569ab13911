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
        var findings = Findings()
        let source = try #require(SourceText(file: "data/datapackage.yaml", bytes: Array(Self.contract.utf8), findings: &findings))
        let csv = "area,clients,meetings\nA,340,1\nA,3,2\nA,3,3\n"
        let package = readDataPackage(source, file: { _ in .bytes(Array(csv.utf8)) }, findings: &findings)
        let block = "{from: t, group: [area], measures: [\(measure)]}"
        guard case .mapping(let mapping)? = parseYAML(block, at: Place(file: "a.md", line: 1), findings: &findings) else { return }
        var fields = Fields(mapping, of: Wording(en: "a block", nl: "een blok"))
        let query = try #require(Query.read(&fields, in: package, findings: &findings))
        #expect(release(aggregate(query, findings: &findings)).rows[0][1] == expected)
        #expect(findings.isEmpty, "\(findings.all.map(\.message.en))")
    }
}
