// What this edition says, gathered before pages are rendered: published below data/, and held against the edition before it.
import Crypto
import Datasets
import Documents
import Indicators
import Markup

extension Programme {
    /// The name by which a page is known in every edition.
    func pageID(_ index: Int) -> String { pages[index].header.id ?? pages[index].file }
}

/// - Parameter withTexts: whether paragraphs are gathered too; they take time, and only an edition that others are held against needs them.
func gatherFacts(_ programme: Programme, withTexts: Bool, jobs: Int) async -> EditionFacts {
    var facts = EditionFacts()
    // Through the published form, so that old and new are read in the same way.
    facts.numbers = (try? JSONText.read(programme.numbersJSON)).map(EditionFacts.numbers) ?? []
    facts.datasets = datasets(programme)
    let order = programme.map.inReadingOrder()
    facts.pages = order.map { index in
        let header = programme.pages[index].header
        return PageRecord(id: programme.pageID(index), address: programme.map.addresses[index].path, title: header.title, aliases: header.aliases.map(\.text))
    }
    guard withTexts else { return facts }
    let texts = await inSlices(order, jobs: jobs) { paragraphs(of: $0, programme) }
    facts.texts = Dictionary(zip(facts.pages.map(\.id), texts), uniquingKeysWith: { first, _ in first })
    return facts
}

/// The datasets that something published comes from, in the order of the package.
private func datasets(_ programme: Programme) -> [DatasetRecord] {
    let used = Set(programme.tables.values.map(\.origin.dataset) + programme.publishedNumbers.compactMap(\.provenance?.dataset))
    return programme.package.all.map(\.contract).filter { used.contains($0.name) }.map { contract in
        DatasetRecord(
            name: contract.name, title: contract.title, definition: contract.definition, unit: contract.unit, index: contract.index.map(indexWords))
    }
}

private func indexWords(_ index: IndexContract) -> String {
    var words = "index " + machineDigits(index.base)
    if let year = index.baseYear { words += " (\(year))" }
    if let reference = index.referenceTitle { words += " = " + reference }
    return words + ", \(index.direction.rawValue), \(index.method.rawValue)"
}

/// The paragraphs of a page with its parts: front matter, text, captions.
private func paragraphs(of page: Int, _ programme: Programme) -> [ParagraphRecord] {
    var found: [ParagraphRecord] = []
    func add(_ document: Document, _ node: Document.NodeIndex) {
        let holdsNumbers = (node..<document.end(node)).contains { document.kind($0) == .boundNumber }
        let text = document.plainText(node) { number in
            programme.numbers[document.text(number)]?.written(as: NumberFormat(rawValue: document.secondText(number)), in: programme.language).text ?? ""
        }
        guard !text.isEmpty else { return }
        let named = holdsNumbers ? document.plainText(node) { "{{\(document.text($0))}}" } : text
        found.append(ParagraphRecord(text: text, digest: digest(named)))
    }
    for text in programme.pages[page].header.texts { add(text.document, text.document.root) }
    for body in programme.bodies.texts(of: page) {
        var node = 0
        while node < body.document.nodeCount {
            switch body.document.kind(node) {
            case .paragraph, .heading, .row, .attribution:
                add(body.document, node)
                node = body.document.end(node)
            default: node += 1
            }
        }
    }
    for block in programme.bodies.blocks(of: page) { for text in block.texts { add(text.document, text.document.root) } }
    return found
}

/// Half of a SHA-256: enough to tell two paragraphs apart, short enough for a list of all of them.
private func digest(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: SHA256.hash(data: Array(text.utf8)).prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

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
                json.member("definition", dataset.definition)
                json.member("unit", dataset.unit)
                json.member("index", dataset.index)
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
                json.list(page.aliases) { $0.text($1) }
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
        json.list(facts.pages) { json, page in
            json.object { json in
                json.member("id", page.id)
                json.key("paragraphs")
                json.list(texts[page.id] ?? []) { json, paragraph in
                    json.object { json in
                        json.member("digest", paragraph.digest)
                        json.member("text", paragraph.text)
                    }
                }
            }
        }
    }
    json.end()
    return json.bytes
}
