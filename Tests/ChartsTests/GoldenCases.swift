// The drawings that are kept as files, one small source each.
@testable import Charts
@testable import Disclosure

private let totals = [134.9, 93.6, 132.4, 146.5, 130.2, 124.5, 116.9, 113.9, 107.8, 120.3]

private let areas: [(String, [Double])] = [
    ("Blauwe Zorg wijken", totals),
    ("Wittevrouwenveld", [136, 92, 134, 148, 131, 125, 117, 119, 109, 121]),
    ("Wyckerpoort", [128, 95, 126, 136.9, 124.1, 118.9, 113, 112, 106, 117]),
    ("Nazareth", [131, 94, 129, 143, 128, 123, 116, 104, 98, 118]),
    ("Limmel", [142, 93, 139, 155, 137, 130, 121, 118, 110, 124]),
]

let indexCases: [ChartCase] = [
    ChartCase(
        name: "index-bars",
        yaml: """
            id: fig-wijkprofiel
            type: index-bars
            from: wijkprofiel
            x: theme
            y: index
            title: De wijken scoren op negen van de tien thema's ongunstiger dan Maastricht
            """,
        table: table(
            ["Thema"],
            ["Index"],
            rows: zip(themes, totals).map { cells($0, $1) },
            unit: "index (Maastricht = 100)",
            index: maastricht,
            isIllustrative: true
        )
    ),
    ChartCase(
        name: "index-bars-panels",
        yaml: """
            id: fig-wijken
            type: index-bars
            from: wijkprofiel
            x: theme
            y: index
            panels: area
            size: wide
            title: Limmel staat er het minst gunstig voor
            """,
        table: table(
            ["Thema", "Gebied"],
            ["Index"],
            rows: areas.flatMap { area in zip(themes, area.1).map { cells($0, area.0, $1) } },
            unit: "index",
            index: maastricht
        )
    ),
    ChartCase(
        name: "index-bars-gaps",
        yaml: """
            id: fig-gaps
            type: index-bars
            from: wijkprofiel
            x: theme
            y: index
            sort: descending
            title: Wat ontbreekt is te zien
            """,
        table: table(
            ["Thema"],
            ["Index"],
            rows: [
                cells("Meedoen", 118.5), cells("Geldzorgen", nil), cells("Eenzaamheid", hidden), cells("Regie", 100),
                cells("Rust", 71.2), cells("Slaap", Cell.suppressed(below: nil)),
            ],
            index: rotterdam
        )
    ),
    ChartCase(
        name: "index-bars-axis",
        yaml: """
            id: fig-many
            type: index-bars
            from: wijkprofiel
            x: theme
            y: index
            title: Zestien thema's staan langs een as
            """,
        table: table(
            ["Thema"],
            ["Index"],
            rows: (1...16).map { cells("Thema \($0)", 80 + Double($0 * 7 % 50)) },
            index: maastricht
        )
    ),
]

let barCases: [ChartCase] = [
    ChartCase(
        name: "bars",
        yaml: """
            id: fig-deelnemers
            type: bars
            from: training
            x: offer
            y: {sum: participants}
            sort: descending
            title: De workshops voor professionals en buurt trokken de meeste deelnemers
            """,
        table: table(
            ["Aanbod"],
            ["Deelnemers"],
            rows: [
                cells("Training professionals", 340), cells("Workshop professionals en buurt", 758),
                cells("Workshop Plus", 95),
                cells("Coaching op aanvraag", 70), cells("Workshop bewoners 2018", 100),
                cells("Workshop bewoners 2019", 115),
                cells("Opleiding gezondheidsambassadeur", 13), cells("Opleiding centrale zorgverlener", hidden),
            ],
            unit: "personen",
            decimals: 0
        )
    ),
    ChartCase(
        name: "bars-grouped",
        yaml: """
            id: fig-gegroepeerd
            type: bars
            from: enquete
            x: area
            y: score
            series: year
            title: In alle wijken steeg het cijfer
            """,
        table: table(
            ["Wijk", "Jaar"],
            ["Rapportcijfer"],
            rows: [
                cells("Wittevrouwenveld", 2017, 6.4), cells("Wittevrouwenveld", 2019, 7.1),
                cells("Nazareth", 2017, 6.9), cells("Nazareth", 2019, nil),
                cells("Limmel", 2017, 5.8), cells("Limmel", 2019, 6.6), cells("Wyckerpoort", 2017, 6.1),
                cells("Wyckerpoort", 2019, 6.3),
            ]
        )
    ),
    ChartCase(
        name: "bars-stacked",
        yaml: """
            id: fig-gestapeld
            type: bars
            from: ggz
            x: year
            y: {count: rows}
            series: route
            layout: stacked
            title: Steeds meer verwijzingen blijven in de wijk
            """,
        table: table(
            ["Jaar", "Route"],
            ["Verwijzingen"],
            rows: [
                cells(2017, "In de wijk", 120), cells(2017, "Basis-GGZ", 210), cells(2017, "Specialistische GGZ", 95),
                cells(2018, "In de wijk", 190),
                cells(2018, "Basis-GGZ", 205), cells(2018, "Specialistische GGZ", 64), cells(2019, "In de wijk", 260),
                cells(2019, "Basis-GGZ", 180),
                cells(2019, "Specialistische GGZ", hidden),
            ],
            unit: "verwijzingen",
            decimals: 0
        )
    ),
    ChartCase(
        name: "bars-vertical",
        yaml: """
            id: fig-staand
            type: bars
            from: poh
            x: year
            y: consults
            orientation: vertical
            title: Het aantal gesprekken verdubbelde in drie jaar
            """,
        table: table(
            ["Jaar"],
            ["Gesprekken"],
            rows: [cells(2017, 412), cells(2018, 655), cells(2019, 831), cells(2020, nil)],
            unit: "gesprekken",
            decimals: 0
        )
    ),
    ChartCase(
        name: "bars-negative",
        yaml: """
            id: fig-saldo
            type: bars
            from: saldo
            x: domain
            y: difference
            title: De kosten dalen bij de Wmo en stijgen bij de Zvw
            """,
        table: table(
            ["Domein"],
            ["Verschil"],
            rows: [cells("Wmo", -21_500), cells("Jeugdwet", -8_250), cells("Zvw", 4_300), cells("Participatiewet", 0)],
            unit: "€",
            decimals: 0
        )
    ),
]

