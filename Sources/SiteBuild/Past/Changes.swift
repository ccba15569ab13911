// What changed from one edition to the next, as values: the page Wijzigingen and the command write them out.

/// What changed from one edition to the next.
public struct Changes: Sendable, Equatable {
    public var numbers: [NumberChange] = []
    public var datasets: [DatasetChange] = []
    public var figures: [FigureChange] = []
    public var statuses: [StatusChange] = []
    public var pages: [PageChange] = []
    public var texts: [TextChange] = []

    public var isEmpty: Bool {
        numbers.isEmpty && datasets.isEmpty && figures.isEmpty && statuses.isEmpty && pages.isEmpty && texts.isEmpty
    }
}

/// Why a number is another one now. Several may hold.
public enum ChangeCause: String, Sendable, CaseIterable {
    /// An erratum names it.
    case correction
    /// Its definition or unit: old and new are not one series.
    case definition
    case period
    /// Its target or baseline.
    case target
    /// Its dataset.
    case data
    /// The author wrote another value.
    case text
    /// The number of people or cases behind it.
    case n
    /// The word before it: *ruim*, *bijna*.
    case qualifier
    /// The same value, written in another way: with more decimals, for instance.
    case format
    /// What it was taken from.
    case source
    /// What is said about it.
    case note
}

/// A number that changed, appeared or vanished.
public struct NumberChange: Sendable, Equatable {
    public var id: String
    public var old: NumberRecord?
    public var new: NumberRecord?
    public var causes: [ChangeCause]
    /// New minus old, with as many decimals as the two have; nil where they are not exact numbers of one series, and for a correction.
    public var difference: Double?
    /// What the erratum says; nil where the change is no correction.
    public var correction: String?
    /// Why old and new may be compared although the definition changed; nil where they may not.
    public var bridge: String?

    public var label: String { new?.label ?? old?.label ?? id }
}

extension NumberChange {
    /// What a change comes down to for readers, the gravest first.
    public enum Kind: Sendable, CaseIterable {
        /// Another number.
        case other
        /// It could be seen, and is hidden now.
        case hidden
        /// The same number of something else.
        case redefined
        /// The same number, held against another target or baseline.
        case target
        /// The same number about another period.
        case period
        /// The same number: what stands around it, or how it is written, differs.
        case restated
        case first, gone
    }

    public var kind: Kind {
        guard let old else { return .first }
        guard let new else { return .gone }
        if new.isSuppressed && !old.isSuppressed { return .hidden }
        if old.text != new.text && !causes.contains(.format) { return .other }
        let kinds: [(ChangeCause, Kind)] = [(.definition, .redefined), (.target, .target), (.period, .period)]
        return kinds.first { causes.contains($0.0) }?.1 ?? .restated
    }
}

/// A dataset that measures something else than it did.
public struct DatasetChange: Sendable, Equatable {
    public var old: DatasetRecord
    public var new: DatasetRecord

    /// A bridge does not lead from one unit to another, nor from invented data to measured ones.
    public var bridge: String? {
        isSameUnit(old.unit, new.unit) && old.isIllustrative == new.isIllustrative ? new.bridge : nil
    }

    /// What it measured, and what it measures, in one line each.
    public var oldWords: String { old.words(against: new) }
    public var newWords: String { new.words(against: old) }
}

/// A project or intervention that stands otherwise now, came or went: it ran and was stopped, for instance.
public struct StatusChange: Sendable, Equatable {
    public enum Kind: String, Sendable { case changed, added, removed }
    public var kind: Kind
    /// The project's page: as the new edition has it, or the old one where the project is gone.
    public var page: PageRecord
    /// nil for the project itself.
    public var intervention: String?
    /// In words for readers; nil where there is none.
    public var old: String?
    public var new: String?
    /// Those of a project that came or went.
    public var interventions: [PageRecord.Intervention] = []
    /// Whether the whole project is gone, so that only the edition before has its page.
    public var isProjectGone: Bool { intervention == nil && kind == .removed }
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
        /// Whether it stands at a figure or table of invented data.
        public var isIllustrative = false
    }
    public var page: PageRecord
    public var paragraphs: [Paragraph]
}
