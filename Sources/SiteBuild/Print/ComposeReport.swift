// A report as Typst: the call of the template, the chapters, and the appendices that account for every figure and number in them.
import Charts
import Diagnostics
import Documents
import Indicators
import Markup
import Reports

/// Composes one report; what is wrong in its pages for print is a finding.
func compose(_ plan: ReportPlan, _ programme: Programme, _ disk: Disk) -> (source: ReportSource, findings: Findings) {
    let composer = ReportComposer(plan, programme, disk)
    let text = composer.text()
    for file in programme.theme.reportTemplate { composer.state.add(file.path, file.bytes) }
    let source = ReportSource(
        name: plan.name,
        text: text,
        files: composer.state.files,
        marks: composer.state.marks.sorted { $0.offset < $1.offset }
    )
    var findings = composer.findings
    for finding in source.unprintable(source.privateUse, places: { signPlaces($0, in: $1, disk) }) {
        findings.add(finding)
    }
    return (source, findings)
}

private struct ReportComposer {
    let plan: ReportPlan
    let programme: Programme
    let state = ReportState()
    let pages: [ReportPage]

    init(_ plan: ReportPlan, _ programme: Programme, _ disk: Disk) {
        self.plan = plan
        self.programme = programme
        let labels = ReportLabels(plan, programme)
        let state = state
        pages = plan.pages.map {
            ReportPage(plan: plan, state: state, disk: disk, web: PageRenderer(programme, page: $0), labels: labels)
        }
    }

    var strings: Strings { programme.strings }

    var findings: Findings {
        var findings = Findings()
        for page in pages { findings.add(contentsOf: page.web.state.findings) }
        return findings
    }

    func text() -> [UInt8] {
        // The body comes first: it decides what is attached, and the template is told of that before the body.
        var body = ByteWriter(reserving: 65_536)
        for page in pages {
            state.marks.append((body.count, Place(file: page.web.page.file, line: 1)))
            write(page, into: &body)
        }
        state.marks.append((body.count, Place(file: ProgrammeFile.path, line: 1)))
        writeAppendices(into: &body)
        writeColophon(into: &body)
        attachPackage(to: state, of: programme, named: plan.name)

        var output = ByteWriter(reserving: body.count + 16_384)
        output.raw("#import \"report.typ\": *\n#show: report.with")
        writeFrame(into: &output)
        output.raw("\n#{\n")
        for index in state.marks.indices { state.marks[index].offset += output.count }
        output.raw(body.bytes)
        output.raw("}\n")
        return output.bytes
    }

    // MARK: What the template is told

    private func writeFrame(into output: inout ByteWriter) {
        let file = programme.file
        let edition = file.edition
        let page = programme.pages[plan.pages[0]]
        let isProject = plan.kind == .project
        let header = page.header
        output.record { report in
            report.text("kind", plan.kind.rawValue)
            report.text("lang", programme.language.rawValue)
            report.text("title", isProject ? header.title : file.title)
            report.text("eyebrow", isProject ? eyebrow(of: plan.pages[0], programme) : plan.title)
            report.text("subtitle", isProject ? nil : file.subtitle)
            report.text("programme", file.title)
            report.text("period", isProject ? header.period ?? file.period : file.period)
            report.text("place", file.place)
            report.value("edition") { output in
                output.record { record in
                    record.text("label", programme.editionLabel)
                    record.text("date", edition.date.map(programme.language.date))
                    record.boolean("concept", edition.id == "concept")
                    record.text("note", programme.editionNote)
                }
            }
            report.value("date") { writeDate(edition.date, into: &$0) }
            report.text("publisher", file.publisher)
            report.texts("partners", isProject ? header.partners : file.partners)
            report.texts("funders", isProject ? [] : file.funders)
            report.value("keywords") { output in
                output.record { list in
                    list.value { output in
                        output.typst(ReportSource.digestMark)
                        output.raw(" + source-digest")
                    }
                }
            }
            // Whoever only sees the file's properties must not take its date for that of its making.
            let about = isProject ? header.description.map(pages[0].web.plain) : file.description
            let parts = [about, edition.note].compactMap { $0 }
            report.text("description", parts.isEmpty ? nil : parts.joined(separator: " "))
            report.value("words") { writeWords(into: &$0) }
            report.value("attachments") { output in
                output.record { list in
                    for file in state.attachments { list.value { writeAttachment(file, into: &$0) } }
                }
            }
            report.boolean("lists", !isProject)
        }
    }

