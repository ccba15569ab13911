// The blocks of a page: which drawing or list stands in their place.
import Charts
import Declarations
import Diagnostics
import Disclosure
import Documents
import Indicators
import Markup

extension PageRenderer {
    func writeBlock(_ document: Document, _ node: Document.NodeIndex, _ writer: inout HTMLWriter, into output: inout ByteWriter) {
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
        programme.numbering.floats[id].flatMap { $0.page == index && !state.record.ids.contains(id) ? $0 : nil }
    }

    // MARK: Charts and tables

    private func writeChart(_ block: ChartBlock, into output: inout ByteWriter) {
        let id = block.spec.id.text
        guard let float = float(id) else { return }
        let table = programme.tables[id]
        if table == nil && block.spec.from != nil { return }  // the data had a finding
        let spec = block.spec.mappingTexts { scalar in
            scalar.text.contains("{{") ? plain(InlineText(scalar, findings: &state.findings)) : scalar.text
        }
        let shapes = programme.shapes[spec]
        if shapes == nil && spec.shapesFile != nil { return }  // the file had a finding
        let drawn = draw(spec, table: table, language: language, shapes: shapes)
        state.findings.add(contentsOf: drawn.findings)
        let frame = FloatFrame(
            id: id, style: "chart", size: spec.size.rawValue, number: floatNumber(float), titleHTML: inline(block.title), subtitle: drawn.subtitle,
            captionHTML: block.caption.map(inline), noteHTML: block.note.map(inline), source: table?.origin.source,
            isIllustrative: table?.origin.isIllustrative ?? false, download: drawn.table.rows.isEmpty ? nil : publish(drawn.csv, id + ".csv"),
            drawing: publish(drawn.standalone, id + ".svg"))
        frame.write(into: &output, strings: strings) { output in
            output.raw("<div class=\"drawing drawing-wide\">")
            output.raw(drawn.wide)
            output.raw("</div><div class=\"drawing drawing-narrow\">")
            output.raw(drawn.narrow)
            output.raw("</div>")
        } data: { output in
            writeScrolling(label: strings("data_for", ("title", floatNumber(float).lowercasedFirst)), into: &output) { drawn.table.html(into: &$0) }
            if let note = drawn.table.note { output.element("p", ("class", "table-note"), text: note) }
        }
        state.record.ids.append(id)
    }

    private func writeTable(_ block: TableBlock, into output: inout ByteWriter) {
        let id = block.id.text
        guard let float = float(id), let table = programme.tables[id] else { return }
        let html = ReleasedTableHTML(table, sort: block.sort, language: language, strings: strings)
        let frame = FloatFrame(
            id: id, style: "table", size: block.size.rawValue, number: floatNumber(float), titleHTML: block.title.map(inline),
            captionHTML: block.caption.map(inline), noteHTML: block.note.map(inline), source: table.origin.source,
            isIllustrative: table.origin.isIllustrative, download: publish(html.csv, id + ".csv"))
        frame.write(into: &output, strings: strings) { output in
            writeScrolling(label: floatNumber(float), into: &output) { html.write(into: &$0) }
            if let note = html.note { output.element("p", ("class", "table-note"), text: note) }
        }
        state.record.ids.append(id)
        if table.rows.isEmpty {
            state.findings.warning(
                "table.empty", at: block.data.place, en: "no row of dataset \(table.origin.dataset) fits: the table is empty",
                nl: "geen rij van dataset \(table.origin.dataset) past hierbij: de tabel is leeg")
        }
    }

    /// Puts a file beside the page; returns its name for a link.
    private func publish(_ bytes: [UInt8], _ name: String) -> String {
        state.files.append((address.path + name, bytes))
        state.record.downloads.append(address.path + name)
        return name
    }

    // MARK: Key figures

