// Golden cases of `index-dots`, `dumbbell`, `slope` and `interval`.
@testable import Charts
@testable import Disclosure

private func block(_ type: String, _ more: String, title: String) -> String {
    "id: fig-\(type)\ntype: \(type)\nfrom: d\n\(more)\ntitle: \(title)\n"
}

private let scores: [(String, Double, Double, Double)] = [
    ("Ervaren gezondheid", 134.9, 126.1, 143.7), ("Geldzorgen", 146.5, 131, 162), ("Eenzaamheid", 104.2, 96.5, 111.9),
    ("Sociale samenhang", 88.4, 81.2, 95.6), ("Meedoen", 100, 93, 107),
]

private let measured = ["index", "ondergrens", "bovengrens"]

private let indexDotCases: [ChartCase] = [
    ChartCase(
        name: "index-dots",
        yaml: block(
            "index-dots",
            "x: theme\ny: index\nlow: l\nhigh: h",
            title: "Geldzorgen liggen ver boven het gemiddelde"
        ),
        table: table(
            ["Thema"],
            measured,
            rows: scores.map { cells($0.0, $0.1, $0.2, $0.3) } + [cells("Regie over het leven", hidden, nil, nil)],
            index: maastricht,
            names: ["y", "low", "high"]
        )
    ),
    ChartCase(
        name: "index-dots-panels",
        yaml: block(
            "index-dots",
            "x: theme\ny: index\npanels: area\nsize: wide\nsort: descending",
            title: "Vier wijken langs één as"
        ),
        table: table(
            ["Thema", "Gebied"],
            ["Index"],
            rows: ["Limmel", "Nazareth", "Wyckerpoort", "Wittevrouwenveld"].enumerated().flatMap { place, area in
                themes.enumerated().map { (row: Int, theme: String) -> [Cell] in
                    let score = 80 + (place * 13 + row * 29) % 70
                    return cells(theme, area, score)
                }
            },
            index: rotterdam
        )
    ),
    ChartCase(
        name: "index-dots-many",
        yaml: block("index-dots", "x: theme\ny: index", title: "Twintig thema's zonder getallen"),
        table: table(
            ["Thema"],
            ["Index"],
            rows: (1...20).map { cells("Thema \($0)", $0 == 7 ? nil : 80 + Double($0 * 7 % 50)) },
            index: maastricht
        )
    ),
]

private let grades: [(String, Double?, Double?)] = [
    ("Wittevrouwenveld", 6.4, 7.1), ("Nazareth", 6.9, nil), ("Limmel", 5.8, 6.6), ("Wyckerpoort", 6.3, 6.3),
    ("Blauwe Zorg wijken samen", 6.5, 6.2),
]

private let momentCases: [ChartCase] = [
    ChartCase(
        name: "dumbbell",
        yaml: block("dumbbell", "x: area\nbefore: v\nafter: n", title: "In twee van de vijf gebieden steeg het cijfer"),
        table: table(
            ["Wijk"],
            ["Cijfer in 2017", "Cijfer in 2019"],
            rows: grades.map { cells($0.0, $0.1, $0.2) } + [cells("Malberg", nil, hidden)],
            names: ["before", "after"]
        )
    ),
    ChartCase(
        name: "dumbbell-axis",
        yaml: block("dumbbell", "x: area\ny: v\nseries: year", title: "Zestien buurten langs een as"),
        table: table(
            ["Buurt", "Jaar"],
            ["Aandeel"],
            rows: (1...16).flatMap { (place: Int) -> [[Cell]] in
                let (before, after) = (40 + place * 7 % 30, 44 + place * 11 % 30)
                return [cells("Buurt \(place)", 2016, before), cells("Buurt \(place)", 2020, after)]
            },
            unit: "%",
            decimals: 0
        )
    ),
    ChartCase(
        name: "slope",
        yaml: block("slope", "x: area\nbefore: v\nafter: n", title: "In twee van de vijf gebieden steeg het cijfer"),
        table: table(
            ["Wijk"],
            ["Cijfer in 2017", "Cijfer in 2019"],
            rows: grades.map { cells($0.0, $0.1, $0.2) } + [cells("Malberg", nil, hidden)],
            names: ["before", "after"]
        )
    ),
    ChartCase(
        name: "slope-two",
        yaml: block("slope", "x: year\ny: v\nseries: area", title: "De wijk nadert de stad"),
        table: table(
            ["Jaar", "Gebied"],
            ["Index"],
            rows: [
                cells(2020, "Wijk", 118.2), cells(2016, "Wijk", 134.9), cells(2016, "Stad", 101),
                cells(2020, "Stad", 100),
            ],
            index: maastricht
        )
    ),
    ChartCase(
        name: "slope-close",
        yaml: block("slope", "x: year\ny: v\nseries: area", title: "Veel lijnen dicht bij elkaar"),
        table: table(
            ["Jaar", "Gebied"],
            ["Aandeel"],
            rows: (1...14).flatMap { (place: Int) -> [[Cell]] in
                let name = "Gebied met een lange naam \(place)"
                return [cells(2016, name, 50 + place % 3), cells(2020, name, 51 + place % 4)]
            },
            unit: "%",
            decimals: 0
        )
    ),
]

