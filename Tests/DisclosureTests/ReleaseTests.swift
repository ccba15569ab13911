import Datasets
import Declarations
import Diagnostics
import Digests
import Testing

@testable import Disclosure

@Suite("The release door")
struct ReleaseTests {
    /// A dataset of clients per area and year, with the given privacy.
    private func package(_ csv: String, privacy: String, findings: inout Findings) throws -> DataPackage {
        let yaml = """
            resources:
            - name: t
              title: Cliënten
              path: t.csv
              sources: [Bron]
              schema:
                fields:
                - {name: area, title: Gebied}
                - {name: year, type: year}
                - {name: clients, title: Cliënten, type: integer, unit: personen}
                - {name: meetings, type: integer}
                primaryKey: [area, year]
              verslag: {period: "2018", unit: cliënten, status: illustrative, privacy: {\(privacy)}}
            """
        let source = try #require(
            SourceText(file: "data/datapackage.yaml", bytes: Array(yaml.utf8), findings: &findings)
        )
        return readDataPackage(source, file: { _ in .bytes(Array(csv.utf8)) }, findings: &findings)
    }

    private func table(_ block: String, csv: String, privacy: String, total: Bool = false) throws -> ReleasedTable {
        var findings = Findings()
        let package = try package(csv, privacy: privacy, findings: &findings)
        guard case .mapping(let mapping)? = parseYAML(block, at: Place(file: "a.md", line: 1), findings: &findings)
        else { throw NoTable() }
        var fields = Fields(mapping, of: Wording(en: "a block", nl: "een blok"))
        let query = Query.read(&fields, in: package, findings: &findings)
        fields.finish(&findings)
        let released = release(aggregate(try #require(query), findings: &findings), withTotal: total)
        #expect(findings.all.map(\.message.en) == [])
        return released
    }
    private struct NoTable: Error {}

    private let csv = "area,year,clients,meetings\nA,2018,9,3\nB,2018,10,4\nC,2018,0,0\nD,2018,50,5\n"
    private let people = "counts: people, column: clients"

    @Test(
        arguments: [
            ("{sum: clients}", "people", [.suppressed(below: 10), .number(10), .number(0), .number(50)]),
            // Whatever is about those people goes with them, unless the contract says that it is not about them.
            ("{sum: meetings}", "people", [.suppressed(below: nil), .number(4), .number(0), .number(5)]),
            ("{sum: meetings}", "people, exempt", [.number(3), .number(4), .number(0), .number(5)]),
            ("{sum: clients}", "people, exempt", [.suppressed(below: 10), .number(10), .number(0), .number(50)]),
            ("{count: rows}", "people", [.suppressed(below: nil), .number(1), .number(1), .number(1)]),
            ("{mean: clients}", "people", [.suppressed(below: nil), .number(10), .number(0), .number(50)]),
            (
                "{sum: clients}", "hidden zero",
                [.suppressed(below: 10), .number(10), .suppressed(below: 10), .number(50)]
            ),
            ("{sum: clients}", "lower", [.number(9), .number(10), .number(0), .number(50)]),
            ("{sum: clients}", "none", [.number(9), .number(10), .number(0), .number(50)]),
            // Every row is one person where no column says otherwise.
            (
                "{sum: meetings}", "rows",
                [.suppressed(below: nil), .suppressed(below: nil), .suppressed(below: nil), .suppressed(below: nil)]
            ),
        ] as [(String, String, [ReleasedTable.Cell])]
    )
    func hidesSmallCounts(measure: String, rule: String, cells: [ReleasedTable.Cell]) throws {
        let privacy = [
            "people": people, "people, exempt": people + ", exempt: [meetings]",
            "hidden zero": people + ", zero: hidden",
            "lower": people + ", minimum: 3, reason: openbaar", "none": "counts: none, reason: openbaar",
            "rows": "counts: people",
        ]
        let table = try table(
            "from: t\ngroup: area\nmeasures: \(measure)",
            csv: csv,
            privacy: try #require(privacy[rule])
        )
        #expect(table.rows.map { $0[1] } == cells)
    }

    @Test(arguments: [
        // Few in the share, few outside it, enough of both, none, all.
        ("A,2018,5\nA,2019,95", ReleasedTable.Cell.suppressed(below: nil)),
        ("A,2018,95\nA,2019,5", .suppressed(below: nil)),
        ("A,2018,40\nA,2019,60", .number(40)), ("A,2018,0\nA,2019,60", .number(0)),
        ("A,2018,60\nA,2019,0", .number(100)),
        ("A,2018,4\nA,2019,5", .suppressed(below: nil)),
    ])
    func hidesSharesOfFew(rows: String, cell: ReleasedTable.Cell) throws {
        let csv = "area,year,clients,meetings\n" + rows.split(separator: "\n").map { $0 + ",1\n" }.joined()
        let table = try table("from: t\nmeasures: {share: {year: 2018}, of: clients}", csv: csv, privacy: people)
        #expect(table.rows == [[cell]])
    }

    /// 70 minus the cells that are shown would be the hidden one.
    @Test func aTotalDoesNotGiveAHiddenCellBack() throws {
        let block = "from: t\ngroup: area\nmeasures: [{sum: clients}, {count: rows}]"
        let exempt = try table(block, csv: csv, privacy: people, total: true)
        #expect(exempt.total == [.missing, .suppressed(below: nil), .suppressed(below: nil)])
        let safe = try table(block, csv: csv.replacing("A,2018,9", with: "A,2018,19"), privacy: people, total: true)
        #expect(safe.total == [.missing, .number(79), .number(4)])
        #expect(try table(block, csv: csv, privacy: people).total == nil)
    }

    @Test func unknownNumbersOfPeopleAreNotShown() throws {
        let csv = "area,year,clients,meetings\nA,2018,,3\nB,2018,20,4\n"
        let table = try table(
            "from: t\ngroup: area\nmeasures: [{sum: clients}, {sum: meetings}]",
            csv: csv,
            privacy: people
        )
        #expect(table.rows[0] == [.text("A"), .missing, .suppressed(below: nil)])
        #expect(table.rows[1] == [.text("B"), .number(20), .number(4)])
    }

    @Test func rowsAsTheyStandGoThroughTheSameDoor() throws {
        var findings = Findings()
        let package = try package(csv, privacy: people, findings: &findings)
        let dataset = try #require(package.datasets["t"])
        let released = releaseRows(
            Selection(all: dataset, place: Place(file: "a.md")),
            columns: [0, 1, 2, 3],
            findings: &findings
        )
        let table = try #require(released)
        #expect(table.columns.map(\.role) == [.category, .category, .measure, .measure])
        #expect(table.columns.map(\.title) == ["Gebied", "year", "Cliënten", "meetings"])
        #expect(table.rows[0] == [.text("A"), .number(2018), .suppressed(below: 10), .suppressed(below: nil)])
        #expect(table.rows[3] == [.text("D"), .number(2018), .number(50), .number(5)])
        #expect(table.hasSuppressedCells)
    }

    @Test func rowsOfPeopleAreNeverShownAsTheyStand() throws {
        var findings = Findings()
        let package = try package(csv, privacy: "counts: people", findings: &findings)
        let dataset = try #require(package.datasets["t"])
        let place = Place(file: "content/a.md", line: 4, column: 7)
        #expect(releaseRows(Selection(all: dataset, place: place), columns: [0], findings: &findings) == nil)
        #expect(findings.all.map(\.id) == ["privacy.rows-of-people"])
        #expect(findings.all.first?.place == place)
    }

    @Test func saysWhereRowsComeFrom() throws {
        let table = try table(
            "from: t\nwhere: {area: [B, D]}\ngroup: year\nmeasures: {sum: clients}",
            csv: csv,
            privacy: people
        )
        #expect(table.rows == [[.number(2018), .number(60)]])
        #expect(table.origin.dataset == "t")
        #expect(table.origin.title == "Cliënten")
        #expect(table.origin.source == "Bron")
        #expect(table.origin.file == "data/t.csv")
        #expect(table.origin.sha256 == sha256(Array(csv.utf8)))
        #expect(table.origin.isIllustrative)
        #expect(table.origin.rowsUsed == 2)
        #expect(table.origin.rowsInFile == 4)
        #expect(table.columns[1].name == "sum-clients")
        #expect(table.columns[1].unit == "personen")
        #expect(table.columns[1].decimals == 0)
    }
}
