// Golden sources of the charts about a programme: timelines, matrices, spider webs, key figures and annotations.
@testable import Charts
@testable import Disclosure

/// Rows of texts as a matrix or a timeline gets them: words, then how many rows stand behind each.
func words(_ columns: [String], _ rows: [[Any?]]) -> ReleasedTable {
    table(columns, ["rows"], rows: rows.map { cells($0 + [1]) }, decimals: 0, names: ["rows"])
}

/// `cells` for an array instead of a list of arguments.
func cells(_ values: [Any?]) -> [Cell] { values.flatMap { cells($0) } }

let timelineCases: [ChartCase] = [
    ChartCase(
        name: "timeline",
        yaml: """
            id: fig-tijdlijn
            type: timeline
            title: Van verkenning naar zeven projecten
            span: [2016, 2020]
            items:
              - {name: Verkenning, group: Fasen, start: 2016, end: 2017-06}
              - {name: Proef in vier wijken, group: Fasen, start: 2017-07, end: 2019}
              - {name: Afronding en overdracht, group: Fasen, start: 2020, end: 2020}
              - {name: Eerste bijeenkomst, group: Mijlpalen, date: 2016-03-14}
              - {name: Start van het GGZ-team in de wijk, group: Mijlpalen, date: 2018}
              - {name: Start van de HOC, group: Mijlpalen, date: 2018-05}
              - {name: Eindrapport, group: Mijlpalen, date: 2020-12}
              - {name: Praktijkondersteuner Jeugd, group: Projecten, start: 2016}
              - {name: Digitaal programma eGPO, group: Projecten, start: 2018, end: 2019-04-01, note: gestopt}
              - {name: Digitale app Helder, group: Projecten, start: 2019-10, end: 2020-10-01, note: gestopt}
              - {name: Wmo-spoedprocedure, group: Projecten, end: 2019-06, note: niet gebruikt}
            """
    ),
    ChartCase(
        name: "timeline-rows",
        yaml: """
            id: fig-interventies
            type: timeline
            from: interventies
            x: naam
            start: begin
            end: einde
            text: status
            sort: ascending
            title: De meeste interventies begonnen in 2018
            """,
        table: words(
            ["Naam", "Begin", "Einde", "Status"],
            [
                ["Gesprekstafels", "2018", "2019", "afgerond"], ["Scholing", "2018-03-01", nil, "loopt door"],
                ["Een dag", "2018-06-01", "2018-06-01", "afgerond"], ["Zonder datum", nil, nil, "loopt door"],
                ["Netwerk", "2017-11", nil, "loopt door"],
            ]
        )
    ),
    ChartCase(
        name: "timeline-months",
        yaml: """
            id: fig-maanden
            type: timeline
            title: Een korte proef
            items:
              - {name: Voorbereiding, start: 2019-11-04, end: 2019-12}
              - {name: Proef, start: 2020-01-06, end: 2020-03-13}
              - {name: "Alles dicht, bijeenkomsten vervallen tot nader bericht", date: 2020-03-15}
              - {name: Nog een gesprek, date: 2020-03-16}
              - {name: Start, date: 2020-01-06}
            """
    ),
]

let matrixCases: [ChartCase] = [
    ChartCase(
        name: "matrix",
        yaml: """
            id: fig-bewijs
            type: matrix
            from: bewijs
            x: doel
            y: project
            value: oordeel
            text: bron
            levels: [aangetoond, aanwijzing, geen verschil]
            empty: niet onderzocht
            title: Over kosten is van de meeste projecten niets bekend
            """,
        table: words(
            ["Doel", "Project", "Oordeel", "Bron"],
            [
                ["Ervaren kwaliteit", "Positieve Gezondheid", "aanwijzing", "enquête onder deelnemers"],
                ["Gezondheid", "Positieve Gezondheid", nil, nil], ["Kosten", "Positieve Gezondheid", nil, nil],
                ["Werkplezier", "Positieve Gezondheid", "aangetoond", "340 deelnemers"],
                ["Ervaren kwaliteit", "Gezinsregie", "aangetoond", nil],
                ["Gezondheid", "Gezinsregie", "aanwijzing", nil],
                ["Kosten", "Gezinsregie", "aangetoond", "12 gezinnen"],
                ["Ervaren kwaliteit", "Blauwe GGZ", "aanwijzing", nil],
                ["Gezondheid", "Blauwe GGZ", "geen verschil", nil],
                ["Werkplezier", "Blauwe GGZ", "aanwijzing", "gesprekken"],
            ]
        )
    ),
    ChartCase(
        name: "matrix-many",
        yaml: "id: fig-veel\ntype: matrix\nfrom: d\nx: a\ny: b\nvalue: c\ntitle: Te veel kolommen worden een lijst\n",
        table: words(
            ["Kolom", "Rij", "Woord"],
            (1...9).map { ["Kolom met een lange naam \($0)", "Rij \($0 % 2)", ["ja", "deels", "nee"][$0 % 3]] }
        )
    ),
]

private let health = [
    "Mentaal welbevinden", "Lichaamsfuncties", "Kwaliteit van leven", "Zingeving", "Dagelijks functioneren", "Meedoen",
]

