// The blocks of a page: which drawing or list stands in their place.
import Charts
import Declarations
import Diagnostics
import Disclosure
import Documents
import Indicators
import Markup

extension PageRenderer {
    func writeBlock(
        _ document: Document,
        _ node: Document.NodeIndex,
        _ writer: inout HTMLWriter,
        into output: inout ByteWriter
    ) {
        let body = document.file == page.file ? page.text : programme.parts[document.file]
        switch body?.blocks[node] {
        case .chart(let block): writeChart(block, into: &output)
        case .table(let block): writeTable(block, into: &output)
        case .tiles(let tiles): writeTiles(tiles, into: &output)
        case .targets(let block): writeTargets(block, into: &output)
        case .interventions(let block): writeInterventions(block, into: &output)
        case .pages(let block): writePages(block, headingLevel: headingLevel(below: document, node), into: &output)
        case .include(let name):
            guard let part = programme.bodies.part(name, from: document.file) else { break }
            // Every included text numbers its footnotes from 1; their ids must differ from the page's own.
            let outer = writer.context.footnotePrefix
            state.includeCount += 1
            writer.context.footnotePrefix = "p\(state.includeCount)-"
            writer.write(part.body.document, into: &output)
            writer.context.footnotePrefix = outer
        case nil: break  // a block that could not be read has had its finding
        }
    }

    /// The number of a figure or table of this page; nil where it was written already or belongs to another page, which were findings.
    private func float(_ id: String) -> NumberedFloat? {
        programme.numbering.floats[id].flatMap { $0.page == index && !state.record.floats.contains(id) ? $0 : nil }
    }

    /// Remembers the ids that a figure or table puts on the page.
    private func note(_ id: String, _ inner: [String] = []) {
        state.record.add(float: id)
        state.record.innerIDs += [FloatFrame.titleID(of: id)] + inner
    }

    // MARK: Charts and tables

    private func writeChart(_ block: ChartBlock, into output: inout ByteWriter) {
        let id = block.spec.id.text
        guard let float = float(id) else { return }
        let table = programme.tables[id]
        if table == nil && block.spec.from != nil { return }  // the data had a finding
        let spec = block.spec.mappingTexts { scalar in
            InlineText.holdsMarks(scalar.text) ? plain(InlineText(scalar, findings: &state.findings)) : scalar.text
        }
        let shapes = programme.shapes[spec]
        if shapes == nil && spec.shapesFile != nil { return }  // the file had a finding
        let drawn = draw(spec, table: table, language: language, shapes: shapes, style: programme.theme.colours.charts)
        if !hasWrongData(table) { state.findings.add(contentsOf: drawn.findings) }
        let frame = FloatFrame(
            id: id,
            style: "chart",
            size: spec.size.rawValue,
            number: floatNumber(float),
            titleHTML: inline(block.title),
            subtitle: drawn.subtitle,
            captionHTML: block.caption.map(inline),
            noteHTML: block.note.map(inline),
            source: table?.origin.source,
            isIllustrative: table?.origin.isIllustrative ?? false,
            download: drawn.table.rows.isEmpty ? nil : publish(drawn.csv, id + ".csv"),
            drawing: publish(drawn.standalone, id + ".svg")
        )
        frame.write(into: &output, strings: strings) { output in
            output.raw("<div class=\"drawing drawing-wide\">")
            output.raw(drawn.wide)
            output.raw("</div><div class=\"drawing drawing-narrow\">")
            output.raw(drawn.narrow)
            output.raw("</div>")
        } data: { output in
            writeScrolling(label: strings("data_for", ("title", floatNumber(float).lowercasedFirst)), into: &output) {
                drawn.table.html(into: &$0)
            }
            if let note = drawn.table.note { output.element("p", ("class", "table-note"), text: note) }
        }
        note(id, drawingIDs(of: id))
    }

