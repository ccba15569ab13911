// What an author says about a change since an earlier edition, where definitions and digests say too little.
import Declarations
import Diagnostics

/// `changed: {since: 2020-voortgang, reason: …}`: read out on *Wijzigingen* while that edition is the one before.
public struct ExplainedChange: Hashable, Sendable {
    /// The edition that says it otherwise.
    public var since: String
    /// For readers.
    public var reason: String

    public init(since: String, reason: String) {
        self.since = since
        self.reason = reason
    }

    /// Reads the key `changed` of a mapping; nil where it has none or where a part is missing, which is a finding.
    public static func read(_ fields: inout Fields, findings: inout Findings) -> ExplainedChange? {
        guard let mapping = fields.mapping("changed") else { return nil }
        var inner = Fields(mapping, of: Wording(en: "changed", nl: "changed"))
        defer { inner.finish(&findings) }
        let (since, reason) = (inner.requiredText("since"), inner.requiredText("reason"))
        guard let since, let reason else { return nil }
        return ExplainedChange(since: since, reason: reason)
    }
}
