// Everything that is known about one number, a row for each fact: the register of numbers shows it on the web and in print.
import Indicators
import Markup

struct NumberFact {
    /// The heading's key in the theme's words.
    var key: String
    var text: String
    /// A path or a digest: shown in fixed width, as it is.
    var isCode = false
}

extension Programme {
    /// The pages that show the number are left out: the web links to them.
    func facts(of number: PublishedNumber) -> [NumberFact] {
        var facts: [NumberFact] = []
        func add(_ key: String, _ text: String?, isCode: Bool = false) {
            if let text, !text.isEmpty { facts.append(NumberFact(key: key, text: text, isCode: isCode)) }
        }
        add(
            "formula",
            number.provenance.map { language == .nl ? $0.definition.nl : $0.definition.en } ?? strings["declared"]
        )
        add("source", number.source)
        add("period", number.period)
        add("n", number.writtenN(in: language))
        add("baseline", number.baseline.map { number.written($0, in: language) })
        add("target", number.target.map { number.written($0, in: language) })
        add("note_on_number", number.note)
        if let provenance = number.provenance {
            if let used = provenance.rowsUsed, let all = provenance.rowsInFile {
                let words = [used, all].map { language.number(Double($0)) ?? String($0) }
                add("rows", strings("rows_of", ("used", words[0]), ("all", words[1])))
            } else {
                add("rows", strings["rows_withheld"])
            }
            // The file is named, not linked: raw rows are not released, and only released cells may be published.
            add("file", provenance.file, isCode: true)
            if let digest = provenance.sha256 {
                add("digest", digest, isCode: true)
            } else {
                add("digest", strings["digest_withheld"])
            }
        }
        add("id", number.id)
        return facts
    }
}
