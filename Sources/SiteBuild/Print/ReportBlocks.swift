// The blocks of a page in print: the same rows, numbers and words as on the web, as calls of the template.
import Charts
import Declarations
import Diagnostics
import Disclosure
import Documents
import Indicators
import Markup

/// A figure whose data stand in the report's appendix.
struct ReportFigure {
    var label: String
    var number: String
    var title: String
    var table: DataTable
}

extension ReportPage {
    private func block(_ document: Document, _ node: Document.NodeIndex) -> Block? {
        let body = document.file == web.page.file ? web.page.text : programme.parts[document.file]
        return body?.blocks[node]
    }

    /// Whether a block is a figure or table, which may take a page for itself.
    func isFloat(_ document: Document, _ node: Document.NodeIndex) -> Bool {
        switch block(document, node) {
        case .chart, .table, .targets, .interventions: true
        case .tiles, .pages, .include, nil: false
        }
    }

    func writeBlock(
        _ document: Document,
        _ node: Document.NodeIndex,
        _ writer: inout TypstWriter,
        into output: inout ByteWriter
    ) {
        switch block(document, node) {
        case .chart(let block): writeChart(block, into: &output)
        case .table(let block): writeTable(block, into: &output)
        case .tiles(let tiles): writeTiles(tiles, into: &output)
        case .targets(let block): writeTargets(block, into: &output)
        case .interventions(let block): writeInterventions(block, into: &output)
        case .pages(let block): writePages(block, into: &output)
        case .include(let name):
            guard let part = programme.bodies.part(name, from: document.file) else { break }
            let outer = writer.context.footnotePrefix
            web.state.includeCount += 1
            writer.context.footnotePrefix = "p\(web.state.includeCount)-"
            writer.write(part.body.document, into: &output)
            writer.context.footnotePrefix = outer
        case nil: break
        }
    }

    // MARK: Figures and tables

    /// What stands around a float.
    private struct Frame {
        var id: String
        var float: NumberedFloat
        var size = "text"
        var title: InlineText?
        var subtitle: String?
        var isIllustrative = false
        var caption: InlineText?
        var note: InlineText?
        var source: String?
    }

    private func writeFloat(_ frame: Frame, into output: inout ByteWriter, body: (inout ByteWriter) -> Void) {
        output.statement("float") { call in
            call.text("kind", frame.float.series.rawValue)
            call.verbatim("label", frame.id)
            call.text("number", web.floatNumber(frame.float))
            call.text("plain-number", String(frame.float.number))
            call.text("size", frame.size)
            call.value("title", frame.title) { inline($0, into: &$1) }
            call.text("subtitle", frame.subtitle)
            call.text("illustrative", frame.isIllustrative ? strings["illustrative"] : nil)
            call.value("caption", frame.caption) { inline($0, into: &$1) }
            call.value("note", frame.note) { inline($0, into: &$1) }
            call.text("source", frame.source)
            call.value { body(&$0) }
        }
    }

    /// The float of this page with that id, once.
    private func float(_ id: String) -> NumberedFloat? {
        guard let float = programme.numbering.floats[id], float.page == index, !web.state.record.floats.contains(id)
        else {
            return nil
        }
        web.state.record.add(float: id)
        state.floats.append(id)
        return float
    }

    private func writeChart(_ block: ChartBlock, into output: inout ByteWriter) {
        let id = block.spec.id.text
        guard let float = float(id) else { return }
        let table = programme.tables[id]
        if table == nil && block.spec.from != nil { return }
        let spec = block.spec.mappingTexts { scalar in
            InlineText.holdsMarks(scalar.text)
                ? web.plain(InlineText(scalar, findings: &web.state.findings)) : scalar.text
        }
        let shapes = programme.shapes[spec]
        if shapes == nil && spec.shapesFile != nil { return }
        let drawn = drawForPrint(
            spec,
            table: table,
            language: language,
            shapes: shapes,
            style: programme.theme.colours.charts
        )
        let path = "drawings/\(id).svg"
        state.add(path, drawn.svg, place: spec.place)
        let frame = Frame(
            id: id,
            float: float,
            size: spec.size.rawValue,
            title: block.title,
            subtitle: drawn.subtitle,
            isIllustrative: table?.origin.isIllustrative ?? false,
            caption: block.caption,
            note: block.note,
            source: table?.origin.source
        )
        writeFloat(frame, into: &output) { output in
            output.call("drawing") { call in
                call.verbatim(nil, path)
                call.text("alt", drawn.description)
                call.integer("width", Int(drawn.width))
            }
        }
        if !drawn.table.rows.isEmpty {
            attach(drawn.csv, id, title: web.plain(block.title), table?.origin)
            state.figures.append(
                ReportFigure(
                    label: id,
                    number: web.floatNumber(float),
                    title: web.plain(block.title),
                    table: drawn.table
                )
            )
        }
    }

