// Blocks and tables at random, from a seed: long words, odd characters, extreme values, holes.
@testable import Charts
@testable import Disclosure

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private let words = [
    "zorg", "en", "de", "wijk", "Gezondheidsambassadeur", "sociaal-maatschappelijk", "POH/GGZ",
    "arbeidsongeschiktheidsverzekering", "Limmel",
    "één", "بيت الشفاء", "初診", "👨‍👩‍👧", "ŠĐČŁ", "<b>&\"'", "a\tb\nc", "\u{200F}omgekeerd",
    "verantwoordings\u{AD}verplichtingen", "1.000",
]

func label(_ random: inout SeededRandom, most: Int) -> String {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: " "
    )
}

func value(_ shape: Int, _ random: inout SeededRandom) -> Cell {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return .missing
    case 1: return .suppressed(below: 10)
    case 2 where shape > 2: return .suppressed(below: nil)
    default: break
    }
    switch shape {
    case 0: return .number(Double(Int.random(in: 0...900, using: &random)))
    case 1: return .number(Double.random(in: 60...160, using: &random))
    case 2: return .number(42)
    case 3: return .number(Double.random(in: -5e4...5e4, using: &random))
    case 4: return .number([1e-9, 1e12, 0, 3.5].randomElement(using: &random) ?? 0)
    default: return .missing
    }
}

func randomCase(_ random: inout SeededRandom) -> ChartCase {
    let kind = ["index-bars", "bars", "lines", "tally", "organisation"].randomElement(using: &random) ?? "bars"
    if kind == "organisation" { return randomOrganisation(&random) }
    if Int.random(in: 0..<2, using: &random) == 0 { return randomParts(&random) }
    let most = [1, 4, 25].randomElement(using: &random) ?? 4
    let count = [0, 1, 2, 5, 12, 13, 60].randomElement(using: &random) ?? 5
    let seriesCount = Bool.random(using: &random) || kind == "tally" ? 0 : Int.random(in: 1...6, using: &random)
    let shape = Int.random(in: kind == "tally" ? 0...2 : 0...5, using: &random)
    var yaml = "id: fig-x\ntype: \(kind)\nfrom: d\nx: a\ntitle: t\n"
    yaml += "size: \(["small", "text", "wide"].randomElement(using: &random) ?? "text")\n"
    yaml += "sort: \(["given", "ascending", "descending"].randomElement(using: &random) ?? "given")\n"
    var names = ["y"]
    switch kind {
    case "index-bars": yaml += "y: v\n" + (seriesCount > 0 ? "panels: b\n" : "")
    case "bars":
        yaml += "y: v\n" + (seriesCount > 0 ? "series: b\n" : "")
        yaml += Bool.random(using: &random) ? "layout: stacked\n" : ""
        yaml += Bool.random(using: &random) ? "orientation: vertical\n" : ""
    case "lines": yaml += "y: v\n" + (seriesCount > 0 ? "series: b\n" : "")
    default:
        yaml += "sessions: s\nparticipants: p\n"
        names = ["sessions", "participants"]
    }
    let isTime = kind == "lines" && Bool.random(using: &random)
    let categories = (0..<count).map { isTime ? "\(1990 + $0)" : "\(label(&random, most: most)) \($0)" }
    let series = (0..<seriesCount).map { "\(label(&random, most: most)) \($0)" }
    var rows: [[Cell]] = []
    for category in categories {
        if seriesCount == 0 {
            rows.append([.text(category)] + names.map { _ in value(shape, &random) })
        } else {
            for one in series where Int.random(in: 0..<8, using: &random) > 0 {
                rows.append([.text(category), .text(one), value(shape, &random)])
            }
        }
    }
    let index =
        kind == "index-bars" || (kind == "lines" && shape == 1)
        ? [maastricht, rotterdam].randomElement(using: &random) : nil
    return ChartCase(
        name: "random",
        yaml: yaml,
        table: table(
            seriesCount > 0 ? ["A", "B"] : ["A"],
            names.map { $0 == "y" ? "Waarde" : $0 },
            rows: rows,
            unit: ["%", "€", nil].randomElement(using: &random) ?? nil,
            decimals: Int.random(in: 0...2, using: &random),
            index: index,
            names: names
        )
    )
}

