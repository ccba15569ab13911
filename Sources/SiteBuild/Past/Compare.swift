// Two editions held against each other: which numbers changed and why, which figures, pages and texts.
import Foundation
import Indicators
import Markup

/// What an erratum says of a number.
public struct Correction: Sendable, Equatable {
    public var new: String
    public var reason: String

    public init(new: String, reason: String) {
        self.new = new
        self.reason = reason
    }
}

/// - Parameter corrections: what errata in the old edition's numbers say, by the number's id.
public func compare(_ old: EditionFacts, _ new: EditionFacts, corrections: [String: Correction] = [:]) -> Changes {
    let datasets = compareDatasets(old.datasets, new.datasets)
    let series = Series(datasets: datasets, renamed: new.datasets)
    let pairs = matchPages(old.pages, new.pages)
    let numbers = compareNumbers(old.numbers, new.numbers, corrections: corrections, series)
    return Changes(
        numbers: numbers,
        datasets: datasets,
        figures: old.hasFigures && new.hasFigures ? compareFigures(old.figures, new.figures, series) : [],
        statuses: compareStatuses(old.pages, new.pages, pairs),
        pages: comparePages(old.pages, new.pages, pairs),
        texts: compareTexts(old.withholding(numbers.filter { $0.kind == .hidden }.map(\.id)), new, pairs)
    )
}

private func compareDatasets(_ old: [DatasetRecord], _ new: [DatasetRecord]) -> [DatasetChange] {
    new.compactMap { dataset in
        guard
            let before = old.first(where: { $0.name == dataset.name })
                ?? old.first(where: { dataset.aliases.contains($0.name) }),
            dataset.isRedefined(since: before) || !dataset.areasMadeOtherwise(than: before).isEmpty
        else { return nil }
        return DatasetChange(old: before, new: dataset)
    }
}

// MARK: Numbers

private func compareNumbers(
    _ old: [NumberRecord],
    _ new: [NumberRecord],
    corrections: [String: Correction],
    _ series: Series
) -> [NumberChange] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(new.map(\.id))
    let changed = new.compactMap { number in
        guard let old = before[number.id] else { return NumberChange(id: number.id, new: number, causes: []) }
        return compare(old, number, correction: corrections[number.id], series)
    }
    let gone = old.filter { !ids.contains($0.id) }.map { NumberChange(id: $0.id, old: $0, causes: []) }
    return changed + gone
}

/// - Returns: nil where readers see the same number in both, with the same meaning.
private func compare(_ old: NumberRecord, _ new: NumberRecord, correction: Correction?, _ series: Series)
    -> NumberChange?
{
    var old = old
    // What may not be shown any more is not shown in passing either.
    if new.isSuppressed && !old.isSuppressed { old.withhold() }
    var change = NumberChange(id: new.id, old: old, new: new, causes: [])
    let readsOtherwise = old.text != new.text || old.qualifier != new.qualifier
    let isRedefined =
        old.definition != new.definition || !isSameUnit(old.unit, new.unit)
        || !series.isSame(old.dataset, new.dataset) && old.definition != nil
        || old.isIllustrative != new.isIllustrative
        || series.breaks(new.dataset, mentions: { new.definition?.contains($0) ?? false }, isBefore: new.isBefore)
    let isCorrected = readsOtherwise && correction.map { corrects($0, new) } ?? false
    if isCorrected {
        change.causes.append(.correction)
        change.correction = correction?.reason
    }
    if isRedefined { change.causes.append(.definition) }
    if old.period != new.period { change.causes.append(.period) }
    if old.target != new.target || old.baseline != new.baseline { change.causes.append(.target) }
    if readsOtherwise && !isCorrected { change.causes += causes(old, new, isRedefined: isRedefined) }
    // Next to a number that is hidden, the people behind it may not be told either.
    if old.n != new.n && !old.isSuppressed && !new.isSuppressed { change.causes.append(.n) }
    if old.source != new.source { change.causes.append(.source) }
    if old.note != new.note { change.causes.append(.note) }
    let explaining: Set<ChangeCause> = [.correction, .definition, .period, .data, .qualifier, .format, .source]
    if readsOtherwise && explaining.isDisjoint(with: change.causes) { change.causes.append(.text) }
    if change.causes.isEmpty { return nil }
    if isRedefined, isSameUnit(old.unit, new.unit), old.isIllustrative == new.isIllustrative {
        change.bridge = new.bridge
    }
    let isOneSeries = !isRedefined || change.bridge != nil
    // "More than 10" and 12 have no difference, nor have "11–18" and "9–12"; what was corrected did not grow or shrink.
    let isExact =
        old.qualifier == nil && new.qualifier == nil && !old.isInWords && !new.isInWords && !isCorrected
    if isOneSeries, isExact, let before = old.value, let after = new.value {
        change.difference = difference(before, after)
    }
    return change
}

/// Why readers see another number, as far as the two records tell.
private func causes(_ old: NumberRecord, _ new: NumberRecord, isRedefined: Bool) -> [ChangeCause] {
    var causes: [ChangeCause] = []
    if old.qualifier != new.qualifier && !new.isSuppressed { causes.append(.qualifier) }
    if old.text == new.text { return causes }
    let isSameValue = old.value != nil && old.value == new.value && !old.isInWords && !new.isInWords && !isRedefined
    if isSameValue || old.isSuppressed && new.isSuppressed { return causes + [.format] }
    // A digest that is withheld cannot tell; what is computed changes with its data.
    return old.sha256 != new.sha256 || (new.sha256 == nil && new.dataset != nil) ? causes + [.data] : causes
}

