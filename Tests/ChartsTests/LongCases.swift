// Golden cases of what gets more than it is made for: names that are alike, moments of other series, many columns, a few days, a file of a country.
@testable import Charts
@testable import Disclosure

private let manyCells: [[Cell]] = (0..<60).map { index -> [Cell] in
    let (column, row) = (index / 6, index % 6)
    let word = (row + column) % 5 == 0 ? nil : ["sterk", "enig", "geen"][(row * column) % 3]
    return cells("Doel \(column + 1)", "Aanpak \(row + 1)", word)
}

let longCases: [ChartCase] = [
    ChartCase(
        name: "bars-alike",
        yaml: "id: fig-gelijk\ntype: bars\nfrom: d\nx: vraag\ny: y\ntitle: Namen die pas aan het einde verschillen\n",
        table: table(
            ["Vraag"],
            ["Aandeel"],
            rows: ["de huisarts", "het wijkteam", "de wijkverpleging"].enumerated().map {
                cells(
                    "Aandeel ouderen dat weet waar hulp te vinden is en in het afgelopen jaar contact had met iemand die daarbij kon helpen, zoals \($1)",
                    40 + $0
                )
            },
            unit: "%",
            decimals: 0
        )
    ),
    ChartCase(
        name: "lines-moments",
        yaml:
            "id: fig-dagen\ntype: lines\nfrom: d\nx: dag\ny: y\nseries: plaats\ntitle: Twee plaatsen, elk op eigen dagen gemeten\n",
        table: table(
            ["Dag", "Plaats"],
            ["Wachttijd"],
            rows: [
                cells("2019-02-01", "Limmel", 31), cells("2019-02-14", "Limmel", 24),
                cells("2019-03-02", "Limmel", nil),
                cells("2019-03-18", "Limmel", 19), cells("2019-04-01", "Limmel", 17),
                cells("2019-02-04", "Nazareth", 22), cells("2019-02-20", "Nazareth", 27),
                cells("2019-03-29", "Nazareth", 25),
            ],
            unit: "dagen",
            decimals: 0
        )
    ),
    ChartCase(
        name: "matrix-symbols",
        yaml:
            "id: fig-tien\ntype: matrix\nfrom: d\nx: doel\ny: aanpak\nvalue: bewijs\nlevels: [sterk, enig, geen]\nsize: wide\ntitle: Tien doelen naast elkaar\n",
        table: table(
            ["Doel", "Aanpak", "Bewijs"],
            [],
            rows: manyCells
        )
    ),
    ChartCase(
        name: "timeline-days",
        yaml: """
            id: fig-week
            type: timeline
            title: De cursus duurde twee weken
            items:
              - {name: Werving, start: 2021-03-01, end: 2021-03-05}
              - {name: Cursus, start: 2021-03-08, end: 2021-03-12}
              - {name: Diploma, date: 2021-03-12}
            """
    ),
    ChartCase(
        name: "map-window",
        yaml:
            "id: fig-venster\ntype: map\nfrom: d\nx: wijk\ny: y\nshapes: data/wijken.geojson\nkey: code\ntitle: Zes van zestig gebieden, één te klein om te zien\n",
        table: table(
            ["Wijk"],
            ["Index"],
            rows: [
                cells("v-2-3", 100), cells("v-2-4", 131), cells("v-3-3", 84), cells("v-3-4", hidden),
                cells("v-4-3", 118), cells("Eiland", 142),
            ],
            decimals: 0,
            index: maastricht
        ),
        shapes: country(rows: 6, specks: [("Eiland", 5400, 4400)])
    ),
]
