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
    /// New minus old, with as many decimals as the two have; nil where they are not exact numbers of one series, and for a correction.
    public var difference: Double?
    /// What the erratum says; nil where the change is no correction.
    public var correction: String?

    /// Whether readers see another number, and not only another definition or period of it.
    public var isOtherNumber: Bool { old?.text != new?.text || old?.qualifier != new?.qualifier }

    public var label: String { new?.label ?? old?.label ?? id }
}

/// A dataset that measures something else than it did.
public struct DatasetChange: Sendable, Equatable {
    public var old: DatasetRecord
    public var new: DatasetRecord

    /// What it measured, and what it measures, in one line each.
    public var oldWords: String { old.words(against: new) }
    public var newWords: String { new.words(against: old) }
}

/// A project or intervention that stands otherwise now: it ran and was stopped, for instance.
public struct StatusChange: Sendable, Equatable {
    /// The project's page, as the new edition has it.
    public var page: PageRecord
    /// nil for the project itself.
    public var intervention: String?
    /// In words for readers; nil for an intervention that only the other edition has.
    public var old: String?
    public var new: String?
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
