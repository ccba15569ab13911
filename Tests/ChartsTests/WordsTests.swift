// The text alternatives, tables and downloads: what a reader gets who does not see the drawing.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private func drawn(_ name: String, _ language: SiteLanguage) throws -> DrawnChart {
    let example = try #require(goldenCases.first { $0.name == name })
    var findings = Findings()
    let read = example.spec(&findings)
    return draw(try #require(read), table: example.table, language: language)
}

@Suite struct WordsTests {
    @Test(arguments: [
        (
            "index-bars", SiteLanguage.nl,
            "Staafdiagram: Index per thema. 100 is gemiddelde van Maastricht; hoger is ongunstiger. Negen boven en één onder 100. Hoogst: Geldzorgen, 146,5 (46,5 boven 100, ongunstiger). Laagst: Lichamelijke klachten, 93,6 (6,4 onder 100, gunstiger)."
        ),
        (
            "index-bars-gaps", .en,
            "Bar chart: Index by thema. 100 is gemiddelde van de stad in 2014; higher is more favourable. One above and one below 100. Highest: Meedoen, 118.5 (18.5 above 100, more favourable). Lowest: Rust, 71.2 (28.8 below 100, less favourable). No data for Geldzorgen. Not shown to prevent recognition: Eenzaamheid and Slaap."
        ),
        (
            "bars", .nl,
            "Staafdiagram: Deelnemers per aanbod. Hoogst: Workshop professionals en buurt (758). Laagst: Opleiding gezondheidsambassadeur (13). Niet getoond om herkenning te voorkomen: Opleiding centrale zorgverlener."
        ),
        (
            "bars-stacked", .nl,
            "Staafdiagram: Verwijzingen per jaar en route. Samen – 2017: 425; 2018: 459. In de wijk – 2017: 120; 2018: 190; 2019: 260. Basis-GGZ – 2017: 210; 2018: 205; 2019: 180. Specialistische GGZ – 2017: 95; 2018: 64. Niet getoond om herkenning te voorkomen: 2019 (Specialistische GGZ)."
        ),
        (
            "lines-single", .nl,
            "Lijndiagram: Gesprekken per maand. Van 41 (januari 2018) naar 74 (januari 2020), een stijging van 33; hoogst: 88 (april 2019). Niet getoond om herkenning te voorkomen: juli 2019."
        ),
    ])
    func descriptionsSayWhatAPersonWould(name: String, language: SiteLanguage, expected: String) throws {
        #expect(try drawn(name, language).description == expected)
    }

    @Test func theTableShowsSeriesAsColumns() throws {
        let table = try drawn("bars-grouped", .nl).table
        #expect(table.header == ["Wijk", "2017", "2019"])
        #expect(table.rows.map { $0.map(\.text) }[1] == ["Nazareth", "6,9", "–"])
        #expect(table.note == "–: geen gegevens")
        var writer = ByteWriter()
        table.html(into: &writer)
        #expect(
            writer.string.hasPrefix(
                "<table><thead><tr><th scope=\"col\">Wijk</th><th scope=\"col\" class=\"number\">2017</th>"
            )
        )
        #expect(writer.string.contains("<th scope=\"row\">Nazareth</th><td class=\"number\">6,9</td>"))
    }

    @Test func theDownloadHasOneRowForEachCell() throws {
        let text = String(decoding: try drawn("bars-stacked", .nl).csv, as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}Jaar,Route,Verwijzingen\r\n2017,In de wijk,120\r\n"))
        #expect(text.hasSuffix("2019,Specialistische GGZ,\r\n"))
    }

    @Test(arguments: [
        (["a", "b,c"], "a,\"b,c\"\r\n"), (["zeg \"ja\""], "\"zeg \"\"ja\"\"\"\r\n"),
        (["=1+1", "-3.5", "-stel"], "\"'=1+1\",-3.5,\"'-stel\"\r\n"),
    ])
    func recordsAreQuotedWhereNeeded(fields: [String], expected: String) {
        var writer = ByteWriter()
        writer.csvRecord(fields)
        #expect(writer.string == expected)
    }

    @Test func sortingMovesDrawingTableAndDownloadTogether() throws {
        let chart = try drawn("bars", .nl)
        #expect(chart.table.rows.first?.first?.text == "Workshop professionals en buurt")
        #expect(chart.table.rows.last?.last?.isSuppressed == true)
        #expect(
            String(decoding: chart.csv, as: UTF8.self).split(separator: "\r\n")[1]
                == "Workshop professionals en buurt,758"
        )
    }

    @Test func idsBelongToOneDrawingOnly() throws {
        let chart = try drawn("index-bars", .nl)
        let wide = String(decoding: chart.wide, as: UTF8.self)
        #expect(wide.contains("aria-labelledby=\"fig-wijkprofiel-wide-title\""))
        #expect(wide.contains("<title id=\"fig-wijkprofiel-wide-title\">"))
        #expect(!String(decoding: chart.narrow, as: UTF8.self).contains("-wide-"))
        // Colours come from the style sheet of the site, except in the file that stands alone.
        #expect(!wide.contains("#6d3f9e"))
        #expect(String(decoding: chart.standalone, as: UTF8.self).contains("Voorbeeldgegevens</text>"))
    }

    @Test func markupInTextsIsText() throws {
        var findings = Findings()
        let read = read("id: fig-a\ntype: bars\nfrom: d\nx: a\ny: v\ntitle: \"<script>&\"\n", &findings)
        let chart = draw(
            try #require(read),
            table: table(["A"], ["Waarde"], rows: [cells("<b>\"x\"</b>", 4)]),
            language: .nl
        )
        for bytes in [chart.wide, chart.narrow, chart.standalone] {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("<script>") && !text.contains("<b>"))
        }
    }
}
