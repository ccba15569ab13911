// What parts, steps and streams add up to, and what is said of them.
import Diagnostics
import Markup
import Testing

@testable import Charts
@testable import Disclosure

private func drawn(_ name: String, _ language: SiteLanguage = .nl) throws -> DrawnChart {
    let example = try #require(partCases.first { $0.name == name })
    var findings = Findings()
    let read = example.spec(&findings)
    return draw(try #require(read, "\(findings.all)"), table: example.table, language: language)
}

@Suite struct PartTests {
    @Test(
        arguments: [
            ([66, 34], [66, 34]), ([1, 1, 1], [34, 33, 33]), ([321, 118, 41, 1], [67, 25, 8, 0]), ([0, 0], [0, 0]),
            ([1e300, 1e300], [50, 50]), ([0.4, 0.4, 99.2], [1, 0, 99]), ([], []),
        ] as [([Double], [Int])]
    )
    func roundedSharesAddUp(values: [Double], expected: [Int]) {
        #expect(apportioned(values, total: 100) == expected)
    }

    @Test func totalsThatWereLeftOpenAreAddedUp() throws {
        let chart = try drawn("waterfall")
        #expect(chart.findings.isEmpty)
        #expect(chart.table.rows[4].map(\.text) == ["Kosten met gezinsregie", "subtotaal", "€\u{A0}41.583"])
        #expect(String(decoding: chart.csv, as: UTF8.self).contains("Kosten met gezinsregie,subtotal,41583\r\n"))
    }

    @Test func totalsThatDifferAreNamed() throws {
        let chart = try drawn("waterfall-below")
        #expect(chart.findings.all.map(\.id) == ["chart.total-differs"])
        #expect(chart.description.hasSuffix("Eind is opgegeven als 2,0; de stappen ervoor komen uit op 0,5."))
    }

    @Test func streamsThatDoNotBalanceAreNamed() throws {
        #expect(try drawn("flow").description.contains("HOC: 627 erin, 614 eruit, een verschil van 13."))
        #expect(try drawn("flow-long", .en).description.contains("out, a difference") == false)
    }

    @Test(arguments: [
        (
            "target", SiteLanguage.nl,
            "Resultaten naast hun doel. Eén van de vier doelen gehaald. Getrainde professionals: 340; 113% van het doel (300); nulmeting 120; status afgerond. Deelnemers aan workshops voor bewoners: 215; 86% van het doel (250); status afgerond. Gezinnen met gezinsregie: 14; 93% van het doel (15); nulmeting 0; status loopt. Gezondheidsambassadeurs: 13; geen doel gesteld; status loopt. Wmo-spoedprocedure: 0; niet gebruikt; 0% van het doel (20). Digitale overlegtafel (eGPO): gestopt op 1 april 2019; geen resultaat bekend; doel 100. Jongeren gezien door de POH-jeugd: resultaat <10; doel 40; status afgerond."
        ),
        (
            "target-lower", .en,
            "Results beside their target. One of the two targets reached. Basis-GGZ: 3.5; target at most 4.0, reached; baseline 9.0. Specialistische GGZ: 11.0; target at most 8.0, not reached; baseline 14.0."
        ),
        (
            "waterfall", .nl,
            "Watervaldiagram: Kosten per gezin per stap. Kosten zonder gezinsregie: €\u{A0}71.500; Jeugdwet: €\u{A0}18.200 eraf; Wmo: €\u{A0}7.300 eraf; Zorgverzekeringswet: €\u{A0}4.417 eraf; Kosten met gezinsregie: €\u{A0}41.583; Kosten van gezinsregie: €\u{A0}7.917 erbij; Netto kosten: €\u{A0}49.500. Van begin tot eind: €\u{A0}22.000 minder."
        ),
        (
            "flow", .nl,
            "Stroomdiagram van verwijzingen, in de stappen Verwijzer, Overleg en Zorg. Van Huisarts: 420 naar HOC en 35 naar Specialistische GGZ. Van HOC: 414 naar In de wijk, 120 naar Basis-GGZ en 80 naar Specialistische GGZ. Van Wijkteam: 150 naar HOC en <10 naar Specialistische GGZ. Van POH-GGZ: 57 naar HOC. HOC: 627 erin, 614 eruit, een verschil van 13. Enkele stromen zijn niet getoond, om herkenning te voorkomen."
        ),
        (
            "waffle", .nl,
            "Honderd vakjes: Aandeel per uitkomst. Geholpen in de wijk: 66 van de 100. De andere 34 zijn overig."
        ),
        (
            "diverging", .nl,
            "Antwoorden om een middenlijn, per stelling, in procenten. Links staan Helemaal oneens en Oneens, rechts Eens en Helemaal eens. Ik weet wie ik kan bellen: links 8%, Neutraal 12%, rechts 80%. Ik heb genoeg tijd voor overleg: links 60%, Neutraal 18%, rechts 21%. De inwoner beslist mee: links 11%, Neutraal 34%, rechts 55%."
        ),
        (
            "pictogram", .nl,
            "Getelde figuren: Gezinnen per uitkomst. Minder hulpverleners: 7 van 12, Eén plan: 12 van 12, Kind thuis gebleven: <10 van 12 en Schulden geregeld: 3."
        ),
    ])
    func descriptionsSayWhatAPersonWould(name: String, language: SiteLanguage, expected: String) throws {
        #expect(try drawn(name, language).description == expected)
    }

    private static let head = "id: fig-a\nfrom: d\nx: a\ntitle: t\n"

    /// The block, its rows and the finding they must give.
    @Test(
        arguments: [
            ("type: waterfall\ny: v\nstep: b", [cells("a", "begun", 3)], "chart.unknown-step"),
            ("type: flow\ny: v\nto: b", [cells("a", "b", 3), cells("b", "a", 2)], "chart.flow-circle"),
            ("type: flow\ny: v\nto: b\nstages: [x]", [cells("a", "b", 3)], "chart.stages"),
            ("type: flow\ny: v\nto: b", [cells("a", "b", -3)], "chart.negative-part"),
            ("type: diverging\ny: v\nseries: b\nneutral: z", [cells("a", "b", 3)], "chart.unknown-neutral"),
            ("type: stacked\ny: v\nseries: b", [cells("a", "b", -3)], "chart.negative-in-stack"),
        ] as [(String, [[Cell]], String)]
    )
    func saysWhatTheDataDoNotAllow(yaml: String, rows: [[Cell]], id: String) throws {
        var findings = Findings()
        let read = read(Self.head + yaml, &findings)
        let spec = try #require(read, "\(findings.all)")
        let drawn = draw(spec, table: table(["A", "B"], ["Waarde"], rows: rows), language: .nl)
        #expect(drawn.findings.all.map(\.id) == [id])
    }

    @Test(
        arguments: [
            ("type: waffle\ny: v\nwhole: 5", [cells("a", 6)], ["y"], "chart.more-than-whole"),
            ("type: pictogram\ny: v\nwhole: w", [cells("a", 6, 5)], ["y", "whole"], "chart.more-than-whole"),
        ] as [(String, [[Cell]], [String], String)]
    )
    func partsAreNoMoreThanTheirWhole(yaml: String, rows: [[Cell]], names: [String], id: String) throws {
        var findings = Findings()
        let read = read(Self.head + yaml, &findings)
        let spec = try #require(read, "\(findings.all)")
        let drawn = draw(spec, table: table(["A"], names, rows: rows, names: names), language: .nl)
        #expect(drawn.findings.all.map(\.id) == [id])
    }

    @Test(arguments: [
        ("type: stacked\ny: v", "yaml.missing-key"), ("type: flow\ny: v", "yaml.missing-key"),
        ("type: stacked\ny: v\nseries: b\nlayout: grouped", "yaml.unknown-word"),
        ("type: target\nresult: r\nstatus: a", "chart.same-column"), ("type: waffle\ny: v\nwhole: 0", "chart.whole"),
        ("type: target\nresult: r\nbetter: more", "yaml.unknown-word"), ("type: target\ny: v", "yaml.missing-key"),
        ("type: waterfall\ny: v\nsort: ascending", "yaml.unknown-key"),
    ])
    func saysWhatIsWrongInTheBlock(yaml: String, id: String) {
        var findings = Findings()
        #expect(read(Self.head + yaml, &findings) == nil)
        #expect(findings.all.contains { $0.id == id }, "\(findings.all.map(\.id))")
    }
}
