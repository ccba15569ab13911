// The golden drawings of parts, steps, streams and targets, one small source each.
@testable import Charts
@testable import Disclosure

private let targetNames = ["result", "target", "baseline"]

let targetCases: [ChartCase] = [
    ChartCase(
        name: "target",
        yaml: """
            id: fig-doelen
            type: target
            from: doelen
            x: intervention
            result: result
            target: target
            baseline: baseline
            status: status
            title: De trainingen haalden hun doel, twee interventies stopten
            """,
        table: table(
            ["Interventie", "Status"],
            ["Resultaat", "Doel", "Nulmeting"],
            rows: [
                cells("Getrainde professionals", "completed", 340, 300, 120),
                cells("Deelnemers aan workshops voor bewoners", "completed", 215, 250, nil),
                cells("Gezinnen met gezinsregie", "running", 14, 15, 0),
                cells("Gezondheidsambassadeurs", "running", 13, nil, nil),
                cells("Wmo-spoedprocedure", "not-used", 0, 20, nil),
                cells("Digitale overlegtafel (eGPO)", "gestopt op 1 april 2019", nil, 100, nil),
                cells("Jongeren gezien door de POH-jeugd", "completed", hidden, 40, nil),
            ],
            unit: "personen",
            decimals: 0,
            names: targetNames
        )
    ),
    ChartCase(
        name: "target-share",
        yaml: """
            id: fig-aandeel
            type: target
            from: doelen
            x: goal
            result: r
            target: t
            layout: share
            size: small
            title: Eén doel werd ruim gehaald
            """,
        table: table(
            ["Doel"],
            ["Resultaat", "Doelwaarde"],
            rows: [
                cells("Bezoeken", 12_400, 4000), cells("Praktijken", 9, 11), cells("Coaches", 3, nil),
                cells("Bijna", 998, 1000),
            ],
            decimals: 0,
            names: targetNames
        )
    ),
    ChartCase(
        name: "target-lower",
        yaml: """
            id: fig-wachttijd
            type: target
            from: doelen
            x: goal
            result: r
            target: t
            baseline: b
            better: lower
            title: De wachttijd daalde, behalve bij de specialist
            """,
        table: table(
            ["Soort zorg"],
            ["Wachttijd in weken", "Hoogstens", "In 2017"],
            rows: [cells("Basis-GGZ", 3.5, 4, 9), cells("Specialistische GGZ", 11, 8, 14)],
            names: targetNames
        )
    ),
]

let waterfallCases: [ChartCase] = [
    ChartCase(
        name: "waterfall",
        yaml: """
            id: fig-businesscase
            type: waterfall
            from: businesscase
            x: step
            y: euro
            step: kind
            better: lower
            title: Gezinsregie kost minder dan zij bespaart
            """,
        table: table(
            ["Stap", "Soort"],
            ["Kosten per gezin"],
            rows: [
                cells("Kosten zonder gezinsregie", "start", 71_500), cells("Jeugdwet", "change", -18_200),
                cells("Wmo", "change", -7300), cells("Zorgverzekeringswet", "change", -4417),
                cells("Kosten met gezinsregie", "subtotal", nil), cells("Kosten van gezinsregie", "change", 7917),
                cells("Netto kosten", "total", 49_500),
            ],
            unit: "€",
            decimals: 0
        )
    ),
    ChartCase(
        name: "waterfall-below",
        yaml: """
            id: fig-onder-nul
            type: waterfall
            from: businesscase
            x: step
            y: euro
            step: kind
            title: Het saldo gaat door nul
            """,
        table: table(
            ["Stap", "Soort"],
            ["Saldo"],
            rows: [
                cells("Begin", "start", 12), cells("Inzet", "verandering", -31), cells("Opbrengst", "verandering", 9),
                cells("Onbekende post", "verandering", nil), cells("Later", "verandering", 4),
                cells("Stand", "subtotaal", -8), cells("Bijdrage", "verandering", 8.5), cells("Eind", "totaal", 2),
            ],
            unit: "× € 1.000"
        )
    ),
]

