// The answer of `verslag edition compare`: what changed between two editions, in lines for a terminal.
import Diagnostics
import Indicators
import Markup
import SiteBuild

/// One line for each change, numbers first.
///
/// - Parameter edition: the id of the older edition, for what authors say about the step from it.
public func changesText(_ changes: Changes, since edition: String, language: Language) -> String {
    func word(_ en: String, _ nl: String) -> String { language == .nl ? nl : en }
    func name(_ change: NumberChange) -> String { "\(word("number", "cijfer")) \(change.id) (\(change.label))" }
    func shown(_ number: NumberRecord) -> String {
        number.isIllustrative ? "\(number.written) (\(word("example data", "voorbeeldgegevens")))" : number.written
    }
    var lines: [String] = []
    for change in changes.numbers {
        let pages =
            (change.new ?? change.old)?.uses.map(\.address).map { $0.isEmpty ? "/" : $0 }.joined(separator: " ") ?? ""
        switch (change.old, change.new) {
        case (_?, let new?) where change.kind == .hidden:
            lines.append("\(name(change)): \(word("no longer shown", "niet meer getoond")), \(shown(new)) \(pages)")
        case (let old?, let new?):
            let causes = change.causes.map { cause in
                let detail = detail(cause, old, new).map { " \($0)" } ?? ""
                return causeWord(cause, language) + detail
            }.joined(separator: ", ")
            let values = shown(old) == shown(new) ? shown(new) : "\(shown(old)) → \(shown(new))"
            let difference =
                change.difference.map { $0 == 0 ? "" : " (\($0 > 0 ? "+" : "")\(machineDigits($0)))" } ?? ""
            let reason =
                (new.changed.flatMap { $0.since == edition ? $0.reason : nil } ?? change.correction).map { " \($0)" }
                ?? ""
            lines.append("\(name(change)): \(values)\(difference) [\(causes)]\(reason) \(pages)")
        case (nil, let new?): lines.append("\(name(change)): \(word("new", "nieuw")), \(shown(new)) \(pages)")
        case (let old?, nil): lines.append("\(name(change)): \(word("gone", "weg")), was \(shown(old))")
        case (nil, nil): break
        }
    }
    for change in changes.datasets {
        let reasons = change.bridge.map { [$0] } ?? change.new.breaks.map { "\($0.from): \($0.reason)" }
        let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
        lines.append("dataset \(change.new.name): \(change.oldWords) → \(change.newWords)\(why)")
    }
    for change in changes.figures { lines += text(change, language) }
    for change in changes.statuses {
        let subject = [change.page.title, change.intervention].compactMap { $0 }.joined(separator: ", ")
        switch change.kind {
        case .changed: lines.append("status \(subject): \(change.old ?? "–") → \(change.new ?? "–")")
        case .added: lines.append("status \(subject): \(word("new", "nieuw")), \(change.new ?? "–")")
        case .removed: lines.append("status \(subject): \(word("gone", "weg")), was \(change.old ?? "–")")
        }
        let sign = change.kind == .removed ? "-" : "+"
        lines += change.interventions.map { "  \(sign) \($0.name): \($0.status ?? "–")" }
    }
    for change in changes.pages {
        switch change.kind {
        case .added: lines.append("\(word("page", "pagina")) \(change.new?.address ?? ""): \(word("new", "nieuw"))")
        case .removed: lines.append("\(word("page", "pagina")) \(change.old?.address ?? ""): \(word("gone", "weg"))")
        case .renamed:
            lines.append(
                "\(word("page", "pagina")) \(change.old?.address ?? "") → \(change.new?.address ?? ""): \(change.old?.title ?? "") → \(change.new?.title ?? "")"
            )
        }
    }
    for change in changes.texts {
        lines.append(
            "\(word("text", "tekst")) \(change.page.address.isEmpty ? "/" : change.page.address): \(change.paragraphs.count) \(word("paragraphs", "alinea's"))"
        )
        for paragraph in change.paragraphs {
            if let old = paragraph.old { lines.append("  - " + old) }
            if let new = paragraph.new { lines.append("  + " + new) }
        }
    }
    return lines.map { trimmed($0) + "\n" }.joined()
}