private let intervalCases: [ChartCase] = [
    ChartCase(
        name: "interval",
        yaml: block(
            "interval",
            "x: group\ny: v\nlow: l\nhigh: h\nn: n",
            title: "Het cijfer van deelnemers ligt hoger dan dat van anderen"
        ),
        table: table(
            ["Groep"],
            ["Cijfer", "Ondergrens", "Bovengrens", "Aantal"],
            rows: [
                cells("Deelnemers aan de training", 7.4, 7.1, 7.7, 128), cells("Wachtlijst", 6.6, 6.1, 7.1, 43),
                cells("Vergelijkingsgroep", 6.5, 6.3, 6.7, 1204), cells("Mantelzorgers", hidden, nil, nil, hidden),
            ],
            names: ["y", "low", "high", "n"]
        )
    ),
    ChartCase(
        name: "interval-plain",
        yaml: block("interval", "x: group\ny: v\nlow: l\nhigh: h\nsort: descending", title: "Zonder aantallen"),
        table: table(
            ["Groep"],
            ["Verschil", "Ondergrens", "Bovengrens"],
            rows: [
                cells("Zorgkosten", -120, -310, 70), cells("Huisarts", 45, 12, 78), cells("Medicijnen", -8, -20, 4),
            ],
            unit: "€",
            decimals: 0,
            names: ["y", "low", "high"]
        )
    ),
]

let dotCases: [ChartCase] = indexDotCases + momentCases + intervalCases

/// Blocks of these types with data at random.
func randomDots(_ random: inout SeededRandom) -> ChartCase {
    let kind = ["index-dots", "dumbbell", "slope", "interval"].randomElement(using: &random) ?? "interval"
    let most = [1, 4, 25].randomElement(using: &random) ?? 4
    let count = [0, 1, 2, 5, 12, 13, 60].randomElement(using: &random) ?? 5
    let shape = Int.random(in: 0...5, using: &random)
    var yaml = "id: fig-x\ntype: \(kind)\nfrom: d\nx: a\ntitle: t\n"
    yaml += "size: \(["small", "text", "wide"].randomElement(using: &random) ?? "text")\n"
    yaml += "sort: \(["given", "ascending", "descending"].randomElement(using: &random) ?? "given")\n"
    var names = ["y"]
    var series: [String] = []
    switch kind {
    case "index-dots", "interval":
        yaml += "y: v\n"
        if kind == "interval" || Bool.random(using: &random) {
            yaml += "low: l\nhigh: h\n"
            names += ["low", "high"]
        }
        if kind == "interval", Bool.random(using: &random) {
            yaml += "n: n\n"
            names.append("n")
        }
        if kind == "index-dots", Bool.random(using: &random) {
            yaml += "panels: b\n"
            series = (0..<4).map { "\(label(&random, most: most)) \($0)" }
        }
    default:
        if Bool.random(using: &random) {
            yaml += "before: v\nafter: n\n"
            names = ["before", "after"]
        } else {
            yaml += "y: v\nseries: b\n"
            series = (0..<Int.random(in: 1...3, using: &random)).map { "\(label(&random, most: most)) \($0)" }
        }
    }
    var rows: [[Cell]] = []
    for category in 0..<count {
        let name = "\(label(&random, most: most)) \(category)"
        for one in series.isEmpty ? [""] : series where series.isEmpty || Int.random(in: 0..<8, using: &random) > 0 {
            rows.append(
                [.text(name)] + (series.isEmpty ? [] : [.text(one)]) + names.map { _ in value(shape, &random) }
            )
        }
    }
    let needsIndex = kind == "index-dots" || Int.random(in: 0..<3, using: &random) == 0
    return ChartCase(
        name: "random",
        yaml: yaml,
        table: table(
            series.isEmpty ? ["A"] : ["A", "B"],
            names.map { "\(label(&random, most: most)) \($0)" },
            rows: rows,
            unit: ["%", "€", nil].randomElement(using: &random) ?? nil,
            decimals: Int.random(in: 0...2, using: &random),
            index: needsIndex ? [maastricht, rotterdam].randomElement(using: &random) : nil,
            names: names
        )
    )
}