let stackedCases: [ChartCase] = [
    ChartCase(
        name: "stacked",
        yaml: """
            id: fig-aandelen
            type: stacked
            from: ggz
            x: year
            y: {count: rows}
            series: route
            title: Steeds meer mensen worden in de wijk geholpen
            """,
        table: table(
            ["Jaar", "Route"],
            ["Verwijzingen"],
            rows: [2017: [120, 210, 80, 15], 2018: [190, 205, 58, 6], 2019: [260, 180, 9, 11]].sorted {
                $0.key < $1.key
            }
            .flatMap { year, values in
                zip(["In de wijk", "Basis-GGZ", "Specialistische GGZ", "Anders"], values).map {
                    cells(year, $0, $1)
                }
            } + [cells(2020, "In de wijk", 280), cells(2020, "Specialistische GGZ", hidden)],
            decimals: 0
        )
    ),
    ChartCase(
        name: "stacked-absolute",
        yaml: """
            id: fig-aantallen
            type: stacked
            from: ggz
            x: area
            y: n
            series: kind
            layout: absolute
            sort: descending
            title: In Limmel zijn de meeste gesprekken
            """,
        table: table(
            ["Wijk", "Gesprek"],
            ["Gesprekken"],
            rows: [
                cells("Limmel", "Huisarts", 48), cells("Limmel", "POH", 3), cells("Limmel", "Wijkteam", 21),
                cells("Nazareth", "Huisarts", 30), cells("Nazareth", "POH", 12), cells("Nazareth", "Wijkteam", 2),
            ],
            decimals: 0
        )
    ),
]

private let answers = ["Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens"]

let divergingCases: [ChartCase] = [
    ChartCase(
        name: "diverging",
        yaml: """
            id: fig-stellingen
            type: diverging
            from: enquete
            x: statement
            y: {count: rows}
            series: answer
            neutral: Neutraal
            title: Professionals zijn tevreden over de samenwerking, niet over de tijd
            """,
        table: table(
            ["Stelling", "Antwoord"],
            ["Antwoorden"],
            rows: [
                ("Ik weet wie ik kan bellen", [2, 6, 12, 45, 35]),
                ("Ik heb genoeg tijd voor overleg", [21, 38, 18, 17, 4]),
                ("De inwoner beslist mee", [0, 11, 33, 40, 13]),
            ].flatMap { statement, counts in zip(answers, counts).map { cells(statement, $0, $1) } },
            decimals: 0
        )
    ),
    ChartCase(
        name: "diverging-even",
        yaml: """
            id: fig-even
            type: diverging
            from: enquete
            x: statement
            y: n
            series: answer
            size: small
            title: Zonder neutraal antwoord
            """,
        table: table(
            ["Stelling", "Antwoord"],
            ["Antwoorden"],
            rows: [
                cells("Tevreden", "Nee", 12), cells("Tevreden", "Ja", 48), cells("Gehoord", "Nee", hidden),
                cells("Gehoord", "Ja", 51),
            ],
            decimals: 0
        )
    ),
]

/// Three answers on one side, and two that lie on no scale.
private let apartCase = ChartCase(
    name: "diverging-apart",
    yaml: """
        id: fig-apart
        type: diverging
        from: enquete
        x: statement
        y: n
        series: answer
        neutral: Neutraal
        outside: [Weet niet, N.v.t.]
        title: Wie het weet, is tevreden
        """,
    table: table(
        ["Stelling", "Antwoord"],
        ["Antwoorden"],
        rows: [
            ("Het overleg helpt", [11, 14, 25, 30, 22, 9, 2]), ("Ik leer van anderen", [0, 0, 0, 0, 0, 4, 0]),
            ("Ik houd tijd over voor andere gezinnen in de wijk", [40, 21, 9, 6, 2, 12, 30]),
        ].flatMap { statement, counts in
            zip(["Oneens", "Neutraal", "Beetje eens", "Eens", "Helemaal eens", "Weet niet", "N.v.t."], counts).map {
                cells(statement, $0, $1)
            }
        },
        decimals: 0
    )
)

