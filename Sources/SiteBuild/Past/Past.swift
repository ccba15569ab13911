// The editions that were sealed before this one: handed to a build, so that it can tell what has changed since.

/// A sealed edition, as far as pages name it.
public struct PastEdition: Sendable, Equatable {
    public var id: String
    public var title: String
    /// An ISO date.
    public var date: String
    /// Reports to download.
    public var reports: [Report]
    /// Where its page *Wijzigingen* stands, relative to the edition's folder; nil for the first edition.
    public var changes: String?
    /// The mistakes in it that later editions mended.
    public var errata: [Erratum]

    public struct Report: Sendable, Equatable {
        /// Relative to the edition's folder.
        public var path: String
        /// The page whose report it is; nil for the end report.
        public var title: String?

        public init(path: String, title: String?) {
            self.path = path
            self.title = title
        }
    }

    public init(id: String, title: String, date: String, reports: [Report] = [], changes: String? = nil, errata: [Erratum] = []) {
        self.id = id
        self.title = title
        self.date = date
        self.reports = reports
        self.changes = changes
        self.errata = errata
    }
}

/// What came before.
public struct Past: Sendable {
    /// In the order in which they were sealed.
    public var editions: [PastEdition]
    /// What the last of them says.
    public var previous: EditionFacts?
    /// What any of them says: asked only for an edition that has a new erratum.
    public var facts: @Sendable (_ edition: String) -> EditionFacts?

    public init(editions: [PastEdition] = [], previous: EditionFacts? = nil, facts: @escaping @Sendable (String) -> EditionFacts? = { _ in nil }) {
        self.editions = editions
        self.previous = previous
        self.facts = facts
    }

    public static let none = Past()
}
