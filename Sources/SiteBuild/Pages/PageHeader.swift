// Front matter: what a page says about itself before its text.
import Declarations
import Diagnostics

/// The kinds of page that the site knows; the kind decides the page's head, its place in the site and its style.
enum PageKind: String, CaseIterable, Sendable {
    case home, page, chapter, appendix, project, lesson, interview, glossary, provenance, area
}

/// How an intervention or a project ended up; shown as a word with a shape, never as a colour alone.
enum Status: String, CaseIterable, Sendable {
    case completed, running, stopped
    case notUsed = "not-used"

    /// The key of its word in the theme's strings.
    var stringKey: String { self == .notUsed ? "not_used" : rawValue }
}

/// One intervention of a project.
struct Intervention: Sendable {
    var name: String
    var status: Status?
    var period: String?
    /// Inline Markdown, may hold bound numbers.
    var result: InlineText?
    var detail: InlineText?
}

/// What the front matter of a page declares.
struct PageHeader: Sendable {
    var title = ""
    var place: Place
    var description: InlineText?
    var kind = PageKind.page
    var number: Int?
    /// Where the number stands.
    var numberPlace: Place?
    var order: Int?
    var date: String?
    var tags: [String] = []
    var period: String?
    var status: Status?
    var goal: InlineText?
    /// The main result in a few words, shown where the page is listed.
    var result: InlineText?
    var partners: [String] = []
    var method: InlineText?
    var short: String?
    /// The name by which the page is known in every edition, whatever its file is called.
    var id: String?
    /// Former ids and source files.
    var aliases: [Scalar] = []
    var isDraft = false
    var interventions: [Intervention] = []

    static func read(_ value: Value?, file: String, isHome: Bool, findings: inout Findings) -> PageHeader {
        var header = PageHeader(place: value?.place ?? Place(file: file, line: 1))
        if isHome { header.kind = .home }
        guard case .mapping(let mapping)? = value else {
            findings.error(
                "page.no-title",
                at: Place(file: file, line: 1),
                en: "the page has no title",
                nl: "de pagina heeft geen titel",
                hint: Wording(
                    en: "start the file with ---, title: …, ---",
                    nl: "begin het bestand met ---, title: …, ---"
                )
            )
            return header
        }
        var fields = Fields(mapping, of: Wording(en: "front matter", nl: "de kop van een pagina"))
        header.title = fields.requiredText("title") ?? ""
        checkPlain("title", &fields)
        checkPlain("short", &fields)
        header.description = InlineText(fields.scalar("description"), findings: &findings)
        header.kind = fields.choice("kind") ?? header.kind
        header.number = fields.integer("number")
        header.numberPlace = fields.has("number") ? fields.place(of: "number") : nil
        if let number = header.number, !(0...999).contains(number) {
            fields.error(
                "page.number",
                at: "number",
                en: "a page's number is 0 to 999",
                nl: "het nummer van een pagina is 0 tot en met 999"
            )
            header.number = nil
        }
        header.order = fields.integer("order")
        header.date = readDate(fields.scalar("date"), findings: &findings)
        header.tags = fields.texts("tags") ?? []
        header.period = fields.text("period")
        header.status = fields.choice("status")
        header.result = InlineText(fields.scalar("result"), findings: &findings)
        header.goal = InlineText(fields.scalar("goal"), findings: &findings)
        header.partners = fields.texts("partners") ?? []
        header.method = InlineText(fields.scalar("method"), findings: &findings)
        header.short = fields.text("short")
        header.id = fields.text("id")
        header.aliases = fields.scalars("aliases") ?? []
        header.isDraft = fields.boolean("draft") ?? false
        header.interventions = (fields.mappings("interventions") ?? []).map {
            readIntervention($0, findings: &findings)
        }
        fields.finish(&findings)
        return header
    }

    /// A title stands in menus, lists and titles of windows: nothing in it is read as Markdown.
    private static func checkPlain(_ key: String, _ fields: inout Fields) {
        guard let text = fields.text(key) else { return }
        if text.contains(/(^|[^{]){{\s*[\w.-]+(\s+as\s+\w+)?\s*}}($|[^}])/) {
            fields.error(
                "page.number-in-title",
                at: key,
                en: "no number is filled in in a title, which stands in menus and lists as plain text",
                nl: "in een titel wordt geen getal ingevuld: die staat als gewone tekst in menu's en lijsten",
                hint: Wording(
                    en: "write the number in the description or the text",
                    nl: "schrijf het getal in de omschrijving of de tekst"
                )
            )
        }
        if text.contains(/<(br|sup|sub)\s*\/?>/.ignoresCase()) {
            fields.error(
                "page.tag-in-title",
                at: key,
                en: "a title is plain text: the tags in it would be shown",
                nl: "een titel is gewone tekst: de codes erin zouden op de pagina staan",
                hint: Wording(en: "write 10³, m², CO₂", nl: "schrijf 10³, m², CO₂")
            )
        }
    }

    private static func readIntervention(_ mapping: Mapping, findings: inout Findings) -> Intervention {
        var fields = Fields(mapping, of: Wording(en: "an intervention", nl: "een interventie"))
        let intervention = Intervention(
            name: fields.requiredText("name") ?? "",
            status: fields.choice("status"),
            period: fields.text("period"),
            result: InlineText(fields.scalar("result"), findings: &findings),
            detail: InlineText(fields.scalar("detail"), findings: &findings)
        )
        fields.finish(&findings)
        return intervention
    }
}
