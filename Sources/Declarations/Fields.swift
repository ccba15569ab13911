// Takes a mapping apart key by key. Every declaration (front matter, contract, indicator, block) is read through this,
// so that wrong types, missing keys and unknown keys are found and worded in one place.
import Diagnostics

/// The keys of one mapping, asked one by one; `finish` reports the keys that nobody asked for.
///
///     var fields = Fields(mapping, of: Wording(en: "an indicator", nl: "een indicator"))
///     let id = fields.requiredText("id")
///     let unit = fields.text("unit")
///     fields.finish(&findings)
public struct Fields {
    public let mapping: Mapping
    private let subject: Wording
    private var asked: [String] = []
    private var findings = Findings()
    /// Keys by their text, made where there are more than a look through them takes no time for.
    private let positions: [String: Int]?

    /// - Parameter subject: what the mapping describes, with its article: *an indicator*, *a chart block*.
    public init(_ mapping: Mapping, of subject: Wording) {
        self.mapping = mapping
        self.subject = subject
        let entries = mapping.entries
        positions =
            entries.count <= 32
            ? nil
            : Dictionary(
                entries.indices.map { (entries[$0].key.text, $0) },
                uniquingKeysWith: { first, _ in first }
            )
    }

    // MARK: Asking

    /// The value of a key as it stands, or nil where the key is absent or empty.
    public mutating func value(_ key: String) -> Value? {
        if !asked.contains(key) { asked.append(key) }
        guard let entry = entry(key) else { return nil }
        if case .scalar(let scalar) = entry.value, scalar.isNull { return nil }
        return entry.value
    }

    public mutating func text(_ key: String) -> String? { scalar(key)?.text }

