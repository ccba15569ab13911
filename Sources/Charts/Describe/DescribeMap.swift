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
        return sentences
    }
}
