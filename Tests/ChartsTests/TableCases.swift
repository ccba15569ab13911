// Golden cases of `index-table`, and such tables at random.
@testable import Charts
@testable import Disclosure

private func block(_ more: String, title: String) -> String {
    "id: fig-tabel\ntype: index-table\nfrom: d\n\(more)\ntitle: \(title)\n"
}

private let areas = ["Wittevrouwenveld", "Wyckerpoort", "Nazareth", "Limmel"]

private func scores(_ names: [String], _ others: [String]) -> [[Cell]] {
    names.enumerated().flatMap { (row: Int, name: String) -> [[Cell]] in
        others.enumerated().map { (place: Int, other: String) -> [Cell] in
            let score = 80 + Double((row * 17 + place * 31) % 66) + Double(place) / 10
            return row == 2 && place == 1 ? cells(name, other, hidden) : cells(name, other, score)
        }
    }
}

let tableCases: [ChartCase] = [
    ChartCase(
        name: "index-table",
        yaml: block("x: theme\ny: index\nseries: area\nsort: descending", title: "Tien thema's in vier wijken"),
        table: table(["Thema", "Wijk"], ["Index"], rows: scores(themes, areas), index: maastricht)
    ),
    ChartCase(
        name: "index-table-turned",
        yaml: block(
            "x: area\ny: index\nseries: theme",
            title: "Als de thema's niet naast elkaar passen, staan ze onder elkaar"
        ),
        table: table(["Wijk", "Thema"], ["Index"], rows: scores(areas, themes), index: rotterdam)
    ),
    ChartCase(
        name: "index-table-wide",
        yaml: block("x: theme\ny: index\nseries: area", title: "Twaalf wijken passen niet naast elkaar"),
        table: table(
            ["Thema", "Wijk"],
            ["Index"],
            rows: scores(themes, (1...12).map { "Wijk met naam \($0)" }),
            index: maastricht
        )
    ),
]

func randomIndexTable(_ random: inout SeededRandom) -> ChartCase {
    let most = [1, 4, 25].randomElement(using: &random) ?? 4
    let shape = Int.random(in: 0...5, using: &random)
    let count = [1, 2, 5, 12, 30].randomElement(using: &random) ?? 5
    let series = (0..<Int.random(in: 1...14, using: &random)).map { "\(label(&random, most: most)) \($0)" }
    var rows: [[Cell]] = []
    for category in 0..<count {
        let name = "\(label(&random, most: most)) \(category)"
        for one in series where Int.random(in: 0..<8, using: &random) > 0 {
            rows.append([.text(name), .text(one), value(shape, &random)])
        }
    }
    let size = ["small", "text", "wide"].randomElement(using: &random) ?? "text"
    return ChartCase(
        name: "random",
        yaml: block("x: a\ny: v\nseries: b\nsize: \(size)", title: "t"),
        table: table(
            ["A", "B"],
            ["Index"],
            rows: rows,
            decimals: Int.random(in: 0...2, using: &random),
            index: [maastricht, rotterdam].randomElement(using: &random)
        )
    )
}