    private func writeTiles(_ tiles: [Tile], into output: inout ByteWriter) {
        output.raw("<ul class=\"tiles\">\n")
        for tile in tiles {
            guard let number = programme.numbers.indicator(tile.indicator.text, at: tile.indicator.place, findings: &state.findings) else { continue }
            output.raw("<li class=\"tile\"><p class=\"tile-value\">")
            if let qualifier = number.qualifier { output.element("span", ("class", "tile-qualifier"), text: qualifier + " ") }
            let (format, unit) = tileFormat(of: number)
            writeNumber(number, number.written(as: format, in: language), into: &output)
            // A label such as "children who started" says the unit already.
            let label = tile.label.map(plain) ?? number.label
            if let unit, !label.lowercased().contains(unit.lowercased()) {
                output.raw(" ")
                output.element("span", ("class", "tile-unit"), text: unit)
            }
            output.raw("</p><p class=\"tile-label\">")
            if let label = tile.label { output.raw(inline(label)) } else { output.escaped(number.label) }
            output.raw("</p>")
            if let text = tile.text {
                output.raw("<p class=\"tile-text\">")
                output.raw(inline(text))
                output.raw("</p>")
            }
            let meta = [number.period, number.writtenN(in: language).map { "n\u{A0}=\u{A0}\($0)" }, number.isIllustrative ? strings["illustrative"] : nil]
            let known = meta.compactMap { $0 }
            if !known.isEmpty { output.element("p", ("class", "tile-meta"), text: known.joined(separator: " · ")) }
            output.raw("</li>\n")
        }
        output.raw("</ul>\n")
    }

    /// Amounts and percentages carry their sign at the number; what is left of the unit stands behind it: *€ 22.000 per gezin*.
    private func tileFormat(of number: PublishedNumber) -> (format: NumberFormat?, unit: String?) {
        guard let unit = number.unit else { return (nil, nil) }
        if unit == "procent" || unit == "percent" || unit == "%" { return (.percent, nil) }
        guard unit == "euro" || unit.hasPrefix("euro ") else { return (nil, unit) }
        let rest = unit.dropFirst("euro ".count)
        return (.euro, rest.isEmpty ? nil : String(rest))
    }

    /// Results beside baseline, target and n. A column that no indicator fills is left out and said in words: it is a finding.
    private func writeTargets(_ block: TargetsBlock, into output: inout ByteWriter) {
        let id = block.id.text
        guard let float = programme.numbering.floats[id] else { return }
        let numbers = block.indicators.compactMap { programme.numbers.indicator($0.text, at: $0.place, findings: &state.findings) }
        let optional: [(key: String, value: (PublishedNumber) -> String?)] = [
            ("baseline", { number in number.baseline.map { number.written($0, in: language) } }),
            ("target", { number in number.target.map { number.written($0, in: language) } }),
            ("period", { $0.period }),
            ("n", { $0.writtenN(in: language) }),
        ]
        let shown = optional.filter { column in numbers.contains { column.value($0) != nil } }
        let absent = optional.filter { column in !shown.contains { $0.key == column.key } }.map { strings[$0.key].lowercasedFirst }
        var headings = shown.map { strings[$0.key] }
        let resultPosition = shown.prefix { ["baseline", "target"].contains($0.key) }.count
        headings.insert(strings["result"], at: resultPosition)
        let note = absent.isEmpty ? nil : strings("not_recorded_for_any", ("names", absent.joined(separator: ", ")))
        let frame = FloatFrame(
            id: id, style: "table", size: "text", number: floatNumber(float), titleHTML: block.title.map(inline), captionHTML: block.caption.map(inline),
            isIllustrative: numbers.contains(where: \.isIllustrative))
        frame.write(into: &output, strings: strings) { output in
            writeScrolling(label: floatNumber(float), into: &output) { output in
                writeStackingTable(className: "targets", headings: [strings["indicator"]] + headings, rows: numbers, into: &output) { number, output in
                    output.element("th", ("scope", "row"), text: number.label)
                    for (position, heading) in headings.enumerated() {
                        cell(heading, into: &output) { output in
                            if position == resultPosition {
                                if let qualifier = number.qualifier { output.escaped(qualifier + " ") }
                                writeNumber(number, number.written(as: .unit, in: language), into: &output)
                            } else {
                                let column = shown[position < resultPosition ? position : position - 1]
                                output.escaped(column.value(number) ?? strings["not_recorded"])
                            }
                        }
                    }
                }
            }
            if let note { output.element("p", ("class", "table-note"), text: note) }
        }
        if self.float(id) != nil { state.record.ids.append(id) }
    }

