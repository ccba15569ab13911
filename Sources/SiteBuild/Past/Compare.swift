// Two editions held against each other: which numbers changed and why, which figures, pages and texts.
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
    return Changes(
        numbers: compareNumbers(old.numbers, new.numbers, corrections: corrections, series),
        datasets: datasets,
        figures: compareFigures(old.figures, new.figures, series),
        statuses: pairs.flatMap { compareStatuses(old.pages[$0.old], new.pages[$0.new]) },
        pages: comparePages(old.pages, new.pages, pairs),
        texts: compareTexts(old, new, pairs)
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

/// Which data are one series in both editions.
struct Series {
    /// Datasets that measure something else, without a bridge.
    private let redefined: Set<String>
    /// Areas that are made of others now, without a bridge, by dataset.
    private let areas: [String: [String]]
    /// What datasets are called now, by their former names.
    private let names: [String: String]
    /// Datasets that say why they may be compared with their past.
    private let bridged: Set<String>

    init(datasets: [DatasetChange], renamed: [DatasetRecord]) {
        let open = datasets.filter { $0.new.bridge == nil }
        redefined = Set(open.filter { $0.new.isRedefined(since: $0.old) }.map(\.new.name))
        areas = Dictionary(
            open.map { ($0.new.name, $0.new.areasMadeOtherwise(than: $0.old).map(\.name)) },
            uniquingKeysWith: { first, _ in first }
        )
        bridged = Set(renamed.filter { $0.bridge != nil }.map(\.name))
        names = Dictionary(
            renamed.flatMap { dataset in dataset.aliases.map { ($0, dataset.name) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func isSame(_ old: String?, _ new: String?) -> Bool { old == new || old.flatMap { names[$0] } == new && new != nil }

    func isBridged(_ dataset: String) -> Bool { bridged.contains(dataset) }

    /// Whether a number or figure of a dataset is another series now.
    ///
    /// - Parameter mentions: whether it is about an area.
    func breaks(_ dataset: String?, mentions: (String) -> Bool) -> Bool {
        dataset.map { redefined.contains($0) || (areas[$0] ?? []).contains(where: mentions) } ?? false
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
    if new.isSuppressed { old.withhold() }
    var change = NumberChange(id: new.id, old: old, new: new, causes: [])
    let isRedefined =
        old.definition != new.definition || !isSameUnit(old.unit, new.unit)
        || !series.isSame(old.dataset, new.dataset) && old.definition != nil
        || old.isIllustrative != new.isIllustrative
        || series.breaks(new.dataset) { new.definition?.contains($0) ?? false }
    let isCorrected = change.isOtherNumber && correction.map { corrects($0, new) } ?? false
    if isCorrected {
        change.causes.append(.correction)
        change.correction = correction?.reason
    }
    if isRedefined { change.causes.append(.definition) }
    if old.period != new.period { change.causes.append(.period) }
    if old.target != new.target || old.baseline != new.baseline { change.causes.append(.target) }
    if change.isOtherNumber && !isCorrected {
        // A digest that is withheld cannot tell; what is computed changes with its data.
        if old.sha256 != new.sha256 || (new.sha256 == nil && new.dataset != nil) || old.source != new.source {
            change.causes.append(.data)
        }
        if change.causes.allSatisfy({ $0 == .target }) { change.causes.append(.text) }
    }
    if change.causes.isEmpty { return nil }
    let isOneSeries =
        !isRedefined
        || (new.bridge != nil && isSameUnit(old.unit, new.unit) && old.isIllustrative == new.isIllustrative)
    // "More than 10" and 12 have no difference; what was corrected did not grow or shrink.
    let isExact = old.qualifier == nil && new.qualifier == nil && !isCorrected
    if isOneSeries, isExact, let before = old.value, let after = new.value {
        change.difference = difference(before, after)
    }
    return change
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
        (value, text, written, qualifier) = (nil, "–", "–", nil)
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

private func compareStatuses(_ old: PageRecord, _ new: PageRecord) -> [StatusChange] {
    var changes: [StatusChange] = []
    if old.status != new.status { changes.append(StatusChange(page: new, old: old.status, new: new.status)) }
    let before = Dictionary(old.interventions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.interventions.map(\.name))
    for intervention in new.interventions where before[intervention.name]?.status != intervention.status {
        changes.append(
            StatusChange(
                page: new,
                intervention: intervention.name,
                old: before[intervention.name]?.status,
                new: intervention.status
            )
        )
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