/// A later change of a number is not what its erratum said; one in words is taken for it.
private func corrects(_ correction: Correction, _ number: NumberRecord) -> Bool {
    [number.text, number.written].contains { comparable($0) == comparable(correction.new) }
        || correction.new.contains(where: \.isLetter)
}

/// A blank that does not break is a blank.
func comparable(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

func isSameUnit(_ a: String?, _ b: String?) -> Bool {
    a == b || Unit.isPercent(a) && Unit.isPercent(b) && a.map(Unit.rest) == b.map(Unit.rest)
}

extension NumberRecord {
    fileprivate mutating func withhold() {
        (value, text, written, qualifier, n) = (nil, "–", "–", nil, nil)
    }

    /// Whether it is no number but a text that holds some: *11–18*. Nobody can say how much more or less that is.
    fileprivate var isInWords: Bool {
        let digits = text.hasPrefix("-") || text.hasPrefix("\u{2212}") ? text.dropFirst() : text[...]
        return value != nil && !digits.allSatisfy { $0.isNumber || $0.isWhitespace || ".,%€".contains($0) }
    }
}

/// New minus old without the noise of binary fractions: 0.3 − 0.1 is 0.2.
private func difference(_ old: Double, _ new: Double) -> Double {
    let decimals =
        [old, new].map { value in machineDigits(value).split(separator: ".").dropFirst().first?.utf8.count ?? 0 }.max()
        ?? 0
    return FixedDecimal(new - old, decimals: min(decimals, 6)).flatMap { Double($0.digits()) } ?? new - old
}

// MARK: Pages

/// Projects that both editions have, with their interventions, then those that came, then those that went.
private func compareStatuses(_ old: [PageRecord], _ new: [PageRecord], _ pairs: [(old: Int, new: Int)])
    -> [StatusChange]
{
    let (left, kept) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    let added = new.indices.filter { !kept.contains($0) && new[$0].isProject }.map { index in
        let page = new[index]
        return StatusChange(kind: .added, page: page, new: page.status, interventions: page.interventions)
    }
    let removed = old.indices.filter { !left.contains($0) && old[$0].isProject }.map { index in
        let page = old[index]
        return StatusChange(kind: .removed, page: page, old: page.status, interventions: page.interventions)
    }
    return pairs.flatMap { compareStatuses(old[$0.old], new[$0.new]) } + added + removed
}

private func compareStatuses(_ old: PageRecord, _ new: PageRecord) -> [StatusChange] {
    var changes: [StatusChange] = []
    if old.status != new.status {
        changes.append(StatusChange(kind: .changed, page: new, old: old.status, new: new.status))
    }
    let before = Dictionary(old.interventions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.interventions.map(\.name))
    for intervention in new.interventions {
        let earlier = before[intervention.name]
        if let earlier, earlier.status == intervention.status { continue }
        changes.append(
            StatusChange(
                kind: earlier == nil ? .added : .changed,
                page: new,
                intervention: intervention.name,
                old: earlier?.status,
                new: intervention.status
            )
        )
    }
    for intervention in old.interventions where !names.contains(intervention.name) {
        changes.append(
            StatusChange(kind: .removed, page: new, intervention: intervention.name, old: intervention.status)
        )
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
            guard let found = names(page).compactMap({ positions[$0] }).first(where: { !taken.contains($0) }) else {
                continue
            }
            taken.insert(found)
            partner[index] = found
        }
    }
    return partner.enumerated().compactMap { index, found in found.map { (old: $0, new: index) } }
}

private func comparePages(_ old: [PageRecord], _ new: [PageRecord], _ pairs: [(old: Int, new: Int)]) -> [PageChange] {
    let kept = Set(pairs.map(\.new))
    let left = Set(pairs.map(\.old))
    let added = new.indices.filter { !kept.contains($0) && !new[$0].isGenerated }.map {
        PageChange(kind: .added, new: new[$0])
    }
    let removed = old.indices.filter { !left.contains($0) && !old[$0].isGenerated }.map {
        PageChange(kind: .removed, old: old[$0])
    }
    let renamed = pairs.filter { !new[$0.new].isGenerated }
        .filter { old[$0.old].address != new[$0.new].address || old[$0.old].title != new[$0.new].title }
        .map { PageChange(kind: .renamed, old: old[$0.old], new: new[$0.new]) }
    return added + renamed + removed
}

extension EditionFacts {
    /// The same without numbers that are hidden by now, in the paragraphs of the pages on which they stood. What looks like one of them is
    /// left out as well: rather too much than too little.
    fileprivate func withholding(_ ids: [String]) -> EditionFacts {
        var facts = self
        for number in numbers where ids.contains(number.id) && !number.text.isEmpty {
            let addresses = Set(number.uses.map(\.address))
            for page in pages where addresses.contains(page.address) {
                let paragraphs = facts.texts?[page.id]?.map { $0.withholding(number.text) }
                facts.texts?[page.id] = paragraphs
            }
        }
        return facts
    }
}

extension ParagraphRecord {
    fileprivate func withholding(_ number: String) -> ParagraphRecord {
        var paragraph = self
        var rest = text[...]
        var kept = ""
        while let found = rest.range(of: number) {
            let before = (kept + rest[..<found.lowerBound]).last
            let isWhole = !(before?.isNumber ?? false) && !(rest[found.upperBound...].first?.isNumber ?? false)
            kept += rest[..<found.lowerBound] + (isWhole ? "[…]" : rest[found])
            rest = rest[found.upperBound...]
        }
        paragraph.text = kept + rest
        return paragraph
    }
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