    private func writeTable(_ block: TableBlock, into output: inout ByteWriter) {
        let id = block.id.text
        guard let float = float(id), let table = programme.tables[id] else { return }
        let shown = ShownTable(table, sort: block.sort, language: language, strings: strings)
        let frame = Frame(
            id: id,
            float: float,
            size: block.size.rawValue,
            title: block.title,
            isIllustrative: table.origin.isIllustrative,
            caption: block.caption,
            note: block.note,
            source: table.origin.source
        )
        writeFloat(frame, into: &output) { output in
            output.call("data-table") { call in
                call.alignment(table.columns.map { $0.role == .measure })
                call.texts("header", table.columns.map(\.title))
                call.rows(shown.order.map { row in shown.texts(table.rows[row]) })
                call.value("total", table.total) { total, output in
                    output.record { cells in
                        for text in shown.texts(total, isTotal: true) { cells.text(nil, text) }
                    }
                }
                call.text("note", shown.note)
            }
        }
        attach(shown.csv, id, title: block.title.map(web.plain) ?? table.origin.title, table.origin)
    }

    private func attach(_ csv: [UInt8], _ id: String, title: String, _ origin: ReleasedTable.Origin?) {
        state.attach(
            ReportAttachment(
                name: id + ".csv",
                mime: "text/csv",
                description: title,
                source: origin?.source,
                isIllustrative: origin?.isIllustrative ?? false
            ),
            csv
        )
    }

    private func writeTargets(_ block: TargetsBlock, into output: inout ByteWriter) {
        guard let float = float(block.id.text) else { return }
        let targets = web.shown(block)
        let frame = Frame(
            id: block.id.text,
            float: float,
            title: block.title,
            isIllustrative: targets.isIllustrative,
            caption: block.caption
        )
        writeFloat(frame, into: &output) { output in
            output.call("data-table") { call in
                call.alignment([false] + targets.headings.map { _ in false })
                call.texts("header", [strings["indicator"]] + targets.headings)
                call.list("rows", targets.rows) { row, output in
                    output.record { cells in
                        cells.text(nil, row.number.label)
                        for cell in row.cells {
                            switch cell {
                            case .text(let text): cells.text(nil, text)
                            case .result: cells.value { writeQualified(row.number, row.written, into: &$0) }
                            }
                        }
                    }
                }
                call.text("note", targets.note)
            }
        }
    }

    private func writeQualified(_ number: PublishedNumber, _ written: WrittenNumber, into output: inout ByteWriter) {
        output.raw("{")
        if let qualifier = number.qualifier {
            output.typst(qualifier + " ")
            output.raw("; ")
        }
        output.typst(self.number(number, written))
        output.raw("}")
    }

    private func writeInterventions(_ block: InterventionsBlock, into output: inout ByteWriter) {
        guard let interventions = web.shown(block) else { return }
        if let id = block.id?.text, let float = float(id) {
            writeFloat(Frame(id: id, float: float, caption: block.caption), into: &output) {
                write(interventions, into: &$0)
            }
        } else {
            output.statement("loose-table") { call in call.value { write(interventions, into: &$0) } }
        }
    }

    private func write(_ interventions: ShownInterventions, into output: inout ByteWriter) {
        output.call("data-table") { call in
            call.alignment(interventions.headings.map { _ in false })
            call.texts("header", interventions.headings)
            call.list("rows", interventions.rows) { row, output in
                let intervention = row.intervention
                output.record { cells in
                    if let name = row.projectName { cells.text(nil, name) }
                    cells.text(nil, intervention.name)
                    cells.text(nil, intervention.period ?? "–")
                    cells.value { output in
                        if let status = intervention.status {
                            writeStatus(status, into: &output)
                        } else {
                            output.typst("–")
                        }
                    }
                    cells.value { output in
                        output.raw("{")
                        if let result = intervention.result { inline(result, into: &output) } else { output.typst("–") }
                        if let detail = intervention.detail {
                            output.raw("; linebreak(); ")
                            inline(detail, into: &output)
                        }
                        output.raw("}")
                    }
                }
            }
        }
    }

    func writeStatus(_ status: Status, into output: inout ByteWriter) {
        output.call("status") { call in
            call.text(nil, status == .notUsed ? "unused" : status.rawValue)
            call.text(nil, strings[status.stringKey])
        }
    }

    // MARK: Key figures and lists of pages

    private func writeTiles(_ tiles: [Tile], into output: inout ByteWriter) {
        output.statement("tiles") { call in
            for tile in tiles.compactMap(web.shown) {
                call.value { output in
                    output.raw("\n")
                    output.record { record in
                        record.value("value") { $0.typst(number(tile.number, tile.written)) }
                        record.text("qualifier", tile.number.qualifier)
                        record.text("unit", tile.unit)
                        record.value("label") { output in
                            if let label = tile.label {
                                inline(label, into: &output)
                            } else {
                                output.typst(tile.number.label)
                            }
                        }
                        record.value("text", tile.text) { inline($0, into: &$1) }
                        record.text("meta", tile.meta)
                    }
                }
            }
        }
    }

    private func writePages(_ block: PagesBlock, into output: inout ByteWriter) {
        guard let pages = web.shown(block) else { return }
        output.statement("cards") { call in
            for page in pages {
                let card = web.card(page)
                call.value { output in
                    output.raw("\n")
                    output.record { record in
                        record.text("eyebrow", card.eyebrow.isEmpty ? nil : card.eyebrow)
                        record.text("title", card.title)
                        record.text("text", card.text.isEmpty ? nil : card.text)
                        record.text("result", card.result)
                        record.value("status", programme.pages[page].header.status) { writeStatus($0, into: &$1) }
                    }
                }
            }
        }
    }
}
