// Blocks and tables for the tests of this folder. Tables are made here as only disclosure control can make them elsewhere.
import Declarations
import Diagnostics
import Foundation

@testable import Charts
@testable import Disclosure

/// A chart block as an author writes it, and the rows that disclosure control let through.
struct ChartCase: Sendable, CustomStringConvertible {
    var name: String
    var yaml: String
    var table: ReleasedTable?
    var shapes: Shapes?
    var description: String { name }

    func spec(_ findings: inout Findings) -> ChartSpec? { read(yaml, &findings) }
}

func read(_ yaml: String, _ findings: inout Findings) -> ChartSpec? {
    guard
        case .mapping(let mapping)? = parseYAML(yaml, at: Place(file: "content/index.md", line: 1), findings: &findings)
    else { return nil }
    return ChartSpec.read(mapping, findings: &findings)
}

typealias Cell = ReleasedTable.Cell

/// Text becomes a category, numbers stay numbers, nil is missing.
func cells(_ values: Any?...) -> [Cell] {
    values.map { value in
        switch value {
        case let text as String: .text(text)
        case let number as Double: .number(number)
        case let number as Int: .number(Double(number))
        case let cell as Cell: cell
        default: .missing
        }
    }
}

let hidden = Cell.suppressed(below: 10)

func table(
    _ categories: [String],
    _ measures: [String],
    rows: [[Cell]],
    unit: String? = nil,
    decimals: Int = 1,
    index: ReleasedTable.IndexScale? = nil,
    isIllustrative: Bool = false,
    names: [String] = ["y"]
) -> ReleasedTable {
    let columns =
        categories.map { ReleasedTable.Column(name: $0.lowercased(), title: $0, role: .category) }
        + measures.enumerated().map {
            ReleasedTable.Column(name: names[$0], title: $1, role: .measure, unit: unit, decimals: decimals)
        }
    return ReleasedTable(
        columns: columns,
        rows: rows,
        origin: ReleasedTable.Origin(
            dataset: "gegevens",
            title: "Gegevens",
            source: "Eindrapport Blauwe Zorg in de Wijk",
            period: "2020",
            unit: unit,
            isIllustrative: isIllustrative,
            file: "data/gegevens.csv",
            sha256: "00",
            rowsUsed: rows.count,
            rowsInFile: rows.count,
            index: index
        )
    )
}

let maastricht = ReleasedTable.IndexScale(
    base: 100,
    baseYear: nil,
    direction: .higherIsWorse,
    reference: "gemiddelde van Maastricht"
)
let rotterdam = ReleasedTable.IndexScale(
    base: 100,
    baseYear: 2014,
    direction: .higherIsBetter,
    reference: "gemiddelde van de stad in 2014"
)

let themes = [
    "Ervaren gezondheid", "Lichamelijke klachten", "Psychische klachten", "Geldzorgen", "Regie over het leven",
    "Meedoen", "Eenzaamheid",
    "Sociale samenhang", "Vrijwilligers en mantelzorg", "Leefbaarheid en veiligheid",
]

/// The colours of the theme's own tokens.css, which golden drawings have.
let themeStyle: ChartStyle = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../templates/assets/css/tokens.css").standardizedFileURL
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    func colours(_ text: Substring) -> [String: String] {
        Dictionary(
            text.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6});/).map { (String($0.1), String($0.2)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
    let parts = text.split(separator: "@media screen and (prefers-color-scheme: dark)", maxSplits: 1)
    let light = parts.first.map(colours) ?? [:]
    let dark = light.merging(parts.last.map(colours) ?? [:]) { $1 }
    func palette(_ colours: [String: String]) -> Palette {
        Palette { (colours[$0.rawValue] ?? "").replacing(/^#([0-9a-f])\1\1\1\1\1$/) { "#\($0.1)\($0.1)\($0.1)" } }
    }
    return ChartStyle(light: palette(light), dark: palette(dark), paper: palette(light))
}()
