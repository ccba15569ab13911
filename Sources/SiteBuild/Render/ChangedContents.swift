// On the page *Wijzigingen*: figures and tables with other data, pages that came and went, paragraphs that differ.
import Markup

/// The longest lists of cells and paragraphs; whoever wants more compares the editions with the command.
private let mostCells = 40
private let mostParagraphs = 30

extension ChangesPage {
    // MARK: Figures

    func writeFigures(into output: inout ByteWriter) {
        guard !changes.figures.isEmpty else { return }
        writeHeading("figures_and_tables", into: &output)
        writeList("figures_changed", changes.figures.filter { $0.old != nil && $0.new != nil }, into: &output) { change, output in
            writeFigureName(change, into: &output)
            output.element("p", text: words(change).joined(separator: " "))
            if !change.cells.isEmpty { writeCells(change, into: &output) }
        }
        writeList("figures_new", changes.figures.filter { $0.old == nil }, into: &output, item: writeFigureName)
        writeList("figures_gone", changes.figures.filter { $0.new == nil }, into: &output, item: writeFigureName)
    }

    /// A figure leads to where it stands; one that is gone only names the page.
    private func writeFigureName(_ change: FigureChange, into output: inout ByteWriter) {
        guard let figure = change.new ?? change.old else { return }
        let page = programme.facts.pages.first { $0.id == figure.page || $0.aliases.contains(figure.page) }
        let href = change.new == nil ? nil : page.map { address.link(to: Address(path: $0.address), fragment: figure.id) }
        writeName(figure.title, href: href, isIllustrative: figure.isIllustrative, into: &output)
        guard let page else { return }
        output.raw("<p class=\"change-pages\">")
        output.escaped(strings["used_on"] + ": ")
        writeLink(page, into: &output)
        output.raw("</p>")
    }

    private func words(_ change: FigureChange) -> [String] {
        var words: [String] = []
        func add(_ key: String, _ names: [String]) {
            guard let last = names.last else { return }
            let list = names.count == 1 ? last : names.dropLast().joined(separator: "; ") + " \(strings["and"]) " + last
            words.append(strings(key, ("names", list)))
        }
        if change.isRedefined { words.append(strings["dataset_break"]) }
        if change.isRebuilt { words.append(strings["figure_rebuilt"]) }
        if !change.cells.isEmpty { words.append(change.cells.count == 1 ? strings["cells_one"] : strings("cells", ("n", String(change.cells.count)))) }
        func addRows(_ names: [String], _ key: String) {
            if names.count > 3 { words.append(strings(key + "_many", ("n", String(names.count)))) } else { add(key, names) }
        }
        addRows(change.addedRows, "rows_new")
        addRows(change.removedRows, "rows_gone")
        add("columns_new", change.addedColumns)
        add("columns_gone", change.removedColumns)
        return words
    }

    private func writeCells(_ change: FigureChange, into output: inout ByteWriter) {
        output.raw("<details class=\"changes-more\"><summary>")
        output.escaped(strings["show_values"])
        output.raw("</summary>\n")
        let hasColumns = Set(change.cells.map(\.column.name)).count > 1
        writeScrolling(label: (change.new ?? change.old)?.title ?? "", into: &output) { output in
            output.raw("<table><thead><tr>")
            for key in ["row"] + (hasColumns ? ["measured"] : []) { output.element("th", ("scope", "col"), text: strings[key]) }
            for key in ["then", "now"] { output.element("th", ("scope", "col"), ("class", "number"), text: strings[key]) }
            output.raw("</tr></thead><tbody>")
            for cell in change.cells.prefix(mostCells) {
                output.raw("<tr>")
                output.element("th", ("scope", "row"), text: cell.row)
                if hasColumns { output.element("td", text: cell.column.title) }
                for value in [cell.old, cell.new] { output.element("td", ("class", "number"), text: text(value, cell.column)) }
                output.raw("</tr>")
            }
            output.raw("</tbody></table>")
        }
        if change.cells.count > mostCells { output.element("p", text: strings("paragraphs_more", ("n", String(change.cells.count - mostCells)))) }
        output.raw("</details>\n")
    }

    private func text(_ cell: FigureRecord.Cell, _ column: FigureRecord.Column) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): (language.number(number, upTo: column.decimals) ?? machineDigits(number)) + (column.unit == "%" ? "%" : "")
        case .missing: strings["missing"]
        case .hidden: strings["suppressed"]
        }
    }

    // MARK: Pages and texts

    func writePages(into output: inout ByteWriter) {
        guard !changes.pages.isEmpty else { return }
        writeHeading("pages", into: &output)
        writeList("pages_added", changes.pages.filter { $0.kind == .added }, into: &output) { writeLink($0.new, into: &$1) }
        writeList("pages_renamed", changes.pages.filter { $0.kind == .renamed }, into: &output) { change, output in
            writeLink(change.new, into: &output)
            if change.old?.title != change.new?.title {
                output.element("p", text: strings("formerly", ("title", change.old?.title ?? "")))
            } else {
                output.element("p", text: strings["moved"])
            }
        }
        writeList("pages_removed", changes.pages.filter { $0.kind == .removed }, into: &output) { $1.escaped($0.old?.title ?? "") }
    }

    func writeTexts(into output: inout ByteWriter) {
        guard !changes.texts.isEmpty else { return }
        writeHeading("texts", into: &output)
        output.element("p", text: strings["texts_lead"])
        for change in changes.texts {
            output.raw("<details class=\"text-change\"><summary>")
            let count = change.paragraphs.count
            output.escaped("\(change.page.title): \(count == 1 ? strings["paragraphs_one"] : strings("paragraphs", ("n", String(count))))")
            output.raw("</summary>\n<p>")
            writeLink(change.page, into: &output)
            output.raw("</p>\n")
            for paragraph in change.paragraphs.prefix(mostParagraphs) {
                output.raw("<div class=\"paragraph-change\">")
                writeParagraph("then", "del", paragraph.old, into: &output)
                writeParagraph("now", "ins", paragraph.new, into: &output)
                output.raw("</div>\n")
            }
            if count > mostParagraphs { output.element("p", text: strings("paragraphs_more", ("n", String(count - mostParagraphs)))) }
            output.raw("</details>\n")
        }
    }

    private func writeParagraph(_ key: String, _ element: StaticString, _ text: String?, into output: inout ByteWriter) {
        guard let text else { return }
        output.element("p") { output in
            output.element("span", ("class", "change-when"), text: strings[key] + ":")
            output.raw(" ")
            output.element(element, text: text)
        }
    }
}
