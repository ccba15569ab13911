// Stage 3, resolve: what needs all files at once. The tree of pages, includes, numbering, links, numbers and released tables.
import Charts
import Datasets
import Declarations
import Diagnostics
import Disclosure
import Documents
import Indicators
import Markup

/// The whole programme, ready to be rendered: pages can be drawn from it in any order, by any number of workers.
struct Programme: Sendable {
    let file: ProgrammeFile
    let pages: [SourcePage]
    let parts: [String: SourceBody]
    let map: SiteMap
    let links: Links
    /// The pages of the end report in its order.
    let reportPages: [Int]
    let numbering: Numbering
    let bodies: Bodies
    let numbers: Indicators
    let usage: UsageRegister
    let package: DataPackage
    /// Released tables by the id of the figure or table that shows them.
    let tables: [String: ReleasedTable]
    /// Datasets of which readers do not see every cell that is used; their files' digests are not published.
    let hidingDatasets: Set<String>
    /// The areas of maps.
    let shapes: ShapeFiles
    let glossary: [GlossaryTerm]
    let theme: Theme
    let layout: Layout
    let menu: Menu
    /// The page of kind provenance; nil where the build makes one by itself.
    let provenancePage: Int?
    let language: SiteLanguage

    /// Written out at their first use on every page.
    let abbreviations: Abbreviations
    /// The words that the writer of documents puts on a page.
    let htmlStrings: HTMLStrings
    /// The sealed editions before this one.
    let past: Past
    let errata: [Erratum]
    /// What pages were called before, by their position.
    let formerNames: [Int: [String]]
    /// What this edition says, for those that come after it.
    var facts = EditionFacts()
    /// What changed since the edition before it; nil for the first.
    var changes: Changes? {
        didSet {
            changedNumbers = Dictionary(
                (changes?.numbers ?? []).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }
    /// The same for single numbers: every tile asks.
    private(set) var changedNumbers: [String: NumberChange] = [:]

    var strings: Strings { theme.strings }

    /// The numbers that stand on some page; others are declared but not published.
    var publishedNumbers: [PublishedNumber] { numbers.all.filter { usage.isUsed($0.id) } }

    /// data/indicators.json.
    var numbersJSON: [UInt8] { indicatorsJSON(Indicators(publishedNumbers), usedOn: usage, language: language) }

    /// What errata say of numbers in the edition before this one, by the number's id.
    fileprivate var corrections: [String: Correction] {
        let own = errata.filter { $0.edition == past.editions.last?.id }
        return Dictionary(
            own.compactMap { erratum in
                erratum.indicator.map { ($0, Correction(new: erratum.new, reason: erratum.reason)) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Where the page *Wijzigingen* stands.
    var changesAddress: Address { Address(path: language == .nl ? "wijzigingen/" : "changes/") }

    /// What readers see the edition called.
    var editionLabel: String { file.edition.label(strings) }

    /// What readers must know of this edition; of a draft, that it may change.
    var editionNote: String? { file.edition.id == "concept" ? strings["concept_note"] : file.edition.note }

    /// Whether the register of numbers gets a page that no author wrote.
    var makesProvenancePage: Bool { provenancePage == nil && !publishedNumbers.isEmpty }

    /// Where the register of numbers stands.
    var provenanceAddress: Address {
        provenancePage.map { map.addresses[$0] } ?? Address(path: language == .nl ? "herkomst/" : "provenance/")
    }
}

func resolve(_ reading: Reading, past: Past, jobs: Int, findings: inout Findings) async -> Programme {
    let pages = reading.pages
    let map = SiteMap(pages, findings: &findings)
    let links = Links(map: map, attachments: reading.attachments)
    let bodies = Bodies(pages: pages, parts: reading.parts, findings: &findings)
    let order = map.inReadingOrder()
    let report = reportPages(pages, map)
    let frame = HeadingIDs(reserved: reading.theme.frameIDs)
    let numbering = Numbering(
        report: report,
        order: order,
        frame: frame,
        blocks: { bodies.blocks(of: $0) },
        findings: &findings
    )
    // Each number is an anchor in the register.
    for number in reading.data.indicators.all where frame.isReserved(number.id) {
        findings.add(reservedID(number.id, at: number.place))
    }

    var tables: [String: ReleasedTable] = [:]
    for index in order {
        for block in bodies.blocks(of: index) {
            guard let id = block.float?.id.text, tables[id] == nil else { continue }
            switch block {
            case .chart(let chart): tables[id] = release(chart.spec, in: reading.data.package, findings: &findings)
            case .table(let table): tables[id] = release(table, in: reading.data.package, findings: &findings)
            default: break
            }
        }
    }

    let hiding = Set(tables.values.filter(\.hasSuppressedCells).map(\.origin.dataset)).union(
        reading.data.indicators.datasetsWithHiddenNumbers
    )
    let numbers = reading.data.indicators.withholding(of: hiding)
    let usage = numberUsage(pages, bodies, map)
    let menu = mainMenu(reading.programme, map: map, links: links, pages: pages, findings: &findings)
    let provenancePage = pages.firstIndex { $0.header.kind == .provenance }
    checkKinds(pages, findings: &findings)
    checkPageIDs(pages, findings: &findings)
    checkPageNumbers(pages, in: order, findings: &findings)
    if past.editions.contains(where: { $0.id == reading.programme.edition.id }) {
        findings.error(
            "edition.sealed",
            at: reading.programme.editionPlace,
            en: "edition \(reading.programme.edition.id) is sealed and never changes",
            nl: "editie \(reading.programme.edition.id) is vastgesteld en verandert nooit meer",
            hint: Wording(
                en: "write id: concept, and seal a new edition later",
                nl: "schrijf id: concept, en stel later een nieuwe editie vast"
            )
        )
    }
    if !pages.isEmpty && map.home == nil {
        findings.warning(
            "site.no-home",
            at: Place(file: "content"),
            en: "there is no home page",
            nl: "er is geen startpagina",
            hint: Wording(en: "make content/index.md", nl: "maak content/index.md")
        )
    }

    var programme = Programme(
        file: reading.programme,
        pages: pages,
        parts: reading.parts,
        map: map,
        links: links,
        reportPages: report,
        numbering: numbering,
        bodies: bodies,
        numbers: numbers,
        usage: usage,
        package: reading.data.package,
        tables: tables,
        hidingDatasets: hiding,
        shapes: reading.shapes,
        glossary: reading.glossary,
        theme: reading.theme,
        layout: await Layout(
            theme: reading.theme,
            shared: sharedContext(
                reading,
                past: past,
                map: map,
                provenancePage: provenancePage,
                hasNumbers: !numbers.all.isEmpty
            ),
            isConcept: reading.programme.edition.id == "concept",
            menu: menu,
            keys: Set(
                pages.indices.map { menu.key($0, address: map.addresses[$0], map: map) }
                    + [landingNavigation(reading.programme.edition.id), Layout.NavigationKey(toRoot: "../")]
            ),
            jobs: jobs
        ),
        menu: menu,
        provenancePage: provenancePage,
        language: reading.programme.language,
        abbreviations: Abbreviations(reading.glossary.filter(\.isAbbreviation).map { ($0.term, $0.meaning) }),
        htmlStrings: htmlStrings(reading.theme.strings),
        past: past,
        errata: reading.errata.map(\.erratum),
        formerNames: formerNames(pages, past: past, findings: &findings)
    )
    // A draft that has nothing before it will not be held against anything.
    let isCompared = past.previous != nil || reading.programme.edition.id != "concept"
    programme.facts = await gatherFacts(programme, isCompared: isCompared, jobs: jobs)
    checkErrata(reading.errata, past: past, programme: programme.facts, findings: &findings)
    programme.changes = past.previous.map { compare($0, programme.facts, corrections: programme.corrections) }
    checkRedefined(programme, findings: &findings)
    checkBridges(programme, findings: &findings)
    return programme
}

/// A dataset that measures something else than in the edition before must say where its series breaks, or why it does not.
private func checkRedefined(_ programme: Programme, findings: inout Findings) {
    let edition = programme.past.editions.last?.id ?? ""
    for change in programme.changes?.datasets ?? [] where change.bridge == nil {
        guard let contract = programme.package.datasets[change.new.name]?.contract else { continue }
        // That it leads nowhere is told below.
        if change.new.bridge != nil { continue }
        guard contract.breaks.isEmpty else { continue }
        findings.warning(
            "data.redefined",
            at: contract.place,
            en:
                "dataset \(contract.name) measures something else than in edition \(edition): first \"\(change.oldWords)\", now \"\(change.newWords)\"",
            nl:
                "dataset \(contract.name) meet iets anders dan in editie \(edition): eerst \"\(change.oldWords)\", nu \"\(change.newWords)\"",
            hint: Wording(
                en: "say under verslag: where the series breaks (breaks), or why old and new may be compared (bridge)",
                nl:
                    "zeg onder verslag: waar de reeks breekt (breaks), of waarom oud en nieuw te vergelijken zijn (bridge)"
            )
        )
    }
}

/// A number of kilos and one of pounds, a measured and an invented one, cannot be compared for any reason.
private func checkBridges(_ programme: Programme, findings: inout Findings) {
    let edition = programme.past.editions.last?.id ?? ""
    func refuse(_ name: String, _ old: String?, _ new: String?, at place: Place) {
        let isUnit = !isSameUnit(old, new)
        findings.warning(
            "edition.bridge",
            at: place,
            en: isUnit
                ? "the bridge of \(name) leads from one unit to another: in edition \(edition) it was \(old ?? "–"), now it is \(new ?? "–")"
                : "the bridge of \(name) leads between measured and invented data, from edition \(edition) to this one",
            nl: isUnit
                ? "de bridge van \(name) leidt van de ene eenheid naar de andere: in editie \(edition) was het \(old ?? "–"), nu is het \(new ?? "–")"
                : "de bridge van \(name) leidt tussen gemeten en verzonnen gegevens, van editie \(edition) naar deze",
            hint: Wording(
                en: "take bridge: away; readers are told that old and new cannot be compared",
                nl: "haal bridge: weg; lezers zien dan dat oud en nieuw niet te vergelijken zijn"
            )
        )
    }
    for change in programme.changes?.datasets ?? [] where change.new.bridge != nil && change.bridge == nil {
        guard let contract = programme.package.datasets[change.new.name]?.contract else { continue }
        refuse(contract.name, change.old.unit, change.new.unit, at: contract.place)
    }
    for change in programme.changes?.numbers ?? [] where change.bridge == nil && change.causes.contains(.definition) {
        guard let old = change.old, let new = change.new, new.bridge != nil, let number = programme.numbers[change.id]
        else { continue }
        refuse(change.id, old.unit, new.unit, at: number.place)
    }
}

/// Two pages with one id would change places in the next edition.
private func checkPageIDs(_ pages: [SourcePage], findings: inout Findings) {
    var owner: [String: String] = [:]
    for page in pages {
        if page.header.id?.hasPrefix(":") ?? false {
            findings.error(
                "page.id",
                at: Place(file: page.file, line: 1),
                en: "a page id begins with a letter or digit",
                nl: "een pagina-id begint met een letter of cijfer"
            )
        }
        guard let other = owner.updateValue(page.file, forKey: page.header.id ?? page.file) else { continue }
        findings.error(
            "page.id-taken",
            at: Place(file: page.file, line: 1),
            en: "the page id \"\(page.header.id ?? page.file)\" is taken: \(other)",
            nl: "de pagina-id \"\(page.header.id ?? page.file)\" bestaat al: \(other)"
        )
    }
}

/// Two chapters 2 are one too many in contents, menus and whatever people say of them.
private func checkPageNumbers(_ pages: [SourcePage], in order: [Int], findings: inout Findings) {
    struct Numbered: Hashable {
        var kind: PageKind
        var number: Int
    }
    var first: [Numbered: SourcePage] = [:]
    for index in order {
        let page = pages[index]
        guard let number = page.header.number, [.chapter, .appendix, .project].contains(page.header.kind) else {
            continue
        }
        let numbered = Numbered(kind: page.header.kind, number: number)
        guard let other = first[numbered] else {
            first[numbered] = page
            continue
        }
        findings.warning(
            "page.same-number",
            at: page.header.numberPlace ?? Place(file: page.file, line: 1),
            en: "there is a page of kind \(numbered.kind.rawValue) with number \(number) already: \(other.file)",
            nl: "er is al een pagina van soort \(numbered.kind.rawValue) met nummer \(number): \(other.file)",
            hint: Wording(en: "give one of the two another number", nl: "geef een van de twee een ander nummer")
        )
    }
}

private func htmlStrings(_ strings: Strings) -> HTMLStrings {
    var words = HTMLStrings()
    words.alerts = Document.Alert.allCases.map { strings["\($0)"] }
    words.footnotes = strings["footnotes"]
    words.backToText = strings["back_to_text"]
    words.table = strings["table"]
    return words
}

/// Kinds of page of which a programme has one.
private func checkKinds(_ pages: [SourcePage], findings: inout Findings) {
    for kind in [PageKind.provenance, .glossary, .home] {
        let found = pages.filter { $0.header.kind == kind }
        for extra in found.dropFirst() {
            findings.error(
                "page.kind-twice",
                at: Place(file: extra.file, line: 1),
                en: "there is a page of kind \(kind.rawValue) already: \(found[0].file)",
                nl: "er is al een pagina van soort \(kind.rawValue): \(found[0].file)"
            )
        }
    }
}

/// What every page shows, under the names that templates use.
private func sharedContext(_ reading: Reading, past: Past, map: SiteMap, provenancePage: Int?, hasNumbers: Bool)
    -> [String: String]
{
    let programme = reading.programme
    let language = programme.language
    var shared = [
        "lang": language.rawValue, "site_title": programme.title, "site_subtitle": programme.subtitle ?? "",
        "edition_label": programme.edition.label(reading.theme.strings),
        "edition_date": programme.edition.date.map(language.date) ?? "",
        "footer": footerHTML(programme, strings: reading.theme.strings),
    ]
    shared["edition_id"] = programme.edition.id
    shared["edition_note"] =
        programme.edition.id == "concept" ? reading.theme.strings["concept_note"] : programme.edition.note ?? ""
    // The first draft has no list of editions beside it.
    if !past.editions.isEmpty || programme.edition.id != "concept" { shared["editions_file"] = "../index.html#edities" }
    if let previous = past.editions.last, past.previous != nil {
        shared["changes_file"] = language == .nl ? "wijzigingen/index.html" : "changes/index.html"
        shared["previous_title"] = previous.title
    }
    if let provenancePage {
        shared["provenance_file"] = percentEncoded(map.addresses[provenancePage].file)
    } else if hasNumbers {
        shared["provenance_file"] = language == .nl ? "herkomst/index.html" : "provenance/index.html"
    }
    if let page = map.byFile["content/toegankelijkheid.md"] ?? map.byFile["content/accessibility.md"] {
        shared["accessibility_file"] = map.addresses[page].file
    }
    return shared
}

private func footerHTML(_ programme: ProgrammeFile, strings: Strings) -> String {
    var writer = ByteWriter()
    if let publisher = programme.publisher {
        writer.raw("<p>")
        writer.element("span", ("class", "footer-label"), text: strings["publisher"])
        writer.raw(" ")
        writer.escaped(publisher)
        writer.raw("</p>")
    }
    if !programme.funders.isEmpty {
        writer.raw("<p>")
        writer.element("span", ("class", "footer-label"), text: strings["funders"])
        writer.raw(" ")
        writer.escaped(programme.funders.joined(separator: ", "))
        writer.raw("</p>")
    }
    if let contact = programme.contact {
        writer.raw("<p>")
        writer.element("span", ("class", "footer-label"), text: strings["contact"])
        writer.raw(" ")
        if let email = programme.email {
            writer.element("a", ("href", "mailto:" + email), text: contact)
        } else {
            writer.escaped(contact)
        }
        writer.raw("</p>")
    }
    if let website = programme.website {
        writer.raw("<p>")
        writer.element("a", ("href", website), text: String(website.drop { $0 != "/" }.drop { $0 == "/" }))
        writer.raw("</p>")
    }
    return writer.string
}
