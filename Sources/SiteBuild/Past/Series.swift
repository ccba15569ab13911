// Which data are one series in two editions: asked when their numbers and figures are held against each other.
import Foundation
import Markup

/// Which data are one series in both editions.
struct Series {
    /// Datasets that measure something else, without a bridge, with the places from which on they do; without any of these, all of it.
    private let redefined: [String: [DatasetRecord.Break]]
    /// Areas that are made of others now, without a bridge, by dataset.
    private let areas: [String: [String]]
    /// What datasets are called now, by their former names.
    private let names: [String: String]
    /// Datasets that say why they may be compared with their past.
    private let bridged: Set<String>

    init(datasets: [DatasetChange], renamed: [DatasetRecord]) {
        let open = datasets.filter { $0.bridge == nil }
        redefined = Dictionary(
            open.filter { $0.new.isRedefined(since: $0.old) }.map { ($0.new.name, $0.new.breaks) },
            uniquingKeysWith: { first, _ in first }
        )
        areas = Dictionary(
            open.map { ($0.new.name, $0.new.areasMadeOtherwise(than: $0.old).map(\.name)) },
            uniquingKeysWith: { first, _ in first }
        )
        bridged = Set(renamed.filter { $0.bridge != nil }.map(\.name)).subtracting(open.map(\.new.name))
        names = Dictionary(
            renamed.flatMap { dataset in dataset.aliases.map { ($0, dataset.name) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func isSame(_ old: String?, _ new: String?) -> Bool { old == new || old.flatMap { names[$0] } == new && new != nil }

    func isBridged(_ dataset: String) -> Bool { bridged.contains(dataset) }

    /// Whether a number or figure of a dataset is another series now.
    ///
    /// - Parameters:
    ///   - mentions: whether it is about an area.
    ///   - isBefore: whether all of it lies before a break, where the dataset still measures what it did.
    func breaks(
        _ dataset: String?,
        mentions: (String) -> Bool,
        isBefore: (DatasetRecord.Break) -> Bool
    ) -> Bool {
        guard let dataset else { return false }
        if (areas[dataset] ?? []).contains(where: mentions) { return true }
        guard let breaks = redefined[dataset] else { return false }
        return breaks.isEmpty || !breaks.allSatisfy(isBefore)
    }
}

extension NumberRecord {
    /// Whether the number is about a time before a break only: by the rows that it is computed from, otherwise by its period.
    func isBefore(_ place: DatasetRecord.Break) -> Bool {
        if let values = values(of: place.column) { return values.allSatisfy { isEarlier($0, than: place.from) } }
        guard let year = place.from.firstMatch(of: #/^\d{4}/#).map({ String($0.output) }), let period else {
            return false
        }
        let years = period.matches(of: #/\d{4}/#).map { String($0.output) }
        return !years.isEmpty && years.allSatisfy { isEarlier($0, than: year) }
    }

    /// What its definition says of a column: *waar jaar = 2019 of 2020 en wijk = Noord*.
    private func values(of column: String) -> [String]? {
        guard let definition, let start = definition.range(of: " \(column) = ") else { return nil }
        let rest = definition[start.upperBound...]
        let end = [" en ", " and ", ", naar ", ", by "].compactMap { rest.range(of: $0)?.lowerBound }.min()
        return rest[..<(end ?? rest.endIndex)].split(separator: #/, | of | or /#).map(String.init)
    }
}

extension FigureRecord {
    /// Whether all rows stand before a break.
    func isBefore(_ place: DatasetRecord.Break) -> Bool {
        guard let column = columns.firstIndex(where: { $0.name == place.column && $0.isCategory }) else { return false }
        return rows.allSatisfy { row in
            switch row[column] {
            case .text(let text): isEarlier(text, than: place.from)
            case .number(let number): isEarlier(machineDigits(number), than: place.from)
            case .missing, .hidden: false
            }
        }
    }
}

/// Years, months and dates as ISO has them; of anything else nobody can tell.
private func isEarlier(_ value: String, than other: String) -> Bool {
    func isDated(_ text: String) -> Bool { text.wholeMatch(of: #/\d{4}(-\d{2}){0,2}/#) != nil }
    return isDated(value) && isDated(other) && value < other
}
