// The editions that were sealed before this one: handed to a build, so that it can tell what has changed since.

/// The id of an edition is the name of its folder and part of addresses: a–z, 0–9, hyphens and dots.
public func isEditionID(_ id: String) -> Bool {
    let allowed = id.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
    }
    return allowed && !id.isEmpty && id.utf8.count <= 60 && !id.hasPrefix(".") && !reservedIDs.contains(id)
}

/// The draft, and what stands beside the editions.
private let reservedIDs = ["concept", "latest", LandingFile.index.rawValue, "editions.json"]

/// What sealing lays beside the editions, relative to the folder of all of them.
public enum LandingFile: String, CaseIterable, Sendable {
    case index = "index.html"
    case latest = "latest/index.html"
    case redirects = "_redirects"
    /// Keeps Git from changing line ends. A publisher may add to it, so no edition has its digest.
    case attributes = ".gitattributes"

    /// What `.gitattributes` says unless a publisher wrote one.
    public static let attributesText = "* -text\n"
}

/// A sealed edition, as far as pages name it.
public struct PastEdition: Sendable, Equatable {
    public var id: String
    public var title: String
    /// An ISO date.
    public var date: String
    /// What readers must know of it wherever they meet it.
    public var note: String?
    /// Reports to download.
    public var reports: [Report]
    /// Where its page *Wijzigingen* stands, relative to the edition's folder; nil for the first edition.
    public var changes: String?
    /// What later editions corrected in it.
    public var errata: [KnownErratum]

    public struct KnownErratum: Sendable, Equatable {
        public var erratum: Erratum
        /// What the number is called in the edition, or the page's title.
        public var label: String

        public init(erratum: Erratum, label: String) {
            self.erratum = erratum
            self.label = label
        }
    }

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

    public init(
        id: String,
        title: String,
        date: String,
        note: String? = nil,
        reports: [Report] = [],
        changes: String? = nil,
        errata: [KnownErratum] = []
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.note = note
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
    /// The same without figures and texts, which are most of it.
    public var outline: @Sendable (_ edition: String) -> EditionFacts?

    public init(
        editions: [PastEdition] = [],
        previous: EditionFacts? = nil,
        facts: @escaping @Sendable (String) -> EditionFacts? = { _ in nil },
        outline: (@Sendable (String) -> EditionFacts?)? = nil
    ) {
        self.editions = editions
        self.previous = previous
        self.facts = facts
        self.outline = outline ?? facts
    }

    public static let none = Past()
}
