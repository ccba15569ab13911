// Figures and tables get their numbers: through the whole report, and on every other page from 1.
import Declarations
import Diagnostics
import Documents

/// A numbered figure or table.
struct NumberedFloat: Sendable {
    let page: Int
    let series: FloatSeries
    let number: Int
    /// Whether it is numbered with all others of the end report.
    let isInReport: Bool
}

/// The floats of all pages by id.
struct Numbering: Sendable {
    private(set) var floats: [String: NumberedFloat] = [:]

    /// - Parameters:
    ///   - report: the pages of the end report, in its order.
    ///   - order: all pages in reading order.
    ///   - frame: ids of the page itself, which no figure may have.
    ///   - blocks: of a page, in the order of the text, with those of the parts that it includes.
    init(
        report reportPages: [Int],
        order: [Int],
        frame: HeadingIDs = HeadingIDs(),
        blocks: (Int) -> [Block],
        findings: inout Findings
    ) {
        var report: [FloatSeries: Int] = [:]
        var firstPlace: [String: Place] = [:]
        let reportSet = Set(reportPages)
        for index in reportPages + order.filter({ !reportSet.contains($0) }) {
            let isInReport = reportSet.contains(index)
            var own: [FloatSeries: Int] = [:]
            for block in blocks(index) {
                guard let (id, series) = block.float else { continue }
                Numbering.check(id, frame, findings: &findings)
                if let first = firstPlace[id.text] {
                    findings.error(
                        "float.same-id",
                        at: id.place,
                        en: "the id \"\(id.text)\" is taken: \(first.file), line \(first.line)",
                        nl: "de id \"\(id.text)\" bestaat al: \(first.file), regel \(first.line)",
                        hint: Wording(
                            en: "ids of figures and tables are unique in the whole programme",
                            nl: "id's van figuren en tabellen zijn uniek in het hele programma"
                        )
                    )
                    continue
                }
                firstPlace[id.text] = id.place
                let number: Int
                if isInReport {
                    report[series, default: 0] += 1
                    number = report[series, default: 0]
                } else {
                    own[series, default: 0] += 1
                    number = own[series, default: 0]
                }
                floats[id.text] = NumberedFloat(page: index, series: series, number: number, isInReport: isInReport)
            }
        }
    }

    /// An id becomes an anchor and the name of a file.
    private static func check(_ id: Scalar, _ frame: HeadingIDs, findings: inout Findings) {
        if frame.isReserved(id.text) { findings.add(reservedID(id.text, at: id.place)) }
        let isPlain = id.text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        guard !isPlain || id.text.isEmpty || id.text.utf8.count > 100 else { return }
        findings.error(
            "float.id",
            at: id.place,
            en: "an id is made of a–z, 0–9, - and _, not \"\(id.text)\"",
            nl: "een id bestaat uit a–z, 0–9, - en _, niet \"\(id.text)\""
        )
    }
}

/// An id that belongs to the page itself cannot be that of a figure, a table or a number.
func reservedID(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
        .error,
        "page.reserved-id",
        at: place,
        message: Wording(en: "the id \"\(id)\" is the page's own", nl: "de id \"\(id)\" is van de pagina zelf"),
        hint: Wording(en: "choose another id", nl: "kies een andere id")
    )
}