private let years = ["2016", "2017", "2018", "2019", "2020"]

let lineCases: [ChartCase] = [
    ChartCase(
        name: "lines",
        yaml: """
            id: fig-verloop
            type: lines
            from: wijkprofiel-jaren
            x: year
            y: index
            series: area
            title: Eenzaamheid nam in alle wijken af
            """,
        table: table(
            ["Jaar", "Gebied"],
            ["Index"],
            rows: [
                ("Wittevrouwenveld", [128.0, 126, 121.5, 119, 117]), ("Wyckerpoort", [121, 119.5, 117, 115, 113]),
                ("Nazareth", [126, nil, 118, 117, 116.0]), ("Limmel", [131, 128, 126.5, nil, 121.0]),
            ].flatMap { area in zip(years, area.1 as [Double?]).map { cells($0, area.0, $1) } },
            unit: "index",
            index: maastricht
        )
    ),
    ChartCase(
        name: "lines-single",
        yaml: """
            id: fig-enkel
            type: lines
            from: poh
            x: quarter
            y: {sum: consults}
            title: Het aantal gesprekken groeide tot de zomer van 2019
            note: In 2018 begon de tweede praktijkondersteuner.
            """,
        table: table(
            ["Maand"],
            ["Gesprekken"],
            rows: [
                cells("2018-01", 41), cells("2018-04", 52), cells("2018-07", 48), cells("2018-10", 66),
                cells("2019-01", 71), cells("2019-04", 88),
                cells("2019-07", hidden), cells("2019-10", 69), cells("2020-01", 74),
            ],
            unit: "gesprekken",
            decimals: 0
        )
    ),
    ChartCase(
        name: "lines-high",
        yaml: """
            id: fig-hoog
            type: lines
            from: tevredenheid
            x: year
            y: score
            series: group
            title: Bewoners en professionals zijn ongeveer even tevreden
            """,
        table: table(
            ["Jaar", "Groep"],
            ["Score"],
            rows: [
                cells(2017, "Bewoners in de vier wijken", 7.1), cells(2018, "Bewoners in de vier wijken", 7.3),
                cells(2020, "Bewoners in de vier wijken", 7.42),
                cells(2017, "Professionals in zorg en welzijn", 7.0),
                cells(2018, "Professionals in zorg en welzijn", 7.25),
                cells(2020, "Professionals in zorg en welzijn", 7.4),
            ]
        )
    ),
]

let tallyCases: [ChartCase] = [
    ChartCase(
        name: "tally",
        yaml: """
            id: fig-scholing
            type: tally
            from: training
            x: offer
            sessions: sessions
            participants: participants
            per: 10
            title: Samen volgden bijna 1.500 mensen een training of workshop
            """,
        table: table(
            ["Aanbod"],
            ["Bijeenkomsten", "Deelnemers"],
            rows: [
                cells("Training professionals", 38, 340), cells("Workshop professionals en buurt", 55, 758),
                cells("Workshop Plus", 10, 95),
                cells("Coaching op aanvraag", nil, 70), cells("Workshop bewoners 2018", 10, 100),
                cells("Opleiding gezondheidsambassadeur", nil, 13),
                cells("Opleiding centrale zorgverlener", nil, hidden),
            ],
            decimals: 0,
            names: ["sessions", "participants"]
        )
    ),
    ChartCase(
        name: "tally-people",
        yaml: """
            id: fig-mensen
            type: tally
            from: training
            x: offer
            participants: participants
            title: Twee groepen namen deel
            """,
        table: table(
            ["Groep"],
            ["Deelnemers"],
            rows: [cells("Bewoners", 5_230), cells("Professionals", 18_400)],
            decimals: 0,
            names: ["participants"]
        )
    ),
]