/// From what to what, where the number itself does not say it.
private func detail(_ cause: ChangeCause, _ old: NumberRecord, _ new: NumberRecord) -> String? {
    func words(_ before: PublishedNumber.Stated?, _ after: PublishedNumber.Stated?) -> String {
        "\(before?.words ?? "–") → \(after?.words ?? "–")"
    }
    return switch cause {
    case .n: words(old.n, new.n)
    case .target:
        [
            old.target == new.target ? nil : words(old.target, new.target),
            old.baseline == new.baseline ? nil : "(\(words(old.baseline, new.baseline)))",
        ].compactMap { $0 }.joined(separator: " ")
    case .period: "\(old.period ?? "–") → \(new.period ?? "–")"
    case .source: "\(old.source ?? "–") → \(new.source ?? "–")"
    case .note: "\(old.note ?? "–") → \(new.note ?? "–")"
    case .correction, .definition, .data, .text, .qualifier, .format: nil
    }
}

extension PublishedNumber.Stated {
    fileprivate var words: String {
        switch self {
        case .text(let text): text
        case .number(let number): machineDigits(number)
        }
    }
}

/// One line for the figure, one for each cell, row and column that differs.
private func text(_ change: FigureChange, _ language: Language) -> [String] {
    func word(_ en: String, _ nl: String) -> String { language == .nl ? nl : en }
    guard let figure = change.new ?? change.old else { return [] }
    let head = "\(word("figure", "figuur")) \(figure.id) (\(figure.title)): "
    guard change.old != nil && change.new != nil else {
        return [head + (change.old == nil ? word("new", "nieuw") : word("gone", "weg"))]
    }
    var remarks: [String] = []
    if [change.old, change.new].contains(where: { $0?.isIllustrative ?? false }) {
        remarks.append(word("example data", "voorbeeldgegevens"))
    }
    if change.isRedefined { remarks.append(word("measures something else", "meet iets anders")) }
    if change.isRebuilt { remarks.append(word("other rows", "andere rijen")) }
    func counted(_ number: Int, _ one: (String, String), _ many: (String, String)) {
        if number > 0 { remarks.append("\(number) \(number == 1 ? word(one.0, one.1) : word(many.0, many.1))") }
    }
    counted(
        change.cells.count { !$0.isHiddenNow },
        ("value differs", "waarde anders"),
        ("values differ", "waarden anders")
    )
    counted(
        change.cells.count(where: \.isHiddenNow),
        ("value no longer shown", "waarde niet meer getoond"),
        ("values no longer shown", "waarden niet meer getoond")
    )
    counted(change.addedRows.count, ("row new", "rij nieuw"), ("rows new", "rijen nieuw"))
    counted(change.removedRows.count, ("row gone", "rij weg"), ("rows gone", "rijen weg"))
    counted(change.addedColumns.count, ("column new", "kolom nieuw"), ("columns new", "kolommen nieuw"))
    counted(change.removedColumns.count, ("column gone", "kolom weg"), ("columns gone", "kolommen weg"))
    let cells = change.cells.map { cell in
        let name = [cell.row, cell.column.title].filter { !$0.isEmpty }.joined(separator: ", ")
        return cell.isHiddenNow
            ? "  \(name): \(word("no longer shown", "niet meer getoond"))"
            : "  \(name): \(cell.old.words(cell.column)) → \(cell.new.words(cell.column))"
    }
    let added = (change.addedRows + change.addedColumns).map { "  + \($0)" }
    let removed = (change.removedRows + change.removedColumns).map { "  - \($0)" }
    return [head + remarks.joined(separator: ", ")] + cells + added + removed
}

extension FigureRecord.Cell {
    fileprivate func words(_ column: FigureRecord.Column) -> String {
        switch self {
        case .text(let text): text
        case .number(let number):
            FixedDecimal(number, decimals: column.decimals).flatMap { Double($0.digits()) }.map(machineDigits)
                ?? machineDigits(number)
        case .missing: "–"
        case .hidden: "×"
        }
    }
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
    case .target: "streefgetal"
    case .data: "gegevens"
    case .text: "tekst"
    case .n: "n"
    case .qualifier: "woord erbij"
    case .format: "schrijfwijze"
    case .source: "bron"
    case .note: "toelichting"
    }
}
