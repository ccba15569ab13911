// Findings about a map whose areas and rows do not match.
import Diagnostics

func checkMap(_ spec: ChartSpec, _ data: ChartData, _ shapes: Shapes?, findings: inout Findings) {
    guard spec.kind == .map, let map = spec.map else { return }
    let place = map.file?.place ?? spec.place
    if map.file != nil, shapes == nil {
        findings.error(
            "map.no-shapes",
            at: place,
            en: "\(spec.id.text): the shapes of this map could not be read",
            nl: "\(spec.id.text): de vormen van deze kaart konden niet gelezen worden"
        )
        return
    }
    let drawn = map.file == nil ? map.tiles.joined().compactMap { $0 } : shapes?.areas.map(\.code) ?? []
    let known = Set(drawn)
    let codes = data.categoryCodes.map(readable)
    let lost = codes.filter { !known.contains($0) }
    if !lost.isEmpty {
        let empty = lost.filter { shapes?.withoutGeometry.contains($0) ?? false }
        let words = Words(.nl)
        let english = Words(.en)
        findings.warning(
            "map.area-without-shape",
            at: spec.groupColumns.first?.place ?? place,
            en: "\(spec.id.text): no place on the map for \(english.list(lost))"
                + (empty.isEmpty ? "" : " (without geometry: \(english.list(empty)))"),
            nl: "\(spec.id.text): op de kaart is geen plaats voor \(words.list(lost))"
                + (empty.isEmpty ? "" : " (zonder geometrie: \(words.list(empty)))"),
            hint: lost.first.flatMap { suggestion(for: $0, among: drawn) }
                ?? Wording(
                    en: "the values of x must be those of \(map.key?.text ?? (map.file == nil ? "tiles" : "id"))",
                    nl: "de waarden van x moeten die van \(map.key?.text ?? (map.file == nil ? "tiles" : "id")) zijn"
                )
        )
    }
}
