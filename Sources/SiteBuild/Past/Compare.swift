// Two editions held against each other: which numbers changed and why, which pages and which texts.

/// What changed from one edition to the next.
public struct Changes: Sendable, Equatable {
    public var numbers: [NumberChange] = []
    public var datasets: [DatasetChange] = []
    public var pages: [PageChange] = []
    public var texts: [TextChange] = []

    public var isEmpty: Bool { numbers.isEmpty && datasets.isEmpty && pages.isEmpty && texts.isEmpty }
}

/// Why a number is another one now. Several may hold.
public enum ChangeCause: String, Sendable, CaseIterable {
    /// An erratum names it.
    case correction
    /// Its definition or unit: old and new are not one series.
    case definition
    case period
    /// Its dataset or the document it was taken from.
    case data
    /// The author wrote another value.
    case text
}

/// A number that changed, appeared or vanished.
public struct NumberChange: Sendable, Equatable {
    public var id: String
    public var old: NumberRecord?
    public var new: NumberRecord?
    public var causes: [ChangeCause]
    /// New minus old; nil where they are not numbers, or not one series.
    public var difference: Double?

    public var label: String { new?.label ?? old?.label ?? id }
}

/// A dataset that measures something else than it did.
public struct DatasetChange: Sendable, Equatable {
    public var old: DatasetRecord
    public var new: DatasetRecord
    /// Why old and new may be compared all the same.
    public var bridge: String?
}

/// A page that came, went or moved.
public struct PageChange: Sendable, Equatable {
    public enum Kind: String, Sendable { case added, removed, renamed }
    public var kind: Kind
    public var old: PageRecord?
    public var new: PageRecord?
}

/// The paragraphs of a page that differ, in the order of the text.
public struct TextChange: Sendable, Equatable {
    public struct Paragraph: Sendable, Equatable {
        /// nil for a new paragraph.
        public var old: String?
        /// nil for one that was left out.
        public var new: String?
    }
    public var page: PageRecord
    public var paragraphs: [Paragraph]
}

/// - Parameters:
///   - corrected: ids of numbers that errata name.
///   - bridges: why datasets may be compared with their past, by name.
public func compare(_ old: EditionFacts, _ new: EditionFacts, corrected: Set<String> = [], bridges: [String: String] = [:]) -> Changes {
    let datasets = compareDatasets(old.datasets, new.datasets, bridges: bridges)
    let redefined = Set(datasets.filter { $0.bridge == nil }.map(\.new.name))
    let pairs = matchPages(old.pages, new.pages)
    return Changes(
        numbers: compareNumbers(old.numbers, new.numbers, corrected: corrected, redefined: redefined),
        datasets: datasets,
        pages: comparePages(old.pages, new.pages, pairs),
        texts: compareTexts(old, new, pairs))
}

private func compareDatasets(_ old: [DatasetRecord], _ new: [DatasetRecord], bridges: [String: String]) -> [DatasetChange] {
    new.compactMap { dataset in
        guard let before = old.first(where: { $0.name == dataset.name }),
            (before.definition, before.unit, before.index) != (dataset.definition, dataset.unit, dataset.index)
        else { return nil }
        return DatasetChange(old: before, new: dataset, bridge: bridges[dataset.name])
    }
}

// MARK: Numbers

private func compareNumbers(_ old: [NumberRecord], _ new: [NumberRecord], corrected: Set<String>, redefined: Set<String>) -> [NumberChange] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(new.map(\.id))
    let changed = new.compactMap { number in
        guard let old = before[number.id] else { return NumberChange(id: number.id, new: number, causes: []) }
        return compare(old, number, isCorrected: corrected.contains(number.id), redefined: redefined)
    }
    let gone = old.filter { !ids.contains($0.id) }.map { NumberChange(id: $0.id, old: $0, causes: []) }
    return changed + gone
}

/// - Returns: nil where the same number stands in both.
private func compare(_ old: NumberRecord, _ new: NumberRecord, isCorrected: Bool, redefined: Set<String>) -> NumberChange? {
    let isSameValue = old.text == new.text && old.value == new.value && old.qualifier == new.qualifier
    let isRedefined = old.definition != new.definition || old.unit != new.unit || old.dataset != new.dataset && old.definition != nil || redefined.contains(new.dataset ?? "")
    var causes: [ChangeCause] = []
    if isCorrected { causes.append(.correction) }
    if isRedefined { causes.append(.definition) }
    if old.period != new.period { causes.append(.period) }
    if !isSameValue {
        // A digest that is withheld cannot tell; what is computed changes with its data.
        if old.sha256 != new.sha256 || (new.sha256 == nil && new.dataset != nil) || old.source != new.source { causes.append(.data) }
        if causes.isEmpty { causes.append(.text) }
    }
    if isSameValue && causes.allSatisfy({ $0 == .correction }) { return nil }
    let isOneSeries = !isRedefined || (new.bridge != nil && old.unit == new.unit)
    let difference = isOneSeries ? old.value.flatMap { before in new.value.map { $0 - before } } : nil
    return NumberChange(id: new.id, old: old, new: new, causes: causes, difference: difference)
}

// MARK: Pages

/// Pages of two editions that are the same one, by position: by id, or by a former name that the new one gives.
func matchPages(_ old: [PageRecord], _ new: [PageRecord]) -> [(old: Int, new: Int)] {
    var positions: [String: Int] = [:]
    for (index, page) in old.enumerated() {
        for name in [page.id] + page.aliases where positions[name] == nil { positions[name] = index }
    }
    var taken: Set<Int> = []
    var partner = [Int?](repeating: nil, count: new.count)
    // Ids come before former names: a page that kept its name is never given away.
    for names in [{ (page: PageRecord) in [page.id] }, { $0.aliases }] {
        for (index, page) in new.enumerated() where partner[index] == nil {
            guard let found = names(page).compactMap({ positions[$0] }).first(where: { !taken.contains($0) }) else { continue }
            taken.insert(found)
            partner[index] = found
        }
    }
    return partner.enumerated().compactMap { index, found in found.map { (old: $0, new: index) } }
}

private func comparePages(_ old: [PageRecord], _ new: [PageRecord], _ pairs: [(old: Int, new: Int)]) -> [PageChange] {
    let kept = Set(pairs.map(\.new))
    let left = Set(pairs.map(\.old))
    let added = new.indices.filter { !kept.contains($0) }.map { PageChange(kind: .added, new: new[$0]) }
    let removed = old.indices.filter { !left.contains($0) }.map { PageChange(kind: .removed, old: old[$0]) }
    let renamed = pairs.filter { old[$0.old].address != new[$0.new].address || old[$0.old].title != new[$0.new].title }
        .map { PageChange(kind: .renamed, old: old[$0.old], new: new[$0.new]) }
    return added + renamed + removed
}

/// Nothing where one of the two did not publish its texts.
private func compareTexts(_ old: EditionFacts, _ new: EditionFacts, _ pairs: [(old: Int, new: Int)]) -> [TextChange] {
    guard let oldTexts = old.texts, let newTexts = new.texts else { return [] }
    return pairs.compactMap { pair in
        let page = new.pages[pair.new]
        return compareTexts(oldTexts[old.pages[pair.old].id] ?? [], newTexts[page.id] ?? [], of: page)
    }
}

private func compareTexts(_ old: [ParagraphRecord], _ new: [ParagraphRecord], of page: PageRecord) -> TextChange? {
    let paragraphs = compareParagraphs(old, new)
    return paragraphs.isEmpty ? nil : TextChange(page: page, paragraphs: paragraphs)
}