    /// PDF/A wants a date; without one in the edition it is the beginning of time, since a build has no clock.
    private func writeDate(_ date: String?, into output: inout ByteWriter) {
        let parts = (date ?? "1970").split(separator: "-").compactMap { Int($0) }
        output.record { list in
            for index in 0..<3 { list.integer(nil, index < parts.count ? parts[index] : 1) }
        }
    }

    private func writeWords(into output: inout ByteWriter) {
        output.record { words in
            for (key, text) in strings.all {
                words.value { output in
                    output.typst(key.replacing("_", with: "-"))
                    output.raw(": ")
                    output.typst(text)
                }
            }
        }
    }

    private func writeAttachment(_ file: ReportAttachment, into output: inout ByteWriter) {
        output.record { record in
            record.verbatim("path", ReportAttachment.folder + file.name)
            record.verbatim("name", file.name)
            record.text("mime", file.mime)
            record.text("description", file.description)
        }
    }

    // MARK: Chapters

    private func write(_ page: ReportPage, into output: inout ByteWriter) {
        let header = page.web.page.header
        if plan.kind == .programme {
            output.statement("chapter") { chapter in
                chapter.verbatim("label", page.labels.page(page.index))
                chapter.text("number", header.number.map { shortNumber($0, header.kind) })
                chapter.text("prefix", header.number == nil ? nil : eyebrow(of: page.index, programme))
                // The report has its name on the cover; the page that opens it only says that it does.
                chapter.text("title", header.kind == .page ? strings["report_opening"] : header.title)
                chapter.value("lead", header.description) { page.inline($0, into: &$1) }
                chapter.value("facts") { writeFacts(of: page, into: &$0) }
            }
        } else {
            output.statement("facts-list") { call in call.value { writeFacts(of: page, into: &$0) } }
        }
        page.write(into: &output)
    }

    /// What the head of the page says on the web.
    private func writeFacts(of page: ReportPage, into output: inout ByteWriter) {
        let header = page.web.page.header
        output.record { facts in
            func fact(_ key: String, _ write: (inout ByteWriter) -> Void) {
                facts.value { output in
                    output.record { pair in
                        pair.text(nil, strings[key])
                        pair.value { write(&$0) }
                    }
                }
            }
            if let period = header.period { fact("period") { $0.typst(period) } }
            if let status = header.status { fact("status") { page.writeStatus(status, into: &$0) } }
            if let goal = header.goal { fact("goal") { page.inline(goal, into: &$0) } }
            if !header.partners.isEmpty { fact("partners") { $0.typst(header.partners.joined(separator: ", ")) } }
            if let method = header.method { fact("method") { page.inline(method, into: &$0) } }
        }
    }

    /// As it stands before the title in the contents: *3*, *B3*.
    private func shortNumber(_ number: Int, _ kind: PageKind) -> String {
        kind == .appendix ? strings["appendix"].prefix(1) + String(number) : String(number)
    }

    // MARK: What accounts for figures and numbers

    private func writeAppendices(into output: inout ByteWriter) {
        let appendices = plan.pages.filter { programme.pages[$0].header.kind == .appendix }
        var number = appendices.compactMap { programme.pages[$0].header.number }.max() ?? appendices.count
        func open(_ label: String, _ title: String) {
            number += 1
            output.statement("chapter") { chapter in
                chapter.verbatim("label", label)
                chapter.text("number", shortNumber(number, .appendix))
                chapter.text("prefix", "\(strings["appendix"]) \(number)")
                chapter.text("title", title)
                chapter.text("lead", nil)
                chapter.value("facts") { $0.raw("()") }
            }
        }
        if !state.figures.isEmpty {
            open("appendix:figures", strings["figures_data"])
            for figure in state.figures {
                output.statement("around") { call in
                    call.value("before") { output in
                        output.call("section") { section in
                            section.integer(nil, 2)
                            section.verbatim(nil, "data:" + figure.label)
                            section.text(nil, "\(figure.number). \(figure.title)")
                            // The list of figures has these titles already.
                            section.boolean("outlined", false)
                        }
                    }
                    call.value { output in
                        output.call("loose-table") { call in call.value { writeData(figure.table, into: &$0) } }
                    }
                }
            }
        }
        // Facts of a number are plain texts: they bring no new numbers.
        let numbers = state.numbers
        if !numbers.isEmpty {
            open("appendix:register", strings["provenance"])
            output.statement("register") { call in
                for number in numbers { call.value { writeEntry(number, into: &$0) } }
            }
        }
    }

