// On the page *Wijzigingen*: numbers that are other ones now, with their cause; datasets that measure something else; projects that stand otherwise.
import Markup

extension ChangesPage {
    func writeNumbers(into output: inout ByteWriter) {
        for kind in NumberChange.Kind.allCases {
            let numbers = changes.numbers.filter { $0.kind == kind }
            switch kind {
            case .other: writeList("numbers_changed", numbers, into: &output, item: writeChanged)
            case .hidden: writeList("numbers_hidden", numbers, into: &output, item: writeHidden)
            case .redefined: writeList("numbers_redefined", numbers, into: &output, item: writeChanged)
            case .target: writeList("numbers_target", numbers, into: &output, item: writeChanged)
            case .period: writeList("numbers_period", numbers, into: &output, item: writeChanged)
            case .restated: writeList("numbers_restated", numbers, into: &output, item: writeChanged)
            case .first: writeList("numbers_new", numbers, note: "numbers_new_note", into: &output, item: writeFirst)
            case .gone: writeList("numbers_gone", numbers, note: "numbers_gone_note", into: &output, item: writeGone)
            }
        }
    }

    private func writeFirst(_ change: NumberChange, into output: inout ByteWriter) {
        guard let new = change.new else { return }
        writeName(change, into: &output)
        output.element("p", text: new.written)
        writeReason(new, into: &output)
        writePlaces(places(of: new), key: "used_on", into: &output)
    }

    private func writeGone(_ change: NumberChange, into output: inout ByteWriter) {
        guard let old = change.old else { return }
        writeName(change, into: &output)
        output.element("p", text: old.written)
        writePlaces(old.uses.map { ($0.title, previousHref($0.address)) }, key: "was_used_on", into: &output)
    }

    /// What it was is not told any more either.
    private func writeHidden(_ change: NumberChange, into output: inout ByteWriter) {
        guard let new = change.new else { return }
        writeName(change, into: &output)
        output.element("p", text: strings("number_hidden", ("value", new.written)))
        writeReason(new, into: &output)
        writePlaces(places(of: new), key: "used_on", into: &output)
    }

    private func writeChanged(_ change: NumberChange, into output: inout ByteWriter) {
        guard let old = change.old, let new = change.new else { return }
        writeName(change, into: &output)
        if old.label != new.label {
            output.element("p", ("class", "change-cause"), text: strings("formerly", ("title", old.label)))
        }
        output.raw("<p>")
        if comparable(old.written) != comparable(new.written) {
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
            let causes = change.causeWords(strings: strings, language: language)
            if !causes.isEmpty { output.element("p", ("class", "change-cause"), text: causes.joined(separator: " ")) }
            if change.causes.contains(.definition) { writeDefinitions(change, old, new, into: &output) }
        }
        writePlaces(places(of: new), key: "used_on", into: &output)
    }

    @discardableResult
    private func writeReason(_ number: NumberRecord, into output: inout ByteWriter) -> Bool {
        guard let changed = number.changed, isSincePrevious(changed) else { return false }
        output.element("p", ("class", "change-cause"), text: sentence(changed.reason))
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
    private func writeDefinitions(
        _ change: NumberChange,
        _ old: NumberRecord,
        _ new: NumberRecord,
        into output: inout ByteWriter
    ) {
        let text: String
        if let reason = change.bridge {
            text = strings("bridge", ("reason", sentence(reason)))
        } else if old.isIllustrative != new.isIllustrative {
            text = strings[old.isIllustrative ? "illustrative_before" : "illustrative_now"]
        } else if !isSameUnit(old.unit, new.unit) {
            text = strings(
                "series_break_unit",
                ("old", old.unit ?? strings["without_unit"]),
                ("new", new.unit ?? strings["without_unit"])
            )
        } else if old.definition != new.definition {
            text = strings(
                "series_break",
                ("old", old.definition ?? strings["declared"]),
                ("new", new.definition ?? strings["declared"])
            )
        } else {
            text = datasetBreak(new.dataset)
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
            let (old, new) = (change.oldWords, change.newWords)
            // What one of the two does not say cannot be set against the other.
            let text =
                old.isEmpty || new.isEmpty
                ? strings(old.isEmpty ? "dataset_defined" : "dataset_undefined", ("words", old.isEmpty ? new : old))
                : strings("dataset_redefined", ("old", old), ("new", new))
            output.element("p", text: text)
            let reason = change.bridge.map { strings("bridge", ("reason", sentence($0))) }
            output.element("p", ("class", "change-cause"), text: reason ?? datasetBreak(change.new.name))
        }
    }

    /// That the data measure something else now, from where on, and why.
    func datasetBreak(_ name: String?) -> String {
        let dataset = changes.datasets.first { $0.new.name == name }?.new
        let reasons = (dataset?.breaks ?? []).map {
            strings("dataset_break_from", ("from", $0.from), ("reason", sentence($0.reason)))
        }
        return ([strings["dataset_break"]] + reasons).joined(separator: " ")
    }

    // MARK: Projects

    func writeStatuses(into output: inout ByteWriter) {
        for (key, kind) in [("changed", StatusChange.Kind.changed), ("gone", .removed), ("new", .added)] {
            let found = changes.statuses.filter { $0.kind == kind }
            writeList("statuses_" + key, found, into: &output, item: writeStatus)
        }
    }

    private func writeStatus(_ change: StatusChange, into output: inout ByteWriter) {
        let page = change.page
        let href = change.isProjectGone ? previousHref(page.address) : address.link(to: Address(path: page.address))
        writeName(change.intervention ?? page.title, href: href, isIllustrative: false, into: &output)
        let isProject = change.intervention == nil
        // One that says nothing of its status has none to tell.
        let subject = isProject ? "project" : "status"
        let end = (change.old ?? change.new) == nil ? "_unstated" : ""
        let none = strings["status_none"]
        let (old, new) = (("old", change.old ?? none), ("new", change.new ?? none))
        let text =
            switch change.kind {
            case .changed: strings("status_changed", old, new)
            case .added: strings(subject + "_new" + end, new)
            case .removed: strings(subject + "_gone" + end, old)
            }
        output.element("p", text: text)
        if !isProject { writePlaces([(page.title, href)], key: "project", into: &output) }
        let names = change.interventions.map { $0.name + ($0.status.map { " (\($0))" } ?? "") }
        if !names.isEmpty { output.element("p", text: "\(strings["interventions"]): \(names.joined(separator: "; "))") }
    }
}
