// On the page *Wijzigingen*: numbers that are other ones now, with their cause; datasets that measure something else; projects that stand otherwise.
import Markup

extension ChangesPage {
    func writeNumbers(into output: inout ByteWriter) {
        let kept = changes.numbers.filter { $0.old != nil && $0.new != nil }
        let same = kept.filter { !$0.isOtherNumber }
        writeList("numbers_changed", kept.filter(\.isOtherNumber), into: &output, item: writeChanged)
        writeList("numbers_period", same.filter { $0.causes == [.period] }, into: &output, item: writeChanged)
        writeList("numbers_redefined", same.filter { $0.causes != [.period] }, into: &output, item: writeChanged)
        writeList("numbers_new", changes.numbers.filter { $0.old == nil }, note: "numbers_new_note", into: &output) {
            change,
            output in
            guard let new = change.new else { return }
            writeName(change, into: &output)
            output.element("p", text: new.written)
            writeReason(new, into: &output)
            writePlaces(places(of: new), key: "used_on", into: &output)
        }
        writeList("numbers_gone", changes.numbers.filter { $0.new == nil }, note: "numbers_gone_note", into: &output) {
            change,
            output in
            guard let old = change.old else { return }
            writeName(change, into: &output)
            output.element("p", text: old.written)
            writePlaces(old.uses.map { ($0.title, previousHref($0.address)) }, key: "was_used_on", into: &output)
        }
    }

    private func writeChanged(_ change: NumberChange, into output: inout ByteWriter) {
        guard let old = change.old, let new = change.new else { return }
        writeName(change, into: &output)
        if old.label != new.label {
            output.element("p", ("class", "change-cause"), text: strings("formerly", ("title", old.label)))
        }
        output.raw("<p>")
        if change.isOtherNumber || old.unit != new.unit {
            output.element("span", ("class", "unseen"), text: strings["then"] + ": ")
            output.element("del", text: old.written)
            output.raw(" <span aria-hidden=\"true\">→</span> ")
            output.element("span", ("class", "unseen"), text: strings["now"] + ": ")
            output.element("ins", text: new.written)
        } else {
            output.escaped(strings("stayed", ("value", new.written)))
        }
        if let words = change.differenceWords(strings: strings, language: language) { output.escaped(" (\(words))") }
        output.raw("</p>")
        // An author's own words say more than what can be worked out.
        if !writeReason(new, into: &output) {
            let causes = change.causeWords(strings: strings)
            if !causes.isEmpty { output.element("p", ("class", "change-cause"), text: causes.joined(separator: " ")) }
            if change.causes.contains(.definition) { writeDefinitions(old, new, into: &output) }
        }
        writePlaces(places(of: new), key: "used_on", into: &output)
    }

    @discardableResult
    private func writeReason(_ number: NumberRecord, into output: inout ByteWriter) -> Bool {
        guard let changed = number.changed, isSincePrevious(changed) else { return false }
        output.element("p", ("class", "change-cause"), text: changed.reason)
        return true
    }

    private func places(of number: NumberRecord) -> [(title: String, href: String?)] {
        number.uses.map { ($0.title, address.link(to: Address(path: $0.address))) }
    }

    /// The entry's own address; a number that is gone leads to the register of the edition before.
    private func writeName(_ change: NumberChange, into output: inout ByteWriter) {
        let register = programme.past.previous?.pages.first { $0.kind == PageKind.provenance.rawValue }
        let href =
            change.new.map { address.link(to: programme.provenanceAddress, fragment: $0.id) }
            ?? register.flatMap { previousHref($0.address, fragment: change.id) }
        writeName(
            change.label,
            id: change.anchor,
            href: href,
            isIllustrative: [change.old, change.new].contains { $0?.isIllustrative ?? false },
            into: &output
        )
    }

    /// Why old and new are not one series, or what bridges them.
    private func writeDefinitions(_ old: NumberRecord, _ new: NumberRecord, into output: inout ByteWriter) {
        let text: String
        if let reason = new.bridge {
            text = strings("bridge", ("reason", reason))
        } else if old.isIllustrative != new.isIllustrative {
            text = strings[old.isIllustrative ? "illustrative_before" : "illustrative_now"]
        } else if old.definition != new.definition {
            text = strings(
                "series_break",
                ("old", old.definition ?? strings["declared"]),
                ("new", new.definition ?? strings["declared"])
            )
        } else if old.unit != new.unit {
            text = strings("series_break_unit", ("old", old.unit ?? "–"), ("new", new.unit ?? "–"))
        } else {
            text = strings["dataset_break"]  // what the dataset measures is told below
        }
        output.element("p", ("class", "change-cause"), text: text)
    }

    func writeDatasets(into output: inout ByteWriter) {
        writeList("datasets_redefined", changes.datasets, into: &output) { change, output in
            writeName(
                change.new.title,
                href: nil,
                isIllustrative: change.old.isIllustrative || change.new.isIllustrative,
                into: &output
            )
            output.element("p", text: strings("dataset_redefined", ("old", change.oldWords), ("new", change.newWords)))
            let text = change.new.bridge.map { strings("bridge", ("reason", $0)) } ?? strings["dataset_break"]
            output.element("p", ("class", "change-cause"), text: text)
        }
    }

    // MARK: Projects

    func writeStatuses(into output: inout ByteWriter) {
        writeList("statuses_changed", changes.statuses, into: &output) { change, output in
            writeName(
                change.intervention ?? change.page.title,
                href: address.link(to: Address(path: change.page.address)),
                isIllustrative: false,
                into: &output
            )
            let text =
                switch (change.old, change.new) {
                case (nil, let new?): strings("status_new", ("new", new))
                case (let old?, nil): strings("status_gone", ("old", old))
                default: strings("status_changed", ("old", change.old ?? "–"), ("new", change.new ?? "–"))
                }
            output.element("p", text: text)
            if change.intervention != nil {
                writePlaces(
                    [(change.page.title, address.link(to: Address(path: change.page.address)))],
                    key: "project",
                    into: &output
                )
            }
        }
    }
}
