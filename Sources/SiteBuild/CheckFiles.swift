// The part of stage check that looks at file names: no file of the site takes the place of another.
import Diagnostics

/// What makes a file of the site.
private struct Maker: Hashable {
    var name: Wording
    /// Where its author finds it; nil for what the build makes by itself.
    var place: Place?

    init(file: String, line: Int = 0) {
        name = Wording(en: file, nl: file)
        place = Place(file: file, line: line)
    }

    init(en: String, nl: String) { name = Wording(en: en, nl: nl) }
}

func checkFiles(_ rendered: Rendered, _ programme: Programme, findings: inout Findings) {
    var claims = Claims()
    for asset in programme.theme.assets {
        claims.add("assets/" + asset.path, Maker(file: "templates/assets/" + asset.path), findings: &findings)
    }
    if !programme.numbers.all.isEmpty {
        claims.add(
            "data/indicators.json",
            Maker(en: "the list of numbers", nl: "de lijst met cijfers"),
            findings: &findings
        )
    }
    for report in rendered.reports {
        claims.add(report, Maker(en: "a printed report", nl: "een gedrukt rapport"), findings: &findings)
    }
    claims.add(EditionFacts.pagesFile, Maker(en: "the list of pages", nl: "de lijst met pagina's"), findings: &findings)
    if !programme.facts.datasets.isEmpty {
        claims.add(
            EditionFacts.datasetsFile,
            Maker(en: "the list of datasets", nl: "de lijst met datasets"),
            findings: &findings
        )
    }
    if programme.facts.texts != nil {
        claims.add(
            EditionFacts.textsFile,
            Maker(en: "the list of texts", nl: "de lijst met teksten"),
            findings: &findings
        )
    }
    for page in rendered.pages {
        // A second page with the same address has had its finding.
        if let index = page.page, programme.map.byAddress[programme.map.addresses[index]] != index { continue }
        let maker =
            page.page.map { Maker(file: programme.pages[$0].file, line: 1) }
            ?? (page.file == programme.changesAddress.file
                ? Maker(en: "the page of changes", nl: "de pagina met wijzigingen")
                : Maker(en: "the register of numbers", nl: "het register van cijfers"))
        for file in [page.file] + page.downloads { claims.add(file, maker, findings: &findings) }
    }
    for file in rendered.pages.reduce(into: Set<String>(), { $0.formUnion($1.attachments) }).sorted() {
        claims.add(String(file.dropFirst("content/".count)), Maker(file: file), findings: &findings)
    }
    claims.checkFolders(findings: &findings)
}

/// Which file is made by what.
private struct Claims {
    /// By the name without regard to capitals: hosts and disks differ in whether they tell them apart; a site must work on all of them.
    private var makers: [String: (file: String, maker: Maker)] = [:]

    mutating func add(_ file: String, _ maker: Maker, findings: inout Findings) {
        let key = file.lowercased()
        if let reason = unportable(file) {
            findings.error(
                "files.name",
                at: maker.place ?? Place(file: file),
                en: "a file of the site cannot be named like this on every system: \(reason.en)",
                nl: "een bestand van de site kan niet op elk systeem zo heten: \(reason.nl)",
                hint: Wording(
                    en: "rename it: letters, digits, hyphens and dots do everywhere",
                    nl: "hernoem het: letters, cijfers, streepjes en punten kunnen overal"
                )
            )
        }
        guard let other = makers[key]?.maker, other != maker else {
            makers[key] = (file, maker)
            return
        }
        report(file, maker, other, findings: &findings)
    }

    /// `a/index.html` cannot be a file and a folder.
    func checkFolders(findings: inout Findings) {
        var checked: Set<String> = []
        for (key, claim) in makers.sorted(by: { $0.key < $1.key }) {
            var folder = key[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                guard checked.insert(String(folder)).inserted else { break }
                if let other = makers[String(folder)] {
                    report(other.file, claim.maker, other.maker, findings: &findings)
                }
            }
        }
    }

    private func report(_ file: String, _ one: Maker, _ other: Maker, findings: inout Findings) {
        let (here, there) = one.place == nil ? (other, one) : (one, other)
        findings.error(
            "page.same-file",
            at: here.place ?? Place(file: file),
            en: "\(file) is also made by \(there.name.en)",
            nl: "\(file) wordt ook gemaakt door \(there.name.nl)",
            hint: Wording(en: "rename one of the two", nl: "hernoem een van de twee")
        )
    }
}
