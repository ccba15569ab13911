// The answer of `verslag edition compare`: what changed between two editions, for a terminal and for programs.
import Diagnostics
import Markup
import SiteBuild

/// One line for each change, numbers first.
public func changesText(_ changes: Changes, language: Language) -> String {
    func word(_ en: String, _ nl: String) -> String { language == .nl ? nl : en }
    var lines: [String] = []
    for change in changes.numbers {
        let pages = (change.new ?? change.old)?.uses.map(\.address).map { $0.isEmpty ? "/" : $0 }.joined(separator: " ") ?? ""
        switch (change.old, change.new) {
        case (let old?, let new?):
            let causes = change.causes.map { causeWord($0, language) }.joined(separator: ", ")
            let difference = change.difference.map { " (\($0 > 0 ? "+" : "")\(machineDigits($0)))" } ?? ""
            lines.append("\(word("number", "cijfer")) \(change.id): \(old.text) → \(new.text)\(difference) [\(causes)] \(pages)")
        case (nil, let new?): lines.append("\(word("number", "cijfer")) \(change.id): \(word("new", "nieuw")), \(new.text) \(pages)")
        case (let old?, nil): lines.append("\(word("number", "cijfer")) \(change.id): \(word("gone", "weg")), \(word("was", "was")) \(old.text)")
        case (nil, nil): break
        }
    }
    for change in changes.datasets {
        lines.append("dataset \(change.new.name): \(change.old.words) → \(change.new.words)")
    }
    for change in changes.pages {
        switch change.kind {
        case .added: lines.append("\(word("page", "pagina")) \(change.new?.address ?? ""): \(word("new", "nieuw"))")
        case .removed: lines.append("\(word("page", "pagina")) \(change.old?.address ?? ""): \(word("gone", "weg"))")
        case .renamed:
            lines.append(
                "\(word("page", "pagina")) \(change.old?.address ?? "") → \(change.new?.address ?? ""): \(change.old?.title ?? "") → \(change.new?.title ?? "")")
        }
    }
    for change in changes.texts {
        lines.append("\(word("text", "tekst")) \(change.page.address.isEmpty ? "/" : change.page.address): \(change.paragraphs.count) \(word("paragraphs", "alinea's"))")
        for paragraph in change.paragraphs {
            if let old = paragraph.old { lines.append("  - " + old) }
            if let new = paragraph.new { lines.append("  + " + new) }
        }
    }
    return lines.map { trimmed($0) + "\n" }.joined()
}

private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
}

private func causeWord(_ cause: ChangeCause, _ language: Language) -> String {
    guard language == .nl else { return cause.rawValue }
    return switch cause {
    case .correction: "correctie"
    case .definition: "definitie"
    case .period: "periode"
    case .data: "gegevens"
    case .text: "tekst"
    }
}

/// The same for programs (UTF-8, ends with a newline).
public func changesJSON(_ changes: Changes) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("numbers")
        json.list(changes.numbers) { json, change in json.object { write(change, to: &$0) } }
        json.key("datasets")
        json.list(changes.datasets) { json, change in
            json.object { json in
                json.member("name", change.new.name)
                json.member("old", change.old.words)
                json.member("new", change.new.words)
                json.member("bridge", change.bridge)
            }
        }
        json.key("pages")
        json.list(changes.pages) { json, change in
            json.object { json in
                json.member("change", change.kind.rawValue)
                json.member("id", (change.new ?? change.old)?.id)
                json.member("old", change.old?.address)
                json.member("new", change.new?.address)
                json.member("oldTitle", change.old?.title)
                json.member("newTitle", change.new?.title)
            }
        }
        json.key("texts")
        json.list(changes.texts) { json, change in
            json.object { json in
                json.member("id", change.page.id)
                json.member("address", change.page.address)
                json.key("paragraphs")
                json.list(change.paragraphs) { json, paragraph in
                    json.object { json in
                        json.member("old", paragraph.old)
                        json.member("new", paragraph.new)
                    }
                }
            }
        }
    }
    json.end()
    return json.bytes
}

private func write(_ change: NumberChange, to json: inout JSONWriter) {
    json.member("id", change.id)
    json.member("label", change.label)
    json.member("change", change.old == nil ? "added" : change.new == nil ? "removed" : "changed")
    for (name, number) in [("old", change.old), ("new", change.new)] {
        json.key(name)
        if let number {
            json.object { json in
                json.key("value")
                if let value = number.value { json.number(value) } else { json.null() }
                json.member("text", number.text)
                json.member("unit", number.unit)
                json.member("period", number.period)
                json.member("source", number.source)
                json.member("definition", number.definition)
            }
        } else {
            json.null()
        }
    }
    json.key("difference")
    if let difference = change.difference { json.number(difference) } else { json.null() }
    json.key("causes")
    json.list(change.causes) { $0.text($1.rawValue) }
    json.key("pages")
    json.list((change.new ?? change.old)?.uses ?? []) { $0.text($1.address) }
}