    // MARK: Interventions and pages

    private func writeInterventions(_ block: InterventionsBlock, into output: inout ByteWriter) {
        let projects = block.projects == .page ? [index] : programme.map.inReadingOrder().filter { programme.pages[$0].header.kind == .project }
        if projects.allSatisfy({ programme.pages[$0].header.interventions.isEmpty }) {
            state.findings.warning(
                "interventions.none", at: Place(file: page.file, line: 1), en: "there are no interventions to show", nl: "er zijn geen interventies om te tonen",
                hint: Wording(en: "list them under interventions: in the front matter", nl: "zet ze onder interventions: in de kop van de pagina"))
            return
        }
        if let id = block.id?.text, let float = self.float(id) {
            let frame = FloatFrame(id: id, style: "table", size: "text", number: floatNumber(float), captionHTML: block.caption.map(inline))
            frame.write(into: &output, strings: strings) { output in
                writeScrolling(label: floatNumber(float), into: &output) { writeInterventions(of: projects, block, into: &$0) }
            }
            state.record.ids.append(id)
        } else {
            writeScrolling(label: strings["interventions"], into: &output) { writeInterventions(of: projects, block, into: &$0) }
        }
    }

    private func writeInterventions(of projects: [Int], _ block: InterventionsBlock, into output: inout ByteWriter) {
        let withProject = block.projects == .all
        let headings = (withProject ? ["project"] : []) + ["intervention", "period", "status", "result"]
        let titles = headings.map { strings[$0] }
        let rows = projects.flatMap { project in programme.pages[project].header.interventions.enumerated().map { (project, $0.offset, $0.element) } }
        writeStackingTable(className: "interventions", headings: titles, rows: rows, into: &output) { row, output in
            let (project, position, intervention) = row
            let header = programme.pages[project].header
            if withProject {
                let name = (header.number.map { "\($0). " } ?? "") + (header.short ?? header.title)
                output.open("th", ("scope", "row"))
                // The name stands once for all interventions of a project; for listeners it stands in every row.
                output.element(
                    "a", ("href", address.link(to: programme.map.addresses[project])), position > 0 ? ("class", "repeated") : nil, text: name)
                output.close("th")
                cell(strings["intervention"], into: &output) { $0.escaped(intervention.name) }
            } else {
                output.element("th", ("scope", "row"), text: intervention.name)
            }
            cell(strings["period"], into: &output) { $0.escaped(intervention.period ?? "–") }
            cell(strings["status"], into: &output) { output in
                if let status = intervention.status { output.raw(statusHTML(status, strings: strings)) } else { output.raw("–") }
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
        var shown: [Int] = []
        if let folder = block.folder {
            let path = folder.text.hasSuffix("/") ? folder.text : folder.text + "/"
            guard let parent = programme.map.byAddress[Address(path: path)] else {
                state.findings.error(
                    "pages.unknown-folder", at: folder.place, en: "there is no folder \"\(folder.text)\" with an index page",
                    nl: "er is geen map \"\(folder.text)\" met een indexpagina",
                    hint: suggestion(for: folder.text, among: programme.map.folders))
                return
            }
            shown = programme.map.children[parent]
        } else {
            shown = programme.map.inReadingOrder()
        }
        shown = shown.filter { $0 != index && (block.kind == nil || programme.pages[$0].header.kind == block.kind) }
        if shown.isEmpty {
            state.findings.warning("pages.none", at: block.place, en: "there are no such pages", nl: "zulke pagina's zijn er niet")
            return
        }
        writeCards(shown.map(card), style: block.style, headingLevel: headingLevel, into: &output)
    }

    /// A card's heading comes one level below the heading above it; directly under the title that is the second level.
    private func headingLevel(below document: Document, _ node: Document.NodeIndex) -> Int {
        min(6, (document.headings.last { $0.node < node }?.level ?? 1) + 1)
    }

    // MARK: Tables that stack on a phone

    private func writeStackingTable<Row>(
        className: String, headings: [String], rows: [Row], into output: inout ByteWriter, row write: (Row, inout ByteWriter) -> Void
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
