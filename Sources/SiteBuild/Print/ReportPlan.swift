// Which reports a programme has: the end report out of its chapters and appendices, and one for each project.
import Documents
import Markup

struct ReportPlan: Sendable {
    enum Kind: String, Sendable { case programme, project }

    var kind: Kind
    /// What it is called on its cover and where it is offered: *Eindrapport*, *Projectverslag*.
    var title: String
    /// The PDF's name without `.pdf`: `eindrapport`, `project-2`.
    var name: String
    /// In the order in which they are printed.
    var pages: [Int]
    /// Where the PDF stands in the edition.
    var path: String

    /// All reports of the programme, the end report first; none where there are no chapters and no projects.
    static func all(of programme: Programme) -> [ReportPlan] {
        var plans: [ReportPlan] = []
        if !programme.reportPages.isEmpty {
            // A page that opens the report names it: an interim report is no end report.
            let opening = programme.pages[programme.reportPages[0]].header
            let title = opening.kind == .page ? opening.short ?? opening.title : programme.strings["end_report"]
            let name = fileName(of: title) ?? fileName(of: programme.strings["end_report"]) ?? "report"
            plans.append(
                ReportPlan(
                    kind: .programme,
                    title: title,
                    name: name,
                    pages: programme.reportPages,
                    path: name + ".pdf"
                )
            )
        }
        // Without regard to capitals, as some disks look at names.
        var names = Set(plans.map { $0.name.lowercased() })
        for page in programme.map.inReadingOrder() where programme.pages[page].header.kind == .project {
            let address = programme.map.addresses[page].path
            let number = programme.pages[page].header.number
            let short = number.map { "\(programme.strings["project"].lowercased())-\($0)" }
            // Two projects with one number, or a project without: named by the address, which `a-b/c` and `a/b-c` may share.
            let long = String(address.dropLast()).replacing("/", with: "-")
            let candidates =
                [short, long].compactMap { $0 } + (2...).lazy.prefix(programme.pages.count + 1).map { "\(long)-\($0)" }
            guard let name = candidates.first(where: { !names.contains($0.lowercased()) }) else { continue }
            names.insert(name.lowercased())
            plans.append(
                ReportPlan(
                    kind: .project,
                    title: programme.strings["project_report"],
                    name: name,
                    pages: [page],
                    path: address + name + ".pdf"
                )
            )
        }
        return plans
    }
}

/// A title as a file's name, not longer than file systems and readers like; nil where it has no letters.
private func fileName(of title: String) -> String? {
    let name = slug(title).prefix(60)
    return name.isEmpty ? nil : String(name)
}