    private func writeTable(_ block: TableBlock, into output: inout ByteWriter) {
        let id = block.id.text
        guard let float = float(id), let table = programme.tables[id] else { return }
        let shown = ShownTable(table, sort: block.sort, language: language, strings: strings)
        let frame = FloatFrame(
            id: id,
            style: "table",
            size: block.size.rawValue,
            number: floatNumber(float),
            titleHTML: block.title.map(inline),
            captionHTML: block.caption.map(inline),
            noteHTML: block.note.map(inline),
            source: table.origin.source,
            isIllustrative: table.origin.isIllustrative,
            download: publish(shown.csv, id + ".csv")
        )
        frame.write(into: &output, strings: strings) { output in
            writeScrolling(label: floatNumber(float), into: &output) { shown.html(into: &$0) }
            if let note = shown.note { output.element("p", ("class", "table-note"), text: note) }
        }
        note(id)
        if table.rows.isEmpty, !hasWrongData(table) {
            state.findings.warning(
                "table.empty",
                at: block.data.place,
                en: "no row of dataset \(table.origin.dataset) fits: the table is empty",
                nl: "geen rij van dataset \(table.origin.dataset) past hierbij: de tabel is leeg"
            )
        }
    }

    /// Whether the file behind a table had errors: what is empty or missing in it follows from them.
    private func hasWrongData(_ table: ReleasedTable?) -> Bool {
        table.flatMap { programme.package.datasets[$0.origin.dataset]?.hasErrors } ?? false
    }

    /// Puts a file beside the page; returns its name for a link.
    private func publish(_ bytes: [UInt8], _ name: String) -> String {
        state.files.append((address.path + name, bytes))
        return name
    }

    // MARK: Key figures

