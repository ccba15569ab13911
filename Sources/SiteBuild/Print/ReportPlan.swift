// Which reports a programme has: the end report out of its chapters and appendices, and one for each project.
import Markup

struct ReportPlan: Sendable {
    enum Kind: String, Sendable { case programme, project }

    var kind: Kind
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
            let name = programme.strings["report_file"]
            plans.append(ReportPlan(kind: .programme, name: name, pages: programme.reportPages, path: name + ".pdf"))
        }
        var names = Set(plans.map(\.name))
        for page in programme.map.inReadingOrder() where programme.pages[page].header.kind == .project {
            let address = programme.map.addresses[page].path
            let number = programme.pages[page].header.number
            let short = number.map { "\(programme.strings["project"].lowercased())-\($0)" }
            // Two projects with one number, or a project without: the address is unique, though longer.
            let long = String(address.dropLast()).replacing("/", with: "-")
            let name = short.flatMap { names.contains($0) ? nil : $0 } ?? long
            names.insert(name)
            plans.append(ReportPlan(kind: .project, name: name, pages: [page], path: address + name + ".pdf"))
        }
        return plans
    }
}
