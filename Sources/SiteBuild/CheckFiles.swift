// The part of stage check that looks at file names: no file of the site takes the place of another.
import Diagnostics

/// Walks the list of all that was made, and of what an edition says of itself whether it has it or not: a later edition reads these files,
/// and must not take an author's for them.
func checkFiles(_ files: [Outputs.File], findings: inout Findings) {
    var claims = Claims()
    for file in files { claims.add(file, findings: &findings) }
    let made = Set(files.map(\.maker))
    for file in EditionFacts.files where !made.contains(file.maker) { claims.add(file, findings: &findings) }
    claims.checkFolders(findings: &findings)
}

/// Which file is made by what.
private struct Claims {
    /// By the name without regard to capitals: hosts and disks differ in whether they tell them apart; a site must work on all of them.
    private var makers: [String: Outputs.File] = [:]

    mutating func add(_ file: Outputs.File, findings: inout Findings) {
        if let reason = unportable(file.path) {
            findings.error(
                "files.name",
                at: file.maker.place ?? Place(file: file.path),
                en: "a file of the site cannot be named like this on every system: \(reason.en)",
                nl: "een bestand van de site kan niet op elk systeem zo heten: \(reason.nl)",
                hint: Wording(
                    en: "rename it: letters, digits, hyphens and dots do everywhere",
                    nl: "hernoem het: letters, cijfers, streepjes en punten kunnen overal"
                )
            )
        }
        guard let other = makers.updateValue(file, forKey: file.path.lowercased()) else { return }
        makers[file.path.lowercased()] = other
        report(file.path, file.maker, other.maker, findings: &findings)
    }

    /// `a/index.html` cannot be a file and a folder.
    func checkFolders(findings: inout Findings) {
        var checked: Set<String> = []
        for (key, file) in makers.sorted(by: { $0.key < $1.key }) {
            var folder = key[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                guard checked.insert(String(folder)).inserted else { break }
                if let other = makers[String(folder)] {
                    report(other.path, file.maker, other.maker, findings: &findings)
                }
            }
        }
    }

    private func report(_ path: String, _ one: Maker, _ other: Maker, findings: inout Findings) {
        let (here, there) = one.place == nil ? (other, one) : (one, other)
        findings.error(
            "page.same-file",
            at: here.place ?? Place(file: path),
            en: "\(path) is also made by \(there.name.en)",
            nl: "\(path) wordt ook gemaakt door \(there.name.nl)",
            hint: Wording(en: "rename one of the two", nl: "hernoem een van de twee")
        )
    }
}
