// What an edition says, written below data/ for the editions after it, for the switcher, and for whoever wants to use it.
import Markup

/// data/datasets.json: what the datasets behind the edition measure; nil where it has none.
func datasetsJSON(_ facts: EditionFacts) -> [UInt8]? {
    guard !facts.datasets.isEmpty else { return nil }
    var json = JSONWriter()
    json.object { json in
        json.key("datasets")
        json.list(facts.datasets) { json, dataset in
            json.object { json in
                json.member("name", dataset.name)
                json.member("title", dataset.title)
                json.key("aliases")
                json.line(dataset.aliases) { $0.text($1) }
                json.member("definition", dataset.definition)
                json.member("unit", dataset.unit)
                json.member("index", dataset.index)
                json.member("bridge", dataset.bridge)
                json.member("illustrative", dataset.isIllustrative)
                json.member("indexWords", dataset.indexWords)
                json.key("breaks")
                json.list(dataset.breaks) { json, place in
                    json.object { json in
                        json.member("column", place.column)
                        json.member("from", place.from)
                        json.member("reason", place.reason)
                    }
                }
                json.key("areas")
                json.list(dataset.areas) { json, area in
                    json.object { json in
                        json.member("name", area.name)
                        json.key("members")
                        json.line(area.members) { $0.text($1) }
                    }
                }
            }
        }
    }
    json.end()
    return json.bytes
}

/// data/pages.json: every page with the name by which it is known in every edition.
func pagesJSON(_ facts: EditionFacts) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("pages")
        json.list(facts.pages) { json, page in
            json.object { json in
                json.member("id", page.id)
                json.member("address", page.address)
                json.member("title", page.title)
                json.key("aliases")
                json.line(page.aliases) { $0.text($1) }
                json.member("generated", page.isGenerated)
                json.member("kind", page.kind)
                json.member("status", page.status)
                json.key("interventions")
                json.list(page.interventions) { json, intervention in
                    json.object { json in
                        json.member("name", intervention.name)
                        json.member("status", intervention.status)
                    }
                }
            }
        }
    }
    json.end()
    return json.bytes
}

/// data/texts.json: every paragraph, for the edition that will be held against this one; nil where texts were not gathered.
func textsJSON(_ facts: EditionFacts) -> [UInt8]? {
    guard let texts = facts.texts else { return nil }
    var json = JSONWriter()
    json.object { json in
        json.key("pages")
        json.list(facts.pages.filter { texts[$0.id] != nil }) { json, page in
            json.object { json in
                json.member("id", page.id)
                json.key("paragraphs")
                json.list(texts[page.id] ?? []) { json, paragraph in
                    json.object { json in
                        json.member("digest", paragraph.digest)
                        json.member("text", paragraph.text)
                        if paragraph.isIllustrative { json.member("illustrative", true) }
                    }
                }
            }
        }
    }
    json.end()
    return json.bytes
}

/// data/figures.json: the released cells behind every figure and table; nil where there are none.
func figuresJSON(_ facts: EditionFacts) -> [UInt8]? {
    guard !facts.figures.isEmpty else { return nil }
    var json = JSONWriter()
    json.object { json in
        json.key("figures")
        json.list(facts.figures) { json, figure in json.object { figure.write(to: &$0) } }
    }
    json.end()
    return json.bytes
}

extension Programme {
    /// Whether a folder has these files, and as they would be written now.
    func isPublished(in folder: String) -> Bool {
        let files: [(path: String, bytes: [UInt8]?)] = [
            (EditionFacts.numbersFile, publishedNumbers.isEmpty ? nil : numbersJSON),
            (EditionFacts.datasetsFile, datasetsJSON(facts)), (EditionFacts.figuresFile, figuresJSON(facts)),
            (EditionFacts.pagesFile, pagesJSON(facts)), (EditionFacts.textsFile, textsJSON(facts)),
        ]
        return files.allSatisfy { (try? Disk.readFile(folder + "/" + $0.path).get()) == $0.bytes }
    }
}