    private func writeData(_ table: DataTable, into output: inout ByteWriter) {
        output.call("data-table") { call in
            call.alignment(
                table.header.indices.map { column in
                    table.rows.contains { $0.indices.contains(column) && $0[column].isNumber }
                }
            )
            call.texts("header", table.header)
            call.rows(table.rows.map { $0.map(\.text) })
            call.text("note", table.note)
        }
    }

    private func writeEntry(_ number: PublishedNumber, into output: inout ByteWriter) {
        output.raw("\n")
        output.record { entry in
            entry.verbatim("id", number.id)
            entry.text("label", number.label)
            let written = number.written(as: .unit, in: programme.language).text
            entry.text("value", number.qualifier.map { $0 + " " + written } ?? written)
            entry.text("illustrative", number.isIllustrative ? strings["illustrative"] : nil)
            entry.value("facts") { output in
                output.record { list in
                    // Digests stand once for each file, in the colophon.
                    for fact in programme.facts(of: number) where fact.key != "digest" {
                        list.value { output in
                            output.record { pair in
                                pair.text(nil, strings[fact.key])
                                if fact.isCode {
                                    pair.value { $0.call("raw") { $0.verbatim(nil, fact.text) } }
                                } else {
                                    pair.text(nil, fact.text)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func writeColophon(into output: inout ByteWriter) {
        let file = programme.file
        var facts: [(String, String)] = [(strings["edition"], programme.editionLabel)]
        if let date = file.edition.date { facts.append((strings["date"], programme.language.date(date))) }
        if let note = file.edition.note { facts.append((strings["note_on_edition"], note)) }
        if let publisher = file.publisher { facts.append((strings["publisher"], publisher)) }
        if !file.funders.isEmpty { facts.append((strings["funders"], file.funders.joined(separator: ", "))) }
        if let contact = file.contact {
            facts.append((strings["contact"], file.email.map { "\(contact), \($0)" } ?? contact))
        }
        facts.append((strings["made_with"], "verslag \(toolVersion)"))
        facts.append((strings["accessibility"], strings["report_accessibility"]))
        if !state.attachments.isEmpty { facts.append((strings["data"], strings["report_data"])) }
        output.statement("colophon") { call in
            call.value { output in
                output.record { list in
                    for (term, text) in facts { list.value { writePair(term, into: &$0) { $0.typst(text) } } }
                    list.value { writePair(strings["source_digest"], into: &$0) { $0.raw("raw(source-digest)") } }
                    let digests = digests
                    if !digests.isEmpty {
                        list.value { writePair(strings["digests"], into: &$0) { write(digests, into: &$0) } }
                    }
                }
            }
        }
    }

    private func writePair(_ term: String, into output: inout ByteWriter, _ write: (inout ByteWriter) -> Void) {
        output.record { pair in
            pair.text(nil, term)
            pair.value { write(&$0) }
        }
    }

    /// Every data file that a number, figure or table of this report comes from, with its digest.
    private var digests: [String: String] {
        var digests: [String: String] = [:]
        for number in state.numbers {
            if let provenance = number.provenance, let digest = provenance.sha256 { digests[provenance.file] = digest }
        }
        for id in state.floats {
            if let origin = programme.tables[id]?.origin, !programme.hidingDatasets.contains(origin.dataset) {
                digests[origin.file] = origin.sha256
            }
        }
        return digests
    }

    private func write(_ digests: [String: String], into output: inout ByteWriter) {
        output.raw("{")
        for (file, digest) in digests.sorted(by: { $0.key < $1.key }) {
            output.raw("par({")
            output.typst(file)
            output.raw("; linebreak(); ")
            output.call("raw") { $0.verbatim(nil, digest) }
            output.raw("}); ")
        }
        output.raw("}")
    }
}
