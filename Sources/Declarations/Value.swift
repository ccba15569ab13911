// What an author declared in YAML, with the place of every part; made by `parseYAML`, taken apart by `Fields`.
import Diagnostics

/// One YAML value.
public indirect enum Value: Sendable {
    case scalar(Scalar)
    case list([Value], Place)
    case mapping(Mapping)

    public var place: Place {
        switch self {
        case .scalar(let scalar): scalar.place
        case .list(_, let place): place
        case .mapping(let mapping): mapping.place
        }
    }
}

/// A single word, number or text.
public struct Scalar: Sendable {
    public var text: String
    public var place: Place
    /// Whether the author put quotes around it: `"12"` is text, `12` is a number.
    public var isQuoted: Bool

    public init(text: String, place: Place, isQuoted: Bool = false) {
        self.text = text
        self.place = place
        self.isQuoted = isQuoted
    }

    /// Whether YAML's core schema reads this as nothing at all.
    public var isNull: Bool { !isQuoted && ["", "~", "null", "Null", "NULL"].contains(text) }
}

/// Keys and values in the order in which they were written; keys are unique.
public struct Mapping: Sendable {
    public struct Entry: Sendable {
        public var key: Scalar
        public var value: Value

        public init(key: Scalar, value: Value) {
            self.key = key
            self.value = value
        }
    }
    public var entries: [Entry]
    public var place: Place

    public init(entries: [Entry], place: Place) {
        self.entries = entries
        self.place = place
    }
}