let organisationCases: [ChartCase] = [
    ChartCase(
        name: "organisation",
        yaml: """
            id: fig-governance
            type: organisation
            title: Vier lagen, van bestuur tot wijkteam
            bodies:
              - {id: bestuur, name: Bestuurlijk overleg, note: "wethouders en bestuurders, twee keer per jaar"}
              - {id: stuurgroep, name: Stuurgroep, note: besluit over koers en geld}
              - {id: burgers, name: Burgerkracht Limburg, note: stem van de bewoners}
              - {id: kern, name: Kerngroep, note: dagelijkse leiding}
              - {id: onderzoek, name: Universiteit Maastricht, note: onderzoek}
              - {id: pg, name: Positieve Gezondheid}
              - {id: jeugd, name: POH Jeugd}
              - {id: gezin, name: Gezinsregie}
              - {id: ggz, name: Blauwe GGZ}
            relations:
              - {from: bestuur, to: stuurgroep, label: geeft opdracht}
              - {from: stuurgroep, to: kern, label: stuurt aan}
              - {from: burgers, to: stuurgroep, label: adviseert}
              - {from: onderzoek, to: kern, label: deelt uitkomsten}
              - {from: kern, to: pg}
              - {from: kern, to: jeugd}
              - {from: kern, to: gezin}
              - {from: kern, to: ggz}
              - {from: ggz, to: bestuur, label: legt verantwoording af}
            """
    ),
    ChartCase(
        name: "organisation-levels",
        yaml: """
            id: fig-lagen
            type: organisation
            size: wide
            title: Het netwerk om de huisarts
            bodies:
              - {id: zio, name: Zorggroep ZIO, level: 1}
              - {id: gemeente, name: Gemeente Maastricht, level: 1}
              - {id: vgz, name: Zorgverzekeraar VGZ, level: 1}
              - {id: praktijk, name: Huisartsenpraktijk, level: 2}
              - {id: team, name: Sociaal wijkteam, level: 3}
              - {id: ggz, name: Basis-GGZ, level: 3}
            relations:
              - {from: gemeente, to: zio, label: werkt samen met}
              - {from: vgz, to: gemeente, label: financiert samen}
              - {from: zio, to: praktijk}
              - {from: praktijk, to: team, label: verwijst naar}
              - {from: praktijk, to: ggz, label: verwijst naar}
              - {from: gemeente, to: team, label: betaalt}
            """
    ),
]

private func edge(_ name: String, type: String = "bars", more: String = "", _ table: ReleasedTable) -> ChartCase {
    ChartCase(
        name: "edge-\(name)",
        yaml: "id: fig-\(name)\ntype: \(type)\nfrom: d\nx: a\ny: v\ntitle: Een grens\n" + more,
        table: table
    )
}

let edgeCases: [ChartCase] = [
    edge("empty", table(["Wijk"], ["Aantal"], rows: [])),
    edge("missing", table(["Wijk"], ["Aantal"], rows: [cells("Limmel", nil), cells("Nazareth", hidden)])),
    edge(
        "labels",
        table(
            ["Thema"],
            ["Aantal"],
            rows: [
                cells(String(repeating: "Zeer lange benaming van een thema in de wijk ", count: 5), 12),
                cells("Arbeidsongeschiktheidsverzekeringsmaatschappij", 30),
                cells("بيت الشفاء في الحي", 8), cells("בריאות", 21), cells("<b>&", 3),
            ]
        )
    ),
    edge(
        "extremes",
        table(
            ["Wat"],
            ["Aantal"],
            rows: [cells("klein", 1e-9), cells("gewoon", 4.5), cells("groot", 1e12), cells("niets", 0)]
        )
    ),
    edge("sixty", table(["Wat"], ["Aantal"], rows: (1...60).map { cells("Categorie \($0)", ($0 * 37) % 61) })),
    edge(
        "stack",
        more: "series: s\nlayout: stacked\n",
        table(
            ["Wijk", "Soort"],
            ["Aantal"],
            rows: (1...7).flatMap { kind in
                [cells("Limmel", "soort \(kind)", kind * 3), cells("Nazareth", "soort \(kind)", kind == 2 ? -4 : 5)]
            }
        )
    ),
    edge(
        "series",
        type: "lines",
        more: "series: s\n",
        table(
            ["Jaar", "Wijk"],
            ["Aantal"],
            rows: (1...9).flatMap { line in (2016...2020).map { cells($0, "Wijk \(line)", 40 + line % 3) } }
        )
    ),
]

let goldenCases: [ChartCase] =
    indexCases + barCases + lineCases + tallyCases + organisationCases + edgeCases + partCases
    + timelineCases + matrixCases + spiderCases + annotationCases + everyAnnotationCase + figureCases + dotCases
    + tableCases + mapCases + longCases
