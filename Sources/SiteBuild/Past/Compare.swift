// Two editions held against each other: which numbers changed and why, which figures, pages and texts.
import Markup

/// - Parameter corrections: what errata in the old edition's numbers say, by the number's id.
public func compare(_ old: EditionFacts, _ new: EditionFacts, corrections: [String: String] = [:]) -> Changes {
    let datasets = compareDatasets(old.datasets, new.datasets)
    let redefined = Set(datasets.map(\.new).filter { $0.bridge == nil }.map(\.name))
    let renamed = Dictionary(new.datasets.flatMap { dataset in dataset.aliases.map { ($0, dataset.name) } }, uniquingKeysWith: { first, _ in first })
    let pairs = matchPages(old.pages, new.pages)
    return Changes(
        numbers: compareNumbers(old.numbers, new.numbers, corrections: corrections, redefined: redefined, renamed: renamed),
        datasets: datasets,
        figures: compareFigures(old.figures, new.figures, redefined: redefined),
        statuses: pairs.flatMap { compareStatuses(old.pages[$0.old], new.pages[$0.new]) },
        pages: comparePages(old.pages, new.pages, pairs),
        texts: compareTexts(old, new, pairs))
}

private func compareDatasets(_ old: [DatasetRecord], _ new: [DatasetRecord]) -> [DatasetChange] {
    new.compactMap { dataset in
        guard let before = old.first(where: { $0.name == dataset.name }) ?? old.first(where: { dataset.aliases.contains($0.name) }),
            !dataset.measuresTheSame(as: before)
        else { return nil }
        return DatasetChange(old: before, new: dataset)
    }
}

// MARK: Numbers

/// - Parameter renamed: what datasets are called now, by their former names.
private func compareNumbers(
    _ old: [NumberRecord], _ new: [NumberRecord], corrections: [String: String], redefined: Set<String>, renamed: [String: String]
) -> [NumberChange] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(new.map(\.id))
    let changed = new.compactMap { number in
        guard var old = before[number.id] else { return NumberChange(id: number.id, new: number, causes: []) }
        old.dataset = old.dataset.map { name in name == number.dataset ? name : renamed[name] ?? name }
        return compare(old, number, correction: corrections[number.id], redefined: redefined)
    }
    let gone = old.filter { !ids.contains($0.id) }.map { NumberChange(id: $0.id, old: $0, causes: []) }
    return changed + gone
}

/// - Returns: nil where readers see the same number in both, with the same meaning.
private func compare(_ old: NumberRecord, _ new: NumberRecord, correction: String?, redefined: Set<String>) -> NumberChange? {
    var change = NumberChange(id: new.id, old: old, new: new, causes: [])
    let isRedefined = old.definition != new.definition || old.unit != new.unit || old.dataset != new.dataset && old.definition != nil || redefined.contains(new.dataset ?? "")
    if correction != nil && change.isOtherNumber {
        change.causes.append(.correction)
        change.correction = correction
    }
    if isRedefined { change.causes.append(.definition) }
    if old.period != new.period { change.causes.append(.period) }
    if change.isOtherNumber && correction == nil {
        // A digest that is withheld cannot tell; what is computed changes with its data.
        if old.sha256 != new.sha256 || (new.sha256 == nil && new.dataset != nil) || old.source != new.source { change.causes.append(.data) }
        if change.causes.isEmpty { change.causes.append(.text) }
    }
    if change.causes.isEmpty { return nil }
    let isOneSeries = !isRedefined || (new.bridge != nil && old.unit == new.unit)
    if isOneSeries, let before = old.value, let after = new.value { change.difference = difference(before, after) }
    return change
}

/// New minus old without the noise of binary fractions: 0.3 − 0.1 is 0.2.
private func difference(_ old: Double, _ new: Double) -> Double {
    let decimals = [old, new].map { value in machineDigits(value).split(separator: ".").dropFirst().first?.utf8.count ?? 0 }.max() ?? 0
    return FixedDecimal(new - old, decimals: min(decimals, 6)).flatMap { Double($0.digits()) } ?? new - old
}

// MARK: Pages

private func compareStatuses(_ old: PageRecord, _ new: PageRecord) -> [StatusChange] {
    var changes: [StatusChange] = []
    if old.status != new.status { changes.append(StatusChange(page: new, old: old.status, new: new.status)) }
    let before = Dictionary(old.interventions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.interventions.map(\.name))
    for intervention in new.interventions where before[intervention.name]?.status != intervention.status {
        changes.append(StatusChange(page: new, intervention: intervention.name, old: before[intervention.name]?.status, new: intervention.status))
    }
    for intervention in old.interventions where !names.contains(intervention.name) {
        changes.append(StatusChange(page: new, intervention: intervention.name, old: intervention.status, new: nil))
    }
    return changes
}

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
    let added = new.indices.filter { !kept.contains($0) && !new[$0].isGenerated }.map { PageChange(kind: .added, new: new[$0]) }
    let removed = old.indices.filter { !left.contains($0) && !old[$0].isGenerated }.map { PageChange(kind: .removed, old: old[$0]) }
    let renamed = pairs.filter { !new[$0.new].isGenerated }
        .filter { old[$0.old].address != new[$0.new].address || old[$0.old].title != new[$0.new].title }
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