let spiderCases: [ChartCase] = [
    ChartCase(
        name: "spider",
        yaml: """
            id: fig-spinnenweb
            type: spider
            from: gesprekken
            x: dimensie
            y: cijfer
            series: moment
            title: Meedoen kreeg bij het tweede gesprek het hoogste cijfer
            """,
        table: table(
            ["Dimensie", "Moment"],
            ["Cijfer"],
            rows: health.enumerated().flatMap { index, name in
                [
                    cells(name, "Eerste gesprek", 4.5 + Double(index) * 0.4),
                    cells(name, "Tweede gesprek", 5.5 + Double(index * index) * 0.12),
                ]
            },
            isIllustrative: true
        )
    ),
    ChartCase(
        name: "spider-gaps",
        yaml: "id: fig-gaten\ntype: spider\nfrom: d\nx: a\ny: b\ntitle: Wat ontbreekt blijft open\n",
        table: table(
            ["Dimensie"],
            ["Cijfer"],
            rows: [
                cells("Meedoen", 0), cells("Zingeving", 10), cells("lichaamsfuncties", 6.2),
                cells("Mentaal welbevinden", hidden), cells("Kwaliteit van leven", 7),
            ]
        )
    ),
]

let annotationCases: [ChartCase] = [
    ChartCase(
        name: "annotations-bars",
        yaml: """
            id: fig-aantekeningen
            type: bars
            from: d
            x: a
            y: b
            title: Wyckerpoort haalt het doel
            annotations:
              - {line: 7, text: Doel van het programma}
              - {band: [5.5, 6.5], text: voldoende volgens de gemeente}
              - {arrow: Limmel, text: nieuw buurthuis}
              - {arrow: Nazareth, text: geen enquête gehouden door de verhuizing van het wijkcentrum naar een andere buurt}
            """,
        table: table(
            ["Wijk"],
            ["Rapportcijfer"],
            rows: [cells("Limmel", 4.2), cells("Nazareth", 6.4), cells("Wyckerpoort", 7.9), cells("Malberg", nil)]
        )
    ),
    ChartCase(
        name: "annotations-lines",
        yaml: """
            id: fig-gemerkt
            type: lines
            from: d
            x: a
            y: b
            series: c
            title: Na de start van de HOC daalde het aantal verwijzingen
            annotations:
              - {moment: 2018, text: Start van de HOC}
              - {moment: 2019, text: Tweede praktijk doet mee}
              - {arrow: 2017, series: GGZ, text: hoogste stand}
              - {line: 300, text: Afspraak met de verzekeraar}
              - {band: [100, 150], text: gewenst}
            """,
        table: table(
            ["Jaar", "Route"],
            ["Verwijzingen"],
            rows: (2016...2020).flatMap { year in
                [
                    cells(year, "GGZ", [310, 420, 390, 280, 210][year - 2016]),
                    cells(year, "In de wijk", [40, 80, 190, 260, 290][year - 2016]),
                ]
            },
            decimals: 0
        )
    ),
]

private func figureRows(_ year: Int) -> [[Cell]] {
    let conversations: [Int] = [300, 440, 580, 720]
    let referrals: [Int?] = [210, nil, 148, 117]
    return [
        cells("Gesprekken met inwoners", year, conversations[year - 2017], 90),
        cells("Doorverwezen naar een specialist", year, referrals[year - 2017], 120),
        cells("Huisartsen die meedoen", year, year == 2020 ? hidden : Cell.number(11), 14),
        cells("Klachten", year, nil, nil),
    ]
}

private let figures = table(
    ["Wat", "Jaar"],
    ["Aantal", "Ondervraagden"],
    rows: (2017...2020).flatMap(figureRows),
    unit: "per jaar",
    decimals: 0,
    names: ["y", "n"]
)

let figureCases: [ChartCase] = [
    ChartCase(
        name: "tile",
        yaml: "id: fig-kerncijfers\ntype: tile\nfrom: d\nx: a\ny: b\nover: c\nn: e\ntitle: De cijfers van 2020\n",
        table: figures
    ),
    ChartCase(
        name: "tile-single",
        yaml: "id: fig-tegels\ntype: tile\nfrom: d\nx: a\ny: b\ntitle: Zes cijfers\n",
        table: table(
            ["Wat"],
            ["Aandeel"],
            rows: [
                cells("verwezen naar het GGZ-team in de wijk", 72), cells("gezien in een HOC", 59),
                cells("klein", 1e-9),
                cells("groot", 1e12), cells("leeg", nil), cells("verborgen", hidden),
            ],
            unit: "%"
        )
    ),
    ChartCase(
        name: "spark",
        yaml: "id: fig-lijntjes\ntype: spark\nfrom: d\nx: a\ny: b\nseries: c\nn: e\ntitle: Vier kleine lijnen\n",
        table: table(
            ["Jaar", "Wat"],
            ["Aantal", "Ondervraagden"],
            rows: figures.rows.map { [$0[1], $0[0], $0[2], $0[3]] },
            decimals: 0,
            names: ["y", "n"]
        )
    ),
]
