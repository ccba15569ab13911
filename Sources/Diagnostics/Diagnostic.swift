// One finding about the author's files. Stages return findings as values; nothing is thrown for an author's mistake.

/// A text in the two languages in which the command speaks.
public struct Wording: Hashable, Sendable {
    public var en: String
    public var nl: String

    public init(en: String, nl: String) {
        self.en = en
        self.nl = nl
    }

    public func text(in language: Language) -> String { language == .nl ? nl : en }
}

/// The languages in which messages are printed.
public enum Language: String, Sendable, CaseIterable { case en, nl }

/// One finding: what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// Errors stop the build; warnings do not unless the build is strict; hints are advice.
    public enum Severity: Int, Hashable, Sendable, Comparable {
        case error, warning, hint
        public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    /// A stable name such as `data.unknown-column`: the part before the dot is the subject.
    public var id: String
    public var severity: Severity
    public var place: Place
    public var message: Wording
    public var hint: Wording?
    /// How many mistakes this one finding stands for; more than one where many were alike (`FoldFindings`).
    public var count = 1
    /// Whether its hint was not worked out, because there were so many findings of its kind in its file.
    var isHintLeftOut = false

    public init(_ severity: Severity, _ id: String, at place: Place, message: Wording, hint: Wording? = nil) {
        self.id = id
        self.severity = severity
        self.place = place
        self.message = message
        self.hint = hint
    }
}
