// What this edition says, gathered before pages are rendered: it is held against the edition before it, and published for those after it.
import Datasets
import Digests
import Documents
import Indicators
import Markup

extension Programme {
    /// The name by which a page is known in every edition.
    func pageID(_ index: Int) -> String { pages[index].header.id ?? pages[index].file }
}

/// - Parameter isCompared: whether numbers, figures and paragraphs are gathered too; they take time, and only an edition that others are
///   held against needs them.
func gatherFacts(_ programme: Programme, isCompared: Bool, jobs: Int) async -> EditionFacts {
    var facts = EditionFacts()
    // Through the published form, so that old and new are read in the same way.
    if isCompared { facts.numbers = (try? JSONText.read(programme.numbersJSON)).map(EditionFacts.numbers) ?? [] }
    facts.datasets = datasets(programme)
    let order = programme.map.inReadingOrder()
    facts.pages = order.map { record(of: $0, programme) } + generatedPages(programme)
    guard isCompared else { return facts }
    let texts = await inSlices(order, jobs: jobs) { paragraphs(of: $0, programme) }
    facts.texts = Dictionary(zip(facts.pages.map(\.id), texts), uniquingKeysWith: { first, _ in first })
    facts.figures = order.flatMap { figures(of: $0, programme) }
    return facts
}

/// So that readers of another edition find them too.
private func generatedPages(_ programme: Programme) -> [PageRecord] {
    var pages: [PageRecord] = []
    func add(_ id: String, _ address: Address, _ title: String, kind: String?) {
        pages.append(
            PageRecord(
                id: id,
                address: address.path,
                title: programme.strings[title],
                aliases: [],
                kind: kind,
                isGenerated: true
            )
        )
    }
    if programme.makesProvenancePage {
        add(PageRecord.provenanceID, programme.provenanceAddress, "provenance", kind: PageKind.provenance.rawValue)
    }
    if programme.past.previous != nil { add(PageRecord.changesID, programme.changesAddress, "changes", kind: nil) }
    return pages
}

private func record(of page: Int, _ programme: Programme) -> PageRecord {
    let header = programme.pages[page].header
    return PageRecord(
        id: programme.pageID(page),
        address: programme.map.addresses[page].path,
        title: header.title,
        aliases: programme.formerNames[page] ?? [],
        kind: header.kind.rawValue,
        status: header.status.map { programme.strings[$0.stringKey] },
        interventions: header.interventions.map {
            .init(name: $0.name, status: $0.status.map { programme.strings[$0.stringKey] })
        }
    )
}

/// The figures and tables of a page that show data; other diagrams are texts.
private func figures(of page: Int, _ programme: Programme) -> [FigureRecord] {
    let renderer = PageRenderer(programme, page: page)
    return programme.bodies.blocks(of: page).compactMap { block in
        guard let id = block.float?.id.text, let table = programme.tables[id] else { return nil }
        return FigureRecord(
            table,
            id: id,
            title: block.title.map(renderer.plain) ?? table.origin.title,
            page: programme.pageID(page)
        )
    }
}

/// The datasets that something published comes from, in the order of the package.
private func datasets(_ programme: Programme) -> [DatasetRecord] {
    let used = Set(
        programme.tables.values.map(\.origin.dataset) + programme.publishedNumbers.compactMap(\.provenance?.dataset)
    )
    return programme.package.all.map(\.contract).filter { used.contains($0.name) }.map { contract in
        DatasetRecord(
            name: contract.name,
            title: contract.title,
            aliases: contract.aliases,
            definition: contract.definition,
            unit: contract.unit,
            index: contract.index.map { indexKey($0, contract) },
            indexWords: contract.index.map { indexWords($0, contract, programme.strings) },
            areas: (contract.index?.combined ?? []).map { .init(name: $0.name.text, members: $0.members.map(\.text)) },
            breaks: contract.breaks.map {
                .init(column: contract.fields[$0.column].name, from: $0.from, reason: $0.reason)
            },
            bridge: contract.bridge,
            isIllustrative: contract.status == .illustrative
        )
    }
}

/// How scores are made, so that two editions can be held against each other whatever their words are.
private func indexKey(_ index: IndexContract, _ contract: DatasetContract) -> String {
    let parts: [(String, String?)] = [
        ("base", machineDigits(index.base)), ("baseYear", index.baseYear.map(String.init)),
        ("reference", index.referenceTitle),
        ("direction", index.direction.rawValue), ("method", index.method.rawValue),
        ("columns", columns(of: index, contract).joined(separator: " ")),
    ]
    return parts.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: "; ")
}

private func columns(of index: IndexContract, _ contract: DatasetContract) -> [String] {
    [index.value, index.denominator, index.reference, index.referenceDenominator].compactMap { $0 }.map {
        contract.fields[$0].name
    }
}

/// The same in words, for readers of *Wijzigingen*.
private func indexWords(_ index: IndexContract, _ contract: DatasetContract, _ strings: Strings) -> String {
    let reference = index.referenceTitle ?? strings["index_reference"]
    let base = index.baseYear.map {
        strings("index_base_year", ("base", machineDigits(index.base)), ("reference", reference), ("year", String($0)))
    }
    var words = [base ?? strings("index_base", ("base", machineDigits(index.base)), ("reference", reference))]
    words.append(strings[index.direction == .higherIsWorse ? "index_higher_worse" : "index_higher_better"])
    if index.method != .given {
        words.append(
            strings("index_" + index.method.rawValue, ("columns", columns(of: index, contract).joined(separator: ", ")))
        )
    }
    return words.joined(separator: "; ")
}

/// The paragraphs of a page with its parts: front matter, text, captions.
private func paragraphs(of page: Int, _ programme: Programme) -> [ParagraphRecord] {
    var found: [ParagraphRecord] = []
    let renderer = PageRenderer(programme, page: page)
    func add(_ document: Document, _ node: Document.NodeIndex, isIllustrative: Bool = false) {
        let isBound = (node..<document.end(node)).contains {
            [.boundNumber, .crossReference].contains(document.kind($0))
        }
        let text = document.plainText(node) { number in
            programme.numbers[document.text(number)]?.written(
                as: NumberFormat(rawValue: document.secondText(number)),
                in: programme.language
            ).text ?? ""
        } reference: {
            renderer.crossReference(document, $0)?.text ?? ""
        }
        guard !text.isEmpty else { return }
        // What a link or number says elsewhere is no change of this text.
        let named =
            isBound
            ? document.plainText(node) {
                "{{\(document.text($0))}}"
            } reference: {
                "[](\(document.text($0)))"
            } : text
        found.append(ParagraphRecord(text: text, digest: digest(named), isIllustrative: isIllustrative))
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
    for block in programme.bodies.blocks(of: page) {
        let table = block.float.flatMap { programme.tables[$0.id.text] }
        // The title of a figure that shows data is compared with the figure.
        for text in block.texts.dropFirst(table == nil || block.title == nil ? 0 : 1) {
            add(text.document, text.document.root, isIllustrative: table?.origin.isIllustrative ?? false)
        }
    }
    return found
}

/// Half of a SHA-256: enough to tell two paragraphs apart, short enough for a list of all of them.
private func digest(_ text: String) -> String { String(sha256(Array(text.utf8)).prefix(32)) }
