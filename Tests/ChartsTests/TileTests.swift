// Tiles: how a change is worded, and what stands where a value is hidden.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

@Suite("Tiles")
struct TileTests {
    private func draw(_ rows: [[ReleasedTable.Cell]], unit: String?, _ language: SiteLanguage = .nl) throws -> (
        texts: [String], description: String
    ) {
        var findings = Findings()
        let spec = try #require(
            read("id: fig-a\ntype: tile\nfrom: d\nx: a\ny: b\nover: c\ntitle: t\n", &findings)
        )
        let table = table(["Wat", "Jaar"], ["Aandeel"], rows: rows, unit: unit, names: ["y"])
        let drawn = Charts.draw(spec, table: table, language: language)
        let svg = String(decoding: drawn.wide, as: UTF8.self)
        let texts = svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.output.1) }
        return (texts, drawn.description)
    }

    @Test func aChangeOfAPercentageIsInPoints() throws {
        let rows = [cells("Roken", 2016, 24.5), cells("Roken", 2020, 20.1)]
        let dutch = try draw(rows, unit: "%")
        #expect(dutch.texts.contains("▼\u{A0}4,4\u{A0}procentpunt sinds 2016"))
        #expect(dutch.description.contains("4,4\u{A0}procentpunt minder dan in 2016"))
        let english = try draw([cells("Smoking", 2016, 21), cells("Smoking", 2020, 20)], unit: "%", .en)
        #expect(english.texts.contains("▼\u{A0}1\u{A0}percentage point since 2016"))
        #expect(try draw(rows, unit: "kg").texts.contains("▼\u{A0}4,4 sinds 2016"))
    }

    /// The last moment has no row for it; what there is, is hidden.
    @Test func whatIsHiddenIsNotWithoutData() throws {
        let drawn = try draw(
            [cells("Les", 2019, 30), cells("Les", 2020, 40), cells("Coach", 2019, hidden)],
            unit: "personen"
        )
        #expect(drawn.texts.contains("&lt;10"))
        #expect(!drawn.texts.contains("–"))
        #expect(drawn.texts.contains { $0.hasPrefix("&lt;10: minder dan 10") })
        #expect(!drawn.texts.contains { $0.contains("geen gegevens") })
    }

    @Test func oneOfAKind() throws {
        let drawn = try draw([cells("Les", 2020, 1), cells("Kamp", 2020, 12)], unit: "personen")
        #expect(drawn.texts.contains("persoon"))
        #expect(drawn.texts.contains("personen"))
        #expect(drawn.description.contains("Les: 1 persoon (2020)"))
    }
}