    public mutating func scalar(_ key: String) -> Scalar? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let scalar) = value else {
            wrongType(key, value, en: "text", nl: "tekst")
            return nil
        }
        return scalar
    }

    public mutating func requiredText(_ key: String) -> String? { requiredScalar(key)?.text }

    public mutating func requiredScalar(_ key: String) -> Scalar? {
        if let scalar = scalar(key) { return scalar }
        requireSomething(key)
        return nil
    }

    public mutating func requiredValue(_ key: String) -> Value? {
        if let value = value(key) { return value }
        requireSomething(key)
        return nil
    }

    public mutating func integer(_ key: String) -> Int? {
        guard let scalar = scalar(key) else { return nil }
        if let number = Int(scalar.text) { return number }
        wrongType(key, .scalar(scalar), en: "a whole number", nl: "een geheel getal")
        return nil
    }

    public mutating func number(_ key: String) -> Double? {
        guard let scalar = scalar(key) else { return nil }
        if let number = Double(scalar.text), number.isFinite { return number }
        wrongType(key, .scalar(scalar), en: "a number with a decimal point", nl: "een getal met een decimale punt")
        return nil
    }

    public mutating func boolean(_ key: String) -> Bool? {
        guard let scalar = scalar(key) else { return nil }
        switch scalar.text.lowercased() {
        case "true", "yes", "ja": return true
        case "false", "no", "nee": return false
        default:
            wrongType(key, .scalar(scalar), en: "true or false", nl: "true of false")
            return nil
        }
    }

    /// One of a closed set of words, such as `status: running`.
    public mutating func choice<Choice>(_ key: String, _ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let scalar = scalar(key) else { return nil }
        if let choice = Choice(rawValue: scalar.text) { return choice }
        findings.error(
            "yaml.unknown-word",
            at: scalar.place,
            en: "\(key) cannot be \"\(scalar.text)\"",
            nl: "\(key) kan niet \"\(scalar.text)\" zijn",
            hint: suggestion(for: scalar.text, among: Choice.allCases.map(\.rawValue))
        )
        return nil
    }

    /// A list of texts; a single text counts as a list of one.
    public mutating func texts(_ key: String) -> [String]? { scalars(key)?.map(\.text) }

    public mutating func scalars(_ key: String) -> [Scalar]? {
        guard let value = value(key) else { return nil }
        switch value {
        case .scalar(let scalar): return [scalar]
        case .mapping:
            wrongType(key, value, en: "a list of texts", nl: "een lijst van teksten")
            return nil
        case .list(let values, _):
            return values.compactMap { item in
                guard case .scalar(let scalar) = item else {
                    wrongType(key, item, en: "a text in this list", nl: "een tekst in deze lijst")
                    return nil
                }
                return scalar
            }
        }
    }

    public mutating func mapping(_ key: String) -> Mapping? {
        guard let value = value(key) else { return nil }
        guard case .mapping(let mapping) = value else {
            wrongType(key, value, en: "keys with values", nl: "sleutels met waarden")
            return nil
        }
        return mapping
    }

    /// A list of mappings, such as the fields of a schema.
    public mutating func mappings(_ key: String) -> [Mapping]? {
        guard let value = value(key) else { return nil }
        guard case .list(let values, _) = value else {
            wrongType(key, value, en: "a list", nl: "een lijst")
            return nil
        }
        return values.compactMap { item in
            guard case .mapping(let mapping) = item else {
                wrongType(key, item, en: "keys with values in this list", nl: "sleutels met waarden in deze lijst")
                return nil
            }
            return mapping
        }
    }

    // MARK: Places and findings

    /// The place of a key's value, of the key where it has none, or of the whole mapping.
    public func place(of key: String) -> Place { entry(key)?.value.place ?? mapping.place }
    public func keyPlace(of key: String) -> Place { entry(key)?.key.place ?? mapping.place }
    public func has(_ key: String) -> Bool { entry(key) != nil }

    /// A finding of the caller's own about the value of a key.
    public mutating func error(
        _ id: String,
        at key: String,
        en: String,
        nl: String,
        hint: @autoclosure () -> Wording? = nil
    ) {
        findings.error(id, at: place(of: key), en: en, nl: nl, hint: hint())
    }

    public mutating func warning(_ id: String, at key: String, en: String, nl: String, hint: Wording? = nil) {
        findings.warning(id, at: place(of: key), en: en, nl: nl, hint: hint)
    }

    /// Hands over the findings, with one for every key that was never asked for.
    ///
    /// - Parameter ignoring: keys that are legal but of no interest here.
    public mutating func finish(_ all: inout Findings, ignoring: Set<String> = []) {
        for entry in mapping.entries where !asked.contains(entry.key.text) && !ignoring.contains(entry.key.text) {
            findings.error(
                "yaml.unknown-key",
                at: entry.key.place,
                en: "\(subject.en) has no key \"\(entry.key.text)\"",
                nl: "\(subject.nl) heeft geen sleutel \"\(entry.key.text)\"",
                hint: suggestion(for: entry.key.text, among: asked)
            )
        }
        all.add(contentsOf: findings)
    }

    private func entry(_ key: String) -> Mapping.Entry? {
        if let positions { return positions[key].map { mapping.entries[$0] } }
        return mapping.entries.first { $0.key.text == key }
    }

    private mutating func requireSomething(_ key: String) {
        // A key with a value of the wrong type has had its finding already.
        guard entry(key).map({ if case .scalar(let scalar) = $0.value { scalar.isNull } else { false } }) ?? true else {
            return
        }
        findings.error(
            "yaml.missing-key",
            at: mapping.place,
            en: "\(subject.en) needs the key \"\(key)\"",
            nl: "\(subject.nl) heeft de sleutel \"\(key)\" nodig"
        )
    }

    private mutating func wrongType(_ key: String, _ value: Value, en: String, nl: String) {
        let shown: String
        if case .scalar(let scalar) = value { shown = " \"\(scalar.text)\"" } else { shown = "" }
        findings.error(
            "yaml.wrong-type",
            at: value.place,
            en: "\(key) must be \(en), not this\(shown)",
            nl: "\(key) moet \(nl) zijn, niet dit\(shown)"
        )
    }
}
