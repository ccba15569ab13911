// On the page *Wijzigingen*: figures and tables with other data, pages that came and went, paragraphs that differ.
import Indicators
import Markup

/// The longest lists: beyond them, readers look at the two editions themselves.
private let mostCells = 100
private let mostNames = 12
private let mostParagraphs = 200

extension ChangesPage {
    // MARK: Figures

    func writeFigures(into output: inout ByteWriter) {
        writeList("figures_changed", changes.figures.filter { $0.old != nil && $0.new != nil }, into: &output) {
            change,
            output in
            writeFigureName(change, into: &output)
            if let old = change.old?.title, old != change.new?.title {
                output.element("p", text: strings("formerly", ("title", old)))
            }
            let words = remarks(change)
            if !words.isEmpty { output.element("p", text: words.joined(separator: " ")) }
            if !change.shownCells.isEmpty { writeCells(change, into: &output) }
        }
        writeList("figures_new", changes.figures.filter { $0.old == nil }, into: &output, item: writeFigureName)
        writeList("figures_gone", changes.figures.filter { $0.new == nil }, into: &output, item: writeFigureName)
    }

    /// A figure leads to where it stands, one that is gone to where it stood.
    private func writeFigureName(_ change: FigureChange, into output: inout ByteWriter) {
        guard let figure = change.new ?? change.old else { return }
        let isGone = change.new == nil
        let page = (isGone ? programme.past.previous : programme.facts)?.pages.first { $0.isCalled(figure.page) }
        func href(_ fragment: String?) -> String? {
            page.flatMap {
                isGone
                    ? previousHref($0.address, fragment: fragment)
                    : address.link(to: Address(path: $0.address), fragment: fragment)
            }
        }
        writeName(
            figure.title,
            href: href(figure.id),
            isIllustrative: [change.old, change.new].contains { $0?.isIllustrative ?? false },
            into: &output
        )
        if let page { writePlaces([(page.title, href(nil))], key: isGone ? "was_used_on" : "used_on", into: &output) }
    }

    private func remarks(_ change: FigureChange) -> [String] {
        var words: [String] = []
        func add(_ key: String, _ names: [String]) {
            guard !names.isEmpty else { return }
            let more = names.count > mostNames ? "; " + strings("and_more", ("n", String(names.count - mostNames))) : ""
            let names = names.map { $0.isEmpty ? strings["total"] : $0 }
            words.append(strings(key, ("names", names.prefix(mostNames).joined(separator: "; ") + more)))
        }
        if change.isRedefined { words.append(datasetBreak(change.new?.dataset)) }
        if change.isRebuilt { words.append(strings["figure_rebuilt"]) }
        let count = change.shownCells.count
        if count > 0 { words.append(count == 1 ? strings["cells_one"] : strings("cells", ("n", String(count)))) }
        add(
            "cells_hidden",
            change.cells.filter(\.isHiddenNow).map { cell in
                let row = cell.row.isEmpty ? strings["total"] : cell.row
                return change.hasManyColumns ? "\(row), \(cell.column.title)" : row
            }
        )
        add("rows_new", change.addedRows)
        add("rows_gone", change.removedRows)
        add("columns_new", change.addedColumns)
        add("columns_gone", change.removedColumns)
        return words
    }

    private func writeCells(_ change: FigureChange, into output: inout ByteWriter) {
        output.raw("<details class=\"changes-more\"><summary>")
        output.escaped(strings["show_values"])
        output.raw("</summary>\n")
        // As many decimals in all cells of a column as the finest of them needs.
        var decimals: [String: Int] = [:]
        for cell in change.shownCells {
            for case .number(let number) in [cell.old, cell.new] {
                let needed = language.number(number, upTo: cell.column.decimals).map(language.decimals) ?? 0
                decimals[cell.column.name] = max(decimals[cell.column.name] ?? 0, needed)
            }
        }
        writeScrolling(label: (change.new ?? change.old)?.title ?? "", into: &output) { output in
            output.raw("<table><thead><tr>")
            for title in [change.rowTitle] + (change.hasManyColumns ? [strings["measured"]] : []) {
                output.element("th", ("scope", "col"), text: title)
            }
            let areNumbers = change.shownCells.allSatisfy { !$0.old.isText && !$0.new.isText }
            for key in ["then", "now"] {
                output.element("th", ("scope", "col"), areNumbers ? ("class", "number") : nil, text: strings[key])
            }
            output.raw("</tr></thead><tbody>")
            for cell in change.shownCells.prefix(mostCells) {
                output.raw("<tr>")
                output.element("th", ("scope", "row"), text: cell.row.isEmpty ? strings["total"] : cell.row)
                if change.hasManyColumns { output.element("td", text: cell.column.title) }
                for value in [cell.old, cell.new] {
                    output.element(
                        "td",
                        areNumbers ? ("class", "number") : nil,
                        text: text(value, cell.column, decimals: decimals[cell.column.name] ?? 0)
                    )
                }
                output.raw("</tr>")
            }
            output.raw("</tbody></table>")
        }
        if change.shownCells.count > mostCells {
            output.element("p", text: strings("cells_more", ("n", String(change.shownCells.count - mostCells))))
        }
        output.raw("</details>\n")
    }

