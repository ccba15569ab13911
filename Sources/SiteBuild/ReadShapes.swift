// The map side of stage read: the GeoJSON files that maps name, each read once for every property that names its areas.
import Charts
import Declarations
import Diagnostics

/// The areas of all maps.
struct ShapeFiles: Sendable {
    private struct Key: Hashable, Sendable {
        let file: String
        let property: String?
    }
    private var shapes: [Key: Shapes] = [:]

    /// The areas of a map; nil for a chart that needs none, and where a finding says what is wrong with the file.
    subscript(_ spec: ChartSpec) -> Shapes? {
        spec.shapesFile.flatMap { shapes[Key(file: $0.text, property: spec.shapesKey?.text)] }
    }

    static func read(_ blocks: some Sequence<Block>, _ disk: Disk, files: Set<String>, findings: inout Findings)
        -> ShapeFiles
    {
        var result = ShapeFiles()
        var seen = Set<Key>()
        for case .chart(let chart) in blocks {
            guard let file = chart.spec.shapesFile else { continue }
            let key = Key(file: file.text, property: chart.spec.shapesKey?.text)
            guard seen.insert(key).inserted else { continue }
            guard files.contains(file.text), let bytes = disk.bytes(file.text) else {
                findings.error(
                    "map.no-file",
                    at: file.place,
                    en: "there is no file \(file.text)",
                    nl: "er is geen bestand \(file.text)",
                    hint: suggestion(for: file.text, among: files.filter { $0.hasSuffix("json") }.sorted())
                        ?? Wording(
                            en:
                                "put the GeoJSON in data/ and name it from the programme's folder, such as data/wijken.geojson",
                            nl:
                                "zet de GeoJSON in data/ en noem hem vanaf de map van het programma, zoals data/wijken.geojson"
                        )
                )
                continue
            }
            let place = chart.spec.shapesKey?.place ?? file.place
            result.shapes[key] = Shapes.read(bytes, file: file.text, key: key.property, at: place, findings: &findings)
        }
        return result
    }
}