    private func writeTiles(_ tiles: [Tile], into output: inout ByteWriter) {
        output.raw("<ul class=\"tiles\">\n")
        for tile in tiles.compactMap(shown) {
            output.raw("<li class=\"tile\"><p class=\"tile-value\">")
            if let qualifier = tile.number.qualifier {
                output.element("span", ("class", "tile-qualifier"), text: qualifier + " ")
            }
            writeNumber(tile.number, tile.written, into: &output)
            if let unit = tile.unit {
                output.raw(" ")
                output.element("span", ("class", "tile-unit"), text: unit)
            }
            output.raw("</p><p class=\"tile-label\">")
            if let label = tile.label { output.raw(inline(label)) } else { output.escaped(tile.number.label) }
            output.raw("</p>")
            if let text = tile.text {
                output.raw("<p class=\"tile-text\">")
                output.raw(inline(text))
                output.raw("</p>")
            }
            writeChange(of: tile.number, into: &output)
            if let meta = tile.meta { output.element("p", ("class", "tile-meta"), text: meta) }
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    /// How much more or less than in the edition before, or that it was corrected; silent where the two are not one series.
    private func writeChange(of number: PublishedNumber, into output: inout ByteWriter) {
        guard let change = programme.changedNumbers[number.id], let old = change.old else { return }
        let before = ("title", programme.past.editions.last?.title ?? "")
        let words =
            change.correction != nil
            ? strings("corrected", ("old", old.written), before)
            : change.differenceWords(strings: strings, language: language).map {
                strings("than_before", ("change", $0), before)
            }
        guard let words else { return }
        output.raw("<p class=\"tile-change\">")
        output.element("a", ("href", address.link(to: programme.changesAddress, fragment: change.anchor)), text: words)
        output.raw("</p>")
    }

    private func writeTargets(_ block: TargetsBlock, into output: inout ByteWriter) {
        let id = block.id.text
        guard let float = programme.numbering.floats[id] else { return }
        let targets = shown(block)
        let frame = FloatFrame(
            id: id,
            style: "table",
            size: "text",
            number: floatNumber(float),
            titleHTML: block.title.map(inline),
            captionHTML: block.caption.map(inline),
            isIllustrative: targets.isIllustrative
        )
        frame.write(into: &output, strings: strings) { output in
            writeScrolling(label: floatNumber(float), into: &output) { output in
                writeStackingTable(
                    className: "targets",
                    headings: [strings["indicator"]] + targets.headings,
                    rows: targets.rows,
                    into: &output
                ) {
                    row,
                    output in
                    output.element("th", ("scope", "row"), text: row.number.label)
                    for (heading, shown) in zip(targets.headings, row.cells) {
                        cell(heading, into: &output) { output in
                            switch shown {
                            case .text(let text): output.escaped(text)
                            case .result:
                                if let qualifier = row.number.qualifier { output.escaped(qualifier + " ") }
                                writeNumber(row.number, row.written, into: &output)
                            }
                        }
                    }
                }
            }
            if let note = targets.note { output.element("p", ("class", "table-note"), text: note) }
        }
        if self.float(id) != nil { note(id) }
    }

    // MARK: Interventions and pages

    private func writeInterventions(_ block: InterventionsBlock, into output: inout ByteWriter) {
        guard let interventions = shown(block) else { return }
        if let id = block.id?.text, let float = self.float(id) {
            let frame = FloatFrame(
                id: id,
                style: "table",
                size: "text",
                number: floatNumber(float),
                captionHTML: block.caption.map(inline)
            )
            frame.write(into: &output, strings: strings) { output in
                writeScrolling(label: floatNumber(float), into: &output) { write(interventions, into: &$0) }
            }
            note(id)
        } else {
            writeScrolling(label: strings["interventions"], into: &output) { write(interventions, into: &$0) }
        }
    }

    private func write(_ interventions: ShownInterventions, into output: inout ByteWriter) {
        writeStackingTable(
            className: "interventions",
            headings: interventions.headings,
            rows: interventions.rows,
            into: &output
        ) { row, output in
            let intervention = row.intervention
            if let name = row.projectName {
                output.open("th", ("scope", "row"))
                // The name stands once for all interventions of a project; for listeners it stands in every row.
                output.element(
                    "a",
                    ("href", address.link(to: programme.map.addresses[row.project])),
                    row.isRepeated ? ("class", "repeated") : nil,
                    text: name
                )
                output.close("th")
                cell(strings["intervention"], into: &output) { $0.escaped(intervention.name) }
            } else {
                output.element("th", ("scope", "row"), text: intervention.name)
            }
            cell(strings["period"], into: &output) { $0.escaped(intervention.period ?? "–") }
            cell(strings["status"], into: &output) { output in
                if let status = intervention.status {
                    output.raw(statusHTML(status, strings: strings))
                } else {
                    output.raw("–")
                }
            }
            cell(strings["result"], into: &output) { output in
                output.raw(intervention.result.map(inline) ?? "–")
                if let detail = intervention.detail {
                    output.raw("<br/>")
                    output.raw(inline(detail))
                }
            }
        }
    }

    private func writePages(_ block: PagesBlock, headingLevel: Int, into output: inout ByteWriter) {
        guard let pages = shown(block) else { return }
        writeCards(pages.map(card), style: block.style, headingLevel: headingLevel, into: &output)
    }

    /// A card's heading comes one level below the heading above it; directly under the title that is the second level.
    private func headingLevel(below document: Document, _ node: Document.NodeIndex) -> Int {
        min(6, (document.headings.last { $0.node < node }?.level ?? 1) + 1)
    }

    // MARK: Tables that stack on a phone

    private func writeStackingTable<Row>(
        className: String,
        headings: [String],
        rows: [Row],
        into output: inout ByteWriter,
        row write: (Row, inout ByteWriter) -> Void
    ) {
        output.open("table", ("class", className))
        output.raw("<thead><tr>")
        for heading in headings { output.element("th", ("scope", "col"), text: heading) }
        output.raw("</tr></thead><tbody>")
        for row in rows {
            output.raw("<tr>")
            write(row, &output)
            output.raw("</tr>\n")
        }
        output.raw("</tbody></table>")
    }

    /// A cell that carries its column's heading, for when the table is shown as blocks.
    private func cell(_ heading: String, into output: inout ByteWriter, content: (inout ByteWriter) -> Void) {
        output.element("td", ("data-label", heading), content: content)
    }
}
