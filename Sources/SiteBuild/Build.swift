// What goes into a build and what comes out of it; the door that the command and the tests use.
import Diagnostics
import Reports

/// What to build.
public struct BuildOptions: Sendable {
    /// The programme's folder.
    public var root: String
    /// The folder of all editions; nil checks without writing.
    public var output: String?
    /// How many workers read and render at once.
    public var jobs: Int
    /// Whether warnings stop the build.
    public var isStrict: Bool
    /// Whether the reports are printed as well.
    public var printing: Printing
    /// What the edition is called, in place of what `programme.yaml` says.
    public var edition: EditionName?
    /// Whether the folder is made to be sealed: no later build replaces it.
    public var isSealed = false
    /// The editions that were sealed before this one.
    public var past = Past.none

    public init(root: String, output: String?, jobs: Int = 1, isStrict: Bool = false, printing: Printing = .off) {
        self.root = root
        self.output = output
        self.jobs = jobs
        self.isStrict = isStrict
        self.printing = printing
    }
}

/// What an edition is called.
public struct EditionName: Sendable, Equatable {
    /// The id of what is not sealed yet.
    public static let draftID = "concept"

    public var id: String
    public var title: String?
    /// An ISO date.
    public var date: String?
    /// What readers must know of it wherever they meet it: *Achteraf samengesteld*.
    public var note: String?

    public init(id: String, title: String? = nil, date: String? = nil, note: String? = nil) {
        self.id = id
        self.title = title
        self.date = date
        self.note = note
    }

    /// What was left open, as `programme.yaml` says it. Its title and note belong to the edition that it names there.
    func completed(by declared: EditionName) -> EditionName {
        let isSame = declared.id == id
        return EditionName(
            id: id,
            title: title ?? (isSame ? declared.title : nil),
            date: date ?? declared.date,
            note: note ?? (isSame ? declared.note : nil)
        )
    }
}

/// What a build found and made.
public struct BuildResult: Sendable {
    /// Sorted by file and place.
    public let findings: [Diagnostic]
    /// Whether the site was (or, for a check, could have been) written.
    public let isClean: Bool
    public let edition: EditionName
    /// The PDFs that were printed, relative to the edition's folder; the end report comes first.
    public let reports: [String]
    /// Mistakes in earlier editions that this one mends.
    public let errata: [Erratum]
    /// Makes the files that stand beside the editions and lead to them, in the look of this edition, which is the last of those given.
    public let landing: @Sendable ([PastEdition]) -> [(path: String, bytes: [UInt8])]
    /// Whether a folder holds what this build says in numbers, figures and texts, as one of the same sources would have written it.
    public let isPublished: @Sendable (_ folder: String) -> Bool
    public let pageCount: Int
    public let fileCount: Int
    /// Stage names in the order in which they ran, with their duration.
    public let timings: [(stage: String, milliseconds: Int)]
    /// Gives a line of a source file for the text of a finding.
    public let sourceLine: @Sendable (Place) -> String?

    public var milliseconds: Int { timings.reduce(0) { $0 + $1.milliseconds } }
}

/// Builds the programme at `options.root`.
///
/// - Throws: `OutputError` where the disk refuses; an author's mistake is a finding in the result.
public func build(_ options: BuildOptions) async throws -> BuildResult {
    try await build(options, disk: .folder(options.root))
}