/// The types with parts, steps and streams.
private func randomParts(_ random: inout SeededRandom) -> ChartCase {
    let kind =
        ["stacked", "diverging", "waterfall", "flow", "target", "waffle", "pictogram"].randomElement(using: &random)
        ?? "target"
    let most = [1, 4, 25].randomElement(using: &random) ?? 4
    let count = [0, 1, 2, 5, 12, 13, 30].randomElement(using: &random) ?? 5
    let hasSeries = kind == "stacked" || kind == "diverging" || kind == "flow"
    let hasWords = kind == "waterfall" || kind == "target"
    let shape = Int.random(in: 0...(kind == "waterfall" || kind == "target" ? 5 : 4), using: &random)
    var yaml = "id: fig-x\ntype: \(kind)\nfrom: d\nx: a\ntitle: t\n"
    yaml += "size: \(["small", "text", "wide"].randomElement(using: &random) ?? "text")\n"
    var names = ["y"]
    switch kind {
    case "stacked":
        yaml += "y: v\nseries: b\nlayout: \(Bool.random(using: &random) ? "share" : "absolute")\n"
    case "diverging": yaml += "y: v\nseries: b\n"
    case "flow": yaml += "y: v\nto: b\n"
    case "waterfall": yaml += "y: v\nstep: k\n" + (Bool.random(using: &random) ? "better: lower\n" : "")
    case "target":
        yaml += "result: r\ntarget: t\nbaseline: b\nstatus: s\n"
        yaml += Bool.random(using: &random) ? "layout: share\n" : ""
        names = ["result", "target", "baseline"]
    case "pictogram":
        yaml += "y: v\nwhole: w\n"
        names = ["y", "whole"]
    default: yaml += "y: v\n"
    }
    let series = (0..<Int.random(in: 1...6, using: &random)).map { "\(label(&random, most: most)) \($0)" }
    let categories = (0..<count).map { "\(label(&random, most: most)) \($0)" }
    let steps = ["start", "change", "change", "change", "subtotal", "total", ""]
    var rows: [[Cell]] = []
    for (index, category) in categories.enumerated() {
        guard hasSeries else {
            let word =
                kind == "waterfall" ? steps.randomElement(using: &random) ?? "" : label(&random, most: most)
            rows.append(
                [.text(category)] + (hasWords ? [.text(word)] : []) + names.map { _ in value(shape, &random) }
            )
            continue
        }
        // In a flow some streams go on to another category, some even back.
        // In an enquiry some do not know.
        let others =
            kind == "flow"
            ? series + categories[..<min(index, 3)] : kind == "diverging" ? series + ["Weet niet", "N.v.t."] : series
        for one in others where Int.random(in: 0..<8, using: &random) > 0 {
            rows.append([.text(category), .text(one), value(shape, &random)])
        }
    }
    return ChartCase(
        name: "random",
        yaml: yaml,
        table: table(
            hasSeries || hasWords ? ["A", "B"] : ["A"],
            names.map { $0 == "y" ? "Waarde" : $0 },
            rows: rows,
            unit: ["%", "€", nil].randomElement(using: &random) ?? nil,
            decimals: Int.random(in: 0...2, using: &random),
            names: names
        )
    )
}

private func randomOrganisation(_ random: inout SeededRandom) -> ChartCase {
    let count = [1, 2, 5, 9, 30].randomElement(using: &random) ?? 5
    func quoted(_ text: String) -> String {
        "\""
            + text.replacing("\\", with: "").replacing("\"", with: "'").replacing("\t", with: " ").replacing(
                "\n",
                with: " "
            ) + "\""
    }
    var yaml =
        "id: fig-x\ntype: organisation\ntitle: t\nsize: \(["text", "wide"].randomElement(using: &random) ?? "text")\nbodies:\n"
    let most = [1, 3, 20].randomElement(using: &random) ?? 3
    let hasLevels = Bool.random(using: &random)
    for body in 0..<count {
        yaml += "  - {id: b\(body), name: \(quoted(label(&random, most: most)))"
        if Bool.random(using: &random) { yaml += ", note: \(quoted(label(&random, most: most)))" }
        if hasLevels { yaml += ", level: \(Int.random(in: 1...4, using: &random))" }
        yaml += "}\n"
    }
    if count > 1 {
        yaml += "relations:\n"
        for _ in 0..<Int.random(in: 1...count * 3 / 2, using: &random) {
            let from = Int.random(in: 0..<count, using: &random)
            let to = (from + Int.random(in: 1..<count, using: &random)) % count
            yaml +=
                "  - {from: b\(from), to: b\(to)"
                + (Bool.random(using: &random) ? ", label: \(quoted(label(&random, most: most)))}" : "}") + "\n"
        }
    }
    return ChartCase(name: "random", yaml: yaml, table: nil)
}
