// Typst as a build sees it: a version and a way to turn folders into PDFs. Tests hand in one of their own.

/// Turns report folders into PDFs.
public struct Typesetter: Sendable {
    /// What Typst said about one report.
    public struct Outcome: Sendable {
        public var isError: Bool
        /// Typst's messages as it prints them for people, errors and warnings.
        public var messages: String
        public init(isError: Bool, messages: String) {
            self.isError = isError
            self.messages = messages
        }
    }

    /// Part of every report's digest: another version may set another PDF.
    public var version: String
    /// Typesets `folder/<name>/main.typ` into `folder/<name>.pdf` for each name, with the fonts of `folder/fonts` and no others
    /// than Typst's own. Outcomes come back in the order of the names.
    public var compile: @Sendable (_ folder: String, _ names: [String]) async throws -> [Outcome]

    public init(version: String, compile: @escaping @Sendable (String, [String]) async throws -> [Outcome]) {
        self.version = version
        self.compile = compile
    }
}

/// Whether a build prints its reports.
public enum Printing: Sendable {
    case off
    /// Reports are composed for the mistakes that this shows, and not printed.
    case composeOnly
    case with(Typesetter)
    /// Typst is missing or too old: the site is built without PDFs, and a warning says so.
    case unavailable(TypesetterProblem)

    /// The version of Typst that prints, nil where nothing is printed.
    public var version: String? { if case .with(let typesetter) = self { typesetter.version } else { nil } }
}