let waffleCases: [ChartCase] = [
    ChartCase(
        name: "waffle-six",
        yaml: "id: fig-z\ntype: waffle\nfrom: d\nx: a\ny: n\ntitle: Zes delen, bijna alles is het eerste\n",
        table: table(
            ["Soort"],
            ["Vragen"],
            rows: zip(["Geld", "Werk", "Zorg", "Wonen", "School", "Anders"], [4120, 9, 8, 7, 6, 5]).map {
                cells($0, $1)
            },
            decimals: 0
        )
    ),
    ChartCase(
        name: "waffle",
        yaml: """
            id: fig-66
            type: waffle
            from: ggz
            x: outcome
            y: share
            title: 66 van de 100 verwijzingen bleven in de wijk
            """,
        table: table(["Uitkomst"], ["Aandeel"], rows: [cells("Geholpen in de wijk", 66)], unit: "%")
    ),
    ChartCase(
        name: "waffle-parts",
        yaml: """
            id: fig-delen
            type: waffle
            from: ggz
            x: route
            y: n
            title: De meeste mensen worden dicht bij huis geholpen
            """,
        table: table(
            ["Route"],
            ["Mensen"],
            rows: [
                cells("In de wijk", 321), cells("Basis-GGZ", 118), cells("Specialistische GGZ", 41), cells("Anders", 1),
            ],
            decimals: 0
        )
    ),
    ChartCase(
        name: "waffle-unknown",
        yaml: "id: fig-u\ntype: waffle\nfrom: d\nx: a\ny: n\ntitle: Een deel is verborgen\n",
        table: table(["Route"], ["Mensen"], rows: [cells("In de wijk", 321), cells("Elders", hidden)], decimals: 0)
    ),
]

let pictogramCases: [ChartCase] = [
    ChartCase(
        name: "pictogram",
        yaml: """
            id: fig-gezinnen
            type: pictogram
            from: gezinnen
            x: outcome
            y: n
            whole: all
            title: Zeven van de twaalf gezinnen hadden minder hulpverleners nodig
            """,
        table: table(
            ["Uitkomst"],
            ["Gezinnen", "gezinnen"],
            rows: [
                cells("Minder hulpverleners", 7, 12), cells("Eén plan", 12, 12),
                cells("Kind thuis gebleven", hidden, 12),
                cells("Schulden geregeld", 3, nil),
            ],
            decimals: 0,
            names: ["y", "whole"]
        )
    )
]

let flowCases: [ChartCase] = [
    ChartCase(
        name: "flow",
        yaml: """
            id: fig-hoc
            type: flow
            from: verwijzingen
            x: van
            to: naar
            y: n
            stages: [Verwijzer, Overleg, Zorg]
            title: Twee derde van de verwijzingen bleef in de wijk
            """,
        table: table(
            ["Van", "Naar"],
            ["Verwijzingen"],
            rows: [
                cells("Huisarts", "HOC", 420), cells("Wijkteam", "HOC", 150), cells("POH-GGZ", "HOC", 57),
                cells("HOC", "In de wijk", 414), cells("HOC", "Basis-GGZ", 120),
                cells("HOC", "Specialistische GGZ", 80),
                cells("Huisarts", "Specialistische GGZ", 35), cells("Wijkteam", "Specialistische GGZ", hidden),
            ],
            decimals: 0
        )
    ),
    ChartCase(
        name: "flow-long",
        yaml: "id: fig-lang\ntype: flow\nfrom: d\nx: a\nto: b\ny: n\nsize: wide\ntitle: Vier stappen\n",
        table: table(
            ["Van", "Naar"],
            ["Aantal"],
            rows: [
                cells("Aanmelding", "Sociaal-maatschappelijke ondersteuning", 12), cells("Aanmelding", "Gesprek", 100),
                cells("Gesprek", "Plan", 60), cells("Gesprek", "Geen hulp nodig", 40), cells("Plan", "Uitgevoerd", 45),
                cells("Plan", "Niet begonnen", 15), cells("Aanmelding", "Teruggetrokken", 1),
            ],
            decimals: 0
        )
    ),
]

let partCases: [ChartCase] =
    targetCases + waterfallCases + stackedCases + divergingCases + [apartCase] + waffleCases + pictogramCases
    + flowCases
