// What a map block says about its areas: the file with their shapes and the property that names them, or tiles in rows; and its classes.
import Declarations
import Diagnostics

/// The areas of a map.
struct MapChoice: Sendable {
    /// The GeoJSON file; nil for tiles.
    var file: Scalar?
    /// The property of each feature that holds the value of x.
    var key: Scalar?
    /// The rows of the tile map from north to south; nil where there is no tile.
    var tiles: [[String?]] = []
    /// The limits between the classes, ascending.
    var limits: [Double] = []
}

extension MapChoice {
    static func read(_ fields: inout Fields, _ findings: inout Findings) -> MapChoice? {
        var choice = MapChoice()
        guard let shapes = fields.required("shapes") else { return nil }
        if shapes.text == "tiles" {
            choice.tiles = readTiles(&fields, at: shapes.place, &findings)
        } else {
            choice.file = shapes
            choice.key = fields.scalar("key")
        }
        if let limits = fields.scalars("classes") {
            for limit in limits {
                guard let number = Double(limit.text), number.isFinite, number > choice.limits.last ?? -.infinity else {
                    findings.error(
                        "map.classes",
                        at: limit.place,
                        en: "the limits of the classes must be numbers that rise",
                        nl: "de grenzen van de klassen moeten oplopende getallen zijn",
                        hint: Wording(en: "such as classes: [90, 110, 130]", nl: "zoals classes: [90, 110, 130]")
                    )
                    break
                }
                choice.limits.append(number)
            }
            if choice.limits.count > 6 {
                fields.error(
                    "map.too-many-classes",
                    at: "classes",
                    en: "\(choice.limits.count + 1) classes cannot be told apart; use at most seven",
                    nl: "\(choice.limits.count + 1) klassen zijn niet uit elkaar te houden; gebruik er hoogstens zeven"
                )
            }
        }
        return choice
    }

    /// A list of rows, each a list of areas; `.`, `-` and nothing are places without a tile.
    private static func readTiles(_ fields: inout Fields, at place: Place, _ findings: inout Findings) -> [[String?]] {
        guard case .list(let rows, _)? = fields.value("tiles"), !rows.isEmpty else {
            findings.error(
                "map.no-tiles",
                at: place,
                en: "a map of tiles needs the rows of its tiles",
                nl: "een tegelkaart heeft de rijen van zijn tegels nodig",
                hint: Wording(
                    en: "such as tiles: [[., Limmel], [Wyckerpoort, Nazareth]]",
                    nl: "zoals tiles: [[., Limmel], [Wyckerpoort, Nazareth]]"
                )
            )
            return []
        }
        var seen = Set<String>()
        return rows.map { row -> [String?] in
            let cells: [Value] = if case .list(let cells, _) = row { cells } else { [row] }
            return cells.map { cell -> String? in
                guard case .scalar(let name) = cell, !name.isNull, ![".", "-", ""].contains(name.text) else {
                    return nil
                }
                let text = readable(name.text)
                if seen.insert(text).inserted { return text }
                findings.error(
                    "map.tile-twice",
                    at: name.place,
                    en: "\(text) has a tile already",
                    nl: "\(text) heeft al een tegel"
                )
                return nil
            }
        }
    }
}

extension ChartSpec {
    /// The GeoJSON file that this chart draws, relative to the programme's root; nil for every chart but a map with shapes.
    public var shapesFile: Scalar? { map?.file }
    /// The property that names the areas in that file; nil for the feature's own id.
    public var shapesKey: Scalar? { map?.key }
}