    private func text(_ cell: FigureRecord.Cell, _ column: FigureRecord.Column, decimals: Int) -> String {
        switch cell {
        case .text(let text) where text.utf8.count == 10 && isDate(text): language.date(text)
        case .text(let text): text
        case .number(let number) where Unit.isYear(column.unit): machineDigits(number)
        case .number(let number):
            (language.number(number, decimals: decimals) ?? machineDigits(number))
                + (Unit.isPercent(column.unit) ? "%" : "")
        case .missing: strings["missing"]
        case .hidden: strings["hidden"]
        }
    }

    // MARK: Pages and texts

    func writePages(into output: inout ByteWriter) {
        writeList("pages_added", changes.pages.filter { $0.kind == .added }, into: &output) {
            writeLink($0.new, into: &$1)
        }
        writeList("pages_renamed", changes.pages.filter { $0.kind == .renamed }, into: &output) { change, output in
            writeLink(change.new, into: &output)
            if change.old?.title != change.new?.title {
                output.element("p", text: strings("formerly", ("title", change.old?.title ?? "")))
            } else {
                output.element("p", text: strings["moved"])
            }
        }
        writeList("pages_removed", changes.pages.filter { $0.kind == .removed }, into: &output) { change, output in
            guard let old = change.old else { return }
            writePlaces([(old.title, previousHref(old.address))], key: "was_called", into: &output)
        }
    }

    func writeTexts(into output: inout ByteWriter) {
        output.element("p", text: strings["texts_lead"])
        for change in changes.texts {
            output.raw("<details class=\"text-change\"><summary>")
            let count = change.paragraphs.count
            output.escaped(
                "\(change.page.title): \(count == 1 ? strings["paragraphs_one"] : strings("paragraphs", ("n", String(count))))"
            )
            output.raw("</summary>\n")
            let old = programme.past.previous?.pages.first { old in
                change.page.isCalled(old.id) || old.isCalled(change.page.id)
            }
            let places = [
                (strings["page_now"], Optional(address.link(to: Address(path: change.page.address)))),
                (strings["page_then"], old.flatMap { previousHref($0.address) }),
            ]
            writePlaces(places.filter { $0.1 != nil }, key: "compare_pages", into: &output)
            for paragraph in change.paragraphs.prefix(mostParagraphs) { writeParagraph(paragraph, into: &output) }
            if count > mostParagraphs {
                output.element("p", text: strings("paragraphs_more", ("n", String(count - mostParagraphs))))
            }
            output.raw("</details>\n")
        }
    }

    private func writeParagraph(_ paragraph: TextChange.Paragraph, into output: inout ByteWriter) {
        output.raw("<div class=\"paragraph-change\">")
        if paragraph.isIllustrative {
            output.element("p", ("class", "label-illustrative"), text: strings["illustrative"])
        }
        let (old, new) = (words(of: paragraph.old ?? ""), words(of: paragraph.new ?? ""))
        // In a text that was rewritten the words are marked; one that came or went is all of it new or old.
        let isRewritten = paragraph.old != nil && paragraph.new != nil
        let difference = isRewritten ? new.difference(from: old) : new.difference(from: new)
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for case .remove(let offset, _, _) in difference { removed.insert(offset) }
        for case .insert(let offset, _, _) in difference { inserted.insert(offset) }
        if paragraph.old != nil {
            write(old, isRewritten ? "then" : "text_gone", "del", marked: removed, into: &output)
        }
        if paragraph.new != nil { write(new, isRewritten ? "now" : "text_new", "ins", marked: inserted, into: &output) }
        output.raw("</div>\n")
    }

    /// The words of a paragraph, runs of marked ones in one element.
    private func write(
        _ words: [Substring],
        _ key: String,
        _ element: StaticString,
        marked: Set<Int>,
        into output: inout ByteWriter
    ) {
        output.element("p") { output in
            output.element("span", ("class", "change-when"), text: strings[key] + ":")
            for (index, word) in words.enumerated() {
                let (isMarked, wasMarked) = (marked.contains(index), index > 0 && marked.contains(index - 1))
                if wasMarked && !isMarked { output.close(element) }
                output.raw(" ")
                if isMarked && !wasMarked { output.open(element) }
                output.escaped(String(word))
            }
            if !words.isEmpty, marked.contains(words.count - 1) { output.close(element) }
        }
    }
}

extension FigureChange {
    /// Values that can be set against each other; what is hidden now is named without its value.
    fileprivate var shownCells: [Cell] { cells.filter { !$0.isHiddenNow } }
}
