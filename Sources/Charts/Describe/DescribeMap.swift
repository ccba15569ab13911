// The description of `map`: classes with their areas, then what is missing.

extension Description {
    func map() -> [String] {
        let format = format()
        let index = data.origin?.index.map { IndexReading($0, words: words, format: format) }
        let classes = MapClasses(spec.map?.limits ?? [], values: data.values(of: 0), index: index)
        let kind = spec.map?.file == nil ? words("Schematische kaart", "Schematic map") : words("Kaart", "Map")
        var sentences = ["\(kind): \(subject())."]
        if let index {
            sentences.append(
                words(
                    "\(index.baseSentence); hoger is \(index.isHigherWorse ? words.less : words.more).",
                    "\(index.baseSentence); higher is \(index.isHigherWorse ? words.less : words.more)."
                )
            )
        }
        let named = named(0, series: 0)
        sentences.append(highestAndLowest(named, format))
        // With a few areas every value was just said.
        guard named.count > 4 else { return sentences }
        for place in classes.classes.indices {
            let members = named.filter { classes.index(of: $0.value) == place }.map(\.name)
            if members.isEmpty { continue }
            sentences.append(classes.text(place, format, words).capitalised + ": \(words.list(members)).")
        }
        let equal = named.filter { $0.value == classes.neutral }
        if let base = equal.first?.value {
            let number = format.limit(base)
            let names = words.list(equal.map(\.name))
            sentences.append(words("Gelijk aan \(number): \(names).", "Equal to \(number): \(names)."))
        }
        return sentences
    }

    /// Areas on the map that the rows do not have: by name where they are few, else how many lie around.
    func areasWithout(_ shapes: Shapes?) -> (names: [String], others: [String]) {
        let areas = spec.areasWithoutRow(data, shapes)
        if areas.count <= data.categories.count { return (areas, []) }
        let count = words.count(areas.count).capitalised
        return (
            [],
            [
                areas.count == 1
                    ? words(
                        "Eén ander gebied op de kaart heeft geen gegevens.",
                        "One other area on the map has no data."
                    )
                    : words(
                        "\(count) andere gebieden op de kaart hebben geen gegevens.",
                        "\(count) other areas on the map have no data."
                    )
            ]
        )
    }
}
