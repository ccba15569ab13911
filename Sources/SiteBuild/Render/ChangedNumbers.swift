// On the page *Wijzigingen*: numbers that are other ones now, with their cause; figures with other data; projects that stand otherwise.
import Markup

extension ChangesPage {
    func writeNumbers(into output: inout ByteWriter) {
        guard !changes.numbers.isEmpty else { return }
        writeHeading("numbers", into: &output)
        let kept = changes.numbers.filter { $0.old != nil && $0.new != nil }
        writeList("numbers_changed", kept.filter(\.isOtherNumber), into: &output, item: writeChanged)
        writeList("numbers_redefined", kept.filter { !$0.isOtherNumber }, into: &output, item: writeChanged)
        writeList("numbers_new", changes.numbers.filter { $0.old == nil }, into: &output) { change, output in
            guard let new = change.new else { return }
            writeName(change, into: &output)
            output.element("p", text: new.written(in: language))
            writeUses(new, into: &output)
        }
        writeList("numbers_gone", changes.numbers.filter { $0.new == nil }, into: &output) { change, output in
            writeName(change, into: &output)
            output.element("p", text: change.old?.written(in: language) ?? "")
        }
    }

    private func writeChanged(_ change: NumberChange, into output: inout ByteWriter) {
        guard let old = change.old, let new = change.new else { return }
        writeName(change, into: &output)
        output.raw("<p>")
        if change.isOtherNumber || old.unit != new.unit {
            output.element("span", ("class", "unseen"), text: strings["then"] + ": ")
            output.element("del", text: old.written(in: language))
            output.raw(" <span aria-hidden=\"true\">→</span> ")
            output.element("span", ("class", "unseen"), text: strings["now"] + ": ")
        }
        output.element("ins", text: new.written(in: language))
        if let words = change.differenceWords(strings: strings, language: language) { output.escaped(" (\(words))") }
        output.raw("</p>")
        let causes = change.causeWords(strings: strings)
        if !causes.isEmpty { output.element("p", ("class", "change-cause"), text: causes.joined(separator: " ")) }
        if change.causes.contains(.definition) { writeDefinitions(old, new, into: &output) }
        writeUses(new, into: &output)
    }

    /// A number that is gone has no place in the register any more.
    private func writeName(_ change: NumberChange, into output: inout ByteWriter) {
        let href = change.new.map { address.link(to: programme.provenanceAddress, fragment: $0.id) }
        writeName(change.label, href: href, isIllustrative: (change.new ?? change.old)?.isIllustrative ?? false, into: &output)
    }

    /// Why old and new are not one series, or what bridges them.
    private func writeDefinitions(_ old: NumberRecord, _ new: NumberRecord, into output: inout ByteWriter) {
        let text: String
        if let reason = new.bridge {
            text = strings("bridge", ("reason", reason))
        } else if old.definition != new.definition {
            text = strings("series_break", ("old", old.definition ?? strings["declared"]), ("new", new.definition ?? strings["declared"]))
        } else if old.unit != new.unit {
            text = strings("series_break_unit", ("old", old.unit ?? "–"), ("new", new.unit ?? "–"))
        } else {
            text = strings["dataset_break"]  // what the dataset measures is told below
        }
        output.element("p", ("class", "change-cause"), text: text)
    }

    private func writeUses(_ number: NumberRecord, into output: inout ByteWriter) {
        guard !number.uses.isEmpty else { return }
        output.raw("<p class=\"change-pages\">")
        output.escaped(strings["used_on"])
        output.raw(": ")
        for (index, use) in number.uses.enumerated() {
            if index > 0 { output.raw(" · ") }
            output.element("a", ("href", address.link(to: Address(path: use.address))), text: use.title)
        }
        output.raw("</p>")
    }

    func writeDatasets(into output: inout ByteWriter) {
        guard !changes.datasets.isEmpty else { return }
        writeHeading("datasets", into: &output)
        writeList("datasets_redefined", changes.datasets, into: &output) { change, output in
            output.element("strong", text: change.new.title)
            output.element("p", text: strings("dataset_redefined", ("old", change.oldWords), ("new", change.newWords)))
            let text = change.new.bridge.map { strings("bridge", ("reason", $0)) } ?? strings["dataset_break"]
            output.element("p", ("class", "change-cause"), text: text)
        }
    }

    // MARK: Projects

    func writeStatuses(into output: inout ByteWriter) {
        guard !changes.statuses.isEmpty else { return }
        writeHeading("statuses", into: &output)
        writeList("statuses_changed", changes.statuses, into: &output) { change, output in
            writeName(
                change.intervention ?? change.page.title, href: address.link(to: Address(path: change.page.address)), isIllustrative: false, into: &output)
            let (old, new) = (statusWord(change.old), statusWord(change.new))
            let text =
                switch (old, new) {
                case (nil, let new?): strings("status_new", ("new", new))
                case (let old?, nil): strings("status_gone", ("old", old))
                default: strings("status_changed", ("old", old ?? "–"), ("new", new ?? "–"))
                }
            output.element("p", text: text)
            if change.intervention != nil {
                output.raw("<p class=\"change-pages\">")
                output.escaped(strings["project"] + ": ")
                writeLink(change.page, into: &output)
                output.raw("</p>")
            }
        }
    }

    private func statusWord(_ status: String?) -> String? { status.flatMap(Status.init).map { strings[$0.stringKey] } }
}
