// What pages were called before, with the names that they had before those: so that a reader of any edition finds the page in this one.
import Declarations
import Diagnostics

/// Former names of pages, by their position: what front matter declares, and what sealed editions knew these pages by.
///
/// - Parameter past: each edition's pages are asked for once, and only where there are any editions.
func formerNames(_ pages: [SourcePage], past: Past, findings: inout Findings) -> [Int: [String]] {
    let ids = pages.map { $0.header.id ?? $0.file }
    let owners = Dictionary(zip(ids, pages.map(\.file)), uniquingKeysWith: { first, _ in first })
    var claims: [String: String] = [:]
    var names = pages.map { $0.header.aliases.map(\.text) }
    for (page, id) in zip(pages, ids) {
        for alias in page.header.aliases {
            // Its own file is a former name of a page that has an id by now.
            if let owner = owners[alias.text], alias.text != id {
                report(alias, taken: "the id of a page", "de id van een pagina", owner, findings: &findings)
            } else if let other = claims.updateValue(page.file, forKey: alias.text) {
                report(
                    alias,
                    taken: "a former name of a page",
                    "een vroegere naam van een pagina",
                    other,
                    findings: &findings
                )
            }
        }
    }
    // The latest first: of two pages that had a name, the later one is meant.
    let editions = past.editions.reversed().compactMap { past.outline($0.id)?.pages }.map(byName)
    if !editions.isEmpty {
        findUnknown(pages, editions, taken: Set(ids), findings: &findings)
        let taken = Set(ids).union(claims.keys)
        for index in names.indices {
            names[index] = names[index] + earlier([ids[index]] + names[index], in: editions, taken: taken)
        }
    }
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0, $1) })
}

private func byName(_ pages: [PageRecord]) -> [String: PageRecord] {
    let ids = pages.map { ($0.id, $0) }
    let aliases = pages.flatMap { page in page.aliases.map { ($0, page) } }
    return Dictionary(ids + aliases, uniquingKeysWith: { first, _ in first })
}

/// What the pages of these names were called in sealed editions, and what they had been called before, until nothing new turns up.
private func earlier(_ names: [String], in editions: [[String: PageRecord]], taken: Set<String>) -> [String] {
    var all = names
    var seen = Set(names)
    var position = 0
    while position < all.count {
        for page in editions.compactMap({ $0[all[position]] }) {
            all += ([page.id] + page.aliases).filter { !taken.contains($0) && seen.insert($0).inserted }
        }
        position += 1
    }
    return Array(all.dropFirst(names.count))
}

private func report(_ alias: Scalar, taken en: String, _ nl: String, _ owner: String, findings: inout Findings) {
    findings.error(
        "page.alias-taken",
        at: alias.place,
        en: "\"\(alias.text)\" is \(en) already: \(owner)",
        nl: "\"\(alias.text)\" is al \(nl): \(owner)",
        hint: Wording(
            en: "a former name leads to one page: leave it with the page that took its place",
            nl: "een vroegere naam leidt naar één pagina: laat die bij de pagina die ervoor in de plaats kwam"
        )
    )
}

/// A name that no sealed edition knows is a slip of the pen, or was a draft's.
private func findUnknown(
    _ pages: [SourcePage],
    _ editions: [[String: PageRecord]],
    taken: Set<String>,
    findings: inout Findings
) {
    let known = Set(editions.flatMap(\.keys))
    for page in pages {
        for alias in page.header.aliases
        where !known.contains(alias.text) && alias.text != page.file && !taken.contains(alias.text) {
            findings.hint(
                "page.alias-unknown",
                at: alias.place,
                en: "no sealed edition has a page \"\(alias.text)\"",
                nl: "geen vastgestelde editie heeft een pagina \"\(alias.text)\"",
                hint: suggestion(for: alias.text, among: known.filter { !$0.hasPrefix(":") }.sorted())
            )
        }
    }
}
