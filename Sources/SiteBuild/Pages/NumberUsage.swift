// Which page shows which number: gathered before rendering, because the register of numbers lists the pages.
import Declarations
import Diagnostics
import Documents
import Indicators

/// The pages on which every indicator is used, in text, front matter and blocks.
func numberUsage(_ pages: [SourcePage], _ bodies: Bodies, _ map: SiteMap) -> UsageRegister {
    var register = UsageRegister()
    for (index, page) in pages.enumerated() {
        let use = UsageRegister.Use(address: page.address.path, title: page.header.title)
        for body in bodies.texts(of: index) { note(numbers(in: body.document), on: use, in: &register) }
        for text in page.header.texts { note(numbers(in: text.document), on: use, in: &register) }
        for block in bodies.blocks(of: index) {
            for text in block.texts { note(numbers(in: text.document), on: use, in: &register) }
            note(block.indicators, on: use, in: &register)
        }
        for text in textsOfOthers(on: index, pages, bodies.blocks(of: index), map) {
            note(numbers(in: text.document), on: use, in: &register)
        }
    }
    return register
}

/// What a page shows of others that it lists: results in cards, interventions of all projects, the pages below it.
private func textsOfOthers(on index: Int, _ pages: [SourcePage], _ blocks: [Block], _ map: SiteMap) -> [InlineText] {
    var cards: [Int] = []
    var texts: [InlineText] = []
    var hasOwnList = false
    for block in blocks {
        switch block {
        case .pages(let block):
            hasOwnList = true
            cards += pagesListed(by: block, on: index, map, pages) ?? []
        case .interventions(let block):
            hasOwnList = true
            if block.projects == .all {
                texts += pages.filter { $0.header.kind == .project }.flatMap(\.header.interventionTexts)
            }
        default: break
        }
    }
    if !hasOwnList && index != map.home { cards += map.children[index] }
    return texts + cards.flatMap { [pages[$0].header.description, pages[$0].header.result].compactMap { $0 } }
}

private func note(_ ids: [String], on use: UsageRegister.Use, in register: inout UsageRegister) {
    for id in ids { register.note(id, on: use) }
}

private func numbers(in document: Document) -> [String] {
    (0..<document.nodeCount).filter { document.kind($0) == .boundNumber }.map { document.text($0) }
}

extension PageHeader {
    /// Every text of the front matter that may hold bound numbers.
    var texts: [InlineText] {
        [description, goal, method, result].compactMap { $0 } + interventionTexts
    }

    var interventionTexts: [InlineText] { interventions.flatMap { [$0.result, $0.detail].compactMap { $0 } } }
}

extension Block {
    /// Every text of the block that may hold bound numbers.
    var texts: [InlineText] {
        switch self {
        case .chart(let block): [block.title, block.caption, block.note].compactMap { $0 } + block.labels
        case .table(let block): [block.title, block.caption, block.note].compactMap { $0 }
        case .tiles(let tiles): tiles.flatMap { [$0.label, $0.text].compactMap { $0 } }
        case .targets(let block): [block.title, block.caption].compactMap { $0 }
        case .interventions(let block): [block.caption].compactMap { $0 }
        case .pages, .include: []
        }
    }

    /// The title of a chart or table; it comes first among the texts.
    var title: InlineText? {
        switch self {
        case .chart(let block): block.title
        case .table(let block): block.title
        default: nil
        }
    }

    /// Indicators that the block shows by name.
    var indicators: [String] {
        switch self {
        case .tiles(let tiles): tiles.map(\.indicator.text)
        case .targets(let block): block.indicators.map(\.text)
        default: []
        }
    }
}
